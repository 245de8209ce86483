import * as fc from 'fast-check';
import { channelsOf } from '../../domain/channels';
import { nextDue, nextWake } from '../../domain/clock';
import type { Birth } from '../../domain/opening';
import type { Rules } from '../../domain/policy';
import { POLICIES } from '../../policies';
import { aComplaint, DAY, HOUR, MINUTE, shanghai, lackingOf } from '../support/files';
import type { Born } from '../support/files';
import type { Sent } from '../support/paper-desk';
import type { PaperComplaint } from '../support/paper-complaint';
import { anyAction, aside, helpful, twisted } from './impulses';
import { pick } from './people-and-data';

/** What is led through a life. */
export type Walker = Pick<PaperComplaint, 'file' | 'now' | 'send' | 'passTo' | 'sleepTo' | 'restart'>;

/** One thing that happens in a life. Numbers decide what the state of the complaint leaves open. */
export type Step =
  | { do: 'help' | 'aside'; dice: number }
  | { do: 'walk'; to: (typeof WALKS)[number] }
  | { do: 'try'; actor: number; action: number; dice: number }
  | { do: 'pass'; to: 'wake' | 'before' | 'due' | 'after' | 'days'; minutes: number }
  | {
      do: 'late';
      received: -1 | 137 | 1000;
      seconds: number;
      letters: { actor: number; action: number; dice: number }[];
    }
  | { do: 'away'; hours: number };

/** A life: a complaint that is born, and what happens to it. */
export type Life = {
  birth: {
    at: number;
    late: number;
    policy: number;
    way: number;
    owner: number;
    matter: number;
    respondent: number;
    reachable: boolean;
  };
  steps: Step[];
};

/** Where the crew may bring a complaint in one go, so that lives get far. */
const WALKS = ['verification', 'proposal', 'remedy', 'callback', 'review', 'archive'] as const;
const LONGEST_WALK = 20;

const dice = fc.nat({ max: 7 ** 5 });
const anything = fc.record({ actor: dice, action: dice, dice });
const minutes = fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 600, max: 12 * 1440 }));

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant('help' as const), dice }) },
  { weight: 7, arbitrary: fc.record({ do: fc.constant('aside' as const), dice }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('walk' as const), to: fc.constantFrom(...WALKS) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('try' as const), actor: dice, action: dice, dice }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      to: fc.constantFrom('wake' as const, 'before' as const, 'due' as const, 'after' as const, 'days' as const),
      minutes,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('late' as const),
      received: fc.constantFrom(-1 as const, 137 as const, 1000 as const),
      seconds: fc.integer({ min: 1, max: 90 }),
      letters: fc.array(anything, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('away' as const), hours: fc.integer({ min: 1, max: 900 }) }) },
);

/** Random lives that begin in 2024 to 2026, at any minute of any day, under any policy. */
export const lives: fc.Arbitrary<Life> = fc.record({
  birth: fc.record({
    at: fc.integer({ min: shanghai('2024-01-01 00:00') / MINUTE, max: shanghai('2026-06-30 00:00') / MINUTE }),
    late: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 9000 }) }),
    // Half of all lives are under the policy that has everything.
    policy: fc.oneof(fc.constant(0), fc.nat({ max: POLICIES.length - 1 })),
    way: dice,
    owner: dice,
    matter: dice,
    respondent: dice,
    reachable: fc.oneof({ weight: 7, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  }),
  steps: fc.array(step, { maxLength: 80, size: 'max' }),
});

const OWNERS: Birth['owner'][] = [
  { id: 'handler-1', role: 'handler' },
  { id: 'handler-1', role: 'handler' },
  { id: 'supervisor-1', role: 'supervisor' },
  { id: 'handler-1', role: 'handler' },
  { id: 'deputy-1', role: 'handler' },
  { id: 'logistics-1', role: 'department_member' },
  { id: 'clerk-1', role: 'clerk' },
];

/** What is known of the matter at once, and what that has earned it. */
const MATTERS: Partial<Birth>[] = [
  {},
  {},
  { grounds: ['safety'] },
  { marks: ['repeat'], level: 2 },
  {},
  { marks: ['mass'], level: 3, cluster: 'M20260302-01' },
  { marks: ['key_customer'] },
  { grounds: ['regulator_12315'] },
  { grounds: ['emotional', 'use_impaired'] },
  { handOver: true },
  {},
];

const RESPONDENTS: string[][] = [
  [],
  [],
  [],
  ['handler-2'],
  ['supervisor-1'],
  ['manager-1'],
  ['director-1'],
  ['director-2'],
  ['logistics-1', 'handler-2'],
];

/** How the complaint that a life begins with comes in; `late` is how many minutes it was lying about before it was registered. */
export function birthOf({ birth }: Life): Omit<Birth, 'number'> & { rules: Rules; now: number } {
  const receivedAt = birth.at * MINUTE + (birth.way % 60_000);
  const rules = pick(POLICIES, birth.policy);
  const [owner, respondents] = [pick(OWNERS, birth.owner), pick(RESPONDENTS, birth.respondent)];
  const channel = pick(channelsOf(rules), birth.way);
  return {
    rules,
    receivedAt,
    now: receivedAt + birth.late * MINUTE,
    team: 'east',
    channel,
    requestType: pick(['complaint', 'enquiry', 'complaint', 'after_sales'] as const, birth.matter),
    owner: respondents.includes(owner.id) ? OWNERS[0]! : owner,
    subject: pick(
      [undefined, 'merchant', 'product', 'staff', undefined, 'shop', 'service'] as const,
      birth.owner + birth.way,
    ),
    // Nobody is answered there and then who is not there (IN-10).
    answered: birth.way % 4 === 0 && birth.late === 0 && ['phone', 'chat', 'walk_in'].includes(channel),
    reachable: birth.reachable,
    respondents,
    lacking: lackingOf(respondents),
    ...pick(MATTERS, birth.matter),
  };
}

/** The complaint that a life begins with. */
export const born = (life: Life): Born => aComplaint(birthOf(life));

/** Lets one thing happen. A refusal is an answer like another; only what throws is wrong. */
export async function happen(complaint: Walker, step: Step): Promise<void> {
  // After the end people still try, and time no longer matters.
  if (complaint.file.closed && step.do !== 'try') return;
  switch (step.do) {
    case 'help':
      return send(complaint, [twisted(complaint, step.dice)]);
    case 'aside':
      return send(complaint, [aside(complaint, step.dice)]);
    case 'walk':
      return walkTo(complaint, step.to);
    case 'try':
      return send(complaint, [anyAction(complaint, step)]);
    case 'pass':
      return complaint.passTo(destination(complaint, step));
    case 'late':
      return comeLate(complaint, step);
    case 'away':
      complaint.sleepTo(complaint.now + step.hours * HOUR);
      await complaint.restart();
  }
}

/** As far as a step, or to where a policy without it ends. */
async function walkTo(complaint: Walker, to: string): Promise<void> {
  for (let i = 0; i < LONGEST_WALK; i += 1) {
    const { stage, closed } = complaint.file;
    if (closed || stage === to || stage === 'archive') return;
    await send(complaint, [helpful(complaint)]);
  }
}

async function send(complaint: Walker, letters: Sent[]): Promise<void> {
  const { now } = complaint;
  const replies = await complaint.send(
    ...letters.map(({ name, action }) => ({ name, action: { receivedAt: now, ...action } })),
  );
  if (replies.length !== letters.length) throw new Error('Somebody was not answered.');
}

function destination({ file, now }: Walker, { to, minutes }: Extract<Step, { do: 'pass' }>): number {
  const far = now + minutes * MINUTE;
  const due = nextDue(file)?.dueAt;
  if (to === 'days' || due === undefined || due - now > 30 * DAY) return far;
  if (to === 'wake') return nextWake(file)?.at ?? far;
  return due + { before: -1, due: 0, after: 1000 }[to];
}

/** A deadline passes while letters are on their way: received before it, at it, or after it, and dealt with later still. */
async function comeLate(
  complaint: Walker,
  { received, seconds, letters }: Extract<Step, { do: 'late' }>,
): Promise<void> {
  const due = nextDue(complaint.file)?.dueAt;
  if (due === undefined || due <= complaint.now || due - complaint.now > 30 * DAY) return;
  await complaint.passTo(due - 1);
  complaint.sleepTo(due + seconds * 1000);
  const sent = [twisted(complaint, seconds), ...letters.map((letter) => anyAction(complaint, letter))];
  await send(
    complaint,
    sent.map(({ name, action }) => ({ name, action: { ...action, receivedAt: due + received } })),
  );
}

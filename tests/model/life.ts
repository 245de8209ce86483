import * as fc from 'fast-check';
import type { ActionName } from '../../domain/actions';
import type { ComplaintFile } from '../../domain/complaint-file';
import { ACTION_NAMES, notNow } from '../../domain/decide';
import type { Actor } from '../../domain/people';
import { nextDue, nextWake } from '../../domain/clock';
import { nextStep } from '../support/crew';
import type { CrewStep } from '../support/crew';
import { aComplaint, anAction, DAY, HOUR, MINUTE, shanghai } from '../support/files';
import type { Born } from '../support/files';
import type { Sent } from '../support/paper-desk';
import type { PaperComplaint } from '../support/paper-complaint';
import { DATA, EVERYBODY, grounds, steps } from './people-and-data';

/** What is led through a life. */
export type Walker = Pick<PaperComplaint, 'file' | 'now' | 'send' | 'passTo' | 'sleepTo' | 'restart'>;

/** One thing that happens in a life. Numbers decide what the state of the complaint leaves open. */
export type Step =
  | { do: 'help'; dice: number }
  | { do: 'walk'; to: (typeof WALKS)[number] }
  | { do: 'try'; actor: number; action: number; dice: number }
  | { do: 'pass'; to: 'wake' | 'before' | 'due' | 'after' | 'days'; minutes: number }
  | { do: 'late'; received: -1 | 0 | 1; seconds: number; letters: { actor: number; action: number; dice: number }[] }
  | { do: 'away'; hours: number };

/** A life: a complaint that is born, and what happens to it. */
export type Life = { birth: { at: number; late: number; type: number; respondent: number }; steps: Step[] };

/** Where the crew may bring a complaint in one go, so that lives get far. */
const WALKS = ['proposal', 'remedy', 'callback', 'review'] as const;

const dice = fc.nat({ max: 7 ** 5 });
const anything = fc.record({ actor: dice, action: dice, dice });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 14, arbitrary: fc.record({ do: fc.constant('help' as const), dice }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('walk' as const), to: fc.constantFrom(...WALKS) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('try' as const), actor: dice, action: dice, dice }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      to: fc.constantFrom('wake' as const, 'before' as const, 'due' as const, 'after' as const, 'days' as const),
      minutes: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 600, max: 12 * 1440 })),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('late' as const),
      received: fc.constantFrom(-1 as const, 0 as const, 1 as const),
      seconds: fc.integer({ min: 1, max: 90 }),
      letters: fc.array(anything, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('away' as const), hours: fc.integer({ min: 1, max: 900 }) }) },
);

/** Random lives that begin in 2024 to 2026, at any minute of any day. */
export const lives: fc.Arbitrary<Life> = fc.record({
  birth: fc.record({
    at: fc.integer({ min: shanghai('2024-01-01 00:00') / MINUTE, max: shanghai('2026-06-30 00:00') / MINUTE }),
    late: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 9000 }) }),
    type: dice,
    respondent: dice,
  }),
  steps: fc.array(step, { maxLength: 80, size: 'max' }),
});

/** The complaint that a life begins with; `late` is how many minutes it was lying about before it was registered. */
export function born({ birth }: Life): Born {
  const receivedAt = birth.at * MINUTE + (birth.type % 60_000);
  return aComplaint({
    receivedAt,
    now: receivedAt + birth.late * MINUTE,
    requestType: (['complaint', 'enquiry'] as const)[birth.type % 2],
    respondents: [[], [], ['handler-2'], ['supervisor-1']][birth.respondent % 4]!,
  });
}

/** Lets one thing happen. A refusal is an answer like another; only what throws is wrong. */
export async function happen(complaint: Walker, step: Step): Promise<void> {
  // After the end people still try, and time no longer matters.
  if (complaint.file.closed && step.do !== 'try') return;
  switch (step.do) {
    case 'help':
      return send(complaint, [twisted(complaint, step.dice)]);
    case 'walk':
      for (let i = 0; i < 15 && !complaint.file.closed && complaint.file.stage !== step.to; i += 1) {
        const { by, name, data } = nextStep(complaint.file, complaint.now, EVERYBODY);
        await send(complaint, [{ name, action: anAction(name, by, complaint.now, data) }]);
      }
      return;
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

async function send(complaint: Walker, letters: Sent[]): Promise<void> {
  const { now } = complaint;
  const replies = await complaint.send(
    ...letters.map(({ name, action }) => ({ name, action: { receivedAt: now, ...action } })),
  );
  if (replies.length !== letters.length) throw new Error('Somebody was not answered.');
}

/** What the crew would do next, or something as sensible that leads elsewhere. */
function twisted({ file, now }: Walker, dice: number): Sent {
  // Whoever may: not always the same one of them.
  const first = dice % EVERYBODY.length;
  const { by, name, data } = nextStep(file, now, [...EVERYBODY.slice(first), ...EVERYBODY.slice(0, first)]);
  if (name === 'archive' && dice % 3 > 0) {
    return { name: 'record_contact', action: anAction('record_contact', by, now) };
  }
  if (name === 'complete_step' && dice % 3 === 0) {
    return { name: 'delay_step', action: anAction('delay_step', ownerIn(file), now, data as { step: number }) };
  }
  if (name === 'approve' && dice % 2 === 0) {
    const backTo = (['verification', 'proposal', 'callback'] as const)[Math.floor(dice / 2) % 3];
    return { name: 'reject', action: anAction('reject', by, now, { backTo }) };
  }
  return { name, action: anAction(name, by, now, { ...data, ...TWISTS[name]?.(dice) }) };
}

/** Few are content at once: most complaints live through more than one round. */
const CALLBACKS: CrewStep['data'][] = [
  { solved: true, satisfaction: 'acceptable' },
  { solved: false, satisfaction: 'acceptable' },
  { solved: true, satisfaction: 'dissatisfied' },
];

const TWISTS: Partial<Record<ActionName, (dice: number) => CrewStep['data']>> = {
  classify: (dice) => ({ grounds: grounds(dice) }),
  propose: (dice) => ({ steps: steps(dice) }),
  record_answer: (dice) => ({ answer: dice % 3 === 0 ? 'refused' : 'accepted' }),
  decide_proposal: (dice) => ({ decision: dice % 2 ? 'take_over' : 'instruct' }),
  record_callback: (dice) => CALLBACKS[dice % CALLBACKS.length]!,
};

const ownerIn = (file: ComplaintFile): Actor => EVERYBODY.find(({ id }) => id === file.owners.at(-1)?.id)!;

/** Half of what is tried is tried by the owner, and half of it belongs to the step: chance alone seldom gets it right. */
function anyAction({ file, now }: Walker, given: { actor: number; action: number; dice: number }): Sent {
  const fitting = ACTION_NAMES.filter((name) => notNow(file, name) === null);
  const names = given.action % 2 && fitting.length > 0 ? fitting : ACTION_NAMES;
  const drawn = names[Math.floor(given.action / 2) % names.length]!;
  // Customers withdraw seldom: it is the end of the story.
  const name = drawn === 'withdraw' && given.dice % 6 > 0 ? 'record_contact' : drawn;
  const anybody = EVERYBODY[Math.floor(given.actor / 2) % EVERYBODY.length]!;
  return { name, action: { by: given.actor % 2 ? ownerIn(file) : anybody, data: DATA[name](file, now, given.dice) } };
}

function destination({ file, now }: Walker, { to, minutes }: Extract<Step, { do: 'pass' }>): number {
  const far = now + minutes * MINUTE;
  const due = nextDue(file)?.dueAt;
  if (to === 'days' || due === undefined || due - now > 30 * DAY) return far;
  if (to === 'wake') return nextWake(file)?.at ?? far;
  return due + { before: -1, due: 0, after: 1 }[to];
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

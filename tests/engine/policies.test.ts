import { chinaCalendar } from '../../calendars/china';
import { dueTime } from '../../domain/due-time';
import type { Length } from '../../domain/due-time';
import type { Event } from '../../domain/events';
import type { DutyKind, Outcome, Stage } from '../../domain/words';
import { Engine } from '../support/engine';
import { bringTo } from '../support/life';

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.start();
}, 120_000);
afterAll(() => engine?.stop());

const days = (working: number): Length => ({ clock: 'days', working });
const wall = (minutes: number): Length => ({ clock: 'wall', minutes });
const business = (minutes: number): Length => ({ clock: 'business', minutes });
const WEEK: Length = { clock: 'days', withinCalendar: 7 };

/** What each step of an ordinary complaint brings to be done. */
type Steps = Partial<Record<Stage, DutyKind[]>>;

/** An ordinary complaint under each policy, in the words of its document: its steps with what they owe, and how long there is for each. */
type Walk = {
  policy: string;
  clauses: string;
  steps: Steps;
  outcome: Outcome;
  owed: Partial<Record<DutyKind, Length>>;
};

const WALKS: Walk[] = [
  {
    policy: 'standard',
    clauses: 'IN-10, CL-7, HA-1, HA-7, HA-11, CO-1, CO-5, CO-6, CO-12',
    steps: {
      first_contact: ['first_answer', 'first_contact', 'tell_acceptance', 'promised_answer', 'follow_up'],
      classification: [],
      verification: [],
      proposal: ['tell_proposal', 'proposal_answer', 'follow_up'],
      remedy: ['remedy_step'],
      callback: ['tell_result', 'callback', 'follow_up'],
      review: ['review'],
      archive: ['archive'],
    },
    outcome: 'completed',
    owed: {
      first_answer: business(30),
      first_contact: days(1),
      tell_acceptance: business(60),
      promised_answer: wall(72 * 60),
      follow_up: WEEK,
      tell_proposal: days(1),
      proposal_answer: days(5),
      remedy_step: days(2),
      tell_result: days(1),
      callback: days(2),
      review: days(1),
      archive: days(2),
    },
  },
  {
    policy: 'online-service',
    clauses: 'IN-10, HA-11, CO-3, CO-6',
    steps: {
      first_contact: ['first_answer', 'follow_up'],
      verification: [],
      proposal: ['follow_up'],
      remedy: ['remedy_step'],
      callback: ['callback'],
      archive: ['archive'],
    },
    outcome: 'completed',
    owed: {
      first_answer: business(1),
      follow_up: days(3),
      remedy_step: days(2),
      callback: days(2),
      archive: days(2),
    },
  },
  {
    policy: 'service-desk',
    clauses: 'IN-10, HA-7, CO-1, CO-13',
    steps: {
      first_contact: ['first_answer'],
      classification: ['next_step'],
      verification: ['next_step'],
      proposal: ['next_step', 'tell_proposal'],
      remedy: ['remedy_step'],
      callback: ['callback'],
      archive: ['archive'],
    },
    outcome: 'completed',
    owed: {
      first_answer: business(480),
      next_step: days(3),
      tell_proposal: days(1),
      remedy_step: days(2),
      callback: days(2),
      archive: days(2),
    },
  },
  {
    policy: 'retail-franchise',
    clauses: 'HA-1, HA-11, CO-3, CO-5, CO-6',
    steps: {
      first_contact: ['first_contact', 'follow_up'],
      classification: [],
      verification: [],
      proposal: ['follow_up'],
      remedy: ['remedy_step'],
      callback: ['callback'],
      review: ['review'],
      archive: ['archive'],
    },
    outcome: 'completed',
    owed: {
      first_contact: days(1),
      follow_up: WEEK,
      remedy_step: days(2),
      callback: days(2),
      review: days(1),
      archive: days(2),
    },
  },
  {
    policy: 'case-analysis',
    clauses: 'IN-10, CL-7, HA-5, CO-1',
    steps: {
      first_contact: ['first_answer', 'tell_acceptance', 'promised_answer'],
      classification: [],
      verification: [],
      cause_analysis: [],
      proposal: ['next_step'],
      remedy: ['remedy_step'],
      callback: ['callback'],
      archive: ['archive'],
    },
    outcome: 'completed',
    owed: {
      first_answer: business(30),
      tell_acceptance: business(60),
      promised_answer: wall(72 * 60),
      next_step: days(3),
      remedy_step: days(2),
      callback: days(2),
      archive: days(2),
    },
  },
  {
    policy: 'marketplace',
    clauses: 'CL-8, HA-9, CO-12, CO-1',
    steps: {
      classification: ['first_answer'],
      verification: [],
      proposal: ['proposal_answer'],
      remedy: ['tell_result', 'remedy_step'],
      archive: ['archive'],
    },
    outcome: 'settled',
    owed: {
      first_answer: { clock: 'business', minutes: 1 },
      proposal_answer: days(5),
      tell_result: days(1),
      remedy_step: days(2),
      archive: days(2),
    },
  },
];

/** Somebody of whom only tags are known (003 步驟一). */
const NOBODY = {
  role: 'complainant' as const,
  kind: 'consumer' as const,
  anonymous: true,
  contacts: [],
  tags: ['新注册用户'],
};

/** The steps in their order, each with the kinds of duties that came up in it. */
function stepsOf(events: Event[]): [Stage, DutyKind[]][] {
  const steps: [Stage, DutyKind[]][] = [];
  for (const event of events) {
    if (event.type === 'entered') steps.push([event.stage, []]);
    const duties = steps.at(-1)?.[1];
    if (event.type === 'owed' && duties && !duties.includes(event.kind)) duties.push(event.kind);
  }
  return steps;
}

test.each(WALKS)('$policy walks from intake to archive with its own steps and deadlines ($clauses)', async (walk) => {
  const number = await engine.register({ policy: walk.policy, channel: 'chat' });
  await bringTo(engine, number, 'closed');
  const events = await engine.events(number);
  expect(stepsOf(events)).toEqual(Object.entries(walk.steps));
  await expect(engine.handle(number).result()).resolves.toBe(walk.outcome);

  const owed = await engine.obligations(number);
  expect([...new Set(owed.map(({ kind }) => kind))].sort()).toEqual(Object.keys(walk.owed).sort());
  for (const { kind, countedFrom, dueAt, state } of owed) {
    const { dueAt: right } = dueTime(chinaCalendar(), countedFrom.getTime(), walk.owed[kind]!, []);
    expect({ kind, dueAt: dueAt.toISOString() }).toEqual({ kind, dueAt: new Date(right).toISOString() });
    expect(state).not.toBe('open');
  }
});

test.each(WALKS)(
  '$policy: an anonymous complaint with nobody to reach is looked into and filed (IN-2, HA-1)',
  async ({ policy }) => {
    const number = await engine.register({ policy, channel: 'chat', people: [NOBODY] });
    await bringTo(engine, number, 'closed');
    await expect(engine.handle(number).result()).resolves.toBe('anonymous');
    const owed = (await engine.obligations(number)).map(({ kind }) => kind);
    for (const kind of ['first_contact', 'first_answer', 'follow_up', 'callback'] as const)
      expect(owed).not.toContain(kind);
  },
);

test('what was lived under the six policies replays, and every stored turn folds to the stored file', async () => {
  expect(engine.numbers).toHaveLength(12);
  await engine.verify();
});

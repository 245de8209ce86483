import type { ActionData, ActionName } from '../../domain/actions';
import { GROUNDS } from '../../domain/classification';
import { nextWake } from '../../domain/clock';
import { ACTION_NAMES, decide } from '../../domain/decide';
import { CUSTOMER, SYSTEM } from '../../domain/people';
import type { Actor } from '../../domain/people';
import type { Rules } from '../../domain/policy';
import { SATISFACTIONS, STAGES } from '../../domain/words';
import type { Stage } from '../../domain/words';
import { POLICIES } from '../../policies';
import { nextStep, STAFF_AT_HAND } from '../support/crew';
import { aComplaint, anAction, DAY, HOUR, MINUTE, STAFF } from '../support/files';
import { PaperComplaint } from '../support/paper-complaint';
import { eventsOf, ownerOf } from './paper';

const LIVES = 6;
const MOVES = 45;

/** Chance that comes out the same on every machine (mulberry32). */
function dice(seed: number) {
  let state = seed;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  return { roll, pick };
}
type Dice = ReturnType<typeof dice>;

type Deed = { by: Actor; name: ActionName; data: Partial<ActionData[ActionName]> };
type Move = { wait: number } | Deed;

/** What somebody may say with an action beside the ordinary. */
const SAID: Partial<Record<ActionName, (chance: Dice, complaint: PaperComplaint) => object>> = {
  classify: ({ pick, roll }) => ({ grounds: roll() < 0.5 ? [] : [pick(GROUNDS)] }),
  record_callback: ({ pick, roll }) =>
    roll() < 0.3
      ? { answered: false, channel: pick(['phone', 'sms', 'email']) }
      : { answered: true, solved: roll() < 0.6, satisfaction: pick(SATISFACTIONS) },
  answer_survey: ({ pick, roll }, { file }) => ({
    round: file.round,
    solved: roll() < 0.6,
    satisfaction: pick(SATISFACTIONS),
  }),
  tell_proposal: (_, { file }) => ({ proposal: file.proposal?.no ?? 1 }),
  record_answer: ({ roll }, { file }) => ({
    proposal: file.proposal?.no ?? 1,
    answer: roll() < 0.5 ? 'accepted' : 'refused',
  }),
  propose: ({ pick, roll }) =>
    roll() < 0.3 ? { amountFen: pick([100, 60_000]), severity: 'serious', reason: 'r' } : {},
  decide_proposal: ({ pick }) => ({ decision: pick(['instruct', 'take_over']) }),
  raise_level: ({ pick }) => ({ level: pick([2, 3]) }),
  lower_level: ({ pick }) => ({ level: pick([1, 2]) }),
  tell_result: (_, { file }) => ({ channel: file.channel ?? 'phone' }),
  reject: ({ pick }) => ({ backTo: pick(['verification', 'proposal', 'callback']) }),
  record_account: ({ roll }, { file }) => ({ account: file.accounts.length || 1, answered: roll() < 0.7 }),
  decide_conclusion: ({ roll }) => ({ granted: roll() < 0.7 }),
  promise_call: ({ pick }, { now }) => ({ until: now + pick([HOUR, 50 * HOUR]) }),
};

/** Rare enough that most lives come to something else. */
const ENDINGS: readonly ActionName[] = ['withdraw', 'withdraw_by_link', 'refer'];

const saying = (chance: Dice, complaint: PaperComplaint, name: ActionName) =>
  (SAID[name]?.(chance, complaint) ?? {}) as Partial<ActionData[ActionName]>;

function nextMove(chance: Dice, complaint: PaperComplaint): Move {
  const { file, now } = complaint;
  const roll = chance.roll();
  if (roll < 0.15) return { wait: chance.pick([MINUTE, HOUR, 5 * HOUR, DAY, 4 * DAY]) };
  if (roll < 0.5 && file.stage && !file.closed) {
    const { by, name, data } = nextStep(file, now, [...STAFF_AT_HAND, SYSTEM]);
    return { by, name, data: { ...data, ...saying(chance, complaint, name) } };
  }
  // Somebody tries something: mostly what he may, for a life that gets somewhere.
  let move = someMove(chance, complaint);
  for (let tries = 0; tries < 12 && !isDone(complaint, move); tries += 1) move = someMove(chance, complaint);
  return move;
}

function someMove(chance: Dice, complaint: PaperComplaint): Deed {
  const name = chance.pick(ACTION_NAMES.filter((one) => !ENDINGS.includes(one) || chance.roll() < 0.02));
  const by = chance.pick([ownerOf(complaint), ownerOf(complaint), ...STAFF_AT_HAND, SYSTEM, CUSTOMER]);
  return { by, name, data: saying(chance, complaint, name) };
}

const isDone = ({ file, now }: PaperComplaint, { by, name, data }: Deed): boolean =>
  'events' in decide(file, name, anAction(name, by, now, data), now);

async function make(complaint: PaperComplaint, move: Move): Promise<unknown> {
  if ('wait' in move) return complaint.passTo(complaint.now + move.wait);
  return complaint.try(move.by, move.name, move.data);
}

/** What holds of every file at rest. */
function wellFormed({ file, now, events }: PaperComplaint): void {
  const open = file.duties.map(({ kind }) => kind);
  for (const { dueAt } of file.duties) expect(dueAt).toBeGreaterThan(0);
  expect(nextWake(file)?.at ?? Infinity).toBeGreaterThan(now);
  // One promise of a kind runs at a time; missed ones may stand beside it.
  for (const kind of ['follow_up', 'first_answer', 'promised_answer', 'take_over', 'review', 'callback'] as const) {
    expect([kind, file.duties.filter((duty) => duty.kind === kind && !duty.missed).length <= 1]).toEqual([kind, true]);
  }
  if (file.closed) expect([open, file.outcome !== null]).toEqual([[], true]);
  else expect(file.stage).not.toBe(null);
  // Nobody is called upon to take over what nobody has to take over, and whoever waits in the hand-over is waited for.
  if (open.includes('take_over')) expect(file.handOver).toBe(true);
  if (file.stage === 'hand_over' && !file.closed) expect(open).toContain('take_over');
  if (file.stage === 'archive' && !file.closed) expect(open).toContain('archive');
  expect(file.level).toBeLessThanOrEqual(file.rules.topLevel);
  expect(file.seq).toBe(events.length);
}

/** Two complaints live the same life; one of them is begun again from the record after every move. */
async function livedTwice(rules: Rules, seed: number): Promise<PaperComplaint> {
  const chance = dice(seed);
  const birth = {
    rules,
    reachable: chance.roll() < 0.85,
    grounds: chance.roll() < 0.3 ? [chance.pick(GROUNDS)] : [],
    subject: chance.pick(['product', 'shop'] as const),
    ...(seed % 3 === 1 ? { owner: { id: STAFF.logisticsMember.id, role: 'department_member' as const } } : {}),
    ...(chance.roll() < 0.2 ? { level: 2 as const, marks: ['repeat' as const] } : {}),
  };
  const [steady, restarted] = [
    await PaperComplaint.begin(aComplaint(birth)),
    await PaperComplaint.begin(aComplaint(birth)),
  ];
  for (let i = 0; i < MOVES; i += 1) {
    const move = nextMove(chance, steady);
    const replies = [await make(steady, move), await make(restarted, move)];
    expect(replies[1]).toEqual(replies[0]);
    expect(restarted.record.text).toBe(steady.record.text);
    wellFormed(steady);
    await restarted.restart();
    expect(restarted.record.text).toBe(steady.record.text);
  }
  // Wherever it stands now, a crew that knows its work still brings it to an end.
  await steady.walkTo('closed');
  return steady;
}

/** Courses that not every complaint takes: what is said at some step in the place of the ordinary, once. */
const COURSES: [string, Partial<Record<ActionName, object>>, Parameters<typeof aComplaint>[0]?][] = [
  ['the ordinary one', {}],
  ['urgent', { classify: { grounds: ['safety'] } }],
  [
    'level 3 and dissatisfied to the end',
    { classify: { grounds: ['harms_company'] }, record_callback: { satisfaction: 'dissatisfied' } },
  ],
  ['a second round', { record_callback: { solved: false, satisfaction: 'acceptable' } }],
  ['refused, then agreed', { record_answer: { answer: 'refused' } }],
  ['sent back by the reviewer', { approve: { reject: true } }],
  ['without agreement', { record_answer: { conclude: true } }],
  ['heard by a department first', {}, { owner: { id: STAFF.logisticsMember.id, role: 'department_member' } }],
  ['about a shop', {}, { subject: 'shop' }],
  ['nobody to reach', {}, { reachable: false }],
];

/** What comes next on a course; what is told of it is said once. */
function onCourse(complaint: PaperComplaint, special: Partial<Record<ActionName, object>>): Deed {
  const { by, name, data } = nextStep(complaint.file, complaint.now, STAFF_AT_HAND);
  const { reject, conclude, ...said } = { reject: false, conclude: false, ...special[name] };
  delete special[name];
  if (reject) return { by, name: 'reject', data: { backTo: 'proposal' } };
  const refused = complaint.file.proposal?.answer === 'refused';
  if (conclude && complaint.file.rules.duties.conclusion_decision) {
    if (refused) return { by, name: 'ask_conclusion', data: {} };
    special.propose = { conclude };
    return { by, name, data: { ...data, answer: 'refused' } };
  }
  return { by, name, data: { ...data, ...said } };
}

const granted = ({ name, data }: Deed): object => (name === 'decide_conclusion' ? { ...data, granted: true } : data);

describe('a desk that is begun again from the record after every step', () => {
  const lives = POLICIES.flatMap((rules) =>
    COURSES.map(([course, special, birth]) => [rules.policy, course, rules, special, birth] as const),
  );

  it.each(lives)(
    '%s, %s: stands where it stood, and owes what it owed',
    async (_policy, _course, rules, special, birth) => {
      const complaint = await PaperComplaint.begin(aComplaint({ rules, marks: ['typical'], ...birth }));
      const told = { ...special };
      for (let steps = 0; !complaint.file.closed && steps < 60; steps += 1) {
        const deed = onCourse(complaint, told);
        await complaint.do(deed.by, deed.name, granted(deed));
        wellFormed(complaint);
        const before = complaint.record.text;
        await complaint.restart();
        expect(complaint.record.text).toBe(before);
      }
      expect(complaint.file.closed).toBe(true);
    },
  );
});

describe('a desk that is begun again from the record after every move', () => {
  /** Where chance seldom leads; the courses above go there. */
  const RARE: Stage[] = ['hand_over', 'cause_analysis', 'result', 'meeting'];

  it.each(POLICIES.map((rules) => [rules.policy, rules] as const))(
    '%s: changes nothing, whatever happens to the complaint',
    async (_, rules) => {
      const reached = new Set<Stage>(RARE);
      for (let seed = 1; seed <= LIVES; seed += 1) {
        const life = await livedTwice(rules, seed);
        for (const { stage } of eventsOf(life, 'entered')) reached.add(stage);
      }
      expect(STAGES.filter((stage) => rules.stages[stage] && !reached.has(stage))).toEqual([]);
    },
  );
});

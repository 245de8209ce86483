import type { ActionData, ActionName, Draft } from '../../domain/actions';
import { GROUNDS } from '../../domain/classification';
import type { ComplaintFile } from '../../domain/complaint-file';
import { CUSTOMER, SYSTEM } from '../../domain/people';
import type { Actor } from '../../domain/people';
import {
  ACCOUNT_OF,
  CONTACT_PURPOSES,
  DEPARTMENTS,
  DIMENSIONS,
  EVIDENCE_SOURCES,
  LEVELS,
  NATURES,
  PRIORITIES,
  REJECTION_GROUNDS,
  REQUEST_TYPES,
  SATISFACTIONS,
  SEVERITIES,
  STAGES,
  TASK_ANSWERS,
  TELLING_POINTS,
} from '../../domain/words';
import type { Cause, Channel, Dimension, RequestType, SubType } from '../../domain/words';
import { ANALYSIS, DAY, DEPUTY, HOUR, lackingOf, proof, STAFF } from '../support/files';
import type { Rules } from '../../domain/policy';

/** Everybody on the staff: the demo staff, somebody with two hats, and a second one where the demo has one only. */
export const COLLEAGUES: Actor[] = [
  ...Object.values(STAFF),
  DEPUTY,
  { id: 'manager-2', roles: ['manager'], team: 'head_office' },
  { id: 'director-3', roles: ['sales_director'], team: 'head_office' },
  { id: 'director-4', roles: ['administration_director'], team: 'head_office' },
  { id: 'centre-1', roles: ['administration_centre'], team: 'head_office' },
  { id: 'warehouse-1', roles: ['department_member'], team: 'warehouse' },
];

/** Whom a customer may name. */
const NAMEABLE = COLLEAGUES.filter(({ id }) =>
  [
    'handler-1',
    'handler-2',
    'supervisor-1',
    'manager-1',
    'director-1',
    'director-2',
    'logistics-1',
    'clerk-1',
  ].includes(id),
);

/** Everybody who may try something: the staff, the product itself, and the customer by his link. */
export const EVERYBODY: Actor[] = [...COLLEAGUES, SYSTEM, CUSTOMER];

export const pick = <T>(from: readonly T[], dice: number): T => from[dice % from.length]!;
/** A second throw out of the first, so that one number decides more than one thing. */
export const again = (dice: number, times: number): number => Math.floor(dice / 7 ** times);

/** What staff may say of when something happened: nothing, the truth, nonsense. */
const toldTime = (file: ComplaintFile, at: number, dice: number): number =>
  pick([at, at - HOUR, at, at + 30_000, at + HOUR, file.receivedAt - HOUR], dice);

/** The last of some numbered things; seldom another one, or one that does not exist. */
const numberOf = (count: number, dice: number): number => pick([count, count, count, 1, 2, count, 99], dice);

const channel = (dice: number): Channel => pick(['phone', 'email', 'chat', 'letter'], dice);

/** The channel that the customer came by, and seldom another one. */
const originalChannel = (file: ComplaintFile, dice: number): Channel =>
  dice % 5 === 0 ? channel(dice) : (file.channel ?? 'phone');

export const grounds = (dice: number): ActionData['classify']['grounds'] =>
  dice % 3 === 0 ? [] : [pick(GROUNDS, dice), ...(dice % 5 === 0 ? [pick(GROUNDS, again(dice, 1))] : [])];

export const steps = (dice: number, ...others: string[]): Draft['steps'] =>
  Array.from({ length: pick([1, 2, 3, 0], dice) }, (_, i) => ({
    person: pick(['handler-1', 'handler-2', 'supervisor-1', 'clerk-1', 'logistics-1', ...others], again(dice, i)),
    workingDays: 1 + (again(dice, i) % 5),
    ref: `text-step-${i}`,
  }));

/** Amounts within and beyond the standard and everybody's limits, in 分. */
const AMOUNTS = [0, 4_000, 0, 20_000, 60_000, 0, 400_000] as const;

const KINDS: Draft['kinds'][] = [
  ['compensation', 'apology'],
  ['explanation'],
  ['exchange', 'apology'],
  ['compensation'],
];

export const draft = (dice: number): Draft => ({
  kinds: pick(KINDS, again(dice, 2)),
  amountFen: pick(AMOUNTS, dice),
  basis: ['policy'],
  severity: pick([...SEVERITIES, undefined], again(dice, 1)),
  ref: 'text-proposal',
  reason: dice % 3 ? 'text-why' : undefined,
  points: dice % 8 ? { solution: 'text-solution', standard: 'text-standard', promise: 'text-promise' } : undefined,
  steps: steps(again(dice, 1)),
});

const FITTING: Record<RequestType, SubType> = {
  enquiry: 'usage',
  problem_report: 'logistics_delay',
  complaint: 'negotiation',
  after_sales: 'repair_booking',
};

/** Seldom a sub-type of another type. */
function requestOf(dice: number): { requestType: RequestType; subType?: SubType } {
  const requestType = pick(REQUEST_TYPES, dice);
  return { requestType, subType: pick([undefined, FITTING[requestType], undefined, 'usage'] as const, again(dice, 1)) };
}

/** A cause of each dimension that needs nothing behind it, and one of a person that does. */
const CAUSE_OF: Record<Dimension, Cause> = {
  customer: 'misinformation',
  process: 'missing_node',
  people: 'operating_error',
  system: 'data_error',
};

/** One of the departments that have people here, now and then one that has none. */
const department = (dice: number) =>
  pick(['logistics', 'warehouse', 'logistics', 'warehouse', pick(DEPARTMENTS, again(dice, 1))] as const, dice);
const member = (dice: number) => pick([undefined, undefined, 'logistics-1', 'supervisor-1'], dice);

/** As the directory knows somebody. */
function colleague(dice: number): ActionData['reassign']['to'] {
  const { id, roles, team } = pick(COLLEAGUES, dice);
  return { id, role: pick(roles, again(dice, 1)), team };
}

type Data = { [N in ActionName]: (file: ComplaintFile, at: number, dice: number) => ActionData[N] };
/** The rules of a complaint as the next edition, as the one that it has, or of another name. */
const otherRules = ({ rules }: ComplaintFile, dice: number): Rules =>
  pick([{ ...rules, edition: rules.edition + 1 }, rules, { ...rules, policy: 'another', edition: 99 }], dice);

/** What an action may bring with it, plausible or not: one number decides all. */
export const DATA: Data = {
  record_contact: (file, at, dice) => ({
    channel: channel(dice),
    direction: pick(['outbound', 'inbound'], again(dice, 1)),
    reached: dice % 3 !== 0,
    with: pick(['complainant', 'agent'], dice),
    purpose: pick(CONTACT_PURPOSES, again(dice, 1)),
    // Now and then of a talk that is older than most of what is owed.
    occurredAt: dice % 2 ? undefined : dice % 8 === 0 ? at - 3 * DAY : toldTime(file, at, again(dice, 1)),
    ref: 'text-contact',
  }),
  fill_form: (_file, _at, dice) => ({ ref: 'text-form', repeatedBack: dice % 4 !== 0 }),
  tell_acceptance: (_file, _at, dice) => ({ channel: channel(dice), ref: 'text-accepted' }),
  promise_call: (_file, at, dice) => ({
    until: at + pick([2 * HOUR, 2 * DAY, 90_500, -HOUR, 40 * DAY, 9 * DAY + 250, 0], dice),
    ref: 'text-promise',
  }),
  add_contact_way: (_file, _at, dice) => ({ channel: channel(dice), ref: 'text-way' }),
  ask_evidence: (_file, _at, dice) => ({ of: pick(EVIDENCE_SOURCES, dice), ref: 'text-asked' }),
  add_evidence: (_file, at, dice) => ({
    kind: 'photo',
    from: pick(EVIDENCE_SOURCES, dice),
    submittedAt: pick([undefined, at - DAY, at + HOUR], again(dice, 1)),
    ref: 'text-evidence',
  }),
  change_request_type: (_file, _at, dice) => ({ ...requestOf(dice), ref: 'text-changed' }),
  refer: (_file, _at, dice) => ({
    body: 'text-body',
    ...(dice % 4 ? { channel: channel(dice), ref: 'text-referred' } : {}),
  }),
  add_information: (_file, _at, dice) => ({
    field: pick(['orderNo', 'place', 'photos'], dice),
    ref: 'text-information',
    ...(dice % 3 ? {} : { correction: true as const }),
  }),
  classify: (_file, _at, dice) => ({
    nature: dice % 11 === 0 ? 'weather' : pick(NATURES, again(dice, 1)),
    ...requestOf(again(dice, 1)),
    grounds: grounds(dice),
    ref: 'text-reason',
  }),
  take_over: () => ({}),
  raise_level: (_file, _at, dice) => ({ level: pick(LEVELS, dice), ref: 'text-raised' }),
  lower_level: (_file, _at, dice) => ({
    level: pick(LEVELS, dice),
    earlier: pick([undefined, undefined, 3, 1, 2] as const, again(dice, 1)),
    ref: 'text-lowered',
  }),
  change_priority: (_file, _at, dice) => ({ priority: pick(PRIORITIES, dice), ref: 'text-priority' }),
  mark_typical: () => ({ ref: 'text-typical' }),
  reassign: (file, _at, dice) => {
    const to = colleague(dice);
    const lacking = file.respondents.length > 0 ? lackingOf(file.respondents, to.team) : undefined;
    return { to, lacking, ref: 'text-reassigned' };
  },
  name_respondent: (file, _at, dice) => {
    const { id, roles, team } = pick(NAMEABLE, dice);
    return {
      person: { id, roles, team },
      lacking: lackingOf([...file.respondents, id], file.team),
      subject: pick([undefined, 'staff', undefined, 'product'] as const, again(dice, 1)),
      ref: 'text-named',
    };
  },
  clear_respondent: (file, _at, dice) => {
    const who = pick([...file.respondents, ...file.respondents, 'handler-2'], dice);
    const others = file.respondents.filter((id) => id !== who);
    return { who, others, lacking: lackingOf(others, file.team), ref: 'text-cleared' };
  },
  hand_on_work: (_file, _at, dice) => {
    const { id, roles, team } = pick(COLLEAGUES, again(dice, 1));
    return {
      from: pick(['logistics-1', 'handler-1', 'handler-2', 'clerk-1'], dice),
      to: { id, roles, team },
      ref: 'text-left',
    };
  },
  mark_repeat: (_file, _at, dice) => ({
    other: '20260301-001',
    level: pick([2, 2, 3, 1] as const, dice),
    owner: dice % 3 ? undefined : colleague(again(dice, 1)),
  }),
  unmark_repeat: () => ({ other: '20260301-001' }),
  join_cluster: (_file, _at, dice) => ({
    cluster: pick(['M20260302-01', 'M20260303-01'], dice),
    level: pick([3, 3, 2, 1] as const, again(dice, 1)),
  }),
  record_verification: (_file, _at, dice) => ({
    sources: ['order'],
    responsibility: pick(['ours', 'misunderstanding', 'third_party'], dice),
    concluded: dice % 3 !== 0,
    ref: 'text-findings',
  }),
  assign_task: (_file, _at, dice) => ({
    department: department(dice),
    person: member(again(dice, 1)),
    lead: dice % 4 === 0 || undefined,
    ref: 'text-task',
  }),
  pass_task: (file, _at, dice) => ({
    task: numberOf(file.tasks.length, dice),
    department: department(again(dice, 1)),
    person: member(again(dice, 1)),
    ref: 'text-passed',
  }),
  report_progress: (file, _at, dice) => ({ task: numberOf(file.tasks.length, dice), ref: 'text-progress' }),
  answer_task: (file, _at, dice) => ({
    task: numberOf(file.tasks.length, dice),
    answer: pick(TASK_ANSWERS, dice),
    preliminary: again(dice, 1) % 3 === 0 || undefined,
    ref: 'text-answer',
  }),
  return_task: (file, _at, dice) => ({ task: numberOf(file.tasks.length, dice), ref: 'text-returned' }),
  cancel_task: (file, _at, dice) => ({ task: numberOf(file.tasks.length, dice), ref: 'text-cancelled' }),
  appoint_lead: (_file, _at, dice) => ({ department: department(dice), person: member(again(dice, 1)) }),
  ask_account: (_file, _at, dice) => ({
    of: pick(ACCOUNT_OF, dice),
    person: pick([undefined, 'handler-2', undefined, 'supervisor-1', undefined], again(dice, 2)),
    workingDays: pick([undefined, 1, undefined, 4], again(dice, 1)),
    ref: 'text-account',
  }),
  urge_account: (file, _at, dice) => ({ account: numberOf(file.accounts.length, dice), ref: 'text-urged' }),
  record_account: (file, _at, dice) => ({
    account: numberOf(file.accounts.length, dice),
    answered: again(dice, 1) % 2 === 0,
    ref: 'text-accounted',
  }),
  call_cross_meeting: () => ({ departments: ['product', 'logistics'], ref: 'text-called' }),
  record_cross_meeting: () => ({ minutes: 'text-minutes' }),
  cancel_cross_meeting: () => ({ ref: 'text-called-off' }),
  analyse_cause: (_file, _at, dice) => {
    const dimension = pick(DIMENSIONS, dice);
    return {
      dimension,
      direct: 'text-direct',
      cause: dice % 6 === 0 ? pick(['misuse', 'service_attitude'] as const, again(dice, 1)) : CAUSE_OF[dimension],
      behind: pick([undefined, 'insufficient_training', 'operating_error', 'rule_gap'] as const, again(dice, 1)),
      root: 'text-root',
      department: 'logistics',
      person: 'logistics-head-1',
      direction: 'text-direction',
    };
  },
  note_progress: () => ({ ref: 'text-noted' }),
  explain_overdue: () => ({ ref: 'text-explained' }),
  propose: (_file, _at, dice) => draft(dice),
  withdraw_proposal: () => ({ ref: 'text-withdrawn' }),
  approve_proposal: (_file, _at, dice) => ({ approved: dice % 3 !== 0, ref: 'text-approval' }),
  tell_proposal: (file, _at, dice) => ({
    proposal: numberOf(file.proposals, dice),
    channel: channel(dice),
    apologised: dice % 4 !== 1,
    covers: dice % 9 === 0 ? ['findings', 'content'] : [...TELLING_POINTS],
    ref: 'text-told',
  }),
  record_answer: (file, at, dice) => ({
    proposal: numberOf(file.proposals, dice),
    answer: pick(['accepted', 'refused'], again(dice, 1)),
    proof: proof(toldTime(file, at, again(dice, 2))),
  }),
  decide_proposal: (_file, _at, dice) => ({
    decision: pick(['instruct', 'take_over', 'offer'], dice),
    offer: dice % 5 ? draft(again(dice, 1)) : undefined,
    ref: 'text-decision',
  }),
  apply_decision: (_file, _at, dice) => ({
    ...draft(dice),
    amountFen: pick([...AMOUNTS, 3_000_000], dice),
    steps: steps(again(dice, 1), 'owner'),
    cluster: 'M20260302-01',
    findings: { sources: ['order'], responsibility: 'ours', ref: 'text-findings' },
    cause: dice % 4 ? ANALYSIS : undefined,
    by: pick(
      [
        { id: 'director-1', role: 'sales_director' },
        { id: 'director-2', role: 'administration_director' },
      ] as const,
      dice,
    ),
  }),
  start_waiting: () => ({ ref: 'text-waiting' }),
  end_waiting: () => ({ ref: 'text-heard' }),
  ask_extension: (_file, _at, dice) => ({ hours: pick([24, 4, 120], dice), ref: 'text-longer' }),
  decide_extension: (_file, _at, dice) => ({ granted: dice % 3 !== 0, ref: 'text-extension' }),
  ask_conclusion: () => ({ ref: 'text-no-agreement' }),
  decide_conclusion: (_file, _at, dice) => ({ granted: dice % 2 === 0, ref: 'text-conclusion' }),
  complete_step: (_file, _at, dice) => ({ step: pick([1, 2, 3, 9], dice), ref: 'text-done' }),
  see_off_step: (_file, _at, dice) => ({ step: pick([1, 2, 3, 9], dice), ref: 'text-seen' }),
  delay_step: (_file, _at, dice) => ({
    step: pick([1, 2, 3, 9], dice),
    workingDays: 1 + (dice % 6),
    ref: 'text-delay',
  }),
  tell_result: (file, _at, dice) => ({ results: ['refund'], channel: originalChannel(file, dice), ref: 'text-result' }),
  record_callback: (file, at, dice) =>
    dice % 4 === 0
      ? { answered: false, channel: channel(again(dice, 1)) }
      : {
          answered: true,
          solved: dice % 3 !== 0,
          satisfaction: pick([...SATISFACTIONS, undefined], again(dice, 1)),
          marks: pick([{ efficiency: 5, result: 3, attitude: 4 }, undefined], again(dice, 2)),
          ...(dice % 5 === 0
            ? { channel: 'chat', proof: proof(toldTime(file, at, again(dice, 3))) }
            : { channel: 'phone', recording: 'text-recording' }),
        },
  answer_survey: (file, _at, dice) => ({
    round: pick([file.round, file.round, 1, file.round + 1], dice),
    solved: dice % 3 !== 0,
    satisfaction: pick([...SATISFACTIONS, undefined], again(dice, 1)),
  }),
  give_up_callback: () => ({ ref: 'text-given-up' }),
  decide_finally: () => ({ minutes: 'text-minutes' }),
  approve: () => ({}),
  reject: (_file, _at, dice) => ({
    ground: pick(REJECTION_GROUNDS, again(dice, 1)),
    backTo: pick(
      ['verification', 'cause_analysis', 'proposal', 'callback', pick(STAGES, again(dice, 1))] as const,
      dice,
    ),
    ref: dice % 2 ? 'text-reason' : undefined,
  }),
  archive: () => ({}),
  withdraw: (file, at, dice) => ({ proof: proof(toldTime(file, at, dice)) }),
  withdraw_by_link: () => ({}),
  recompute: (_file, _at, dice) => ({ edition: dice }),
  adopt_policy: (file, _at, dice) => ({ rules: otherRules(file, dice), ref: 'text-reason' }),
};

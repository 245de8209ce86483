import { chinaCalendar } from '../../calendars/china';
import type { Action, ActionData, ActionName } from '../../domain/actions';
import { applyTurn } from '../../domain/apply-turn';
import type { AppliedTurn } from '../../domain/apply-turn';
import type { ComplaintFile } from '../../domain/complaint-file';
import type { Proof } from '../../domain/events';
import { blankFile } from '../../domain/blank-file';
import { settle } from '../../domain/evolve';
import { rolesLacking } from '../../domain/lacking';
import { openingEvents } from '../../domain/opening';
import type { Birth } from '../../domain/opening';
import type { Actor } from '../../domain/people';
import type { Rules } from '../../domain/policy';
import { TELLING_POINTS } from '../../domain/words';
import type { Role } from '../../domain/words';
import { STANDARD } from '../../policies/standard';

/** The calendar of the tests: made once, it is the same for every complaint. */
export const CALENDAR = chinaCalendar();

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** An instant on the wall of Shanghai, such as `2026-03-02 09:00`. */
export const shanghai = (wall: string): number => Date.parse(`${wall.replace(' ', 'T')}+08:00`);
/** How an instant reads on the wall of Shanghai, to the minute; with seconds and more where there are any. */
export function wall(instant: number | undefined): string {
  if (instant === undefined) return 'never';
  const text = new Date(instant + 8 * HOUR).toISOString().replace('T', ' ').replace('Z', '');
  return text.replace(/(:00)?\.000$/, '');
}

/** Plain JSON, as Postgres and Temporal keep it. */
export const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Makes a value one that nobody can change any more: whoever tries is thrown at. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

/** A file as text, without its rules: those never change, and are most of it. */
export const fileAsText = (file: ComplaintFile): string => JSON.stringify({ ...file, rules: undefined });
/** A file from its text. It shares its rules, frozen, with every other file. */
export const fileFromText = (text: string, rules: Rules): ComplaintFile => ({
  ...(JSON.parse(text) as ComplaintFile),
  rules,
});

const actor = (id: string, roles: Actor['roles'], team: string): Actor => ({ id, roles, team });

/** The demo staff of db/demo-staff.ts. */
export const STAFF = {
  handler: actor('handler-1', ['handler'], 'east'),
  handler2: actor('handler-2', ['handler'], 'east'),
  handlerSouth: actor('handler-3', ['handler'], 'south'),
  supervisor: actor('supervisor-1', ['supervisor'], 'east'),
  supervisorSouth: actor('supervisor-2', ['supervisor'], 'south'),
  manager: actor('manager-1', ['manager'], 'head_office'),
  salesDirector: actor('director-1', ['sales_director'], 'head_office'),
  administrationDirector: actor('director-2', ['administration_director', 'administration_centre'], 'head_office'),
  clerk: actor('clerk-1', ['clerk'], 'head_office'),
  logisticsHead: actor('logistics-head-1', ['department_head'], 'logistics'),
  logisticsMember: actor('logistics-1', ['department_member'], 'logistics'),
  warehouseHead: actor('warehouse-head-1', ['department_head'], 'warehouse'),
  admin: actor('admin-1', ['admin'], 'head_office'),
};
/** In which roles of the demo staff nobody is left, once these are complained about. */
export const lackingOf = (respondents: readonly string[], team = 'east'): Role[] =>
  rolesLacking(Object.values(STAFF), respondents, team);
/** Somebody with two hats, as small teams have them; not among the demo staff. */
export const DEPUTY = actor('deputy-1', ['handler', 'supervisor'], 'east');

/** A complaint as intake leaves it: its file, and its first turn. */
export type Born = { now: number; file: ComplaintFile; turn: AppliedTurn };

/** A complaint, taken in as db/queries/intake.ts does it. `receivedAt` is Monday 2026-03-02, 10:00, unless told. */
export function aComplaint(given: Partial<Birth> & { now?: number; rules?: Rules } = {}): Born {
  const { now = given.receivedAt ?? shanghai('2026-03-02 10:00'), ...birth } = given;
  const rules = frozen(given.rules ?? STANDARD);
  const events = openingEvents(rules, {
    number: '20260302-001',
    receivedAt: now,
    team: 'east',
    owner: { id: 'handler-1', role: 'handler' },
    channel: 'phone',
    requestType: 'complaint',
    respondents: [],
    known: [],
    ...birth,
  });
  const file = blankFile(rules);
  const turn = applyTurn(file, events, now, CALENDAR);
  settle(file, turn.due, now);
  return { now, file: fileFromText(fileAsText(file), rules), turn };
}

/** The customer's word with its proof. */
export const proof = (occurredAt: number): Proof => ({
  kind: 'call_recording',
  who: 'complainant',
  channel: 'phone',
  occurredAt,
  ref: 'text-proof',
});

const POINTS = { solution: 'text-solution', standard: 'text-standard', promise: 'text-promise' };
const ref = 'text-words';

/** Why it happened, as an action carries it (HA-5). */
export const ANALYSIS: ActionData['analyse_cause'] = {
  dimension: 'process',
  direct: 'text-direct',
  cause: 'missing_node',
  root: 'text-root',
  department: 'logistics',
  person: 'logistics-head-1',
  direction: 'text-direction',
};

/** What each action brings when there is nothing special about it; `at` is when it is done. */
const ORDINARY: { [N in ActionName]: (at: number) => ActionData[N] } = {
  record_contact: () => ({
    channel: 'phone',
    direction: 'outbound',
    reached: true,
    with: 'complainant',
    purpose: 'first_contact',
    ref: 'text-contact',
  }),
  fill_form: () => ({ ref: 'text-form', repeatedBack: true }),
  tell_acceptance: () => ({ channel: 'phone', ref }),
  promise_call: (at) => ({ until: at + 2 * HOUR, ref }),
  add_contact_way: () => ({ channel: 'phone', ref }),
  ask_evidence: () => ({ of: 'customer', ref }),
  add_evidence: () => ({ kind: 'photo', from: 'customer', ref }),
  change_request_type: () => ({ requestType: 'complaint', ref }),
  refer: () => ({ channel: 'phone', body: 'text-body', ref }),
  add_information: () => ({ field: 'place', ref: 'text-information' }),
  classify: () => ({ nature: 'product_quality', requestType: 'complaint', grounds: [], ref: 'text-reason' }),
  take_over: () => ({}),
  raise_level: () => ({ level: 2, ref }),
  lower_level: () => ({ level: 1, ref }),
  change_priority: () => ({ priority: 'urgent', ref }),
  mark_typical: () => ({ ref }),
  reassign: () => ({ to: { id: 'handler-2', role: 'handler', team: 'east' }, ref }),
  name_respondent: () => ({ person: STAFF.handler2, lacking: [], ref }),
  clear_respondent: () => ({ who: 'handler-2', others: [], lacking: [], ref }),
  hand_on_work: () => ({ from: 'logistics-1', to: STAFF.logisticsHead, ref }),
  mark_repeat: () => ({ other: '20260301-001', level: 2 }),
  unmark_repeat: () => ({ other: '20260301-001' }),
  join_cluster: () => ({ cluster: 'M20260302-01', level: 3 }),
  record_verification: () => ({ sources: ['order'], responsibility: 'ours', concluded: true, ref: 'text-findings' }),
  assign_task: () => ({ department: 'logistics', ref }),
  pass_task: () => ({ task: 1, department: 'warehouse', ref }),
  report_progress: () => ({ task: 1, ref }),
  answer_task: () => ({ task: 1, answer: 'fix', ref }),
  return_task: () => ({ task: 1, ref }),
  cancel_task: () => ({ task: 1, ref }),
  appoint_lead: () => ({ department: 'logistics' }),
  ask_account: () => ({ of: 'respondent', ref }),
  urge_account: () => ({ account: 1, ref }),
  record_account: () => ({ account: 1, answered: true, ref }),
  call_cross_meeting: () => ({ departments: ['product', 'logistics'], ref }),
  record_cross_meeting: () => ({ minutes: 'text-minutes' }),
  cancel_cross_meeting: () => ({ ref }),
  analyse_cause: () => ANALYSIS,
  note_progress: () => ({ ref }),
  explain_overdue: () => ({ ref }),
  withdraw_proposal: () => ({ ref }),
  propose: () => ({
    kinds: ['exchange', 'apology'],
    amountFen: 0,
    basis: ['policy'],
    steps: [{ person: 'handler-1', workingDays: 2, ref: 'text-step' }],
    points: POINTS,
    ref: 'text-proposal',
  }),
  approve_proposal: () => ({ approved: true, ref }),
  tell_proposal: () => ({
    proposal: 1,
    channel: 'phone',
    apologised: true,
    covers: [...TELLING_POINTS],
    ref: 'text-told',
  }),
  record_answer: (at) => ({ proposal: 1, answer: 'accepted', proof: proof(at) }),
  decide_proposal: () => ({ decision: 'instruct', ref: 'text-decision' }),
  apply_decision: () => ({
    cluster: 'M20260302-01',
    by: { id: 'director-1', role: 'sales_director' },
    findings: { sources: ['order'], responsibility: 'ours', ref: 'text-findings' },
    cause: ANALYSIS,
    kinds: ['return', 'apology'],
    amountFen: 0,
    basis: ['policy'],
    steps: [{ person: 'handler-1', workingDays: 2, ref: 'text-step' }],
    points: POINTS,
    ref: 'text-proposal',
  }),
  start_waiting: () => ({ ref }),
  end_waiting: () => ({ ref }),
  ask_extension: () => ({ hours: 24, ref }),
  decide_extension: () => ({ granted: true, ref }),
  ask_conclusion: () => ({ ref }),
  decide_conclusion: () => ({ granted: true, ref }),
  complete_step: () => ({ step: 1, ref: 'text-done' }),
  see_off_step: () => ({ step: 1, ref }),
  delay_step: () => ({ step: 1, workingDays: 3, ref: 'text-delay' }),
  tell_result: () => ({ results: ['exchange'], channel: 'phone', ref }),
  record_callback: () => ({
    answered: true,
    channel: 'phone',
    solved: true,
    satisfaction: 'satisfied',
    marks: { efficiency: 4, result: 4, attitude: 5 },
    recording: 'text-recording',
  }),
  answer_survey: () => ({ round: 1, solved: true, satisfaction: 'satisfied' }),
  give_up_callback: () => ({ ref }),
  decide_finally: () => ({ minutes: 'text-minutes' }),
  approve: () => ({}),
  reject: () => ({ ground: 'facts_unclear', backTo: 'verification' }),
  archive: () => ({}),
  withdraw: (at) => ({ proof: proof(at) }),
  withdraw_by_link: () => ({}),
  recompute: () => ({ edition: 2 }),
  adopt_policy: () => ({ rules: { ...STANDARD, edition: 2 }, ref: 'text-reason' }),
};

/** An action by somebody, ordinary in everything that is not told. */
export function anAction<N extends ActionName>(
  name: N,
  by: Actor,
  at: number,
  data: Partial<ActionData[N]> = {},
): Action<N> {
  return { by, data: { ...ORDINARY[name](at), ...data } };
}

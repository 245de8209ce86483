import { adoptPolicy } from './action-rules/adopting';
import * as agreeing from './action-rules/agreeing';
import * as callingBack from './action-rules/calling-back';
import * as classifying from './action-rules/classifying';
import * as closing from './action-rules/closing';
import { applyDecision } from './action-rules/deciding-mass';
import * as departments from './action-rules/departments';
import * as inquiring from './action-rules/inquiring';
import * as linking from './action-rules/linking';
import * as naming from './action-rules/naming';
import * as placing from './action-rules/placing';
import * as promising from './action-rules/promising';
import { refer } from './action-rules/referring';
import * as remedying from './action-rules/remedying';
import type { ActionRule, Case } from './action-rules/rule';
import { recompute } from './action-rules/system';
import { promiseCall } from './action-rules/promised-call';
import * as talking from './action-rules/talking';
import type { Action, ActionName } from './actions';
import { callingAnew } from './calling-anew';
import type { ComplaintFile } from './complaint-file';
import { highestRole, seatFor, seatsOf } from './deputies';
import type { Event } from './events';
import { isCalledToReview, mayNot } from './people';
import { likely } from './likely';
import type { Actor } from './people';
import type { Refusal } from './refusals';

/** Every action of the procedure: where, by whom, what it puts on file. */
export const ACTION_RULES: { [N in ActionName]: ActionRule<N> } = {
  record_contact: talking.recordContact,
  fill_form: talking.fillForm,
  add_information: talking.addInformation,
  tell_acceptance: talking.tellAcceptance,
  promise_call: promiseCall,
  add_contact_way: talking.addContactWay,
  ask_evidence: talking.askEvidence,
  add_evidence: talking.addEvidence,
  classify: classifying.classify,
  change_request_type: classifying.changeRequestType,
  take_over: placing.takeOver,
  raise_level: placing.raiseLevel,
  lower_level: placing.lowerLevel,
  change_priority: placing.changePriority,
  mark_typical: placing.markTypical,
  reassign: placing.reassign,
  name_respondent: naming.nameRespondent,
  clear_respondent: naming.clearRespondent,
  hand_on_work: naming.handOnWork,
  join_cluster: linking.joinCluster,
  mark_repeat: linking.markRepeat,
  unmark_repeat: linking.unmarkRepeat,
  refer,
  record_verification: inquiring.recordVerification,
  ask_account: inquiring.askAccount,
  urge_account: inquiring.urgeAccount,
  record_account: inquiring.recordAccount,
  call_cross_meeting: inquiring.callCrossMeeting,
  record_cross_meeting: inquiring.recordCrossMeeting,
  cancel_cross_meeting: inquiring.cancelCrossMeeting,
  analyse_cause: inquiring.analyseCause,
  assign_task: departments.assignTask,
  pass_task: departments.passTask,
  report_progress: departments.reportProgress,
  answer_task: departments.answerTask,
  return_task: departments.returnTask,
  cancel_task: departments.cancelTask,
  appoint_lead: departments.appointLead,
  note_progress: promising.noteProgress,
  explain_overdue: promising.explainOverdue,
  start_waiting: promising.startWaiting,
  end_waiting: promising.endWaiting,
  ask_extension: promising.askExtension,
  decide_extension: promising.decideExtension,
  propose: agreeing.propose,
  withdraw_proposal: agreeing.withdrawProposal,
  approve_proposal: agreeing.approveProposal,
  tell_proposal: agreeing.tellProposal,
  record_answer: agreeing.recordAnswer,
  decide_proposal: agreeing.decideProposal,
  apply_decision: applyDecision,
  ask_conclusion: agreeing.askConclusion,
  decide_conclusion: agreeing.decideConclusion,
  complete_step: remedying.completeStep,
  see_off_step: remedying.seeOffStep,
  delay_step: remedying.delayStep,
  tell_result: closing.tellResult,
  record_callback: callingBack.recordCallback,
  answer_survey: callingBack.answerSurvey,
  give_up_callback: callingBack.giveUpCallback,
  decide_finally: closing.decideFinally,
  approve: closing.approve,
  reject: closing.reject,
  archive: closing.archive,
  withdraw: closing.withdraw,
  withdraw_by_link: closing.withdrawByLink,
  recompute,
  adopt_policy: adoptPolicy,
};

export const ACTION_NAMES = Object.keys(ACTION_RULES) as ActionName[];

/**
 * What an action would put on file, or why it may not be done now. Pure: asked by the API, by the validator, and at its turn,
 * which alone counts. `events` beside a refusal: to have tried is put on file.
 */
export type Verdict = { events: Event[] } | { refused: Refusal; filed?: Event[] };

export function decide<N extends ActionName>(file: ComplaintFile, name: N, action: Action<N>, at: number): Verdict {
  const rule: ActionRule<N> = ACTION_RULES[name];
  const given: Case<N> = { file, data: action.data, by: action.by, at };
  if (action.expects !== undefined && action.expects !== file.seq) {
    return { refused: { code: 'seen_outdated', seq: file.seq } };
  }
  const refused = against(name, given);
  if (!refused) {
    const events = inHisPlace(rule, given);
    return { events: [...events, ...callingAnew(file, events, at)] };
  }
  if (!rule.filed?.includes(refused.code)) return { refused };
  return { refused, filed: [{ type: 'refused', action: name, because: refused.code, by: action.by.id }] };
}

/** What is put on file; and who really did it, where he did it in the place of a colleague who is away. */
function inHisPlace<N extends ActionName>(rule: ActionRule<N>, given: Case<N>): Event[] {
  const { id, roles } = given.by;
  const seated = seatedIn(rule, given);
  if (seated.by.id === id) return rule.events(given);
  const deputy = { id, role: highestRole(roles) };
  return [...rule.events(seated), { type: 'stood_in', by: deputy, for: seated.by.id }];
}

/**
 * Whether an action stands open to somebody, whatever he is going to say with it: null, or why not. Asked with what serves
 * him best, such as a step that is still to be done. `at` in ms, UTC.
 */
export function availability(file: ComplaintFile, name: ActionName, by: Actor, at: number): Refusal | null {
  const refusals = likely(file, name, at).map((data) => against(name, { file, data, by, at }));
  return refusals.includes(null) ? null : (refusals[0] ?? null);
}

/** What stands against an action: place, person, and what it says. */
function against<N extends ActionName>(name: N, given: Case<N>): Refusal | null {
  const rule: ActionRule<N> = ACTION_RULES[name];
  const seated = seatedIn(rule, given);
  return notNow(given.file, name) ?? notBy(rule, seated) ?? rule.refuses?.(seated) ?? null;
}

/** Why an action is out of place where the complaint stands, or null. */
export function notNow(file: ComplaintFile, name: ActionName): Refusal | null {
  const { stages, known } = ACTION_RULES[name];
  const { rules } = file;
  if (file.closed) return { code: 'closed' };
  // A step that the policy lacks is nowhere to be waited for.
  const allowed = stages === 'open' ? [] : stages.filter((stage) => rules.stages[stage]);
  if ((known && !known(rules)) || (stages !== 'open' && allowed.length === 0)) return { code: 'step_unknown_here' };
  if (stages === 'open' || (file.stage && stages.includes(file.stage))) return null;
  if (file.outcome === 'withdrawn') return { code: 'withdrawn' };
  return { code: 'not_in_stage', stage: file.stage, allowed };
}

/** The case as seen from the seat in which somebody may act: his own first, then that of a colleague whom he stands in for. */
function seatedIn<N extends ActionName>(rule: ActionRule<N>, given: Case<N>): Case<N> {
  if (!given.by.actsFor || given.file.respondents.includes(given.by.id)) return given;
  const may = (by: Actor): boolean => notBy(rule, { ...given, by }) === null;
  // Whoever is called upon to review does so, though the superior who stands in for him might in his own name (CO-5).
  const called = rule.by === 'reviewer' && seatsOf(given.by).find((by) => may(by) && isCalledToReview(given.file, by));
  return { ...given, by: called || seatFor(given.by, may) };
}

function notBy<N extends ActionName>(rule: ActionRule<N>, given: Case<N>): Refusal | null {
  if (given.file.respondents.includes(given.by.id)) return { code: 'complained_about' };
  return typeof rule.by === 'function' ? rule.by(given) : mayNot(given.file, rule.by, given.by);
}

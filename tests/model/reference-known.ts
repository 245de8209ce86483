import type { ActionName } from '../../domain/actions';
import type { Case, PolicyName } from './reference-case';

/**
 * The procedure told a second time. This file: which documents know what. The policy that has everything knows all of it; what
 * is not told of here belongs to every complaint, whatever its policy.
 */
const OF: Partial<Record<ActionName, Exclude<PolicyName, 'standard'>[]>> = {
  // IN-6, HA-1: a form in 002, and in 001 what was written down is read back.
  fill_form: ['retail-franchise', 'service-desk'],
  // IN-7: four types of request in 001.
  change_request_type: ['service-desk'],
  // CL-3: levels in 002.
  raise_level: ['retail-franchise'],
  lower_level: ['retail-franchise'],
  // CO-1, RE-2: typical ones are called back in 004, and shared in 003.
  mark_typical: ['marketplace', 'case-analysis'],
  // CL-7, HA-12: what 003 promises to the customer, puts off, extends and has to explain.
  tell_acceptance: ['case-analysis'],
  start_waiting: ['case-analysis'],
  end_waiting: ['case-analysis'],
  ask_extension: ['case-analysis'],
  decide_extension: ['case-analysis'],
  explain_overdue: ['case-analysis'],
  // HA-3, HA-4, CL-8: departments in 001 and 004.
  assign_task: ['service-desk', 'marketplace'],
  pass_task: ['service-desk', 'marketplace'],
  report_progress: ['service-desk', 'marketplace'],
  answer_task: ['service-desk', 'marketplace'],
  return_task: ['service-desk', 'marketplace'],
  cancel_task: ['service-desk', 'marketplace'],
  appoint_lead: ['service-desk', 'marketplace'],
  // HA-9: the other side in 004.
  ask_account: ['marketplace'],
  urge_account: ['marketplace'],
  record_account: ['marketplace'],
  // HA-5, HA-15, HA-17: causes, one standard and the departments' meeting in 003.
  analyse_cause: ['case-analysis'],
  call_cross_meeting: ['case-analysis'],
  record_cross_meeting: ['case-analysis'],
  cancel_cross_meeting: ['case-analysis'],
  approve_proposal: ['case-analysis'],
  // HA-8: 000 asks the supervisor, 003 the director; 001 and 004 adjust, 002 is silent.
  decide_proposal: ['online-service', 'case-analysis'],
  // IN-8: 004 refers.
  refer: ['marketplace'],
  // CO-11, CO-12: 004.
  ask_conclusion: ['marketplace'],
  decide_conclusion: ['marketplace'],
  tell_result: ['marketplace'],
  // CO-4, CO-5: 002.
  decide_finally: ['retail-franchise'],
  approve: ['retail-franchise'],
  reject: ['retail-franchise'],
};

/** Whether a complaint's policy has heard of something. */
export const knows = (c: Case, name: ActionName): boolean => c.under('standard', ...(OF[name] ?? [c.birth.policy]));

import type { Refusal, RefusalCode } from '../../domain/refusals';
import { problemSentence } from '../../templates/problems';
import type { ProblemCode, ProblemFacts, Sentence } from '../../templates/problems';
import { customerSentence } from '../../templates/customer-refusals';
import { refusalSentence } from '../../templates/refusals';
import { PROBLEM_STATUS } from './problem-status';

/** What the procedure refuses: 403 who may not, 422 what cannot be, 412 what has moved on, else 409. */
export const REFUSAL_STATUS: Record<RefusalCode, 403 | 409 | 412 | 422> = {
  closed: 409,
  withdrawn: 409,
  not_in_stage: 409,
  not_owner: 403,
  not_owner_nor_above: 403,
  role_needed: 403,
  other_team: 403,
  handled_before: 403,
  complained_about: 403,
  respondent_already: 409,
  not_a_respondent: 422,
  nothing_to_hand_on: 409,
  seen_outdated: 412,
  in_the_future: 422,
  before_receipt: 422,
  reason_wanted: 422,
  no_such_proposal: 422,
  proposal_not_told: 409,
  proposal_answered: 409,
  proposal_awaits_answer: 409,
  decision_awaited: 409,
  no_decision_awaited: 409,
  apology_missing: 409,
  no_such_step: 422,
  step_done: 409,
  missing: 409,
  already_on_record: 409,
  step_not_repeatable: 422,
  not_for_staff: 403,
  other_department: 403,
  nothing_to_take_over: 409,
  no_such_nature: 422,
  sub_type_of_other: 422,
  not_higher: 422,
  not_lower: 422,
  lowering: 409,
  complaint_stands: 409,
  verify_first: 409,
  not_spoken_yet: 409,
  priority_lowering: 409,
  level_earned: 409,
  no_such_priority: 422,
  unfit: 422,
  owner_already: 409,
  not_reachable: 409,
  step_unknown_here: 409,
  told_already: 409,
  first_round_only: 409,
  referral_untold: 422,
  in_the_past: 422,
  too_far: 422,
  no_such_task: 422,
  task_closed: 409,
  no_task_for_lead: 422,
  no_such_account: 422,
  account_closed: 409,
  not_urged: 409,
  no_preliminary: 409,
  tasks_open: 409,
  respondent_unnamed: 422,
  before_telling: 422,
  before_callback: 422,
  analysis_missing: 409,
  accounts_open: 409,
  other_side_unheard: 409,
  meeting_called: 409,
  no_meeting_called: 409,
  cause_of_other_dimension: 422,
  person_alone: 422,
  points_missing: 422,
  cause_missing: 422,
  beyond_limit: 422,
  telling_incomplete: 422,
  outside_standard: 422,
  approval_awaited: 409,
  approval_denied: 409,
  no_approval_awaited: 409,
  no_promise: 409,
  waiting_already: 409,
  nothing_asked: 409,
  waited_enough: 409,
  not_waiting: 409,
  decision_pending: 409,
  nothing_to_decide: 409,
  nothing_overdue: 409,
  step_reported: 409,
  step_not_reported: 409,
  not_original_channel: 422,
  satisfaction_missing: 422,
  marks_missing: 422,
  answer_final: 409,
  given_up_already: 409,
  link_void: 409,
  repeat_back_unheard: 409,
  promise_stands: 409,
  too_few_tries: 409,
  director_needed: 403,
  other_policy: 409,
  edition_not_newer: 409,
  stage_not_in_edition: 409,
  steps_behind_differ: 409,
  code_unknown: 409,
  code_void: 409,
  signal_unknown: 409,
  signal_malformed: 409,
  cancel_not_a_step: 409,
  improvements_not_in_policy: 409,
  improvement_too_early: 409,
  improvement_closed: 409,
  improvement_stands: 409,
  not_the_person: 403,
  not_the_setter: 403,
  not_the_head: 403,
  person_already: 409,
  own_improvement: 403,
  due_date_not_ahead: 422,
  penalties_not_in_policy: 409,
  penalty_stands: 409,
  own_penalty: 403,
  not_the_offender: 403,
  fen_outside: 422,
  not_reduced: 422,
  appeal_too_late: 409,
  confirmed_by_yourself: 403,
  proposed_by_yourself: 403,
  breach_penalised: 409,
};

const RETRY_AFTER_SECONDS = 3;

/** One thing wrong with what was sent: where, what stood there, what may stand there. */
export type FieldError = { path: string; given: unknown; allowed: string; allowedEn: string };

type More = { errors?: FieldError[]; headers?: Record<string, string>; fields?: Record<string, unknown> };

/** Anything that the API answers with other than success: an RFC 9457 problem. Thrown anywhere, written by one middleware. */
export class Problem extends Error {
  override readonly name = 'Problem';

  private constructor(
    readonly code: string,
    readonly status: number,
    readonly sentence: Sentence,
    readonly more: More = {},
    readonly refusal?: Refusal,
  ) {
    super(code);
  }

  /** A problem of the API's own. */
  static of<C extends ProblemCode>(code: C, facts: ProblemFacts[C], more?: More): Problem {
    return new Problem(code, PROBLEM_STATUS[code], problemSentence(code, facts), more);
  }

  /** What the procedure refuses; the refusal's values stand in the document as plain fields, with more that helps. */
  static refusing(refusal: Refusal, more: Record<string, unknown> = {}): Problem {
    const { code, ...fields } = refusal;
    const all = { fields: { ...fields, ...more } };
    return new Problem(code, REFUSAL_STATUS[code], refusalSentence(refusal), all, refusal);
  }

  /** The same, said otherwise. */
  saying(sentence: Sentence): Problem {
    return new Problem(this.code, this.status, sentence, this.more, this.refusal);
  }

  /** What the procedure refuses to a customer: in words for him, and without what is the company's own. */
  static toCustomer(refusal: Refusal): Problem {
    return new Problem(refusal.code, REFUSAL_STATUS[refusal.code], customerSentence(refusal));
  }

  /** Postgres does not answer. */
  static databaseAway(): Problem {
    const headers = { 'Retry-After': String(RETRY_AFTER_SECONDS) };
    return Problem.of('database_away', { retryAfterSeconds: RETRY_AFTER_SECONDS }, { headers });
  }

  /** It cannot be said yet whether an action was done. */
  static notKnownYet(): Problem {
    const headers = { 'Retry-After': String(RETRY_AFTER_SECONDS) };
    return Problem.of('not_known_yet', { retryAfterSeconds: RETRY_AFTER_SECONDS }, { headers });
  }

  /** The document. `instance` names the call, so that it can be found in the log. */
  document(requestId: string): Record<string, unknown> {
    const { title, titleEn, detail, detailEn } = this.sentence;
    return {
      type: `urn:huiyin:problem:${this.code}`,
      title,
      titleEn,
      status: this.status,
      detail,
      detailEn,
      instance: `urn:huiyin:request:${requestId}`,
      ...this.more.fields,
      ...(this.more.errors && { errors: this.more.errors }),
    };
  }
}

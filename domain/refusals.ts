import type { ImprovementRefusal } from './improvement/refusals';
import type { PenaltyRefusal } from './penalties/refusals';
import type { IntakeField } from './questions';
import type { AccountOf, Channel, Department, DutyKind, Level, Priority, Role, Stage, TellingPoint } from './words';

/** Why an action is not allowed now. Codes and plain values: templates/ turns them into sentences. */
export type Refusal =
  | { code: 'closed' }
  | { code: 'withdrawn' }
  | { code: 'not_in_stage'; stage: Stage | null; allowed: Stage[] }
  | { code: 'not_owner'; owner: string }
  | { code: 'not_owner_nor_above'; owner: string; roles: Role[] }
  | { code: 'role_needed'; roles: Role[] }
  | { code: 'other_team'; team: string }
  /** Because of what he did himself, of what somebody did whom he stands in for, or of who among those is complained about. */
  | { code: 'handled_before'; because: 'himself' | 'stands_in' | 'respondent' }
  | { code: 'complained_about' }
  | { code: 'respondent_already'; person: string }
  | { code: 'not_a_respondent'; person: string }
  | { code: 'nothing_to_hand_on'; person: string }
  | { code: 'seen_outdated'; seq: number }
  | { code: 'in_the_future'; field: string }
  | { code: 'before_receipt'; field: string }
  | { code: 'reason_wanted'; field: string }
  | { code: 'no_such_proposal'; proposal: number; current: number | null }
  | { code: 'proposal_not_told' }
  | { code: 'before_telling'; field: string }
  | { code: 'before_callback'; field: string }
  | { code: 'analysis_missing' }
  | { code: 'proposal_answered' }
  | { code: 'proposal_awaits_answer'; proposal: number }
  | { code: 'decision_awaited'; duty: DutyKind }
  | { code: 'no_decision_awaited' }
  | { code: 'apology_missing' }
  | { code: 'no_such_step'; step: number; steps: number[] }
  | { code: 'step_done'; step: number }
  | { code: 'missing'; what: string[] }
  | { code: 'already_on_record'; field: IntakeField }
  | { code: 'step_not_repeatable'; backTo: Stage; allowed: Stage[] }
  | { code: 'other_policy'; policy: string }
  | { code: 'edition_not_newer'; edition: number; present: number }
  | { code: 'stage_not_in_edition'; stage: Stage; edition: number }
  | { code: 'steps_behind_differ'; stages: Stage[]; edition: number }
  | { code: 'not_for_staff'; by: 'system' | 'customer' }
  | { code: 'other_department'; department: Department }
  | { code: 'nothing_to_take_over' }
  | { code: 'no_such_nature'; nature: string; allowed: string[] }
  | { code: 'sub_type_of_other'; subType: string; allowed: string[] }
  | { code: 'not_higher'; level: Level; highest: Level; allowed: Level[] }
  | { code: 'not_lower'; level: Level; highest: Level; allowed: Level[] }
  | { code: 'lowering'; level: Level }
  | { code: 'complaint_stands' }
  | { code: 'verify_first' }
  | { code: 'not_spoken_yet' }
  | { code: 'priority_lowering'; priority: Priority }
  | { code: 'level_earned'; least: Level; because: 'mass' | 'repeat' }
  | { code: 'no_such_priority'; priority: Priority; allowed: Priority[] }
  | { code: 'unfit'; person: string; roles: Role[] }
  | { code: 'owner_already'; person: string }
  | { code: 'not_reachable' }
  | { code: 'step_unknown_here' }
  | { code: 'told_already' }
  | { code: 'first_round_only' }
  | { code: 'referral_untold' }
  | { code: 'in_the_past'; field: string }
  | { code: 'too_far'; field: string; days: number }
  | { code: 'promise_stands'; until: string }
  | { code: 'no_such_task'; task: number; tasks: number[] }
  | { code: 'task_closed'; task: number }
  | { code: 'no_preliminary'; task: number }
  | { code: 'tasks_open'; tasks: number[] }
  | { code: 'no_task_for_lead'; departments: Department[] }
  | { code: 'no_such_account'; account: number; accounts: number[] }
  | { code: 'account_closed'; account: number }
  | { code: 'not_urged' }
  | { code: 'accounts_open'; accounts: number[] }
  | { code: 'other_side_unheard'; respondents: string[]; side: AccountOf | null }
  | { code: 'respondent_unnamed'; respondents: string[] }
  | { code: 'meeting_called' }
  | { code: 'no_meeting_called' }
  | { code: 'cause_of_other_dimension'; cause: string; allowed: string[] }
  | { code: 'person_alone' }
  | { code: 'points_missing' }
  | { code: 'cause_missing' }
  | { code: 'beyond_limit'; limitFen: number }
  | { code: 'telling_incomplete'; missing: TellingPoint[] }
  | { code: 'outside_standard' }
  | { code: 'approval_awaited' }
  | { code: 'approval_denied' }
  | { code: 'no_approval_awaited' }
  | { code: 'no_promise' }
  | { code: 'waiting_already' }
  | { code: 'nothing_asked' }
  | { code: 'waited_enough' }
  | { code: 'not_waiting' }
  | { code: 'decision_pending'; duty: DutyKind }
  | { code: 'nothing_to_decide'; duty: DutyKind }
  | { code: 'nothing_overdue' }
  | { code: 'step_reported'; step: number }
  | { code: 'step_not_reported'; step: number }
  | { code: 'not_original_channel'; channel: Channel }
  | { code: 'repeat_back_unheard' }
  | { code: 'satisfaction_missing' }
  | { code: 'marks_missing' }
  | { code: 'answer_final' }
  | { code: 'given_up_already' }
  | { code: 'link_void' }
  | {
      code: 'too_few_tries';
      tries: number;
      days: number;
      channels: number;
      needed: { tries: number; days: number; channels: number };
    }
  | { code: 'director_needed' }
  | { code: 'code_unknown' }
  | { code: 'code_void' }
  | { code: 'signal_unknown' }
  | { code: 'signal_malformed' }
  | { code: 'cancel_not_a_step' }
  | ImprovementRefusal
  | PenaltyRefusal;

export type RefusalCode = Refusal['code'];

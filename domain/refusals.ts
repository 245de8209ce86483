import type { ImprovementRefusal } from './improvement/refusals';
import type { PenaltyRefusal } from './penalties/refusals';
import type { IntakeField } from './questions';
import type { Channel, Department, DutyKind, Level, Role, Stage, TellingPoint } from './words';

/** Why an action is not allowed now. Codes and plain values: templates/ turns them into sentences. */
export type Refusal =
  | { code: 'closed' }
  | { code: 'withdrawn' }
  | { code: 'not_in_stage'; stage: Stage | null; allowed: Stage[] }
  | { code: 'not_owner'; owner: string }
  | { code: 'role_needed'; roles: Role[] }
  | { code: 'other_team'; team: string }
  | { code: 'handled_before' }
  | { code: 'complained_about' }
  | { code: 'seen_outdated'; seq: number }
  | { code: 'in_the_future'; field: string }
  | { code: 'before_receipt'; field: string }
  | { code: 'reason_wanted'; field: string }
  | { code: 'no_such_proposal'; proposal: number; current: number | null }
  | { code: 'proposal_not_told' }
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
  | { code: 'not_higher'; level: Level; allowed: Level[] }
  | { code: 'not_lower'; level: Level; allowed: Level[] }
  | { code: 'lowering'; level: Level }
  | { code: 'unfit'; person: string; roles: Role[] }
  | { code: 'owner_already'; person: string }
  | { code: 'not_reachable' }
  | { code: 'step_unknown_here' }
  | { code: 'told_already' }
  | { code: 'in_the_past'; field: string }
  | { code: 'too_far'; field: string; days: number }
  | { code: 'no_such_task'; task: number; tasks: number[] }
  | { code: 'task_closed'; task: number }
  | { code: 'no_task_for_lead'; departments: Department[] }
  | { code: 'no_such_account'; account: number; accounts: number[] }
  | { code: 'account_closed'; account: number }
  | { code: 'not_urged' }
  | { code: 'accounts_open'; accounts: number[] }
  | { code: 'other_side_unheard' }
  | { code: 'meeting_called' }
  | { code: 'no_meeting_called' }
  | { code: 'cause_of_other_dimension'; cause: string; allowed: string[] }
  | { code: 'person_alone' }
  | { code: 'points_missing' }
  | { code: 'telling_incomplete'; missing: TellingPoint[] }
  | { code: 'outside_standard' }
  | { code: 'approval_awaited' }
  | { code: 'approval_denied' }
  | { code: 'no_approval_awaited' }
  | { code: 'no_promise' }
  | { code: 'waiting_already' }
  | { code: 'not_waiting' }
  | { code: 'decision_pending'; duty: DutyKind }
  | { code: 'nothing_to_decide'; duty: DutyKind }
  | { code: 'nothing_overdue' }
  | { code: 'step_reported'; step: number }
  | { code: 'step_not_reported'; step: number }
  | { code: 'not_original_channel'; channel: Channel }
  | { code: 'satisfaction_missing' }
  | { code: 'marks_missing' }
  | { code: 'answer_final' }
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

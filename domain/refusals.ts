import type { DutyKind, Role, Stage } from './words';

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
  | { code: 'step_not_repeatable'; backTo: Stage; allowed: Stage[] }
  | { code: 'not_for_staff'; by: 'system' }
  | { code: 'other_policy'; policy: string }
  | { code: 'edition_not_newer'; edition: number; present: number }
  | { code: 'stage_not_in_edition'; stage: Stage; edition: number }
  | { code: 'steps_behind_differ'; stages: Stage[]; edition: number }
  | { code: 'code_unknown' }
  | { code: 'code_void' }
  | { code: 'signal_unknown' }
  | { code: 'signal_malformed' }
  | { code: 'cancel_not_a_step' };

export type RefusalCode = Refusal['code'];

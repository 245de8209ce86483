import type { PenaltyState } from './words';

/** Why something about a penalty is not allowed now (RE-7). */
export type PenaltyRefusal =
  | { code: 'penalties_not_in_policy'; policy: string }
  | { code: 'penalty_stands'; state: PenaltyState; allowed: PenaltyState[] }
  | { code: 'own_penalty' }
  | { code: 'not_the_offender'; offender: string }
  | { code: 'fen_outside'; fen: number; least: number; most: number }
  | { code: 'not_reduced'; fen: number; least: number; most: number }
  | { code: 'appeal_too_late'; until: string }
  | { code: 'confirmed_by_yourself' }
  | { code: 'proposed_by_yourself' }
  | { code: 'breach_penalised'; penalty: string };

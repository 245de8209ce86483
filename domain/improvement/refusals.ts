import type { LocalDate } from '../calendar';
import type { Stage } from '../words';
import type { ImprovementState } from './words';

/** Why something about an improvement is not allowed now (RE-3). */
export type ImprovementRefusal =
  | { code: 'improvements_not_in_policy'; policy: string }
  | { code: 'improvement_too_early'; stage: Stage | null }
  | { code: 'improvement_closed'; state: ImprovementState }
  | { code: 'improvement_stands'; state: ImprovementState; allowed: ImprovementState[] }
  | { code: 'not_the_person'; person: string; department: string }
  | { code: 'not_the_setter'; setter: string }
  | { code: 'not_the_head'; setter: string; department: string }
  | { code: 'person_already'; person: string }
  | { code: 'own_improvement' }
  | { code: 'due_date_not_ahead'; after: LocalDate; mostDays: number };

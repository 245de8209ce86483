import type { LocalDate } from '../calendar';
import type { DueInstants, Duty, Handled, Ref } from '../complaint-file';
import type { Length } from '../due-time';
import type { ImprovementRules } from './rules';
import type { ImprovementDutyKind, ImprovementState } from './words';

/** Something owed in an improvement. Instants are milliseconds, UTC; they are set by the commit that opened it. */
export type ImprovementDuty = {
  id: string;
  kind: ImprovementDutyKind;
  /** Who owes it: a breach is put down to him. Null: whoever of the level above verifies in the setter's place. */
  person: string | null;
  /** Counted from the first try; a failed verification begins the next. */
  round: number;
  from: number;
  within: Length;
} & Partial<DueInstants> &
  Pick<Duty, 'missed' | 'closed'>;

/**
 * An improvement as its workflow holds it: plain JSON, the fold of its events (RE-3). What is to improve and how it is
 * measured are words, and stand in Postgres only.
 */
export type ImprovementFile = {
  /** `G<YYYYMMDD>-NNN`. */
  id: string;
  /** The complaint that it came of, which it outlives. */
  complaint: string;
  seq: number;
  /** The instant of the last turn. */
  lastAt: number;
  rules: ImprovementRules;
  /** Who set it, in which role: he verifies it, or the level above him. */
  setBy: Handled;
  /** The team of the complaint: supervisors act for their own. */
  team: string;
  /** Who is complained about, as far as it has been told: none of them has a part in it but what is his own to do (HA-18). */
  respondents: string[];
  department: string;
  person: string;
  dueDate: LocalDate;
  state: ImprovementState;
  round: number;
  /** Who said last that it is done: not he verifies it. */
  doneBy: string | null;
  duties: ImprovementDuty[];
  dutyCount: number;
  closed: boolean;
};

/** Every fact that can happen to an improvement. Stored in `improvement_turns`, folded by `evolve`. */
export type ImprovementEvent =
  | {
      type: 'set';
      id: string;
      complaint: string;
      setBy: Handled;
      team: string;
      respondents: string[];
      department: string;
      person: string;
      dueDate: LocalDate;
    }
  | { type: 'owed'; kind: ImprovementDutyKind; person: string | null; within: Length; from?: number }
  | { type: 'met'; duty: string }
  | { type: 'voided'; duty: string }
  | { type: 'reminded'; duty: string }
  | { type: 'missed'; duty: string; by: string | null }
  | { type: 'escalated'; duty: string }
  | { type: 'progressed'; ref: Ref }
  | { type: 'reported'; by: string; ref: Ref }
  | { type: 'passed'; by: Handled; ref: Ref }
  | { type: 'failed'; by: Handled; ref: Ref; dueDate: LocalDate }
  | { type: 'due_moved'; dueDate: LocalDate; ref: Ref }
  | { type: 'reassigned'; from: string; to: string; ref: Ref }
  | { type: 'cancelled'; by: Handled; ref: Ref }
  /** Others are complained about now; `calls`: whoever is called upon for what comes next has changed with it (HA-18). */
  | { type: 'respondents_changed'; respondents: string[]; calls?: true }
  | { type: 'refused'; action: string; because: string }
  | { type: 'closed' };

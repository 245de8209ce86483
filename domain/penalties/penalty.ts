import type { Handled } from '../complaint-file';
import type { PenaltyState } from './words';

/** A penalty as those who decide need it. Amounts in 分, instants in ms, UTC. */
export type Penalty = {
  /** `<complaint>-F<n>`. */
  id: string;
  complaint: string;
  offender: Handled;
  /** The offender's team: its supervisor is the level above a handler. */
  team: string;
  state: PenaltyState;
  fen: number;
  least: number;
  most: number;
  /** `clock`: the system, from the record. */
  proposedBy: string;
  confirmedBy: Handled | null;
  /** Until when the offender may appeal; known from the confirmation on. */
  appealUntil: number | null;
  /** Who is complained about in the complaint: they decide nothing of it (HA-18). */
  respondents: string[];
};

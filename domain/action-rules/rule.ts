import type { ActionData, ActionName } from '../actions';
import type { ComplaintFile, Event } from '../complaint-file';
import type { Actor } from '../people';
import type { Party } from '../policy';
import type { Refusal } from '../refusals';
import type { Stage } from '../words';

/** What a rule gets to see: the file, what the action brings, who acts, and the instant of the turn. */
export type Case<N extends ActionName> = { file: ComplaintFile; data: ActionData[N]; by: Actor; at: number };

/** One action of the procedure: where, by whom, what stands against it, what it puts on file. */
export type ActionRule<N extends ActionName> = {
  /** The stages in which it may be done; `open`: in all of them. */
  stages: readonly Stage[] | 'open';
  /** Whose it is; a function where the data decide. */
  by: Party | ((given: Case<N>) => Refusal | null);
  refuses?: (given: Case<N>) => Refusal | null;
  events: (given: Case<N>) => Event[];
  /** The clause that it comes from. */
  clause: string;
};

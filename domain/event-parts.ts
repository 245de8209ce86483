import type { Ref } from './complaint-file';
import type { Basis, Channel, ProofKind, ProposalKind, Satisfaction, Severity } from './words';

/** How the customer gave his word: who, when, how, and where the proof is (HA-8, CO-9). */
export type Proof = { kind: ProofKind; who: 'complainant' | 'agent'; channel: Channel; occurredAt: number; ref: Ref };

/** The three marks of 001 三(五), 1 to 5 with 5 best: efficiency, result, attitude. */
export type CallbackMarks = { efficiency: number; result: number; attitude: number };

/** What the customer said of the result, and where that is recorded (CO-2). */
export type CallbackWord = {
  solved: boolean;
  satisfaction?: Satisfaction;
  marks?: CallbackMarks;
  suggestion?: Ref;
};

/** A proposal as it was drawn up (HA-6, HA-15, HA-19). */
export type Drafted = {
  kinds: ProposalKind[];
  amountFen: number;
  basis: Basis[];
  severity?: Severity;
  ref: Ref;
  /** Why it leaves the common standard (HA-15). */
  reason?: Ref;
  /** The points of the talk: solution, standard of compensation, promise of improvement (HA-19). */
  points?: { solution: Ref; standard: Ref; promise: Ref };
};

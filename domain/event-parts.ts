import type { Ref } from './complaint-file';
import type {
  Basis,
  Channel,
  Department,
  ProofKind,
  ProposalKind,
  Role,
  Satisfaction,
  Severity,
  Stage,
  SubjectKind,
} from './words';

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

/** Who is complained about, as that comes out later, and whose work is somebody else's from then on (HA-18, HA-16). */
export type OfRespondents =
  /** `roles`: his. `calls`: duties for which he could have been meant: somebody else is called. */
  | {
      type: 'respondent_named';
      person: string;
      roles: Role[];
      subject?: SubjectKind;
      calls?: string[];
      backTo?: Stage;
      ref: Ref;
    }
  /** `roles`: those of who is still complained about. */
  | { type: 'respondent_cleared'; person: string; roles: Role[]; ref: Ref }
  /** `department`: the one that the successor works for. `calls`: the duties that are his, or his department's, now. */
  | { type: 'work_handed_on'; from: string; to: string; department: Department | null; calls: string[]; ref?: Ref };

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
  /** `roles`, `team`: as what he works. `lacking`: the roles in which nobody is left, for who is complained about now. */
  | {
      type: 'respondent_named';
      person: string;
      roles: Role[];
      team: string;
      lacking: Role[];
      subject?: SubjectKind;
      ref: Ref;
    }
  | { type: 'respondent_cleared'; person: string; lacking: Role[]; ref: Ref }
  /** Who may do what is owed has changed: these duties call upon others now; or nobody is left to review, and the meeting has it. */
  | { type: 'called_anew'; duties: string[]; backTo?: Stage }
  /** `department`: the one that the successor works for. `calls`: the duties that are his, or his department's, now. */
  | { type: 'work_handed_on'; from: string; to: string; department: Department | null; calls: string[]; ref?: Ref };

import type { Ground } from './classification';
import type { Duty, Handled, Ref, RemedyStep } from './complaint-file';
import type { Length } from './due-time';
import type { OfTheInquiry } from './inquiry-events';
import type { Rules } from './policy';
import type {
  Basis,
  Channel,
  ContactPurpose,
  DutyKind,
  EvidenceKind,
  EvidenceSource,
  Fact,
  Level,
  Mark,
  Nature,
  Outcome,
  Priority,
  ProofKind,
  ProposalKind,
  RejectionGround,
  RequestType,
  Result,
  Role,
  Satisfaction,
  Severity,
  Stage,
  SubjectKind,
  SubType,
  TellingPoint,
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

type AtBirth = {
  type: 'registered';
  number: string;
  policy: string;
  edition: number;
  receivedAt: number;
  team: string;
  owner: Handled;
  requestType: RequestType;
  subType?: SubType;
  channel: Channel;
  respondents: string[];
  respondentRoles: Role[];
  subject: SubjectKind | null;
  reachable: boolean;
  level: Level;
  floor: Level;
  priority: Priority;
  marks: Mark[];
  grounds: Ground[];
  known: string[];
  cluster: string | null;
  /** Its registrar only stays with it until a handler of the right team has taken over (IN-14, CL-8). */
  handOver: boolean;
};

/** The course of the procedure: stages, duties, facts. */
type OfTheCourse =
  | { type: 'entered'; stage: Stage }
  | { type: 'left'; stage: Stage }
  | ({ type: 'owed'; from?: number } & Pick<
      Duty,
      | 'kind'
      | 'of'
      | 'stage'
      | 'within'
      | 'was'
      | 'wasFrom'
      | 'asOf'
      | 'step'
      | 'task'
      | 'account'
      | 'department'
      | 'person'
    >)
  | { type: 'not_owed'; kind: DutyKind }
  | { type: 'met'; duty: string }
  | { type: 'voided'; duty: string }
  | { type: 'reminded'; duty: string }
  | { type: 'missed'; duty: string; by: string | null }
  | { type: 'established'; fact: Fact }
  | { type: 'told'; rule: number; roles: Role[] }
  | { type: 'round_opened'; level: Level; because: 'dissatisfied' | 'unsolved' }
  | { type: 'sent_back'; to: Stage }
  | { type: 'calendar_changed'; edition: number }
  | { type: 'policy_adopted'; edition: number; rules: Rules; ref: Ref }
  | { type: 'closed'; outcome: Outcome }
  /** Something tried that was not allowed: a signal, or what is a breach to try (RE-7); by whom, where that is known. */
  | { type: 'refused'; action: string; because: string; by?: string };

/** Words with the customer, and what is known of him and his matter. */
type OfTheCustomer =
  | {
      type: 'contacted';
      channel: Channel;
      direction: 'inbound' | 'outbound';
      reached: boolean;
      with: 'complainant' | 'agent';
      purpose: ContactPurpose;
      occurredAt: number;
      ref?: Ref;
    }
  | { type: 'form_filled'; ref: Ref; repeatedBack: boolean }
  | { type: 'information_added'; field: string; ref: Ref; correction?: true }
  | { type: 'acceptance_told'; channel: Channel; ref: Ref }
  | { type: 'call_promised'; until: number; ref: Ref }
  | { type: 'contact_way_added'; channel: Channel; ref: Ref; backTo?: Stage }
  | { type: 'evidence_asked'; of: EvidenceSource; ref: Ref }
  | { type: 'evidence_added'; kind: EvidenceKind; from: EvidenceSource; submittedAt: number; ref: Ref }
  | { type: 'request_changed'; requestType: RequestType; subType?: SubType; ref: Ref }
  | { type: 'referred'; channel: Channel; body: Ref; ref: Ref }
  | { type: 'withdrawn'; proof?: Proof };

/** Who answers for it, how high and how fast. */
type OfItsPlace =
  | {
      type: 'classified';
      nature: Nature;
      requestType: RequestType;
      subType?: SubType;
      priority: Priority;
      level: Level;
      grounds: string[];
      ref: Ref;
    }
  | { type: 'level_changed'; level: Level; because: 'raised' | 'lowered' | 'mass'; by: Handled | null; ref?: Ref }
  | { type: 'marked'; mark: Mark; ref?: Ref }
  | { type: 'stood_in'; by: Handled; for: string }
  | { type: 'joined_cluster'; cluster: string }
  | { type: 'owner_changed'; owner: Handled; team?: string; by?: string; ref?: Ref };

/** What is offered, promised, agreed and done. */
type OfTheRemedy =
  | ({ type: 'proposed'; no: number; steps: RemedyStep[]; by?: Handled; awaits?: 'approval' } & Drafted)
  | { type: 'proposal_approved'; no: number; approved: boolean; by: Handled; ref: Ref }
  | { type: 'proposal_told'; no: number; apologised: boolean; covers: TellingPoint[] }
  | { type: 'proposal_answered'; no: number; answer: 'accepted' | 'refused'; proof: Proof; ref?: Ref }
  | { type: 'proposal_decided'; decision: 'instruct' | 'offer' | 'take_over'; by: Handled; ref: Ref }
  | { type: 'waiting_started'; from: number; within?: Length; was?: Length; ref: Ref }
  | { type: 'waiting_ended'; because: 'customer_replied' | 'time_up' | 'ended'; ref?: Ref }
  | { type: 'extension_asked'; hours: number; ref: Ref }
  | { type: 'extension_decided'; granted: boolean; hours: number; by: Handled; ref: Ref }
  | { type: 'conclusion_asked'; ref: Ref }
  | { type: 'conclusion_decided'; granted: boolean; by: Handled; ref: Ref }
  | { type: 'step_reported'; step: number; by: Handled; ref: Ref }
  | { type: 'step_completed'; step: number; by: Handled; ref: Ref }
  | { type: 'step_delayed'; step: number; workingDays: number; ref: Ref };

/** How it ends. */
type OfTheEnd =
  | { type: 'result_told'; results: Result[]; channel: Channel; ref: Ref }
  | { type: 'callback_tried'; channel: Channel; day: string }
  | ({ type: 'callback_answered'; channel: Channel; recording?: Ref; by: 'recorded_call' | 'customer' } & CallbackWord)
  | { type: 'callback_given_up'; ref: Ref }
  | { type: 'meeting_decided'; by: Handled; minutes: Ref }
  | { type: 'approved'; ref?: Ref }
  | { type: 'rejected'; ground: RejectionGround; backTo: Stage; ref?: Ref };

/** Every fact that can happen to a complaint. Stored in `turns`, folded by `evolve`. */
export type Event = AtBirth | OfTheCourse | OfTheCustomer | OfItsPlace | OfTheInquiry | OfTheRemedy | OfTheEnd;

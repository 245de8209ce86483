import type { Length } from './due-time';
import type { Party, Rules } from './policy';
import type {
  Basis,
  Channel,
  ContactPurpose,
  DutyKind,
  Fact,
  Level,
  Nature,
  Outcome,
  Priority,
  ProofKind,
  ProposalKind,
  RejectionGround,
  RequestType,
  Responsibility,
  Role,
  Satisfaction,
  Stage,
  VerificationSource,
} from './words';

/** The id of a text in Postgres (`contents`). Words never travel through Temporal; their ids do. */
export type Ref = string;

/** Something owed by somebody within some time. Instants are milliseconds since 1970, UTC. */
export type Duty = {
  id: string;
  kind: DutyKind;
  of: Party;
  /** Ends with its stage; null: lives on across stages. */
  stage: Stage | null;
  round: number;
  /** From when its time counts. */
  from: number;
  /** Its own length, where the rule has none. */
  within?: Length;
  /** The remedy step that it stands for, and who is to do it. */
  step?: number;
  person?: string;
  /** Set by the commit that opened it, from the calendar of the day. */
  dueAt?: number;
  promptsAt?: number[];
  lastDayOpensAt?: number;
  missed?: true;
  /** Closed in the turn under way; gone from the file with its commit. */
  closed?: 'met' | 'void';
};

/** A step of the agreed remedy (HA-10). */
export type RemedyStep = { no: number; person: string; workingDays: number; ref: Ref; done?: true };

/** What was offered to the customer (HA-6). Amounts in 分. */
export type Proposal = { no: number; steps: RemedyStep[]; told?: true; answer?: 'accepted' | 'refused' };

/** Somebody who had a hand in the case, and in which role. */
export type Handled = { id: string; role: Role };

/** A complaint as its workflow holds it: plain JSON, the fold of its events. The same value in Postgres, across continue-as-new and at a restart. */
export type ComplaintFile = {
  /** The number told to the customer, `YYYYMMDD-NNN` (IN-4). */
  number: string;
  /** How many events it is made of. */
  seq: number;
  rules: Rules;
  receivedAt: number;
  /** The instant of the last turn. */
  lastAt: number;
  stage: Stage | null;
  /** The stages that this round is done with. */
  left: Stage[];
  facts: Fact[];
  round: number;
  level: Level;
  priority: Priority;
  nature: Nature | null;
  requestType: RequestType;
  team: string;
  /** Who answered for it, and since when; the last one does now. */
  owners: (Handled & { since: number })[];
  /** Who handled or decided in it, and in which role: none of them reviews it (HA-18, CO-5). */
  handled: Handled[];
  /** The channel that it came by (IN-1): answers of the system go there. */
  channel: Channel | null;
  /** Staff who are complained about: they touch nothing (HA-18). */
  respondents: string[];
  duties: Duty[];
  dutyCount: number;
  contacts: number;
  /** The last word that reached the customer (HA-11). */
  lastWordAt: number | null;
  repeatedBack: boolean;
  /** The level asks for another handler than the owner, and he has not taken over yet (HA-2). */
  handOver: boolean;
  /** Where the reviewer sent it back to. */
  backTo: Stage | null;
  proposal: Proposal | null;
  proposals: number;
  refusals: number;
  unsolved: number;
  satisfaction: Satisfaction | null;
  outcome: Outcome | null;
  closed: boolean;
};

/** How the customer gave his word: who, when, how, and where the proof is (HA-8, CO-9). */
export type Proof = { kind: ProofKind; who: 'complainant' | 'agent'; channel: Channel; occurredAt: number; ref: Ref };

/** Every fact that can happen to a complaint. Stored in `turns`, folded by `evolve`. */
export type Event =
  | {
      type: 'registered';
      number: string;
      policy: string;
      edition: number;
      receivedAt: number;
      team: string;
      owner: Handled;
      requestType: RequestType;
      channel: Channel;
      respondents: string[];
    }
  | { type: 'entered'; stage: Stage }
  | { type: 'left'; stage: Stage }
  | {
      type: 'owed';
      kind: DutyKind;
      of: Party;
      stage: Stage | null;
      from?: number;
      within?: Length;
      step?: number;
      person?: string;
    }
  | { type: 'met'; duty: string }
  | { type: 'voided'; duty: string }
  | { type: 'reminded'; duty: string }
  | { type: 'missed'; duty: string; by: string | null }
  | { type: 'established'; fact: Fact }
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
  | {
      type: 'classified';
      nature: Nature;
      requestType: RequestType;
      priority: Priority;
      level: Level;
      grounds: string[];
      ref: Ref;
    }
  | { type: 'owner_changed'; owner: Handled }
  | {
      type: 'verified';
      sources: VerificationSource[];
      responsibility: Responsibility;
      concluded: boolean;
      ref: Ref;
      openPoints?: Ref;
    }
  | {
      type: 'proposed';
      no: number;
      kinds: ProposalKind[];
      amountFen: number;
      basis: Basis[];
      steps: RemedyStep[];
      ref: Ref;
    }
  | { type: 'proposal_told'; no: number; apologised: boolean }
  | { type: 'proposal_answered'; no: number; answer: 'accepted' | 'refused'; proof: Proof; ref?: Ref }
  | { type: 'proposal_decided'; decision: 'instruct' | 'take_over'; by: Handled; ref: Ref }
  | { type: 'step_completed'; step: number; by: Handled; ref: Ref }
  | { type: 'step_delayed'; step: number; workingDays: number; ref: Ref }
  | {
      type: 'callback_answered';
      channel: Channel;
      solved: boolean;
      satisfaction: Satisfaction;
      recording: Ref;
      marks?: CallbackMarks;
      suggestion?: Ref;
    }
  | { type: 'round_opened'; level: Level; because: 'dissatisfied' | 'unsolved' }
  | { type: 'meeting_decided'; by: Handled; minutes: Ref }
  | { type: 'approved'; ref?: Ref }
  | { type: 'rejected'; ground: RejectionGround; backTo: Stage; ref?: Ref }
  | { type: 'sent_back'; to: Stage }
  | { type: 'withdrawn'; proof: Proof }
  | { type: 'closed'; outcome: Outcome }
  | { type: 'calendar_changed'; edition: number }
  | { type: 'policy_adopted'; edition: number; rules: Rules; ref: Ref }
  | { type: 'refused'; action: string; because: string };

/** The three marks of 001 三(五), 1 to 5 with 5 best: efficiency, result, attitude. */
export type CallbackMarks = { efficiency: number; result: number; attitude: number };

/** Everything in the file that the commit of a turn has computed and the workflow has not: the instants of its duties. */
export type DueInstants = { dueAt: number; promptsAt: number[]; lastDayOpensAt: number };

import type { Analysis } from './actions';
import type { Ground } from './classification';
import type { Duty, Handled, Ref, RemedyStep } from './complaint-file';
import type { CallbackWord, Drafted, OfRespondents, Proof } from './event-parts';
import type { Length } from './due-time';
import type { Rules } from './policy';
import type {
  AccountOf,
  Channel,
  ContactPurpose,
  Department,
  DutyKind,
  EvidenceKind,
  EvidenceSource,
  Fact,
  Level,
  Mark,
  Nature,
  Outcome,
  Priority,
  RejectionGround,
  RequestType,
  Responsibility,
  Result,
  Role,
  Stage,
  SubjectKind,
  SubType,
  TaskAnswer,
  TellingPoint,
  VerificationSource,
} from './words';

export type { CallbackMarks, CallbackWord, Drafted, Proof } from './event-parts';

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
  lacking: Role[];
  subject: SubjectKind | null;
  reachable: boolean;
  level: Level;
  floor: Level;
  priority: Priority;
  marks: Mark[];
  grounds: Ground[];
  known: string[];
  cluster: string | null;
  /** Somebody else is to take over: whose it is because it is urgent (CL-5), or a handler of the right team. */
  handOver: boolean;
  /** Its registrar only stays with it until a handler of the right team has taken over (IN-14, CL-8). */
  firstAsked?: true;
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
      | 'after'
      | 'within'
      | 'extended'
      | 'was'
      | 'wasFrom'
      | 'asOf'
      | 'step'
      | 'task'
      | 'account'
      | 'department'
      | 'person'
      | 'asker'
    >)
  | { type: 'not_owed'; kind: DutyKind }
  | { type: 'met'; duty: string }
  | { type: 'voided'; duty: string }
  | { type: 'reminded'; duty: string }
  | { type: 'missed'; duty: string; by: string | null }
  | { type: 'established'; fact: Fact }
  /** `also`: rules that arose in the same moment and tell nobody else. */
  | { type: 'told'; rule: number; also?: number[]; roles: Role[] }
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
  | { type: 'repeat_back_confirmed'; ref: Ref }
  | { type: 'information_added'; field: string; ref: Ref; correction?: true }
  | { type: 'acceptance_told'; channel: Channel; ref: Ref }
  | { type: 'call_promised'; until: number; ref?: Ref }
  /** `first`: nobody could be reached until then. */
  | { type: 'contact_way_added'; channel: Channel; ref: Ref; first?: true; backTo?: Stage }
  | { type: 'evidence_asked'; of: EvidenceSource; ref: Ref }
  | { type: 'evidence_added'; kind: EvidenceKind; from: EvidenceSource; submittedAt: number; ref: Ref }
  /** `by`: the level above, where it took one to decide. */
  | { type: 'request_changed'; requestType: RequestType; subType?: SubType; by?: Handled; ref: Ref }
  | { type: 'referred'; channel?: Channel; body: Ref; ref?: Ref }
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
  | {
      type: 'level_changed';
      level: Level;
      because: 'raised' | 'lowered' | 'mass' | 'repeat';
      by: Handled | null;
      ref?: Ref;
    }
  | { type: 'priority_changed'; priority: Priority; because: 'raised' | 'lowered'; by: Handled; ref: Ref }
  | { type: 'marked'; mark: Mark; ref?: Ref }
  | { type: 'unmarked'; mark: Mark }
  | { type: 'stood_in'; by: Handled; for: string }
  | { type: 'joined_cluster'; cluster: string }
  | { type: 'owner_changed'; owner: Handled; team?: string; lacking?: Role[]; by?: string; ref?: Ref };

/** Finding out: verification, departments, the other side, causes. */
type OfTheInquiry =
  | {
      type: 'verified';
      sources: VerificationSource[];
      responsibility: Responsibility;
      concluded: boolean;
      ref: Ref;
      openPoints?: Ref;
      /** It stands in the decision on this mass complaint (CL-4). */
      cluster?: string;
    }
  | { type: 'task_assigned'; no: number; department: Department; person?: string; ref: Ref }
  | { type: 'task_passed'; no: number; department: Department; person?: string; ref: Ref; late?: true }
  | { type: 'task_progressed'; no: number; by: string; ref: Ref }
  | { type: 'task_answered'; no: number; answer: TaskAnswer; by: Handled; ref: Ref; preliminary?: true }
  | { type: 'task_returned'; no: number; ref: Ref }
  | { type: 'task_cancelled'; no: number; ref: Ref }
  | { type: 'lead_appointed'; department: Department; person?: string }
  | { type: 'account_asked'; no: number; of: AccountOf; person?: string; ref: Ref }
  | { type: 'account_urged'; no: number; ref: Ref }
  | { type: 'account_recorded'; no: number; answered: boolean; ref: Ref }
  | { type: 'cross_meeting_called'; departments: Department[]; ref: Ref }
  | { type: 'cross_meeting_held'; by: Handled; minutes: Ref }
  | { type: 'cross_meeting_cancelled'; ref: Ref }
  /** `cluster`: it stands in the decision on this mass complaint (CL-4). */
  | ({ type: 'cause_analysed'; cluster?: string } & Analysis)
  | { type: 'progress_noted'; ref: Ref }
  | { type: 'overdue_explained'; ref: Ref };

/** What is offered, promised, agreed and done. */
type OfTheRemedy =
  | ({ type: 'proposed'; no: number; steps: RemedyStep[]; by?: Handled; awaits?: 'approval' } & Drafted)
  | { type: 'proposal_withdrawn'; no: number; ref: Ref }
  | { type: 'proposal_approved'; no: number; approved: boolean; by: Handled; ref: Ref }
  | { type: 'proposal_told'; no: number; apologised: boolean; covers: TellingPoint[] }
  | { type: 'proposal_answered'; no: number; answer: 'accepted' | 'refused'; proof: Proof; ref?: Ref }
  | { type: 'proposal_decided'; decision: 'instruct' | 'offer' | 'take_over'; by: Handled; ref: Ref }
  | { type: 'waiting_started'; from: number; within?: Length; was?: Length; extended?: number; ref: Ref }
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
  | ({
      type: 'callback_answered';
      channel: Channel;
      recording?: Ref;
      proof?: Proof;
      by: 'recorded_call' | 'proof' | 'customer';
    } & CallbackWord)
  | { type: 'callback_given_up'; ref: Ref }
  | { type: 'meeting_decided'; by: Handled; minutes: Ref }
  | { type: 'approved'; ref?: Ref }
  | { type: 'rejected'; ground: RejectionGround; backTo: Stage; ref?: Ref };

/** Every fact that can happen to a complaint. Stored in `turns`, folded by `evolve`. */
export type Event =
  AtBirth | OfTheCourse | OfTheCustomer | OfItsPlace | OfRespondents | OfTheInquiry | OfTheRemedy | OfTheEnd;

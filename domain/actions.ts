import type { Ground } from './classification';
import type { Handled, Ref } from './complaint-file';
import type { CallbackWord, Drafted, Proof } from './events';
import type { Actor, Person } from './people';
import type { Rules } from './policy';
import type { IntakeField } from './questions';
import type {
  AccountOf,
  Cause,
  Channel,
  ContactPurpose,
  Department,
  Dimension,
  EvidenceKind,
  EvidenceSource,
  Level,
  Nature,
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

/** A talk or message between staff and customer. `occurredAt` is what staff say; the turn's own time decides what was in time. */
export type Contact = {
  channel: Channel;
  direction: 'inbound' | 'outbound';
  reached: boolean;
  with: 'complainant' | 'agent';
  purpose: ContactPurpose;
  occurredAt?: number;
  ref: Ref;
};

/** A step of a remedy as it is proposed. */
export type ProposedStep = { person: string; workingDays: number; ref: Ref };

/** What is offered, as somebody draws it up. */
export type Draft = Drafted & { steps: ProposedStep[] };

/** Why it happened (HA-5). */
export type Analysis = {
  dimension: Dimension;
  direct: Ref;
  cause: Cause;
  /** What lies behind a person's mistake: a person alone is no root cause (HA-5). */
  behind?: Cause;
  root: Ref;
  department: Department;
  person: string;
  direction: Ref;
};

/** The one decision on a mass complaint: what was found out for all its members, why it happened, what they are offered, by whom (CL-4). */
export type MassDecision = Draft & {
  cluster: string;
  by: Handled;
  findings: Words & { sources: VerificationSource[]; responsibility: Responsibility };
  /** Wanted as soon as a member's policy asks for it. */
  cause?: Analysis;
};

/** Words that stand alone: why, or what. */
type Words = { ref: Ref };

/** Words with the customer, and what is known of him and his matter. */
type OfTheCustomer = {
  record_contact: Contact;
  fill_form: Words & { repeatedBack: boolean };
  add_information: Words & { field: IntakeField; correction?: true };
  tell_acceptance: Words & { channel: Channel };
  promise_call: Words & { until: number };
  add_contact_way: Words & { channel: Channel };
  ask_evidence: Words & { of: EvidenceSource };
  add_evidence: Words & { kind: EvidenceKind; from: EvidenceSource; submittedAt?: number };
  change_request_type: Words & { requestType: RequestType; subType?: SubType };
  /** `channel` and `ref`: how the customer was told, and what; nobody is told who left no way to reach him. */
  refer: { body: Ref; channel?: Channel; ref?: Ref };
  withdraw: { proof: Proof };
  withdraw_by_link: Record<string, never>;
};

/** Who answers for it, how high and how fast. */
type OfItsPlace = {
  classify: Words & { nature: Nature; requestType: RequestType; subType?: SubType; grounds: Ground[] };
  take_over: Record<string, never>;
  raise_level: Words & { level: Level };
  /** `earlier`: how high those stand that it is linked to as their repeat, now; absent: there are none (IN-9). */
  lower_level: Words & { level: Level; earlier?: Level };
  change_priority: Words & { priority: Priority };
  mark_typical: Words;
  /** `to` as the directory knows him: his role fits, his team becomes the complaint's; `lacking`: in which roles nobody is left there (HA-18). */
  reassign: Words & { to: Handled & { team: string }; lacking?: Role[] };
  /** `person` as the directory knows him; `lacking`: in which roles nobody is left from then on (domain/lacking.ts). */
  name_respondent: Words & { person: Person; lacking: Role[]; subject?: SubjectKind };
  /** `others`: who is still complained about, and in which roles nobody is left for that. */
  clear_respondent: Words & { who: string; others: string[]; lacking: Role[] };
  /** What names somebody who leaves names his successor from now on, as the directory knows him. */
  hand_on_work: Words & { from: string; to: Person };
  join_cluster: { cluster: string; level: Level };
  /** It repeats an earlier complaint, and stands at least as high; `owner`: who answers for that one, while it is open (IN-9). */
  mark_repeat: { other: string; level: Level; owner?: Handled & { team: string } };
  unmark_repeat: { other: string };
  /** The edition of a calendar that makes it necessary. */
  recompute: { edition: number };
  /** The rules travel with the action: a workflow reads no tables. */
  adopt_policy: Words & { rules: Rules };
};

/** Finding out: verification, departments, the other side, causes. */
type OfTheInquiry = {
  record_verification: Words & {
    sources: VerificationSource[];
    responsibility: Responsibility;
    concluded: boolean;
    openPoints?: Ref;
  };
  assign_task: Words & { department: Department; person?: string; lead?: boolean };
  pass_task: Words & { task: number; department: Department; person?: string };
  report_progress: Words & { task: number };
  answer_task: Words & { task: number; answer: TaskAnswer; preliminary?: true };
  return_task: Words & { task: number };
  cancel_task: Words & { task: number };
  appoint_lead: { department: Department; person?: string };
  ask_account: Words & { of: AccountOf; person?: string; workingDays?: number };
  urge_account: Words & { account: number };
  record_account: Words & { account: number; answered: boolean };
  call_cross_meeting: Words & { departments: Department[] };
  record_cross_meeting: { minutes: Ref };
  cancel_cross_meeting: Words;
  analyse_cause: Analysis;
  note_progress: Words;
  explain_overdue: Words;
};

/** What is offered, promised, agreed and done. */
type OfTheRemedy = {
  propose: Draft;
  withdraw_proposal: Words;
  approve_proposal: Words & { approved: boolean };
  tell_proposal: Words & { proposal: number; channel: Channel; apologised: boolean; covers: TellingPoint[] };
  record_answer: { proposal: number; answer: 'accepted' | 'refused'; proof: Proof; ref?: Ref };
  decide_proposal: Words & { decision: 'instruct' | 'offer' | 'take_over'; offer?: Draft };
  /** The one decision on a mass complaint, put before this customer too (CL-4). */
  apply_decision: MassDecision;
  start_waiting: Words;
  end_waiting: { ref?: Ref };
  ask_extension: Words & { hours: number };
  decide_extension: Words & { granted: boolean };
  ask_conclusion: Words;
  decide_conclusion: Words & { granted: boolean };
  complete_step: Words & { step: number };
  see_off_step: Words & { step: number };
  delay_step: Words & { step: number; workingDays: number };
};

/** How it ends. */
type OfTheEnd = {
  tell_result: Words & { results: Result[]; channel: Channel };
  record_callback:
    | { answered: false; channel: Channel; ref?: Ref }
    /** By telephone his word is on a recording; on another channel it has its proof. `ref`: what was said to the customer. */
    | ({ answered: true; channel: Channel; recording?: Ref; proof?: Proof; ref?: Ref } & CallbackWord);
  /** The customer's own word by the link of this round. */
  answer_survey: { round: number } & CallbackWord;
  give_up_callback: Words;
  decide_finally: { minutes: Ref };
  approve: { ref?: Ref };
  reject: { ground: RejectionGround; backTo: Stage; ref?: Ref };
  archive: Record<string, never>;
};

/** What each action brings with it. Texts are in Postgres already; the action carries their ids. */
export type ActionData = OfTheCustomer & OfItsPlace & OfTheInquiry & OfTheRemedy & OfTheEnd;

export type ActionName = keyof ActionData;

/** An action as it reaches the complaint's workflow. */
export type Action<N extends ActionName = ActionName> = {
  by: Actor;
  data: ActionData[N];
  /** When the API had it in hand. */
  receivedAt?: number;
  /** The `seq` that the API read before sending: a workflow that knows less starts over from the record. */
  seen?: number;
  /** The `seq` that the caller wants to act upon (If-Match). */
  expects?: number;
  /** Fingerprint of the request's body, kept with the turn. */
  bodyHash?: string;
  /** The approval code that a signal was authorised by: used up with this turn. */
  codeHash?: string;
};

import type { Length } from './due-time';
import type { Party, Rules } from './policy';
import type {
  AccountOf,
  Channel,
  Department,
  DutyKind,
  Fact,
  Level,
  Mark,
  Nature,
  Outcome,
  Priority,
  RequestType,
  Role,
  Satisfaction,
  Stage,
  SubjectKind,
} from './words';

/** The id of a text in Postgres (`contents`). Words never travel through Temporal; their ids do. */
export type Ref = string;

/** How a due time was counted where that is not by its rule from its event: a new situation alone makes nobody late. */
export type Counted = { from: number; length: Length };

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
  /** Where that is not what its kind counts from: its own last due time, or the day on which the case was sent back. */
  after?: 'miss' | 'return';
  /** Its own length, where the rule has none. */
  within?: Length;
  /** So many hours more were granted (HA-12): they are added to whatever the rule gives. 0: of its own length, and by the rule again. */
  extended?: number;
  /** It took the place of one that had this length, when a new situation gave it another. */
  was?: Length;
  /** From when that one counted, if not from the same event. */
  wasFrom?: number;
  /** When the situation changed, if not in the turn that put it on file: the clock may be heard late. */
  asOf?: number;
  /** The remedy step, department task, or account asked for that it stands for. */
  step?: number;
  task?: number;
  account?: number;
  /** The department that is to do it. */
  department?: Department;
  /** Who is to do it, where that is not found from the party. */
  person?: string;
  /** Who asked for what is to be decided: neither he nor anybody below him decides it (HA-6, HA-8). */
  asker?: Handled;
  /** Set by the commit that opened it, from the calendar of the day. */
  dueAt?: number;
  promptsAt?: number[];
  lastDayOpensAt?: number;
  counted?: Counted;
  missed?: true;
  /** Closed in the turn under way; gone from the file with its commit. */
  closed?: 'met' | 'void';
};

/** A step of the agreed remedy (HA-10). `reported`: its doer says that it is done, and the owner has not seen it off yet (HA-16). */
export type RemedyStep = { no: number; person: string; workingDays: number; ref: Ref; reported?: true; done?: true };

/** What was offered to the customer (HA-6). Amounts in 分. `awaits`: the level above has to allow it first (HA-15). */
export type Proposal = {
  no: number;
  steps: RemedyStep[];
  awaits?: 'approval';
  /** Who drew it up; he may have handed the complaint on since. */
  by?: Handled;
  /** It is what the level above offers itself (HA-8). */
  fromAbove?: true;
  denied?: true;
  /** In 分. */
  amountFen: number;
  told?: true;
  /** When it was told to the customer: no answer is older (HA-8). */
  toldAt?: number;
  answer?: 'accepted' | 'refused';
};

/** Somebody who had a hand in the case, and in which role. */
export type Handled = { id: string; role: Role };

/** Work asked of a department (HA-3). `preliminary`: it has given a preliminary answer, and works on the final one. */
export type Task = {
  no: number;
  department: Department;
  person?: string;
  preliminary?: true;
  state: 'open' | 'answered' | 'cancelled';
};

/** The other side's account of the matter, over all rounds; `person`: who of those complained about (HA-9, HA-18). */
export type Account = {
  no: number;
  of: AccountOf;
  person?: string;
  urged: number;
  state: 'asked' | 'answered' | 'silent';
};

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
  /** Below this level only the level above may set it: what a repeat or mass complaint, or a raise by hand, has earned (CL-3). */
  floor: Level;
  priority: Priority;
  nature: Nature | null;
  requestType: RequestType;
  marks: Mark[];
  team: string;
  /** Who answered for it, and since when; the last one does now. */
  owners: (Handled & { since: number })[];
  /** Who handled or decided in it, and in which role: none of them reviews it (HA-18, CO-5). */
  handled: Handled[];
  /** The channel that it came by (IN-1): answers of the system go there. */
  channel: Channel | null;
  /** Staff who are complained about: they touch nothing (HA-18). */
  respondents: string[];
  /** The roles in which nobody who reaches the case is left, because they are complained about (domain/lacking.ts). */
  lacking: Role[];
  subject: SubjectKind | null;
  /** Whether there is any way to reach the customer: an anonymous one may have left none (IN-2). */
  reachable: boolean;
  /** What is not owed because nobody can be reached; a way given later arms it. */
  notOwed: DutyKind[];
  /** Which fields of the intake are on record (IN-13). */
  known: string[];
  /** The rules of `tell` that have been followed already. */
  told: number[];
  duties: Duty[];
  dutyCount: number;
  contacts: number;
  /** The last word that reached the customer (HA-11). */
  lastWordAt: number | null;
  repeatedBack: boolean;
  /** The level or the priority asks for another handler than the owner, and he has not taken over yet (HA-2). */
  handOver: boolean;
  /** Its owner has only heard of it first, and a handler of the right team is to take over (IN-14, CL-8). */
  firstAsked?: true;
  /** Where it goes back to: sent back by the reviewer, or because a way to reach the customer was found late. */
  backTo: Stage | null;
  tasks: Task[];
  /** The one first responsible for what several departments are asked for (HA-4). */
  lead: { department: Department; person?: string } | null;
  accounts: Account[];
  /** Whom the owner has called to a meeting in this round (HA-17). */
  invited: Department[];
  /** Since when the promised answer waits for the customer, and how it counted until then. */
  waiting: { since: number; from: number; within?: Length; was?: Length; extended?: number } | null;
  /** For how long the customer has been waited for already (ms), where that is over: it counts towards the most (CL-7). */
  waited?: number;
  /** Evidence has been asked of the customer. */
  evidenceAsked?: true;
  /** How many hours more have been asked for the promised answer. */
  extension: number | null;
  proposal: Proposal | null;
  proposals: number;
  /** What the customer has been granted and has accepted so far, over all rounds, in 分 (HA-15). */
  granted: number;
  /** Who answered for the complaint each time that the customer refused, since the level above last decided (HA-8). */
  refusals: string[];
  unsolved: number;
  /** Calls that nobody answered in this round: the day in Shanghai and the channel of each (CO-8). */
  tries: { day: string; channel: Channel }[];
  satisfaction: Satisfaction | null;
  /** Whether the customer has given his word since he was last asked for it: it is his, and final (CO-2). */
  answered: boolean;
  /** The mass complaint that it belongs to (CL-4). */
  cluster: string | null;
  outcome: Outcome | null;
  closed: boolean;
};

/** Everything in the file that the commit of a turn has computed and the workflow has not: the instants of its duties. */
export type DueInstants = { dueAt: number; promptsAt: number[]; lastDayOpensAt: number; counted?: Counted };

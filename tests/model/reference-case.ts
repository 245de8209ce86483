import type { Birth as Registration } from '../../domain/opening';
import type {
  AccountOf,
  Channel,
  Department,
  DutyKind,
  Level,
  Mark,
  Outcome,
  Priority,
  RequestType,
  Role,
  Stage,
  SubjectKind,
} from '../../domain/words';
import { rank } from './reference-ranks';
import type { Length } from './reference-time';

/**
 * The procedure told a second time, plainly, in the words of the clauses: one big state, what may be done and what it does,
 * each rule spelled out for each of the six policies. It shares nothing with domain/ but words and the shape of what people
 * send, so that they cannot be wrong together. This file: what is known of one complaint.
 */
export type PolicyName =
  'standard' | 'online-service' | 'service-desk' | 'retail-franchise' | 'case-analysis' | 'marketplace';

export type Person = { id: string; role: Role };

/** Something owed. `until`: the step with which it ends; null: it lives on. `own`: its time does not follow from the situation. */
export type Owed = {
  kind: DutyKind;
  step?: number;
  task?: number;
  account?: number;
  from: number;
  dueAt: number;
  length: Length;
  /** From when and how long it was counted in fact: where a change alone would have made it late, from that. */
  counted: { from: number; length: Length };
  own: boolean;
  /** Hours that were granted on top of what the rule says. */
  granted: number;
  missed: boolean;
  until: Stage | null;
};

export type Step = { no: number; person: string; days: number; reported: boolean; done: boolean };

/** What lies before the customer. */
export type Table = {
  no: number;
  steps: Step[];
  awaits: boolean;
  denied: boolean;
  /** When it was told. */
  told: number | null;
  answered: boolean;
  /** Who drew it up, and for how much (分). */
  by: Person;
  fromAbove: boolean;
  fen: number;
};

/** How a complaint comes in. */
export type Birth = Omit<Registration, 'number'> & { policy: PolicyName; registeredAt: number };

export class Case {
  /** Under which edition of its policy it goes. */
  edition = 1;
  /** Which fields are on record (IN-13). */
  readonly known = new Set<string>();
  stage: Stage | 'closed' | null = null;
  /** The steps that this round is done with. */
  readonly gone = new Set<Stage>();
  round = 1;
  level: Level = 1;
  /** What it has earned: classification does not go below it. */
  floor: Level = 1;
  priority: Priority = 'normal';
  nature: string | null = null;
  requestType: RequestType;
  readonly marks: Set<Mark>;
  team: string;
  owner: Person;
  /** Everybody who has answered for it. */
  owners: Person[];
  readonly hands: Person[];
  /** Somebody else is asked to take over. */
  othersTurn = false;
  /** Its owner only heard of it first (IN-14). */
  firstAsked = false;
  reachable: boolean;
  cluster: string | null;
  owed: Owed[] = [];

  /** When the last word of ours reached him (HA-11), and when the case last went back (CO-5). */
  lastWord: number | null = null;
  wentBackAt = -1;

  contacted = false;
  formFilled = false;
  repeatedBack = false;
  acceptanceTold = false;
  classified = false;
  takenOver = false;
  verified = false;
  analysed = false;
  agreed = false;
  concluded = false;
  remedied = false;
  resultTold = false;
  reviewed = false;
  archived = false;
  decidedFinally = false;
  /** When the step under way began, and when the last word reached him or came from him. */
  enteredAt = 0;
  lastWordAt = -1;
  /** CO-2: he has given his word since he was last asked for it. */
  spoken = false;
  /** CO-8: he cannot be found, and nothing can be written to him either. */
  untellable = false;
  /** What came of the callback. */
  word: 'satisfied' | 'unsolved' | 'dissatisfied' | 'unreachable' | null = null;

  tasks: {
    no: number;
    department: Department;
    person?: string;
    state: 'open' | 'answered' | 'cancelled';
    preliminary: boolean;
  }[] = [];
  lead: Department | null = null;
  leadPerson: string | undefined;
  /** Who asked for what the level above is to decide. */
  asked: Partial<Record<DutyKind, Person>> = {};
  /** HA-18: who is complained about, by now, and what they are. */
  respondents: string[];
  lacking: Role[];
  subject: SubjectKind | null;
  accounts: { no: number; of: AccountOf; person?: string | undefined; urged: boolean; closed: boolean }[] = [];
  /** The promised answer stands still: since when, from when it counted, and how long it was. */
  waiting: { since: number; from: number; length: Length; rule: Length; granted: number } | null = null;
  /** For how long he has been waited for before, and whether evidence was asked of him. */
  waited = 0;
  evidenceAsked = false;
  extension = 0;
  proposal: Table | null = null;
  proposals = 0;
  /** What he has accepted so far, in 分. */
  granted = 0;
  /** HA-8: who was refused, one entry each time. */
  refusals: string[] = [];
  unsolved = 0;
  tries: { day: number; channel: Channel }[] = [];
  backTo: Stage | null = null;
  outcome: Outcome | null = null;

  /** When something was last done. */
  lastAt: number;

  constructor(readonly birth: Birth) {
    this.lastAt = birth.registeredAt;
    this.requestType = birth.requestType;
    this.marks = new Set(birth.marks);
    this.team = birth.team;
    this.owner = birth.owner;
    this.owners = [birth.owner];
    this.hands = [{ ...birth.owner }];
    this.reachable = birth.reachable ?? true;
    this.respondents = [...birth.respondents];
    this.lacking = [...(birth.lacking ?? [])];
    this.subject = birth.subject ?? null;
    this.cluster = birth.cluster ?? null;
  }

  /** Whether the complaint runs under one of these policies. */
  under(...policies: PolicyName[]): boolean {
    return policies.includes(this.birth.policy);
  }

  at(...stages: Stage[]): boolean {
    return stages.includes(this.stage as Stage);
  }

  owes(kind: DutyKind): boolean {
    return this.owed.some((duty) => duty.kind === kind);
  }

  /** The one that is meant is done: of a kind, and of one step, task or account where there are such. */
  done(kind: DutyKind, of: { step?: number; task?: number; account?: number } = {}): void {
    this.owed = this.owed.filter(
      (duty) => duty.kind !== kind || duty.step !== of.step || duty.task !== of.task || duty.account !== of.account,
    );
  }

  /** They are owed no longer, all of these kinds. */
  drop(...kinds: DutyKind[]): void {
    this.owed = this.owed.filter(({ kind }) => !kinds.includes(kind));
  }

  /** Who had a hand in it does not review it (CO-5); who had it in two roles, in the higher one. */
  hand(person: Person): void {
    const before = this.hands.find(({ id }) => id === person.id);
    if (!before) this.hands.push({ ...person });
    else if (rank(person.role) > rank(before.role)) before.role = person.role;
  }

  isRespondent = (id: string | undefined): boolean => id !== undefined && this.respondents.includes(id);
}

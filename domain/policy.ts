import type { ChannelRules } from './channels';
import { holds } from './condition';
import type { Condition, Situation } from './condition';
import type { Length, Prompt } from './due-time';
import type { ImprovementRules } from './improvement/rules';
import type { PenaltyRule } from './penalties/rules';
import type { Scale } from './satisfaction';
import type { DutyKind, Fact, Level, Nature, Priority, ProposalKind, Role, Severity, Stage } from './words';

export const PARTIES = [
  'owner',
  'next_handler',
  'superior',
  'above_proposer',
  'reviewer',
  'level_above',
  'clerk',
  'administration',
  'head_of_service',
  'director',
  'department',
  'other_side',
  'customer',
  'system',
] as const;
/**
 * Who owes a duty, or whose an action is. Found from the file at the moment it matters: the owner may change, the duty stays.
 * `above_proposer` is the level above whoever drew a proposal up; `department` is that of the task; `other_side` and `customer` are nobody on the staff; `system` is the product itself.
 */
export type Party = (typeof PARTIES)[number];

/** A length of time for a situation; the first choice whose condition holds is taken. */
export type Choice = {
  when?: Condition;
  within: Length;
  /** What is due by then may be preliminary; the final answer is due within so much more (HA-3). */
  final?: Length;
};

/** A duty as a policy knows it. */
export type DutyRule = {
  of: Party;
  /** For which complaints it exists; absent: for all. */
  when?: Condition[];
  /** It is owed to the customer: not while nobody can be reached (anonymous complainants). */
  toCustomer?: true;
  /** Its business time runs in the hours of the channel that the complaint came by (IN-10). */
  inChannelHours?: true;
  /** It outlives the stage that brought it. */
  lasting?: true;
  /** How long there is: a list of choices, the last one without a condition. Absent where each instance brings its own (remedy steps). */
  within?: Choice[];
  /** When the one who owes it is reminded. */
  prompts: Prompt[];
  /** The facts that meet it, all of them. Absent: an action meets it by name. */
  needs?: Fact[];
  /** It is owed as soon as its condition holds, whatever the step. */
  arises?: true;
  /** A missed one arms the next by itself (HA-11). */
  again?: true;
  /** How long there is for the next one where the last was missed; absent: as long as at first. Known of `next_step` only. */
  againWithin?: Length;
  /** A missed one owes this besides (HA-9: who is silent is urged; HA-12: the reason is reported). */
  followedBy?: DutyKind;
  /** The clause, or `choice` where the document leaves the time to the company. */
  clause: string;
};

/** A stage as a policy knows it: any one of the sets of facts ends it; while it lasts, these duties are owed. */
export type StageRule = {
  ends: Fact[][];
  owes: DutyKind[];
  /** For which complaints it exists; absent: for all. */
  when?: Condition[];
  /** The facts with which it is passed over. */
  unless?: Fact[];
  /** It needs a customer who can be reached. */
  toCustomer?: true;
  clause: string;
};

/** Who handles and who reviews in a situation, in order of preference (HA-2, CO-14). The first rule whose condition holds is taken. */
export type HandlingRule = { when?: Condition; handlers: Role[]; reviewers: Role[] };

/** What a harm of this nature and severity is usually worth, in 分, and how it is put right (HA-6, HA-15). */
export type CompensationRule = {
  nature: Nature;
  severity: Severity;
  kinds: ProposalKind[];
  fen: [least: number, most: number];
};

/** One edition of a policy. Pinned in the file at birth: an open complaint never notices a later edition. */
export type Rules = {
  policy: string;
  edition: number;
  /** A stage that is absent does not exist for this policy. */
  stages: Partial<Record<Stage, StageRule>>;
  duties: Partial<Record<DutyKind, DutyRule>>;
  handling: HandlingRule[];
  /** The highest level that the policy knows (CL-3). */
  topLevel: Level;
  /** The priorities that it knows, most urgent first; what falls between belongs to the next one below (CL-2). */
  priorities: Priority[];
  /** The list of natures with their Chinese (CL-1): each edition may have another. */
  natures: Record<Nature, string>;
  /** Customer tiers that make a complaint important (CL-2). */
  keyTiers: string[];
  /** Who is told at once when a situation arises (CL-4, CL-5, HA-2): each rule once for a complaint. */
  tell: { when: Condition[]; roles: Role[] }[];
  /** Refused proposals that a handler may answer himself; the next one goes to the level above (HA-8). */
  refusals: number;
  /** Rounds at one level that may end unsolved before the next goes one level up (CO-3). */
  unsolvedRounds: number;
  /** Whether a complaint is only filed when the customer has agreed to what was written down (IN-6). */
  repeatBack: boolean;
  /** Whether a complaint gets the apology in the same message as its proposal (HA-7). */
  apology: boolean;
  /** Whether the points of the talk are written down with the proposal (HA-19). */
  talkingPoints: boolean;
  /** Whether complaints are marked as typical, to be called back (004) or shared as a case (003). */
  typical?: boolean;
  /** Whether both sides are heard before the facts stand (HA-18). */
  bothSides: boolean;
  /** One standard for all, and how much each role may grant by itself, in 分 (HA-15, HA-6). Absent: the document knows none. */
  compensation?: { table: CompensationRule[]; limits: Partial<Record<Role, number>> };
  /**
   * What is out of scope is referred to the right body and closed (IN-8): by its owner, and where one of `above` holds by the
   * level above him. Absent: the document knows no referral.
   */
  referral?: { above: Condition[] };
  /** Complaints that are withdrawn or referred by a director only (CO-9, IN-8). */
  directorWithdraws?: Condition[];
  /** The callback: whether the customer's satisfaction and the three marks must be asked, and after how many tries he is unreachable (CO-2, CO-8). */
  callback?: { askSatisfaction: boolean; askMarks?: boolean; tries: number; days: number; channels: number };
  /** Within how many days the same person on the same matter is a repeat complaint (IN-9). Absent: the document knows none. */
  repeat?: { days: number };
  /** How many different complainants on one product or shop, within how many days, are a mass complaint; of a new product: how many franchisees (CL-4). */
  mass?: { complainants: number; days: number; newProductComplainants?: number };
  /** By which channels complaints come, with service hours and first answer (IN-1); absent: by all, without times. */
  channels?: ChannelRules;
  /** How satisfaction is numbered for readers (CO-2). */
  scale: Scale;
  /** How improvements are chased (RE-3); absent: this policy knows none. */
  improvements?: ImprovementRules;
  /** What a breach may cost whom (RE-7); absent: this policy knows no penalties. */
  penalties?: PenaltyRule[];
  /** How long a penalised person may appeal after the confirmation. */
  penaltyAppeal?: Length;
};

/** The length that a rule gives in a situation, or undefined where each instance brings its own. */
export const lengthFor = (rule: DutyRule, situation: Situation): Length | undefined =>
  rule.within?.find(({ when }) => when === undefined || holds(when, situation))?.within;

/** Who handles and reviews in a situation. */
export function handlingFor(rules: Rules, situation: Situation): HandlingRule {
  const found = rules.handling.find(({ when }) => when === undefined || holds(when, situation));
  if (!found) throw new Error(`Policy ${rules.policy}@${rules.edition} names no handlers for this situation.`);
  return found;
}

/** The priority that a policy has for one: the next below where it does not know it (CL-2). */
export function priorityIn(rules: Rules, priority: Priority): Priority {
  const order: Priority[] = ['urgent', 'important', 'normal'];
  const below = order.slice(order.indexOf(priority));
  return below.find((candidate) => rules.priorities.includes(candidate)) ?? 'normal';
}

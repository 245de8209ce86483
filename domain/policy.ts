import type { Length, Prompt } from './due-time';
import type { DutyKind, Fact, Level, Priority, Role, Stage } from './words';

/** Who owes a duty. Found from the file at the moment it matters: the owner may change, the duty stays. */
export type Party = 'owner' | 'next_handler' | 'superior' | 'reviewer' | 'clerk' | 'administration';

/** A length of time for a situation; the first choice whose conditions all hold is taken. */
export type Choice = { when?: { level?: Level[]; priority?: Priority[] }; within: Length };

/** A duty as a policy knows it. */
export type DutyRule = {
  of: Party;
  /** How long there is: a list of choices, the last one without conditions. Absent where each instance brings its own (remedy steps). */
  within?: Choice[];
  /** When the one who owes it is reminded. */
  prompts: Prompt[];
  /** The facts that meet it, all of them. Absent: an action meets it by name. */
  needs?: Fact[];
  /** A missed one arms the next by itself (HA-11). */
  again?: true;
  /** The clause, or `choice` where the document leaves the time to the company. */
  clause: string;
};

/** A stage as a policy knows it: any one of the sets of facts ends it; while it lasts, these duties are owed. */
export type StageRule = { ends: Fact[][]; owes: DutyKind[]; clause: string };

/** One edition of a policy. Pinned in the file at birth: an open complaint never notices a later edition. */
export type Rules = {
  policy: string;
  edition: number;
  /** A stage that is absent does not exist for this policy. */
  stages: Partial<Record<Stage, StageRule>>;
  duties: Partial<Record<DutyKind, DutyRule>>;
  /** Who handles and who reviews at each level, in order of preference (HA-2, CO-14). */
  levels: Record<Level, { handlers: Role[]; reviewers: Role[] }>;
  /** Refused proposals that a handler may answer himself; the next one goes to the level above (HA-8). */
  refusals: number;
  /** Rounds at one level that may end unsolved before the next goes one level up (CO-3). */
  unsolvedRounds: number;
  /** Whether a complaint is only filed when the customer has agreed to what was written down (IN-6). */
  repeatBack: boolean;
  /** How satisfaction is numbered for readers: 002 prints 1 as best, 003 prints 5 as best, others show words only (CO-2). */
  scale: 'one_best' | 'five_best' | 'words';
};

/** The length that a rule gives in a situation, or undefined where each instance brings its own. */
export function lengthFor(rule: DutyRule, situation: { level: Level; priority: Priority }): Length | undefined {
  return rule.within?.find(
    ({ when }) =>
      (when?.level?.includes(situation.level) ?? true) && (when?.priority?.includes(situation.priority) ?? true),
  )?.within;
}

/** Everything that is wrong with a policy, one sentence each; empty when it can be published. */
export function validateRules(rules: Rules): string[] {
  const problems: string[] = [];
  const owed = Object.values(rules.stages).flatMap((stage) => stage.owes);
  for (const kind of owed) {
    if (!rules.duties[kind]) problems.push(`A stage owes '${kind}', but the policy has no such duty.`);
  }
  for (const [kind, rule] of Object.entries(rules.duties)) {
    if (kind !== 'remedy_step' && !rule.within?.some(({ when }) => !when)) {
      problems.push(
        `Duty '${kind}' needs a last choice without conditions, so that every complaint has a time for it.`,
      );
    }
  }
  for (const [name, stage] of Object.entries(rules.stages)) {
    if (stage.ends.length === 0)
      problems.push(`Stage '${name}' names no facts that end it: nothing would ever leave it.`);
  }
  if (!rules.stages.archive) problems.push('Every policy has an archive stage.');
  return problems;
}

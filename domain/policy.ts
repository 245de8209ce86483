import type { Length, Prompt } from './due-time';
import { lengthErrors, promptErrors } from './length';
import { FACTS_OF, LEVELS, STAGES } from './words';
import type { DutyKind, Fact, Level, Priority, Role, Stage } from './words';

/** Who owes a duty. Found from the file at the moment it matters: the owner may change, the duty stays. */
export type Party = 'owner' | 'next_handler' | 'superior' | 'reviewer' | 'clerk' | 'administration' | 'system';

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
  const stages = STAGES.filter((stage) => rules.stages[stage]);
  return [
    ...stages.flatMap((stage) => stageProblems(rules, stage)),
    ...Object.entries(rules.duties).flatMap(([kind, rule]) => dutyProblems(kind as DutyKind, rule)),
    ...LEVELS.flatMap((level) => levelProblems(rules, level)),
    ...countProblems(rules),
    ...(rules.stages.archive ? [] : ['Every policy has an archive stage.']),
  ];
}

/** A duty of this kind brings its own length, each instance another one. */
const BRINGS_ITS_OWN: DutyKind = 'remedy_step';

function stageProblems(rules: Rules, name: Stage): string[] {
  const { ends = [], owes = [] } = rules.stages[name] ?? {};
  const possible = STAGES.slice(0, STAGES.indexOf(name) + 1).flatMap((stage) => FACTS_OF[stage]);
  const problems = [...new Set(ends.flat())]
    .filter((fact) => !possible.includes(fact))
    .map((fact) => `Stage '${name}' waits for '${fact}', which only a later step puts on file.`);
  if (ends.length === 0) problems.push(`Stage '${name}' names no facts that end it: nothing would ever leave it.`);
  if (ends.some((facts) => facts.length === 0)) {
    problems.push(`Stage '${name}' ends with nothing on file: leave the stage out instead.`);
  }
  for (const kind of owes) {
    if (!rules.duties[kind]) problems.push(`Stage '${name}' owes '${kind}', but the policy has no such duty.`);
    if (kind === BRINGS_ITS_OWN) problems.push(`Stage '${name}' owes '${kind}', whose time only a proposal names.`);
  }
  if (new Set(owes).size < owes.length) problems.push(`Stage '${name}' owes something twice.`);
  return problems;
}

function dutyProblems(kind: DutyKind, { of, within = [], prompts, needs }: DutyRule): string[] {
  const faults = [...within.flatMap((choice) => lengthErrors(choice.within)), ...prompts.flatMap(promptErrors)];
  const problems = faults.map((fault) => `Duty '${kind}': ${fault}`);
  const always = within.findIndex(({ when }) => !when?.level && !when?.priority);
  if (always === -1 && kind !== BRINGS_ITS_OWN) {
    problems.push(`Duty '${kind}' needs a last choice without conditions, so that every complaint has a time for it.`);
  }
  if (always !== -1 && always < within.length - 1) {
    problems.push(`Duty '${kind}' has choices after the one without conditions: they would never be taken.`);
  }
  if (of === 'system')
    problems.push(`Duty '${kind}' is of 'system', whom nobody can remind; give somebody who works here.`);
  if (needs?.length === 0) problems.push(`Duty '${kind}' needs no fact: leave the list out, and an action meets it.`);
  return problems;
}

const levelProblems = ({ levels }: Rules, level: Level): string[] =>
  (['handlers', 'reviewers'] as const)
    .filter((party) => levels[level][party].length === 0)
    .map((party) => `Level ${level} has no ${party}.`);

const countProblems = (rules: Rules): string[] =>
  (['refusals', 'unsolvedRounds'] as const)
    .filter((count) => !Number.isInteger(rules[count]) || rules[count] < 0)
    .map((count) => `'${count}' is ${rules[count]}; give a whole number from 0 on.`);

import { channelProblems } from './channels';
import { improvementRuleProblems } from './improvement/rules';
import { lengthErrors, promptErrors } from './length';
import { penaltyRuleProblems } from './penalties/rules';
import { matchingProblems } from './matching';
import type { DutyRule, Rules } from './policy';
import { FACTS_OF, STAGES } from './words';
import type { DutyKind, Stage } from './words';

/** Everything that is wrong with a policy, one sentence each; empty when it can be published. */
export function validateRules(rules: Rules): string[] {
  const stages = STAGES.filter((stage) => rules.stages[stage]);
  return [
    ...stages.flatMap((stage) => stageProblems(rules, stage)),
    ...Object.entries(rules.duties).flatMap(([kind, rule]) => dutyProblems(kind as DutyKind, rule)),
    ...handlingProblems(rules),
    ...countProblems(rules),
    ...channelProblems(rules.channels),
    ...(rules.improvements ? improvementRuleProblems(rules.improvements) : []),
    ...penaltyRuleProblems(rules),
    ...ladderProblems(rules),
    ...matchingProblems(rules),
    ...(rules.stages.archive ? [] : ['Every policy has an archive stage.']),
  ];
}

/** Duties of these kinds bring their own length, each instance another one. */
const BRING_THEIR_OWN: readonly DutyKind[] = ['remedy_step', 'promised_call'];

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
    if (BRING_THEIR_OWN.includes(kind))
      problems.push(`Stage '${name}' owes '${kind}', whose time each instance brings.`);
  }
  if (new Set(owes).size < owes.length) problems.push(`Stage '${name}' owes something twice.`);
  return problems;
}

function dutyProblems(kind: DutyKind, { of, within = [], prompts, needs }: DutyRule): string[] {
  const faults = [...within.flatMap((choice) => lengthErrors(choice.within)), ...prompts.flatMap(promptErrors)];
  const problems = faults.map((fault) => `Duty '${kind}': ${fault}`);
  const always = within.findIndex(({ when }) => when === undefined);
  if (always === -1 && !BRING_THEIR_OWN.includes(kind)) {
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

function handlingProblems({ handling }: Rules): string[] {
  const always = handling.findIndex(({ when }) => when === undefined);
  const empty = handling.filter(({ handlers, reviewers }) => handlers.length === 0 || reviewers.length === 0);
  return [
    ...(always === -1
      ? ["'handling' needs a last rule without a condition, so that every complaint has a handler."]
      : []),
    ...(always !== -1 && always < handling.length - 1
      ? ["'handling' has rules after the one without a condition: they would never be taken."]
      : []),
    ...empty.map(
      ({ when }) => `A rule of 'handling' names no handlers or no reviewers: ${JSON.stringify(when ?? {})}.`,
    ),
  ];
}

const countProblems = (rules: Rules): string[] =>
  (['refusals', 'unsolvedRounds'] as const)
    .filter((count) => !Number.isInteger(rules[count]) || rules[count] < 0)
    .map((count) => `'${count}' is ${rules[count]}; give a whole number from 0 on.`);

/** An open complaint always owes something: what is owed where nothing else is must be so for every complaint. */
function forgettable(rule: DutyRule | undefined): string[] {
  if (!rule)
    return ['Every policy has the duty next_step: without it an open complaint could owe nothing, and be forgotten.'];
  const forAll = !rule.when && !rule.toCustomer && !rule.needs && !rule.lasting;
  return forAll
    ? []
    : ["Duty 'next_step' is for every complaint and ends with its step: it has no when, toCustomer, needs, lasting."];
}

/** Higher levels and urgent cases go to other handlers: the policy needs the step, and the duty, of handing over. */
function ladderProblems({ topLevel, handling, stages, duties, natures }: Rules): string[] {
  const problems = Object.keys(natures).length === 0 ? ["'natures' is empty: nothing could be classified."] : [];
  if (!duties.take_over) problems.push('Every policy has the duty take_over.');
  problems.push(...forgettable(duties.next_step));
  if ((topLevel > 1 || handling.length > 1) && !stages.hand_over) {
    problems.push('A policy with more than one kind of handler has a stage hand_over.');
  }
  return problems;
}

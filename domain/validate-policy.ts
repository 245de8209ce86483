import { channelProblems } from './channels';
import { fault, faultsOf } from './faults';
import type { Fault } from './faults';
import { improvementRuleProblems } from './improvement/rules';
import { lengthErrors, promptErrors } from './length';
import { penaltyRuleProblems } from './penalties/rules';
import { matchingProblems } from './matching';
import type { DutyRule, Rules } from './policy';
import { FACTS_OF, STAGES } from './words';
import type { DutyKind, Stage } from './words';

/** Everything that is wrong with a policy, one sentence each, in both languages; empty when it can be published. */
export function validateRules(rules: Rules): Fault[] {
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
    ...(rules.stages.archive
      ? []
      : [fault('每套流程都要有归档这一步（archive）。', 'Every policy has an archive stage.')]),
  ];
}

/** Duties of these kinds bring their own length, each instance another one. */
const BRING_THEIR_OWN: readonly DutyKind[] = ['remedy_step', 'promised_call'];

/** Collects faults of something that is named. */
function collector(nameZh: string, nameEn: string) {
  const faults: Fault[] = [];
  const wrong = (zh: string, en: string): void => void faults.push(fault(`${nameZh}${zh}`, `${nameEn} ${en}`));
  return { faults, wrong };
}

function stageProblems(rules: Rules, name: Stage): Fault[] {
  const { ends = [], owes = [] } = rules.stages[name] ?? {};
  const { faults, wrong } = collector(`步骤「${name}」`, `Stage '${name}'`);
  const possible = STAGES.slice(0, STAGES.indexOf(name) + 1).flatMap((stage) => FACTS_OF[stage]);
  for (const fact of new Set(ends.flat())) {
    if (possible.includes(fact)) continue;
    wrong(
      `等候「${fact}」，而它要到后面的步骤才会记录在案。`,
      `waits for '${fact}', which only a later step puts on file.`,
    );
  }
  if (ends.length === 0) {
    wrong('没有写明何事使它完成：投诉将永远停在这一步。', 'names no facts that end it: nothing would ever leave it.');
  }
  if (ends.some((facts) => facts.length === 0)) {
    wrong('不需任何记录即告完成：请改为不设这一步。', 'ends with nothing on file: leave the stage out instead.');
  }
  for (const kind of owes) {
    if (!rules.duties[kind])
      wrong(`有事项「${kind}」，而流程中没有这个事项。`, `owes '${kind}', but the policy has no such duty.`);
    if (BRING_THEIR_OWN.includes(kind)) {
      wrong(`有事项「${kind}」，而它的时限逐次另定。`, `owes '${kind}', whose time each instance brings.`);
    }
  }
  if (new Set(owes).size < owes.length) wrong('有重复的事项。', 'owes something twice.');
  return faults;
}

function dutyProblems(kind: DutyKind, { of, within = [], againWithin, prompts, needs }: DutyRule): Fault[] {
  const [zh, en] = [`事项「${kind}」`, `Duty '${kind}'`];
  const { faults, wrong } = collector(zh, en);
  const always = within.findIndex(({ when }) => when === undefined);
  if (always === -1 && !BRING_THEIR_OWN.includes(kind)) {
    wrong(
      '的时限最后须有一项不带条件，使每件投诉都有时限。',
      'needs a last choice without conditions, so that every complaint has a time for it.',
    );
  }
  if (always !== -1 && always < within.length - 1) {
    wrong(
      '在不带条件的时限之后还有别的时限，永远用不到。',
      'has choices after the one without conditions: they would never be taken.',
    );
  }
  if (of === 'system') {
    wrong(
      '归「system」，无人可以提醒；须归在职的人。',
      "is of 'system', whom nobody can remind; give somebody who works here.",
    );
  }
  if (needs?.length === 0) {
    wrong('的 needs 为空；请去掉，由操作本身完成。', 'needs no fact: leave the list out, and an action meets it.');
  }
  if (againWithin && kind !== 'next_step') {
    wrong(
      '设了 againWithin；只有推进办理（next_step）届满后另定时长。',
      "has an 'againWithin', which only 'next_step' knows.",
    );
  }
  const times = [
    ...(againWithin ? lengthErrors(againWithin) : []),
    ...within.flatMap(({ within: first, final }) => [first, ...(final ? [final] : [])].flatMap(lengthErrors)),
    ...prompts.flatMap(promptErrors),
  ];
  return [...faultsOf(zh, en, times), ...faults];
}

function handlingProblems({ handling }: Rules): Fault[] {
  const { faults, wrong } = collector('「handling」', "'handling'");
  const always = handling.findIndex(({ when }) => when === undefined);
  if (always === -1) {
    wrong(
      '最后须有一条不带条件的规则，使每件投诉都有受理人。',
      'needs a last rule without a condition, so that every complaint has a handler.',
    );
  }
  if (always !== -1 && always < handling.length - 1) {
    wrong(
      '在不带条件的规则之后还有别的规则，永远用不到。',
      'has rules after the one without a condition: they would never be taken.',
    );
  }
  const empty = handling.filter(({ handlers, reviewers }) => handlers.length === 0 || reviewers.length === 0);
  for (const { when = {} } of empty) {
    const given = JSON.stringify(when);
    const en = `A rule of 'handling' names no handlers or no reviewers: ${given}.`;
    faults.push(fault(`「handling」有一条规则没有写明受理人或审核人：${given}。`, en));
  }
  return faults;
}

const countProblems = (rules: Rules): Fault[] =>
  (['refusals', 'unsolvedRounds'] as const)
    .filter((count) => !Number.isInteger(rules[count]) || rules[count] < 0)
    .map((count) =>
      fault(
        `「${count}」为 ${rules[count]}；须为不小于 0 的整数。`,
        `'${count}' is ${rules[count]}; give a whole number from 0 on.`,
      ),
    );

/** An open complaint always owes something: what is owed where nothing else is must be so for every complaint. */
function forgettable(rule: DutyRule | undefined): Fault[] {
  if (!rule) {
    const zh = '每套流程都要有推进办理这一事项（next_step）：否则未结的投诉可能无事可做，被遗忘。';
    return [
      fault(
        zh,
        'Every policy has the duty next_step: without it an open complaint could owe nothing, and be forgotten.',
      ),
    ];
  }
  if (!rule.when && !rule.toCustomer && !rule.needs && !rule.lasting) return [];
  const zh = '事项「next_step」适用于每件投诉，随步骤结束：不设 when、toCustomer、needs、lasting。';
  const en =
    "Duty 'next_step' is for every complaint and ends with its step: it has no when, toCustomer, needs, lasting.";
  return [fault(zh, en)];
}

/** Higher levels and urgent cases go to other handlers: the policy needs the step, and the duty, of handing over. */
function ladderProblems({ topLevel, handling, stages, duties, natures }: Rules): Fault[] {
  const faults: Fault[] = [];
  if (Object.keys(natures).length === 0) {
    faults.push(fault('「natures」为空：投诉将无法分类。', "'natures' is empty: nothing could be classified."));
  }
  if (!duties.take_over) {
    faults.push(fault('每套流程都要有接手这一事项（take_over）。', 'Every policy has the duty take_over.'));
  }
  faults.push(...forgettable(duties.next_step));
  if ((topLevel > 1 || handling.length > 1) && !stages.hand_over) {
    faults.push(
      fault(
        '受理人不止一种的流程须有移交这一步（hand_over）。',
        'A policy with more than one kind of handler has a stage hand_over.',
      ),
    );
  }
  return faults;
}

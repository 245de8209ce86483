import { openDuties } from '../clock';
import type { ComplaintFile, Duty } from '../complaint-file';
import type { Event } from '../events';
import type { Rules } from '../policy';
import type { Refusal } from '../refusals';
import { needsMeeting, stageEnds } from '../stages';
import { STAGES } from '../words';
import type { DutyKind, Role, Stage } from '../words';
import type { ActionRule } from './rule';

/** Who may say that a complaint is to go on under other rules than those it was born under. */
const ADOPTERS: Role[] = ['manager', 'admin'];

/** An open complaint goes on under a newer edition of its policy. Said by somebody, with his reason: it never happens by itself. */
export const adoptPolicy: ActionRule<'adopt_policy'> = {
  clause: '自定',
  stages: 'open',
  by: ({ by }) =>
    by.roles.some((role) => ADOPTERS.includes(role)) ? null : { code: 'role_needed', roles: [...ADOPTERS] },
  refuses: ({ file, data: { rules } }) => unfit(file, rules),
  events: ({ file, data: { rules, ref } }) => [
    { type: 'policy_adopted', edition: rules.edition, rules, ref },
    ...openDuties(file)
      .filter((duty) => isGone(file, duty, rules))
      .map(({ id }): Event => ({ type: 'voided', duty: id })),
    ...newlyOwed(file, rules),
  ],
};

function unfit(file: ComplaintFile, rules: Rules): Refusal | null {
  const { policy: name, edition: present } = file.rules;
  const { stage } = file;
  const { edition } = rules;
  if (name !== rules.policy) return { code: 'other_policy', policy: name };
  if (edition <= present) return { code: 'edition_not_newer', edition, present };
  if (stage && !rules.stages[stage]) return { code: 'stage_not_in_edition', stage, edition };
  const stages = stepsBehind(file, rules);
  return stages.length > 0 ? { code: 'steps_behind_differ', stages, edition } : null;
}

/**
 * What the other edition would have asked of this complaint before the step at which it stands, and nobody did. With any of
 * it, a run that begins again at its first line would not come to where the complaint stands, or the archive never be reached.
 */
function stepsBehind(file: ComplaintFile, rules: Rules): Stage[] {
  const { stage } = file;
  if (!stage) return [];
  const under = { ...file, rules };
  const isNew = (step: Stage): boolean => rules.stages[step] !== undefined && !file.rules.stages[step];
  const added = STAGES.slice(0, STAGES.indexOf(stage)).filter(isNew);
  const unmet = file.left.filter((step) => stageEnds(file, step) && !stageEnds(under, step));
  // In a later round the hand-over comes first (CO-3).
  const handOver: Stage[] = isNew('hand_over') && file.handOver && file.round > 1 ? ['hand_over'] : [];
  const decides = ['meeting', 'review'].includes(stage) && needsMeeting(file) !== needsMeeting(under);
  return [...new Set([...added, ...unmet, ...handOver, ...(decides ? (['meeting'] as const) : [])])];
}

/** A duty that the other edition does not know, or that the present step owes no longer. */
function isGone(file: ComplaintFile, { kind, stage }: Duty, rules: Rules): boolean {
  if (!rules.duties[kind]) return true;
  const [before, after] = owedBy(file, rules);
  return stage === file.stage && before.includes(kind) && !after.includes(kind);
}

/** What only the other edition asks of the present step is owed from now on: nobody was held to it before. */
function newlyOwed(file: ComplaintFile, rules: Rules): Event[] {
  const [before, after] = owedBy(file, rules);
  return after.flatMap((kind): Event[] => {
    const rule = rules.duties[kind];
    return rule && !before.includes(kind) ? [{ type: 'owed', kind, of: rule.of, stage: file.stage }] : [];
  });
}

/** What the present step owes under the rules that the complaint has, and under others. */
const owedBy = ({ stage, rules: present }: ComplaintFile, rules: Rules): [before: DutyKind[], after: DutyKind[]] =>
  stage ? [present.stages[stage]?.owes ?? [], rules.stages[stage]?.owes ?? []] : [[], []];

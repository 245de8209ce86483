import { openDuties } from '../clock';
import type { ComplaintFile, Duty } from '../complaint-file';
import { owes, voiding } from '../duties';
import type { Event } from '../events';
import type { Rules } from '../policy';
import type { Refusal } from '../refusals';
import { withConsequences } from '../situation';
import { applies, isPast, nextRound, stageEnds } from '../stages';
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
  events: ({ file, data: { rules, ref } }) => {
    const under = { ...file, rules };
    return withConsequences(file, [
      { type: 'policy_adopted', edition: rules.edition, rules, ref },
      ...voiding(file, (duty) => isGone(file, duty, under)),
      // What only the other edition asks of the present step is owed from now on: nobody was held to it before.
      ...newlyOwed(file, under),
    ]);
  },
};

function unfit(file: ComplaintFile, rules: Rules): Refusal | null {
  const { policy: name, edition: present } = file.rules;
  const { stage } = file;
  const { edition } = rules;
  if (name !== rules.policy) return { code: 'other_policy', policy: name };
  if (edition <= present) return { code: 'edition_not_newer', edition, present };
  const under = { ...file, rules };
  if (stage && !applies(under, stage)) return { code: 'stage_not_in_edition', stage, edition };
  const stages = stepsThatDiffer(file, under);
  return stages.length > 0 ? { code: 'steps_behind_differ', stages, edition } : null;
}

/**
 * Steps gone through that the other edition would not take for done: the archive, which asks for them, would never be reached
 * (CO-6). And the callback, if its answer would have led to another round: the complaint has gone another way (CO-3).
 */
function stepsThatDiffer(file: ComplaintFile, under: ComplaintFile): Stage[] {
  const unmet = file.left.filter((step) => stageEnds(file, step) && !stageEnds(under, step));
  const elsewhere = isPast(file, 'callback') && !unmet.includes('callback') && nextRound(under) !== null;
  return elsewhere ? [...unmet, 'callback'] : unmet;
}

/** A duty that the other edition does not know, or that the present step owes no longer. */
function isGone(file: ComplaintFile, { kind, stage }: Duty, under: ComplaintFile): boolean {
  if (!under.rules.duties[kind]) return true;
  return stage === file.stage && owedBy(file).includes(kind) && !owedBy(under).includes(kind);
}

function newlyOwed(file: ComplaintFile, under: ComplaintFile): Event[] {
  const known = [...owedBy(file), ...openDuties(file).map(({ kind }) => kind)];
  return owedBy(under).flatMap((kind) => (known.includes(kind) ? [] : owes(under, kind, { stage: file.stage })));
}

/** What the present step owes by itself. */
const owedBy = ({ stage, rules }: ComplaintFile): DutyKind[] => (stage ? (rules.stages[stage]?.owes ?? []) : []);

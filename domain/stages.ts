import { levelAbove } from './classification';
import { openDuties } from './clock';
import type { ComplaintFile, Duty } from './complaint-file';
import { anyHolds } from './condition';
import type { Event } from './events';
import { nobodyLeftToReview } from './people';
import { establish, meeting, owes, voiding } from './duties';
import { withConsequences } from './situation';
import { STAGES } from './words';
import type { DutyKind, Fact, Outcome, Stage } from './words';

/** The facts of a file, with the one that is not put on file because it may cease to hold. */
const factsOf = (file: ComplaintFile): Fact[] => (file.reachable ? file.facts : [...file.facts, 'nobody_to_reach']);

/** Whether a stage exists for this complaint as it stands. */
export function applies(file: ComplaintFile, name: Stage): boolean {
  const rule = file.rules.stages[name];
  if (!rule || !anyHolds(rule.when, file) || (rule.toCustomer && !file.reachable)) return false;
  return !(rule.unless ?? []).some((fact) => file.facts.includes(fact));
}

/** Whether a stage has what the policy asks of it. */
export function stageEnds(file: ComplaintFile, name: Stage): boolean {
  const rule = file.rules.stages[name];
  const facts = factsOf(file);
  return !rule || !applies(file, name) || rule.ends.some((wanted) => wanted.every((fact) => facts.includes(fact)));
}

/** Whether a later stage is under way: what a new situation would have asked for before it is not gone back for. */
export const isPast = (file: ComplaintFile, name: Stage): boolean =>
  file.stage !== null && !file.left.includes(file.stage) && STAGES.indexOf(file.stage) > STAGES.indexOf(name);

/** What entering a stage puts on file. What is owed already, or done already, is not owed once more. */
export function entering(file: ComplaintFile, stage: Stage, from?: number): Event[] {
  const open = new Set(openDuties(file).map(({ kind }) => kind));
  const isDone = (kind: DutyKind): boolean => {
    const needs = stage === 'first_contact' ? undefined : file.rules.duties[kind]?.needs;
    return needs !== undefined && needs.every((fact) => file.facts.includes(fact));
  };
  const duties = (file.rules.stages[stage]?.owes ?? []).filter((kind) => !open.has(kind) && !isDone(kind));
  return [
    { type: 'entered', stage },
    ...(INQUIRY_OVER.includes(stage) ? voiding(file, isOfTheInquiry) : []),
    ...(stage === 'archive' ? voiding(file, ({ kind }) => kind === 'task_progress') : []),
    ...duties.flatMap((kind) => owes(file, kind, { stage, from })),
    ...(stage === 'remedy' ? remedySteps(file) : []),
  ];
}

/**
 * The steps in which nobody inquires any more: what others were asked for, and can no longer give, is not owed. What a
 * department was asked to do is: nothing is filed that somebody still works on (HA-3).
 */
const INQUIRY_OVER: readonly Stage[] = ['meeting', 'review', 'archive'];
const isOfTheInquiry = ({ kind, account }: Duty): boolean => account !== undefined || kind === 'cross_meeting';

/** HA-10: every step of the agreed remedy is a duty of its own, from the moment of the agreement; none is soon done. */
function remedySteps(file: ComplaintFile): Event[] {
  const steps = file.proposal?.steps ?? [];
  if (steps.length === 0) return establish(file, 'remedied');
  return steps.flatMap(({ no, person, workingDays }) =>
    owes(file, 'remedy_step', { stage: 'remedy', step: no, person, within: { clock: 'days', working: workingDays } }),
  );
}

/** Leaving a stage: to go on is done with it, and what else it still owed is owed no longer. */
export function leaving(file: ComplaintFile, stage: Stage): Event[] {
  const others = voiding(file, (duty) => duty.stage === stage && duty.kind !== 'next_step');
  return [{ type: 'left', stage }, ...meeting(file, 'next_step'), ...others];
}

/**
 * The general manager's meeting: for the highest level, handled in full and still not to the customer's satisfaction (CO-4);
 * and in place of a review that nobody is left to make, since both directors had a hand in the case (CO-14, choice).
 */
export function needsMeeting(file: ComplaintFile): boolean {
  if (!file.rules.stages.meeting) return false;
  return file.facts.includes('dissatisfied') ? above(file) === undefined : nobodyLeftToReview(file);
}

const above = (file: ComplaintFile): ComplaintFile['level'] | undefined =>
  file.level < file.rules.topLevel ? levelAbove(file.level) : undefined;

/**
 * Another round, or null if the customer is content, has gone, or the last authority is reached (CO-3, CO-4).
 * Dissatisfied: one level up. Not solved but acceptable: the same level again; once more: one level up.
 */
export function nextRound(file: ComplaintFile): Event[] | null {
  if (file.outcome || file.backTo || file.facts.includes('satisfied')) return null;
  const up = above(file);
  // Concluded by leave of the level above, and nobody further up to turn to: that stands (CO-11).
  if (file.facts.includes('concluded') && !up && !file.rules.stages.meeting) return null;
  if (file.facts.includes('dissatisfied')) {
    if (up) return roundAt(file, up, 'dissatisfied');
    return file.rules.stages.meeting ? null : roundAt(file, file.level, 'dissatisfied');
  }
  if (!file.facts.includes('unsolved')) return null;
  const again = file.unsolved < file.rules.unsolvedRounds || !up;
  return roundAt(file, again ? file.level : up, 'unsolved');
}

/** What was promised to the customer, and what the other side was asked for, lives on; everything else that the old round owed is void (CO-3). */
const roundAt = (file: ComplaintFile, level: ComplaintFile['level'], because: 'dissatisfied' | 'unsolved'): Event[] =>
  withConsequences(file, [
    ...voiding(file, ({ kind, account }) => kind !== 'follow_up' && kind !== 'promised_call' && account === undefined),
    { type: 'round_opened', level, because },
  ]);

/** Back to a step: named by the reviewer (CO-5), or the first that a way to reach the customer opens. Word to him who has been spoken to is owed again. */
export function goingBack(file: ComplaintFile): Event[] | null {
  if (file.outcome || !file.backTo) return null;
  // To the meeting it goes on, not back: nothing new is promised (CO-14).
  const promised = file.backTo === 'meeting' || openDuties(file).some(({ kind }) => kind === 'follow_up');
  const spoken = file.facts.includes('contacted');
  return withConsequences(file, [
    { type: 'sent_back', to: file.backTo },
    ...(promised || !spoken ? [] : owes(file, 'follow_up', { after: 'return' })),
  ]);
}

/** The end of a complaint: nothing is owed any more. */
export function closing(file: ComplaintFile): Event[] {
  if (file.closed) return [];
  return [...voiding(file, () => true), { type: 'closed', outcome: outcomeOf(file) }];
}

/** The meeting had the last word where the customer was not content; `completed` only after he has confirmed (CO-13). */
function outcomeOf(file: ComplaintFile): Outcome {
  const has = (fact: Fact): boolean => file.facts.includes(fact);
  if (file.outcome) return file.outcome;
  if (has('decided_finally') && !has('satisfied')) return 'decided_by_meeting';
  if (has('concluded')) return 'concluded';
  if (has('satisfied')) return 'completed';
  if (has('unreachable')) return 'unreachable';
  return file.reachable ? 'settled' : 'anonymous';
}

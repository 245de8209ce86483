import { levelAbove } from './classification';
import { openDuties } from './clock';
import type { ComplaintFile, Duty, Event } from './complaint-file';
import { nobodyLeftToReview } from './people';
import type { DutyKind, Fact, Stage } from './words';

type Owing = { from?: number; stage?: Stage | null; within?: Duty['within']; step?: number; person?: string };

/** Puts a duty on file, if the policy knows it. What a single document does not know does not exist in its policy. */
export function owes(file: ComplaintFile, kind: DutyKind, { stage = null, ...more }: Owing = {}): Event[] {
  const rule = file.rules.duties[kind];
  return rule ? [{ type: 'owed', kind, of: rule.of, stage, ...more }] : [];
}

/** What entering a stage puts on file. */
export function entering(file: ComplaintFile, stage: Stage, from?: number): Event[] {
  const duties = file.rules.stages[stage]?.owes ?? [];
  return [
    { type: 'entered', stage },
    ...duties.flatMap((kind) => owes(file, kind, { stage, from })),
    ...(stage === 'remedy' ? remedySteps(file) : []),
  ];
}

/** HA-10: every step of the agreed remedy is a duty of its own, from the moment of the agreement; none is soon done. */
function remedySteps(file: ComplaintFile): Event[] {
  const steps = file.proposal?.steps ?? [];
  if (steps.length === 0) return establish(file, 'remedied');
  return steps.flatMap(({ no, person, workingDays }) =>
    owes(file, 'remedy_step', { stage: 'remedy', step: no, person, within: { clock: 'days', working: workingDays } }),
  );
}

/** Leaving a stage: what it still owed is owed no longer. */
export function leaving(file: ComplaintFile, stage: Stage): Event[] {
  return [{ type: 'left', stage }, ...voiding(file, (duty) => duty.stage === stage)];
}

/** Calls off the open duties that a condition picks. */
export const voiding = (file: ComplaintFile, which: (duty: Duty) => boolean): Event[] =>
  openDuties(file)
    .filter(which)
    .map(({ id }) => ({ type: 'voided', duty: id }));

/** Puts a fact on file, and with it meets the duties that wanted this fact and have all the others (HA-1: contact and form). */
export function establish(file: ComplaintFile, fact: Fact): Event[] {
  const onFile = (wanted: Fact): boolean => wanted === fact || file.facts.includes(wanted);
  const met = openDuties(file).filter(({ kind }) => {
    const needs = file.rules.duties[kind]?.needs;
    return needs?.includes(fact) && needs.every(onFile);
  });
  return [{ type: 'established', fact }, ...met.map(({ id }): Event => ({ type: 'met', duty: id }))];
}

/** Meets the open duties of a kind; with a step, only that step's. */
export const meeting = (file: ComplaintFile, kind: DutyKind, step?: number): Event[] =>
  openDuties(file)
    .filter((duty) => duty.kind === kind && (step === undefined || duty.step === step))
    .map(({ id }) => ({ type: 'met', duty: id }));

/** HA-11: a word that reached the customer keeps the promise of the week and makes the next one, counted from its day. */
export const wordReached = (file: ComplaintFile): Event[] => [
  ...meeting(file, 'follow_up'),
  ...(followUpRests(file) ? [] : owes(file, 'follow_up')),
];

/** Nothing more is promised to a customer who is content, has gone, or has had the last word of the company (HA-11). */
const followUpRests = (file: ComplaintFile): boolean =>
  file.outcome !== null || file.facts.includes('satisfied') || file.facts.includes('decided_finally');

/** Whether a stage has what the policy asks of it. */
export const stageEnds = (file: ComplaintFile, stage: Stage): boolean =>
  file.rules.stages[stage]?.ends.some((facts) => facts.every((fact) => file.facts.includes(fact))) ?? true;

/**
 * The general manager's meeting: for level 3, handled in full and still not to the customer's satisfaction (CO-4); and in
 * place of a review that nobody is left to make, since both directors had a hand in the case (CO-14, choice).
 */
export function needsMeeting(file: ComplaintFile): boolean {
  if (!file.rules.stages.meeting) return false;
  return file.facts.includes('dissatisfied') ? levelAbove(file.level) === undefined : nobodyLeftToReview(file);
}

/**
 * Another round, or null if the customer is content, has gone, or the last authority is reached (CO-3, CO-4).
 * Dissatisfied: one level up. Not solved but acceptable: the same level again; once more: one level up.
 */
export function nextRound(file: ComplaintFile): Event[] | null {
  if (file.outcome || file.facts.includes('satisfied')) return null;
  const up = levelAbove(file.level);
  if (file.facts.includes('dissatisfied')) return up ? roundAt(file, up, 'dissatisfied') : null;
  if (!file.facts.includes('unsolved')) return null;
  const again = file.unsolved < file.rules.unsolvedRounds || !up;
  return roundAt(file, again ? file.level : up, 'unsolved');
}

function roundAt(file: ComplaintFile, level: ComplaintFile['level'], because: 'dissatisfied' | 'unsolved'): Event[] {
  return [{ type: 'round_opened', level, because }, ...(level === file.level ? [] : rearmFollowUp(file))];
}

/** A higher level owes word more often: the running promise is counted anew from the last word (HA-11). */
export function rearmFollowUp(file: ComplaintFile): Event[] {
  const running = openDuties(file).filter(({ kind, missed }) => kind === 'follow_up' && !missed);
  if (running.length === 0) return [];
  return [
    ...running.map(({ id }): Event => ({ type: 'voided', duty: id })),
    ...owes(file, 'follow_up', { from: file.lastWordAt ?? undefined }),
  ];
}

/** CO-5: back to the step that the reviewer named; word to the customer is owed again while the work goes on (HA-11). */
export function goingBack(file: ComplaintFile): Event[] | null {
  if (file.outcome || !file.facts.includes('rejected') || !file.backTo) return null;
  return [{ type: 'sent_back', to: file.backTo }, ...owes(file, 'follow_up')];
}

/** The end of a complaint: nothing is owed any more. The meeting had the last word where the customer was not content. */
export function closing(file: ComplaintFile): Event[] {
  if (file.closed) return [];
  const overruled = file.facts.includes('decided_finally') && !file.facts.includes('satisfied');
  const outcome = file.outcome ?? (overruled ? 'decided_by_meeting' : 'completed');
  return [...voiding(file, () => true), { type: 'closed', outcome }];
}

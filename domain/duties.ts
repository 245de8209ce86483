import { openDuties } from './clock';
import type { ComplaintFile, Duty } from './complaint-file';
import { anyHolds } from './condition';
import type { Event } from './events';
import { fits } from './people';
import type { DutyKind, Fact } from './words';

/** What a duty brings with it: what it stands for, and when it counts from. */
export type Owing = Partial<
  Pick<
    Duty,
    'of' | 'from' | 'stage' | 'within' | 'was' | 'asOf' | 'step' | 'task' | 'account' | 'department' | 'person'
  >
>;

/** Puts a duty on file, if the policy has it for this complaint. What a single document does not know does not exist in its policy. */
export function owes(file: ComplaintFile, kind: DutyKind, { stage = null, ...more }: Owing = {}): Event[] {
  const rule = file.rules.duties[kind];
  if (!rule || !anyHolds(rule.when, file) || (rule.toCustomer && !file.reachable)) return [];
  return [{ type: 'owed', kind, of: rule.of, stage: rule.lasting ? null : stage, ...more }];
}

/**
 * Nobody can forget a complaint: where nothing else is owed that is still in time, to go on with its step is; where something
 * is again, that is not. What is to be put on file for it: nothing, most of the time.
 */
export function notForgotten(file: ComplaintFile): Event[] {
  if (file.closed) return [];
  const inTime = openDuties(file).filter(({ missed }) => !missed);
  if (inTime.length === 0) return owes(file, 'next_step', { stage: file.stage });
  const others = inTime.some(({ kind }) => kind !== 'next_step');
  return others ? voiding(file, ({ kind, missed }) => kind === 'next_step' && !missed) : [];
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

/** Meets the open duties of a kind; only those of one step, task or account where that is named. */
export const meeting = (
  file: ComplaintFile,
  kind: DutyKind,
  of: Partial<Pick<Duty, 'step' | 'task' | 'account'>> = {},
): Event[] =>
  openDuties(file)
    .filter(
      (duty) => duty.kind === kind && duty.step === of.step && duty.task === of.task && duty.account === of.account,
    )
    .map(({ id }) => ({ type: 'met', duty: id }));

/**
 * Somebody answers for the complaint from now on. If it is his to handle, nobody is waited for any more who would (HA-2, CL-5);
 * who only takes a decision over from below may himself stand below its level.
 */
export const newOwner = (
  file: ComplaintFile,
  change: Omit<Extract<Event, { type: 'owner_changed' }>, 'type'>,
): Event[] => [
  { type: 'owner_changed', ...change },
  ...(fits(file, change.owner.role) ? [...meeting(file, 'take_over'), ...establish(file, 'taken_over')] : []),
];

/** HA-11: a word that reached the customer keeps the promise of the week and makes the next one, counted from its day. */
export const wordReached = (file: ComplaintFile): Event[] => [
  ...meeting(file, 'follow_up'),
  ...(rests(file) ? [] : owes(file, 'follow_up')),
];

/** Nothing more is promised to a customer who is content, has gone, or has had the last word of the company (HA-11). */
export const rests = (file: ComplaintFile): boolean =>
  file.outcome !== null ||
  (['satisfied', 'decided_finally', 'unreachable'] as const).some((f) => file.facts.includes(f));

/** CO-3, CO-8: once the customer has had his say, or cannot be found, nothing more is promised to him. */
export const resting = (file: ComplaintFile): Event[] =>
  voiding(file, ({ kind }) => kind === 'follow_up' || kind === 'progress_entry' || kind === 'promised_call');

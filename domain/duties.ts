import { openDuties } from './clock';
import type { ComplaintFile, Duty, Handled } from './complaint-file';
import { anyHolds } from './condition';
import type { Event } from './events';
import { fits } from './people';
import type { Department, DutyKind, Fact } from './words';

/** What a duty brings with it: what it stands for, and when it counts from. */
export type Owing = Partial<Omit<Extract<Event, { type: 'owed' }>, 'type' | 'kind' | 'wasFrom'>>;

/** Puts a duty on file, if the policy has it for this complaint. What a single document does not know does not exist in its policy. */
export function owes(file: ComplaintFile, kind: DutyKind, { stage = null, ...more }: Owing = {}): Event[] {
  const rule = file.rules.duties[kind];
  if (!rule || !anyHolds(rule.when, file) || (rule.toCustomer && !file.reachable)) return [];
  return [{ type: 'owed', kind, of: rule.of, stage: rule.lasting ? null : stage, ...more }];
}

/** Who asked for what is to be decided, as a duty keeps him. */
export const handed = ({ id, role }: Handled): Handled => ({ id, role });

/** Who asked for the decision that is owed, if it is. */
export const askerOf = (file: ComplaintFile, kind: DutyKind): Handled | undefined =>
  openDuties(file).find((duty) => duty.kind === kind)?.asker;

/** Whether a step, a task or the lead is somebody's (HA-3, HA-4, HA-16). */
export const isNamedIn = ({ proposal, tasks, lead }: ComplaintFile, id: string): boolean =>
  lead?.person === id ||
  tasks.some(({ person, state }) => person === id && state !== 'cancelled') ||
  (proposal?.steps ?? []).some(({ person, done }) => person === id && !done);

/**
 * What names somebody names somebody else from now on, in the time that there was: steps his successor; tasks him only if he
 * works for their department, or the department as a whole (HA-3, HA-16, HA-18).
 */
export function workGoesTo(file: ComplaintFile, from: string, to: string, department: Department | null): Event[] {
  if (from === to || !isNamedIn(file, from)) return [];
  // Who let it pass has let it pass.
  const calls = openDuties(file).filter(({ person, missed }) => person === from && !missed);
  return [{ type: 'work_handed_on', from, to, department, calls: calls.map(({ id }) => id) }];
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

const MINUTE = 60_000;

/**
 * Whether a duty was owed when a talk was had (`occurredAt`, ms), which people note to the minute: what was said before does
 * nothing for it (HA-1, HA-11, CO-3).
 */
export const owedAt =
  (occurredAt: number) =>
  ({ from }: Pick<Duty, 'from'>): boolean =>
    from <= occurredAt + MINUTE;

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
  ...file.respondents.flatMap((respondent) => workGoesTo(file, respondent, change.owner.id, null)),
  ...(fits(file, change.owner.role) ? [...meeting(file, 'take_over'), ...establish(file, 'taken_over')] : []),
];

/**
 * HA-11: a word that reached the customer keeps the promise of the week and makes the next one, counted from its day: the day
 * of the word, not that of writing it down (`occurredAt`, ms). One that is older than the last changes nothing; and what came
 * round only after it stands if it has been missed since, or is owed since the case went back.
 */
export function wordReached(file: ComplaintFile, occurredAt: number): Event[] {
  const promised = openDuties(file).filter(({ kind }) => kind === 'follow_up');
  if (promised.length > 0 && occurredAt < (file.lastWordAt ?? 0)) return [];
  const kept = promised.filter(owedAt(occurredAt));
  const later = promised.filter((duty) => !kept.includes(duty));
  const from = Math.max(occurredAt, file.lastWordAt ?? 0);
  const next = rests(file) ? [] : owes(file, 'follow_up', { from });
  const stands = later.some(({ missed, after }) => missed || after === 'return');
  return [
    ...kept.map(({ id }): Event => ({ type: 'met', duty: id })),
    ...(stands ? [] : [...voiding(file, (duty) => later.includes(duty)), ...next]),
  ];
}

/** Nothing more is promised to a customer who is content, has gone, or has had the last word of the company (HA-11). */
export const rests = (file: ComplaintFile): boolean =>
  file.outcome !== null ||
  (['satisfied', 'decided_finally', 'unreachable'] as const).some((f) => file.facts.includes(f));

/** CO-3, CO-8: once the customer has had his say, or cannot be found, nothing more is promised to him. */
export const resting = (file: ComplaintFile): Event[] => voiding(file, ({ kind }) => PROMISED.includes(kind));

const PROMISED: readonly DutyKind[] = ['follow_up', 'progress_entry', 'promised_call', 'tell_delay'];

import { openDuties } from '../clock';
import type { ComplaintFile, Ref } from '../complaint-file';
import { owes, voiding } from '../duties';
import type { Event } from '../events';
import type { Refusal } from '../refusals';
import { BEFORE_ARCHIVE } from './rule';
import type { ActionRule } from './rule';
import { unreachable } from './talking';

/** Nobody is told to wait longer for a call (ours). */
const LONGEST_PROMISE_DAYS = 31;
const DAY = 86_400_000;
const secondOf = (instant: number): number => Math.floor(instant / 1000);

/** Why nobody is told to wait for a call until then, said at an instant (ms, UTC), or null. */
export function notPromisable(until: number, at: number): Refusal | null {
  if (until <= at) return { code: 'in_the_past', field: 'at' };
  return until > at + LONGEST_PROMISE_DAYS * DAY ? { code: 'too_far', field: 'at', days: LONGEST_PROMISE_DAYS } : null;
}

/** IN-12: by when he will hear is a deadline of its own; a later promise takes the place of an earlier one. */
export function callPromised(
  file: ComplaintFile,
  { at, until, ref }: { at: number; until: number; ref?: Ref },
): Event[] {
  // Due times count from the full second: the call falls on the one that was promised.
  const seconds = Math.max(1, secondOf(until) - secondOf(at));
  return [
    { type: 'call_promised', until, ref },
    ...voiding(file, ({ kind }) => kind === 'promised_call'),
    ...owes(file, 'promised_call', { from: at, within: { clock: 'wall', seconds } }),
  ];
}

/** A call that was promised is made, or put off when the customer has been spoken to since: nobody does that by himself. */
function promisedSooner(file: ComplaintFile, until: number): Refusal | null {
  const stands = openDuties(file).find(({ kind, missed }) => kind === 'promised_call' && !missed);
  if (stands?.dueAt === undefined || secondOf(until) <= secondOf(stands.dueAt)) return null;
  const spoken = file.lastWordAt !== null && file.lastWordAt > stands.from;
  return spoken ? null : { code: 'promise_stands', until: new Date(stands.dueAt).toISOString() };
}

export const promiseCall: ActionRule<'promise_call'> = {
  clause: 'IN-12',
  stages: BEFORE_ARCHIVE,
  by: 'owner',
  refuses: ({ file, data, at }) =>
    notPromisable(data.until, at) ?? unreachable(file) ?? promisedSooner(file, data.until),
  events: ({ file, data: { until, ref }, at }) => callPromised(file, { at, until, ref }),
};

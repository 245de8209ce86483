import { openDuties } from './clock';
import type { ComplaintFile, Duty, Ref } from './complaint-file';
import { meeting, owes, voiding } from './duties';
import type { Event } from './events';
import { leftOf } from './length';
import type { Length } from './length';
import { lengthFor } from './policy';
import type { DutyKind } from './words';

type Ended = Extract<Event, { type: 'waiting_ended' }>['because'];

/** The answer promised to the customer (CL-7), if it is owed and not yet late. */
export const promisedAnswer = (file: ComplaintFile) => openDuties(file).find(({ kind }) => kind === 'promised_answer');

type Long = Pick<Duty, 'within' | 'was' | 'extended'>;

const lengthen = (length: Length, hours: number): Length =>
  'minutes' in length ? { ...length, minutes: length.minutes + hours * 60 } : length;

/** A promise by so many hours longer (HA-12). `was`: its length by the rule, where it has none of its own. */
export function longer({ within, was, extended = 0 }: Long, hours: number): Pick<Duty, 'within' | 'extended'> {
  const length = within ?? was;
  return length ? { within: lengthen(length, hours), extended: extended + hours } : {};
}

/** How long the promise is in the situation as it stands, and with what was granted. */
export function byRule(file: ComplaintFile, extended = 0): Length | undefined {
  const rule = file.rules.duties.promised_answer;
  const length = rule && lengthFor(rule, file);
  return length && lengthen(length, extended);
}

/** From when a promise counts in fact, and how long: not by its rule where a new situation alone would have made it late. */
export function countedAs(file: ComplaintFile, { from, within, extended, counted }: Duty) {
  if (counted) return { from: counted.from, within: counted.length, was: byRule(file), extended: extended ?? 0 };
  return { from, within, was: byRule(file), extended };
}

/** How much of the time for waiting is left (CL-7): there is one for each promise. Null: none. */
export function timeToWait(file: ComplaintFile): Length | null {
  const rule = file.rules.duties.customer_reply;
  const length = rule && lengthFor(rule, file);
  return length ? leftOf(length, file.waited ?? 0) : null;
}

/** The promised answer stands still while the customer is waited for, and nothing else does. */
export function waitingStarts(file: ComplaintFile, ref: Ref): Event[] {
  const promise = promisedAnswer(file);
  const within = timeToWait(file);
  if (!promise || !within) return [];
  return [
    { type: 'waiting_started', ...countedAs(file, promise), ref },
    { type: 'voided', duty: promise.id },
    ...owes(file, 'customer_reply', file.waited ? { within } : {}),
  ];
}

/** The promise goes on with the time that was left: it counts from as much later as the wait was long. `at` in ms. */
export function waitingEnds(file: ComplaintFile, at: number, because: Ended, ref?: Ref): Event[] {
  const { waiting } = file;
  if (!waiting) return [];
  return [
    { type: 'waiting_ended', because, ref },
    ...voiding(file, ({ kind }) => kind === 'customer_reply'),
    ...owes(file, 'promised_answer', { from: waiting.from + (at - waiting.since), ...lengthAfter(file, waiting, at) }),
  ];
}

/** Its own length, or the rule's: where the situation has changed meanwhile, that alone makes nobody late. */
function lengthAfter(file: ComplaintFile, { within, was, extended }: Long, at: number) {
  const granted = extended === undefined ? {} : { extended };
  if (JSON.stringify(was) === JSON.stringify(byRule(file))) return within ? { within, ...granted } : {};
  return { ...(extended ? { within: byRule(file, extended), ...granted } : {}), was: within ?? was, asOf: at };
}

const MOOT_ONCE_ANSWERED: readonly DutyKind[] = ['extension_decision', 'tell_extension', 'tell_acceptance'];

/** The customer has the answer that was promised (CL-7, HA-12): nothing is left to explain or to extend. */
export const answerGiven = (file: ComplaintFile, at: number): Event[] => [
  ...meeting(file, 'promised_answer'),
  ...(file.waiting ? waitingEnds(file, at, 'ended').filter(({ type }) => type !== 'owed') : []),
  ...voiding(file, ({ kind }) => MOOT_ONCE_ANSWERED.includes(kind)),
];

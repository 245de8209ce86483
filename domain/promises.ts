import { openDuties } from './clock';
import type { ComplaintFile, Ref } from './complaint-file';
import type { Length } from './due-time';
import { meeting, owes, voiding } from './duties';
import type { Event } from './events';
import { lengthFor } from './policy';
import type { DutyKind } from './words';

type Ended = Extract<Event, { type: 'waiting_ended' }>['because'];

/** The answer promised to the customer (CL-7), if it is owed and not yet late. */
export const promisedAnswer = (file: ComplaintFile) => openDuties(file).find(({ kind }) => kind === 'promised_answer');

/** A promise by so many hours longer (HA-12); `within` is its own length, where it has one. */
export function longer(file: ComplaintFile, within: Length | undefined, hours: number): Length | undefined {
  const length = within ?? byRule(file);
  return length && 'minutes' in length ? { ...length, minutes: length.minutes + hours * 60 } : length;
}

/** How long the promise is in the situation as it stands. */
function byRule(file: ComplaintFile): Length | undefined {
  const rule = file.rules.duties.promised_answer;
  return rule && lengthFor(rule, file);
}

/** The promised answer stands still while the customer is waited for, and nothing else does. */
export function waitingStarts(file: ComplaintFile, ref: Ref): Event[] {
  const promise = promisedAnswer(file);
  if (!promise) return [];
  return [
    { type: 'waiting_started', from: promise.from, within: promise.within, was: byRule(file), ref },
    { type: 'voided', duty: promise.id },
    ...owes(file, 'customer_reply'),
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
function lengthAfter(file: ComplaintFile, { within, was }: NonNullable<ComplaintFile['waiting']>, at: number) {
  if (within) return { within };
  return JSON.stringify(was) === JSON.stringify(byRule(file)) ? {} : { was, asOf: at };
}

const MOOT_ONCE_ANSWERED: readonly DutyKind[] = ['extension_decision', 'tell_extension', 'tell_acceptance'];

/** The customer has the answer that was promised (CL-7, HA-12): nothing is left to explain or to extend. */
export const answerGiven = (file: ComplaintFile, at: number): Event[] => [
  ...meeting(file, 'promised_answer'),
  ...(file.waiting ? waitingEnds(file, at, 'ended').filter(({ type }) => type !== 'owed') : []),
  ...voiding(file, ({ kind }) => MOOT_ONCE_ANSWERED.includes(kind)),
];

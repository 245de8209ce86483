import { openDuties } from '../clock';
import type { ComplaintFile } from '../complaint-file';
import { askerOf, handed, meeting, owes, voiding } from '../duties';
import type { Event } from '../events';
import { handOf, mayNot, ownerOf } from '../people';
import { countedAs, longer, promisedAnswer, timeToWait, waitingEnds, waitingStarts } from '../promises';
import type { Refusal } from '../refusals';
import type { DutyKind } from '../words';
import { BEFORE_REVIEW, withDuty } from './rule';
import type { ActionRule } from './rule';

const isOwed = (file: ComplaintFile, kind: DutyKind): boolean => openDuties(file).some((duty) => duty.kind === kind);

export const noteProgress: ActionRule<'note_progress'> = {
  clause: 'HA-11',
  stages: 'open',
  by: 'owner',
  events: ({ file, data: { ref } }) => [
    { type: 'progress_noted', ref },
    ...(isOwed(file, 'progress_entry') ? [...meeting(file, 'progress_entry'), ...owes(file, 'progress_entry')] : []),
  ],
};

export const explainOverdue: ActionRule<'explain_overdue'> = {
  clause: 'HA-12',
  stages: 'open',
  known: withDuty('overdue_reason'),
  by: 'owner',
  refuses: ({ file }) =>
    isOwed(file, 'overdue_reason') || openDuties(file).some(({ missed }) => missed)
      ? null
      : { code: 'nothing_overdue' },
  events: ({ file, data: { ref } }) => [{ type: 'overdue_explained', ref }, ...meeting(file, 'overdue_reason')],
};

export const startWaiting: ActionRule<'start_waiting'> = {
  clause: 'CL-7 (choice)',
  stages: BEFORE_REVIEW,
  known: withDuty('customer_reply'),
  by: 'owner',
  refuses: ({ file }): Refusal | null => {
    if (file.waiting) return { code: 'waiting_already' };
    const promise = promisedAnswer(file);
    if (!promise || promise.missed) return { code: 'no_promise' };
    // Nobody waits for somebody whom he has asked nothing.
    if (!file.facts.includes('contacted') && !file.evidenceAsked) return { code: 'nothing_asked' };
    return timeToWait(file) ? null : { code: 'waited_enough' };
  },
  events: ({ file, data: { ref } }) => waitingStarts(file, ref),
};

export const endWaiting: ActionRule<'end_waiting'> = {
  clause: 'CL-7 (choice)',
  stages: BEFORE_REVIEW,
  known: withDuty('customer_reply'),
  by: 'owner',
  refuses: ({ file }) => (file.waiting ? null : { code: 'not_waiting' }),
  events: ({ file, data: { ref }, at }) => waitingEnds(file, at, 'customer_replied', ref),
};

export const askExtension: ActionRule<'ask_extension'> = {
  clause: 'HA-12 (choice)',
  stages: BEFORE_REVIEW,
  known: withDuty('extension_decision'),
  by: 'owner',
  refuses: ({ file }): Refusal | null => {
    if (file.waiting) return { code: 'waiting_already' };
    if (isOwed(file, 'extension_decision')) return { code: 'decision_pending', duty: 'extension_decision' };
    const promise = promisedAnswer(file);
    return promise && !promise.missed ? null : { code: 'no_promise' };
  },
  events: ({ file, data }) => [
    { type: 'extension_asked', ...data },
    ...owes(file, 'extension_decision', { asker: handed(ownerOf(file)) }),
  ],
};

export const decideExtension: ActionRule<'decide_extension'> = {
  clause: 'HA-12 (choice)',
  stages: BEFORE_REVIEW,
  known: withDuty('extension_decision'),
  by: ({ file, by }) => mayNot(file, 'superior', by, askerOf(file, 'extension_decision')),
  refuses: ({ file }) =>
    isOwed(file, 'extension_decision') ? null : { code: 'nothing_to_decide', duty: 'extension_decision' },
  events: ({ file, data: { granted, ref }, by }) => {
    const hours = file.extension ?? 0;
    return [
      {
        type: 'extension_decided',
        granted,
        hours,
        by: handOf(file, 'superior', by, askerOf(file, 'extension_decision')),
        ref,
      },
      ...meeting(file, 'extension_decision'),
      ...(granted ? extended(file, hours) : []),
    ];
  },
};

/**
 * The promise counts from the same event, for so much longer; the customer has to hear of it. A promise broken by now stays
 * so; one that waits for the customer goes on with the longer time.
 */
function extended(file: ComplaintFile, hours: number): Event[] {
  const promise = promisedAnswer(file);
  const telling = isOwed(file, 'tell_extension') ? [] : owes(file, 'tell_extension');
  if (!promise || promise.missed) return telling;
  const counted = countedAs(file, promise);
  return [
    ...voiding(file, ({ id }) => id === promise.id),
    ...owes(file, 'promised_answer', { from: counted.from, ...longer(counted, hours) }),
    ...telling,
  ];
}

import type { Contact } from '../actions';
import type { ComplaintFile, Ref } from '../complaint-file';
import { establish, meeting, owes, voiding, wordReached } from '../duties';
import type { Event } from '../events';
import type { Refusal } from '../refusals';
import { withConsequences } from '../situation';
import { applies } from '../stages';
import { STAGES } from '../words';
import type { Stage } from '../words';
import { BEFORE_ARCHIVE, BEFORE_REVIEW, withDuty, withFact } from './rule';
import type { ActionRule } from './rule';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Nobody is told to wait longer for a call (ours). */
const LONGEST_PROMISE_DAYS = 31;
const secondOf = (instant: number): number => Math.floor(instant / 1000);

/** What staff say of when something happened must lie between the receipt and now, give or take a minute. */
export function wrongTime(
  file: ComplaintFile,
  field: string,
  occurredAt: number | undefined,
  at: number,
): Refusal | null {
  if (occurredAt === undefined) return null;
  if (occurredAt > at + MINUTE) return { code: 'in_the_future', field };
  return occurredAt < file.receivedAt - MINUTE ? { code: 'before_receipt', field } : null;
}

type Talk = Omit<Contact, 'ref'> & { ref?: Ref };

/** HA-13: every word between staff and customer goes into the log. */
export const logged = ({ occurredAt, ...contact }: Talk, at: number): Event => ({
  type: 'contacted',
  ...contact,
  occurredAt: occurredAt ?? at,
});

/** HA-11: one that reached the customer keeps the promise of the week and of a call as well (IN-12). */
export const contacted = (file: ComplaintFile, contact: Talk, at: number): Event[] =>
  contact.reached
    ? [logged(contact, at), ...establish(file, 'contacted'), ...wordReached(file), ...meeting(file, 'promised_call')]
    : [logged(contact, at)];

/** A word of ours to the customer that comes with a step of the procedure. */
export const said = (channel: Contact['channel'], purpose: Contact['purpose'], ref: Ref): Talk => ({
  channel,
  ref,
  direction: 'outbound',
  reached: true,
  with: 'complainant',
  purpose,
});

/** What can be told only to somebody who can be reached (IN-2). */
export const unreachable = (file: ComplaintFile): Refusal | null => (file.reachable ? null : { code: 'not_reachable' });

/** A talk with this purpose does what was owed for it. */
function purposeServed(file: ComplaintFile, purpose: Contact['purpose']): Event[] {
  if (purpose === 'delay') return meeting(file, 'tell_delay');
  if (purpose === 'extension') return meeting(file, 'tell_extension');
  if (purpose !== 'acceptance') return [];
  return [...establish(file, 'acceptance_told'), ...meeting(file, 'tell_acceptance')];
}

export const recordContact: ActionRule<'record_contact'> = {
  clause: 'HA-1, HA-11, HA-13',
  stages: 'open',
  by: 'owner',
  refuses: ({ file, data, at }) => unreachable(file) ?? wrongTime(file, 'occurredAt', data.occurredAt, at),
  events: ({ file, data, at }) => [
    ...contacted(file, data, at),
    ...(data.reached ? purposeServed(file, data.purpose) : []),
  ],
};

export const fillForm: ActionRule<'fill_form'> = {
  clause: 'HA-1, IN-6',
  stages: 'open',
  known: (rules) => rules.repeatBack || withFact('form_filled')(rules),
  by: 'owner',
  events: ({ file, data }) => [{ type: 'form_filled', ...data }, ...establish(file, 'form_filled')],
};

/** IN-13: what was lacking is put on record once; who finds another answer than the one on record says that it corrects it. */
export const addInformation: ActionRule<'add_information'> = {
  clause: 'IN-2, IN-13',
  stages: 'open',
  by: 'owner',
  refuses: ({ file, data: { field, correction } }) =>
    file.known.includes(field) && !correction ? { code: 'already_on_record', field } : null,
  events: ({ data }) => [{ type: 'information_added', ...data }],
};

export const tellAcceptance: ActionRule<'tell_acceptance'> = {
  clause: 'CL-7',
  stages: BEFORE_REVIEW,
  known: withDuty('tell_acceptance'),
  by: 'owner',
  refuses: ({ file }) =>
    unreachable(file) ?? (file.facts.includes('acceptance_told') ? { code: 'told_already' } : null),
  events: ({ file, data: { channel, ref }, at }) => [
    { type: 'acceptance_told', channel, ref },
    ...contacted(file, said(channel, 'acceptance', ref), at),
    ...establish(file, 'acceptance_told'),
    ...meeting(file, 'tell_acceptance'),
  ],
};

export const promiseCall: ActionRule<'promise_call'> = {
  clause: 'IN-12',
  stages: BEFORE_ARCHIVE,
  by: 'owner',
  refuses: ({ file, data, at }) => {
    if (data.until <= at) return { code: 'in_the_past', field: 'at' };
    if (data.until > at + LONGEST_PROMISE_DAYS * DAY)
      return { code: 'too_far', field: 'at', days: LONGEST_PROMISE_DAYS };
    return unreachable(file);
  },
  events: ({ file, data: { until, ref }, at }) => [
    { type: 'call_promised', until, ref },
    ...voiding(file, ({ kind }) => kind === 'promised_call'),
    // Due times count from the full second: the call falls on the one that was promised.
    ...owes(file, 'promised_call', { within: { clock: 'wall', seconds: Math.max(1, secondOf(until) - secondOf(at)) } }),
  ],
};

/** The first step that only a customer who can be reached has: what was passed over for want of an address is done now. */
const passedOver = (file: ComplaintFile): Stage | undefined =>
  STAGES.find((name) => file.rules.stages[name]?.toCustomer && applies({ ...file, reachable: true }, name));

export const addContactWay: ActionRule<'add_contact_way'> = {
  clause: 'IN-2, HA-1',
  stages: 'open',
  by: 'owner',
  events: ({ file, data: { channel, ref }, at }) => {
    // Nor is a case that has its outcome already, withdrawn, gone back for.
    if (file.reachable || file.outcome) return [{ type: 'contact_way_added', channel, ref }];
    const back = passedOver(file);
    const late = back && file.stage && STAGES.indexOf(file.stage) > STAGES.indexOf(back);
    const reachable = { ...file, reachable: true };
    const first = (file.rules.stages.first_contact?.owes ?? []).filter((kind) => file.notOwed.includes(kind));
    const added = { type: 'contact_way_added', channel, ref, ...(late ? { backTo: back } : {}) } as const;
    return withConsequences(file, [added, ...first.flatMap((kind) => owes(reachable, kind))], at);
  },
};

export const askEvidence: ActionRule<'ask_evidence'> = {
  clause: 'IN-3',
  stages: BEFORE_REVIEW,
  // Only the owner speaks to the customer, so that nobody is asked by two (001 三(三)).
  by: 'owner',
  refuses: ({ file, data }) => (data.of === 'customer' ? unreachable(file) : null),
  events: ({ data }) => [{ type: 'evidence_asked', ...data }],
};

export const addEvidence: ActionRule<'add_evidence'> = {
  clause: 'IN-3',
  stages: 'open',
  // Whoever sees the case may have found something; who is complained about has nothing to do with it.
  by: () => null,
  refuses: ({ file, data, at }) => {
    const { submittedAt } = data;
    return submittedAt !== undefined && submittedAt > at + MINUTE
      ? { code: 'in_the_future', field: 'submittedAt' }
      : file.closed
        ? { code: 'closed' }
        : null;
  },
  events: ({ data, at }) => [{ type: 'evidence_added', ...data, submittedAt: data.submittedAt ?? at }],
};

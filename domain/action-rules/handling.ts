import type { Contact } from '../actions';
import { levelOf, priorityOf } from '../classification';
import type { ComplaintFile, Event, Ref } from '../complaint-file';
import { roleFor } from '../people';
import type { Refusal } from '../refusals';
import { establish, meeting, rearmFollowUp, wordReached } from '../stages';
import { STAGES } from '../words';
import type { ActionRule } from './rule';

/** Until the customer has his answer: the steps in which a complaint is still looked into. */
const BEFORE_REMEDY = STAGES.slice(0, STAGES.indexOf('remedy'));
const MINUTE = 60_000;

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

/** HA-13: every word between staff and customer goes into the log. */
export const logged = ({ occurredAt, ...contact }: Omit<Contact, 'ref'> & { ref?: Ref }, at: number): Event => ({
  type: 'contacted',
  ...contact,
  occurredAt: occurredAt ?? at,
});

/** HA-11: one that reached the customer keeps the promise of the week as well. */
export const contacted = (file: ComplaintFile, contact: Omit<Contact, 'ref'> & { ref?: Ref }, at: number): Event[] =>
  contact.reached
    ? [logged(contact, at), ...establish(file, 'contacted'), ...wordReached(file)]
    : [logged(contact, at)];

export const recordContact: ActionRule<'record_contact'> = {
  clause: 'HA-1, HA-11, HA-13',
  stages: 'open',
  by: 'owner',
  refuses: ({ file, data, at }) => wrongTime(file, 'occurredAt', data.occurredAt, at),
  events: ({ file, data, at }) => [
    ...contacted(file, data, at),
    ...(data.reached && data.purpose === 'delay' ? meeting(file, 'tell_delay') : []),
  ],
};

export const fillForm: ActionRule<'fill_form'> = {
  clause: 'HA-1, IN-6',
  stages: 'open',
  by: 'owner',
  events: ({ file, data }) => [{ type: 'form_filled', ...data }, ...establish(file, 'form_filled')],
};

export const classify: ActionRule<'classify'> = {
  clause: 'CL-1, CL-2, CL-3',
  stages: ['first_contact', 'classification'],
  by: 'owner',
  // A later round keeps the classification (CO-3): to do it again would undo the escalation.
  refuses: ({ file }) =>
    file.left.includes('classification')
      ? { code: 'not_in_stage', stage: file.stage, allowed: ['classification'] }
      : null,
  events: ({ file, data: { nature, requestType, grounds, ref } }) => {
    const level = levelOf(grounds);
    return [
      { type: 'classified', nature, requestType, priority: priorityOf(grounds), level, grounds, ref },
      ...establish(file, 'classified'),
      ...(level === file.level ? [] : rearmFollowUp(file)),
    ];
  },
};

export const takeOver: ActionRule<'take_over'> = {
  clause: 'HA-2',
  stages: ['hand_over'],
  by: 'next_handler',
  events: ({ file, by }) => [
    { type: 'owner_changed', owner: { id: by.id, role: roleFor(file, 'next_handler', by) ?? 'manager' } },
    ...meeting(file, 'take_over'),
    ...establish(file, 'taken_over'),
  ],
};

export const recordVerification: ActionRule<'record_verification'> = {
  clause: 'HA-14, CL-6',
  stages: BEFORE_REMEDY,
  by: 'owner',
  events: ({ file, data }) => [{ type: 'verified', ...data }, ...(data.concluded ? establish(file, 'verified') : [])],
};

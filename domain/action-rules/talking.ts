import type { Contact } from '../actions';
import { isOurWord } from '../channels';
import { openDuties } from '../clock';
import type { ComplaintFile, Ref } from '../complaint-file';
import { establish, meeting, owedAt, owes, rests, wordReached } from '../duties';
import type { Event } from '../events';
import { waitingEnds } from '../promises';
import type { Refusal } from '../refusals';
import { withConsequences } from '../situation';
import { applies } from '../stages';
import { STAGES } from '../words';
import type { Channel, DutyKind, Stage } from '../words';
import { BEFORE_REVIEW, withDuty, withFact } from './rule';
import type { ActionRule } from './rule';

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

type Talk = Omit<Contact, 'ref'> & { ref?: Ref };

/** HA-13: every word between staff and customer goes into the log. */
export const logged = ({ occurredAt, ...contact }: Talk, at: number): Extract<Event, { type: 'contacted' }> => ({
  type: 'contacted',
  ...contact,
  // What the customer writes is in the log, and does not mean that we have reached him.
  reached: isOurWord(contact),
  occurredAt: occurredAt ?? at,
});

/** HA-11: one that reached the customer keeps the promise of the week, and if it was ours the promise of a call as well (IN-12). */
export function contacted(file: ComplaintFile, contact: Talk, at: number): Event[] {
  const talk = logged(contact, at);
  if (!talk.reached) return [talk];
  const word = wordReached(file, Math.min(talk.occurredAt, at));
  const awaited = openDuties(file).filter(({ kind }) => file.rules.duties[kind]?.needs?.includes('contacted'));
  const first = awaited.length === 0 || awaited.some(owedAt(talk.occurredAt)) ? establish(file, 'contacted') : [];
  return [talk, ...first, ...word, ...callMade(file, talk)];
}

type Logged = Pick<Extract<Event, { type: 'contacted' }>, 'direction' | 'occurredAt'>;

/** A promised call is kept by us, and after it was promised: not by him who had to chase us, nor by the talk in which it was. */
const callMade = (file: ComplaintFile, { direction, occurredAt }: Logged): Event[] =>
  openDuties(file)
    .filter(({ kind, from }) => kind === 'promised_call' && direction === 'outbound' && from <= occurredAt)
    .map(({ id }) => ({ type: 'met', duty: id }));

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

/** Channels on which a word arrives without anybody who answers. */
const WRITTEN: readonly Channel[] = [
  'sms',
  'letter',
  'fax',
  'instant_message',
  'email',
  'social_media',
  'marketplace_message',
  'app',
];

/** By which channels the customer can be written to: the one that he came by, and those on which he was tried (CO-8, CO-12). */
export const writtenTo = ({ channel, tries }: ComplaintFile): Channel[] =>
  WRITTEN.filter((written) => written === channel || tries.some((one) => one.channel === written));
export const canBeWritten = (file: ComplaintFile): boolean => writtenTo(file).length > 0;

const PURPOSES: Partial<Record<Contact['purpose'], DutyKind>> = {
  delay: 'tell_delay',
  extension: 'tell_extension',
  acceptance: 'tell_acceptance',
};

/** A word of ours with this purpose does what was owed for it; that the customer asked for it himself does not. */
function purposeServed(file: ComplaintFile, contact: Talk, at: number): Event[] {
  const kind = PURPOSES[contact.purpose];
  const owed = openDuties(file).filter((duty) => duty.kind === kind);
  const served = owed.filter(owedAt(contact.occurredAt ?? at));
  if (kind === undefined || (owed.length > 0 && served.length === 0)) return [];
  return [
    ...(kind === 'tell_acceptance' ? establish(file, 'acceptance_told') : []),
    ...served.map(({ id }): Event => ({ type: 'met', duty: id })),
  ];
}

export const recordContact: ActionRule<'record_contact'> = {
  clause: 'HA-1, HA-11, HA-13',
  stages: 'open',
  by: 'owner',
  // IN-2: who left no address may still come to us.
  refuses: ({ file, data, at }) =>
    (data.direction === 'outbound' ? unreachable(file) : null) ?? wrongTime(file, 'occurredAt', data.occurredAt, at),
  events: ({ file, data, at }) => [
    ...contacted(file, data, at),
    ...(data.reached && data.direction === 'outbound' ? purposeServed(file, data, at) : []),
    // CL-7: who was waited for has said something.
    ...(data.direction === 'inbound' ? waitingEnds(file, at, 'customer_replied') : []),
  ],
};

/** On these he was there himself when it was registered. */
const IN_PERSON: readonly Channel[] = ['phone', 'chat', 'walk_in'];

/** Whether he has been spoken to in this round, so that what was written down could be repeated to him (IN-6). */
const hasSpoken = ({ facts, round, channel }: ComplaintFile): boolean =>
  facts.includes('contacted') || (round === 1 && channel !== null && IN_PERSON.includes(channel));

export const fillForm: ActionRule<'fill_form'> = {
  clause: 'HA-1, IN-6',
  stages: STAGES,
  known: (rules) => rules.repeatBack || withFact('form_filled')(rules),
  by: 'owner',
  refuses: ({ file, data: { repeatedBack } }) => {
    if (isHandled(file)) return refusesConfirmation(file, repeatedBack);
    if (!repeatedBack) return null;
    return unreachable(file) ?? (hasSpoken(file) ? null : { code: 'not_spoken_yet' });
  },
  events: ({ file, data: { ref, repeatedBack } }) =>
    isHandled(file)
      ? [{ type: 'repeat_back_confirmed', ref }]
      : [{ type: 'form_filled', ref, repeatedBack }, ...establish(file, 'form_filled')],
};

/** The handling is over: the form stands, and only the customer's word that it is right may still be lacking (CO-5, IN-6). */
const isHandled = ({ stage }: ComplaintFile): boolean => stage !== null && !BEFORE_REVIEW.includes(stage);

/** Only where he has not yet said that it is right, and only after a talk that was had since. */
function refusesConfirmation(file: ComplaintFile, repeatedBack: boolean): Refusal | null {
  if (file.outcome === 'withdrawn') return { code: 'withdrawn' };
  const lacking = file.rules.repeatBack && file.reachable && !file.repeatedBack && !file.outcome;
  if (!lacking || !repeatedBack) return { code: 'not_in_stage', stage: file.stage, allowed: [...BEFORE_REVIEW] };
  return heardSince(file) ? null : { code: 'repeat_back_unheard' };
}

/** Whether a word has reached the customer since the step under way began. */
const heardSince = ({ lastWordAt, duties, stage }: ComplaintFile): boolean =>
  lastWordAt !== null && duties.some((duty) => duty.kind === stage && lastWordAt >= duty.from);

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

/** The first step that only a customer who can be reached has: what was passed over for want of an address is done now. */
const passedOver = (file: ComplaintFile): Stage | undefined =>
  STAGES.find((name) => file.rules.stages[name]?.toCustomer && applies({ ...file, reachable: true }, name));

/** What is owed first to whoever can be reached, by the first step that is his, and was not; but for what he has heard when he rang. */
function firstOwed(file: ComplaintFile): DutyKind[] {
  const first = STAGES.find((name) => applies({ ...file, reachable: true }, name));
  const owed = (first && file.rules.stages[first]?.owes) ?? [];
  const isDone = (kind: DutyKind): boolean =>
    file.rules.duties[kind]?.needs?.every((fact) => file.facts.includes(fact)) ?? false;
  return owed.filter((kind) => file.notOwed.includes(kind) && !isDone(kind));
}

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
    const added = { type: 'contact_way_added', channel, ref, first: true, ...(late ? { backTo: back } : {}) } as const;
    // HA-11: who rang us when we could not ring him is promised word from now on.
    const weekly: DutyKind[] = file.facts.includes('contacted') && !rests(file) ? ['follow_up'] : [];
    const owed = [...firstOwed(file), ...weekly].flatMap((kind) => owes(reachable, kind));
    return withConsequences(file, [added, ...owed], at);
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
  events: ({ file, data, at }) => [
    { type: 'evidence_added', ...data, submittedAt: data.submittedAt ?? at },
    ...(data.from === 'customer' ? waitingEnds(file, at, 'customer_replied') : []),
  ],
};

import { nextDue } from './clock';
import type { ComplaintFile, Duty, Event } from './complaint-file';
import { audienceAbove, audienceOf, ownerOf } from './people';
import type { Audience } from './people';
import type { Recomputed } from './recompute';
import type { Channel, DutyKind, Outcome } from './words';

export const NOTICE_KEYS = [
  'acknowledgement',
  'handler_changed',
  'farewell',
  'assigned',
  'called_upon',
  'reminder',
  'breach',
  'due_earlier',
  'sent_back',
  'signal_refused',
] as const;
/** What can be said, to customers (the first three) and to staff. templates/ has the words. */
export type NoticeKey = (typeof NOTICE_KEYS)[number];

/** Plain values for the words. No personal data: 「客户」 and the number (RE-8). */
export type NoticeParams = {
  /** By which channel the customer is to hear it (IN-5). */
  channel?: Channel;
  duty?: DutyKind;
  step?: number;
  dueAt?: number;
  /** When it was due before the calendar changed. */
  wasDueAt?: number;
  outcome?: Outcome;
  because?: string;
  action?: string;
};

/** What was said, word for word. */
export type NoticeWords = { subject: string; body: string };

export type Recipients = Audience | { customer: true };

export type Notice = { key: string; notice: NoticeKey; recipients: Recipients; params: NoticeParams; duty?: string };

/** A turn as the commit sees it: the file with the turn's events and due times, and the duties that it opened or counted anew. */
export type Committed = { file: ComplaintFile; events: Event[]; opened: Duty[]; changed: Recomputed[] };

/**
 * What a turn gives rise to. The key names obligation and kind, or the place in the record: whatever happens twice, the
 * notice is sent once.
 */
export function noticesOf({ file, events, opened, changed }: Committed): Notice[] {
  return [
    ...opened.flatMap((duty) => calledUpon(file, duty)),
    ...changed.flatMap((change) => dueEarlier(file, change)),
    ...events.flatMap((event) => noticesOfEvent(file, event)),
  ];
}

/** A duty that falls to somebody else than the owner is told to him at once; the owner's own come with their reminders. */
function calledUpon(file: ComplaintFile, duty: Duty): Notice[] {
  if (duty.closed || isOwners(file, duty)) return [];
  return [about(duty, 'called_upon', owing(file, duty))];
}

/** A deadline that comes sooner than its reminders said is told at once; one that comes later has reminders of its own. */
function dueEarlier(file: ComplaintFile, { duty, was }: Recomputed): Notice[] {
  if (duty.dueAt === undefined || duty.dueAt >= was) return [];
  const notice = about(duty, 'due_earlier', owing(file, duty), `:${duty.dueAt}`);
  return [{ ...notice, params: { ...notice.params, wasDueAt: was } }];
}

const isOwners = (file: ComplaintFile, { of, person }: Duty): boolean =>
  of === 'owner' && (person === undefined || person === ownerOf(file).id);

/** Who is to do it: the person named with it, else whoever its party is now. */
const owing = (file: ComplaintFile, { of, person }: Duty): Recipients => (person ? { person } : audienceOf(file, of));

const about = (duty: Duty, notice: NoticeKey, recipients: Recipients, suffix = ''): Notice => ({
  key: `${duty.id}:${notice}${suffix}`,
  notice,
  recipients,
  params: { duty: duty.kind, step: duty.step, dueAt: duty.dueAt },
  duty: duty.id,
});

function noticesOfEvent(file: ComplaintFile, event: Event): Notice[] {
  switch (event.type) {
    case 'registered':
      return [
        toCustomer(file, 'acknowledgement', nextStep(file)),
        atSeq(file, 'assigned', { person: event.owner.id }, nextStep(file)),
      ];
    case 'reminded':
      return onDuty(file, event.duty, (duty) => [
        // With its due time: one that has been moved is reminded of anew.
        about(duty, 'reminder', owing(file, duty), `:${duty.dueAt ?? 0}:${duty.promptsAt?.length ?? 0}`),
      ]);
    case 'missed':
      return onDuty(file, event.duty, (duty) => breach(file, duty));
    case 'owner_changed':
      return [toCustomer(file, 'handler_changed'), atSeq(file, 'assigned', { person: event.owner.id }, nextStep(file))];
    case 'rejected':
      return [atSeq(file, 'sent_back', { person: ownerOf(file).id }, { because: event.ground })];
    case 'refused':
      return [
        atSeq(file, 'signal_refused', audienceOf(file, 'reviewer'), { action: event.action, because: event.because }),
      ];
    case 'closed':
      return [toCustomer(file, 'farewell', { outcome: event.outcome })];
    default:
      return [];
  }
}

/** A missed duty is told to who owed it and to the level above him, once. */
const breach = (file: ComplaintFile, duty: Duty): Notice[] => [
  about(duty, 'breach', owing(file, duty)),
  about(duty, 'breach', audienceAbove(file, duty.of), ':superior'),
];

/** Word from the system to the customer goes out on the channel that he came by (IN-5, CO-12). */
const toCustomer = (file: ComplaintFile, notice: NoticeKey, params: NoticeParams = {}): Notice =>
  atSeq(file, notice, { customer: true }, { channel: file.channel ?? undefined, ...params });

const atSeq = (file: ComplaintFile, notice: NoticeKey, recipients: Recipients, params: NoticeParams = {}): Notice => ({
  key: `${file.seq}:${notice}`,
  notice,
  recipients,
  params,
});

/** What comes next in the case, for whoever is told that it is his, and for the customer. */
function nextStep(file: ComplaintFile): NoticeParams {
  const next = nextDue(file);
  return { duty: next?.kind, dueAt: next?.dueAt };
}

function onDuty(file: ComplaintFile, id: string, notices: (duty: Duty) => Notice[]): Notice[] {
  const duty = file.duties.find((candidate) => candidate.id === id);
  return duty ? notices(duty) : [];
}

import { nextDue } from './clock';
import type { ComplaintFile, Duty } from './complaint-file';
import type { Event } from './events';
import { MASS_DECIDERS } from './matching';
import { IMPROVEMENT_NOTICES } from './improvement/words';
import type { ImprovementDutyKind } from './improvement/words';
import { PENALTY_NOTICES } from './penalties/words';
import type { PenaltyState } from './penalties/words';
import { audienceAbove, audienceIn, audienceOf, ownerOf } from './people';
import type { Audience } from './people';
import type { Recomputed } from './recompute';
import type { Channel, DutyKind, Level, Outcome, Priority } from './words';

export const NOTICE_KEYS = [
  'acknowledgement',
  'acknowledgement_undated',
  'handler_changed',
  'survey_invitation',
  'farewell',
  'assigned',
  'assigned_undated',
  'called_upon',
  'reminder',
  'breach',
  'silence',
  'informed',
  'progress_reported',
  'task_answered',
  'decided',
  'overdue_explained',
  'due_earlier',
  'sent_back',
  'signal_refused',
  'attempt_filed',
  'mass_alarm',
  'message_waiting',
  'message_late',
  ...IMPROVEMENT_NOTICES,
  ...PENALTY_NOTICES,
] as const;
/** What can be said, to customers (the first five) and to staff. templates/ has the words. */
export type NoticeKey = (typeof NOTICE_KEYS)[number];

/** Plain values for the words. No personal data: 「客户」 and the number (RE-8). */
export type NoticeParams = {
  /** By which channel the customer is to hear it (IN-5). */
  channel?: Channel;
  duty?: DutyKind;
  /** Which step, task or account of them. */
  step?: number;
  level?: Level;
  priority?: Priority;
  granted?: boolean;
  /** The round that a survey speaks of (CO-1). */
  round?: number;
  dueAt?: number;
  /** When it was due before the calendar changed. */
  wasDueAt?: number;
  outcome?: Outcome;
  because?: string;
  action?: string;
  /** The mass complaint, and how many complaints make it one. */
  cluster?: string;
  count?: number;
  /** The message that waits, by its id (IN-11). */
  message?: number;
  /** The improvement that it is about, and what is owed there (RE-3). */
  improvement?: string;
  owed?: ImprovementDutyKind;
  /** The penalty that it is about, its amount in 分, and how it stands now (RE-7). */
  penalty?: string;
  fen?: number;
  verdict?: PenaltyState;
};

/** What was said, word for word. */
export type NoticeWords = { subject: string; body: string };

export type Recipients = Audience | { customer: true };

export type Notice = { key: string; notice: NoticeKey; recipients: Recipients; params: NoticeParams; duty?: string };

/** A turn as the commit sees it: the file with the turn's events and due times, the duties that it opened or counted anew, and its instant (ms, UTC). */
export type Committed = { file: ComplaintFile; events: Event[]; opened: Duty[]; changed: Recomputed[]; at: number };

/**
 * What a turn gives rise to. The key names obligation and kind, or the place in the record: whatever happens twice, the
 * notice is sent once.
 */
export function noticesOf({ file, events, opened, changed, at }: Committed): Notice[] {
  return [
    ...opened.flatMap((duty) => calledUpon(file, duty)),
    ...changed.flatMap((change) => dueEarlier(file, change)),
    ...events.flatMap((event, place) => noticesOfEvent(file, event, place, at)),
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
  (of === 'owner' && (person === undefined || person === ownerOf(file).id)) || of === 'customer' || of === 'other_side';

/** Who is to do it: the person named with it, else whoever its party is now. */
const owing = (file: ComplaintFile, duty: Duty): Recipients =>
  duty.person ? { person: duty.person } : audienceOf(file, duty);

const about = (duty: Duty, notice: NoticeKey, recipients: Recipients, suffix = ''): Notice => ({
  key: `${duty.id}:${notice}${suffix}`,
  notice,
  recipients,
  params: { duty: duty.kind, step: duty.step ?? duty.task ?? duty.account, dueAt: duty.dueAt },
  duty: duty.id,
});

function noticesOfEvent(file: ComplaintFile, event: Event, place: number, at: number): Notice[] {
  const owner = { person: ownerOf(file).id };
  switch (event.type) {
    case 'registered':
      return file.reachable ? [received(file, at), assigned(file, at)] : [assigned(file, at)];
    case 'reminded':
      return onDuty(file, event.duty, (duty) => [
        // With its due time: one that has been moved is reminded of anew.
        about(duty, 'reminder', owing(file, duty), `:${duty.dueAt ?? 0}:${duty.promptsAt?.length ?? 0}`),
      ]);
    case 'missed':
      return onDuty(file, event.duty, (duty) => breach(file, duty));
    case 'told':
      return [atSeq(file, 'informed', audienceIn(file, event.roles), situation(file), `:${event.rule}`)];
    case 'entered':
      return event.stage === 'callback' ? [toCustomer(file, 'survey_invitation', { round: file.round })] : [];
    case 'owner_changed':
      return [...(file.reachable ? [toCustomer(file, 'handler_changed')] : []), assigned(file, at)];
    case 'task_progressed':
      return [atSeq(file, 'progress_reported', owner, { step: event.no }, `:${place}`)];
    case 'task_answered':
      return [atSeq(file, 'task_answered', owner, { step: event.no }, `:${place}`)];
    case 'proposal_approved':
      return [atSeq(file, 'decided', owner, { duty: 'proposal_approval', granted: event.approved })];
    case 'extension_decided':
      return [atSeq(file, 'decided', owner, { duty: 'extension_decision', granted: event.granted })];
    case 'conclusion_decided':
      return [atSeq(file, 'decided', owner, { duty: 'conclusion_decision', granted: event.granted })];
    case 'overdue_explained':
      return [atSeq(file, 'overdue_explained', audienceOf(file, { of: 'superior' }))];
    case 'rejected':
      return [atSeq(file, 'sent_back', owner, { because: event.ground })];
    case 'refused':
      return [refusal(file, event)];
    case 'closed':
      return file.reachable ? [toCustomer(file, 'farewell', { outcome: event.outcome })] : [];
    default:
      return [];
  }
}

/** IN-5: received, thanks, number, next step and its time, where the policy promises the customer one. */
function received(file: ComplaintFile, at: number): Notice {
  const next = nextStep(file, at, ({ kind }) => file.rules.duties[kind]?.toCustomer === true);
  return toCustomer(file, next.dueAt === undefined ? 'acknowledgement_undated' : 'acknowledgement', next);
}

function assigned(file: ComplaintFile, at: number): Notice {
  const next = nextStep(file, at);
  const notice = next.dueAt === undefined ? 'assigned_undated' : 'assigned';
  return atSeq(file, notice, { person: ownerOf(file).id }, next);
}

/** What was tried and not allowed is told to who would have to allow it: the reviewer, or the level above the owner (RE-7). */
function refusal(file: ComplaintFile, { action, because, by }: Extract<Event, { type: 'refused' }>): Notice {
  const recipients = audienceOf(file, { of: by ? 'superior' : 'reviewer' });
  return atSeq(file, by ? 'attempt_filed' : 'signal_refused', recipients, { action, because });
}

const situation = ({ level, priority }: ComplaintFile): NoticeParams => ({ level, priority });

/** A missed duty is told to who owed it and to the level above him, once. */
function breach(file: ComplaintFile, duty: Duty): Notice[] {
  // The silence of the other side is nobody's breach: the owner urges (HA-9).
  if (duty.of === 'other_side' || duty.of === 'customer') return [about(duty, 'silence', owing(file, duty))];
  const told = [
    about(duty, 'breach', owing(file, duty)),
    about(duty, 'breach', audienceAbove(file, duty), ':superior'),
  ];
  // A department's silence concerns its head and the owner, who has to answer to the customer (HA-3).
  return duty.of === 'department' ? [...told, about(duty, 'breach', { person: ownerOf(file).id }, ':owner')] : told;
}

/** Word from the system to the customer goes out on the channel that he came by (IN-5, CO-12). */
const toCustomer = (file: ComplaintFile, notice: NoticeKey, params: NoticeParams = {}): Notice =>
  atSeq(file, notice, { customer: true }, { channel: file.channel ?? undefined, ...params });

const atSeq = (
  file: ComplaintFile,
  notice: NoticeKey,
  recipients: Recipients,
  params: NoticeParams = {},
  suffix = '',
): Notice => ({
  key: `${file.seq}:${notice}${suffix}`,
  notice,
  recipients,
  params,
});

/** What comes next in the case, for whoever is told that it is his, and for the customer: nobody is promised what is past. */
function nextStep(file: ComplaintFile, at: number, which: (duty: Duty) => boolean = () => true): NoticeParams {
  const next = nextDue(file, (duty) => (duty.dueAt ?? 0) >= at && which(duty));
  return { duty: next?.kind, dueAt: next?.dueAt };
}

function onDuty(file: ComplaintFile, id: string, notices: (duty: Duty) => Notice[]): Notice[] {
  const duty = file.duties.find((candidate) => candidate.id === id);
  return duty ? notices(duty) : [];
}

/** CL-4, HA-2: the one alarm of a mass complaint, to the manager and the directors. It leaves with the complaint that made it one. */
export const massAlarm = (file: ComplaintFile, cluster: string, count: number): Notice => ({
  key: `${cluster}:mass_alarm`,
  notice: 'mass_alarm',
  recipients: { roles: ['manager', ...MASS_DECIDERS], team: null, except: file.respondents },
  params: { cluster, count },
});

import { nextDue, openDuties } from './clock';
import type { ComplaintFile, Duty } from './complaint-file';
import type { Event } from './events';
import { MASS_DECIDERS } from './matching';
import type { NoticeKey, NoticeParams } from './notice-keys';
import { audienceAbove, audienceIn, audienceOf, audienceOfOwner, isOwnersOwn, ownerOf } from './people';
import type { Audience } from './people';
import { atSeq, toColleagues } from './notices-within';
import type { Recomputed } from './recompute';

export { NOTICE_KEYS } from './notice-keys';
export type { NoticeKey, NoticeParams } from './notice-keys';

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
    ...newRound(file, events),
  ];
}

/** CO-3: that it begins again is told to the owner, unless he has just heard it from the customer, and to the level above him. */
function newRound(file: ComplaintFile, events: Event[]): Notice[] {
  const opened = events.find((event) => event.type === 'round_opened');
  if (!opened) return [];
  const { because, level } = opened;
  const params = { round: file.round, because, level };
  const heard = events.some((event) => event.type === 'callback_answered' && event.by !== 'customer');
  const knows = heard && !events.some(({ type }) => type === 'stood_in');
  return [
    ...(knows ? [] : [atSeq(file, 'round_opened', { person: ownerOf(file).id }, params)]),
    atSeq(file, 'round_opened', audienceOf(file, { of: 'superior' }), params, ':superior'),
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
const owing = (file: ComplaintFile, duty: Duty): Recipients => {
  // HA-18: who is complained about hears nothing, though it was his to do.
  if (duty.person && file.respondents.includes(duty.person)) return audienceOfOwner(file);
  return duty.person ? { person: duty.person } : audienceOf(file, duty);
};

const about = (duty: Duty, notice: NoticeKey, recipients: Recipients, suffix = ''): Notice => ({
  key: `${duty.id}:${notice}${suffix}`,
  notice,
  recipients,
  params: { duty: duty.kind, step: duty.step ?? duty.task ?? duty.account, dueAt: duty.dueAt },
  duty: duty.id,
});

function noticesOfEvent(file: ComplaintFile, event: Event, place: number, at: number): Notice[] {
  switch (event.type) {
    case 'registered':
      return file.reachable ? [received(file, at), assigned(file, at)] : [assigned(file, at)];
    // IN-5: the receipt that could not be sent when it came in.
    case 'contact_way_added':
      return event.first ? [received(file, at, event.channel)] : [];
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
      return [...(isAwaited(file) ? [toCustomer(file, 'handler_changed')] : []), assigned(file, at)];
    case 'respondent_named':
      return fromOwner(file);
    case 'work_handed_on':
      return event.calls.flatMap((id) => callAgain(file, id));
    case 'called_anew':
      return event.duties.flatMap((id) => callAgain(file, id));
    case 'rejected':
      return [atSeq(file, 'sent_back', audienceOfOwner(file), { because: event.ground })];
    case 'refused':
      return [refusal(file, event)];
    case 'closed':
      return file.reachable ? [toCustomer(file, 'farewell', { outcome: event.outcome })] : [];
    default:
      return toColleagues(file, event, place);
  }
}

/** Whether a customer waits for word of how it goes on: not who has withdrawn, was referred or has been given up. */
const isAwaited = ({ reachable, outcome }: ComplaintFile): boolean => reachable && outcome === null;

/** Somebody else is called upon to do what is owed already. */
const callAgain = (file: ComplaintFile, id: string): Notice[] =>
  onDuty(file, id, (duty) =>
    duty.closed || isOwners(file, duty) ? [] : [about(duty, 'called_upon', owing(file, duty), `:${file.seq}`)],
  );

/** HA-18: from an owner who is complained about himself somebody takes over at once: the level above him hears of it too. */
function fromOwner(file: ComplaintFile): Notice[] {
  const handOver = openDuties(file).find(({ kind }) => kind === 'take_over');
  if (!isOwnersOwn(file) || !handOver) return [];
  return [about(handOver, 'called_upon', audienceOf(file, { of: 'superior' }), `:superior:${file.seq}`)];
}

/** IN-5: received, thanks, number, next step and its time, where the policy promises the customer one. */
function received(file: ComplaintFile, at: number, channel = file.channel ?? undefined): Notice {
  const next = { channel, ...nextStep(file, at, ({ kind }) => file.rules.duties[kind]?.toCustomer === true) };
  return toCustomer(file, next.dueAt === undefined ? 'acknowledgement_undated' : 'acknowledgement', next);
}

function assigned(file: ComplaintFile, at: number): Notice {
  const next = nextStep(file, at, (duty) => isOwners(file, duty));
  const notice = next.dueAt === undefined ? 'assigned_undated' : 'assigned';
  return atSeq(file, notice, audienceOfOwner(file), next);
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
  // A department's silence, a step of somebody else's or a meeting that is late concerns the owner too, who has to answer to the
  // customer (HA-3, HA-10, CO-4).
  const anothers =
    duty.of === 'department' || duty.of === 'administration' || (duty.of === 'owner' && !isOwners(file, duty));
  return anothers ? [...told, about(duty, 'breach', audienceOfOwner(file), ':owner')] : told;
}

/** Word from the system to the customer goes out on the channel that he came by (IN-5, CO-12). */
const toCustomer = (file: ComplaintFile, notice: NoticeKey, params: NoticeParams = {}): Notice =>
  atSeq(file, notice, { customer: true }, { channel: file.channel ?? undefined, ...params });

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

import { SUB_TYPES } from '../../domain/words';
import type { RequestType, Stage } from '../../domain/words';
import type { Case } from './reference-case';
import { newSituation, rests } from './reference-course';
import { owe, waitNoLonger } from './reference-owing';
import { as, DIRECTORS, isOneOf, isSuperior, owns, superiors } from './reference-people';
import { HANDLING, nobodyOnTheStaff, nobodyToTell, needsDirector, OPEN, unbelievable } from './reference-telling';
import type { Tellings } from './reference-telling';
import { toSecond } from './reference-time';

/** The procedure told a second time. This file: words with the customer, and what is known of him and his matter. */
const DAY = 86_400_000;
const MINUTE = 60_000;

/** HA-11: a word that reached him keeps the promise of the week, and of the first answer and contact. */
export function reached(c: Case, at: number): void {
  c.lastWordAt = Math.max(c.lastWordAt, at);
  // What was said before it was owed, more than a minute, does nothing for it.
  const owed = c.owed.filter(({ kind }) => ['first_answer', 'first_contact', 'contact_again'].includes(kind));
  if (owed.length === 0 || owed.some(({ from }) => at >= from - MINUTE)) {
    c.contacted = true;
    c.done('first_answer');
    c.done('contact_again');
    if (c.formFilled) c.done('first_contact');
  }
  called(c, at);
  // The week begins with the day of the last word, whenever that is written down; an older one changes nothing.
  const older = c.lastWord !== null && at < c.lastWord;
  if (older && c.owes('follow_up')) return;
  if (!older) c.lastWord = at;
  // A week that came round only afterwards counts from this word instead, unless it has been missed or is owed since the return.
  c.owed = c.owed.filter(({ kind, from }) => kind !== 'follow_up' || at < from - MINUTE);
  if (c.owed.some(({ kind, missed, from }) => kind === 'follow_up' && (missed || from === c.wentBackAt))) return;
  c.drop('follow_up');
  if (!rests(c)) owe(c, 'follow_up', c.lastWord!);
}

/** IN-12: we called, at that time: that keeps what was promised before it. */
const called = (c: Case, at: number): void =>
  void (c.owed = c.owed.filter(({ kind, from }) => kind !== 'promised_call' || from > at));

/** HA-1: what the customer writes to us is no word of ours; when we write, or speak with each other, it is. */
const isOurs = ({ direction, channel }: { direction: string; channel: string }): boolean =>
  direction === 'outbound' || ['phone', 'chat', 'walk_in'].includes(channel);

function acceptanceTold(c: Case): void {
  c.acceptanceTold = true;
  c.done('tell_acceptance');
}

/** IN-7: each type has sub-types of its own. */
export const foreign = ({ requestType, subType }: { requestType: RequestType; subType?: string }): false | 'data' =>
  subType !== undefined && !(SUB_TYPES[requestType] as readonly string[]).includes(subType) && 'data';

/** Whether a classified complaint would be one no longer. */
export const makesLess = (c: Case, requestType: RequestType): boolean =>
  c.classified && c.requestType === 'complaint' && requestType !== 'complaint';

/** CO-9, IN-8: from now on there is only the filing. */
function gone(c: Case, outcome: 'withdrawn' | 'referred'): void {
  c.outcome = outcome;
  c.waiting = null;
  c.othersTurn = false;
  c.owed = c.owed.filter(({ kind }) => kind === 'archive');
}

/** What is owed first to a customer who can be reached, under those policies that owe it. */
const FIRST = ['first_answer', 'first_contact', 'contact_again', 'tell_acceptance', 'promised_answer'] as const;

/** IN-2: a way to reach him arms from now on what was not owed for want of one; what was passed over is done now. */
function wayFound(c: Case, at: number): void {
  const { reachable } = c;
  c.reachable = true;
  if (reachable || c.outcome !== null) return;
  // What was known is written down within the talk that is owed now.
  newSituation(c, at, () => {});
  // Nor is he owed what he has heard when he rang himself.
  const heard: string[] = c.contacted
    ? ['first_answer', 'contact_again', ...(c.formFilled ? ['first_contact'] : [])]
    : [];
  const owed = FIRST.filter((kind) => !heard.includes(kind));
  for (const kind of owed) owe(c, kind, at, { until: c.stage === 'first_contact' ? c.stage : null });
  if (c.contacted && !c.owes('follow_up') && !rests(c)) owe(c, 'follow_up', at);
  const passed: Stage[] = ['meeting', 'review', 'archive'];
  if (passed.includes(c.stage as Stage)) c.backTo = 'proposal';
}

/** Until when he will hear, by a promise that has not been broken, and of which he has not been spoken to since. */
function promised(c: Case): number {
  const call = c.owed.find(({ kind, missed }) => kind === 'promised_call' && !missed);
  return call && c.lastWordAt <= call.from ? call.dueAt : Infinity;
}

export const TALK: Tellings<
  | 'record_contact'
  | 'fill_form'
  | 'add_information'
  | 'tell_acceptance'
  | 'promise_call'
  | 'add_contact_way'
  | 'ask_evidence'
  | 'add_evidence'
  | 'change_request_type'
  | 'refer'
  | 'withdraw'
  | 'withdraw_by_link'
> = {
  // HA-13: the owner alone speaks to the customer; every word is logged.
  record_contact: {
    where: 'anywhere',
    whose: owns,
    against: (c, { occurredAt, direction }, at) => [
      // Who left no address may ring us all the same.
      direction === 'outbound' && nobodyToTell(c),
      unbelievable(c, occurredAt, at),
    ],
    does: (c, { reached: heard, purpose, occurredAt, ...how }, at) => {
      // CL-7: who was waited for has turned to us.
      if (how.direction === 'inbound') waitNoLonger(c, at);
      if (!heard || !isOurs(how)) return;
      // IN-12: he who had to call us himself has not been called.
      const promised = how.direction === 'inbound' ? c.owed.filter(({ kind }) => kind === 'promised_call') : [];
      c.owed = c.owed.filter((duty) => !promised.includes(duty));
      reached(c, Math.min(occurredAt ?? at, at));
      c.owed.push(...promised);
      // That he asks for it himself does not tell him anything.
      if (how.direction === 'inbound') return;
      const tooEarly = (kind: string) => c.owed.some((o) => o.kind === kind && (occurredAt ?? at) < o.from - MINUTE);
      if (purpose === 'delay' && !tooEarly('tell_delay')) c.done('tell_delay');
      if (purpose === 'extension' && !tooEarly('tell_extension')) c.done('tell_extension');
      if (purpose === 'acceptance' && !tooEarly('tell_acceptance')) acceptanceTold(c);
    },
  },
  // HA-1: contact and form; where nobody can be reached, the form alone.
  fill_form: {
    // CO-5: once it is reviewed the form stands. Only his word that it is right may still come, in 001, and of a talk that was had.
    where: 'anywhere',
    whose: owns,
    // IN-6: repeated to him while he was there: in a talk of this round, or when it was taken in by telephone, chat or at the desk.
    against: (c, { repeatedBack }) => {
      const wasThere = c.round === 1 && ['phone', 'chat', 'walk_in'].includes(c.birth.channel);
      if (HANDLING.includes(c.stage as Stage)) {
        return [repeatedBack && !(c.reachable && (c.contacted || wasThere)) && 'data'];
      }
      const lacking = c.under('standard', 'service-desk') && c.reachable && !c.repeatedBack && c.outcome === null;
      return [!(lacking && repeatedBack) && 'step', c.lastWordAt < c.enteredAt && 'data'];
    },
    does: (c, { repeatedBack }) => {
      if (!HANDLING.includes(c.stage as Stage)) {
        c.repeatedBack = true;
        return;
      }
      c.formFilled = true;
      c.repeatedBack = repeatedBack;
      c.done('fill_form');
      if (c.contacted) c.done('first_contact');
    },
  },
  // IN-13: nothing is asked twice; a correction says that it is one.
  add_information: {
    where: 'anywhere',
    whose: owns,
    against: (c, { field, correction }) => [c.known.has(field) && !correction && 'data'],
    does: (c, { field }) => {
      c.known.add(field);
    },
  },
  // CL-7: in 003 only.
  tell_acceptance: {
    where: HANDLING,
    whose: owns,
    against: (c) => [nobodyToTell(c), c.acceptanceTold && 'data'],
    does: (c, _data, at) => {
      reached(c, at);
      acceptanceTold(c);
    },
  },
  // IN-12: that time is a deadline of its own; nobody puts off what he promised, before he has called.
  promise_call: {
    where: OPEN,
    whose: owns,
    against: (c, { until }, at) => [
      nobodyToTell(c),
      (until <= at || until > at + 31 * DAY || toSecond(until) > promised(c)) && 'data',
    ],
    does: (c, { until }, at) => {
      c.drop('promised_call');
      const seconds = (toSecond(until) - toSecond(at)) / 1000;
      owe(c, 'promised_call', at, { own: { seconds: Math.max(1, seconds) } });
    },
  },
  add_contact_way: { where: 'anywhere', whose: owns, does: (c, _data, at) => wayFound(c, at) },
  // IN-3: asked of the customer only through the owner.
  ask_evidence: {
    where: HANDLING,
    whose: owns,
    against: (c, { of }) => [of === 'customer' && nobodyToTell(c)],
    does: (c, { of }) => void (c.evidenceAsked ||= of === 'customer'),
  },
  // IN-3: added at any time, by whoever has it.
  add_evidence: {
    where: 'anywhere',
    whose: () => true,
    against: (_c, { submittedAt }, at) => [submittedAt !== undefined && submittedAt > at + 60_000 && 'data'],
    does: (c, { from }, at) => {
      if (from === 'customer') waitNoLonger(c, at);
    },
  },
  // IN-7: what was classified as a complaint is made something less by somebody above its owner, who has a hand in it then.
  change_request_type: {
    where: HANDLING,
    whose: (c, by, { requestType }) => (makesLess(c, requestType) ? isSuperior(c, by) : owns(c, by)),
    against: (_c, data) => [foreign(data)],
    does: (c, { requestType }, at, by) => {
      if (makesLess(c, requestType)) c.hand(as(c, by, superiors(c)));
      newSituation(c, at, () => (c.requestType = requestType));
    },
  },
  // IN-8: 004 refers politely what is not for the company, before anybody looks into it; what is high, urgent or with an
  // authority only by leave of somebody above.
  refer: {
    where: ['first_contact', 'classification', 'hand_over'],
    whose: (c, by) => {
      if (c.level === 3 && c.marks.has('authority')) return isOneOf(c, by, DIRECTORS);
      const plain = c.level === 1 && c.priority !== 'urgent' && !c.marks.has('authority');
      return plain ? owns(c, by) : isSuperior(c, by);
    },
    against: (c, { channel, ref }) => [
      !c.under('standard', 'marketplace') && 'step',
      c.round > 1 && 'data',
      c.reachable && !(channel && ref) && 'data',
    ],
    does: (c) => gone(c, 'referred'),
  },
  withdraw: {
    where: 'anywhere',
    whose: owns,
    against: (c, { proof }, at, by) => [
      c.outcome !== null && 'step',
      needsDirector(c, by) && 'person',
      unbelievable(c, proof.occurredAt, at),
    ],
    does: (c) => gone(c, 'withdrawn'),
  },
  withdraw_by_link: {
    where: 'anywhere',
    whose: nobodyOnTheStaff('customer'),
    against: (c, _data, _at, by) => [c.outcome !== null && 'step', needsDirector(c, by) && 'person'],
    does: (c) => gone(c, 'withdrawn'),
  },
};

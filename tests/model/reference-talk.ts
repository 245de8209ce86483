import { SUB_TYPES } from '../../domain/words';
import type { RequestType, Stage } from '../../domain/words';
import type { Case } from './reference-case';
import { newSituation, rests } from './reference-course';
import { owe } from './reference-owing';
import { owns } from './reference-people';
import {
  HANDLING,
  LOOKING_INTO,
  nobodyOnTheStaff,
  nobodyToTell,
  needsDirector,
  OPEN,
  unbelievable,
} from './reference-telling';
import type { Tellings } from './reference-telling';
import { toSecond } from './reference-time';

/** The procedure told a second time. This file: words with the customer, and what is known of him and his matter. */
const DAY = 86_400_000;

/** HA-11: a word that reached him keeps the promise of the week, of a call, and of the first answer and contact. */
export function reached(c: Case, at: number): void {
  c.contacted = true;
  c.done('first_answer');
  if (c.formFilled) c.done('first_contact');
  c.done('promised_call');
  heard(c, at);
}

/** HA-11: the week begins again with a word that reached him, or his own. */
export function heard(c: Case, at: number): void {
  c.done('follow_up');
  if (!rests(c)) owe(c, 'follow_up', at);
}

function acceptanceTold(c: Case): void {
  c.acceptanceTold = true;
  c.done('tell_acceptance');
}

/** IN-7: each type has sub-types of its own. */
export const foreign = ({ requestType, subType }: { requestType: RequestType; subType?: string }): false | 'data' =>
  subType !== undefined && !(SUB_TYPES[requestType] as readonly string[]).includes(subType) && 'data';

/** CO-9, IN-8: from now on there is only the filing. */
function gone(c: Case, outcome: 'withdrawn' | 'referred'): void {
  c.outcome = outcome;
  c.owed = [];
}

/** What is owed first to a customer who can be reached, under those policies that owe it. */
const FIRST = ['first_answer', 'first_contact', 'tell_acceptance', 'promised_answer'] as const;

/** IN-2: a way to reach him arms from now on what was not owed for want of one; what was passed over is done now. */
function wayFound(c: Case, at: number): void {
  const { reachable } = c;
  c.reachable = true;
  if (reachable || c.outcome !== null) return;
  // What was known is written down within the talk that is owed now.
  newSituation(c, at, () => {});
  for (const kind of FIRST) owe(c, kind, at, { until: c.stage === 'first_contact' ? c.stage : null });
  const passed: Stage[] = ['meeting', 'review', 'archive'];
  if (passed.includes(c.stage as Stage)) c.backTo = 'proposal';
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
    against: (c, { occurredAt }, at) => [nobodyToTell(c), unbelievable(c, occurredAt, at)],
    does: (c, { reached: heard, purpose }, at) => {
      if (!heard) return;
      reached(c, at);
      if (purpose === 'delay') c.done('tell_delay');
      if (purpose === 'extension') c.done('tell_extension');
      if (purpose === 'acceptance') acceptanceTold(c);
    },
  },
  // HA-1: contact and form; where nobody can be reached, the form alone.
  fill_form: {
    where: 'anywhere',
    whose: owns,
    does: (c, { repeatedBack }) => {
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
  // IN-12: that time is a deadline of its own; a later promise takes the place of an earlier one.
  promise_call: {
    where: OPEN,
    whose: owns,
    against: (c, { until }, at) => [nobodyToTell(c), (until <= at || until > at + 31 * DAY) && 'data'],
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
    does: () => {},
  },
  // IN-3: added at any time, by whoever has it.
  add_evidence: {
    where: 'anywhere',
    whose: () => true,
    against: (_c, { submittedAt }, at) => [submittedAt !== undefined && submittedAt > at + 60_000 && 'data'],
    does: () => {},
  },
  change_request_type: {
    where: HANDLING,
    whose: owns,
    against: (_c, data) => [foreign(data)],
    does: (c, { requestType }, at) => newSituation(c, at, () => (c.requestType = requestType)),
  },
  // IN-8: politely referred, and filed.
  refer: { where: LOOKING_INTO, whose: owns, against: (c) => [nobodyToTell(c)], does: (c) => gone(c, 'referred') },
  withdraw: {
    where: OPEN,
    whose: owns,
    against: (c, { proof }, at, by) => [needsDirector(c, by) && 'person', unbelievable(c, proof.occurredAt, at)],
    does: (c) => gone(c, 'withdrawn'),
  },
  withdraw_by_link: {
    where: OPEN,
    whose: nobodyOnTheStaff('customer'),
    against: (c, _data, _at, by) => [needsDirector(c, by) && 'person'],
    does: (c) => gone(c, 'withdrawn'),
  },
};

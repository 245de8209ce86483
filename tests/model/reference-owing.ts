import type { DutyKind, Stage } from '../../domain/words';
import type { Case, Owed } from './reference-case';
import { after } from './reference-time';
import type { Length } from './reference-time';

/** The procedure told a second time. This file: what is owed under which policy, and for how long. */
const HOUR = 60;
const DAY = 24 * HOUR;

/** What is promised to the customer himself: not owed while nobody can be reached (IN-2). */
const TO_CUSTOMER: DutyKind[] = [
  'first_answer',
  'first_contact',
  'contact_again',
  'tell_acceptance',
  'promised_answer',
  'promised_call',
  'tell_extension',
  'follow_up',
  'tell_proposal',
  'tell_delay',
  'tell_result',
  'callback',
];

/** These live on when a step ends, whatever step brought them. */
const LASTING: DutyKind[] = ['first_answer', 'tell_acceptance', 'promised_answer', 'tell_delay'];

/** How long there is for something now; null: this policy does not know it, or not for such a complaint. */
export function timeFor(c: Case, kind: DutyKind): Length | null {
  const day: Length = { workingDays: 1 };
  const urgent = c.priority === 'urgent';
  switch (kind) {
    // IN-10: 000 by channel, 001 by priority, 003 thirty and ten minutes, 004 by channel; 002 knows none.
    case 'first_answer':
      return c.round > 1 ? null : firstAnswer(c);
    // HA-1, for 002 and the policy that has everything, in every round; under the others a later one begins with word to him (CO-3).
    case 'first_contact':
      return c.under('standard', 'retail-franchise') ? day : null;
    case 'contact_again':
      return !c.under('standard', 'retail-franchise') && c.round > 1 ? day : null;
    case 'fill_form':
      return c.under('standard', 'retail-franchise') && !c.reachable ? day : null;
    // CL-7, 003: within an hour that it is accepted; the answer itself in 24 or 72 hours. It arrives once, in the first round.
    case 'tell_acceptance':
      if (!c.under('standard', 'case-analysis') || c.round > 1) return null;
      return urgent ? { minutes: HOUR } : { serviceMinutes: HOUR };
    case 'promised_answer':
      if (!c.under('standard', 'case-analysis') || c.round > 1) return null;
      return { minutes: urgent ? DAY : 3 * DAY };
    case 'customer_reply':
      return c.under('standard', 'case-analysis') ? { workingDays: 5 } : null;
    case 'extension_decision':
    case 'tell_extension':
      return c.under('standard', 'case-analysis') ? { serviceMinutes: 4 * HOUR } : null;
    case 'overdue_reason':
      return c.under('standard', 'case-analysis') ? day : null;
    // HA-11: 002 weekly, levels 2 and 3 more often; 000 at regular times; 003 every day while it is urgent.
    case 'follow_up':
      if (c.under('online-service')) return { workingDays: 3 };
      if (!c.under('standard', 'retail-franchise')) return null;
      return c.level === 3 ? { workingDays: 2 } : c.level === 2 ? { workingDays: 3 } : 'week';
    case 'progress_entry':
      return c.under('standard', 'case-analysis') && urgent ? day : null;
    case 'take_over':
      return { serviceMinutes: 2 * HOUR };
    // HA-3: 001 two hours, a day, otherwise the company's two working days; 004 leaves it to the company.
    case 'task_solution':
      if (c.under('marketplace')) return { workingDays: 2 };
      if (!c.under('standard', 'service-desk')) return null;
      if (urgent) return { minutes: 2 * HOUR };
      return c.priority === 'important' ? { minutes: DAY } : { workingDays: 2 };
    case 'task_progress':
      if (!c.under('standard', 'service-desk')) return null;
      return urgent ? { minutes: HOUR } : { serviceMinutes: 4 * HOUR };
    // HA-9: the other side, in 004.
    case 'account':
      return c.under('standard', 'marketplace') ? { workingDays: 3 } : null;
    case 'urge':
      return c.under('standard', 'marketplace') ? day : null;
    case 'cross_meeting':
      return c.under('standard', 'case-analysis') ? { workingDays: 3 } : null;
    // CO-11: for how long somebody is waited for who may still agree.
    case 'proposal_answer':
      return c.under('standard', 'marketplace') ? { workingDays: 5 } : null;
    // HA-7: 001.
    case 'tell_proposal':
      return c.under('standard', 'service-desk') ? day : null;
    // HA-15: 003 has one standard of compensation.
    case 'proposal_approval':
      return c.under('standard', 'case-analysis') ? day : null;
    // HA-8: 000 the supervisor, 003 the director; 001 and 004 go on until it is agreed, 002 says nothing.
    case 'proposal_decision':
      return c.under('standard', 'online-service', 'case-analysis') ? day : null;
    // CO-11, CO-12: 004.
    case 'conclusion_decision':
    case 'tell_result':
      return c.under('standard', 'marketplace') ? day : null;
    case 'see_off_step':
    case 'tell_delay':
      return day;
    // CO-1: 001 says 24 hours for an urgent one, 003 does not.
    case 'callback':
      return urgent && c.under('standard', 'service-desk') ? { minutes: DAY } : { workingDays: 2 };
    case 'meeting':
      return c.under('standard', 'retail-franchise') ? { workingDays: 5 } : null;
    case 'review':
      return c.under('standard', 'retail-franchise') ? day : null;
    case 'archive':
      return { workingDays: 2 };
    // Where nothing else is owed, to go on is, within three working days: a choice of the company.
    case 'next_step':
      return { workingDays: 3 };
    // Each of these brings its own time.
    case 'promised_call':
    case 'remedy_step':
      return null;
  }
}

function firstAnswer(c: Case): Length | null {
  const urgent = c.priority === 'urgent';
  const on = (...channels: string[]): boolean => channels.includes(c.birth.channel);
  switch (c.birth.policy) {
    case 'online-service':
      return { serviceMinutes: on('chat', 'instant_message') ? 1 : 4 * HOUR };
    case 'marketplace':
      return { serviceMinutes: on('phone', 'chat') ? 1 : 4 * HOUR };
    case 'service-desk':
      if (urgent) return { minutes: 1 };
      return { serviceMinutes: c.priority === 'important' ? 4 * HOUR : 8 * HOUR };
    case 'case-analysis':
      return urgent ? { minutes: 10 } : { serviceMinutes: 30 };
    case 'standard':
      if (urgent) return { minutes: on('phone', 'chat') ? 1 : 10 };
      return { serviceMinutes: 30 };
    default:
      return null;
  }
}

type Which = Pick<Owed, 'step' | 'task' | 'account'> & { until?: Stage | null; own?: Length | null };

/** From now on, or from an earlier instant, this is owed: if the policy has it, and if there is somebody to owe it to. */
export function owe(c: Case, kind: DutyKind, from: number, { until = null, own = null, ...which }: Which = {}): void {
  const length = own ?? timeFor(c, kind);
  if (!length || (TO_CUSTOMER.includes(kind) && !c.reachable)) return;
  c.owed.push({
    kind,
    ...which,
    from,
    dueAt: after(from, length),
    length,
    counted: { from, length },
    own: own !== null,
    granted: 0,
    missed: false,
    until: LASTING.includes(kind) ? null : until,
  });
}

/**
 * A new situation: what is still in time is counted anew from the same event. That alone makes nobody late: where the new
 * time has passed already, it runs from now, but not beyond the old one.
 */
export function recount(c: Case, at: number): void {
  for (const duty of c.owed) {
    if (duty.missed || duty.own) continue;
    const length = timeFor(c, duty.kind);
    if (!length) c.owed = c.owed.filter((other) => other !== duty);
    else countAnew(duty, withMore(length, duty.granted), at);
  }
}

/** HA-12: what the rule says, and what was granted on top of it. */
export const withMore = (length: Length, hours: number): Length =>
  typeof length === 'object' && 'minutes' in length ? { minutes: length.minutes + hours * 60 } : length;

function countAnew(duty: Owed, length: Length, at: number): void {
  if (JSON.stringify(length) === JSON.stringify(duty.length)) return;
  duty.length = length;
  const soon = after(at, length);
  if (!isPast(after(duty.from, length), at)) duty.counted = { from: duty.from, length };
  else if (soon <= duty.dueAt) duty.counted = { from: at, length };
  duty.dueAt = after(duty.counted.from, duty.counted.length);
}

/** Due times have the precision of a second: what is done within that second is in time. */
const isPast = (dueAt: number, at: number): boolean => dueAt + 1000 <= at;

/** Everything due before an instant has been missed by then. `asleep`: nobody was there to see it before that instant. */
export function timePasses(c: Case, to: number, asleep = false): void {
  const before = new Set(c.owed);
  for (;;) {
    const [late] = c.owed.filter(({ missed, dueAt }) => !missed && isPast(dueAt, to)).sort((a, b) => a.dueAt - b.dueAt);
    if (!late) return;
    passed(c, late, asleep && !before.has(late) ? to : c.lastAt);
  }
}

/** `notBefore`: what is owed for want of anything else counts from no earlier instant than the complaint was last looked at. */
function passed(c: Case, late: Owed, notBefore: number): void {
  const { kind, account, task, dueAt } = late;
  // CL-7: the customer breaks no promise; the answer to him goes on with the time that was left.
  if (kind === 'customer_reply') return waitNoLonger(c, dueAt);
  late.missed = true;
  // To go on is overdue once, by its latest miss.
  if (kind === 'next_step') c.owed = c.owed.filter((duty) => duty === late || duty.kind !== kind || !duty.missed);
  // HA-11, HA-9: word, entry and urging come round again by themselves.
  if (kind === 'follow_up' || kind === 'progress_entry') owe(c, kind, dueAt);
  if (kind === 'urge') owe(c, 'urge', dueAt, { account });
  // HA-3: a report that was missed is owed again.
  if (kind === 'task_progress') owe(c, kind, dueAt, { task });
  // HA-10: that a step is late is told to the customer, once.
  const next = Math.max(dueAt, notBefore);
  if (kind === 'remedy_step' && !c.owes('tell_delay')) owe(c, 'tell_delay', next);
  // HA-12: the reason is reported. HA-9: who is silent is urged.
  if (kind === 'promised_answer' && !c.owes('overdue_reason')) owe(c, 'overdue_reason', next);
  const urging = c.owed.some((duty) => duty.kind === 'urge' && duty.account === account);
  if (kind === 'account' && !urging) owe(c, 'urge', next, { account });
  // Who let that pass is called again every week.
  forgetNot(c, next, kind === 'next_step' ? { workingDays: 5 } : null);
}

/** Nobody may forget a complaint: where nothing is owed that is still in time, to go on with its step is; and only there. */
export function forgetNot(c: Case, at: number, own: Length | null = null): void {
  if (c.stage === null || c.stage === 'closed') return;
  const inTime = c.owed.filter(({ missed }) => !missed);
  const others = inTime.some(({ kind }) => kind !== 'next_step');
  if (others) c.owed = c.owed.filter(({ kind, missed }) => kind !== 'next_step' || missed);
  else if (inTime.length === 0) owe(c, 'next_step', at, { until: c.stage, own });
}

/** CL-7: the promise counts from as much later as the wait was long. */
export function waitNoLonger(c: Case, at: number): void {
  if (!c.waiting) return;
  const { since, from, length, rule, granted } = c.waiting;
  c.waiting = null;
  c.waited += at - since;
  c.drop('customer_reply');
  owe(c, 'promised_answer', from + (at - since), { own: length });
  const promise = c.owed.at(-1)!;
  Object.assign(promise, { own: false, granted, length: withMore(rule, granted) });
  countAnew(promise, withMore(timeFor(c, 'promised_answer')!, granted), at);
}

/** CL-7: five working days for each promise; every day begun before counts as one of them. */
export const daysToWait = (c: Case): number => 5 - Math.ceil(c.waited / (DAY * 60_000));

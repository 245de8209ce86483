/**
 * A second, slow answer to every question of `domain/due-time`: it walks minute by minute and asks of each minute
 * whether somebody is there. It shares no code with the product, so that they cannot be wrong together.
 */

import type { Calendar, Slot } from '../../domain/calendar';
import type { Length, Prompt } from '../../domain/due-time';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** The oracle's answer, to be compared with the product's. */
export type OracleAnswer = { dueAt: number; promptsAt: number[]; lastDayOpensAt: number };

/** The slow answer for one length and its prompts. */
export function oracle(given: Calendar, from: number, length: Length, prompts: Prompt[]): OracleAnswer {
  // A channel's hours are the usual ones of its days; what an exception says of its day still counts.
  const calendar = { ...given, hours: ('hours' in length && length.hours) || given.hours };
  const start = from - (from % 1000);
  const { dueAt, dueDay } = end(calendar, start, length);
  const opening = opensAt(calendar, dueDay) ?? dueDay + (calendar.hours[0]?.opens ?? 0) * MINUTE;
  const lastDayOpensAt = Math.min(Math.max(opening, from), dueAt);
  const promptsAt: number[] = [];
  for (const prompt of prompts) {
    let at: number | undefined;
    if (prompt === 'openingOfLastDay') at = lastDayOpensAt;
    else if (prompt === 'openingOfFirstWorkingDay') at = firstOpeningAfterDayOf(calendar, from);
    else if ('wallMinutesBefore' in prompt) at = dueAt - prompt.wallMinutesBefore * MINUTE;
    else at = walkBack(calendar, dueAt, prompt.businessMinutesBefore, from);
    if (at !== undefined && at > from && at < dueAt && !promptsAt.includes(at)) promptsAt.push(at);
  }
  return { dueAt, promptsAt: promptsAt.toSorted((a, b) => a - b), lastDayOpensAt };
}

let seen: { calendar: Calendar; day: number; slots: Slot[] } | undefined;

/** Whether somebody is there in the minute that begins at an instant. */
function isOpen(calendar: Calendar, minute: number): boolean {
  const local = minute + calendar.utcOffsetMinutes * MINUTE;
  const day = Math.floor(local / DAY);
  // Remembers the day last asked about: a walk asks 1440 times of each.
  if (seen?.calendar !== calendar || seen.day !== day) seen = { calendar, day, slots: slotsOf(calendar, day * DAY) };
  const ofDay = (local - day * DAY) / MINUTE;
  return seen.slots.some((slot) => slot.opens <= ofDay && ofDay < slot.closes);
}

function slotsOf(calendar: Calendar, localMidnight: number): Slot[] {
  const local = new Date(localMidnight);
  const special = calendar.exceptions[local.toISOString().slice(0, 10)];
  if (special) return special.working ? (special.slots ?? calendar.hours) : [];
  return calendar.restDays.includes(local.getUTCDay()) ? [] : calendar.hours;
}

function midnightBefore(calendar: Calendar, instant: number): number {
  const offset = calendar.utcOffsetMinutes * MINUTE;
  return Math.floor((instant + offset) / DAY) * DAY - offset;
}

function opensAt(calendar: Calendar, midnight: number): number | undefined {
  for (let m = midnight; m < midnight + DAY; m += MINUTE) if (isOpen(calendar, m)) return m;
  return undefined;
}

function closesAt(calendar: Calendar, midnight: number): number {
  let closes = Number.NaN;
  for (let m = midnight; m < midnight + DAY; m += MINUTE) if (isOpen(calendar, m)) closes = m + MINUTE;
  return closes;
}

function firstOpeningAfterDayOf(calendar: Calendar, instant: number): number {
  let minute = midnightBefore(calendar, instant) + DAY;
  while (!isOpen(calendar, minute)) minute += MINUTE;
  return minute;
}

function end(calendar: Calendar, from: number, length: Length): { dueAt: number; dueDay: number } {
  if (length.clock === 'wall') {
    const dueAt = from + ('minutes' in length ? length.minutes * MINUTE : length.seconds * 1000);
    return { dueAt, dueDay: midnightBefore(calendar, dueAt) };
  }
  if (length.clock === 'business') return walkOn(calendar, from, length.minutes);
  const dueDay = dueDayOf(calendar, midnightBefore(calendar, from), length);
  return { dueAt: closesAt(calendar, dueDay), dueDay };
}

function dueDayOf(calendar: Calendar, eventDay: number, length: Extract<Length, { clock: 'days' }>): number {
  const worked = (midnight: number): boolean => opensAt(calendar, midnight) !== undefined;
  if ('working' in length) {
    let day = eventDay;
    for (let left = length.working; left > 0;) {
      day += DAY;
      if (worked(day)) left -= 1;
    }
    return day;
  }
  if ('withinCalendar' in length) {
    let found: number | undefined;
    for (let i = 1; i <= length.withinCalendar; i += 1) if (worked(eventDay + i * DAY)) found = eventDay + i * DAY;
    if (found !== undefined) return found;
  }
  let day = eventDay + ('calendar' in length ? length.calendar : length.withinCalendar + 1) * DAY;
  while (!worked(day)) day += DAY;
  return day;
}

/** Spends business time from an instant on, minute by minute; the first minute may be half gone. */
function walkOn(calendar: Calendar, from: number, minutes: number): { dueAt: number; dueDay: number } {
  let left = minutes * MINUTE;
  for (let minute = from - (from % MINUTE); ; minute += MINUTE) {
    if (!isOpen(calendar, minute)) continue;
    const begin = Math.max(minute, from);
    const open = minute + MINUTE - begin;
    if (left <= open) return { dueAt: begin + left, dueDay: midnightBefore(calendar, minute) };
    left -= open;
  }
}

/** Gives business time back, minute by minute; nothing is asked of days before that of `notBefore`. */
function walkBack(calendar: Calendar, at: number, minutes: number, notBefore: number): number | undefined {
  let left = minutes * MINUTE;
  const first = midnightBefore(calendar, notBefore);
  for (let minute = at - (at % MINUTE); minute >= first; minute -= MINUTE) {
    if (!isOpen(calendar, minute)) continue;
    const open = Math.min(at, minute + MINUTE) - minute;
    if (open > 0 && left <= open) return minute + open - left;
    left -= open;
  }
  return undefined;
}

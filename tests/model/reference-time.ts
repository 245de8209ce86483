import { isWorkday } from 'chinese-workday';

/**
 * Due times, counted slowly: day by day, second by second, on somebody else's table of working days. Good for 2024 to 2026.
 */
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const EAST_OF_UTC = 8 * HOUR;

/** How long somebody has: as the clock on the wall runs, in hours of service, or in days that are worked. */
export type Length =
  { seconds: number } | { minutes: number } | { serviceMinutes: number } | { workingDays: number } | 'week';

/** When it is over. What counts from an instant counts from its full second. */
export function after(from: number, length: Length): number {
  if (length === 'week') return week(from);
  if ('seconds' in length) return toSecond(from) + length.seconds * SECOND;
  if ('minutes' in length) return toSecond(from) + length.minutes * MINUTE;
  return 'workingDays' in length ? workingDays(from, length.workingDays) : serviceMinutes(from, length.serviceMinutes);
}

/** The day in Shanghai, as a count of days since 1970. */
export const dayOf = (instant: number): number => Math.floor((instant + EAST_OF_UTC) / DAY);
const onDay = (day: number, hour: number): number => day * DAY + hour * HOUR - EAST_OF_UTC;
export const toSecond = (at: number): number => Math.floor(at / SECOND) * SECOND;

const known = new Map<number, boolean>();
function worked(day: number): boolean {
  const answer = known.get(day) ?? isWorkday(new Date(day * DAY).toISOString().slice(0, 10));
  known.set(day, answer);
  return answer;
}

/** Close of business of the Nth working day after the day of the event. */
function workingDays(from: number, days: number): number {
  let day = dayOf(from);
  for (let left = days; left > 0;) {
    day += 1;
    if (worked(day)) left -= 1;
  }
  return onDay(day, 18);
}

/** Close of business of the last working day of the seven after it; if they have none, of the first one after them. */
function week(from: number): number {
  const start = dayOf(from);
  for (let day = start + 7; day > start; day -= 1) if (worked(day)) return onDay(day, 18);
  let day = start + 8;
  while (!worked(day)) day += 1;
  return onDay(day, 18);
}

/** So many minutes of service hours later. Somebody stands at the door and counts, seconds where they matter. */
function serviceMinutes(from: number, minutes: number): number {
  let at = toSecond(from);
  for (let left = minutes * 60; left > 0;) {
    if (!open(at)) {
      at = Math.floor(at / MINUTE) * MINUTE + MINUTE;
    } else {
      const step = at % MINUTE === 0 && left >= 60 ? MINUTE : SECOND;
      at += step;
      left -= step / SECOND;
    }
  }
  return at;
}

function open(at: number): boolean {
  const hour = (at - onDay(dayOf(at), 0)) / HOUR;
  return worked(dayOf(at)) && ((hour >= 9 && hour < 12) || (hour >= 13.5 && hour < 18));
}

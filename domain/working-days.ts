import { addDays, dayOf, nextDate } from './calendar';
import type { Calendar, CalendarDay, ExceptionScope, LocalDate, Slot } from './calendar';
import { dateOf, DAY_MS, midnightUtc, weekdayOf } from './local-date';

/** Neighbouring days that were passed over for one reason; without a name they are ordinary rest days (周末). */
export type SkippedDays = { first: LocalDate; last: LocalDate; name?: string; scope?: ExceptionScope };

/** A day that would be a rest day by its weekday, yet counted: a make-up day (调休上班), or one of the house's own. */
export type MadeUpDay = { date: LocalDate; name: string; scope: ExceptionScope };

/** Everything met while counting days: what was passed over, what was counted though it is no weekday, what is unsure. */
export type Journey = {
  skipped: SkippedDays[];
  madeUp: MadeUpDay[];
  /** Years without a published table, and years before the first one, whose dates decided something. */
  unpublishedYears: number[];
  unrecordedYears: number[];
};

/** A journey on which nothing has been met yet. */
export function newJourney(): Journey {
  return { skipped: [], madeUp: [], unpublishedYears: [], unrecordedYears: [] };
}

/** A working day that was found: its date, its hours, and the instant (ms, UTC) at which it begins. */
export type WorkingDay = { date: LocalDate; startsAt: number; slots: Slot[]; name?: string };

const MINUTE_MS = 60_000;
/** Beyond this many days in a row without work a calendar is broken, and a count would never end. */
const LONGEST_REST_DAYS = 400;

/** The Nth working day after a date, the date itself not counted (HA-1). Throws when the calendar has none in 400 days. */
export function nthWorkingDayAfter(calendar: Calendar, date: LocalDate, n: number, journey: Journey): WorkingDay {
  let found = firstWorkingDay(calendar, nextDate(date), journey);
  for (let counted = 1; counted < n; counted += 1) found = firstWorkingDay(calendar, nextDate(found.date), journey);
  return found;
}

/** The first working day from a date on, that date included. Throws when the calendar has none in 400 days. */
export function firstWorkingDay(calendar: Calendar, date: LocalDate, journey: Journey): WorkingDay {
  const found = search(calendar, midnightUtc(date), DAY_MS, LONGEST_REST_DAYS, journey);
  if (!found) throw noWorkingDay(calendar, date);
  return found;
}

/**
 * The last working day in the N days after a date; when they hold none, the first one after them (HA-11). Throws when
 * the calendar has none in 400 days.
 */
export function lastWorkingDayWithin(calendar: Calendar, date: LocalDate, n: number, journey: Journey): WorkingDay {
  const end = addDays(date, n);
  const found = search(calendar, midnightUtc(end), -DAY_MS, Math.min(n, LONGEST_REST_DAYS), journey);
  if (!found && n > LONGEST_REST_DAYS) throw noWorkingDay(calendar, end);
  return found ?? firstWorkingDay(calendar, nextDate(end), journey);
}

/**
 * Looks at day after day, in either direction, for one that is worked. Counts on UTC midnights, not on dates: reading
 * a date back from text for every step would take most of the time of a deadline.
 */
function search(calendar: Calendar, first: number, step: number, most: number, journey: Journey) {
  let before = dateOf(first - step);
  for (let midnight = first; midnight !== first + most * step; midnight += step) {
    const date = dateOf(midnight);
    const weekday = weekdayOf(midnight);
    const day = dayOf(calendar, date, weekday);
    if (day.provisional) noteProvisional(calendar, date, journey);
    if (day.working) {
      if (calendar.restDays.includes(weekday)) noteMadeUp(date, day, journey);
      const startsAt = midnight - calendar.utcOffsetMinutes * MINUTE_MS;
      return { date, startsAt, slots: day.slots, name: day.name } satisfies WorkingDay;
    }
    noteSkipped(date, before, day, journey);
    before = date;
  }
  return undefined;
}

/** Days come one after another in either direction, `before` being the one looked at before. */
function noteSkipped(date: LocalDate, before: LocalDate, { name, scope }: CalendarDay, { skipped }: Journey): void {
  const onward = date > before;
  const run = onward ? skipped.at(-1) : skipped[0];
  const joins = run?.name === name && run?.scope === scope && before === (onward ? run?.last : run?.first);
  if (run && joins) run[onward ? 'last' : 'first'] = date;
  else {
    const fresh = { first: date, last: date, ...(name === undefined ? {} : { name, scope }) };
    if (onward) skipped.push(fresh);
    else skipped.unshift(fresh);
  }
}

function noteMadeUp(date: LocalDate, { name, scope }: CalendarDay, { madeUp }: Journey): void {
  if (name !== undefined && scope !== undefined) madeUp.push({ date, name, scope });
}

/** Notes the year whose table is missing for a provisional date. */
export function noteProvisional(calendar: Calendar, date: LocalDate, journey: Journey): void {
  const year = Number(date.slice(0, 4));
  if (date < calendar.officialFrom) return addOnce(journey.unrecordedYears, year);
  // The last days of a published year wait for the notice of the year after, so it is that year which is missing.
  const firstMissing = Number(addDays(calendar.provisionalFrom, 31).slice(0, 4));
  addOnce(journey.unpublishedYears, Math.max(year, firstMissing));
}

function noWorkingDay(calendar: Calendar, near: LocalDate): Error {
  return new Error(
    `Calendar ${calendar.edition} has no working day within ${LONGEST_REST_DAYS} days of ${near}; it needs at least one.`,
  );
}

function addOnce(years: number[], year: number): void {
  if (!years.includes(year)) years.push(year);
}

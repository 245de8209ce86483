import { addDays, dayOf, nextDate, previousDate, weekday } from './calendar';
import type { Calendar, CalendarDay, ExceptionScope, LocalDate } from './calendar';

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

/** Beyond this many days in a row without work a calendar is broken, and a count would never end. */
const LONGEST_REST_DAYS = 400;

/** The Nth working day after a date, the date itself not counted (HA-1). Throws when the calendar has none in 400 days. */
export function nthWorkingDayAfter(calendar: Calendar, date: LocalDate, n: number, journey: Journey): LocalDate {
  let day = date;
  for (let counted = 0; counted < n; counted += 1) day = firstWorkingDay(calendar, nextDate(day), journey);
  return day;
}

/** The first working day from a date on, that date included. Throws when the calendar has none in 400 days. */
export function firstWorkingDay(calendar: Calendar, date: LocalDate, journey: Journey): LocalDate {
  let day = date;
  for (let rest = 0; rest <= LONGEST_REST_DAYS; rest += 1, day = nextDate(day)) {
    if (counts(calendar, day, journey)) return day;
  }
  throw noWorkingDay(calendar, date);
}

/**
 * The last working day in the N days after a date; when they hold none, the first one after them (HA-11). Throws when
 * the calendar has none in 400 days.
 */
export function lastWorkingDayWithin(calendar: Calendar, date: LocalDate, n: number, journey: Journey): LocalDate {
  const end = addDays(date, n);
  const farthest = addDays(end, -LONGEST_REST_DAYS);
  for (let day = end; day > date; day = previousDate(day)) {
    if (counts(calendar, day, journey)) return day;
    if (day <= farthest) throw noWorkingDay(calendar, day);
  }
  return firstWorkingDay(calendar, nextDate(end), journey);
}

/** What the calendar says of a date, with a note in the journey when no official table stands behind it. */
export function lookAt(calendar: Calendar, date: LocalDate, journey: Journey): CalendarDay {
  const day = dayOf(calendar, date);
  if (day.provisional) noteProvisional(calendar, date, journey);
  return day;
}

/** Notes a day that was passed over. Days may come in either order; neighbours of one reason become one entry. */
export function noteSkipped(date: LocalDate, day: CalendarDay, { skipped }: Journey): void {
  const why = day.name === undefined ? {} : { name: day.name, scope: day.scope };
  const [first, last] = [skipped[0], skipped.at(-1)];
  if (last && last.name === day.name && nextDate(last.last) === date) last.last = date;
  else if (first && first.name === day.name && previousDate(first.first) === date) first.first = date;
  else if (first && date < first.first) skipped.unshift({ first: date, last: date, ...why });
  else skipped.push({ first: date, last: date, ...why });
}

/** Notes a day that counted, if its weekday alone would not have let it. */
export function noteCounted(calendar: Calendar, date: LocalDate, day: CalendarDay, journey: Journey): void {
  if (day.name === undefined || day.scope === undefined || !calendar.restDays.includes(weekday(date))) return;
  journey.madeUp.push({ date, name: day.name, scope: day.scope });
}

/** The complaint about a calendar in which no day is worked. */
export function noWorkingDay(calendar: Calendar, near: LocalDate): Error {
  return new Error(
    `Calendar ${calendar.edition} has no working day within ${LONGEST_REST_DAYS} days of ${near}; it needs at least one.`,
  );
}

function counts(calendar: Calendar, date: LocalDate, journey: Journey): boolean {
  const day = lookAt(calendar, date, journey);
  if (day.working) noteCounted(calendar, date, day, journey);
  else noteSkipped(date, day, journey);
  return day.working;
}

function noteProvisional(calendar: Calendar, date: LocalDate, journey: Journey): void {
  const year = Number(date.slice(0, 4));
  if (date < calendar.officialFrom) return addOnce(journey.unrecordedYears, year);
  // The last days of a published year wait for the notice of the year after, so it is that year which is missing.
  const firstMissing = Number(addDays(calendar.provisionalFrom, 31).slice(0, 4));
  addOnce(journey.unpublishedYears, Math.max(year, firstMissing));
}

function addOnce(years: number[], year: number): void {
  if (!years.includes(year)) years.push(year);
}

import type { Calendar, ExceptionScope, LocalDate, Slot } from './calendar';

/**
 * How long somebody has, and on which of the three clocks.
 *
 * - `wall`: minutes as they pass.
 * - `business`: minutes inside the business hours of working days; outside them the clock stands still.
 * - `days`: the day of the event does not count, the period ends at close of business of its last day:
 *   - `working`: the Nth working day (HA-1, CO-1);
 *   - `calendar`: the Nth day, or the first working day after it when it is a rest day;
 *   - `withinCalendar`: the last working day within N days, or the first after them when they hold none (HA-11).
 *
 * All numbers are whole and at least 1.
 */
export type Length =
  | { clock: 'wall'; minutes: number }
  | { clock: 'business'; minutes: number }
  | { clock: 'days'; working: number }
  | { clock: 'days'; calendar: number }
  | { clock: 'days'; withinCalendar: number };

/**
 * When to remind the owner before the due instant. `openingOfFirstWorkingDay` is that of the first working day after
 * the day of the event (CO-1); `openingOfLastDay` that of the day on which the period ends.
 */
export type Prompt =
  'openingOfFirstWorkingDay' | 'openingOfLastDay' | { businessMinutesBefore: number } | { wallMinutesBefore: number };

/** Neighbouring days that were passed over for one reason; without a name they are ordinary rest days (周末). */
export type SkippedDays = { first: LocalDate; last: LocalDate; name?: string; scope?: ExceptionScope };

/** A day that would be a rest day by its weekday, yet counted (调休上班, or the company's or team's own). */
export type MadeUpDay = { date: LocalDate; name: string; scope: ExceptionScope };

/** How a business length ran: when its first minute counted, and how often the clock stood still between two slots. */
export type BusinessRun = { hours: Slot[]; startsAt: number; breaks: number; nights: number };

/** Why a due time is what it is: plain data, kept with the deadline and read out by `templates/due-sentence`. */
export type Explanation = {
  /** The event, as given (ms, UTC). */
  from: number;
  length: Length;
  dueAt: number;
  /** The day that the due instant belongs to: 24:00 belongs to the day it ends. */
  dueDate: LocalDate;
  /** For `calendar` and `withinCalendar`: the Nth day itself, before any move to a working day. */
  lastDay?: LocalDate;
  skipped: SkippedDays[];
  madeUp: MadeUpDay[];
  /** For business lengths only. */
  business?: BusinessRun;
  /** The due day's own name and hours, where an exception gave it any (a half day). */
  dueDayName?: string;
  /** The calendar it was computed on. */
  edition: string;
  utcOffsetMinutes: number;
  /** True when a day that decided the due time stands on no official table; the two lists say of which years. */
  provisional: boolean;
  /** Years whose table was not published yet. The last days of a year wait for the next year's. */
  unpublishedYears: number[];
  /** Years before the calendar's first official table. */
  unrecordedYears: number[];
};

/** A due time: an act at `dueAt` is in time, anything after is late. All instants in ms, UTC. */
export type DueTime = {
  dueAt: number;
  /** Sorted, unique, strictly between `from` and `dueAt`. */
  promptsAt: number[];
  /** When the last day opened for business: who held the case then owns a breach (HA-1). Within [from, dueAt]. */
  lastDayOpensAt: number;
  explanation: Explanation;
};

/**
 * The due time of a length that starts with an event at `from` (ms, UTC). Throws an `Error` saying what was given and
 * what is allowed when a number makes no sense, or when the calendar has no working day in 400 days.
 */
export function dueTime(calendar: Calendar, from: number, length: Length, prompts: Prompt[]): DueTime {
  throw new Error(`Not built yet: ${calendar.edition}, ${from}, ${length.clock}, ${prompts.length} prompts.`);
}

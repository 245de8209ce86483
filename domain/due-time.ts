import { afterBusinessMinutes, beforeBusinessMinutes } from './business-minutes';
import type { BusinessRun } from './business-minutes';
import { addDays, dayOf, instantOf, localDate } from './calendar';
import type { Calendar, LocalDate } from './calendar';
import { inEnglish } from './faults';
import { lengthErrors, promptErrors } from './length';
import type { Length, Prompt } from './length';
import { firstWorkingDay, lastWorkingDayWithin, newJourney, nthWorkingDayAfter } from './working-days';
import type { Journey, MadeUpDay, SkippedDays, WorkingDay } from './working-days';

export type { BusinessRun, OwnHours } from './business-minutes';
export type { Length, Prompt } from './length';
export type { MadeUpDay, SkippedDays } from './working-days';

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
/** Seconds taken for milliseconds fall in 1970, microseconds far beyond 2200: both are caught here. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

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
  /** Where a change of the calendar would have made it late at once: when that was, and what is held to instead. */
  grace?: { from: number; dueAt: number };
  /** It counts from its own last due time, or from the day on which the case was sent back. */
  after?: 'miss' | 'return';
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
export function dueTime(working: Calendar, from: number, length: Length, prompts: Prompt[]): DueTime {
  refuseNonsense(from, length, prompts);
  const calendar = inHoursOf(length, working);
  const start = Math.floor(from / SECOND_MS) * SECOND_MS;
  const journey = newJourney();
  const end = endOf(calendar, start, length, journey);
  const lastDayOpensAt = Math.min(end.dueAt, Math.max(from, openingOf(calendar, end.dueDate)));
  const promptsAt = prompts
    .map((prompt) => promptAt(calendar, from, prompt, { dueAt: end.dueAt, lastDayOpensAt }))
    .filter((at) => at !== undefined && at > from && at < end.dueAt) as number[];
  return {
    dueAt: end.dueAt,
    promptsAt: [...new Set(promptsAt)].sort((a, b) => a - b),
    lastDayOpensAt,
    explanation: explain(calendar, from, length, end, journey),
  };
}

/** A length with hours of its own reminds and ends within them: they stand in for the ordinary ones, day for day. */
const inHoursOf = (length: Length, calendar: Calendar): Calendar =>
  length.clock === 'business' && length.hours ? { ...calendar, hours: length.hours } : calendar;

type End = { dueAt: number; dueDate: LocalDate; lastDay?: LocalDate; business?: BusinessRun };

function endOf(calendar: Calendar, from: number, length: Length, journey: Journey): End {
  const eventDate = localDate(calendar, from);
  if (length.clock === 'wall') {
    const dueAt = from + ('minutes' in length ? length.minutes * MINUTE_MS : length.seconds * SECOND_MS);
    return { dueAt, dueDate: localDate(calendar, dueAt) };
  }
  if (length.clock === 'business') {
    const { at, date, run } = afterBusinessMinutes(calendar, from, length.minutes, journey);
    return { dueAt: at, dueDate: date, business: run };
  }
  if ('working' in length) {
    return closeOf(nthWorkingDayAfter(calendar, eventDate, length.working, journey));
  }
  if ('calendar' in length) {
    const lastDay = addDays(eventDate, length.calendar);
    return { ...closeOf(firstWorkingDay(calendar, lastDay, journey)), lastDay };
  }
  const within = length.withinCalendar;
  const lastDay = addDays(eventDate, within);
  return { ...closeOf(lastWorkingDayWithin(calendar, eventDate, within, journey)), lastDay };
}

function closeOf({ date, startsAt, slots }: WorkingDay): End {
  return { dueAt: startsAt + (slots.at(-1)?.closes ?? 0) * MINUTE_MS, dueDate: date };
}

/** A rest day, on which only a wall clock can end, is given the opening of an ordinary day. */
function openingOf(calendar: Calendar, date: LocalDate): number {
  const slot = dayOf(calendar, date).slots[0] ?? calendar.hours[0];
  return instantOf(calendar, date, slot?.opens ?? 0);
}

function promptAt(
  calendar: Calendar,
  from: number,
  prompt: Prompt,
  { dueAt, lastDayOpensAt }: { dueAt: number; lastDayOpensAt: number },
): number | undefined {
  if (prompt === 'openingOfLastDay') return lastDayOpensAt;
  if (prompt === 'openingOfFirstWorkingDay') {
    return openingOf(calendar, nthWorkingDayAfter(calendar, localDate(calendar, from), 1, newJourney()).date);
  }
  if ('wallMinutesBefore' in prompt) return dueAt - prompt.wallMinutesBefore * MINUTE_MS;
  return beforeBusinessMinutes(calendar, dueAt, prompt.businessMinutesBefore, from);
}

function explain(calendar: Calendar, from: number, length: Length, end: End, journey: Journey): Explanation {
  const dueDay = dayOf(calendar, end.dueDate);
  return {
    from,
    length,
    ...end,
    ...(dueDay.working && dueDay.name !== undefined ? { dueDayName: dueDay.name } : {}),
    skipped: journey.skipped,
    madeUp: journey.madeUp,
    edition: calendar.edition,
    utcOffsetMinutes: calendar.utcOffsetMinutes,
    provisional: journey.unpublishedYears.length + journey.unrecordedYears.length > 0,
    unpublishedYears: journey.unpublishedYears.sort((a, b) => a - b),
    unrecordedYears: journey.unrecordedYears.sort((a, b) => a - b),
  };
}

function refuseNonsense(from: number, length: Length, prompts: Prompt[]): void {
  if (!Number.isSafeInteger(from) || from < EARLIEST || from >= LATEST) {
    throw new Error(
      `${from} is not an instant to count from: give whole ms since the epoch, in the years 2000 to 2199.`,
    );
  }
  const errors = [...lengthErrors(length), ...prompts.flatMap(promptErrors)];
  if (errors.length > 0) throw new Error(inEnglish(errors));
}

import { dayOf, instantOf, localDate, nextDate, previousDate } from './calendar';
import type { Calendar, LocalDate, Slot } from './calendar';
import { firstWorkingDay, noteProvisional } from './working-days';
import type { Journey, WorkingDay } from './working-days';

/** A day that was open for other hours than usual, and why: half a day before a feast, a duty on a Sunday. */
export type OwnHours = { date: LocalDate; name: string; slots: Slot[] };

/**
 * How a business length ran: the usual hours, when its first minute counted, how often the clock stood still between
 * two slots of a day and over night, and the days used that had hours of their own.
 */
export type BusinessRun = { hours: Slot[]; startsAt: number; breaks: number; nights: number; ownHours: OwnHours[] };

/** Where a business length ended: the instant (ms, UTC) and the day whose business hours it fell in. */
export type BusinessEnd = { at: number; date: LocalDate; run: BusinessRun };

const MINUTE_MS = 60_000;

/**
 * The instant at which so many business minutes after `from` (ms, UTC) are used up. An amount used up exactly at the
 * end of a slot ends there, not at the next opening. Throws when the calendar has no working day in 400 days.
 */
export function afterBusinessMinutes(calendar: Calendar, from: number, minutes: number, journey: Journey): BusinessEnd {
  const run: BusinessRun = { hours: calendar.hours, startsAt: Number.NaN, breaks: 0, nights: 0, ownHours: [] };
  let left = minutes * MINUTE_MS;
  let day = firstDayWithHours(calendar, from, journey);
  for (; ; day = firstWorkingDay(calendar, nextDate(day.date), journey)) {
    if (day.name !== undefined && day.slots !== calendar.hours) {
      run.ownHours.push({ date: day.date, name: day.name, slots: day.slots });
    }
    for (const { opens, closes } of openAfter(day, from)) {
      if (Number.isNaN(run.startsAt)) run.startsAt = opens;
      if (left <= closes - opens) return { at: opens + left, date: day.date, run };
      left -= closes - opens;
      run.breaks += 1;
    }
    // The pause after a day's last slot is the night, not a break.
    run.breaks -= 1;
    run.nights += 1;
  }
}

/**
 * The instant from which so many business minutes are left until `at`, or undefined when it lies on a day before that
 * of `notBefore` (all ms, UTC). An amount that fills a slot exactly begins at its opening, when somebody is there to be
 * told, not at the close before it.
 */
export function beforeBusinessMinutes(
  calendar: Calendar,
  at: number,
  minutes: number,
  notBefore: number,
): number | undefined {
  let left = minutes * MINUTE_MS;
  const firstDate = localDate(calendar, notBefore);
  for (let date = localDate(calendar, at); date >= firstDate; date = previousDate(date)) {
    const slots = dayOf(calendar, date).slots;
    for (const slot of [...slots].reverse()) {
      const opens = instantOf(calendar, date, slot.opens);
      const open = Math.min(at, instantOf(calendar, date, slot.closes)) - opens;
      if (open <= 0) continue;
      if (left <= open) return opens + open - left;
      left -= open;
    }
  }
  return undefined;
}

/** The day of the event if some of its business hours are still to come, else the next working day. */
function firstDayWithHours(calendar: Calendar, from: number, journey: Journey): WorkingDay {
  const date = localDate(calendar, from);
  const { working, slots, provisional } = dayOf(calendar, date);
  const closes = instantOf(calendar, date, slots.at(-1)?.closes ?? 0);
  // A working day that is over is neither skipped nor counted, yet where it is provisional it might have been a day off.
  if (working && provisional) noteProvisional(calendar, date, journey);
  return firstWorkingDay(calendar, working && closes <= from ? nextDate(date) : date, journey);
}

/** A day's business hours as instants, without what had passed by `from`. */
function openAfter({ startsAt, slots }: WorkingDay, from: number): Slot[] {
  return slots
    .map(({ opens, closes }) => ({
      opens: Math.max(from, startsAt + opens * MINUTE_MS),
      closes: startsAt + closes * MINUTE_MS,
    }))
    .filter(({ opens, closes }) => opens < closes);
}

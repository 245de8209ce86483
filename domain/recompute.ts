import { instantOf, localDate, nextDate } from './calendar';
import type { Calendar } from './calendar';
import { openDuties } from './clock';
import type { ComplaintFile, DueInstants, Duty } from './complaint-file';
import type { DueTime, Explanation } from './due-time';
import { firstWorkingDay, newJourney } from './working-days';
import type { WorkingDay } from './working-days';

const MINUTE_MS = 60_000;

/** An open due time as another calendar gives it, which is not what it was. Instants in ms, UTC. */
export type Recomputed = {
  duty: Duty;
  was: number;
  instants: DueInstants;
  explanation: Explanation;
  /** How it was explained until now, where that is known. */
  before?: Explanation;
};

/**
 * The open due times that a calendar changes, counted anew from where they were counted: in their instants, or in that they
 * are no longer provisional (or are so now). `reckoned`: how each was explained so far; `timeOf`: its time by that calendar.
 *
 * A missed one stays missed, and minutes that pass on the wall know no calendar. Reminders that lie ahead are set anew; what
 * has passed is not said again.
 */
export function recomputed(
  file: ComplaintFile,
  at: number,
  calendar: Calendar,
  reckoned: Record<string, Explanation>,
  timeOf: (duty: Duty) => DueTime,
): Recomputed[] {
  return openDuties(file).flatMap((duty): Recomputed[] => {
    if (duty.missed || duty.dueAt === undefined) return [];
    const time = inGoodTime(timeOf(duty), duty.dueAt, at, calendar);
    if (!time || time.explanation.length.clock === 'wall') return [];
    const { explanation, promptsAt, ...rest } = time;
    const instants = { ...rest, promptsAt: promptsAt.filter((prompt) => prompt > at) };
    const before = reckoned[duty.id];
    const stays = isSame(duty, instants) && explanation.provisional === (before ?? explanation).provisional;
    return stays ? [] : [{ duty, was: duty.dueAt, instants, explanation, before }];
  });
}

/**
 * Nobody becomes late by decree: what moves forward does not come before close of business of the day of the change, or of
 * the next working day where that is over; nor does it come later than it would have. Undefined: it stays as it is.
 */
function inGoodTime(time: DueTime, was: number, at: number, calendar: Calendar): DueTime | undefined {
  if (time.dueAt >= was) return time;
  const { startsAt, slots } = nextToClose(calendar, at);
  const closes = startsAt + (slots.at(-1)?.closes ?? 0) * MINUTE_MS;
  if (time.dueAt >= closes) return time;
  if (closes >= was) return undefined;
  const opens = startsAt + (slots[0]?.opens ?? 0) * MINUTE_MS;
  return {
    dueAt: closes,
    promptsAt: [opens],
    lastDayOpensAt: Math.max(at, opens),
    explanation: { ...time.explanation, grace: { from: at, dueAt: closes } },
  };
}

/** The working day that is still open at an instant, or the next one. */
function nextToClose(calendar: Calendar, at: number): WorkingDay {
  const today = localDate(calendar, at);
  const day = firstWorkingDay(calendar, today, newJourney());
  const closes = instantOf(calendar, day.date, day.slots.at(-1)?.closes ?? 0);
  return closes > at ? day : firstWorkingDay(calendar, nextDate(day.date), newJourney());
}

const isSame = (duty: Duty, { dueAt, promptsAt, lastDayOpensAt }: DueInstants): boolean =>
  duty.dueAt === dueAt && duty.lastDayOpensAt === lastDayOpensAt && (duty.promptsAt ?? []).join() === promptsAt.join();

import { localDate } from '../calendar';
import type { LocalDate } from '../calendar';
import type { Length } from '../due-time';
import { DAY_MS, midnightUtc } from '../local-date';

/** Dates are those of the company's zone. */
const SHANGHAI = { utcOffsetMinutes: 480 };
/** Two years: what takes longer is no improvement but a project. */
export const MOST_DAYS_AHEAD = 731;

/** The date at an instant (ms, UTC). */
export const dateAt = (at: number): LocalDate => localDate(SHANGHAI, at);

/** How many days a date lies ahead of an instant's own date; 0 or less: it does not. */
export const daysAhead = (at: number, date: LocalDate): number =>
  (midnightUtc(date) - midnightUtc(dateAt(at))) / DAY_MS;

/** Whether something may be due on a date: after today, within two years. */
export function mayBeDue(at: number, date: LocalDate): boolean {
  const days = daysAhead(at, date);
  return days >= 1 && days <= MOST_DAYS_AHEAD;
}

/** Until close of business of a date; where that is a rest day, of the first working day after it. */
export const untilDate = (at: number, date: LocalDate): Length => ({ clock: 'days', calendar: daysAhead(at, date) });

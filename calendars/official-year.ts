import { addDays } from '../domain/calendar';
import type { DayException, LocalDate } from '../domain/calendar';

/** One holiday of a notice: its days off from first to last, and the days worked to make up for them (调休上班). */
export type OfficialHoliday = { name: string; off: [first: LocalDate, last: LocalDate]; makeUp: LocalDate[] };

/** The State Council's table for one year: the notice's title and address, and its holidays in the notice's order. */
export type OfficialYear = { year: number; paper: { title: string; url: string }; holidays: OfficialHoliday[] };

/** A table day by day, as a calendar keeps it. A date of the year before may be among them: late notices do that. */
export function officialDays({ holidays }: OfficialYear): Record<LocalDate, DayException> {
  const days: Record<LocalDate, DayException> = {};
  for (const { name, off, makeUp } of holidays) {
    for (let date = off[0]; date <= off[1]; date = addDays(date, 1))
      days[date] = { working: false, name, scope: 'state' };
    for (const date of makeUp) days[date] = { working: true, name, scope: 'state' };
  }
  return days;
}

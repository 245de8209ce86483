import { addDays, dayOf, previousDate, withExceptions } from './calendar';
import type { Calendar, CalendarLayer, LocalDate } from './calendar';
import { dateOf, DAY_MS, midnightUtc, weekdayOf } from './local-date';

/** Every calendar in force: the state's, and what company and teams lay over it. */
export type CalendarSet = { state: Calendar; company: CalendarLayer | null; teams: Record<string, CalendarLayer> };

/** An edition that is to take the place of the one in force: of the state's table, or of a layer. */
export type Replacement =
  { scope: 'state'; calendar: Calendar } | { scope: 'company' | 'team'; team: string; calendar: CalendarLayer };

/** Dates from first to last, both included. */
export type Span = { first: LocalDate; last: LocalDate };

const ALL_DATES: Span = { first: '1000-01-01', last: '9999-12-30' };

/** The calendar that a team works by. One without a layer of its own works by the company's. */
export function calendarFor({ state, company, teams }: CalendarSet, team: string): Calendar {
  const own = Object.hasOwn(teams, team) ? teams[team] : undefined;
  return withExceptions(state, ...[company, own].filter((layer) => layer !== null && layer !== undefined));
}

/** The calendars as they will be with another edition. Those given are left as they are. */
export function replaced(set: CalendarSet, by: Replacement): CalendarSet {
  if (by.scope === 'state') return { ...set, state: by.calendar };
  if (by.scope === 'company') return { ...set, company: by.calendar };
  return { ...set, teams: { ...set.teams, [by.team]: by.calendar } };
}

/** The dates of which two calendars may say something else, or null where they say the same of all. */
export function changedSpan(before: Calendar, after: Calendar): Span | null {
  const base = ({ hours, restDays, utcOffsetMinutes }: Calendar): string =>
    JSON.stringify([hours, restDays, utcOffsetMinutes]);
  if (base(before) !== base(after)) return ALL_DATES;
  const dates = Object.keys({ ...before.exceptions, ...after.exceptions }).filter(
    (date) => JSON.stringify(before.exceptions[date]) !== JSON.stringify(after.exceptions[date]),
  );
  for (const edge of ['officialFrom', 'provisionalFrom'] as const) {
    const [first = '', last = ''] = [before[edge], after[edge]].sort();
    if (first !== last) dates.push(first, previousDate(last));
  }
  dates.sort();
  const [first, last] = [dates[0], dates.at(-1)];
  return first !== undefined && last !== undefined ? { first, last } : null;
}

/**
 * The longest row of days without work that the layers of company and team make for a team, and where it begins. The state's
 * table alone makes none that matters.
 */
export function longestRest(set: CalendarSet, team: string): { days: number; first: LocalDate } {
  const layers = [set.company, Object.hasOwn(set.teams, team) ? set.teams[team] : null];
  const dates = layers.flatMap((layer) => Object.keys(layer?.exceptions ?? {})).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  let longest = { days: 0, first: first ?? '' };
  if (first === undefined || last === undefined) return longest;
  const calendar = calendarFor(set, team);
  let run = longest;
  // A holiday of the state's may lie before or behind them.
  const end = midnightUtc(addDays(last, REACH));
  for (let midnight = midnightUtc(addDays(first, -REACH)); midnight <= end; midnight += DAY_MS) {
    const date = dateOf(midnight);
    const { working } = dayOf(calendar, date, weekdayOf(midnight));
    run = working ? { days: 0, first: date } : { days: run.days + 1, first: run.days === 0 ? date : run.first };
    if (run.days > longest.days) longest = run;
  }
  return longest;
}

const REACH = 45;

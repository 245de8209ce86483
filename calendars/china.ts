import type { Calendar, DayException, LocalDate, Slot } from '../domain/calendar';
import { CHINA_2024 } from './china-2024';
import { CHINA_2025 } from './china-2025';
import { CHINA_2026 } from './china-2026';
import { officialDays } from './official-year';
import type { OfficialYear } from './official-year';
import { statutoryDays, STATUTORY_YEARS } from './statutory';

/** The official tables that come with the product, a year each, in order and without a gap. */
export const OFFICIAL_YEARS: OfficialYear[] = [CHINA_2024, CHINA_2025, CHINA_2026];

/** Business hours where a company has named none: 09:00–12:00 and 13:30–18:00. */
export const DEFAULT_HOURS: Slot[] = [
  { opens: 9 * 60, closes: 12 * 60 },
  { opens: 13 * 60 + 30, closes: 18 * 60 },
];

/** Deadlines do not reach further than this beyond the last table; a calendar row need not carry the whole century. */
const YEARS_AHEAD = 10;

/**
 * The statutory working calendar of mainland China (HA-1, HA-11, CO-1): Monday to Friday, the official tables given,
 * and the statutory days alone for the other years. Everything from the last seven days of the last published year on
 * is provisional: the next year's notice may still move those (that of 2023 gave 2022-12-31 off).
 *
 * A newly published table is taken in with `chinaCalendar([...OFFICIAL_YEARS, table])`. Throws when the tables are not
 * of consecutive years.
 */
export function chinaCalendar(tables: OfficialYear[] = OFFICIAL_YEARS): Calendar {
  const { first, last } = consecutive(tables);
  const exceptions: Record<LocalDate, DayException> = {};
  const end = Math.min(STATUTORY_YEARS.last, last + YEARS_AHEAD);
  for (let year = STATUTORY_YEARS.first; year <= end; year += 1) {
    if (year < first || year > last) Object.assign(exceptions, statutoryDays(year));
  }
  // In order of years: what a later notice says of the December before it counts.
  for (const table of tables) Object.assign(exceptions, officialDays(table));
  return {
    edition: `cn-${last}`,
    utcOffsetMinutes: 480,
    hours: DEFAULT_HOURS.map((slot) => ({ ...slot })),
    restDays: [0, 6],
    exceptions,
    officialFrom: `${first}-01-01`,
    provisionalFrom: `${last}-12-25`,
  };
}

function consecutive(tables: OfficialYear[]): { first: number; last: number } {
  const years = tables.map(({ year }) => year);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || years.some((year, i) => year !== first + i)) {
    throw new Error(`Official tables of ${years.join(', ') || 'no year'} were given; give consecutive years in order.`);
  }
  return { first, last };
}

import { addDays } from '../domain/calendar';
import type { DayException, LocalDate } from '../domain/calendar';

/**
 * The first day of the year, 端午 and 中秋 of the lunar calendar, as MM-DD.
 *
 * Worked out from the new moons over Beijing. Not from Intl: its moon is some minutes off, which puts 春节 2027 (new
 * moon at 23:56) and 2030 (at 00:07) on the wrong day.
 */
const LUNAR_DATES: Record<number, [springFestival: string, dragonBoat: string, midAutumn: string]> = {
  2020: ['01-25', '06-25', '10-01'],
  2021: ['02-12', '06-14', '09-21'],
  2022: ['02-01', '06-03', '09-10'],
  2023: ['01-22', '06-22', '09-29'],
  2024: ['02-10', '06-10', '09-17'],
  2025: ['01-29', '05-31', '10-06'],
  2026: ['02-17', '06-19', '09-25'],
  2027: ['02-06', '06-09', '09-15'],
  2028: ['01-26', '05-28', '10-03'],
  2029: ['02-13', '06-16', '09-22'],
  2030: ['02-03', '06-05', '09-12'],
  2031: ['01-23', '06-24', '10-01'],
  2032: ['02-11', '06-12', '09-19'],
  2033: ['01-31', '06-01', '09-08'],
  2034: ['02-19', '06-20', '09-27'],
  2035: ['02-08', '06-10', '09-16'],
  2036: ['01-28', '05-30', '10-04'],
  2037: ['02-15', '06-18', '09-24'],
  2038: ['02-04', '06-07', '09-13'],
  2039: ['01-24', '05-27', '10-02'],
  2040: ['02-12', '06-14', '09-20'],
  2041: ['02-01', '06-03', '09-10'],
  2042: ['01-22', '06-22', '09-28'],
  2043: ['02-10', '06-11', '09-17'],
  2044: ['01-30', '05-31', '10-05'],
  2045: ['02-17', '06-19', '09-25'],
  2046: ['02-06', '06-08', '09-15'],
  2047: ['01-26', '05-29', '10-04'],
  2048: ['02-14', '06-15', '09-22'],
  2049: ['02-02', '06-04', '09-11'],
  2050: ['01-23', '06-23', '09-30'],
};

/** The years for which the lunar dates are known here. */
export const STATUTORY_YEARS = { first: 2020, last: 2050 };

/**
 * The statutory days off of a year (全国年节及纪念日放假办法): 13 since 2025, 11 before. They stand in for a table that
 * is not published; the notice will add bridge days and make-up days to them, which nobody can know before. Throws for
 * a year outside STATUTORY_YEARS.
 */
export function statutoryDays(year: number): Record<LocalDate, DayException> {
  const lunar = LUNAR_DATES[year];
  if (!lunar) {
    const { first, last } = STATUTORY_YEARS;
    throw new Error(`The statutory days of ${year} are not known here; give a year from ${first} to ${last}.`);
  }
  const [springFestival, dragonBoat, midAutumn] = lunar.map((date) => `${year}-${date}`) as [string, string, string];
  // The 2024 amendment, in force from 2025, added 除夕 and the second day of 劳动节.
  const amended = year >= 2025;
  const days: Record<LocalDate, DayException> = {};
  add(days, '元旦', `${year}-01-01`, 1);
  add(days, '春节', amended ? addDays(springFestival, -1) : springFestival, amended ? 4 : 3);
  add(days, '清明节', `${year}-04-0${qingmingDay(year)}`, 1);
  add(days, '劳动节', `${year}-05-01`, amended ? 2 : 1);
  add(days, '端午节', dragonBoat, 1);
  add(days, '国庆节', `${year}-10-01`, 3);
  add(days, '中秋节', midAutumn, 1);
  return days;
}

/** Two feasts may share a day, as 国庆 and 中秋 did in 2020; it then bears both names. */
function add(days: Record<LocalDate, DayException>, name: string, first: LocalDate, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const date = addDays(first, i);
    const other = days[date]?.name;
    days[date] = { working: false, name: other ? `${other}、${name}` : name, scope: 'state' };
  }
}

/** The day of April on which the sun reaches 15°: the usual formula for solar terms of this century. */
function qingmingDay(year: number): number {
  const y = year % 100;
  return Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4);
}

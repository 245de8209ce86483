import { addDays, weekday } from '../domain/calendar';
import type { LocalDate } from '../domain/calendar';
import type { OfficialYear } from './official-year';
import { statutoryDays } from './statutory';

/** One thing that cannot be in a table: at which holiday, what stands there, what may stand there. */
export type YearFault = { holiday: number; field: 'from' | 'to' | 'makeUp'; given: LocalDate; zh: string; en: string };

/** From this day on a published year waits for the notice of the next one, which may still move it. */
const LAST_DAYS = '12-25';
/** No holiday was ever as long; a slip of the pen soon is. */
const LONGEST_HOLIDAY = 31;
const SATURDAY = 6;

/** Everything that is wrong with an official table by itself; empty when a calendar can be made of it. */
export function yearFaults({ year, holidays }: OfficialYear): YearFault[] {
  const seen = new Map<LocalDate, string>();
  return holidays.flatMap(({ name, off: [from, to], makeUp }, holiday): YearFault[] => {
    const fault = (field: YearFault['field'], given: LocalDate, zh: string, en: string): YearFault[] => [
      { holiday, field, given, zh, en },
    ];
    if (to < from) return fault('to', to, `不早于 ${from}`, `not before ${from}`);
    if (addDays(from, LONGEST_HOLIDAY) <= to) {
      return fault('to', to, `一次放假至多 ${LONGEST_HOLIDAY} 天`, `a holiday has at most ${LONGEST_HOLIDAY} days`);
    }
    const days = [
      ...datesOf(from, to).map((date) => ({ field: 'from' as const, date, as: `${name}放假` })),
      ...makeUp.map((date) => ({ field: 'makeUp' as const, date, as: `${name}调休上班` })),
    ];
    const outside = new Set<YearFault['field']>();
    return days.flatMap(({ field, date, as }) => {
      if (date < `${year - 1}-${LAST_DAYS}` || date > `${year}-12-31`) {
        // A holiday of another year is one mistake, and not one for each of its days.
        if (outside.has(field)) return [];
        outside.add(field);
        const [zh, en] = [
          `${year} 年内，或 ${year - 1} 年 12 月 25 日以后`,
          `within ${year}, or from ${year - 1}-${LAST_DAYS} on`,
        ];
        return fault(field, date, zh, en);
      }
      const before = seen.get(date);
      seen.set(date, as);
      if (before) return fault(field, date, `只出现一次；已列为${before}`, `only once; the table has it already`);
      if (field === 'from' || weekday(date) % SATURDAY === 0) return [];
      return fault(field, date, '周六或周日：其余日子本来就上班', 'a Saturday or Sunday: all others are worked anyway');
    });
  });
}

/** Statutory days off that a table does not name: allowed, but most likely forgotten. */
export function missingStatutoryDays({ year, holidays }: OfficialYear): { date: LocalDate; name: string }[] {
  const off = new Set(holidays.flatMap(({ off: [from, to] }) => datesOf(from, to)));
  return Object.entries(statutoryDays(year))
    .filter(([date]) => !off.has(date))
    .map(([date, { name }]) => ({ date, name }));
}

function datesOf(from: LocalDate, to: LocalDate): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

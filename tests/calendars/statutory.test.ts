import * as chineseWorkday from 'chinese-workday';
import { statutoryDays, STATUTORY_YEARS } from '../../calendars/statutory';
import { newMoonNear, sunLongitude } from './sky';

const DAY_MS = 86_400_000;
const BEIJING_MS = 8 * 3_600_000;
const years = Array.from({ length: STATUTORY_YEARS.last - STATUTORY_YEARS.first + 1 }, (_, i) => 2020 + i);
const intl = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
});

const noonOf = (date: string): number => Date.parse(`${date}T12:00+08:00`);
const dateIn = (beijingMs: number): string => new Date(beijingMs + BEIJING_MS).toISOString().slice(0, 10);

function named(year: number, name: string): string[] {
  const days = Object.entries(statutoryDays(year)).filter(([, day]) => day.name.includes(name));
  return days.map(([date]) => date).sort();
}

/** The lunar feasts of a year with the days since their new moon; before 2025 春节 began on 初一 itself. */
function lunarFeasts(year: number): { month: number; day: number; date: string }[] {
  const spring = named(year, '春节')[year >= 2025 ? 1 : 0] as string;
  const dragonBoat = named(year, '端午节')[0] as string;
  const midAutumn = named(year, '中秋节')[0] as string;
  return [
    { month: 1, day: 1, date: spring },
    { month: 5, day: 5, date: dragonBoat },
    { month: 8, day: 15, date: midAutumn },
  ];
}

describe('the statutory days', () => {
  it.each(years)('of %i fall where the new moon over Beijing puts them', (year) => {
    for (const { day, date } of lunarFeasts(year)) {
      const newMoon = newMoonNear(noonOf(date) - (day - 1) * DAY_MS);
      expect(dateIn(newMoon + (day - 1) * DAY_MS)).toBe(date);
    }
  });

  it.each(years)('of %i agree with Intl, unless the moon is new within ten minutes of midnight', (year) => {
    for (const { month, day, date } of lunarFeasts(year)) {
      const newMoon = newMoonNear(noonOf(date) - (day - 1) * DAY_MS) + BEIJING_MS;
      const sinceMidnight = newMoon % DAY_MS;
      const tooCloseToCall = Math.min(sinceMidnight, DAY_MS - sinceMidnight) < 10 * 60_000;
      const found = [-1, 0, 1].find((shift) => intl.format(noonOf(date) + shift * DAY_MS) === `${month}/${day}`);
      expect(tooCloseToCall ? [-1, 0, 1] : [0]).toContain(found);
    }
  });

  it('puts 春节 2027 and 2030 on the day of the almanac, where Intl is a day off', () => {
    expect(named(2027, '春节')).toEqual(['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08']);
    expect(named(2030, '春节')).toEqual(['2030-02-02', '2030-02-03', '2030-02-04', '2030-02-05']);
  });

  it.each(years)('of %i put 清明 on the day the sun reaches 15°', (year) => {
    const [date] = named(year, '清明节') as [string];
    const midnight = Date.parse(`${date}T00:00+08:00`);
    expect(sunLongitude(midnight)).toBeLessThan(15);
    expect(sunLongitude(midnight + DAY_MS)).toBeGreaterThanOrEqual(15);
  });

  it.each(years)('of %i are 13 since 2025 and 11 before, one less where two feasts share a day', (year) => {
    const days = Object.values(statutoryDays(year));
    const shared = days.filter((day) => day.name.includes('、')).length;
    expect(days.length + shared).toBe(year >= 2025 ? 13 : 11);
    expect(days.every((day) => !day.working && day.scope === 'state')).toBe(true);
  });

  it('gives a day shared by 国庆 and 中秋 both names', () => {
    expect(statutoryDays(2020)['2020-10-01']?.name).toBe('国庆节、中秋节');
  });

  it.each([2020, 2021, 2022, 2023, 2024, 2025, 2026])('of %i are all days off in the official table', (year) => {
    const worked = Object.keys(statutoryDays(year)).filter((date) => chineseWorkday.isWorkday(date));
    expect(worked).toEqual([]);
  });

  it('refuses a year whose lunar dates are not known here', () => {
    expect(() => statutoryDays(2051)).toThrow(
      'The statutory days of 2051 are not known here; give a year from 2020 to 2050.',
    );
  });
});

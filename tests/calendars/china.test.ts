import * as chineseWorkday from 'chinese-workday';
import { chinaCalendar, OFFICIAL_YEARS } from '../../calendars/china';
import { officialDays } from '../../calendars/official-year';
import type { OfficialYear } from '../../calendars/official-year';
import { addDays, dayOf, validateCalendar, weekday } from '../../domain/calendar';

const calendar = chinaCalendar();

function datesOf(year: number): string[] {
  const dates: string[] = [];
  for (let date = `${year}-01-01`; date.startsWith(String(year)); date = addDays(date, 1)) dates.push(date);
  return dates;
}

describe('the official tables', () => {
  it.each([2024, 2025, 2026])('agree with chinese-workday on every date of %i', (year) => {
    const ours = datesOf(year).filter((date) => dayOf(calendar, date).working);
    const theirs = datesOf(year).filter((date) => chineseWorkday.isWorkday(date));
    expect(ours).toEqual(theirs);
  });

  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('give %i its %i working days', (year, count) => {
    expect(datesOf(year).filter((date) => dayOf(calendar, date).working)).toHaveLength(count);
  });

  it.each(OFFICIAL_YEARS)('of $year move no day twice and let nobody work on a weekday to make up for one', (table) => {
    const days = officialDays(table);
    const listed = table.holidays.flatMap(({ off, makeUp }) => {
      const offCount = (Date.parse(off[1]) - Date.parse(off[0])) / 86_400_000 + 1;
      return offCount + makeUp.length;
    });
    expect(Object.keys(days)).toHaveLength(listed.reduce((a, b) => a + b));
    const makeUpWeekdays = table.holidays.flatMap(({ makeUp }) => makeUp.map(weekday));
    expect(makeUpWeekdays.filter((day) => day !== 0 && day !== 6)).toEqual([]);
  });

  it('name a holiday and the make-up day that belongs to it', () => {
    expect(dayOf(calendar, '2026-10-01')).toEqual({
      working: false,
      slots: [],
      name: '国庆节',
      scope: 'state',
      provisional: false,
    });
    expect(dayOf(calendar, '2026-10-10')).toMatchObject({ working: true, name: '国庆节', scope: 'state' });
    expect(dayOf(calendar, '2025-10-06')).toMatchObject({ working: false, name: '国庆节、中秋节' });
  });
});

describe('the Chinese calendar', () => {
  it('is valid, plain JSON, and says which tables made it', () => {
    expect(validateCalendar(calendar)).toEqual([]);
    expect(JSON.parse(JSON.stringify(calendar))).toEqual(calendar);
    expect(calendar).toMatchObject({ edition: 'cn-2026', utcOffsetMinutes: 480, restDays: [0, 6] });
  });

  it.each([
    ['2023-12-31', true],
    ['2024-01-01', false],
    ['2026-12-24', false],
    ['2026-12-25', true],
    ['2026-12-31', true],
    ['2027-01-01', true],
    ['2040-01-01', true],
  ])('holds %s for provisional: %s', (date, provisional) => {
    expect(dayOf(calendar, date).provisional).toBe(provisional);
  });

  it('keeps statutory days and nothing else in a year without a table', () => {
    expect(dayOf(calendar, '2027-02-08')).toMatchObject({ working: false, name: '春节' });
    expect(dayOf(calendar, '2027-02-09').working).toBe(true);
    const madeUp = datesOf(2027).filter((date) => dayOf(calendar, date).working && [0, 6].includes(weekday(date)));
    expect(madeUp).toEqual([]);
  });

  it('takes in the table of 2027, with what it says of December 2026', () => {
    const table: OfficialYear = {
      year: 2027,
      paper: { title: '样例', url: 'https://example.invalid' },
      holidays: [{ name: '元旦', off: ['2026-12-31', '2027-01-02'], makeUp: ['2026-12-27'] }],
    };
    const next = chinaCalendar([...OFFICIAL_YEARS, table]);
    expect(next).toMatchObject({ edition: 'cn-2027', officialFrom: '2024-01-01', provisionalFrom: '2027-12-25' });
    expect(dayOf(next, '2026-12-31')).toMatchObject({ working: false, name: '元旦', provisional: false });
    expect(dayOf(next, '2026-12-27')).toMatchObject({ working: true, name: '元旦', provisional: false });
  });

  it('refuses tables with a gap between the years', () => {
    const [first, , third] = OFFICIAL_YEARS;
    expect(() => chinaCalendar([first, third] as OfficialYear[])).toThrow(
      'Official tables of 2024, 2026 were given; give consecutive years in order.',
    );
    expect(() => chinaCalendar([])).toThrow('Official tables of no year were given');
  });

  it('hands out a calendar of its own each time', () => {
    chinaCalendar().hours.pop();
    expect(chinaCalendar().hours).toHaveLength(2);
  });
});

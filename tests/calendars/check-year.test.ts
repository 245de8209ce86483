import { missingStatutoryDays, yearFaults } from '../../calendars/check-year';
import { OFFICIAL_YEARS } from '../../calendars/china';
import type { OfficialYear } from '../../calendars/official-year';

const table = (...holidays: [name: string, from: string, to: string, makeUp?: string[]][]): OfficialYear => ({
  year: 2027,
  paper: { title: '通知', url: '' },
  holidays: holidays.map(([name, from, to, makeUp = []]) => ({ name, off: [from, to], makeUp })),
});

test.each(OFFICIAL_YEARS)('the official table of $year is in order', (year) => {
  expect(yearFaults(year)).toEqual([]);
  expect(missingStatutoryDays(year)).toEqual([]);
});

test('the last days of the year before may be among them, earlier ones not, nor those of the year after', () => {
  expect(yearFaults(table(['元旦', '2026-12-31', '2027-01-03', ['2026-12-27']]))).toEqual([]);
  expect(yearFaults(table(['元旦', '2026-12-24', '2026-12-25']))).toMatchObject([
    { holiday: 0, field: 'from', given: '2026-12-24', zh: '2027 年内，或 2026 年 12 月 25 日以后' },
  ]);
  expect(yearFaults(table(['国庆节', '2026-10-01', '2026-10-07', ['2026-09-20', '2026-10-10']]))).toMatchObject([
    { field: 'from', given: '2026-10-01' },
    { field: 'makeUp', given: '2026-09-20' },
  ]);
  expect(yearFaults(table(['元旦', '2027-12-31', '2028-01-01']))).toMatchObject([{ given: '2028-01-01' }]);
});

test.each<[string, OfficialYear, object]>([
  ['ends before it begins', table(['国庆节', '2027-10-07', '2027-10-01']), { field: 'to', zh: '不早于 2027-10-07' }],
  ['lasts for months', table(['国庆节', '2027-10-01', '2027-11-30']), { field: 'to', zh: '一次放假至多 31 天' }],
  [
    'is off twice',
    table(['中秋节', '2027-10-01', '2027-10-02'], ['国庆节', '2027-10-02', '2027-10-03']),
    { holiday: 1, given: '2027-10-02', zh: '只出现一次；已列为中秋节放假' },
  ],
  [
    'is off and worked',
    table(['国庆节', '2027-10-01', '2027-10-03', ['2027-10-03']]),
    { field: 'makeUp', zh: '只出现一次；已列为国庆节放假' },
  ],
  [
    'is made up for on a day that is worked anyway',
    table(['国庆节', '2027-10-01', '2027-10-03', ['2027-10-08']]),
    { field: 'makeUp', zh: '周六或周日：其余日子本来就上班' },
  ],
])('a day that %s is refused with what is allowed', (_, year, fault) => {
  expect(yearFaults(year)[0]).toMatchObject(fault);
});

test('statutory days that a table forgets are named', () => {
  expect(missingStatutoryDays(table(['国庆节', '2027-10-01', '2027-10-02']))).toEqual(
    expect.arrayContaining([
      { date: '2027-10-03', name: '国庆节' },
      { date: '2027-05-01', name: '劳动节' },
    ]),
  );
});

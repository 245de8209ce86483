import { dayRun, localDay, localTime, localTimeEn, minuteOfDay } from '../../templates/local-time';
import { at } from '../domain/due-time-cases';

describe('localTime', () => {
  const ms = at('2026-09-30 20:00');

  it.each([
    [{}, '2026-09-30（周三）20:00'],
    [{ weekday: false }, '2026-09-30 20:00'],
    [{ time: false }, '2026-09-30（周三）'],
    [{ weekday: false, time: false }, '2026-09-30'],
    [{ date: false, weekday: false }, '20:00'],
    [{ date: false, time: false }, '周三'],
    [{ utcOffsetMinutes: 0 }, '2026-09-30（周三）12:00'],
    [{ utcOffsetMinutes: 840 }, '2026-10-01（周四）02:00'],
  ])('with %j writes %s', (parts, text) => {
    expect(localTime(ms, parts)).toBe(text);
  });

  it('shows seconds only when there are any', () => {
    expect(localTime(at('2026-09-30 20:00:07') + 999)).toBe('2026-09-30（周三）20:00:07');
  });

  it('has an English twin', () => {
    expect(localTimeEn(ms)).toBe('Wed 2026-09-30 20:00');
  });
});

it.each([
  ['2026-10-10', '2026-10-10', '10月10日'],
  ['2026-10-01', '2026-10-07', '10月1日至7日'],
  ['2026-09-30', '2026-10-02', '9月30日至10月2日'],
  ['2026-12-31', '2027-01-02', '12月31日至2027年1月2日'],
  ['2027-01-01', '2027-01-03', '2027年1月1日至3日'],
])('the days from %s to %s are %s to a reader in 2026', (first, last, text) => {
  expect(dayRun(first, last, '2026')).toBe(text);
});

it('a date is written with its weekday, a minute of the day as on a clock', () => {
  expect(localDay('2026-11-22')).toBe('2026-11-22（周日）');
  expect([0, 540, 810, 1440].map(minuteOfDay)).toEqual(['00:00', '09:00', '13:30', '24:00']);
});

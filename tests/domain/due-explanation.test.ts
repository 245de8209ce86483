import { dueTime } from '../../domain/due-time';
import type { Explanation, Length } from '../../domain/due-time';
import { withExceptions } from '../../domain/calendar';
import { aCalendar, aCalendarWith, at } from './due-time-cases';

const explain = (from: string, length: Length, calendar = aCalendar()): Explanation =>
  dueTime(calendar, at(from), length, []).explanation;

describe('the explanation of a due time', () => {
  it('is plain JSON that names the event, the length, the calendar and the due instant', () => {
    const explanation = explain('2026-09-30 20:00', { clock: 'days', working: 1 });
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    expect(explanation).toEqual({
      from: at('2026-09-30 20:00'),
      length: { clock: 'days', working: 1 },
      dueAt: at('2026-10-08 18:00'),
      dueDate: '2026-10-08',
      skipped: [{ first: '2026-10-01', last: '2026-10-07', name: '国庆节', scope: 'state' }],
      madeUp: [],
      edition: 'cn-2026',
      utcOffsetMinutes: 480,
      provisional: false,
      unpublishedYears: [],
      unrecordedYears: [],
    });
  });

  it('keeps a weekend and the holiday next to it apart, and lists the make-up day that counted', () => {
    expect(explain('2026-02-13 10:00', { clock: 'days', working: 6 })).toMatchObject({
      skipped: [{ first: '2026-02-15', last: '2026-02-23', name: '春节', scope: 'state' }],
      madeUp: [{ date: '2026-02-14', name: '春节', scope: 'state' }, { date: '2026-02-28' }],
      dueDate: '2026-02-28',
    });
    expect(explain('2026-12-31 10:00', { clock: 'days', working: 1 }).skipped).toEqual([
      { first: '2027-01-01', last: '2027-01-01', name: '元旦', scope: 'state' },
      { first: '2027-01-02', last: '2027-01-03' },
    ]);
  });

  it('says nothing of a make-up day on which the event itself fell', () => {
    expect(explain('2026-10-10 10:00', { clock: 'days', working: 1 }).madeUp).toEqual([]);
    expect(explain('2026-10-10 19:00', { clock: 'business', minutes: 10 })).toMatchObject({
      madeUp: [],
      skipped: [{ first: '2026-10-11', last: '2026-10-11' }],
    });
  });

  it('HA-11 shows the seventh day and the days off before it, in order', () => {
    expect(explain('2026-09-29 10:00', { clock: 'days', withinCalendar: 7 })).toMatchObject({
      lastDay: '2026-10-06',
      dueDate: '2026-09-30',
      skipped: [{ first: '2026-10-01', last: '2026-10-06', name: '国庆节' }],
    });
    expect(explain('2026-12-28 10:00', { clock: 'days', withinCalendar: 6 }).skipped).toEqual([
      { first: '2027-01-01', last: '2027-01-01', name: '元旦', scope: 'state' },
      { first: '2027-01-02', last: '2027-01-03' },
    ]);
  });

  it('HA-11 joins the days off within and after a week without work', () => {
    expect(explain('2025-09-30 10:00', { clock: 'days', withinCalendar: 7 })).toMatchObject({
      lastDay: '2025-10-07',
      dueDate: '2025-10-09',
      skipped: [{ first: '2025-10-01', last: '2025-10-08', name: '国庆节、中秋节' }],
    });
  });

  it('IN-10 tells when the business clock started, how often it stood still, and which days had hours of their own', () => {
    const calendar = aCalendarWith('2026-11-20', { working: true, name: '年会', slots: [{ opens: 540, closes: 720 }] });
    expect(explain('2026-11-19 12:30', { clock: 'business', minutes: 270 + 180 + 200 }, calendar).business).toEqual({
      hours: aCalendar().hours,
      startsAt: at('2026-11-19 13:30'),
      breaks: 1,
      nights: 2,
      ownHours: [{ date: '2026-11-20', name: '年会', slots: [{ opens: 540, closes: 720 }] }],
    });
  });

  it('names the company and the team where a day is their doing', () => {
    const calendar = withExceptions(
      aCalendar(),
      { scope: 'company', edition: 'c', exceptions: { '2026-11-19': { working: false, name: '公司周年' } } },
      { scope: 'team', edition: 't', exceptions: { '2026-11-21': { working: true, name: '大促值守' } } },
    );
    expect(explain('2026-11-18 10:00', { clock: 'days', working: 2 }, calendar)).toMatchObject({
      edition: 'cn-2026+c+t',
      skipped: [{ name: '公司周年', scope: 'company' }],
      madeUp: [{ date: '2026-11-21', name: '大促值守', scope: 'team' }],
      dueDayName: '大促值守',
    });
  });
});

describe('a due time is provisional', () => {
  it.each([
    ['HA-1 over the turn of the year', '2026-12-30 20:00', { clock: 'days', working: 2 }, [2027], []],
    ['HA-1 on the first of the last seven days of 2026', '2026-12-24 10:00', { clock: 'days', working: 1 }, [2027], []],
    ['HA-11 into those days', '2026-12-20 10:00', { clock: 'days', withinCalendar: 7 }, [2027], []],
    ['on the business clock into 2027', '2026-12-31 17:59', { clock: 'business', minutes: 2 }, [2027], []],
    ['into 2028', '2027-12-30 10:00', { clock: 'days', working: 3 }, [2027, 2028], []],
    ['out of a year before the tables', '2023-12-29 10:00', { clock: 'days', working: 2 }, [], [2023]],
  ] as [string, string, Length, number[], number[]][])(
    '%s (%s)',
    (_, from, length, unpublishedYears, unrecordedYears) => {
      expect(explain(from, length)).toMatchObject({ provisional: true, unpublishedYears, unrecordedYears });
    },
  );

  it.each([
    ['a day before the last seven of 2026', '2026-12-23 10:00', { clock: 'days', working: 1 }],
    ['on the wall clock, to which all days are alike', '2026-12-31 10:00', { clock: 'wall', minutes: 2880 }],
    ['on the first day of the tables', '2023-12-31 10:00', { clock: 'days', working: 1 }],
  ] as [string, string, Length][])('but not %s', (_, from, length) => {
    expect(explain(from, length).provisional).toBe(false);
  });
});

import type { Calendar } from '../../domain/calendar';
import { dueTime } from '../../domain/due-time';
import type { Length, Prompt } from '../../domain/due-time';
import { aCalendar, aCalendarWith, at, due, prompts, reading } from './due-time-cases';

const ONE_WORKING_DAY: Length = { clock: 'days', working: 1 };
const WEEKLY: Length = { clock: 'days', withinCalendar: 7 };
const CALLBACK: Length = { clock: 'days', working: 2 };
const CALLBACK_PROMPT: Prompt[] = ['openingOfFirstWorkingDay'];
const business = (minutes: number): Length => ({ clock: 'business', minutes });
const wall = (minutes: number): Length => ({ clock: 'wall', minutes });

describe('HA-1 one working day ends at close of business of the next working day', () => {
  it.each([
    ['on a Wednesday afternoon', '2026-11-18 15:00', '2026-11-19 18:00'],
    ['at 18:00:00 exactly', '2026-11-18 18:00:00', '2026-11-19 18:00'],
    ['at 23:59:59', '2026-11-18 23:59:59', '2026-11-19 18:00'],
    ['a second later, at midnight', '2026-11-19 00:00:00', '2026-11-20 18:00'],
    ['on a Friday night', '2026-11-20 22:00', '2026-11-23 18:00'],
    ['on a Sunday', '2026-11-22 10:00', '2026-11-23 18:00'],
    ['on a Saturday, which is no day of the count either', '2026-11-21 10:00', '2026-11-23 18:00'],
    ['on a make-up Saturday', '2026-10-10 10:00', '2026-10-12 18:00'],
    ['on the Friday before a make-up Saturday', '2026-10-09 10:00', '2026-10-10 18:00'],
    ['on the eve of 国庆', '2026-09-30 20:00', '2026-10-08 18:00'],
    ['in the middle of 国庆', '2026-10-04 09:00', '2026-10-08 18:00'],
    ['on the last day off', '2026-10-07 23:59:59', '2026-10-08 18:00'],
    ['on the Friday before the make-up Saturday before 春节', '2026-02-13 16:00', '2026-02-14 18:00'],
    ['on that make-up Saturday, over 春节', '2026-02-14 16:00', '2026-02-24 18:00'],
    ['on the Friday before the make-up Saturday after 春节', '2026-02-27 16:00', '2026-02-28 18:00'],
    ['on the eve of 元旦, whose Sunday is made up', '2025-12-31 12:00', '2026-01-04 18:00'],
    ['on a leap day', '2024-02-29 12:00', '2024-03-01 18:00'],
  ])('received %s (%s): due %s', (_, from, expected) => {
    expect(due(from, ONE_WORKING_DAY)).toBe(expected);
  });

  it('ends at noon on a day that the company closes at noon', () => {
    const calendar = aCalendarWith('2026-11-19', { working: true, name: '年会', slots: [{ opens: 540, closes: 720 }] });
    expect(due('2026-11-18 15:00', ONE_WORKING_DAY, calendar)).toBe('2026-11-19 12:00');
  });

  it('passes over a day that the company takes off', () => {
    const calendar = aCalendarWith('2026-11-19', { working: false, name: '公司周年' });
    expect(due('2026-11-18 15:00', ONE_WORKING_DAY, calendar)).toBe('2026-11-20 18:00');
  });

  it('ends at 24:00 where a desk never closes, and the day it closes is still the due day', () => {
    const calendar: Calendar = { ...aCalendar(), hours: [{ opens: 0, closes: 1440 }], restDays: [] };
    const { dueAt, lastDayOpensAt, explanation } = dueTime(calendar, at('2026-11-20 15:00'), ONE_WORKING_DAY, []);
    expect([reading(dueAt), reading(lastDayOpensAt)]).toEqual(['2026-11-22 00:00', '2026-11-21 00:00']);
    expect(explanation.dueDate).toBe('2026-11-21');
  });

  it('names the opening of the last day, from which on the breach is that of who holds the case', () => {
    const { lastDayOpensAt, promptsAt } = dueTime(aCalendar(), at('2026-09-30 20:00'), ONE_WORKING_DAY, [
      'openingOfLastDay',
    ]);
    expect(reading(lastDayOpensAt)).toBe('2026-10-08 09:00');
    expect(promptsAt).toEqual([lastDayOpensAt]);
  });
});

describe('HA-11 the weekly follow-up ends at close of business of the last working day within seven days', () => {
  it.each([
    ['an ordinary week', '2026-11-18 10:00', '2026-11-25 18:00'],
    ['word given on a Saturday', '2026-11-21 10:00', '2026-11-27 18:00'],
    ['word given on a Sunday', '2026-11-22 10:00', '2026-11-27 18:00'],
    ['a week that ends inside 国庆', '2026-09-29 10:00', '2026-09-30 18:00'],
    ['a week that is all 国庆 2026', '2026-09-30 10:00', '2026-10-08 18:00'],
    ['a week that is all 国庆 2025, whose eighth day is off too', '2025-09-30 10:00', '2025-10-09 18:00'],
    ['the last seven of the eight days of 国庆 2025', '2025-10-01 10:00', '2025-10-09 18:00'],
    ['a week that ends on a make-up Saturday', '2026-10-03 10:00', '2026-10-10 18:00'],
    ['a week that ends on the Sunday after one', '2026-10-04 10:00', '2026-10-10 18:00'],
  ])('over %s (%s): due %s', (_, from, expected) => {
    expect(due(from, WEEKLY)).toBe(expected);
  });

  it.each([
    ['level 2', 3, '2026-10-10 18:00'],
    ['level 3', 2, '2026-10-09 18:00'],
  ])('%s, over 国庆: %i working days end %s', (_, working, expected) => {
    expect(due('2026-09-30 20:00', { clock: 'days', working })).toBe(expected);
  });
});

describe('CO-1 the callback is prompted at the opening of the first working day and due at close of the second', () => {
  it.each([
    ['on a Wednesday', '2026-11-18 16:00', '2026-11-19 09:00', '2026-11-20 18:00'],
    ['on a Friday', '2026-11-20 16:00', '2026-11-23 09:00', '2026-11-24 18:00'],
    ['on the Thursday before 中秋', '2026-09-24 16:00', '2026-09-28 09:00', '2026-09-29 18:00'],
    ['before a make-up Saturday', '2026-10-09 16:00', '2026-10-10 09:00', '2026-10-12 18:00'],
    ['at the end of a year', '2026-12-30 16:00', '2026-12-31 09:00', '2027-01-04 18:00'],
  ])('remedy done %s (%s): prompt %s, due %s', (_, from, prompt, expected) => {
    expect(prompts(from, CALLBACK, CALLBACK_PROMPT)).toEqual([prompt]);
    expect(due(from, CALLBACK)).toBe(expected);
  });

  it('urgent: due 24 hours later on the wall clock, holiday or not', () => {
    expect(due('2026-09-30 20:15:30', wall(24 * 60))).toBe('2026-10-01 20:15:30');
  });
});

describe('IN-10 on the business clock only minutes inside business hours count', () => {
  it.each([
    ['inside a slot', '2026-11-18 09:10', 30, '2026-11-18 09:40'],
    ['to the second', '2026-11-18 09:10:25', 30, '2026-11-18 09:40:25'],
    ['over lunch', '2026-11-18 11:45', 30, '2026-11-18 13:45'],
    ['used up exactly at lunch', '2026-11-18 11:30', 30, '2026-11-18 12:00'],
    ['used up exactly at close of business', '2026-11-18 17:30', 30, '2026-11-18 18:00'],
    ['from the minute lunch begins', '2026-11-18 12:00', 30, '2026-11-18 14:00'],
    ['a second before lunch', '2026-11-18 11:59:59', 30, '2026-11-18 13:59:59'],
    ['from the minute of closing', '2026-11-18 18:00', 30, '2026-11-19 09:30'],
    ['before opening', '2026-11-18 06:00', 30, '2026-11-18 09:30'],
    ['over night', '2026-11-18 17:50', 30, '2026-11-19 09:20'],
    ['over a weekend', '2026-11-20 17:50', 30, '2026-11-23 09:20'],
    ['on a Sunday', '2026-11-22 10:00', 30, '2026-11-23 09:30'],
    ['on a make-up Saturday', '2026-10-10 10:00', 30, '2026-10-10 10:30'],
    ['over 国庆', '2026-09-30 17:50', 30, '2026-10-08 09:20'],
    ['a whole day of 450 minutes from its opening', '2026-11-18 09:00', 450, '2026-11-18 18:00'],
    ['a minute more than that', '2026-11-18 09:00', 451, '2026-11-19 09:01'],
    ['eight hours of an important complaint', '2026-11-18 15:00', 480, '2026-11-19 15:30'],
  ])('%s: %s plus %i minutes is %s', (_, from, minutes, expected) => {
    expect(due(from, business(minutes))).toBe(expected);
  });

  it('keeps to the hours of a half day', () => {
    const calendar = aCalendarWith('2026-11-19', { working: true, name: '年会', slots: [{ opens: 540, closes: 720 }] });
    expect(due('2026-11-18 17:30', business(30 + 180 + 1), calendar)).toBe('2026-11-20 09:01');
  });

  it('urgent: ten minutes on the wall clock, also at night', () => {
    expect(due('2026-11-22 02:55:59', wall(10))).toBe('2026-11-22 03:05:59');
  });
});

describe('a number of calendar days ends at close of business of the last, or of the next working day', () => {
  it.each([
    ['a working day', '2026-11-18 10:00', 2, '2026-11-20 18:00'],
    ['a Saturday', '2026-11-18 10:00', 3, '2026-11-23 18:00'],
    ['a make-up Saturday', '2026-10-08 10:00', 2, '2026-10-10 18:00'],
    ['the first day of 国庆', '2026-09-24 10:00', 7, '2026-10-08 18:00'],
  ])('that is %s (%s, %i days): due %s', (_, from, days, expected) => {
    expect(due(from, { clock: 'days', calendar: days })).toBe(expected);
  });
});

describe('due times', () => {
  it('have second precision: a fraction of the event is dropped', () => {
    expect(dueTime(aCalendar(), at('2026-11-18 10:00:00') + 999, wall(1), []).dueAt).toBe(at('2026-11-18 10:01:00'));
  });

  it('put the last day of a wall clock between the event and the due instant', () => {
    const opens = (from: string, minutes: number): string =>
      reading(dueTime(aCalendar(), at(from), wall(minutes), []).lastDayOpensAt);
    expect(opens('2026-11-18 15:00', 1440)).toBe('2026-11-19 09:00');
    expect(opens('2026-11-18 15:00', 60)).toBe('2026-11-18 15:00');
    expect(opens('2026-11-18 03:00', 1440)).toBe('2026-11-19 03:00');
    expect(opens('2026-11-20 15:00', 1440)).toBe('2026-11-21 09:00');
  });

  it('are sorted and unique among their prompts, and drop those not between event and due', () => {
    const wanted: Prompt[] = [
      'openingOfLastDay',
      { businessMinutesBefore: 60 },
      'openingOfFirstWorkingDay',
      { wallMinutesBefore: 540 },
      { businessMinutesBefore: 9000 },
      { wallMinutesBefore: 9000 },
    ];
    expect(prompts('2026-11-18 10:00', ONE_WORKING_DAY, wanted)).toEqual(['2026-11-19 09:00', '2026-11-19 17:00']);
  });

  it('drop a prompt that would fall on the event itself', () => {
    expect(prompts('2026-11-18 10:00', wall(60), [{ wallMinutesBefore: 60 }, { businessMinutesBefore: 60 }])).toEqual(
      [],
    );
  });

  it('count a prompt back over lunch, night and weekend to a minute when somebody is there', () => {
    const before = (minutes: number): string[] =>
      prompts('2026-11-16 10:00', { clock: 'days', working: 5 }, [{ businessMinutesBefore: minutes }]);
    expect(before(270)).toEqual(['2026-11-23 13:30']);
    expect(before(271)).toEqual(['2026-11-23 11:59']);
    expect(before(450)).toEqual(['2026-11-23 09:00']);
    expect(before(451)).toEqual(['2026-11-20 17:59']);
  });
});

describe('nonsense is refused with what was given and what is allowed', () => {
  const good = at('2026-11-18 10:00');

  it.each([
    [Number.NaN, 'NaN is not an instant to count from'],
    [
      Math.floor(good / 1000),
      'is not an instant to count from: give whole ms since the epoch, in the years 2000 to 2199.',
    ],
    [good + 0.5, 'is not an instant to count from'],
  ])('an event at %p', (from, message) => {
    expect(() => dueTime(aCalendar(), from, ONE_WORKING_DAY, [])).toThrow(message);
  });

  it.each([
    [
      { clock: 'wall', minutes: -5 },
      'A length on the wall clock has -5 (minutes); give a whole number from 1 to 5270400.',
    ],
    [{ clock: 'business', minutes: Number.NaN }, 'has NaN (minutes)'],
    [{ clock: 'business', minutes: 1, hours: [] }, 'hours of a length on the business clock is empty'],
    [
      { clock: 'business', minutes: 1, hours: [{ opens: 600, closes: 540 }] },
      'slot 1 is 600 to 540; give whole minutes',
    ],
    [{ clock: 'wall', minutes: 1, hours: [{ opens: 0, closes: 9 }] }, 'A length on the wall clock has exactly one of'],
    [{ clock: 'days', working: 0 }, 'A length on the days clock has 0 (working); give a whole number from 1 to 3660.'],
    [{ clock: 'days', working: 1.5 }, 'has 1.5 (working)'],
    [{ clock: 'days', calendar: Infinity }, 'has Infinity (calendar)'],
    [{ clock: 'days', withinCalendar: '7' }, 'has 7 (withinCalendar)'],
    [{ clock: 'days' }, 'has exactly one of working, calendar, withinCalendar; this one has {}.'],
    [{ clock: 'days', working: 1, calendar: 1 }, 'this one has {"working":1,"calendar":1}.'],
    [{ clock: 'wall', working: 1 }, 'has exactly one of minutes, seconds; this one has {"working":1}.'],
    [{ clock: 'moon', minutes: 1 }, 'There is no clock "moon"; give one of wall, business, days.'],
  ])('a length %j', (length, message) => {
    expect(() => dueTime(aCalendar(), good, length as Length, [])).toThrow(message);
  });

  it.each([
    ['atTeaTime', 'There is no prompt "atTeaTime"; give one of openingOfFirstWorkingDay, openingOfLastDay,'],
    [{ wallMinutesBefore: -1 }, 'A prompt has -1 (wallMinutesBefore); give a whole number from 1 to 5270400.'],
  ])('a prompt %j', (prompt, message) => {
    expect(() => dueTime(aCalendar(), good, ONE_WORKING_DAY, [prompt as Prompt])).toThrow(message);
  });

  it.each([ONE_WORKING_DAY, business(1), { clock: 'days', calendar: 1 } as Length, WEEKLY])(
    'a calendar without any working day, for %j',
    (length) => {
      const calendar: Calendar = { ...aCalendar(), edition: 'idle', restDays: [0, 1, 2, 3, 4, 5, 6], exceptions: {} };
      expect(() => dueTime(calendar, good, length, [])).toThrow(
        /Calendar idle has no working day within 400 days of 2026-11-\d\d; it needs at least one\./,
      );
    },
  );
});

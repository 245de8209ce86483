import { changedBy } from '../../domain/apply-turn';
import { withExceptions } from '../../domain/calendar';
import type { Calendar, CalendarLayer } from '../../domain/calendar';
import { dueTime } from '../../domain/due-time';
import type { Length } from '../../domain/due-time';
import type { Rules } from '../../domain/policy';
import { RETAIL_FRANCHISE } from '../../policies/retail-franchise';
import { dueSentence, dueSentenceEn } from '../../templates/due-sentence';
import { aComplaint, CALENDAR, shanghai, wall } from '../support/files';

/** A policy that owes but the first contact at birth, but for its length. */
const rulesWithin = (within: Length): Rules => ({
  ...RETAIL_FRANCHISE,
  duties: {
    ...RETAIL_FRANCHISE.duties,
    first_contact: { ...RETAIL_FRANCHISE.duties.first_contact!, within: [{ within }] },
  },
});

const company = (exceptions: CalendarLayer['exceptions'], more: Partial<CalendarLayer> = {}): Calendar =>
  withExceptions(CALENDAR, { scope: 'company', edition: 'company-1', exceptions, ...more });

/** Monday 2026-03-02 10:00, three working days: Thursday 18:00. */
const born = (within: Length = { clock: 'days', working: 3 }) => aComplaint({ rules: rulesWithin(within) });

/** What a calendar does to the first contact, decided at an instant. */
function change(calendar: Calendar, at: string, given = born()) {
  const reckoned = given.turn.explanations;
  const [changed, ...more] = changedBy(given.file, shanghai(at), calendar, reckoned);
  expect(more).toEqual([]);
  return changed;
}

test('HA-1 a day off in the way moves a due time and its reminders, and says why', () => {
  const changed = change(company({ '2026-03-04': { working: false, name: '停电' } }), '2026-03-03 09:00')!;
  expect([wall(changed.was), wall(changed.instants.dueAt)]).toEqual(['2026-03-05 18:00', '2026-03-06 18:00']);
  expect(changed.instants.promptsAt.map(wall)).toEqual(['2026-03-06 09:00', '2026-03-06 16:00']);
  expect(dueSentence(changed.explanation)).toContain('跳过 3月4日（公司：停电）');
});

test('a day off that is not in the way changes nothing, nor does one after the due day', () => {
  const off = (date: string) => company({ [date]: { working: false, name: '盘点' } });
  expect(change(off('2026-03-02'), '2026-03-03 09:00')).toBeUndefined();
  expect(change(off('2026-03-06'), '2026-03-03 09:00')).toBeUndefined();
});

test('reminders of the past are not set again', () => {
  const hours = [{ opens: 540, closes: 1020 }];
  const changed = change(company({ '2026-03-05': { working: true, name: '早收', slots: hours } }), '2026-03-05 10:00')!;
  expect([wall(changed.instants.dueAt), changed.instants.promptsAt.map(wall)]).toEqual([
    '2026-03-05 17:00',
    ['2026-03-05 15:00'],
  ]);
});

describe('nobody becomes late by decree', () => {
  const worked = company({ '2026-03-01': { working: true, name: '补班' } });
  // Saturday 2026-03-07, ten working days: Friday 2026-03-20.
  const friday = () => {
    const rules = rulesWithin({ clock: 'days', working: 10 });
    return aComplaint({ rules, receivedAt: shanghai('2026-03-07 10:00') });
  };
  const weekends = company({
    '2026-03-08': { working: true, name: '会战' },
    '2026-03-14': { working: true, name: '会战' },
    '2026-03-15': { working: true, name: '会战' },
  });

  test('what comes sooner, but still lies ahead of today, is due then', () => {
    expect(wall(change(weekends, '2026-03-16 10:00', friday())!.instants.dueAt)).toBe('2026-03-17 18:00');
  });

  test('what would be over is held to close of business of the day of the change, with that said', () => {
    const changed = change(weekends, '2026-03-18 10:30', friday())!;
    expect([wall(changed.instants.dueAt), changed.instants.promptsAt]).toEqual(['2026-03-18 18:00', []]);
    expect(wall(changed.instants.lastDayOpensAt)).toBe('2026-03-18 10:30');
    expect(dueSentence(changed.explanation)).toContain(
      '截至当日营业结束 18:00。依据日历 cn-2026+company-1。日历于 2026-03-18（周三）10:30 调整，不因此使人逾期，时限宽至 2026-03-18（周三）18:00。',
    );
    expect(dueSentenceEn(changed.explanation)).toContain('changed too late for that: held to Wed 2026-03-18 18:00.');
  });

  test('in the evening that is the next working day, with a reminder when it opens', () => {
    const changed = change(weekends, '2026-03-18 19:00', friday())!;
    expect([wall(changed.instants.dueAt), changed.instants.promptsAt.map(wall)]).toEqual([
      '2026-03-19 18:00',
      ['2026-03-19 09:00'],
    ]);
  });

  test('and never later than it would have been', () => {
    expect(change(weekends, '2026-03-20 10:00', friday())).toBeUndefined();
    expect(change(worked, '2026-03-03 09:00')).toBeUndefined();
  });
});

test('minutes on the wall know no calendar; minutes of business do', () => {
  const off = company({
    '2026-03-02': { working: false, name: '停电' },
    '2026-03-03': { working: false, name: '停电' },
  });
  expect(change(off, '2026-03-02 10:30', born({ clock: 'wall', minutes: 2880 }))).toBeUndefined();
  const business = change(off, '2026-03-02 10:30', born({ clock: 'business', minutes: 60 }))!;
  expect([wall(business.was), wall(business.instants.dueAt)]).toEqual(['2026-03-02 11:00', '2026-03-04 10:00']);
});

test('what is missed or done is left alone', () => {
  const off = company({ '2026-03-04': { working: false, name: '停电' } });
  for (const state of [{ missed: true }, { closed: 'met' }] as const) {
    const given = born();
    Object.assign(given.file.duties[0]!, state);
    expect(change(off, '2026-03-03 09:00', given)).toBeUndefined();
  }
});

test('a duty keeps the length that it was given, whatever the complaint has become since', () => {
  const given = born();
  given.file.rules = rulesWithin({ clock: 'days', working: 9 });
  expect(change(CALENDAR, '2026-03-03 09:00', given)).toBeUndefined();
});

test('a time that is certain now is explained anew, though it stays where it was', () => {
  const given = aComplaint({ rules: RETAIL_FRANCHISE, receivedAt: shanghai('2026-12-28 10:00') });
  const certain = { ...CALENDAR, edition: 'cn-2027', provisionalFrom: '2027-12-25' };
  const changed = change(certain, '2026-12-28 11:00', given)!;
  expect([changed.was, changed.explanation.provisional]).toEqual([changed.instants.dueAt, false]);
  expect(changed.before?.provisional).toBe(true);
});

test('by the calendar that it was counted on, any due time stays as it is', () => {
  const lengths: Length[] = [
    { clock: 'days', working: 1 },
    { clock: 'days', calendar: 5 },
    { clock: 'days', withinCalendar: 7 },
    { clock: 'business', minutes: 600 },
    { clock: 'wall', minutes: 600 },
  ];
  for (const length of lengths) {
    const given = born(length);
    const { dueAt } = dueTime(CALENDAR, shanghai('2026-03-02 10:00'), length, []);
    expect(given.file.duties[0]?.dueAt).toBe(dueAt);
    expect(changedBy(given.file, given.now + 1, CALENDAR, given.turn.explanations)).toEqual([]);
  }
});

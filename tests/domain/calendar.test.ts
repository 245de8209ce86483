import {
  addDays,
  dayOf,
  instantOf,
  isLocalDate,
  localDate,
  nextDate,
  previousDate,
  validateCalendar,
  weekday,
  withExceptions,
} from '../../domain/calendar';
import type { Calendar, CalendarLayer } from '../../domain/calendar';
import type { Fault } from '../../domain/faults';
import { aCalendar } from './due-time-cases';

const calendar = aCalendar();
const company: CalendarLayer = {
  scope: 'company',
  edition: 'acme-1',
  exceptions: {
    '2026-10-01': { working: true, name: '国庆值班', slots: [{ opens: 600, closes: 900 }] },
    '2026-11-20': { working: false, name: '公司周年' },
  },
};
const team: CalendarLayer = {
  scope: 'team',
  edition: 'night-desk-2',
  hours: [{ opens: 0, closes: 1440 }],
  restDays: [],
  exceptions: { '2026-11-20': { working: true, name: '周年值班' } },
};

describe('dates', () => {
  it.each([
    ['2026-02-28', '2026-03-01'],
    ['2024-02-28', '2024-02-29'],
    ['2026-12-31', '2027-01-01'],
  ])('lets %s be followed by %s', (date, next) => {
    expect(nextDate(date)).toBe(next);
    expect(previousDate(next)).toBe(date);
  });

  it('steps over years either way', () => {
    expect(addDays('2026-11-22', 365)).toBe('2027-11-22');
    expect(addDays('2026-11-22', -365)).toBe('2025-11-22');
  });

  it('knows a Sunday', () => {
    expect([weekday('2026-11-22'), weekday('2026-11-28')]).toEqual([0, 6]);
  });

  it.each(['2026-02-30', '2026-13-01', '2026-2-3', '10/01/2026', '2026-10-01T00:00', ''])(
    'is not a date: %j',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
    },
  );

  it.each(['10/01/2026', 'tomorrow!!', '2026-10'])('refuses to count from %j', (text) => {
    expect(() => nextDate(text)).toThrow(`"${text}" is not a date; a date is written YYYY-MM-DD.`);
  });

  it('changes at midnight in Shanghai, not in London', () => {
    expect(localDate(calendar, Date.parse('2026-11-22T15:59:59Z'))).toBe('2026-11-22');
    expect(localDate(calendar, Date.parse('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
  });

  it('finds the instant of a minute, 24:00 being the next midnight', () => {
    expect(instantOf(calendar, '2026-11-22', 540)).toBe(Date.parse('2026-11-22T01:00:00Z'));
    expect(instantOf(calendar, '2026-11-22', 1440)).toBe(instantOf(calendar, '2026-11-23', 0));
  });
});

describe('the layers of a calendar', () => {
  it.each([
    ['company first', [company, team]],
    ['team first', [team, company]],
  ])('put the team over the company over the state, given %s', (_, layers) => {
    const layered = withExceptions(calendar, ...layers);
    expect(dayOf(layered, '2026-10-01')).toMatchObject({ working: true, name: '国庆值班', scope: 'company' });
    expect(dayOf(layered, '2026-10-02')).toMatchObject({ working: false, name: '国庆节', scope: 'state' });
    expect(dayOf(layered, '2026-11-20')).toMatchObject({ working: true, scope: 'team', slots: team.hours });
    expect(dayOf(layered, '2026-11-22')).toMatchObject({ working: true, slots: team.hours });
    expect(layered.edition).toBe('cn-2026+acme-1+night-desk-2');
  });

  it('keep the team over the company also when the company comes later', () => {
    const layered = withExceptions(withExceptions(calendar, team), company);
    expect(dayOf(layered, '2026-11-20')).toMatchObject({ working: true, scope: 'team' });
  });

  it('leave the calendar below as it was', () => {
    const before = JSON.stringify(calendar);
    withExceptions(calendar, company, team);
    expect(JSON.stringify(calendar)).toBe(before);
  });

  it('hold a working day without hours for a day off', () => {
    const day = { working: true, name: '无人值守', slots: [] };
    expect(
      dayOf(withExceptions(calendar, { ...company, exceptions: { '2026-11-20': day } }), '2026-11-20'),
    ).toMatchObject({
      working: false,
      slots: [],
    });
  });
});

describe('validateCalendar', () => {
  const faulty = (change: Partial<Calendar>): Fault[] => validateCalendar({ ...calendar, ...change });
  const exception = (date: string, day: object): Fault[] =>
    faulty({ exceptions: { [date]: { working: true, name: '值班', scope: 'company', ...day } } });

  it('has nothing to say of a good calendar', () => {
    expect(validateCalendar(withExceptions(calendar, company, team))).toEqual([]);
  });

  it.each([
    [faulty({ edition: ' ' }), 'edition is empty; name the tables that made the calendar, such as cn-2026.'],
    [faulty({ utcOffsetMinutes: 8 * 3600 }), 'utcOffsetMinutes is 28800; give whole minutes from -720 to 840'],
    [faulty({ hours: [] }), 'hours is empty; a working day has at least one slot.'],
    [
      faulty({ hours: [{ opens: 810, closes: 720 }] }),
      'hours: slot 1 is 810 to 720; give whole minutes with 0 <= opens',
    ],
    [
      faulty({
        hours: [
          { opens: 540, closes: 720 },
          { opens: 700, closes: 1080 },
        ],
      }),
      'hours: slot 2 is 700 to 1080; give whole minutes with 720 <= opens < closes <= 1440, slots in order, without overlap.',
    ],
    [faulty({ restDays: [0, 7] }), 'restDays has 7; give each weekday from 0 (Sunday) to 6 at most once.'],
    [faulty({ restDays: [0, 0] }), 'restDays has 0; give each weekday'],
    [faulty({ restDays: [0, 1, 2, 3, 4, 5, 6] }), 'restDays leaves no weekday to work on; leave out at least one.'],
    [faulty({ officialFrom: '2024-1-1' }), 'officialFrom is "2024-1-1"; give a date that exists, written YYYY-MM-DD.'],
    [
      faulty({ officialFrom: '2027-01-01' }),
      'officialFrom (2027-01-01) is later than provisionalFrom (2026-12-25); it may',
    ],
    [exception('2026-02-30', {}), 'exceptions["2026-02-30"] is not on a date that exists; write it YYYY-MM-DD.'],
    [exception('2026-11-20', { name: '' }), 'exceptions["2026-11-20"].name is empty; say why the day differs, such as'],
    [exception('2026-11-20', { slots: [] }), 'exceptions["2026-11-20"].slots is empty; a working day has at least one'],
    [
      exception('2026-11-20', { working: false, slots: [{ opens: 540, closes: 720 }] }),
      'exceptions["2026-11-20"] is a day off with hours; give hours to working days only.',
    ],
    [exception('2026-11-20', { scope: 'city' }), 'scope is "city"; give one of state, company, team.'],
  ])('says in one sentence what was given and what is allowed: %s', (errors, sentence) => {
    expect(errors).toHaveLength(1);
    expect(errors[0]?.en).toContain(sentence);
    expect(errors[0]?.zh).toMatch(/[一-鿿].*。$/u);
  });
});

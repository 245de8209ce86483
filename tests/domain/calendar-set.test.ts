import { dayOf } from '../../domain/calendar';
import type { CalendarLayer } from '../../domain/calendar';
import { calendarFor, changedSpan, longestRest, replaced } from '../../domain/calendar-set';
import { CALENDAR } from '../support/files';

const layer = (scope: 'company' | 'team', more: Partial<CalendarLayer>): CalendarLayer => ({
  scope,
  edition: `${scope}-1`,
  exceptions: {},
  ...more,
});
const off = (name: string) => ({ working: false, name });
const set = {
  state: CALENDAR,
  company: layer('company', { exceptions: { '2026-11-20': off('公司周年') } }),
  teams: { east: layer('team', { restDays: [0], exceptions: { '2026-11-20': { working: true, name: '值班' } } }) },
};

describe('the calendar that a team works by', () => {
  it('is the company’s, unless it has a layer of its own', () => {
    expect(calendarFor(set, 'south').edition).toBe('cn-2026+company-1');
    expect(dayOf(calendarFor(set, 'south'), '2026-11-20')).toMatchObject({ working: false, name: '公司周年' });
  });

  it('has the word of the team above that of the company', () => {
    expect(calendarFor(set, 'east').edition).toBe('cn-2026+company-1+team-1');
    expect(dayOf(calendarFor(set, 'east'), '2026-11-20')).toMatchObject({ working: true, name: '值班', scope: 'team' });
    expect(dayOf(calendarFor(set, 'east'), '2026-11-21').working).toBe(true);
  });

  it.each(['constructor', '__proto__', ''])('is nobody’s for a name like %j', (team) => {
    expect(calendarFor({ ...set, company: null }, team)).toEqual(CALENDAR);
  });
});

describe('what a replacement changes', () => {
  const spanWith = (team: string, by: Parameters<typeof replaced>[1]) =>
    changedSpan(calendarFor(set, team), calendarFor(replaced(set, by), team));
  const company = (exceptions: CalendarLayer['exceptions']) =>
    ({ scope: 'company', team: '', calendar: layer('company', { exceptions }) }) as const;

  it('is the dates between the first and the last that differ', () => {
    const by = company({ '2026-11-20': off('公司周年'), '2026-12-01': off('停电'), '2026-12-24': off('停电') });
    expect(spanWith('south', by)).toEqual({ first: '2026-12-01', last: '2026-12-24' });
  });

  it('is nothing where a team has said otherwise, or nothing is new', () => {
    expect(spanWith('east', company({}))).toBeNull();
    expect(spanWith('south', company({ '2026-11-20': off('公司周年') }))).toBeNull();
  });

  it('is every date where the hours are others', () => {
    const calendar = layer('company', { hours: [{ opens: 480, closes: 1080 }] });
    expect(spanWith('south', { scope: 'company', team: '', calendar })).toEqual({
      first: '1000-01-01',
      last: '9999-12-30',
    });
  });

  it('is what becomes certain with another year', () => {
    const calendar = { ...CALENDAR, provisionalFrom: '2027-12-25' };
    expect(spanWith('south', { scope: 'state', calendar })).toEqual({ first: '2026-12-25', last: '2027-12-24' });
  });

  it('is none of the other teams’', () => {
    const by = { scope: 'team', team: 'north', calendar: layer('team', { restDays: [] }) } as const;
    expect([spanWith('east', by), spanWith('south', by)]).toEqual([null, null]);
    expect(spanWith('north', by)).not.toBeNull();
  });
});

it('the longest row of days off that layers make is told, weekends at its ends included', () => {
  expect(longestRest({ ...set, company: null, teams: {} }, '')).toEqual({ days: 0, first: '' });
  const closed = Object.fromEntries(
    Array.from({ length: 25 }, (_, i) => [`2026-06-${String(i + 1).padStart(2, '0')}`, off('装修')]),
  );
  const refitting = { ...set, company: layer('company', { exceptions: closed }) };
  expect(longestRest(refitting, 'south')).toEqual({ days: 27, first: '2026-05-30' });
  expect(longestRest(refitting, 'east')).toEqual({ days: 26, first: '2026-05-31' });
});

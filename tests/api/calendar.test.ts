import { sql } from 'drizzle-orm';
import { batches, calendars, idempotencyKeys, staff } from '../../db/schema';
import { RESERVED_IDS } from '../../domain/people';
import { testApi } from '../support/api';
import type { TestApi } from '../support/api';

jest.setTimeout(30_000);

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
}, 30_000);
afterAll(() => api.close());

const COMPANY = '/calendar/company/exceptions';
const EAST = '/calendar/teams/east/exceptions';
const type = (code: string) => `urn:huiyin:problem:${code}`;
const put = (path: string, body: object, key?: string) =>
  api.send('put', path, 'ADMIN', { reason: '试验', ...body }, key);
const day = async (date: string, team?: string) => {
  const query = `from=${date}&to=${date}${team ? `&team=${team}` : ''}`;
  return (await api.get(`/calendar?${query}`, 'HANDLER')).body.days[0];
};
const editions = async () => (await api.get('/calendar/editions', 'HANDLER')).body.editions;
const table = (change: object = {}) => ({
  year: 2027,
  source: { title: '国务院办公厅关于2027年部分节假日安排的通知' },
  holidays: [{ name: '国庆节', from: '2027-10-01', to: '2027-10-07', makeUp: ['2027-10-09'] }],
  ...change,
});
const addYear = (body: object, who = 'ADMIN') => api.send('post', '/calendar/years', who, body);

describe('the working calendar', () => {
  test('is read day by day, with hours, names and who decided', async () => {
    const { body } = await api.get('/calendar?from=2026-09-30&to=2026-10-10', 'HANDLER');
    expect([body.calendar, body.days.length]).toEqual(['cn-2026', 11]);
    expect(body.days[0]).toEqual({
      date: '2026-09-30',
      weekday: '周三',
      working: true,
      hours: [
        { opens: '09:00', closes: '12:00' },
        { opens: '13:30', closes: '18:00' },
      ],
      name: null,
      scope: null,
      provisional: false,
    });
    expect(body.days[1]).toMatchObject({ working: false, hours: [], name: '国庆节', scope: 'state' });
    expect(body.days[10]).toMatchObject({ working: true, name: '国庆节', scope: 'state' });
    expect(await day('2027-03-01')).toMatchObject({ working: true, provisional: true });
  });

  test.each([
    ['from=2026-10-01', 'to'],
    ['from=2026-10-01&to=2026-09-30', 'to'],
    ['from=2026-10-01&to=2028-10-01', 'to'],
    ['from=2026-02-30&to=2026-03-01', 'from'],
    ['from=0001-01-01&to=0001-01-02', 'from'],
    ['from=1999-12-31&to=2000-01-02', 'from'],
    ['from=9999-12-01&to=9999-12-31', 'from'],
    ['from=2189-12-31&to=2190-01-01', 'to'],
    ['from=2026-10-01&to=2026-10-02&year=2026', 'year'],
  ])('is not read by %s', async (query, path) => {
    const { status, body } = await api.get(`/calendar?${query}`, 'HANDLER');
    expect([status, body.errors[0].path]).toEqual([400, path]);
  });

  test.each(['from=2000-01-01&to=2000-01-03', 'from=2189-12-30&to=2189-12-31'])('reaches %s', async (query) => {
    expect((await api.get(`/calendar?${query}`, 'HANDLER')).status).toBe(200);
  });

  test.each(['0001-01-01', '2026-02-30', '2190-01-01', '9999-12-31'])(
    'is not changed by the date %s, of a day or of a span',
    async (date) => {
      const reason = '检修';
      const bodies = [{ date }, { date: '2026-12-01', to: date }].map((day) => ({
        days: [{ ...day, working: false, name: reason }],
        reason,
      }));
      const answers = await Promise.all([...bodies, { remove: [date], reason }].map((body) => put(COMPANY, body)));
      expect(answers.map(({ status, body }) => [status, body.errors[0].path])).toEqual([
        [422, 'days[0].date'],
        [422, 'days[0].to'],
        [422, 'remove[0]'],
      ]);
    },
  );

  test.each(['2000-01-03', '2189-12-31'])('may be changed on %s, the edge of what it reaches', async (date) => {
    const days = [{ date, working: false, name: '检修' }];
    expect((await put(COMPANY, { days, dryRun: true })).status).toBe(200);
  });

  test('of a team that does not exist is not there', async () => {
    const { status, body } = await api.get('/calendar?from=2026-10-01&to=2026-10-01&team=mars', 'HANDLER');
    expect([status, body.type, body.detail]).toEqual([404, type('no_such_team'), expect.stringContaining('east')]);
    expect((await put('/calendar/teams/mars/exceptions', { remove: ['2026-10-01'] })).status).toBe(404);
  });
});

describe('a layer', () => {
  test('of the company adds, replaces and removes days, each time as an edition that says who, when and why', async () => {
    const before = (await editions()).length;
    const days = [
      { date: '2026-12-07', to: '2026-12-08', working: false, name: '台风停工' },
      { date: '2026-12-12', working: true, name: '补班', hours: [{ opens: '09:00', closes: '12:00' }] },
    ];
    const { body } = await put(COMPANY, { days, reason: '台风' });
    expect(body).toMatchObject({ dryRun: false, label: 'company-1', batch: null, complaints: 0, moves: [] });
    expect(await day('2026-12-08')).toMatchObject({ working: false, name: '台风停工', scope: 'company' });
    expect(await day('2026-12-12')).toMatchObject({ working: true, hours: [{ opens: '09:00', closes: '12:00' }] });
    await put(COMPANY, { days: [{ date: '2026-12-08', working: true, name: '复工' }], remove: ['2026-12-07'] });
    expect([await day('2026-12-07'), await day('2026-12-08')]).toMatchObject([
      { working: true, name: null },
      { working: true, name: '复工' },
    ]);
    const [newest, older] = await editions();
    expect(newest).toMatchObject({
      scope: 'company',
      team: null,
      label: 'company-2',
      by: { id: 'admin-1', name: '系统管理员' },
    });
    expect(newest.days.map(({ date }: { date: string }) => date)).toEqual(['2026-12-08', '2026-12-12']);
    expect([older.reason, (await editions()).length - before]).toEqual(['台风', 2]);
  });

  test('of a team has hours and rest days of its own, and lets them go again', async () => {
    await put(EAST, { restDays: [0], hours: [{ opens: '10:00', closes: '19:00' }] });
    expect(await day('2026-12-19', 'east')).toMatchObject({
      working: true,
      hours: [{ opens: '10:00', closes: '19:00' }],
    });
    expect(await day('2026-12-19', 'south')).toMatchObject({ working: false });
    expect(await day('2026-12-19')).toMatchObject({ working: false });
    expect((await editions())[0]).toMatchObject({ scope: 'team', team: 'east', label: 'east-1', restDays: [0] });
    await put(EAST, { restDays: null, hours: null });
    expect(await day('2026-12-19', 'east')).toMatchObject({ working: false });
  });

  test.each<[string, object, string]>([
    ['nothing', {}, 'days'],
    ['a day that there is not', { days: [{ date: '2026-11-31', working: false, name: '停电' }] }, 'days[0].date'],
    ['a day without a name', { days: [{ date: '2026-12-01', working: false, name: ' ' }] }, 'days[0].name'],
    [
      'a day off with hours',
      { days: [{ date: '2026-12-01', working: false, name: '停电', hours: [{ opens: '09:00', closes: '10:00' }] }] },
      'days[0].hours',
    ],
    [
      'hours that overlap',
      {
        hours: [
          { opens: '09:00', closes: '12:00' },
          { opens: '11:00', closes: '18:00' },
        ],
      },
      'hours',
    ],
    ['an hour that no clock shows', { hours: [{ opens: '9:00', closes: '25:00' }] }, 'hours[0].opens'],
    [
      'a range backwards',
      { days: [{ date: '2026-12-02', to: '2026-12-01', working: false, name: '停电' }] },
      'days[0].to',
    ],
    [
      'one day twice',
      {
        days: [
          { date: '2026-12-01', to: '2026-12-03', working: false, name: '停电' },
          { date: '2026-12-02', working: true, name: '复电' },
        ],
      },
      'days[1].date',
    ],
    ['a day that is no exception', { remove: ['2026-12-24'] }, 'remove[0]'],
    ['a week without work', { restDays: [0, 1, 2, 3, 4, 5, 6] }, 'restDays'],
    ['rest days twice', { restDays: [0, 0] }, 'restDays'],
    [
      'months without work',
      {
        days: [
          { date: '2027-01-04', to: '2027-02-20', working: false, name: '装修' },
          { date: '2027-02-21', to: '2027-03-31', working: false, name: '装修' },
        ],
      },
      'days',
    ],
    ['no reason', { reason: undefined, remove: ['2026-12-12'] }, 'reason'],
    ['a field that there is not', { day: [], remove: ['2026-12-12'] }, 'day'],
  ])('does not take %s', async (_, body, path) => {
    const before = (await editions()).length;
    const { status, body: problem } = await put(COMPANY, body);
    expect([status, problem.errors[0].path]).toEqual([422, path]);
    expect(problem.errors[0]).toMatchObject({ allowed: expect.stringMatching(/\p{Script=Han}/u) });
    expect((await editions()).length).toBe(before);
  });

  test('is for the administrator alone', async () => {
    for (const who of ['HANDLER', 'MANAGER', 'SALES_DIRECTOR', 'CLERK']) {
      for (const path of [COMPANY, EAST]) {
        const { status, body } = await api.send('put', path, who, { remove: ['2026-12-12'], reason: '试验' });
        expect([status, body.type, body.roles]).toEqual([403, type('role_needed'), ['admin']]);
      }
      expect((await addYear(table(), who)).status).toBe(403);
    }
  });

  test('is published once for a key, and not at all by a dry run', async () => {
    const before = (await editions()).length;
    const body = { days: [{ date: '2026-12-21', working: false, name: '盘点' }] };
    const dry = await put(COMPANY, { ...body, dryRun: true }, 'calendar-1');
    expect([dry.status, dry.body.dryRun, (await editions()).length]).toEqual([200, true, before]);
    const [first, again] = [await put(COMPANY, body, 'calendar-1'), await put(COMPANY, body, 'calendar-1')];
    expect([again.body, (await editions()).length]).toEqual([first.body, before + 1]);
    const other = await put(COMPANY, { remove: ['2026-12-21'] }, 'calendar-1');
    expect([other.status, other.body.type]).toEqual([422, type('key_used_otherwise')]);
    const both = await Promise.all([1, 2, 3].map(() => put(COMPANY, { remove: ['2026-12-21'] }, 'calendar-2')));
    expect(new Set(both.map(({ body: { edition } }) => edition)).size).toBe(1);
  });

  test('of several who change it at once holds what each of them said', async () => {
    const dates = ['2026-12-14', '2026-12-15', '2026-12-16', '2026-12-17'];
    const answers = await Promise.all(
      dates.map((date) => put(COMPANY, { days: [{ date, working: false, name: '检修' }] })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await Promise.all(dates.map(async (date) => (await day(date)).working))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    await put(COMPANY, { remove: dates });
  });
});

describe('the table of a year', () => {
  test('is taken in after the last one, and may be corrected', async () => {
    const first = await addYear(table());
    expect(first.body).toMatchObject({ label: 'cn-2027', complaints: 0 });
    expect(first.body.warnings).toContain('2027-05-01（周六）是法定节假日（劳动节），表中没有列为放假。');
    expect(await day('2027-10-09')).toMatchObject({ working: true, name: '国庆节', provisional: false });
    const again = await addYear(table({ holidays: [{ name: '国庆节', from: '2027-10-01', to: '2027-10-08' }] }));
    expect(again.body.label).toBe('cn-2027.2');
    expect([await day('2027-10-08'), await day('2027-10-09')]).toMatchObject([
      { working: false },
      { working: false, name: null },
    ]);
    const [newest] = await editions();
    expect(newest.years.map(({ year }: { year: number }) => year)).toEqual([2024, 2025, 2026, 2027]);
    expect(newest.reason).toBe('导入 国务院办公厅关于2027年部分节假日安排的通知');
  });

  test.each<[string, object, string]>([
    [
      'of a year that does not follow',
      table({ year: 2029, holidays: [{ name: '元旦', from: '2029-01-01', to: '2029-01-01' }] }),
      'year',
    ],
    [
      'of a year before the first',
      table({ year: 2020, holidays: [{ name: '元旦', from: '2020-01-01', to: '2020-01-01' }] }),
      'year',
    ],
    [
      'with days of another year',
      table({ holidays: [{ name: '国庆节', from: '2026-10-01', to: '2026-10-07' }] }),
      'holidays[0].from',
    ],
    [
      'with a day off that is worked',
      table({ holidays: [{ name: '国庆节', from: '2027-10-01', to: '2027-10-09', makeUp: ['2027-10-09'] }] }),
      'holidays[0].makeUp',
    ],
    ['without a holiday', table({ holidays: [] }), 'holidays'],
    ['without a source', table({ source: undefined }), 'source'],
  ])('%s is refused', async (_, body, path) => {
    const before = (await editions()).length;
    const answer = await addYear(body);
    expect([answer.status, answer.body.errors[0].path]).toEqual([422, path]);
    expect((await editions()).length).toBe(before);
  });
});

describe('the record of it', () => {
  test('is read page by page, newest first', async () => {
    const all = await editions();
    const { body } = await api.get('/calendar/editions?limit=3', 'HANDLER');
    const { body: rest } = await api.get(`/calendar/editions?after=${body.next}`, 'HANDLER');
    expect([...body.editions, ...rest.editions]).toEqual(all);
    expect(all.at(-1)).toMatchObject({
      edition: 1,
      scope: 'state',
      label: 'cn-2026',
      by: { id: 'system', name: '系统' },
    });
  });

  test('is never changed', async () => {
    const db = api.db.database.queries;
    const refused = { cause: { code: '23001' } };
    await expect(db.update(calendars).set({ reason: '另一个' })).rejects.toMatchObject(refused);
    await expect(db.delete(calendars)).rejects.toMatchObject(refused);
  });

  test('has no batch where no due time is moved, and no answer kept of a dry run', async () => {
    const db = api.db.database.queries;
    expect(await db.$count(batches)).toBe(0);
    const kept = await db.select({ answer: idempotencyKeys.answer }).from(idempotencyKeys);
    expect(kept.filter(({ answer }) => (answer as { dryRun?: boolean }).dryRun)).toEqual([]);
  });
});

test.each(RESERVED_IDS)('nobody who works here is called %s', async (id) => {
  const row = { id, name: '某岗位', roles: ['handler' as const], team: 'east' };
  await expect(api.db.database.queries.insert(staff).values(row)).rejects.toMatchObject({ cause: { code: '23514' } });
  expect(await api.db.database.queries.$count(staff, sql`${staff.id} = ${id}`)).toBe(0);
});

import { testApi } from '../support/api';
import type { TestApi } from '../support/api';
import { shanghai, wall } from '../support/files';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
}, 30_000);
afterAll(() => api.close());

const ask = (query: Record<string, string | number>) =>
  api.get(`/due-times?${new URLSearchParams(query as Record<string, string>).toString()}`, 'HANDLER');
const due = async (query: Record<string, string | number>) => wall(Date.parse((await ask(query)).body.dueAt));
const EVE = '2026-09-30T20:10:00+08:00';

test('HA-1 a due time explains itself, in Chinese and in English', async () => {
  const { status, body } = await ask({ from: EVE, clock: 'working_days', amount: 1 });
  expect([status, body]).toMatchObject([
    200,
    {
      from: '2026-09-30T12:10:00.000Z',
      dueAt: '2026-10-08T10:00:00.000Z',
      local: '2026-10-08（周四）18:00',
      length: { clock: 'days', working: 1 },
      provisional: false,
      calendar: 'cn-2026',
      sentence:
        '自 2026-09-30（周三）20:10 起，当日不计，按工作日计 1 天：跳过 10月1日至7日（国庆节），第 1 个工作日为 2026-10-08（周四），截至当日营业结束 18:00。依据日历 cn-2026。',
      sentenceEn: expect.stringContaining('skipped 2026-10-01 to 2026-10-07 (National Day)'),
    },
  ]);
});

test.each([
  ['wall', 90, '2026-09-30 21:40'],
  ['business', 90, '2026-10-08 10:30'],
  ['working_days', 3, '2026-10-10 18:00'],
  ['calendar_days', 5, '2026-10-08 18:00'],
  ['within_calendar_days', 7, '2026-10-08 18:00'],
  ['within_calendar_days', 10, '2026-10-10 18:00'],
] as const)('by the clock %s, %i', async (clock, amount, expected) => {
  expect(await due({ from: EVE, clock, amount })).toBe(expected);
});

test('a plus that nobody encoded is understood', async () => {
  const { body } = await api.get('/due-times?from=2026-09-30T20:10:00+08:00&clock=wall&amount=60', 'HANDLER');
  expect(wall(Date.parse(body.dueAt))).toBe('2026-09-30 21:10');
});

test('by a policy: the length that a duty has there, with its reminders', async () => {
  const question = { from: EVE, policy: 'standard', duty: 'callback' };
  const { body } = await ask(question);
  expect([wall(Date.parse(body.dueAt)), body.promptsAt.map((at: string) => wall(Date.parse(at)))]).toEqual([
    '2026-10-09 18:00',
    ['2026-10-08 09:00', '2026-10-09 09:00'],
  ]);
  expect(body.sentence).toMatch(/^自 2026-09-30（周三）20:10 方案执行完毕（或批准结案）起，/);
  expect(await due({ ...question, priority: 'urgent' })).toBe('2026-10-01 20:10');
  expect(await due({ ...question, duty: 'follow_up', level: 2 })).toBe('2026-10-10 18:00');
});

test('by the calendar of a team', async () => {
  const body = { restDays: [], reason: '七天服务' };
  await api.send('put', '/calendar/teams/east/exceptions', 'ADMIN', body);
  const saturday = { from: '2026-11-20T17:00:00+08:00', clock: 'working_days', amount: 1 };
  expect(await due({ ...saturday, team: 'east' })).toBe('2026-11-21 18:00');
  expect(await due(saturday)).toBe('2026-11-23 18:00');
  expect((await ask({ ...saturday, team: 'mars' })).status).toBe(404);
});

test.each<[string, Record<string, string | number>, string]>([
  ['no instant', { clock: 'wall', amount: 1 }, 'from'],
  ['an instant without its offset', { from: '2026-09-30T20:10:00', clock: 'wall', amount: 1 }, 'from'],
  ['an instant of long ago', { from: '1999-09-30T20:10:00Z', clock: 'wall', amount: 1 }, 'from'],
  ['no length', { from: EVE }, 'clock'],
  ['half a length', { from: EVE, clock: 'wall' }, 'clock'],
  ['two lengths', { from: EVE, clock: 'wall', amount: 1, policy: 'standard', duty: 'review' }, 'clock'],
  ['a clock that there is not', { from: EVE, clock: 'moon', amount: 1 }, 'clock'],
  ['no time at all', { from: EVE, clock: 'wall', amount: 0 }, 'amount'],
  ['more days than anybody waits', { from: EVE, clock: 'working_days', amount: 4000 }, 'amount'],
  ['a policy that there is not', { from: EVE, policy: 'none', duty: 'review' }, 'policy'],
  ['an edition that there is not', { from: EVE, policy: 'standard', edition: 99, duty: 'review' }, 'edition'],
  ['a duty that brings its own time', { from: EVE, policy: 'standard', duty: 'remedy_step' }, 'duty'],
  ['a level that there is not', { from: EVE, policy: 'standard', duty: 'review', level: 4 }, 'level'],
])('is not computed from %s', async (_, query, path) => {
  const { status, body } = await ask(query);
  expect([status, body.errors[0].path]).toEqual([400, path]);
  expect(body.errors[0].allowed).toMatch(/\p{Script=Han}/u);
});

test('says what was given, as it was given', async () => {
  const { body } = await ask({ from: '9999-12-31T23:59:59+08:00', clock: 'wall', amount: 1 });
  expect(body.errors).toMatchObject([{ path: 'from', given: '9999-12-31T23:59:59+08:00' }]);
});

test('goes round the year without stumbling: every instant is before its due time', async () => {
  for (let month = 1; month <= 12; month += 1) {
    const at = shanghai(`2026-${String(month).padStart(2, '0')}-28 18:00`);
    const { body } = await ask({ from: new Date(at).toISOString(), clock: 'business', amount: 1 });
    expect(Date.parse(body.dueAt)).toBeGreaterThan(at);
  }
});

import { and, eq } from 'drizzle-orm';
import { obligationMoves, outbox } from '../../db/schema';
import { AN_INTAKE, testApi } from '../support/api';
import type { TestApi } from '../support/api';
import { Batches } from '../support/batches';
import { Engine, HOUR, MANAGER } from '../support/engine';
import { shanghai, wall } from '../support/files';
import { STEPS, walk } from '../support/life';

let engine: Engine;
let api: TestApi;
let run: Batches;
beforeAll(async () => {
  engine = await Engine.start();
  api = await testApi({ db: engine.db, site: engine.ns });
  run = new Batches(engine);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await engine?.stop();
});

// Complaints of years to come: the clock of a run goes forward only. Years without a table know the statutory days alone.
const COMPANY = '/calendar/company/exceptions';

/** Publishes a change and waits until it has reached every complaint; what the publication said. */
async function publish(method: 'put' | 'post', path: string, body: object) {
  const answer = await api.send(method, path, 'ADMIN', body);
  expect(answer.status === 200 ? 200 : answer.body).toBe(200);
  if (answer.body.batch) {
    await run.start();
    await run.until(answer.body.batch);
    await run.run(answer.body.batch).result();
  }
  return answer.body;
}

/** A complaint that came at an instant, with its run's clock there. */
async function receivedAt(at: string, given: Parameters<Engine['register']>[0] = {}): Promise<string> {
  const now = new Date(shanghai(at));
  const number = await engine.register({ policy: 'retail-franchise', now, receivedAt: now, ...given });
  await engine.forward(number, { until: now.getTime() + 1_000 });
  return number;
}

const openDuty = async (number: string, kind: string) => {
  const { body } = await api.get(`/complaints/${number}/obligations`, 'MANAGER');
  return body.obligations.find((row: { kind: string; closedAt: null }) => row.kind === kind && row.closedAt === null);
};
const dueOf = async (number: string, kind = 'first_contact') => wall(Date.parse((await openDuty(number, kind)).dueAt));
const moving = (published: { moves: { complaint: string; kind?: string }[] }, number: string) =>
  published.moves.filter(({ complaint }) => complaint === number);
const timelineOf = async (number: string): Promise<string[]> => {
  const { body } = await api.get(`/complaints/${number}/timeline`, 'MANAGER');
  return body.turns.flatMap(({ lines }: { lines: { sentence: string }[] }) => lines.map(({ sentence }) => sentence));
};
const SOUTH = { team: 'south', owner: { id: 'handler-3', role: 'handler' as const } };

const TABLE_2027 = {
  year: 2027,
  source: { title: '国务院办公厅关于2027年部分节假日安排的通知' },
  holidays: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
    { name: '春节', from: '2027-02-05', to: '2027-02-11', makeUp: ['2027-02-14'] },
    { name: '清明节', from: '2027-04-03', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-05', makeUp: ['2027-05-08'] },
    { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
    { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07', makeUp: ['2027-09-26', '2027-10-09'] },
  ],
};

test('HA-1 a typhoon day off for the company moves what was due that day, in the record, in the run, and for everybody to see', async () => {
  const number = await receivedAt('2035-12-04 10:00');
  const other = await receivedAt('2035-12-06 10:00');
  expect([await dueOf(number), await dueOf(other)]).toEqual(['2035-12-05 18:00', '2035-12-07 18:00']);
  const typhoon = { days: [{ date: '2035-12-05', working: false, name: '台风停工' }], reason: '台风红色预警' };

  const preview = await publish('put', COMPANY, { ...typhoon, dryRun: true });
  expect(preview).toMatchObject({ dryRun: true, edition: null, batch: null, complaints: 1, total: 1 });
  expect(await dueOf(number)).toBe('2035-12-05 18:00');

  const published = await publish('put', COMPANY, typhoon);
  expect(published.moves).toEqual(preview.moves);
  expect(published.moves).toEqual([
    {
      complaint: number,
      duty: 'first_contact-1',
      kind: 'first_contact',
      kindZh: '首次联系并填写投诉处理单',
      was: '2035-12-05T10:00:00.000Z',
      now: '2035-12-06T10:00:00.000Z',
      sentence: '「首次联系并填写投诉处理单」时限因工作日历调整由 2035-12-05（周三）18:00 改为 2035-12-06（周四）18:00',
    },
  ]);
  expect(await openDuty(number, 'first_contact')).toMatchObject({
    dueAt: '2035-12-06T10:00:00.000Z',
    calendar: 'cn-2026+company-1',
    sentence: expect.stringContaining('跳过 12月5日（公司：台风停工），第 1 个工作日为 2035-12-06（周四）'),
    moves: [{ was: '2035-12-05T10:00:00.000Z', now: '2035-12-06T10:00:00.000Z', edition: published.edition }],
  });
  expect(await timelineOf(number)).toEqual(expect.arrayContaining([published.moves[0].sentence]));
  expect((await api.get(`/complaints?queue=all`, 'MANAGER')).body.complaints).toEqual(
    expect.arrayContaining([expect.objectContaining({ number, nextDueAt: '2035-12-06T10:00:00.000Z' })]),
  );
  expect(await openDuty(other, 'first_contact')).toMatchObject({ calendar: 'cn-2026', moves: [] });

  await engine.forward(number, { until: shanghai('2035-12-06 18:00') });
  expect(await openDuty(number, 'first_contact')).toMatchObject({ state: 'open' });
  await engine.forward(number, { by: 2_000 });
  expect(await openDuty(number, 'first_contact')).toMatchObject({ state: 'overdue' });
});

test('HA-1 the table of a year that is imported late moves open deadlines behind its holiday, and makes the others certain', async () => {
  const number = await receivedAt('2027-09-30 20:00');
  const early = await receivedAt('2027-12-06 10:00');
  expect(await openDuty(number, 'first_contact')).toMatchObject({
    dueAt: '2027-10-04T10:00:00.000Z',
    provisional: true,
  });
  expect(await openDuty(early, 'first_contact')).toMatchObject({
    dueAt: '2027-12-07T10:00:00.000Z',
    provisional: true,
  });

  const published = await publish('post', '/calendar/years', TABLE_2027);
  expect(published).toMatchObject({ label: 'cn-2027', warnings: [], complaints: 2, total: 1 });
  expect(await openDuty(number, 'first_contact')).toMatchObject({
    dueAt: '2027-10-08T10:00:00.000Z',
    provisional: false,
    sentence: expect.stringContaining('跳过 10月1日至7日（国庆节）'),
  });
  expect(await openDuty(early, 'first_contact')).toMatchObject({
    dueAt: '2027-12-07T10:00:00.000Z',
    provisional: false,
    moves: [],
  });
  await engine.forward(number, { until: shanghai('2027-10-05 12:00') });
  expect(await openDuty(number, 'first_contact')).toMatchObject({ state: 'open' });

  const corrected = {
    ...TABLE_2027,
    reason: '更正：国庆节放假延长一天',
    holidays: TABLE_2027.holidays.map((holiday) =>
      holiday.name === '国庆节' ? { ...holiday, to: '2027-10-08', makeUp: ['2027-09-26'] } : holiday,
    ),
  };
  expect(await publish('post', '/calendar/years', corrected)).toMatchObject({ label: 'cn-2027.2', total: 1 });
  expect(await dueOf(number)).toBe('2027-10-11 18:00');
  expect((await openDuty(number, 'first_contact')).moves).toHaveLength(2);
});

test('a team that works on a Saturday has its own deadlines, and is told of what comes sooner; other teams keep theirs', async () => {
  const [east, south] = [await receivedAt('2035-12-07 17:00'), await receivedAt('2035-12-07 17:00', SOUTH)];
  expect([await dueOf(east), await dueOf(south)]).toEqual(['2035-12-10 18:00', '2035-12-10 18:00']);
  const published = await publish('put', '/calendar/teams/east/exceptions', {
    days: [{ date: '2035-12-08', working: true, name: '周六值班', hours: [{ opens: '10:00', closes: '16:00' }] }],
    reason: '大促后来件多',
  });
  expect([moving(published, east).length, moving(published, south).length]).toEqual([1, 0]);
  expect([await dueOf(east), await dueOf(south)]).toEqual(['2035-12-08 16:00', '2035-12-10 18:00']);
  expect(await openDuty(east, 'first_contact')).toMatchObject({
    sentence: expect.stringContaining('12月8日（周六）团队安排上班，计入'),
  });
  const [notice] = await engine.db.database.queries
    .select()
    .from(outbox)
    .where(and(eq(outbox.complaint, east), eq(outbox.notice, 'due_earlier')));
  expect(notice).toMatchObject({
    recipients: { person: 'handler-1' },
    params: { dueAt: shanghai('2035-12-08 16:00'), wasDueAt: shanghai('2035-12-10 18:00') },
  });
  const later = await receivedAt('2035-12-07 17:30');
  expect(await dueOf(later)).toBe('2035-12-08 16:00');

  await publish('put', '/calendar/teams/east/exceptions', { remove: ['2035-12-08'], reason: '取消周六值班' });
  expect([await dueOf(east), await dueOf(later)]).toEqual(['2035-12-10 18:00', '2035-12-10 18:00']);
});

test('HA-1 a case that is given to another team lives by its days from then on: what was open moves for that reason, no later edition moves it', async () => {
  await publish('put', '/calendar/teams/south/exceptions', {
    days: [{ date: '2035-12-26', working: false, name: '搬迁' }],
    reason: '办公室搬迁',
  });
  const number = await receivedAt('2035-12-25 10:00');
  expect(await dueOf(number)).toBe('2035-12-26 18:00');
  const to = { id: 'handler-3', role: 'handler' as const, team: 'south' };
  await engine.act(number, MANAGER, 'reassign', { to, ref: 'text-why' });
  const sentence =
    '「首次联系并填写投诉处理单」时限因改由团队 south 办理，按其工作日历由 2035-12-26（周三）18:00 改为 2035-12-27（周四）18:00';
  expect(await openDuty(number, 'first_contact')).toMatchObject({
    dueAt: '2035-12-27T10:00:00.000Z',
    sentence: expect.stringContaining('12月26日'),
    moves: [{ team: 'south', edition: null, sentence }],
  });
  expect(await timelineOf(number)).toContain(sentence);
  const published = await publish('put', '/calendar/teams/south/exceptions', {
    days: [{ date: '2035-12-31', working: false, name: '盘点' }],
    reason: '年终盘点',
  });
  expect(moving(published, number)).toEqual([]);

  await engine.act(number, MANAGER, 'reassign', {
    to: { id: 'handler-2', role: 'handler', team: 'east' },
    ref: 'text-why',
  });
  expect(await dueOf(number)).toBe('2035-12-26 18:00');
  expect((await openDuty(number, 'first_contact')).moves).toMatchObject([{ team: 'south' }, { team: 'east' }]);
});

test('what is missed stays missed, what is done stays done, and minutes on the wall know no calendar', async () => {
  const missed = await receivedAt('2035-12-11 10:00');
  const done = await receivedAt('2035-12-12 10:00');
  await engine.forward(missed, { until: shanghai('2035-12-12 20:00') });
  await walk(engine, done, 'form');
  const before = await Promise.all([missed, done].map((number) => engine.obligations(number)));
  const published = await publish('put', COMPANY, {
    days: [{ date: '2035-12-12', to: '2035-12-13', working: false, name: '系统升级停工' }],
    reason: '机房搬迁',
  });
  const after = await Promise.all([missed, done].map((number) => engine.obligations(number)));
  const settled = (rows: typeof before) => rows.map((row) => row.filter(({ kind }) => kind === 'first_contact'));
  expect(settled(after)).toEqual(settled(before));
  // What the owner is to do now that it was missed lies ahead, and moves.
  expect(moving(published, missed).map(({ kind }) => kind)).toEqual(['next_step']);
});

test('reminders that lie ahead ring at the new time, those that rang are not repeated', async () => {
  const number = await receivedAt('2035-12-18 10:00');
  await engine.forward(number, { until: shanghai('2035-12-19 09:30') });
  const reminders = async () =>
    (await engine.turns(number)).flatMap(({ at, events }) =>
      events.some(({ type }) => type === 'reminded') ? [wall(Math.floor(at.getTime() / 60_000) * 60_000)] : [],
    );
  expect(await reminders()).toEqual(['2035-12-19 09:00']);
  await publish('put', COMPANY, {
    days: [{ date: '2035-12-19', working: false, name: '暴雪停工' }],
    reason: '暴雪橙色预警',
  });
  await engine.forward(number, { until: shanghai('2035-12-20 17:00') });
  expect(await reminders()).toEqual(['2035-12-19 09:00', '2035-12-20 09:00', '2035-12-20 16:00']);
  const sent = await engine.db.database.queries
    .select()
    .from(outbox)
    .where(and(eq(outbox.complaint, number), eq(outbox.notice, 'reminder')));
  expect(sent).toHaveLength(3);
});

test('the answer to a registration that is repeated is what it was, whatever the calendar has done since', async () => {
  const body = { ...AN_INTAKE, policy: 'retail-franchise', receivedAt: new Date(Date.now() - 60_000).toISOString() };
  const first = await api.send('post', '/complaints', 'HANDLER', body, 'intake-and-typhoon');
  await api.settle();
  const date = first.body.times[0].dueAt.slice(0, 10);
  const published = await publish('put', COMPANY, {
    days: [{ date, working: false, name: '停电' }],
    reason: '变电站检修',
  });
  expect(moving(published, first.body.number)).toHaveLength(1);
  const again = await api.send('post', '/complaints', 'HANDLER', body, 'intake-and-typhoon');
  expect(again.body).toEqual(first.body);
});

test('weekly word is counted anew as well, and what is opened later needs no moving', async () => {
  const number = await engine.register();
  await STEPS.contact(engine, number);
  const { dueAt } = await openDuty(number, 'follow_up');
  const date = new Date(Date.parse(dueAt) + 8 * HOUR).toISOString().slice(0, 10);
  const published = await publish('put', COMPANY, {
    days: [{ date, working: false, name: '盘点' }],
    reason: '年终盘点',
  });
  const kinds = moving(published, number).map((move) => (move as unknown as { kind: string }).kind);
  expect(kinds).toContain('follow_up');
  expect((await openDuty(number, 'follow_up')).moves).toHaveLength(1);
  await STEPS.contact(engine, number);
  expect(await openDuty(number, 'follow_up')).toMatchObject({ moves: [] });
});

test('moves are never changed, and what was lived here replays, its turns folding to the stored files', async () => {
  const rows = await engine.db.database.queries.select().from(obligationMoves);
  expect(rows.length).toBeGreaterThan(5);
  await expect(engine.db.database.queries.delete(obligationMoves)).rejects.toMatchObject({ cause: { code: '23001' } });
  await engine.verify();
});

import { virtualNow } from '../../scripts/fast-forward';
import { forwardComplaint, requireDevelopment } from '../../scripts/forward-complaint';
import { parseWhen } from '../../scripts/forward-when';
import type { When } from '../../scripts/forward-when';
import { DAY, Engine, HOUR, MINUTE } from '../support/engine';
import { STEPS, walk } from '../support/life';
import { command, installationFolder } from './support/command';

let engine: Engine;
let folder: string;
beforeAll(async () => {
  engine = await Engine.start();
  folder = installationFolder({ databaseUrl: engine.db.url, ...engine.ns });
}, 60_000);
afterAll(() => engine?.stop());

const forward = (number: string, when: When) =>
  forwardComplaint({ database: engine.db.database, client: engine.ns.client }, number, when);
/** A complaint that owes one thing at first: the contact. */
const withOneDuty = () => engine.register({ policy: 'retail-franchise' });
const clockTurns = async (number: string) => (await engine.turns(number)).filter(({ via }) => via === 'clock');
const types = async (number: string) => (await clockTurns(number)).map(({ events }) => events[0]?.type);

describe('what may be typed', () => {
  test.each<[string, When]>([
    ['next', { to: 'wake' }],
    ['next due', { to: 'due' }],
    ['  next   due ', { to: 'due' }],
    ['+3d', { by: 3 * DAY }],
    ['+4h', { by: 4 * HOUR }],
    ['+30m', { by: 30 * MINUTE }],
    ['2026-12-01 09:00', { at: Date.parse('2026-12-01T01:00:00Z') }],
    ['2026-12-01T09:00:30', { at: Date.parse('2026-12-01T01:00:30Z') }],
    ['2026-12-01T09:00Z', { at: Date.parse('2026-12-01T09:00:00Z') }],
    ['2026-12-01T09:00:00-05:00', { at: Date.parse('2026-12-01T14:00:00Z') }],
    ['2028-02-29 00:00', { at: Date.parse('2028-02-28T16:00:00Z') }],
  ])('“%s” is understood', (text, when) => {
    expect(parseWhen(text)).toEqual(when);
  });

  test.each([
    '',
    'now',
    'next week',
    '-3d',
    '+0d',
    '+3',
    '+3w',
    '2026-12-01',
    '2026-02-30 09:00',
    '2026-13-01 09:00',
    '2026-12-01 25:00',
  ])('“%s” is refused with all that is allowed', (text) => {
    expect(() => parseWhen(text)).toThrow(/看不懂时间[^]*next due[^]*\+3d[^]*上海时间/);
  });
});

test('the clock goes from reminder to reminder, and past a due time into a breach', async () => {
  const number = await withOneDuty();
  const [promise] = await engine.obligations(number);
  const reminders = promise!.explanation && (await engine.record(number)).file.duties[0]!.promptsAt!;
  for (const at of reminders) {
    const { after, happened } = await forward(number, { to: 'wake' });
    expect(happened).toHaveLength(1);
    expect(after).toBeGreaterThanOrEqual(at);
    expect(after).toBeLessThan(at + MINUTE);
  }
  const { happened, file, because } = await forward(number, { to: 'due' });
  expect(happened[0]!.sentence).toContain('逾期未完成，记为违规');
  expect(happened[0]!.at).toBeGreaterThan(promise!.dueAt.getTime());
  expect(file.duties[0]!.missed).toBe(true);
  // What was missed stays to be done, and so that it is not forgotten, to go on is owed.
  expect(because).toContain('按工作日计 3 天');
  expect(await types(number)).toEqual([...reminders.map(() => 'reminded'), 'missed']);
});

test('nothing is said before its time: an instant short of a due time leaves it open', async () => {
  const number = await engine.register();
  const [promise] = await engine.obligations(number);
  await forward(number, { at: promise!.dueAt.getTime() - 10_000 });
  expect(await types(number)).not.toContain('missed');
  await STEPS.contact(engine, number);
  await STEPS.form(engine, number);
  expect((await engine.obligations(number))[0]).toMatchObject({ state: 'met', missedAt: null });
});

test('ninety days with thirteen weeks of silence take seconds, and each thing is said at its own time', async () => {
  const number = await engine.register();
  await walk(engine, number, 'verify');
  const began = Date.now();
  const { before, after } = await forward(number, { by: 90 * DAY });
  const seconds = (Date.now() - began) / 1_000;
  expect(after - before - 90 * DAY).toBeLessThan(5_000);
  expect(seconds).toBeLessThan(30);
  await expectTimely(number);
  expect((await clockTurns(number)).length).toBeGreaterThanOrEqual(24);
});

test('a run that hands over to a new one every few turns misses nothing on the way', async () => {
  const number = await engine.register({ runLength: 4 });
  await walk(engine, number, 'contact');
  const first = (await engine.handle(number).describe()).runId;
  await forward(number, { by: 60 * DAY });
  expect((await engine.handle(number).describe()).runId).not.toBe(first);
  await expectTimely(number);
  expect((await types(number)).filter((type) => type === 'missed').length).toBeGreaterThanOrEqual(8);
});

test('a complaint whose workflow has not been started yet is started first', async () => {
  const number = await engine.register({ start: false });
  const { happened } = await forward(number, { to: 'due' });
  expect(happened.at(-1)!.sentence).toContain('记为违规');
  expect((await engine.record(number)).started).toBe(true);
});

test('what cannot be done is said in one sentence', async () => {
  const number = await engine.register();
  const noSuch = '没有编号为 20200101-001 的投诉。';
  await expect(forward('20200101-001', { to: 'wake' })).rejects.toThrow(noSuch);
  await expect(forward(number, { by: 9_999 * DAY })).rejects.toThrow('一次最多往前三年。');
  await expect(forward(number, parseWhen('2020-01-01 09:00'))).rejects.toThrow(
    /^不能把时间往回拨：投诉 [\d-]+ 的时钟已是 [^\n]+，给出的是 2020-01-01（周三）09:00。$/,
  );
  await walk(engine, number, 'archive');
  await expect(forward(number, { by: DAY })).rejects.toThrow(`投诉 ${number} 已结案，流程已经走完。`);
});

test('a server that does not skip time is named as the reason', async () => {
  const number = await engine.register();
  const answer = Object.assign(new Error('The Time-Skipping feature is not enabled for namespace.'), { code: 12 });
  const updates = jest
    .spyOn(engine.ns.client.workflowService, 'updateWorkflowExecutionOptions')
    .mockRejectedValue(answer);
  await expect(forward(number, { by: DAY })).rejects.toThrow(/^这个 Temporal 服务器不能快进时间/);
  updates.mockRestore();
});

test('the command tells the time before and after, what was said on the way, and where the complaint stands', async () => {
  const number = await withOneDuty();
  const done = await command(folder, 'forward', number, 'next', 'due');
  expect(done).toMatchObject({ code: 0, err: '' });
  expect(done.out).toMatch(/之前 [^]*提醒：[^]*记为违规[^]*现在 [^]*逾期未办 {2}首次联系/);
});

test('only a development installation moves clocks', () => {
  const sentence = '这里连接的是外部服务器，时间不能快进：只有 npm start 自带的开发服务器可以。';
  const external = installationFolder({ databaseUrl: engine.db.url, ...engine.ns, development: false });
  expect(() => requireDevelopment({ HUIYIN_DATA: folder })).not.toThrow();
  expect(() => requireDevelopment({ HUIYIN_DATA: external })).toThrow(sentence);
  expect(() => requireDevelopment({ HUIYIN_DATA: folder, TEMPORAL_ADDRESS: engine.ns.address })).toThrow(sentence);
});

/** Late by no more than the run took to deal with it; never early. */
async function expectTimely(number: string): Promise<void> {
  const due = new Map((await engine.obligations(number)).map(({ id, dueAt }) => [id, dueAt.getTime()]));
  for (const { at, events } of await clockTurns(number)) {
    const [event] = events;
    if (event?.type !== 'missed') continue;
    expect(at.getTime() - due.get(event.duty)!).toBeGreaterThan(0);
    expect(at.getTime() - due.get(event.duty)!).toBeLessThan(10_000);
  }
  expect(await virtualNow(engine.ns.client, number)).toBeGreaterThan(Date.now());
}

import pino from 'pino';
import { openNumbers, restartComplaints } from '../../scripts/restart-complaints';
import { forwardTo } from '../../scripts/fast-forward';
import { runHealer } from '../../worker/healer';
import { complaintWorkflowId } from '../../workflows/contract';
import { DAY, Engine } from '../support/engine';
import { STEPS, walk } from '../support/life';
import { testNamespace } from '../support/temporal';
import { command, installationFolder } from './support/command';

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.start();
}, 60_000);
afterAll(() => engine?.stop());

const held = (number: string) => engine.handle(number).query('file');
const status = async (number: string) => (await engine.handle(number).describe()).status.name;
const runOf = async (number: string) => (await engine.handle(number).describe()).runId;
/** Until something is so, or the test runs out of time. */
async function until(so: () => Promise<boolean>): Promise<void> {
  while (!(await so())) await new Promise((done) => setTimeout(done, 50));
}

test('a complaint whose run was terminated comes back by itself, at its step and with its timer', async () => {
  const number = await engine.register();
  await walk(engine, number, 'verify');
  const { file } = await engine.record(number);
  await engine.handle(number).terminate('somebody pressed the button');

  const stopping = new AbortController();
  const dependencies = { database: engine.db.database, client: engine.ns.client, log: pino({ level: 'silent' }) };
  const healer = runHealer(dependencies, stopping.signal, 100);
  await until(async () => (await status(number)) === 'RUNNING');
  expect(await held(number)).toEqual(file);

  await engine.forward(number, { by: 8 * DAY });
  const ofTheFollowUp = (await engine.events(number)).filter(
    (event) => 'duty' in event && event.duty.startsWith('follow_up'),
  );
  expect(ofTheFollowUp.map(({ type }) => type)).toEqual(['reminded', 'missed']);
  await STEPS.propose(engine, number);
  expect((await engine.record(number)).stage).toBe('proposal');
  const healed = await runOf(number);
  await new Promise((done) => setTimeout(done, 500));
  expect(await runOf(number)).toBe(healed);
  stopping.abort();
  await healer;
});

test('a closed complaint is not started again, whatever became of its run', async () => {
  const number = await engine.register();
  await walk(engine, number, 'archive');
  await engine.handle(number).result();
  const done = await restartComplaints({ database: engine.db.database, client: engine.ns.client }, [number], true);
  expect(done).toEqual({ started: 0, running: 0, closed: 1, failed: [] });
});

test('restart leaves running complaints alone, starts the others, and names those that it could not start', async () => {
  const running = await engine.register();
  const gone = await engine.register({ start: false });
  const before = await runOf(running);
  const done = await restartComplaints(
    { database: engine.db.database, client: engine.ns.client },
    [running, gone, '20200101-001'],
    false,
  );
  expect(done).toMatchObject({ started: 1, running: 1, closed: 0 });
  expect(done.failed).toEqual([{ number: '20200101-001', why: '没有编号为 20200101-001 的投诉。' }]);
  expect(await runOf(running)).toBe(before);
  expect((await engine.record(gone)).started).toBe(true);
});

test('restart with --terminate puts a new run in the place of every open complaint, also of one on its own clock', async () => {
  const number = await engine.register();
  await walk(engine, number, 'propose');
  await engine.forward(number, { by: 30 * DAY });
  const [before, now, { file }] = [await runOf(number), await engine.now(number), await engine.record(number)];

  const all = openNumbers(engine.db.database.queries);
  const done = await restartComplaints({ database: engine.db.database, client: engine.ns.client }, all, true);
  expect(done).toMatchObject({ running: 0, closed: 0, failed: [] });
  expect(done.started).toBeGreaterThanOrEqual(3);
  expect(await runOf(number)).not.toBe(before);
  expect(await held(number)).toEqual(file);
  expect(await engine.now(number)).toBeGreaterThanOrEqual(file.lastAt);
  expect(await engine.now(number)).toBeLessThan(now + DAY);
  await STEPS.tell(engine, number);
});

test('after the loss of the namespace every open complaint goes on from Postgres alone, at its step', async () => {
  const steps = ['contact', 'verify', 'accept', 'satisfied'] as const;
  const numbers: string[] = [];
  for (const step of steps) {
    const number = await engine.register();
    await walk(engine, number, step);
    numbers.push(number);
  }
  const files = await Promise.all(numbers.map(async (number) => (await engine.record(number)).file));

  const lost = await testNamespace();
  const folder = installationFolder({ databaseUrl: engine.db.url, address: lost.address, namespace: lost.namespace });
  const said = await command(folder, 'restart', '--all');
  expect(said).toMatchObject({ code: 0, out: expect.stringMatching(/^已启动 \d+ 件，本来就在运行 0 件/) as string });

  const worker = await lost.startWorker(engine.db.url);
  for (const [index, number] of numbers.entries()) {
    expect(await lost.client.workflow.getHandle(complaintWorkflowId(number)).query('file')).toEqual(files[index]);
  }
  const { file } = await engine.record(numbers[0]!);
  await forwardTo(lost.client, numbers[0]!, file.duties[0]!.dueAt! + 1);
  expect((await engine.record(numbers[0]!)).overdue).toBe(true);
  await worker.stop();
  await lost.close();
});

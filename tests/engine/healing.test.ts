import { eq } from 'drizzle-orm';
import pino from 'pino';
import { complaints } from '../../db/schema';
import { startLeftBehind } from '../../worker/starter';
import { Engine, HANDLER } from '../support/engine';
import { A_PROPOSAL, STEPS, walk } from '../support/life';

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.start();
}, 120_000);
afterAll(() => engine?.stop());

const log = pino({ level: 'silent' });
const sweep = () => startLeftBehind({ database: engine.db.database, client: engine.ns.client, log }, 0);

test('IN-4 a complaint registered while Temporal was away gets its workflow from the sweep, with the times it was promised', async () => {
  const number = await engine.register({ start: false });
  const [promised] = await engine.obligations(number);
  expect(await sweep()).toBe(1);
  await STEPS.contact(engine, number);
  await STEPS.form(engine, number);
  expect((await engine.obligations(number))[0]).toMatchObject({
    id: promised!.id,
    dueAt: promised!.dueAt,
    state: 'met',
  });
  expect(await sweep()).toBe(0);
});

test('HA-1 a complaint that arrives long after its deadline is one breach and no volley of reminders', async () => {
  const number = await engine.register({
    policy: 'retail-franchise',
    receivedAt: new Date(Date.now() - 30 * 86_400_000),
  });
  for (let i = 0; i < 100 && !(await engine.record(number)).overdue; i += 1)
    await new Promise((done) => setTimeout(done, 50));
  const types = (await engine.events(number)).map(({ type }) => type);
  expect(types.filter((type) => type === 'missed')).toHaveLength(1);
  expect(types).not.toContain('reminded');
});

test('M10 a terminated run is started again from the record, at the right step, with its timer on the recorded due time', async () => {
  const number = await engine.register();
  await walk(engine, number, 'verify');
  await engine.handle(number).terminate('by an administrator');
  const { file } = await engine.record(number);
  await engine.startRun(file);
  await STEPS.propose(engine, number);
  expect(await engine.record(number)).toMatchObject({ stage: 'proposal' });
  const tell = (await engine.obligations(number)).find(({ kind }) => kind === 'tell_proposal')!;
  await engine.forward(number, { until: tell.dueAt.getTime() + 1_000 });
  expect((await engine.obligations(number)).find(({ kind }) => kind === 'tell_proposal')?.missedAt).not.toBeNull();
});

test('M10 a run that was reset three turns back begins again from the record with the next action', async () => {
  const number = await engine.register();
  await walk(engine, number, 'verify');
  const { events } = await engine.handle(number).fetchHistory();
  const completed = (events ?? []).filter(
    ({ workflowTaskCompletedEventAttributes }) => workflowTaskCompletedEventAttributes,
  );
  await engine.ns.client.workflowService.resetWorkflowExecution({
    namespace: engine.ns.namespace,
    workflowExecution: { workflowId: `complaint-${number}` },
    workflowTaskFinishEventId: completed.at(-4)!.eventId!,
    requestId: `reset-${number}`,
    reason: 'by an administrator',
  });
  const { seq } = await engine.record(number);
  await engine.act(number, HANDLER, 'propose', { ...A_PROPOSAL, kinds: ['apology'], steps: [] }, { seen: seq });
  const types = (await engine.events(number)).map(({ type }) => type);
  expect(types.filter((type) => type === 'verified')).toHaveLength(1);
  expect(types.filter((type) => type === 'proposed')).toHaveLength(1);
});

test('a record that is ahead of its run without anybody noticing is found out by the clock at the latest', async () => {
  const number = await engine.register();
  await STEPS.contact(engine, number);
  await engine.handle(number).terminate('lost');
  const behind = (await engine.record(number)).file;
  await engine.startRun(behind);
  await STEPS.form(engine, number);
  // The same complaint again from the older file: what a restored Temporal would hold.
  await engine.handle(number).terminate('restored from an old backup');
  await engine.startRun(behind);
  await engine.forward(number, {
    until: (await engine.obligations(number)).find(({ state }) => state === 'open')!.dueAt.getTime(),
  });
  await STEPS.classify(engine, number);
  expect(await engine.record(number)).toMatchObject({ stage: 'verification' });
});

test('what was lived here replays on the present code, and every stored turn folds to the stored file', async () => {
  await engine.verify();
  const open = await engine.db.database.queries
    .select({ number: complaints.number })
    .from(complaints)
    .where(eq(complaints.started, false));
  expect(open.length).toBeGreaterThan(0);
});

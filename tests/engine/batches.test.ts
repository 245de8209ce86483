import { Worker } from '@temporalio/worker';
import { eq, sql } from 'drizzle-orm';
import { queueBatch } from '../../db/queries/batches';
import { batches, batchItems } from '../../db/schema';
import { BATCH_WORKFLOW_TYPE, batchStartOptions } from '../../workflows/contract';
import { Batches } from '../support/batches';
import { CLERK, Engine, HANDLER, MANAGER } from '../support/engine';
import { proofAt, STEPS, walk } from '../support/life';
import { workflowBundle } from '../support/temporal';

let engine: Engine;
let run: Batches;
beforeAll(async () => {
  engine = await Engine.start();
  run = new Batches(engine);
}, 120_000);
afterAll(() => engine?.stop());

const query = () => engine.db.database.queries;
const itemsOf = (id: string) => query().select().from(batchItems).where(eq(batchItems.batch, id));
const turnsOfBatch = async (number: string, id: string) =>
  (await engine.turns(number)).filter(({ key }) => key.startsWith(`batch:${id}`));

test('one action reaches every complaint of a batch once, in their order, in the name of the system', async () => {
  const numbers = [await engine.register(), await engine.register(), await engine.register()];
  const id = await run.begin([numbers[2]!, numbers[0]!, numbers[1]!], { pace: { group: 1, pauseMs: 10 } });
  expect(await run.until(id)).toEqual({ total: 3, waiting: 0, done: 3, refused: 0, skipped: 0 });
  for (const number of numbers) {
    expect(await turnsOfBatch(number, id)).toMatchObject([
      { by: 'system', via: 'api', events: [{ type: 'calendar_changed', edition: 1 }] },
    ]);
  }
  const items = (await itemsOf(id)).toSorted((a, b) => a.at!.getTime() - b.at!.getTime());
  expect(items.map(({ complaint }) => complaint)).toEqual([numbers[2], numbers[0], numbers[1]]);
  await run.run(id).result();
  expect((await run.row(id))?.finishedAt).not.toBeNull();
  await run.start();
  expect(await run.progress(id)).toMatchObject({ done: 3 });
  for (const number of numbers) expect(await turnsOfBatch(number, id)).toHaveLength(1);
});

test('a closed complaint is left untouched, and what the procedure does not allow is put down with its reason', async () => {
  const closed = await engine.register();
  await engine.act(closed, HANDLER, 'withdraw', { proof: proofAt(Date.now()) });
  await engine.act(closed, CLERK, 'archive', {});
  await engine.handle(closed).result();
  const [before, open] = [await engine.record(closed), await engine.register()];
  const { rules } = (await engine.record(open)).file;
  const id = await run.begin([closed, open], {
    kind: 'policy',
    action: 'adopt_policy',
    data: { rules, ref: 'text' },
    by: MANAGER,
  });
  expect(await run.until(id)).toMatchObject({ refused: 1, skipped: 1, done: 0 });
  expect(await engine.record(closed)).toEqual(before);
  expect((await itemsOf(id)).find(({ complaint }) => complaint === open)?.refusal).toEqual({
    code: 'edition_not_newer',
    edition: 1,
    present: 1,
  });
});

test('a complaint whose run is gone is started from the record for it', async () => {
  const number = await engine.register();
  await STEPS.contact(engine, number);
  await engine.handle(number).terminate('by an administrator');
  const id = await run.begin([number]);
  expect(await run.until(id)).toMatchObject({ done: 1 });
  await STEPS.form(engine, number);
  expect(await engine.record(number)).toMatchObject({ stage: 'classification' });
});

test('a batch that somebody ended in Temporal goes on, and nothing is done twice; one that was cancelled does not stop', async () => {
  const numbers = await run.complaints(8);
  const id = await run.begin(numbers, { pace: { group: 1, pauseMs: 300 } });
  await run.until(id, (waiting) => waiting < 7);
  await run.run(id).terminate('by an administrator');
  await run.start();
  await run.run(id).cancel();
  expect(await run.until(id)).toMatchObject({ done: 8 });
  for (const number of numbers) expect(await turnsOfBatch(number, id)).toHaveLength(1);
});

test('an action on record is not asked again, though the item still waits: the key says that it was done', async () => {
  const number = await engine.register();
  const id = await run.begin([number]);
  await run.until(id);
  await run.run(id).result();
  const { seq } = await engine.record(number);
  await query().update(batchItems).set({ state: 'waiting', seq: null }).where(eq(batchItems.batch, id));
  await query().update(batches).set({ finishedAt: null }).where(eq(batches.id, id));
  await walk(engine, number, 'form');
  await run.start();
  expect(await run.until(id)).toMatchObject({ done: 1 });
  expect((await itemsOf(id))[0]).toMatchObject({ seq });
});

test('a big batch goes on in new runs: each is short, and it replays', async () => {
  const numbers = await run.complaints(7);
  const id = await engine.db.database.transaction((tx) => {
    return queueBatch(tx, {
      kind: 'calendar',
      action: 'recompute',
      data: { edition: 1 },
      by: { id: 'system', roles: [], team: '' },
      requestedBy: 'admin-1',
      reason: '试验',
      at: new Date(),
      complaints: numbers,
      pace: { group: 1, pauseMs: 10 },
    });
  });
  const { args: _, ...options } = batchStartOptions(id!);
  const handle = await engine.ns.client.workflow.start(BATCH_WORKFLOW_TYPE, { ...options, args: [id, 2] });
  await handle.result();
  expect(await run.progress(id!)).toMatchObject({ done: 7, waiting: 0 });
  const first = await engine.ns.client.workflow.getHandle(`batch-${id}`, handle.firstExecutionRunId).fetchHistory();
  const last = await run.run(id!).fetchHistory();
  expect((await handle.describe()).runId).not.toBe(handle.firstExecutionRunId);
  for (const history of [first, last]) {
    expect(history.events!.length).toBeLessThan(40);
    await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history, `batch-${id}`);
  }
});

test('what a batch is to do is never changed, and nobody on the staff can act in its name', async () => {
  const id = await run.begin([await engine.register()]);
  await run.until(id);
  const change = (set: object) => query().update(batches).set(set).where(eq(batches.id, id));
  await expect(change({ data: { edition: 9 } })).rejects.toMatchObject({ cause: { code: '23001' } });
  await change({ pace: { group: 2, pauseMs: 0 } });
  await expect(query().execute(sql`delete from batches where id = ${id}`)).rejects.toMatchObject({
    cause: { code: '23001' },
  });
  const number = await engine.register();
  for (const by of [MANAGER, HANDLER, CLERK]) {
    expect(await engine.refusalOf(number, by, 'recompute', { edition: 1 })).toMatchObject({ code: 'not_for_staff' });
  }
});

test('what was lived here replays on the present code, and every stored turn folds to the stored file', async () => {
  await engine.verify();
});

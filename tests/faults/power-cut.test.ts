import { startThrowAwayServers } from '../../scripts/servers/throw-away';
import type { ActionData } from '../../domain/actions';
import type { ThrowAwayServers } from '../../scripts/servers/throw-away';
import { startChildWorker } from '../support/child-worker';
import type { ChildWorker } from '../support/child-worker';
import { meaningOf } from '../../gateway/temporal-failures';
import { Engine, HANDLER } from '../support/engine';
import { STEPS, walk } from '../support/life';

let servers: ThrowAwayServers;
let engine: Engine;
let worker: ChildWorker;
const newWorker = async (dieAfterSeq?: number) => {
  worker = await startChildWorker(
    { databaseUrl: engine.db.url, address: engine.ns.address, namespace: engine.ns.namespace },
    dieAfterSeq,
  );
};
beforeAll(async () => {
  servers = await startThrowAwayServers();
  engine = await Engine.start({ postgres: servers.postgres.url, temporal: servers.temporal.address, worker: 'none' });
}, 180_000);
afterAll(async () => {
  await worker?.kill();
  await engine?.ns.close();
  await engine?.db.database.close();
  await servers?.dispose();
}, 60_000);

const CLASSIFIED: ActionData['classify'] = {
  nature: 'product_quality',
  requestType: 'complaint',
  grounds: [],
  ref: 'text',
};
const form = { ref: 'text-form', repeatedBack: true };
const countOf = async (number: string, type: string) =>
  (await engine.events(number)).filter((event) => event.type === type).length;

test('M7 the worker is killed between any two steps: the next one finds the complaint where it stood', async () => {
  await newWorker();
  const number = await engine.register();
  for (const step of ['contact', 'form', 'classify', 'verify'] as const) {
    await STEPS[step](engine, number);
    await worker.kill();
    await newWorker();
  }
  expect(await engine.record(number)).toMatchObject({ stage: 'proposal' });
  await engine.verify(number);
});

test('M2 the worker dies right after a commit: whoever waited gets the answer of that commit, and it happened once', async () => {
  const number = await engine.register();
  await STEPS.contact(engine, number);
  await worker.kill();
  await newWorker((await engine.record(number)).seq);
  const filled = engine.act(number, HANDLER, 'fill_form', form);
  await worker.died;
  await newWorker();
  const recorded = await filled;
  expect(recorded.seq).toBe((await engine.record(number)).seq);
  expect(await countOf(number, 'form_filled')).toBe(1);
  await engine.verify(number);
});

test('M2 the power fails right after a commit, Temporal with it: the run finds the record ahead, begins again from it, and nothing is done twice', async () => {
  const number = await engine.register();
  await STEPS.contact(engine, number);
  await worker.kill();
  await newWorker((await engine.record(number)).seq);
  // Its caller gives up: nobody sends the action again, so nothing but the record knows of it.
  const cutOff = engine.ns.client.withDeadline(Date.now() + 4_000, () =>
    engine.send(number, HANDLER, 'fill_form', form),
  );
  await Promise.all([expect(cutOff).rejects.toThrow(), worker.died.then(() => servers.temporal.kill())]);
  await servers.restartTemporal();
  await newWorker();

  const { seq } = await engine.record(number);
  expect(await countOf(number, 'form_filled')).toBe(1);
  const first = await engine
    .send(number, HANDLER, 'classify', CLASSIFIED, { seen: seq, key: 'after' })
    .catch((error: unknown) => error);
  if (first instanceof Error) expect(meaningOf(first)).toEqual({ is: 'unknown' });
  await engine.act(number, HANDLER, 'classify', CLASSIFIED, { seen: seq, key: 'after' });
  expect(await countOf(number, 'form_filled')).toBe(1);
  expect(await countOf(number, 'classified')).toBe(1);
  await walk(engine, number, 'archive', 'verify');
  await expect(engine.handle(number).result()).resolves.toBe('completed');
  await engine.verify(number);
});

test('Postgres is killed with -9 between two steps: what was answered is there, and the next step goes on', async () => {
  const number = await engine.register();
  await STEPS.contact(engine, number);
  const { seq } = await engine.record(number);
  await servers.postgres.kill();
  await servers.restartPostgres();
  await eventually(async () => expect((await engine.record(number)).seq).toBe(seq));
  await eventually(() => STEPS.form(engine, number));
  expect(await engine.record(number)).toMatchObject({ stage: 'classification' });
  // The server, too, finds its way back to its database by and by.
  await eventually(() => engine.verify(number));
});

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === 40) throw error;
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}

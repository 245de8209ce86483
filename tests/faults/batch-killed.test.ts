import { startThrowAwayServers } from '../../scripts/servers/throw-away';
import type { ThrowAwayServers } from '../../scripts/servers/throw-away';
import { Batches } from '../support/batches';
import { startChildWorker } from '../support/child-worker';
import type { ChildWorker } from '../support/child-worker';
import { Engine } from '../support/engine';
import { STEPS } from '../support/life';

let servers: ThrowAwayServers;
let engine: Engine;
let run: Batches;
let worker: ChildWorker;
const newWorker = async () => {
  const { address, namespace } = engine.ns;
  worker = await startChildWorker({ databaseUrl: engine.db.url, address, namespace });
};
beforeAll(async () => {
  servers = await startThrowAwayServers();
  engine = await Engine.start({ postgres: servers.postgres.url, temporal: servers.temporal.address, worker: 'none' });
  run = new Batches(engine);
  await newWorker();
}, 180_000);
afterAll(async () => {
  await worker?.kill();
  await engine?.ns.close();
  await engine?.db.database.close();
  await servers?.dispose();
}, 60_000);

const untouched = async (numbers: string[]) => {
  const turns = await Promise.all(numbers.map((number) => engine.turns(number)));
  return turns.map((all) => all.filter(({ key }) => key.startsWith('batch:')).length);
};

test('M7 the worker is killed in the middle of a batch, twice: the next one goes on, and every complaint has it once', async () => {
  const numbers = await run.complaints(24);
  const id = await run.begin(numbers, { pace: { group: 4, pauseMs: 200 } });
  for (const left of [16, 6]) {
    await run.until(id, (waiting) => waiting <= left);
    await worker.kill();
    await newWorker();
  }
  expect(await run.until(id)).toEqual({ total: 24, waiting: 0, done: 24, refused: 0, skipped: 0 });
  expect(await untouched(numbers)).toEqual(numbers.map(() => 1));
  await run.run(id).result();
  await engine.verify();
});

test('a batch that is asked for while Temporal is away comes about, and is carried out when it is back', async () => {
  const numbers = await run.complaints(3);
  for (const number of numbers) await STEPS.contact(engine, number);
  await servers.temporal.kill();
  const asked = run.begin(numbers);
  await servers.restartTemporal();
  const id = await asked;
  for (let tries = 0; tries < 40 && !(await run.row(id))?.started; tries += 1) await run.start();
  expect(await run.until(id)).toMatchObject({ done: 3 });
  expect(await untouched(numbers)).toEqual([1, 1, 1]);
});

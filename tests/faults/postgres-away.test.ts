import { Engine } from '../support/engine';
import { STEPS, walk } from '../support/life';
import { layWire } from '../support/tcp-proxy';
import type { Wire } from '../support/tcp-proxy';

let engine: Engine;
let wire: Wire;
beforeAll(async () => {
  engine = await Engine.start({ worker: 'none' });
  const url = new URL(engine.db.url);
  wire = await layWire({ host: url.hostname, port: Number(url.port) });
  engine.worker = await engine.ns.startWorker(Object.assign(url, { port: String(wire.port) }).toString());
}, 120_000);
afterAll(async () => {
  await engine?.stop();
  await wire?.close();
});
jest.setTimeout(180_000);

const eventCount = async (number: string) => (await engine.handle(number).fetchHistory()).events?.length ?? 0;

test('M6 Postgres is away for a minute: the action waits, takes effect once, and costs a handful of events', async () => {
  const number = await engine.register();
  await STEPS.contact(engine, number);
  const before = await eventCount(number);

  wire.cut();
  const filled = STEPS.form(engine, number);
  await new Promise((done) => setTimeout(done, 60_000));
  expect(await engine.record(number)).toMatchObject({ stage: 'first_contact' });
  wire.mend();
  await filled;

  expect((await engine.events(number)).filter(({ type }) => type === 'form_filled')).toHaveLength(1);
  expect((await eventCount(number)) - before).toBeLessThanOrEqual(8 + 8);
});

test('M5 a run that lived through it replays, and goes on to the archive', async () => {
  const [number] = engine.numbers;
  await walk(engine, number!, 'archive', 'classify');
  await expect(engine.handle(number!).result()).resolves.toBe('completed');
  await engine.verify(number!);
});

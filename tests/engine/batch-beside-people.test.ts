import { Batches } from '../support/batches';
import { Engine, HANDLER, MINUTE } from '../support/engine';
import { STEPS, walk } from '../support/life';

jest.setTimeout(10 * MINUTE);

let engine: Engine;
let run: Batches;
beforeAll(async () => {
  engine = await Engine.start();
  run = new Batches(engine);
}, 120_000);
afterAll(() => engine?.stop());

test('300 complaints in a batch while somebody works: every one has it once, his actions are done, and soon', async () => {
  const own = await engine.register();
  const numbers = [...(await run.complaints(300)), own];
  await engine.handle(own).query('file');
  const id = await run.begin(numbers, { pace: { group: 10, pauseMs: 0 } });
  await run.until(id, (waiting) => waiting < 290);

  const waited: number[] = [];
  for (const step of ['contact', 'form', 'classify', 'verify', 'propose', 'tell', 'accept', 'remedy'] as const) {
    const began = performance.now();
    await STEPS[step](engine, own);
    waited.push(performance.now() - began);
  }
  const meanwhile = await run.progress(id);
  expect(meanwhile.waiting).toBeGreaterThan(0);
  // Milliseconds on an idle machine; what is held up behind the batch would wait for minutes.
  expect(waited.toSorted((a, b) => a - b)[4]).toBeLessThan(3_000);

  expect(await run.until(id)).toEqual({ total: 301, waiting: 0, done: 301, refused: 0, skipped: 0 });
  for (const number of numbers) {
    const mine = (await engine.turns(number)).filter(({ by }) => by === 'system');
    expect(mine.map(({ key }) => key)).toEqual([`batch:${id}:${number}`]);
  }
  expect(await engine.record(own)).toMatchObject({ stage: 'callback' });
  expect((await engine.turns(own)).filter(({ by }) => by === HANDLER.id)).toHaveLength(9);
});

test('people act on the very complaints that a batch is sent to, at the same moment: both are done, in one order', async () => {
  const numbers = await run.complaints(20);
  const id = await run.begin(numbers, { pace: { group: 20, pauseMs: 0 } });
  await Promise.all(numbers.map((number) => walk(engine, number, 'form')));
  expect(await run.until(id)).toMatchObject({ done: 20 });
  for (const number of numbers) {
    const types = (await engine.events(number)).map(({ type }) => type);
    expect(types.filter((type) => type === 'calendar_changed' || type === 'form_filled')).toHaveLength(2);
  }
  await engine.verify(...numbers);
});

import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { approvalCode } from '../../db/approval-code';
import { outbox } from '../../db/schema';
import { TEST_SECRET } from '../support/database';
import { Engine, HANDLER, SUPERVISOR } from '../support/engine';
import { STEPS, walk } from '../support/life';

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.start();
}, 120_000);
afterAll(() => engine?.stop());

const reviewOf = async (number: string) =>
  (await engine.obligations(number)).find(({ kind, state }) => kind === 'review' && state === 'open')!;
const codeFor = async (number: string, staffId = SUPERVISOR.id) =>
  approvalCode(TEST_SECRET, number, (await reviewOf(number)).id, staffId);

/** Sends a signal and waits until it is on file: as an act, or as refused. */
async function signal(number: string, name: string, ...payload: unknown[]): Promise<void> {
  const before = (await engine.turns(number)).length;
  await engine.handle(number).signal(name, ...payload);
  for (let i = 0; i < 200 && (await engine.turns(number)).length === before; i += 1)
    await new Promise((done) => setTimeout(done, 25));
}
const refusals = async (number: string) =>
  (await engine.events(number)).flatMap((event) => (event.type === 'refused' ? [[event.action, event.because]] : []));

async function inReview(): Promise<string> {
  const number = await engine.register();
  await walk(engine, number, 'satisfied');
  return number;
}

test('CO-5 a plain signal with the one-time code of the supervisor approves, and the record says who it was', async () => {
  const number = await inReview();
  await signal(number, 'approve', { code: await codeFor(number) });
  expect(await engine.record(number)).toMatchObject({ stage: 'archive' });
  expect((await engine.turns(number)).at(-1)).toMatchObject({ via: 'signal', by: SUPERVISOR.id });
});

test('CO-5 a code may be typed without dashes and in small letters', async () => {
  const number = await inReview();
  await signal(number, 'approve', { code: (await codeFor(number)).toLowerCase().replaceAll('-', ' ') });
  expect(await engine.record(number)).toMatchObject({ stage: 'archive' });
});

test('CO-5 a signal sends the case back with a ground, to the step that it names', async () => {
  const number = await inReview();
  const code = await codeFor(number);
  await signal(number, 'reject', { code, ground: 'remedy_unproven', backTo: 'proposal' });
  expect(await engine.record(number)).toMatchObject({ stage: 'proposal' });
  await signal(number, 'approve', { code });
  expect(await refusals(number)).toEqual([['approve', 'code_unknown']]);
});

test('CO-5 a code that was refused is not used up; a signal sends back to every step that the API does', async () => {
  const number = await inReview();
  const code = await codeFor(number);
  await signal(number, 'reject', { code, ground: 'other' });
  await signal(number, 'reject', { code, ground: 'facts_unclear', backTo: 'result' });
  expect(await refusals(number)).toEqual([
    ['reject', 'reason_wanted'],
    ['reject', 'step_not_repeatable'],
  ]);
  await signal(number, 'approve', { code });
  expect(await engine.record(number)).toMatchObject({ stage: 'archive' });
});

test('CO-5 the code of another complaint, of an earlier review, or of nobody opens nothing, and the reviewers are told', async () => {
  const [number, other] = [await inReview(), await inReview()];
  await signal(number, 'approve', { code: await codeFor(other) });
  await signal(number, 'approve', { code: 'ABCDE-FGHJK-LMNPQ' });
  const old = await codeFor(number);
  await STEPS.approve(engine, number);
  await signal(number, 'approve', { code: old });
  expect(await refusals(number)).toEqual([
    ['approve', 'code_unknown'],
    ['approve', 'code_unknown'],
    ['approve', 'code_void'],
  ]);
  const told = await engine.db.database.queries
    .select()
    .from(outbox)
    .where(and(eq(outbox.complaint, number), eq(outbox.notice, 'signal_refused')));
  expect(told).toHaveLength(3);
  expect(told[0]).toMatchObject({ recipients: { roles: ['supervisor'], team: 'east' } });
});

test('whatever is sent as a signal is put on file as refused and stops nothing', async () => {
  const number = await engine.register();
  const rubbish: unknown[][] = [
    [],
    [null],
    ['text'],
    [42],
    [[1, 2]],
    [{ code: 7 }],
    [{ code: '🤬'.repeat(2_000) }],
    [{ code: 'x', seen: 1e9, by: { id: 'manager-1', roles: ['manager'] } }],
  ];
  for (const payload of rubbish) await signal(number, 'approve', ...payload);
  await signal(number, 'reject', { code: 'ABCDE' });
  await signal(number, 'no\u0000such "thing" 🤬', { a: 1 });
  await signal(number, 'withdraw', { proof: {} });
  const filed = await refusals(number);
  expect(filed).toHaveLength(rubbish.length + 3);
  expect(filed.map(([, because]) => because)).toEqual([
    ...Array<string>(7).fill('signal_malformed'),
    'code_unknown',
    'signal_malformed',
    'signal_unknown',
    'signal_unknown',
  ]);
  await STEPS.contact(engine, number);
  expect(await engine.record(number)).toMatchObject({ stage: 'first_contact' });
});

test('updates of no known shape are refused and leave no trace in the history', async () => {
  const number = await engine.register();
  await STEPS.contact(engine, number);
  const before = (await engine.handle(number).fetchHistory()).events?.length;
  for (const args of [[null], ['text'], [{}], [{ by: null, data: null }]] as [unknown][]) {
    await expect(engine.handle(number).executeUpdate('fill_form', { args, updateId: randomUUID() })).rejects.toThrow();
  }
  await expect(engine.refusalOf(number, SUPERVISOR, 'fill_form', { ref: 'text', repeatedBack: true })).resolves.toEqual(
    {
      code: 'not_owner',
      owner: HANDLER.id,
    },
  );
  expect((await engine.handle(number).fetchHistory()).events?.length).toBe(before);
});

test('cancel in the Temporal UI ends nothing: it is put on file as refused, and the complaint goes on', async () => {
  const number = await engine.register();
  await engine.handle(number).cancel();
  await STEPS.contact(engine, number);
  expect(await refusals(number)).toEqual([['cancel', 'cancel_not_a_step']]);
  await walk(engine, number, 'archive', 'form');
  await expect(engine.handle(number).result()).resolves.toBe('completed');
});

test('what was lived here replays on the present code, and every stored turn folds to the stored file', async () => {
  await engine.verify();
});

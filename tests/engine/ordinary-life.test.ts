import { and, eq } from 'drizzle-orm';
import { outbox } from '../../db/schema';
import { CLERK, DAY, Engine, HANDLER, HANDLER2, HOUR, SUPERVISOR } from '../support/engine';
import { proofAt, STEPS, walk } from '../support/life';
import { costOf } from '../support/verify';

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.start();
}, 120_000);
afterAll(() => engine?.stop());

const notices = (number: string, notice: string) =>
  engine.db.database.queries
    .select()
    .from(outbox)
    .where(and(eq(outbox.complaint, number), eq(outbox.notice, notice as never)));
const countOf = async (number: string, type: string) =>
  (await engine.events(number)).filter((event) => event.type === type).length;

test('an ordinary complaint lives from intake to archive, within its budget of events', async () => {
  const number = await engine.register();
  await walk(engine, number, 'archive');
  await expect(engine.handle(number).result()).resolves.toBe('completed');

  const row = await engine.record(number);
  expect(row).toMatchObject({ outcome: 'completed', overdue: false, nextDueAt: null });
  expect((await engine.obligations(number)).filter(({ state }) => state === 'open')).toEqual([]);
  const { events, allowed } = costOf(await engine.handle(number).fetchHistory(), await engine.turns(number));
  expect(events).toBeLessThanOrEqual(allowed);
});

test('IN-5 CO-7 the customer is told at once that the complaint is received, and thanked at the end whatever the outcome', async () => {
  const number = await engine.register();
  expect(await notices(number, 'acknowledgement')).toHaveLength(1);
  await engine.act(number, HANDLER, 'withdraw', { proof: proofAt(Date.now()) });
  await engine.act(number, CLERK, 'archive', {});
  await engine.handle(number).result();
  expect(await notices(number, 'farewell')).toMatchObject([{ params: { outcome: 'withdrawn' } }]);
});

test('HA-1 the handler is reminded before the day is over; a missed first contact is a breach, recorded once, and the supervisor is told', async () => {
  const number = await engine.register({ policy: 'retail-franchise' });
  const [first] = await engine.obligations(number);
  const dueAt = first!.dueAt.getTime();

  await engine.forward(number, { until: dueAt - 1_000 });
  expect(await countOf(number, 'reminded')).toBeGreaterThan(0);
  expect(await countOf(number, 'missed')).toBe(0);

  await engine.forward(number, { until: dueAt + 3 * DAY });
  expect(await countOf(number, 'missed')).toBe(1);
  expect(await engine.record(number)).toMatchObject({ overdue: true });
  const [missed] = await engine.obligations(number);
  expect(missed).toMatchObject({ state: 'open', person: HANDLER.id });
  expect((await notices(number, 'breach')).map(({ recipients }) => recipients)).toEqual([
    { person: HANDLER.id },
    { roles: ['supervisor'], team: 'east', except: [HANDLER.id] },
  ]);

  await STEPS.contact(engine, number);
  await STEPS.form(engine, number);
  expect((await engine.obligations(number))[0]).toMatchObject({ state: 'met', missedAt: missed!.missedAt });
  expect(await engine.record(number)).toMatchObject({ overdue: false });
});

test('HA-1 contact alone is not enough: the complaint form is part of it', async () => {
  const number = await engine.register();
  await STEPS.contact(engine, number);
  expect(await engine.record(number)).toMatchObject({ stage: 'first_contact' });
  await STEPS.form(engine, number);
  expect(await engine.record(number)).toMatchObject({ stage: 'classification' });
});

test('HA-11 word to the customer is asked for every week, thirteen weeks long, and each word makes the next promise', async () => {
  const number = await engine.register({ policy: 'retail-franchise' });
  await walk(engine, number, 'verify');
  for (let week = 1; week <= 13; week += 1) {
    const due = (await engine.obligations(number)).find(({ kind, state }) => kind === 'follow_up' && state === 'open')!;
    await engine.forward(number, { until: due.dueAt.getTime() - HOUR });
    await STEPS.contact(engine, number);
  }
  const words = (await engine.obligations(number)).filter(({ kind }) => kind === 'follow_up');
  expect(words).toHaveLength(14);
  expect(words.filter(({ state }) => state === 'met')).toHaveLength(13);
  expect(await countOf(number, 'missed')).toBe(0);
  expect(await countOf(number, 'reminded')).toBe(13);
  await engine.act(number, HANDLER, 'withdraw', { proof: proofAt(await engine.now(number)) });
});

test('HA-11 a week without a word is a breach, and the next week is owed all the same', async () => {
  const number = await engine.register();
  await walk(engine, number, 'verify');
  await engine.forward(number, { by: 22 * DAY });
  const words = (await engine.obligations(number)).filter(({ kind }) => kind === 'follow_up');
  expect(words.filter(({ missedAt }) => missedAt).length).toBeGreaterThanOrEqual(2);
  expect(words.filter(({ state, missedAt }) => state === 'open' && !missedAt)).toHaveLength(1);
  await STEPS.contact(engine, number);
  const after = (await engine.obligations(number)).filter(
    ({ kind, state }) => kind === 'follow_up' && state === 'open',
  );
  expect(after).toHaveLength(1);
});

test('HA-8 a refused proposal is answered with a new one; at the third refusal the level above decides', async () => {
  const number = await engine.register();
  await walk(engine, number, 'verify');
  for (const proposal of [1, 2, 3]) {
    await STEPS.propose(engine, number);
    await STEPS.tell(engine, number, proposal);
    await engine.act(number, HANDLER, 'record_answer', { proposal, answer: 'refused', proof: proofAt(Date.now()) });
  }
  await expect(
    engine.refusalOf(number, HANDLER, 'propose', {
      kinds: ['apology'],
      amountFen: 0,
      basis: ['policy'],
      steps: [],
      ref: 'text',
    }),
  ).resolves.toMatchObject({ code: 'decision_awaited' });
  await engine.act(number, SUPERVISOR, 'decide_proposal', { decision: 'instruct', ref: 'text-decision' });
  await walk(engine, number, 'propose', 'propose');
  await STEPS.tell(engine, number, 4);
  await STEPS.accept(engine, number, 4);
  expect(await engine.record(number)).toMatchObject({ stage: 'remedy', round: 1 });
});

test('HA-10 the remedy does not start before the customer has agreed', async () => {
  const number = await engine.register();
  await walk(engine, number, 'tell');
  await expect(engine.refusalOf(number, HANDLER, 'complete_step', { step: 1, ref: 'text' })).resolves.toMatchObject({
    code: 'not_in_stage',
  });
});

test('CO-1 the callback is asked for on the first working day after the remedy and due on the second', async () => {
  const number = await engine.register();
  await walk(engine, number, 'remedy');
  const callback = (await engine.obligations(number)).find(({ kind }) => kind === 'callback')!;
  await engine.forward(number, { until: callback.dueAt.getTime() - HOUR });
  const reminders = (await notices(number, 'reminder')).filter(({ duty }) => duty === callback.id);
  expect(reminders).toHaveLength(2);
  await STEPS.satisfied(engine, number);
  expect((await engine.obligations(number)).find(({ kind }) => kind === 'callback')).toMatchObject({
    state: 'met',
    missedAt: null,
  });
});

test('CO-3 CO-13 a satisfied customer whose problem is solved completes the case: it goes to review, and no more word is owed', async () => {
  const number = await engine.register();
  await walk(engine, number, 'satisfied');
  expect(await engine.record(number)).toMatchObject({ stage: 'review' });
  expect((await engine.obligations(number)).filter(({ state }) => state === 'open').map(({ kind }) => kind)).toEqual([
    'review',
  ]);
});

test('CO-5 a case that is sent back goes through the named step again, and word to the customer is owed again', async () => {
  const number = await engine.register();
  await walk(engine, number, 'satisfied');
  await engine.act(number, SUPERVISOR, 'reject', { ground: 'callback_doubtful', backTo: 'callback', ref: 'text-why' });
  expect(await engine.record(number)).toMatchObject({ stage: 'callback' });
  expect(
    (await engine.obligations(number))
      .filter(({ state }) => state === 'open')
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['callback', 'follow_up']);
  await walk(engine, number, 'archive', 'satisfied');
  await expect(engine.handle(number).result()).resolves.toBe('completed');
});

test('CO-5 HA-18 nobody reviews his own case, only a supervisor of the team does, or somebody above', async () => {
  const number = await engine.register();
  await walk(engine, number, 'satisfied');
  await expect(engine.refusalOf(number, HANDLER, 'approve', {})).resolves.toMatchObject({ code: 'handled_before' });
  await expect(engine.refusalOf(number, HANDLER2, 'approve', {})).resolves.toMatchObject({
    code: 'role_needed',
    roles: ['supervisor', 'manager', 'sales_director', 'administration_director'],
  });
  const south = { id: 'supervisor-2', roles: ['supervisor' as const], team: 'south' };
  await expect(engine.refusalOf(number, south, 'approve', {})).resolves.toEqual({ code: 'other_team', team: 'east' });
  await STEPS.approve(engine, number);
});

test('CO-6 filing is refused with the list of what is missing', async () => {
  const number = await engine.register();
  await STEPS.contact(engine, number);
  await engine.act(number, HANDLER, 'fill_form', { ref: 'text-form', repeatedBack: false });
  await walk(engine, number, 'approve', 'classify');
  await expect(engine.refusalOf(number, CLERK, 'archive', {})).resolves.toEqual({
    code: 'missing',
    what: ['repeat_back'],
  });
  await STEPS.contact(engine, number);
  await STEPS.form(engine, number);
  await STEPS.archive(engine, number);
  await expect(engine.handle(number).result()).resolves.toBe('completed');
});

test('CO-9 the customer may withdraw at any time; nothing is owed to him any more and the case is filed', async () => {
  const number = await engine.register();
  await walk(engine, number, 'propose');
  await engine.act(number, HANDLER, 'withdraw', { proof: proofAt(Date.now()) });
  expect((await engine.obligations(number)).filter(({ state }) => state === 'open').map(({ kind }) => kind)).toEqual([
    'archive',
  ]);
  await STEPS.archive(engine, number);
  await expect(engine.handle(number).result()).resolves.toBe('withdrawn');
});

test('CO-3 a dissatisfied customer takes the case one level up, to a new handler and a new complaint form', async () => {
  const number = await engine.register();
  await walk(engine, number, 'remedy');
  await engine.act(number, HANDLER, 'record_callback', {
    answered: true,
    channel: 'phone',
    solved: true,
    satisfaction: 'dissatisfied',
    recording: 'text-recording',
  });
  expect(await engine.record(number)).toMatchObject({ stage: 'hand_over', level: 2, round: 2, ownerId: HANDLER.id });
  await engine.act(number, SUPERVISOR, 'take_over', {});
  expect(await engine.record(number)).toMatchObject({ stage: 'first_contact', ownerId: SUPERVISOR.id });
  const first = (await engine.obligations(number)).filter(({ kind }) => kind === 'first_contact');
  first.sort((a, b) => a.round - b.round);
  expect(first.map(({ round, state }) => ({ round, state }))).toEqual([
    { round: 1, state: 'met' },
    { round: 2, state: 'open' },
  ]);
});

test('what was lived here replays on the present code, and every stored turn folds to the stored file', async () => {
  expect(engine.numbers.length).toBeGreaterThan(10);
  await engine.verify();
});

import { randomUUID } from 'node:crypto';
import { Engine, HANDLER, SUPERVISOR } from '../support/engine';
import { proofAt, STEPS, walk } from '../support/life';

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.start();
}, 120_000);
afterAll(() => engine?.stop());

const settled = async (calls: Promise<unknown>[]) =>
  (await Promise.allSettled(calls)).map(({ status }) => status === 'fulfilled');

test('M1 of two people who race, one wins and the other is told why not', async () => {
  for (let i = 0; i < 5; i += 1) {
    const number = await engine.register();
    await walk(engine, number, 'satisfied');
    const approved = engine.act(number, SUPERVISOR, 'approve', {});
    const rejected = engine.act(number, SUPERVISOR, 'reject', { ground: 'facts_unclear', backTo: 'callback' });
    expect((await settled(i % 2 ? [approved, rejected] : [rejected, approved])).filter(Boolean)).toHaveLength(1);
    const events = await engine.events(number);
    expect(events.filter(({ type }) => type === 'approved' || type === 'rejected')).toHaveLength(1);
  }
});

test('M1 a complaint is approved and withdrawn in the same moment: nothing that was withdrawn is approved afterwards', async () => {
  for (let i = 0; i < 5; i += 1) {
    const number = await engine.register();
    await walk(engine, number, 'satisfied');
    const [approve, withdraw] = await settled([
      engine.act(number, SUPERVISOR, 'approve', {}),
      engine.act(number, HANDLER, 'withdraw', { proof: proofAt(Date.now()) }),
    ]);
    // CO-9: until it is filed the customer may withdraw, approved or not. Withdrawn first, nothing is left to approve.
    expect(withdraw).toBe(true);
    const happened = (await engine.events(number)).map(({ type }) => type);
    expect(happened.filter((type) => type === 'approved')).toHaveLength(approve ? 1 : 0);
    if (approve) expect(happened.indexOf('approved')).toBeLessThan(happened.indexOf('withdrawn'));
  }
});

test('the same action sent twice with one key happens once and gives the same answer', async () => {
  const number = await engine.register();
  const key = randomUUID();
  const data = {
    channel: 'phone',
    direction: 'outbound',
    reached: true,
    with: 'complainant',
    purpose: 'first_contact',
    ref: 'text',
  } as const;
  const answers = await Promise.all([1, 2, 3].map(() => engine.act(number, HANDLER, 'record_contact', data, { key })));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect((await engine.events(number)).filter(({ type }) => type === 'contacted')).toHaveLength(1);
});

test('who acts on what he has seen is refused when somebody was faster', async () => {
  const number = await engine.register();
  const { seq } = await engine.record(number);
  await STEPS.contact(engine, number);
  await expect(
    engine.refusalOf(number, HANDLER, 'fill_form', { ref: 'text', repeatedBack: true }, { expects: seq }),
  ).resolves.toMatchObject({ code: 'seen_outdated' });
});

/** People and signals that never rest, on a complaint that hands over to a new run every few events. */
async function busy(
  number: string,
  until: Promise<unknown>,
): Promise<{ accepted: number; lost: string[]; signals: number }> {
  let over = false;
  void until.finally(() => (over = true));
  const isOver = (): boolean => over;
  const tally = { accepted: 0, lost: [] as string[], signals: 0 };
  const person = async (): Promise<void> => {
    while (!isOver()) {
      const key = randomUUID();
      try {
        await engine.send(
          number,
          HANDLER,
          'record_contact',
          { channel: 'phone', direction: 'inbound', reached: false, with: 'complainant', purpose: 'other', ref: key },
          { key },
        );
        tally.accepted += 1;
      } catch {
        // A failed call is not a no: the record says what became of it (see the check below).
        tally.lost.push(key);
      }
    }
  };
  const noise = async (): Promise<void> => {
    while (!isOver()) {
      await engine
        .handle(number)
        .signal('approve', { code: 'rubbish' })
        .then(
          () => (tally.signals += 1),
          () => {},
        );
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  await Promise.all([person(), person(), person(), noise()]);
  return tally;
}

/** Until a complaint has gone through some runs; a good minute at most, so that a run that never hands over fails the test. */
async function hasRun(number: string, runs: number): Promise<void> {
  for (let i = 0; i < 160 && (await engine.runsOf(number)).length < runs; i += 1)
    await new Promise((done) => setTimeout(done, 500));
}

test('M3 actions and signals in the moments of continue-as-new: none lost, none doubled, each answer true', async () => {
  const number = await engine.register({ runLength: 6 });
  const tally = await busy(number, hasRun(number, 3));
  await STEPS.contact(engine, number);
  const turns = await engine.turns(number);
  const contacts = turns
    .flatMap(({ events }) => events)
    .filter((event) => event.type === 'contacted' && event.purpose === 'other');
  const failedButDone = tally.lost.filter((key) => turns.some((turn) => turn.key === key)).length;
  expect(contacts).toHaveLength(tally.accepted + failedButDone);
  expect(new Set(contacts.map((event) => event.type === 'contacted' && event.ref)).size).toBe(contacts.length);
  expect(turns.flatMap(({ events }) => events).filter(({ type }) => type === 'refused')).toHaveLength(tally.signals);
  expect((await engine.runsOf(number)).length).toBeGreaterThanOrEqual(3);
  expect(failedButDone).toBe(0);
});

test('M3 actions and signals in the moment of the end are answered: the complaint is closed, nothing is put on file after it', async () => {
  for (let i = 0; i < 4; i += 1) {
    const number = await engine.register();
    await walk(engine, number, 'approve');
    const noise = [1, 2, 3].map(() =>
      engine.act(number, HANDLER, 'record_contact', {
        channel: 'phone',
        direction: 'inbound',
        reached: true,
        with: 'complainant',
        purpose: 'other',
        ref: 'text',
      }),
    );
    const signals = [1, 2].map(() =>
      engine
        .handle(number)
        .signal('approve', { code: 'late' })
        .catch(() => {}),
    );
    const [archived] = await settled([STEPS.archive(engine, number), ...noise]);
    await Promise.all(signals);
    expect(archived).toBe(true);
    await expect(engine.handle(number).result()).resolves.toBe('completed');
    const events = await engine.events(number);
    const afterTheEnd = events.slice(events.findIndex(({ type }) => type === 'closed') + 1);
    expect(afterTheEnd.every(({ type }) => type === 'refused')).toBe(true);
  }
});

/**
 * Brings a complaint whose contact is made to a few seconds before its first due time, takes the worker away, and hands in
 * the form with a stamp of the API. When the worker is back, the due time and the action wait for it together.
 */
async function formAndDueTimeTogether(stampAfterDue: number): Promise<string> {
  const number = await engine.register();
  await STEPS.contact(engine, number);
  const dueAt = (await engine.obligations(number)).find(({ kind }) => kind === 'first_contact')!.dueAt.getTime();
  await engine.forward(number, { until: dueAt - 15_000 });
  await engine.worker.stop();
  const data = { ref: 'text', repeatedBack: true };
  const filled = engine.act(number, HANDLER, 'fill_form', data, { receivedAt: dueAt + stampAfterDue });
  // The complaint's clock runs on: the due time passes while nobody works.
  const untilAfterDue = dueAt + 2_000 - (await engine.now(number));
  await new Promise((done) => setTimeout(done, untilAfterDue));
  engine.worker = await engine.ns.startWorker(engine.db.url);
  await filled;
  return number;
}
const missed = async (number: string) =>
  (await engine.events(number)).filter((event) => event.type === 'missed' && event.duty.startsWith('first_contact'))
    .length;

test('M13 HA-1 a form that was in hand at the due instant is in time, though it is dealt with after it', async () => {
  expect(await missed(await formAndDueTimeTogether(0))).toBe(0);
});

test('M13 HA-1 a form that came in after the due instant does not undo the breach', async () => {
  const number = await formAndDueTimeTogether(1_000);
  expect(await missed(number)).toBe(1);
  expect(await engine.record(number)).toMatchObject({ stage: 'classification' });
});

test('M11 an action that waits before the run has begun is dealt with like any other', async () => {
  await engine.worker.stop();
  const number = await engine.register();
  const contact = STEPS.contact(engine, number);
  await new Promise((done) => setTimeout(done, 300));
  engine.worker = await engine.ns.startWorker(engine.db.url);
  await contact;
  expect(await engine.record(number)).toMatchObject({ stage: 'first_contact' });
});

test('what was lived here replays on the present code, and every stored turn folds to the stored file', async () => {
  await engine.verify();
});

import { lateFrom } from '../../domain/clock';
import pino from 'pino';
import { takeStep } from '../../db/queries/penalty-deciding';
import { forwardTo } from '../../scripts/fast-forward';
import { dispatchBatch } from '../../worker/dispatcher';
import { AN_INTAKE } from '../support/api';
import { TEST_LINKS } from '../support/database';
import { HANDLER } from '../support/engine';
import { EngineApi } from '../support/engine-api';

let engine: EngineApi;
beforeAll(async () => {
  engine = await EngineApi.start();
}, 120_000);
afterAll(() => engine?.stop());

type Penalty = Record<string, unknown> & { id: string };
const list = async (who: string, query = ''): Promise<Penalty[]> => {
  const { status, body } = await engine.api.get(`/penalties?${query}`, who);
  expect(status).toBe(200);
  return body.penalties;
};
const read = async (id: string, who = 'MANAGER') => (await engine.api.get(`/penalties/${id}`, who)).body;
const code = ({ status, body }: { status: number; body: { type?: string } }) => [status, body.type?.split(':').at(-1)];
const put = (id: string, path: string, who: string, body: object, key?: string) =>
  engine.api.send(path === 'appeal' ? 'post' : 'put', `/penalties/${id}/${path}`, who, body, key);
async function done(id: string, path: string, who: string, body: object) {
  const reply = await put(id, path, who, body);
  expect({ status: reply.status, body: reply.body }).toMatchObject({ status: 200 });
  return reply.body;
}

/** Moves a complaint past the due time of its first open duty of a kind. */
async function letPass(number: string, kind: string): Promise<void> {
  // Its workflow is started on the side.
  await engine.api.settle();
  const { body } = await engine.api.get(`/complaints/${number}/obligations`, 'MANAGER');
  const duty = body.obligations.find(
    (one: { kind: string; state: string }) => one.kind === kind && one.state === 'open',
  );
  await forwardTo(engine.ns.client, number, Date.parse(duty.dueAt) + 1_000);
}

/** A complaint whose first contact was missed, and the penalty for it. */
async function missedContact(intake: object = {}): Promise<{ number: string; id: string }> {
  const number = await engine.complaintAt('contacts', intake);
  await letPass(number, 'first_contact');
  const [penalty] = await list('MANAGER', `complaint=${number}`);
  return { number, id: penalty!.id };
}

/** What the outbox says of a penalty, and to whom. */
async function toldOf(id: string): Promise<string[]> {
  const { rows } = await engine.api.db.database.pool.query(
    `select notice, recipients from outbox where params ->> 'penalty' = $1 order by id`,
    [id],
  );
  return rows.map(({ notice, recipients }) => `${notice} ${recipients.person ?? recipients.roles.join('|')}`);
}

test('RE-7 a first contact that was missed: 30 yuan proposed, to whom it was recorded for, though another has the case by now', async () => {
  const { number, id } = await missedContact();
  expect(id).toBe(`${number}-F1`);
  await engine.done(number, 'contacts');
  await engine.done(number, 'form');
  const classification = {
    nature: 'attitude',
    requestType: 'complaint',
    grounds: ['emotional'],
    reason: '客户情绪激动',
  };
  await engine.api.send('put', `/complaints/${number}/classification`, 'HANDLER', classification);
  const taken = await engine.api.send('post', `/complaints/${number}/take-over`, 'MANAGER', {});
  expect(taken.body).toMatchObject({ owner: 'manager-1' });
  expect(await list('MANAGER', `complaint=${number}`)).toMatchObject([
    {
      id,
      offender: 'handler-1',
      offenderRole: 'handler',
      state: 'proposed',
      amountFen: 3000,
      clause: 'RE-7',
      because: '首次联系并填写投诉处理单逾期',
      proposedBy: 'clock',
    },
  ]);
  expect(await toldOf(id)).toEqual(['penalty_proposed handler-1', 'penalty_to_confirm supervisor']);
});

test('RE-7 confirmed by the level above, appealed once, decided by the level above that; all of it on record', async () => {
  const { id } = await missedContact();
  for (const [who, status, why] of [
    ['HANDLER', 403, 'own_penalty'],
    ['HANDLER2', 403, 'role_needed'],
    ['SUPERVISOR_SOUTH', 403, 'other_team'],
    ['CLERK', 403, 'role_needed'],
  ] as const) {
    expect(code(await put(id, 'decision', who, { verdict: 'confirm' }))).toEqual([status, why]);
  }
  expect(code(await put(id, 'appeal', 'HANDLER', { reason: '尚未确认' }))).toEqual([409, 'penalty_stands']);
  expect(code(await put(id, 'decision', 'SUPERVISOR', { verdict: 'confirm', amountFen: 5000 }))).toEqual([
    422,
    'fen_outside',
  ]);
  expect(code(await put(id, 'decision', 'SUPERVISOR', { verdict: 'waive' }))).toEqual([422, 'invalid_body']);
  const confirmed = await done(id, 'decision', 'SUPERVISOR', { verdict: 'confirm', reason: '情况属实' });
  expect(confirmed).toMatchObject({ state: 'confirmed', amountFen: 3000 });
  expect(Date.parse(confirmed.appealUntil)).toBeGreaterThan(Date.now() + 4 * 86_400_000);
  expect((await read(id)).appealSentence).toMatch(/^自 .*负激励确认起，当日不计，按工作日计 5 天：/);
  expect(code(await put(id, 'appeal', 'MANAGER', { reason: '代为申诉' }))).toEqual([403, 'not_the_offender']);
  expect(code(await put(id, 'appeal', 'HANDLER2', { reason: '代为申诉' }))).toEqual([404, 'no_such_penalty']);
  expect(await done(id, 'appeal', 'HANDLER', { reason: '当日系统故障，无法拨出' })).toMatchObject({
    state: 'appealed',
  });
  const verdict = { verdict: 'lift', reason: '故障记录属实' };
  expect(code(await put(id, 'appeal/decision', 'SUPERVISOR', verdict))).toEqual([403, 'confirmed_by_yourself']);
  expect(code(await put(id, 'appeal/decision', 'HANDLER', verdict))).toEqual([403, 'own_penalty']);
  expect(await done(id, 'appeal/decision', 'MANAGER', verdict)).toMatchObject({ state: 'lifted', amountFen: 0 });
  expect(code(await put(id, 'appeal', 'HANDLER', { reason: '再次申诉' }))).toEqual([409, 'penalty_stands']);

  const { steps } = await read(id, 'HANDLER');
  expect(
    steps.map(({ state, by, reason }: { state: string; by: { id: string }; reason: string | null }) => [
      state,
      by.id,
      reason,
    ]),
  ).toEqual([
    ['proposed', 'clock', null],
    ['confirmed', 'supervisor-1', '情况属实'],
    ['appealed', 'handler-1', '当日系统故障，无法拨出'],
    ['lifted', 'manager-1', '故障记录属实'],
  ]);
  expect(await toldOf(id)).toEqual([
    'penalty_proposed handler-1',
    'penalty_to_confirm supervisor',
    'penalty_confirmed handler-1',
    'penalty_appealed manager',
    'penalty_appeal_decided handler-1',
    'penalty_appeal_decided supervisor-1',
  ]);
});

test('RE-7 waived with a reason; nothing is asked of the offender any more', async () => {
  const { id } = await missedContact();
  expect(await done(id, 'decision', 'SUPERVISOR', { verdict: 'waive', reason: '客户电话停机' })).toMatchObject({
    state: 'waived',
    amountFen: 0,
    appealUntil: null,
  });
  expect(code(await put(id, 'decision', 'MANAGER', { verdict: 'confirm' }))).toEqual([409, 'penalty_stands']);
  expect(code(await put(id, 'appeal', 'HANDLER', { reason: '不服' }))).toEqual([409, 'penalty_stands']);
});

test('RE-7 a callback that was missed: 50 to 100 yuan, within which the level above sets the amount, after the archive too', async () => {
  const number = await engine.complaintAt('callbacks');
  await letPass(number, 'callback');
  for (const step of ['callbacks', 'review', 'archive'] as const) await engine.done(number, step);
  const [penalty, ...more] = await list('CLERK', `complaint=${number}`);
  expect(more).toEqual([]);
  expect(penalty).toMatchObject({ amountFen: 5000, leastFen: 5000, mostFen: 10_000, because: '满意度回访逾期' });
  expect(await done(penalty!.id, 'decision', 'SUPERVISOR', { verdict: 'confirm', amountFen: 8000 })).toMatchObject({
    amountFen: 8000,
  });
  await done(penalty!.id, 'appeal', 'HANDLER', { reason: '已约定改日回访' });
  expect(
    code(await put(penalty!.id, 'appeal/decision', 'MANAGER', { verdict: 'reduce', amountFen: 9000, reason: '酌情' })),
  ).toEqual([422, 'not_reduced']);
  expect(
    await done(penalty!.id, 'appeal/decision', 'MANAGER', { verdict: 'reduce', amountFen: 6000, reason: '酌情' }),
  ).toMatchObject({ state: 'reduced', amountFen: 6000 });
});

test('RE-7 an attempt to change the customer’s answer is one breach, however often it is tried', async () => {
  const number = await engine.complaintAt('review');
  for (let tries = 0; tries < 2; tries += 1) {
    expect(code(await engine.step(number, 'callbacks'))).toEqual([409, 'answer_final']);
  }
  const [penalty, ...more] = await list('MANAGER', `complaint=${number}`);
  expect(more).toEqual([]);
  expect(penalty).toMatchObject({
    offender: 'handler-1',
    amountFen: 5000,
    mostFen: 10_000,
    because: '操控数据（记录回访）',
  });
  expect(await toldOf(penalty!.id)).toEqual(['penalty_proposed handler-1', 'penalty_to_confirm supervisor']);
});

test('RE-7 a policy whose document knows no penalties proposes none', async () => {
  const number = await engine.complaintAt('contacts', { policy: 'case-analysis' });
  const byHand = { offender: 'handler-1', reason: '越权承诺退款' };
  const { status, body } = await engine.api.send('post', `/complaints/${number}/penalties`, 'SUPERVISOR', byHand);
  expect(code({ status, body })).toEqual([409, 'penalties_not_in_policy']);
});

test('RE-7 what the record cannot see, a superior proposes: who, what, why; the level above the offender confirms', async () => {
  const number = await engine.complaintAt('end');
  const propose = (who: string, given: object, key?: string) =>
    engine.api.send(
      'post',
      `/complaints/${number}/penalties`,
      who,
      { offender: 'handler-1', on: '2026-02-01', rule: '5.3.1.4', reason: '越权承诺退款，客户因此再次投诉', ...given },
      key,
    );
  expect(code(await propose('HANDLER2', {}))).toEqual([403, 'role_needed']);
  expect(code(await propose('SUPERVISOR_SOUTH', {}))).toEqual([403, 'other_team']);
  expect(code(await propose('SUPERVISOR', { offender: 'supervisor-1' }))).toEqual([403, 'own_penalty']);
  expect(code(await propose('SUPERVISOR', { offender: 'clerk-1' }))).toEqual([422, 'invalid_body']);
  expect(code(await propose('SUPERVISOR', { amountFen: 2000 }))).toEqual([422, 'fen_outside']);
  const made = await propose('SUPERVISOR', { amountFen: 4000 }, 'manual-1');
  expect({ status: made.status, body: made.body }).toMatchObject({
    status: 201,
    body: { state: 'proposed', amountFen: 4000 },
  });
  expect((await propose('SUPERVISOR', { amountFen: 4000 }, 'manual-1')).body).toEqual(made.body);
  expect(code(await propose('SUPERVISOR', { amountFen: 5000 }, 'manual-1'))).toEqual([422, 'key_used_otherwise']);
  expect(code(await propose('MANAGER', {}))).toEqual([409, 'breach_penalised']);
  expect((await propose('MANAGER', {})).body.detail).toContain(`${number}-F1`);
  // One breach is one penalty, on whichever ground.
  expect(code(await propose('MANAGER', { ground: 'data_manipulated' }))).toEqual([409, 'breach_penalised']);
  expect(code(await propose('MANAGER', { on: '2999-01-01' }))).toEqual([422, 'invalid_body']);
  expect(code(await propose('MANAGER', { rule: undefined }))).toEqual([422, 'invalid_body']);
  expect(code(await propose('MANAGER', { on: undefined, rule: undefined }))).toEqual([422, 'invalid_body']);
  expect(code(await put(`${number}-F1`, 'decision', 'SUPERVISOR', { verdict: 'confirm' }))).toEqual([
    403,
    'proposed_by_yourself',
  ]);
  expect((await read(`${number}-F1`)).steps[0].reason).toBe('2026-02-01，5.3.1.4：越权承诺退款，客户因此再次投诉');
  const bySupervisor = await propose('MANAGER', { offender: 'supervisor-1' });
  expect(bySupervisor.body).toMatchObject({ id: `${number}-F2`, amountFen: 3000 });
  expect(await toldOf(`${number}-F2`)).toEqual(['penalty_proposed supervisor-1', 'penalty_to_confirm sales_director']);
  expect(
    await done(`${number}-F2`, 'decision', 'SALES_DIRECTOR', { verdict: 'confirm', amountFen: 10_000 }),
  ).toMatchObject({ amountFen: 10_000 });
});

test('RE-7 what the record holds is named as the breach that it is, and is not penalised twice', async () => {
  const { number, id } = await missedContact();
  const propose = (given: object) =>
    engine.api.send('post', `/complaints/${number}/penalties`, 'SUPERVISOR', {
      offender: 'handler-1',
      reason: '未按时联系',
      ...given,
    });
  const { body } = await engine.api.get(`/complaints/${number}/obligations`, 'MANAGER');
  const missed: string[] = body.obligations
    .filter((one: { missedAt: string | null }) => one.missedAt)
    .map((one: { id: string }) => one.id);
  const twice = await propose({ breach: missed.find((one) => one.startsWith('first_contact')) });
  expect([code(twice), twice.body.detail.includes(id)]).toEqual([[409, 'breach_penalised'], true]);
  const unknown = await propose({ breach: 'callback-99' });
  expect(unknown.body.errors).toMatchObject([{ path: 'breach', given: 'callback-99' }]);
  expect(unknown.body.errors[0].allowed.split('、').toSorted()).toEqual(missed.toSorted());
  const other = missed.find((one) => !one.startsWith('first_contact'));
  expect((await propose({ breach: other, ground: 'data_manipulated' })).body).toMatchObject({ amountFen: 5000 });
  const causes = (await list('MANAGER', `complaint=${number}`)).map(({ because }) => because);
  expect(causes).toContain('私自填写、操控数据');
});

test('RE-7 CO-2 dissatisfied, and then satisfied all the same: refused, on record, and 50 to 100 yuan', async () => {
  const number = await engine.complaintAt('callbacks');
  const said = (satisfaction: string) =>
    engine.api.send('post', `/complaints/${number}/callbacks`, 'HANDLER', {
      answered: true,
      channel: 'phone',
      solved: true,
      satisfaction,
      recording: '录音 0142',
    });
  expect((await said('dissatisfied')).status).toBe(200);
  expect(code(await said('satisfied'))).toEqual([409, 'answer_final']);
  expect(await list('MANAGER', `complaint=${number}`)).toMatchObject([
    { offender: 'handler-1', because: '操控数据（记录回访）', leastFen: 5000, mostFen: 10_000 },
  ]);
});

test('RE-7 never somebody who is complained about: the next level is told, and he does not even see it', async () => {
  const { id } = await missedContact({ respondents: ['supervisor-1'] });
  expect(code(await put(id, 'decision', 'SUPERVISOR', { verdict: 'confirm' }))).toEqual([403, 'complained_about']);
  expect((await engine.api.get(`/penalties/${id}`, 'SUPERVISOR')).status).toBe(404);
  expect((await list('SUPERVISOR')).map((one) => one.id)).not.toContain(id);
  expect(await toldOf(id)).toEqual(['penalty_proposed handler-1', 'penalty_to_confirm manager']);
  expect(await done(id, 'decision', 'MANAGER', { verdict: 'confirm' })).toMatchObject({ state: 'confirmed' });
});

test('RE-7 the offender sees his own; levels above what they may decide; manager, directors and clerk all; nobody else any', async () => {
  const { id } = await missedContact();
  for (const who of ['HANDLER', 'SUPERVISOR', 'MANAGER', 'SALES_DIRECTOR', 'ADMIN_DIRECTOR', 'CLERK']) {
    expect([who, (await engine.api.get(`/penalties/${id}`, who)).status]).toEqual([who, 200]);
    expect((await list(who, 'state=proposed&person=handler-1')).map((one) => one.id)).toContain(id);
  }
  for (const who of ['HANDLER2', 'HANDLER_SOUTH', 'SUPERVISOR_SOUTH', 'ADMIN']) {
    expect([who, (await engine.api.get(`/penalties/${id}`, who)).status]).toEqual([who, 404]);
    expect((await list(who)).map((one) => one.id)).not.toContain(id);
  }
  expect((await engine.api.get('/penalties/nonsense', 'MANAGER')).body.type).toMatch(/no_such_penalty$/);
  const pages: string[] = [];
  for (let after = ''; pages.length < 100;) {
    const { body } = await engine.api.get(`/penalties?limit=3${after}`, 'CLERK');
    pages.push(...body.penalties.map((one: Penalty) => one.id));
    if (!body.next) break;
    after = `&after=${body.next}`;
  }
  expect(new Set(pages).size).toBe(pages.length);
  expect(pages).toEqual((await list('CLERK', 'limit=100')).map((one) => one.id));
});

test('RE-7 the same key decides once; two who decide at once do not both', async () => {
  const { id } = await missedContact();
  const body = { verdict: 'confirm', reason: '属实' };
  const [first, second] = await Promise.all([
    put(id, 'decision', 'SUPERVISOR', body, 'k'),
    put(id, 'decision', 'SUPERVISOR', body, 'k'),
  ]);
  expect([first.status, second.body]).toEqual([200, first.body]);
  expect(code(await put(id, 'decision', 'SUPERVISOR', { verdict: 'waive', reason: '改主意' }, 'k'))).toEqual([
    422,
    'key_used_otherwise',
  ]);
  const other = await missedContact();
  const both = await Promise.all([
    put(other.id, 'decision', 'SUPERVISOR', body),
    put(other.id, 'decision', 'MANAGER', { verdict: 'waive', reason: '不成立' }),
  ]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
});

test('RE-7 an appeal after its time is refused, and says until when it was possible', async () => {
  const { id } = await missedContact();
  const { appealUntil } = await done(id, 'decision', 'SUPERVISOR', { verdict: 'confirm' });
  const at = lateFrom(Date.parse(appealUntil));
  const call = {
    id,
    action: { name: 'appeal' } as const,
    actor: HANDLER,
    reason: '太晚',
    at,
    key: 'late',
    bodyHash: 'none',
  };
  expect(await takeStep(engine.api.db.database, call)).toEqual({
    refused: { code: 'appeal_too_late', until: appealUntil },
  });
  expect(await takeStep(engine.api.db.database, { ...call, at: at - 1 })).toMatchObject({
    answer: { state: 'appealed' },
  });
});

test('RE-7 the inbox says what is proposed, how much, and until when one may appeal', async () => {
  const { id } = await missedContact();
  await done(id, 'decision', 'SUPERVISOR', { verdict: 'confirm' });
  const sending = { database: engine.api.db.database, channels: [], links: TEST_LINKS, log: pino({ level: 'silent' }) };
  while ((await dispatchBatch(sending)) > 0);
  const { body } = await engine.api.get('/inbox', 'HANDLER');
  const [confirmed] = body.notices.filter(({ penalty }: { penalty: string }) => penalty === id);
  expect(confirmed.notice).toBe('penalty_confirmed');
  expect(confirmed.body).toMatch(/金额 30\.00 元。如有异议，请于 \d{4}-\d\d-\d\d（.+）18:00 前申诉，仅可申诉一次。/);
});

test('RE-7 what was done is never changed or deleted', async () => {
  const { id } = await missedContact();
  const { pool } = engine.api.db.database;
  await expect(pool.query('update penalty_steps set fen = 0 where penalty = $1', [id])).rejects.toThrow('append-only');
  await expect(pool.query('delete from penalty_steps where penalty = $1', [id])).rejects.toThrow('append-only');
});

test('RE-7 intake and ordinary work give reason for nothing', async () => {
  const { body } = await engine.api.send('post', '/complaints', 'HANDLER', AN_INTAKE);
  await engine.done(body.number, 'contacts');
  await engine.done(body.number, 'form');
  expect(await list('MANAGER', `complaint=${body.number}`)).toEqual([]);
});

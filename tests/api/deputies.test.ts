import pino from 'pino';
import { dispatchBatch } from '../../worker/dispatcher';
import { complaintWorkflowId } from '../../workflows/contract';
import { TEST_LINKS } from '../support/database';
import { EngineApi } from '../support/engine-api';

jest.setTimeout(60_000);

const DAY = 86_400_000;
const type = (code: string) => `urn:huiyin:problem:${code}`;

let engine: EngineApi;
beforeAll(async () => {
  engine = await EngineApi.start();
}, 120_000);
afterAll(() => engine?.stop());
afterEach(async () => {
  await engine.api.db.database.pool.query('update absences set cancelled_at = now() where cancelled_at is null');
});

const away = async (id: string, deputy: string) => {
  const [from, until] = [-DAY, DAY].map((ms) => new Date(Date.now() + ms).toISOString());
  const { status } = await engine.api.send('post', `/staff/${id}/absences`, 'ADMIN', { deputy, from, until });
  expect(status).toBe(201);
};
const act = (number: string, path: string, who: string, body: object, method: 'post' | 'put' = 'put') =>
  engine.api.send(method, `/complaints/${number}${path}`, who, body);
const lastTurn = async (number: string) =>
  (await engine.api.get(`/complaints/${number}/timeline`, 'CLERK')).body.turns.at(-1);
const dispatch = () =>
  dispatchBatch({ database: engine.api.db.database, channels: [], links: TEST_LINKS, log: pino({ level: 'silent' }) });
const inbox = async (who: string, number: string) =>
  (await engine.api.get('/inbox?limit=100', who)).body.notices.filter(
    ({ complaint }: { complaint: string }) => complaint === number,
  );
const FORM = { text: '机器漏水，要求换货', repeatedBack: true };
const APPROVAL = { verdict: 'approve' };

test('RO-1 the deputy of the owner does what is his; the record says who it was and for whom', async () => {
  const number = await engine.complaintAt('form');
  expect((await act(number, '/form', 'HANDLER2', FORM)).body.type).toBe(type('not_owner'));
  await away('handler-1', 'handler-2');
  const { body: may } = await engine.api.get(`/complaints/${number}/actions`, 'HANDLER2');
  expect(may.actions).toContainEqual(expect.objectContaining({ action: 'fill_form', allowed: true }));
  const { status, body } = await act(number, '/form', 'HANDLER2', FORM);
  expect([status, body.owner]).toEqual([200, 'handler-1']);
  expect(await lastTurn(number)).toMatchObject({
    by: { id: 'handler-2' },
    for: { id: 'handler-1', name: '华东客服专员一' },
  });
  expect(JSON.stringify(await lastTurn(number))).toContain('由 华东客服专员二 代班办理（代 华东客服专员一）');
});

test('CO-5 who stood in for the owner does not review, nor does the deputy of who handled it', async () => {
  const mine = await engine.complaintAt('form');
  await away('handler-1', 'supervisor-1');
  await act(mine, '/form', 'SUPERVISOR', FORM);
  await engine.walk(mine, 'classification', 'callbacks');
  const other = await engine.complaintAt('review');
  for (const number of [mine, other]) {
    expect((await act(number, '/review', 'SUPERVISOR', APPROVAL)).body.type).toBe(type('handled_before'));
  }
  const queue = await engine.api.get('/complaints?queue=review', 'SUPERVISOR');
  expect(queue.text).not.toContain(other);
  await engine.api.db.database.pool.query('update absences set cancelled_at = now() where cancelled_at is null');
  expect((await act(other, '/review', 'SUPERVISOR', APPROVAL)).status).toBe(200);
  expect((await act(mine, '/review', 'SUPERVISOR', APPROVAL)).body.type).toBe(type('handled_before'));
  expect((await act(mine, '/review', 'MANAGER', APPROVAL)).status).toBe(200);
});

test('CO-5, HA-18 who stands in for the owner is not called to review it: the next level is, in inbox and queue', async () => {
  await away('handler-1', 'supervisor-1');
  const number = await engine.complaintAt('review');
  await dispatch();
  const asked = async (who: string) =>
    (await inbox(who, number)).filter(({ notice }: { notice: string }) => notice === 'called_upon');
  expect(await asked('SUPERVISOR')).toEqual([]);
  expect(await asked('MANAGER')).toMatchObject([{ stillOpen: true, approval: { code: expect.any(String) } }]);
  expect((await engine.api.get('/complaints?queue=review', 'MANAGER')).text).toContain(number);
  expect((await act(number, '/review', 'MANAGER', APPROVAL)).status).toBe(200);
});

test('CO-5 the deputy of the reviewer reviews in his place, is told so, and may do it by signal with a code of his own', async () => {
  await away('supervisor-1', 'manager-1');
  const [one, other] = [await engine.complaintAt('review'), await engine.complaintAt('review')];
  await dispatch();
  expect(await inbox('SUPERVISOR', one)).toContainEqual(expect.objectContaining({ notice: 'called_upon' }));
  const [told] = (await inbox('MANAGER', one)).filter(({ notice }: { notice: string }) => notice === 'called_upon');
  expect(told.approval.code).toEqual(expect.any(String));
  const queue = await engine.api.get('/complaints?queue=review', 'MANAGER');
  expect(queue.text).toContain(other);

  await engine.ns.client.workflow.getHandle(complaintWorkflowId(one)).signal('approve', { code: told.approval.code });
  await until(async () => (await lastTurn(one)).via === 'signal');
  expect(await lastTurn(one)).toMatchObject({ by: { id: 'manager-1' }, for: { id: 'supervisor-1' } });
  expect((await act(other, '/review', 'MANAGER', APPROVAL)).status).toBe(200);
  expect((await engine.api.get(`/complaints/${other}`, 'CLERK')).body.stage).toBe('archive');
});

test('HA-11 what the absent owner is told, his deputy is told as well, but nobody who is complained about', async () => {
  await away('handler-1', 'handler-2');
  const [one, other] = [
    await engine.complaintAt('contacts'),
    await engine.complaintAt('contacts', { respondents: ['handler-2'] }),
  ];
  await dispatch();
  for (const who of ['HANDLER', 'HANDLER2']) {
    expect(await inbox(who, one)).toContainEqual(expect.objectContaining({ notice: 'assigned' }));
  }
  expect(await inbox('HANDLER', other)).toHaveLength(1);
  expect(await inbox('HANDLER2', other)).toEqual([]);
  expect((await act(other, '/form', 'HANDLER2', FORM)).body.type).toBe(type('complained_about'));
});

test('RE-7 RE-8 what concerns the absent one himself, such as a penalty, is not for his deputy to read', async () => {
  await away('handler-1', 'handler-2');
  const number = await engine.complaintAt('contacts');
  const penalty = {
    offender: 'handler-1',
    on: '2026-02-01',
    rule: '5.3.1.4',
    reason: '未按业务指引办理，客户因此投诉',
  };
  const { status, body } = await act(number, '/penalties', 'SUPERVISOR', penalty, 'post');
  expect([status, body]).toEqual([201, expect.anything()]);
  await dispatch();
  const told = async (who: string) => (await inbox(who, number)).map(({ notice }: { notice: string }) => notice);
  expect(await told('HANDLER')).toEqual(expect.arrayContaining(['assigned', 'penalty_proposed']));
  expect(await told('HANDLER2')).toContain('assigned');
  expect(await told('HANDLER2')).not.toContain('penalty_proposed');
});

test('HA-2 a deputy who handles the level himself takes the case over for himself', async () => {
  const number = await engine.complaintAt('classification');
  await act(number, '/classification', 'HANDLER', {
    nature: 'attitude',
    requestType: 'complaint',
    grounds: ['emotional'],
    reason: '客户情绪激动',
  });
  await away('supervisor-1', 'manager-1');
  const { body } = await act(number, '/take-over', 'MANAGER', {}, 'post');
  expect(body.owner).toBe('manager-1');
});

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 100 && !(await done()); i += 1) await new Promise((wait) => setTimeout(wait, 100));
  expect(await done()).toBe(true);
}

import pino from 'pino';
import { startBatches } from '../../worker/batches';
import { dispatchBatch } from '../../worker/dispatcher';
import { AN_INTAKE } from '../support/api';
import { TEST_LINKS } from '../support/database';
import { EngineApi } from '../support/engine-api';

jest.setTimeout(90_000);

let engine: EngineApi;
beforeAll(async () => {
  engine = await EngineApi.start();
}, 120_000);
afterAll(() => engine?.stop());

const complaint = async (number: string) => (await engine.api.get(`/complaints/${number}`, 'MANAGER')).body;
/** What the worker's sweep does every few seconds; then waits for something to be so. */
async function carriedOut(done: () => Promise<boolean>): Promise<void> {
  const { db } = engine.api;
  await startBatches({ database: db.database, client: engine.ns.client, log: pino({ level: 'silent' }) });
  for (let i = 0; i < 300 && !(await done()); i += 1) await new Promise((wait) => setTimeout(wait, 100));
  expect(await done()).toBe(true);
}

test('RO-1 what a leaver answered for is his successor’s, by the system, with the reason on record', async () => {
  const account = { id: 'east-9', name: '华东客服专员九', roles: ['handler'], team: 'east' };
  const { token } = (await engine.api.send('post', '/staff', 'ADMIN', account)).body;
  const { number } = (await engine.api.send('post', '/complaints', token, AN_INTAKE)).body;
  const left = await engine.api.send('put', '/staff/east-9/departure', 'ADMIN', { successor: 'handler-2' });
  expect(left.status).toBe(200);
  await carriedOut(async () => (await complaint(number)).owner === 'handler-2');

  const { body } = await engine.api.get(`/complaints/${number}/timeline`, 'HANDLER2');
  expect(body.turns.at(-1)).toMatchObject({ by: { id: 'system' } });
  expect(JSON.stringify(body.turns.at(-1))).toContain('离职交接：east-9 → handler-2');
  expect((await complaint(number)).team).toBe('east');
  expect((await engine.api.get('/me', token)).status).toBe(401);
  const form = { text: '填单', repeatedBack: true };
  expect((await engine.api.send('put', `/complaints/${number}/form`, 'HANDLER2', form)).status).toBe(200);
});

test('CL-4 the open members of a mass complaint go up to level 3 together; one that is archived stays as it was', async () => {
  let serial = 0;
  const somebody = () => {
    serial += 1;
    const contacts = [{ channel: 'phone', address: `1350000${String(serial).padStart(4, '0')}` }];
    return { complainant: { kind: 'consumer', contacts }, productCode: 'Z-9' };
  };
  const archived = await engine.complaintAt('end', somebody());
  const open: string[] = [];
  while (open.length < 3) open.push(await engine.complaintAt('contacts', somebody()));
  const fifth = await engine.complaintAt('contacts', somebody());
  await carriedOut(async () => (await Promise.all(open.map(complaint))).every(({ level }) => level === 3));

  for (const number of [...open, fifth]) expect((await complaint(number)).marks).toContain('mass');
  expect(await complaint(archived)).toMatchObject({ level: 1, closed: true, marks: [] });
  const [id] = (await engine.api.get(`/complaints/${archived}/links`, 'MANAGER')).body.clusters;
  const { body } = await engine.api.get(`/clusters/${id}`, 'MANAGER');
  expect(body.complaints.map(({ level }: { level: number }) => level)).toEqual([1, 3, 3, 3, 3]);
});

test('HA-16, HA-3 steps and tasks that name a leaver in somebody else’s case name his successor, and he can do them', async () => {
  const account = { id: 'east-8', name: '华东客服专员八', roles: ['handler'], team: 'east' };
  await engine.api.send('post', '/staff', 'ADMIN', account);
  const number = await engine.complaintAt('proposals');
  const steps = [{ what: '寄出新机', person: 'east-8', workingDays: 2 }];
  const points = { solution: '换新机', standard: '质量问题换货', promise: '改进装箱检查' };
  const offer = { kinds: ['exchange'], basis: ['policy'], text: '换新机', points, steps };
  await engine.api.send('post', `/complaints/${number}/proposals`, 'HANDLER', offer);
  await engine.walk(number, 'telling', 'answer');
  const without = await engine.api.send('put', '/staff/east-8/departure', 'ADMIN', {});
  expect(without.status).not.toBe(200);
  expect((await engine.api.send('put', '/staff/east-8/departure', 'ADMIN', { successor: 'handler-2' })).status).toBe(
    200,
  );
  const step = async () =>
    (await engine.api.get(`/complaints/${number}/proposals`, 'HANDLER')).body.proposals[0].steps[0];
  await carriedOut(async () => (await step()).person === 'handler-2');
  const { body } = await engine.api.get(`/complaints/${number}/obligations`, 'HANDLER');
  expect(JSON.stringify(body)).toContain('"handler-2"');
  const done = await engine.api.send('put', `/complaints/${number}/remedy/1/completion`, 'HANDLER2', {
    text: '已寄出',
  });
  expect(done.status).toBe(200);
});

test('CO-5 where a team has no supervisor left, its reviews are the manager’s: he is told, and lists them', async () => {
  const before = await engine.complaintAt('review');
  const left = await engine.api.send('put', '/staff/supervisor-1/departure', 'ADMIN', {});
  expect([left.status, left.body.vacant]).toEqual([200, ['supervisor']]);
  const after = await engine.complaintAt('review');
  const sending = { database: engine.api.db.database, channels: [], links: TEST_LINKS, log: pino({ level: 'silent' }) };
  while ((await dispatchBatch(sending)) > 0);
  const { body: inbox } = await engine.api.get('/inbox?limit=100', 'MANAGER');
  const called = inbox.notices.filter((one: Record<string, string>) => one['notice'] === 'called_upon');
  expect(called).toContainEqual(
    expect.objectContaining({ complaint: after, approval: expect.objectContaining({ code: expect.any(String) }) }),
  );
  const { body: queue } = await engine.api.get('/complaints?queue=review', 'MANAGER');
  const numbers = queue.complaints.map(({ number }: { number: string }) => number);
  expect(numbers).toEqual(expect.arrayContaining([before, after]));
  for (const number of [before, after]) {
    const review = await engine.api.send('put', `/complaints/${number}/review`, 'MANAGER', { verdict: 'approve' });
    expect([review.status, review.body.stage]).toEqual([200, 'archive']);
  }
});

import { queueBatch, settleItem } from '../../db/queries/batches';
import { SYSTEM } from '../../domain/people';
import { AN_INTAKE, testApi } from '../support/api';
import type { TestApi } from '../support/api';

let api: TestApi;
let numbers: string[];
let id: string;
beforeAll(async () => {
  api = await testApi();
  const respondents = [[], ['supervisor-1'], [], []];
  numbers = [];
  for (const about of respondents) {
    const { body } = await api.send('post', '/complaints', 'HANDLER', { ...AN_INTAKE, respondents: about });
    numbers.push(body.number);
  }
  const { database } = api.db;
  const batch = {
    kind: 'calendar',
    action: 'recompute',
    data: { edition: 2 },
    by: SYSTEM,
    requestedBy: 'admin-1',
    reason: '台风',
    at: new Date('2026-11-23T01:00:00Z'),
    complaints: numbers,
  } as const;
  id = (await database.transaction((tx) => queueBatch(tx, batch)))!;
  const db = database.queries;
  await settleItem(db, id, numbers[0]!, { state: 'done', seq: 4 });
  await settleItem(db, id, numbers[1]!, { state: 'refused', refusal: { code: 'withdrawn' } });
  await settleItem(db, id, numbers[2]!, {
    state: 'refused',
    refusal: { code: 'edition_not_newer', edition: 1, present: 1 },
  });
  await settleItem(db, id, numbers[3]!, { error: 'NotKnownYet' });
}, 30_000);
afterAll(() => api.close());

test('a batch shows how far it is, and why each complaint that refused did', async () => {
  const { status, body } = await api.get(`/batches/${id}`, 'MANAGER');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id,
    kind: 'calendar',
    action: 'recompute',
    actionZh: '重新计算时限',
    requestedBy: { id: 'admin-1', name: '系统管理员' },
    reason: '台风',
    at: '2026-11-23T01:00:00.000Z',
    state: 'waiting',
    finishedAt: null,
    progress: { total: 4, waiting: 1, done: 1, refused: 2, skipped: 0 },
    next: null,
  });
  expect(body.refused).toMatchObject([
    { complaint: numbers[1], why: { code: 'withdrawn', detail: '客户已撤回，只剩归档。' } },
    { complaint: numbers[2], why: { code: 'edition_not_newer', detail: '这件投诉现按第 1 版办理，第 1 版并不更新。' } },
  ]);
});

test('the refused ones are read page by page', async () => {
  const { body: first } = await api.get(`/batches/${id}?limit=1`, 'MANAGER');
  expect([first.refused.length, first.next]).toEqual([1, numbers[1]]);
  const { body: rest } = await api.get(`/batches/${id}?after=${first.next}`, 'MANAGER');
  expect(rest.refused.map(({ complaint }: { complaint: string }) => complaint)).toEqual([numbers[2]]);
});

test('who is complained about does not see that complaint among them (HA-18)', async () => {
  const { body } = await api.get(`/batches/${id}`, 'SUPERVISOR');
  expect(body.refused.map(({ complaint }: { complaint: string }) => complaint)).toEqual([numbers[2]]);
});

test('batches are listed, newest first, for those who see all complaints', async () => {
  const { body } = await api.get('/batches', 'CLERK');
  expect(body.batches).toMatchObject([{ id, progress: { total: 4 } }]);
  for (const path of ['/batches', `/batches/${id}`]) {
    const { status, body: problem } = await api.get(path, 'HANDLER');
    expect([status, problem.type]).toEqual([403, 'urn:huiyin:problem:role_needed']);
  }
});

test('one that there is not, is not there', async () => {
  const { status, body } = await api.get('/batches/nothing', 'ADMIN');
  expect([status, body.type]).toEqual([404, 'urn:huiyin:problem:no_such_batch']);
});

import { eq } from 'drizzle-orm';
import { looks } from '../../db/schema';
import { testApi } from '../support/api';
import type { TestApi } from '../support/api';

let api: TestApi;
let number: string;
beforeAll(async () => {
  api = await testApi();
  const body = {
    channel: 'phone',
    requestType: 'complaint',
    complainant: { kind: 'consumer', name: '某女士', contacts: [{ channel: 'phone', address: '13800138000' }] },
    words: '收到的杯子是碎的',
    demands: ['exchange'],
  };
  number = ((await api.send('post', '/complaints', 'HANDLER', body)).body as { number: string }).number;
});
afterAll(() => api?.close());

const look = (who: string, body: object, key?: string) =>
  api.send('post', `/complaints/${number}/looks`, who, body, key);
const recorded = () => api.db.database.queries.select().from(looks).where(eq(looks.complaint, number));

test('RE-8 names and numbers are masked, also for the owner, until he looks with a reason', async () => {
  const { body } = await api.get(`/complaints/${number}`, 'HANDLER');
  expect(JSON.stringify(body)).not.toMatch(/某女士|13800138000/);
  const seen = await look('HANDLER', { reason: '首次联系客户' });
  expect(seen.body).toMatchObject({ people: [{ name: '某女士', contacts: [{ address: '13800138000' }] }] });
});

test('RE-8 every look is on record with who, why and when; a repeated call is one look; none can be wiped out', async () => {
  await look('SUPERVISOR', { reason: '核对回访' }, 'one and the same');
  await look('SUPERVISOR', { reason: '核对回访' }, 'one and the same');
  const rows = (await recorded()).filter(({ by }) => by === 'supervisor-1');
  expect(rows).toMatchObject([{ by: 'supervisor-1', reason: '核对回访' }]);
  await expect(api.db.database.queries.delete(looks)).rejects.toThrow();
});

test('RE-8 one key with another reason is another call: refused, and neither shown nor on record', async () => {
  await look('MANAGER', { reason: '客户来电' }, 'mine');
  const other = await look('MANAGER', { reason: '另一个理由' }, 'mine');
  expect([other.status, other.body.type]).toEqual([422, 'urn:huiyin:problem:key_used_otherwise']);
  expect((await recorded()).filter(({ by }) => by === 'manager-1')).toMatchObject([{ reason: '客户来电' }]);
});

test('RE-8 who looked, when and why is for those above and the clerk to read', async () => {
  const read = (who: string) => api.get(`/complaints/${number}/looks`, who);
  for (const who of ['SUPERVISOR', 'MANAGER', 'CLERK']) {
    const { status, body } = await read(who);
    expect([status, body.looks[0]]).toEqual([
      200,
      { at: expect.any(String), by: { id: 'handler-1', name: '华东客服专员一' }, reason: '首次联系客户' },
    ]);
    expect(body.looks.map(({ reason }: { reason: string }) => reason)).toEqual([
      '首次联系客户',
      '核对回访',
      '客户来电',
    ]);
  }
  expect((await read('HANDLER')).body.type).toBe('urn:huiyin:problem:role_needed');
  expect((await read('HANDLER_SOUTH')).body.type).toBe('urn:huiyin:problem:other_team');
});

test('RE-8 a look needs a reason, and the part of somebody who speaks to the customer', async () => {
  expect((await look('HANDLER', {})).status).toBe(422);
  expect((await look('HANDLER2', { reason: '好奇' })).body).toMatchObject({
    status: 403,
    type: 'urn:huiyin:problem:not_owner',
  });
  expect((await look('HANDLER_SOUTH', { reason: '好奇' })).status).toBe(403);
  expect((await look('CLERK', { reason: '好奇' })).status).toBe(403);
  expect((await recorded()).some(({ reason }) => reason === '好奇')).toBe(false);
});

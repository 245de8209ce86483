import pino from 'pino';
import { startBatches } from '../../worker/batches';
import { matchAdditions } from '../../worker/matcher';
import { EngineApi } from '../support/engine-api';

jest.setTimeout(120_000);

let engine: EngineApi;
beforeAll(async () => {
  engine = await EngineApi.start();
}, 120_000);
afterAll(() => engine?.stop());

const log = pino({ level: 'silent' });
const get = async (path: string) => (await engine.api.get(path, 'MANAGER')).body;
const complaint = (number: string) => get(`/complaints/${number}`);
const linksOf = (number: string) => get(`/complaints/${number}/links`);

let serial = 0;
const phone = () => `1350000${String((serial += 1)).padStart(4, '0')}`;
const register = (given: object = {}, address = phone()): Promise<string> =>
  engine.complaintAt('contacts', {
    complainant: { kind: 'consumer', contacts: [{ channel: 'phone', address }] },
    ...given,
  });
const add = async (number: string, field: string, text: string, correction?: true) => {
  const body = { field, text, ...(correction && { correction }) };
  const { status } = await engine.api.send('post', `/complaints/${number}/information`, 'HANDLER', body);
  expect(status).toBe(200);
};

/** What the worker's sweep does every few seconds; then waits until no batch is left. */
async function swept(): Promise<void> {
  const { database } = engine.api.db;
  await matchAdditions({ database, log });
  const waiting = async () =>
    ((await get('/batches?limit=100')).batches as { state: string }[]).some(({ state }) => state !== 'finished');
  for (let i = 0; i < 300 && (await waiting()); i += 1) {
    if (i % 20 === 0) await startBatches({ database, client: engine.ns.client, log });
    await new Promise((wait) => setTimeout(wait, 100));
  }
  expect(await waiting()).toBe(false);
}

describe('IN-9 a repeat that shows later', () => {
  test('by the order number that is added: the later of the two is linked, marked, and of level 2', async () => {
    const address = phone();
    const first = await register({}, address);
    const later = await register({}, address);
    await register({ orderNo: 'DD-900-1' });
    await add(first, 'orderNo', 'DD-900-1');
    await swept();
    expect(await complaint(later)).toMatchObject({ marks: [], level: 1 });
    await add(later, 'orderNo', 'dd 900-1');
    await swept();
    expect(await complaint(first)).toMatchObject({ marks: [], level: 1 });
    expect(await complaint(later)).toMatchObject({ marks: ['repeat'], level: 2 });
    expect((await linksOf(later)).links).toMatchObject([{ number: first, kind: 'repeat', by: 'system' }]);
    const { turns } = await get(`/complaints/${later}/timeline`);
    expect(JSON.stringify(turns)).toContain('因重复投诉升为二级');
  });

  test('a corrected number is the one that counts', async () => {
    const address = phone();
    const first = await register({ orderNo: 'DD-910-1' }, address);
    await add(first, 'orderNo', 'DD-910-2', true);
    await swept();
    expect(await complaint(await register({ orderNo: 'DD-910-1' }, address))).toMatchObject({ marks: [] });
    expect(await complaint(await register({ orderNo: 'DD-910-2' }, address))).toMatchObject({ marks: ['repeat'] });
  });
});

describe('CL-4 a mass complaint that shows later', () => {
  test('by the product that is added to the fifth, which goes up with the four before it; the next one joins', async () => {
    const four = [];
    for (let i = 0; i < 4; i += 1) four.push(await register({ productCode: 'L-1' }));
    const fifth = await register();
    await add(fifth, 'productCode', 'L 1');
    await swept();
    const {
      clusters: [id],
    } = await linksOf(fifth);
    expect(await get(`/clusters/${id}`)).toMatchObject({ subjectKind: 'product', members: 5, openedBy: fifth });
    for (const number of [...four, fifth]) {
      expect(await complaint(number)).toMatchObject({ level: 3, marks: ['mass'] });
    }
    const sixth = await register();
    await add(sixth, 'productCode', 'L-1');
    await swept();
    expect((await linksOf(sixth)).clusters).toEqual([id]);
    expect(await complaint(sixth)).toMatchObject({ level: 3, marks: ['mass'] });
    // What is added to a member makes no second one of it.
    for (const number of [...four, fifth]) await add(number, 'shop', '同一家店');
    await swept();
    expect((await linksOf(fifth)).clusters).toEqual([id]);
  });
});

describe('IN-9 a repeat by hand', () => {
  const level2 = (number: string) =>
    engine.api.send('put', `/complaints/${number}/level`, 'HANDLER', {
      direction: 'raise',
      level: 2,
      reason: '情绪激动',
    });
  const link = (number: string, other: string) =>
    engine.api.send('post', `/complaints/${number}/links`, 'HANDLER', { other, kind: 'repeat', reason: '同一件事' });
  const revoke = (number: string, other: string) =>
    engine.api.send('put', `/complaints/${number}/links/${other}/revocation`, 'HANDLER', { reason: '并非同一件事' });

  test('whichever of the two it is said of, the later is marked and of level 2; revoked, it is neither the mark’s nor lowered', async () => {
    const [first, later, third] = [await register(), await register(), await register()];
    expect((await link(first, later)).status).toBe(201);
    expect((await link(third, later)).status).toBe(201);
    await swept();
    expect(await complaint(first)).toMatchObject({ marks: [], level: 1 });
    for (const number of [later, third]) {
      expect(await complaint(number)).toMatchObject({ marks: ['repeat'], level: 2 });
    }
    expect((await link(third, first)).status).toBe(201);
    await revoke(third, later);
    await revoke(first, later);
    await swept();
    expect(await complaint(later)).toMatchObject({ marks: [], level: 2 });
    // It still repeats another one.
    expect(await complaint(third)).toMatchObject({ marks: ['repeat'], level: 2 });
  });

  test('is not lowered below where the earlier one stands now; once the link is revoked, it is', async () => {
    const [first, later] = [await register(), await register()];
    expect((await link(first, later)).status).toBe(201);
    await swept();
    const level = (number: string, who: string, body: object) =>
      engine.api.send('put', `/complaints/${number}/level`, who, { reason: '核对后', ...body });
    for (const number of [first, later]) {
      expect((await level(number, 'HANDLER', { direction: 'raise', level: 3 })).status).toBe(200);
    }
    const lower = (to: number) => level(later, 'ADMIN_DIRECTOR', { direction: 'lower', level: to });
    expect((await lower(2)).body).toMatchObject({ status: 409, type: 'urn:huiyin:problem:level_earned', least: 3 });
    expect((await level(first, 'ADMIN_DIRECTOR', { direction: 'lower', level: 1 })).status).toBe(200);
    expect((await lower(1)).body).toMatchObject({ status: 409, least: 2 });
    expect((await lower(2)).status).toBe(200);
    await revoke(first, later);
    await swept();
    expect((await lower(1)).status).toBe(200);
  });

  test('goes to whoever answers for the first, while that is open and he may have it', async () => {
    const [first, later] = [await register(), await register()];
    expect((await level2(first)).status).toBe(200);
    expect((await engine.api.send('post', `/complaints/${first}/take-over`, 'SUPERVISOR', {})).status).toBe(200);
    expect((await link(later, first)).status).toBe(201);
    await swept();
    expect(await complaint(later)).toMatchObject({ marks: ['repeat'], level: 2, owner: 'supervisor-1' });
  });
});

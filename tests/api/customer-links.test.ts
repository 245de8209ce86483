import { randomUUID } from 'node:crypto';
import pino from 'pino';
import request from 'supertest';
import { eq } from 'drizzle-orm';
import { customerLinks, outbox } from '../../db/schema';
import { dispatchBatch } from '../../worker/dispatcher';
import type { Message } from '../../worker/file-channel';
import { TEST_LINKS } from '../support/database';
import { EngineApi } from '../support/engine-api';

let engine: EngineApi;
const sent: Message[] = [];
beforeAll(async () => {
  engine = await EngineApi.start();
}, 120_000);
afterAll(() => engine?.stop());

/** Sends what waits, and gives the path of the last link that this customer was sent. */
async function linkOf(number: string, path: 'track' | 'surveys'): Promise<string> {
  // IN-15: whoever is quick finds his link valid as soon as he has it.
  const channel = async (message: Message) => {
    sent.push(message);
    const here = message.body.match(new RegExp(`${TEST_LINKS.publicUrl}(/\\S+)`))?.[1];
    if (here) expect((await get(here)).status).not.toBe(404);
  };
  const { database } = engine.api.db;
  await dispatchBatch({ database, channels: [channel], links: TEST_LINKS, log: pino({ level: 'silent' }) });
  const bodies = sent.filter(({ to }) => to === `customer-${number}`).map(({ body }) => body);
  const link = bodies
    .flatMap((body) => body.match(new RegExp(`${TEST_LINKS.publicUrl}(/${path}/\\S+)`))?.[1] ?? [])
    .at(-1);
  if (!link) throw new Error(`The customer of ${number} was sent no link: ${bodies.join('\n')}`);
  return link;
}

const get = (path: string) => request(engine.api.app).get(path);
const post = (path: string, body: object, key: string = randomUUID()) =>
  request(engine.api.app).post(path).set('Idempotency-Key', key).send(body);
const CONTENT = { solved: true, satisfaction: 'satisfied' };

test('IN-15 the link of the acknowledgement tells where the complaint stands; the number alone opens nothing', async () => {
  const number = await engine.complaintAt('verifications');
  const link = await linkOf(number, 'track');
  const { status, body } = await get(link);
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { number, step: '调查核实', outcome: null, withdrawable: true },
  });
  expect(JSON.stringify(body)).not.toMatch(/handler-1|张|138/);
  expect((await get(`/track/${number}`)).status).toBe(404);
  expect((await get(`${link}x`)).body).toMatchObject({ type: 'urn:huiyin:problem:no_such_link' });
});

test('IN-15 staff never read the link: the record keeps the words without it, and the table its hash', async () => {
  const number = await engine.complaintAt('contacts');
  const link = await linkOf(number, 'track');
  const token = link.split('/').at(-1)!;
  expect(token).toMatch(/^[\w-]{43}$/);
  const db = engine.api.db.database.queries;
  const rows = [
    ...(await db.select().from(outbox).where(eq(outbox.complaint, number))),
    ...(await db.select().from(customerLinks).where(eq(customerLinks.complaint, number))),
  ];
  expect(rows.length).toBeGreaterThan(1);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('CO-1, CO-2 the customer answers the callback by his own link, once; the same call again is the same answer', async () => {
  const number = await engine.complaintAt('callbacks');
  const link = await linkOf(number, 'surveys');
  const { body: form } = await get(link);
  expect(form.options.map(({ zh }: { zh: string }) => zh)).toEqual([
    '非常满意',
    '满意',
    '可以理解/接受',
    '不满意',
    '非常不满意',
  ]);
  expect(form.options[0].score).toEqual({ score: 1, scale: 'one_best' });
  const key = randomUUID();
  const first = await post(link, { ...CONTENT, suggestion: '希望更快' }, key);
  expect({ status: first.status, body: first.body }).toMatchObject({ status: 200, body: { message: /感谢/ } });
  expect((await post(link, { ...CONTENT, suggestion: '希望更快' }, key)).status).toBe(200);
  const again = await post(link, { solved: true, satisfaction: 'dissatisfied' });
  expect([again.status, again.body.detail]).toEqual([409, expect.stringMatching(/^您对这次处理的评价我们已经收到/)]);
  const { body } = await engine.api.get(`/complaints/${number}`, 'HANDLER');
  expect(body).toMatchObject({ stage: 'review', satisfaction: 'satisfied' });
});

test('CO-2, RE-7 a word once given is final: who tries to change it is refused, and that is put on file', async () => {
  const number = await engine.complaintAt('callbacks');
  const link = await linkOf(number, 'surveys');
  expect((await post(link, { solved: true, satisfaction: 'dissatisfied' })).status).toBe(200);
  expect((await post(link, CONTENT)).body).toMatchObject({ type: 'urn:huiyin:problem:link_void' });

  const other = await engine.complaintAt('review');
  const { status, body } = await engine.step(other, 'callbacks');
  expect({ status, type: body.type }).toEqual({ status: 409, type: 'urn:huiyin:problem:answer_final' });
  const { body: timeline } = await engine.api.get(`/complaints/${other}/timeline`, 'HANDLER');
  expect(JSON.stringify(timeline)).toContain('尝试「记录回访」，未予允许：客户已作评价，不能更改');
});

test('CO-3 the link of an old round is void in the next one', async () => {
  const number = await engine.complaintAt('callbacks');
  const link = await linkOf(number, 'surveys');
  await engine.api.send('post', `/complaints/${number}/callbacks`, 'HANDLER', {
    answered: true,
    channel: 'phone',
    solved: false,
    satisfaction: 'acceptable',
    recording: '录音 R-3',
  });
  expect((await get(link)).body).toMatchObject({ type: 'urn:huiyin:problem:link_void' });
  expect((await post(link, CONTENT)).body).toMatchObject({ type: 'urn:huiyin:problem:link_void' });
});

test('IN-15 invited once more in the same round, he has his link for longer', async () => {
  const number = await engine.complaintAt('callbacks');
  await linkOf(number, 'surveys');
  const db = engine.api.db.database.queries;
  const expiry = async () => {
    const rows = await db.select().from(customerLinks).where(eq(customerLinks.complaint, number));
    return rows.find(({ kind }) => kind === 'survey')!.expiresAt.getTime();
  };
  const first = await expiry();
  await db
    .update(customerLinks)
    .set({ expiresAt: new Date(0) })
    .where(eq(customerLinks.complaint, number));
  await engine.done(number, 'callbacks');
  await engine.api.send('put', `/complaints/${number}/review`, 'SUPERVISOR', {
    verdict: 'reject',
    ground: 'callback_doubtful',
    backTo: 'callback',
  });
  const link = await linkOf(number, 'surveys');
  expect(await expiry()).toBeGreaterThanOrEqual(first);
  expect((await post(link, CONTENT)).status).toBe(200);
});

test('CO-9 the customer withdraws by his own link', async () => {
  const number = await engine.complaintAt('verifications');
  const link = await linkOf(number, 'track');
  expect((await post(`${link}/withdrawal`, {})).status).toBe(422);
  expect((await post(`${link}/withdrawal`, { confirmed: true })).status).toBe(200);
  expect((await get(link)).body).toMatchObject({ outcome: '客户撤回', withdrawable: false });
});

test('CO-9 what has gone to an authority at the highest level is not offered for withdrawal, nor withdrawn by link', async () => {
  const number = await engine.complaintAt('form', { grounds: ['regulator_12315'] });
  const link = await linkOf(number, 'track');
  expect((await get(link)).body).toMatchObject({ outcome: null, withdrawable: false });
  const { status, body } = await post(`${link}/withdrawal`, { confirmed: true });
  expect([status, body.type]).toEqual([403, 'urn:huiyin:problem:director_needed']);
});

import request from 'supertest';
import { eq } from 'drizzle-orm';
import { apiTokens, staff } from '../../db/schema';
import { tokenHash } from '../../db/approval-code';
import { AN_INTAKE, testApi } from '../support/api';
import type { TestApi } from '../support/api';

jest.setTimeout(30_000);

let api: TestApi;
let number: string;
beforeAll(async () => {
  api = await testApi();
  number = (await api.send('post', '/complaints', 'HANDLER', AN_INTAKE)).body.number;
}, 30_000);
afterAll(() => api.close());

const type = (code: string) => `urn:huiyin:problem:${code}`;
const raw = (path = '/complaints') =>
  request(api.app).post(path).set('Authorization', `Bearer ${api.db.tokens['HANDLER']}`).set('Idempotency-Key', 'k');

describe('every problem is a document of RFC 9457, in Chinese and English', () => {
  test.each<[string, () => request.Test, number, string]>([
    ['no token', () => api.get('/me'), 401, 'unauthenticated'],
    ['another scheme', () => api.get('/me').set('Authorization', 'Basic eDp5'), 401, 'unauthenticated'],
    ['a token of nobody', () => api.get('/me', 'hy_0'), 401, 'unauthenticated'],
    ['no such route', () => api.get('/nowhere'), 404, 'no_such_route'],
    ['an address that cannot be read', () => api.get('/complaints/%ff', 'HANDLER'), 400, 'malformed_url'],
    ['another method', () => request(api.app).delete('/complaints'), 405, 'method_not_allowed'],
    ['a number that no complaint has', () => api.get('/complaints/20200101-001', 'HANDLER'), 404, 'no_such_complaint'],
    ['a number that is none', () => api.get('/complaints/abc', 'HANDLER'), 404, 'no_such_complaint'],
    ['a notice of somebody else', () => api.send('put', '/inbox/1/read', 'HANDLER'), 404, 'no_such_notice'],
    ['an unknown query parameter', () => api.get('/complaints?owner=me', 'HANDLER'), 400, 'invalid_query'],
    ['a place in no list', () => api.get('/complaints?after=x', 'HANDLER'), 400, 'invalid_query'],
    ['a limit of nothing', () => api.get('/complaints?limit=0', 'HANDLER'), 400, 'invalid_query'],
    ['a limit without end', () => api.get('/complaints?limit=1e9', 'HANDLER'), 400, 'invalid_query'],
    ['no idempotency key', () => raw().unset('Idempotency-Key').send(AN_INTAKE), 400, 'idempotency_key_wanted'],
    [
      'a key too long',
      () => raw().set('Idempotency-Key', 'k'.repeat(201)).send(AN_INTAKE),
      400,
      'idempotency_key_wanted',
    ],
    ['broken JSON', () => raw().type('json').send('{"channel":'), 400, 'malformed_json'],
    ['a bare value', () => raw().type('json').send('"phone"'), 400, 'malformed_json'],
    [
      'bytes that are no UTF-8',
      () =>
        raw()
          .type('json')
          .send({})
          .serialize(() => Buffer.from('{"words":"\xff"}', 'latin1') as never),
      400,
      'malformed_json',
    ],
    [
      'a body that is not packed as it says',
      () => raw().type('json').set('Content-Encoding', 'gzip').send('{}'),
      400,
      'malformed_json',
    ],
    [
      'another charset',
      () => raw().set('Content-Type', 'application/json; charset=utf-16').send('{}'),
      415,
      'wrong_media_type',
    ],
    ['a form', () => raw().type('form').send('channel=phone'), 415, 'wrong_media_type'],
    ['a body of megabytes', () => raw().send({ words: 'x'.repeat(300_000) }), 413, 'too_large'],
    ['a list', () => raw().send([AN_INTAKE]), 422, 'invalid_body'],
    ['a prototype', () => raw().type('json').send('{"__proto__":{"channel":"phone"}}'), 422, 'invalid_body'],
    [
      'a list in a list in a list',
      () =>
        raw()
          .type('json')
          .send(`{"words":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
      422,
      'invalid_body',
    ],
  ])('%s', async (_, call, status, code) => {
    const { status: given, body, headers } = await call();
    expect({ status: given, type: body.type }).toEqual({ status, type: type(code) });
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({
      status,
      instance: `urn:huiyin:request:${headers['x-request-id']}`,
      title: expect.stringMatching(/[\u4e00-\u9fff]/),
      detail: expect.stringMatching(/[\u4e00-\u9fff].*。$/),
      titleEn: expect.stringMatching(/^[\w-' ,]+$/),
      detailEn: expect.stringMatching(/^[^\u4e00-\u9fff]+$/),
    });
    expect(JSON.stringify(body)).not.toMatch(/at \/|node_modules|select |insert /i);
  });

  test('and says which methods there are', async () => {
    const answer = await request(api.app).delete(`/complaints/${number}/form`);
    expect(answer.headers['allow']).toBe('PUT');
    expect((await request(api.app).options('/complaints')).headers['allow']).toBe('POST, GET, HEAD');
  });

  test('and tells how to sign in', async () => {
    expect((await api.get('/me')).headers['www-authenticate']).toBe('Bearer realm="huiyin"');
  });

  test('and repeats the id that the caller gave his call', async () => {
    const { headers, body } = await api.get('/me').set('X-Request-Id', 'call-7');
    expect([headers['x-request-id'], body.instance]).toEqual(['call-7', 'urn:huiyin:request:call-7']);
    const odd = await api.get('/me').set('X-Request-Id', 'a b<c>');
    expect(odd.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

test('a body that is no object is pointed at as a whole', async () => {
  const { body } = await raw().send([AN_INTAKE]);
  expect(body.errors).toEqual([{ path: '$', given: '[列表 list, 1]', allowed: '对象', allowedEn: 'an object' }]);
});

describe('satisfaction (CO-2)', () => {
  const callback = (satisfaction: unknown) =>
    api.send('post', `/complaints/${number}/callbacks`, 'HANDLER', {
      answered: true,
      channel: 'phone',
      solved: true,
      satisfaction,
      recording: '录音 R-2',
    });

  test.each([1, 5, '5', { score: 1 }, 'ok'])('is not %j: that says nothing without its scale', async (given) => {
    const { status, body } = await callback(given);
    expect([status, body.errors[0].path, body.errors[0].allowed]).toEqual([
      422,
      'satisfaction',
      expect.stringContaining('只给数字分不清好坏'),
    ]);
  });
});

test('while Temporal is down, what became of an action is not known: 503, and the same key asks again', async () => {
  const { status, body, headers } = await api.send('put', `/complaints/${number}/form`, 'HANDLER', {
    text: '填单',
    repeatedBack: true,
  });
  expect([status, body.type, headers['retry-after']]).toEqual([503, type('not_known_yet'), '3']);
}, 20_000);

test('a role that was taken away is gone with the next call, and so is an account', async () => {
  const db = api.db.database.queries;
  await db.insert(staff).values({ id: 'temp-1', name: '临时', roles: ['supervisor'], team: 'south' });
  await db.insert(apiTokens).values({ tokenHash: tokenHash('hy_temp'), staffId: 'temp-1' });
  expect((await api.get(`/complaints/${number}`, 'hy_temp')).status).toBe(200);
  await db
    .update(staff)
    .set({ roles: ['handler'] })
    .where(eq(staff.id, 'temp-1'));
  expect((await api.get(`/complaints/${number}`, 'hy_temp')).body.type).toBe(type('other_team'));
  await db.update(staff).set({ active: false }).where(eq(staff.id, 'temp-1'));
  expect((await api.get(`/complaints/${number}`, 'hy_temp')).status).toBe(401);
});

test('every answer is guarded and says nothing of what serves it', async () => {
  const { headers } = await api.get('/healthz');
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': expect.any(String) });
  expect(headers).not.toHaveProperty('x-powered-by');
});

test('ready means that Postgres answers; Temporal is only reported', async () => {
  const { status, body } = await api.get('/readyz');
  expect([status, body]).toEqual([200, { status: 'ready', postgres: 'answers', temporal: 'away' }]);
});

test('the log has one line a call, with its pattern, and neither address nor body', async () => {
  await api.get(`/complaints/${number}?name=张小明`, 'HANDLER');
  await new Promise((done) => setTimeout(done, 20));
  const lines = api.log.filter(({ method }) => method !== undefined);
  expect(lines.at(-1)).toMatchObject({ route: '/complaints/:number', status: 400, requestId: expect.any(String) });
  expect(JSON.stringify(api.log)).not.toMatch(/张小明|漏水|13812345678|hy_/);
});

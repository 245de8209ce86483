import { AN_INTAKE, testApi } from '../support/api';
import type { TestApi } from '../support/api';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
}, 30_000);
afterAll(() => api.close());

describe('registering a complaint while Temporal is down', () => {
  test('gives number, times and the receipt to read out (IN-2, IN-4, IN-5)', async () => {
    const { status, body, headers } = await api.send('post', '/complaints', 'HANDLER', AN_INTAKE);
    expect([status, body.number, body.stage, body.owner]).toEqual([
      201,
      expect.stringMatching(/^\d{8}-001$/),
      'first_contact',
      'handler-1',
    ]);
    expect(body.times).toEqual([
      expect.objectContaining({
        kind: 'first_contact',
        state: 'open',
        sentence: expect.stringContaining('按工作日计 1 天'),
      }),
    ]);
    expect(body.acknowledgement).toContain(body.number);
    expect(headers).toMatchObject({
      location: `/complaints/${body.number}`,
      etag: `"${body.seq}"`,
      'content-type': 'application/json; charset=utf-8',
    });

    const seen = await api.get(`/complaints/${body.number}`, 'HANDLER');
    expect([seen.status, seen.headers['etag']]).toEqual([200, headers['etag']]);
    expect(seen.body.people).toEqual([
      expect.objectContaining({ name: '张**', contacts: [{ channel: 'phone', address: '138****5678' }] }),
    ]);
    const owed = await api.get(`/complaints/${body.number}/obligations`, 'HANDLER');
    expect(owed.body.obligations).toEqual(body.times);
  });
});

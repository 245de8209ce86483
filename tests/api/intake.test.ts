import { eq } from 'drizzle-orm';
import { openDatabase } from '../../db/client';
import { complaints, idempotencyKeys } from '../../db/schema';
import { AN_INTAKE, testApi } from '../support/api';
import type { TestApi } from '../support/api';

jest.setTimeout(30_000);

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
}, 30_000);
afterAll(() => api.close());

const register = (body: object = AN_INTAKE, who = 'HANDLER', key?: string) =>
  api.send('post', '/complaints', who, body, key);
const complainant = (given: object) => ({ ...AN_INTAKE, complainant: { kind: 'consumer', ...given } });
const timeOf = ({ times }: { times: Record<string, string>[] }, kind: string): Record<string, string> =>
  times.find((time) => time['kind'] === kind)!;
const howMany = async () =>
  (await api.db.database.queries.select({ number: complaints.number }).from(complaints)).length;

describe('registering a complaint while Temporal is down', () => {
  test('gives number, times and the receipt to read out (IN-2, IN-4, IN-5)', async () => {
    const { status, body, headers } = await register();
    expect([status, body.number, body.stage, body.owner]).toEqual([
      201,
      expect.stringMatching(/^\d{8}-\d{3}$/),
      'first_contact',
      'handler-1',
    ]);
    expect(body.times.map(({ kind, state }: Record<string, string>) => [kind, state])).toEqual([
      ['first_answer', 'open'],
      ['tell_acceptance', 'open'],
      ['first_contact', 'open'],
      ['promised_answer', 'open'],
    ]);
    expect(timeOf(body, 'first_contact').sentence).toContain('按工作日计 1 天');
    expect(body.acknowledgement).toContain(body.number);
    expect(headers).toMatchObject({
      location: `/complaints/${body.number}`,
      etag: `"${body.seq}"`,
      'content-type': 'application/json; charset=utf-8',
    });
    const seen = await api.get(`/complaints/${body.number}`, 'HANDLER');
    expect([seen.status, seen.headers['etag'], seen.body.intake.words]).toEqual([
      200,
      headers['etag'],
      AN_INTAKE.words,
    ]);
    const owed = await api.get(`/complaints/${body.number}/obligations`, 'HANDLER');
    expect(owed.body.obligations).toEqual(body.times);
  });

  test('leaves its workflow to the sweep, and logs so without a name', async () => {
    const { body } = await register();
    await api.settle();
    const [row] = await api.db.database.queries.select().from(complaints).where(eq(complaints.number, body.number));
    expect(row?.started).toBe(false);
    const lines = JSON.stringify(api.log);
    expect(lines).toContain('workflow not started yet');
    expect(lines).not.toMatch(/张小明|13812345678|漏水/);
  });

  test('counts the times from the receipt, not from the registration', async () => {
    const { body } = await register({ ...AN_INTAKE, receivedAt: '2024-03-04T10:00:00+08:00' });
    expect(timeOf(body, 'first_contact').dueAt).toBe('2024-03-05T10:00:00.000Z');
  });

  test('numbers complaints of one day in order, also when they come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => register()));
    expect(answers.map(({ body, status }) => (status === 201 ? status : body))).toEqual(answers.map(() => 201));
    const numbers = answers.map(({ body }) => Number(body.number.slice(9)));
    const sorted = numbers.toSorted((a, b) => a - b);
    expect(sorted).toEqual(Array.from({ length: 8 }, (_, index) => (sorted[0] ?? 0) + index));
  });
});

describe('a repeated registration', () => {
  test('has the same answer and registers nothing', async () => {
    const first = await register(AN_INTAKE, 'HANDLER', 'r-1');
    const before = await howMany();
    const again = await register(AN_INTAKE, 'HANDLER', 'r-1');
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await howMany()).toBe(before);
  });

  test('is one complaint when it is sent ten times at once', async () => {
    const before = await howMany();
    const answers = await Promise.all(Array.from({ length: 10 }, () => register(AN_INTAKE, 'HANDLER', 'r-2')));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.number}`)).size).toBe(1);
    expect(await howMany()).toBe(before + 1);
  });

  test('with other contents is refused, and so is the order of fields not other contents', async () => {
    await register(AN_INTAKE, 'HANDLER', 'r-3');
    const other = await register({ ...AN_INTAKE, words: '别的事' }, 'HANDLER', 'r-3');
    expect([other.status, other.body.type]).toEqual([422, 'urn:huiyin:problem:key_used_otherwise']);
    const turned = Object.fromEntries(Object.entries(AN_INTAKE).toReversed());
    expect((await register(turned, 'HANDLER', 'r-3')).status).toBe(201);
  });

  test('by somebody else with the same key is a complaint of his own', async () => {
    const mine = await register(AN_INTAKE, 'HANDLER', 'r-4');
    const theirs = await register(AN_INTAKE, 'HANDLER2', 'r-4');
    expect([theirs.status, theirs.body.owner]).toEqual([201, 'handler-2']);
    expect(theirs.body.number).not.toBe(mine.body.number);
  });
});

describe('what a complaint needs', () => {
  test.each<[string, object, string]>([
    ['the words of the customer', { ...AN_INTAKE, words: undefined }, 'words'],
    ['words that say something', { ...AN_INTAKE, words: ' \n\t ' }, 'words'],
    ['words that Postgres can hold: no NUL', { ...AN_INTAKE, words: 'a\0b' }, 'words'],
    ['words that Postgres can hold: no half character', { ...AN_INTAKE, words: 'a\ud83d' }, 'words'],
    ['words of a sensible length', { ...AN_INTAKE, words: 'x'.repeat(10_001) }, 'words'],
    ['a channel that there is', { ...AN_INTAKE, channel: 'pigeon' }, 'channel'],
    ['a way to reach the complainant', complainant({}), 'complainant.contacts'],
    ['tags for one who stays anonymous', complainant({ anonymous: true }), 'complainant.contacts'],
    [
      'a telephone number with digits',
      complainant({ contacts: [{ channel: 'phone', address: '电话' }] }),
      'complainant.contacts[0].address',
    ],
    [
      'an e-mail address with an @',
      complainant({ contacts: [{ channel: 'email', address: 'x' }] }),
      'complainant.contacts[0].address',
    ],
    [
      'an address for the preferred channel',
      complainant({ preferredChannel: 'email', contacts: [{ channel: 'phone', address: '13800000000' }] }),
      'complainant.preferredChannel',
    ],
    ['no field that nobody knows', { ...AN_INTAKE, urgent: true }, 'urgent'],
    [
      'no field that nobody knows, further in',
      complainant({ contacts: [{ channel: 'phone', address: '13800000000', ext: 1 }] }),
      'complainant.contacts[0].ext',
    ],
    ['each demand once', { ...AN_INTAKE, demands: ['refund', 'refund'] }, 'demands'],
    ['a receipt with its time zone', { ...AN_INTAKE, receivedAt: '2026-03-02T10:00:00' }, 'receivedAt'],
    ['a receipt that has been', { ...AN_INTAKE, receivedAt: '2099-01-01T00:00:00Z' }, 'receivedAt'],
    ['a receipt of our days', { ...AN_INTAKE, receivedAt: '1970-01-01T00:00:00Z' }, 'receivedAt'],
    ['an event that has been', { ...AN_INTAKE, occurredAt: '2099-01-01T00:00:00Z' }, 'occurredAt'],
    ['an event of our days', { ...AN_INTAKE, occurredAt: '0000-01-01T00:00:00Z' }, 'occurredAt'],
    ['a policy that is published', { ...AN_INTAKE, policy: 'lenient' }, 'policy'],
    ['IN-7 a sub-type of its type', { ...AN_INTAKE, subType: 'repair_booking' }, 'subType'],
    ['CL-2 grounds that there are', { ...AN_INTAKE, grounds: ['bad_weather'] }, 'grounds[0]'],
    ['IN-2 a kind of subject that there is', { ...AN_INTAKE, subjectKind: 'weather' }, 'subjectKind'],
    ['respondents who work here', { ...AN_INTAKE, respondents: ['handler-2', 'nobody'] }, 'respondents[1]'],
  ])('%s', async (_, body, path) => {
    const before = await howMany();
    const answer = await register(body);
    expect([answer.status, answer.body.type]).toEqual([422, 'urn:huiyin:problem:invalid_body']);
    expect(answer.body.errors).toEqual([
      {
        path,
        given: answer.body.errors[0].given,
        allowed: expect.stringMatching(/[\u4e00-\u9fff]/),
        allowedEn: expect.any(String),
      },
    ]);
    expect(await howMany()).toBe(before);
  });

  test('is told all at once', async () => {
    const { body } = await register({ channel: 'pigeon', demands: 'refund', extra: 1 });
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'channel',
      'requestType',
      'complainant',
      'demands',
      'extra',
      'words',
    ]);
  });

  test('is little for an anonymous complainant: tags (003 步驟一)', async () => {
    const { status } = await register(complainant({ anonymous: true, tags: ['红色外套', '下午到店'] }));
    expect(status).toBe(201);
  });

  test('takes emoji, rare characters and quotes as they are', async () => {
    const words = "𠮷野家😀 “破了” '; drop table complaints; -- <b>";
    const { body } = await register({ ...AN_INTAKE, words });
    expect((await api.get(`/complaints/${body.number}`, 'HANDLER')).body.intake.words).toBe(words);
  });
});

describe('when Postgres does not answer', () => {
  test('a registration is put off, not lost: 503 with Retry-After', async () => {
    const away = openDatabase('postgres://nobody@127.0.0.1:1/none');
    const without = await testApi({ db: api.db, database: away });
    const { status, body, headers } = await without.send('post', '/complaints', 'HANDLER', AN_INTAKE);
    expect([status, body.type, headers['retry-after']]).toEqual([503, 'urn:huiyin:problem:database_away', '3']);
    expect((await without.get('/readyz')).status).toBe(503);
    expect((await without.get('/healthz')).status).toBe(200);
    await without.close();
    await away.close();
  });

  test('an answer that got lost after the commit is there for the repeated call', async () => {
    const { database } = api.db;
    const cutOff = {
      ...database,
      transaction: async <T>(run: Parameters<typeof database.transaction<T>>[0]): Promise<T> => {
        await database.transaction(run);
        throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
      },
    };
    const shaky = await testApi({ db: api.db, database: cutOff });
    const before = await howMany();
    const lost = await shaky.send('post', '/complaints', 'HANDLER', AN_INTAKE, 'r-5');
    const again = await register(AN_INTAKE, 'HANDLER', 'r-5');
    expect([lost.status, again.status]).toEqual([201, 201]);
    expect(lost.body).toEqual(again.body);
    expect(await howMany()).toBe(before + 1);
    await shaky.close();
  });
});

test('the key of a registration is kept with its fingerprint, not with its contents', async () => {
  await register(AN_INTAKE, 'HANDLER', 'r-6');
  const [row] = await api.db.database.queries.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, 'r-6'));
  expect(row?.bodyHash).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(row)).not.toMatch(/张小明|漏水/);
});

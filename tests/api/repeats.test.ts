import { sql } from 'drizzle-orm';
import { AN_INTAKE, registered, testApi } from '../support/api';
import type { TestApi } from '../support/api';

jest.setTimeout(30_000);

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
}, 30_000);
afterAll(() => api?.close());

let serial = 0;
/** A customer and an order that no other test has. */
const somebody = () => {
  serial += 1;
  const phone = `1390000${String(serial).padStart(4, '0')}`;
  return {
    phone,
    order: `DD-${serial}`,
    says: (given: object = {}, contacts: object[] = [{ channel: 'phone', address: phone }]) => ({
      ...AN_INTAKE,
      complainant: { kind: 'consumer', contacts },
      ...given,
    }),
  };
};
/** What one person says first, and what is said then. */
type Two = (who: ReturnType<typeof somebody>) => [object, object];
const register = (body: object, who?: string, key?: string) => registered(api, body, who, key);
const linksOf = async (number: string, who = 'HANDLER') => (await api.get(`/complaints/${number}/links`, who)).body;
const address = (channel: string, text: string) => [{ channel, address: text }];
const WALKED_IN = { kind: 'consumer', anonymous: true, tags: ['红色外套'], contacts: address('walk_in', '某店') };

describe('IN-9 the same person again on the same matter', () => {
  test('is found, linked both ways, and a complaint of level 2 from its birth', async () => {
    const { says, order } = somebody();
    const first = await register(says({ orderNo: order }));
    const again = await register(says({ orderNo: order.toLowerCase(), words: '还是没有人管' }));
    expect(again).toMatchObject({ marks: ['repeat'], level: 2, repeats: [first.number] });
    expect(first).toMatchObject({ marks: [], level: 1, repeats: [] });
    const { links } = await linksOf(again.number);
    expect(links).toMatchObject([
      { number: first.number, kind: 'repeat', direction: 'earlier', by: 'system', other: { level: 1, open: true } },
    ]);
    expect((await linksOf(first.number)).links).toMatchObject([{ number: again.number, direction: 'later' }]);
    const { body } = await api.get(`/complaints/${again.number}/timeline`, 'HANDLER');
    expect(body.turns[0].lines[0].sentence).toMatch(/二级（较为严重）.*标记：重复投诉/);
  });

  test.each<[string, Two]>([
    [
      'by another writing of the number',
      ({ says, phone }) => [says({ product: '奶茶机' }), says({ product: '奶茶机' }, address('sms', `+86 ${phone}`))],
    ],
    [
      'by his e-mail address',
      ({ says, phone }) => [
        says({ productCode: 'A-1' }, [...address('phone', phone), ...address('email', `u${phone}@example.com`)]),
        says({ productCode: 'a1' }, address('email', `U${phone}@Example.com`)),
      ],
    ],
    [
      'by his customer number',
      ({ says, phone, order }) => [
        says({
          orderNo: order,
          complainant: { kind: 'consumer', customerNo: `K${phone}`, contacts: address('phone', phone) },
        }),
        says({
          orderNo: order,
          complainant: { kind: 'consumer', customerNo: `k${phone}`, contacts: address('chat', 'x') },
        }),
      ],
    ],
    [
      'by whoever spoke for him',
      ({ says, phone, order }) => [
        says(
          { orderNo: order, agent: { contacts: address('phone', phone) } },
          address('email', `a${phone}@example.com`),
        ),
        says({ orderNo: order }),
      ],
    ],
    [
      'by the shop and what is wrong there',
      ({ says }) => [says({ shop: '某店', nature: 'attitude' }), says({ shop: '某店 ', nature: 'attitude' })],
    ],
    [
      'by the shop and whom he complains about',
      ({ says }) => [says({ shop: '某店', subject: '店员' }), says({ shop: '某店', subject: '店员' })],
    ],
  ])('is known %s', async (_, both) => {
    const [one, other] = both(somebody());
    const first = await register(one);
    expect((await register(other)).repeats).toEqual([first.number]);
  });

  test.each<[string, Two]>([
    [
      'somebody else on the same order',
      ({ says, order }) => [says({ orderNo: order }), somebody().says({ orderNo: order })],
    ],
    [
      'the same person on another matter',
      ({ says, order }) => [says({ orderNo: order }), says({ orderNo: `${order}-2` })],
    ],
    ['the same person on something unnamed', ({ says, order }) => [says({ orderNo: order }), says()]],
    [
      'the shop alone',
      ({ says }) => [says({ shop: '某店', nature: 'attitude' }), says({ shop: '某店', nature: 'quantity' })],
    ],
    [
      'what was long ago',
      ({ says, order }) => [
        says({ orderNo: order, receivedAt: '2024-03-04T10:00:00+08:00' }),
        says({ orderNo: order }),
      ],
    ],
    [
      'one who walks into the same shop',
      ({ says, order }) => [
        says({ orderNo: order, complainant: WALKED_IN }),
        says({ orderNo: order, complainant: WALKED_IN }),
      ],
    ],
  ])('is not %s', async (_, both) => {
    const [one, other] = both(somebody());
    await register(one);
    expect(await register(other)).toMatchObject({ repeats: [], marks: [], level: 1 });
  });

  test('while the first is open, has its owner and its team, whoever registers it', async () => {
    const { says, order } = somebody();
    const first = await register(says({ orderNo: order }), 'HANDLER2');
    const again = await register(says({ orderNo: order }), 'HANDLER_SOUTH');
    // Of level 2 as it is, it is for a supervisor, and waits for him with the owner of the first (HA-2).
    expect(again).toMatchObject({ owner: 'handler-2', team: 'east', handOver: true, repeats: [first.number] });
    const { body } = await api.get(`/complaints/${again.number}/timeline`, 'HANDLER');
    expect(body.turns[0].by.id).toBe('handler-3');
  });

  test('HA-18 does not go to the owner of the first who is complained about now', async () => {
    const { says, order } = somebody();
    await register(says({ orderNo: order }), 'HANDLER2');
    const again = await register(says({ orderNo: order, respondents: ['handler-2'] }));
    expect(again).toMatchObject({ owner: 'handler-1', marks: ['repeat'] });
  });

  test('HA-18 says nothing of a complaint in which the registrar is complained about', async () => {
    const { says, order } = somebody();
    const first = await register(says({ orderNo: order, respondents: ['handler-1'] }), 'HANDLER2');
    const again = await register(says({ orderNo: order }), 'HANDLER');
    expect(again).toMatchObject({ owner: 'handler-2', repeats: [], marks: ['repeat'] });
    const { text } = await api.get(`/complaints/${again.number}/links`, 'HANDLER');
    expect(text).not.toContain(first.number);
    expect((await linksOf(again.number, 'HANDLER2')).links).toMatchObject([{ number: first.number }]);
  });

  test('is the same for a repeated call, and finds itself no repeat', async () => {
    const { says, order } = somebody();
    const body = says({ orderNo: order });
    const answers = await Promise.all([1, 2, 3].map(() => register(body, 'HANDLER', 'thrice')));
    expect(answers).toEqual(Array(3).fill(answers[0]));
    expect(answers[0].repeats).toEqual([]);
  });

  test('of several that come in the same moment, one is the first and all others find it', async () => {
    const { says, order } = somebody();
    const all = await Promise.all(Array.from({ length: 6 }, () => register(says({ orderNo: order }))));
    const found = all.map(({ repeats }) => repeats.length).toSorted((a, b) => a - b);
    expect(found).toEqual([0, 1, 2, 3, 4, 5]);
    expect(new Set(all.map(({ owner }) => owner)).size).toBe(1);
  });

  test('leaves no number of a customer in the tables by which he is found', async () => {
    const { says, order, phone } = somebody();
    await register(says({ orderNo: order }));
    for (const table of ['contact_keys', 'complaint_matters', 'links', 'turns', 'complaints', 'outbox']) {
      const { rows } = await api.db.database.queries.execute<{ found: boolean }>(
        sql`select exists (select from ${sql.identifier(table)} as t where t::text like ${`%${phone}%`}) as found`,
      );
      expect({ table, ...rows[0] }).toEqual({ table, found: false });
    }
  });

  test('a linked complaint of another team is named, and no more', async () => {
    const { says, order } = somebody();
    const first = await register(says({ orderNo: order, respondents: ['handler-3'] }), 'SUPERVISOR_SOUTH');
    await api.db.database.pool.query(`update complaints set closed_at = now() where number = $1`, [first.number]);
    const again = await register(says({ orderNo: order }));
    expect(again).toMatchObject({ owner: 'handler-1', team: 'east', repeats: [first.number] });
    expect((await linksOf(again.number)).links).toMatchObject([{ number: first.number, other: null }]);
    expect((await linksOf(again.number, 'SUPERVISOR')).links).toMatchObject([
      { other: { team: 'south', open: false } },
    ]);
  });
});

describe('IN-9 a link by hand', () => {
  const link = (number: string, other: string, who = 'HANDLER', kind = 'same_customer', key?: string) =>
    api.send('post', `/complaints/${number}/links`, who, { other, kind, reason: '客户自述同一件事' }, key);
  const revoke = (number: string, other: string, who = 'HANDLER') =>
    api.send('put', `/complaints/${number}/links/${other}/revocation`, who, { reason: '核对后并非同一客户' });
  const two = async () => [(await register(somebody().says())).number, (await register(somebody().says())).number];

  test('is made with its reason, revoked with another, and stays in the record', async () => {
    const [one = '', other = ''] = await two();
    const made = await link(one, other, 'HANDLER', 'same_customer', 'l-1');
    expect([made.status, made.body.links]).toEqual([
      201,
      [expect.objectContaining({ number: other, by: 'handler-1' })],
    ]);
    expect((await link(one, other, 'HANDLER', 'same_customer', 'l-1')).status).toBe(201);
    expect((await link(other, one)).body.type).toBe('urn:huiyin:problem:linked_already');
    const { body } = await revoke(one, other);
    expect(body.links).toMatchObject([
      { reason: '客户自述同一件事', revoked: { by: 'handler-1', reason: '核对后并非同一客户' } },
    ]);
    expect((await revoke(one, other)).body.type).toBe('urn:huiyin:problem:not_linked');
    expect((await link(one, other)).body.links).toHaveLength(2);
    await expect(api.db.database.pool.query('delete from links')).rejects.toThrow('append-only');
    await expect(api.db.database.pool.query('update link_revocations set reason = $1', ['x'])).rejects.toThrow();
  });

  test('is the owner’s to make, or that of somebody above him, between two that he may see', async () => {
    const [one = '', other = ''] = await two();
    expect((await link(one, other, 'HANDLER2')).body.type).toBe('urn:huiyin:problem:not_owner');
    expect((await link(one, other, 'CLERK')).status).toBe(403);
    const south = (await register(somebody().says(), 'HANDLER_SOUTH')).number;
    expect((await link(one, south)).body.type).toBe('urn:huiyin:problem:other_team');
    expect((await link(one, south, 'SUPERVISOR')).status).toBe(201);
    expect((await link(one, '20200101-001')).body.type).toBe('urn:huiyin:problem:no_such_complaint');
    expect((await link(one, one)).body.errors[0].path).toBe('other');
  });

  test('HA-18 is neither made nor revoked by who is complained about in the other one', async () => {
    const [one = ''] = await two();
    const about = (await register(somebody().says({ respondents: ['handler-1'] }), 'HANDLER2')).number;
    expect((await link(one, about)).body.type).toBe('urn:huiyin:problem:complained_about');
    await link(one, about, 'SUPERVISOR');
    expect((await revoke(one, about)).body.type).toBe('urn:huiyin:problem:not_linked');
  });
});

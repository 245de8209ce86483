import { asc, eq, sql } from 'drizzle-orm';
import { batches, batchItems, outbox } from '../../db/schema';
import { AN_INTAKE, registered, testApi } from '../support/api';
import type { TestApi } from '../support/api';

jest.setTimeout(60_000);

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
}, 30_000);
afterAll(() => api?.close());

let serial = 0;
/** A complaint of somebody who has never complained. */
const somebody = (given: object = {}, kind = 'consumer') => {
  serial += 1;
  const contacts = [{ channel: 'phone', address: `1370000${String(serial).padStart(4, '0')}` }];
  return { ...AN_INTAKE, complainant: { kind, contacts }, ...given };
};
const register = (body: object, who?: string, key?: string) => registered(api, body, who, key);
const several = async (count: number, given: object, kind?: string) => {
  const all = [];
  for (let i = 0; i < count; i += 1) all.push(await register(somebody(given, kind)));
  return all;
};
const cluster = async (id: string, who = 'SUPERVISOR', query = '') =>
  (await api.get(`/clusters/${id}${query}`, who)).body;
const raised = async (id: string) => {
  const rows = await api.db.database.queries
    .select({ complaint: batchItems.complaint })
    .from(batchItems)
    .innerJoin(batches, eq(batches.id, batchItems.batch))
    .where(sql`${batches.action} = 'join_cluster' and ${batches.data} @> ${JSON.stringify({ cluster: id, level: 3 })}`)
    .orderBy(asc(batchItems.position));
  return rows.map(({ complaint }) => complaint);
};

describe('CL-4 many different people about one thing', () => {
  test('are a mass complaint with the fifth: it is born on level 3, those before it go up, the directors hear of it once', async () => {
    const four = await several(4, { productCode: 'P-100', product: '奶茶机' });
    for (const { level, clusters } of four) expect([level, clusters]).toEqual([1, []]);
    const fifth = await register(somebody({ productCode: 'p 100', product: '奶茶机 二代' }));
    const [id] = fifth.clusters;
    expect(id).toMatch(/^M\d{8}-\d{2}$/);
    expect(fifth).toMatchObject({ level: 3, marks: ['mass'] });
    expect(await raised(id)).toEqual(four.map(({ number }) => number));

    const sixth = await register(somebody({ productCode: 'P-100' }));
    expect(sixth).toMatchObject({ level: 3, marks: ['mass'], clusters: [id] });
    expect(await raised(id)).toHaveLength(4);
    expect(await cluster(id)).toMatchObject({ subjectKind: 'product', subject: 'p 100', state: 'open', members: 6 });
    const alarms = await api.db.database.queries.select().from(outbox).where(eq(outbox.notice, 'mass_alarm'));
    expect(alarms).toMatchObject([
      {
        complaint: fifth.number,
        params: { cluster: id, count: 5 },
        recipients: { roles: ['manager', 'sales_director', 'administration_director'] },
      },
    ]);
    expect((await api.get(`/complaints/${four[0]?.number}/links`, 'HANDLER')).body.clusters).toEqual([id]);
  });

  test('about one shop as well', async () => {
    const all = await several(5, { shop: '某某店' });
    expect(await cluster(all[4]?.clusters[0])).toMatchObject({ subjectKind: 'shop', subject: '某某店', members: 5 });
  });

  test('of one person they are none, however often he calls', async () => {
    const body = somebody({ productCode: 'P-200' });
    for (let i = 0; i < 6; i += 1) expect((await register(body)).clusters).toEqual([]);
    expect((await several(3, { productCode: 'P-200' })).at(-1)?.clusters).toEqual([]);
    expect((await register(somebody({ productCode: 'P-200' }))).clusters).toHaveLength(1);
  });

  test('of another product by its code they are none, whatever its name', async () => {
    await several(3, { productCode: 'P-300', product: '制冰机' });
    const others = await several(4, { productCode: 'P-301', product: '制冰机' });
    expect(others.flatMap(({ clusters }) => clusters)).toEqual([]);
  });

  test('spread over more days than the policy says they are none', async () => {
    await several(4, { productCode: 'P-400', receivedAt: '2024-03-04T10:00:00+08:00' });
    const late = { productCode: 'P-400', receivedAt: '2024-04-04T10:00:00+08:00' };
    expect((await register(somebody(late))).clusters).toEqual([]);
    const inTime = { productCode: 'P-400', receivedAt: '2024-04-03T09:59:00+08:00' };
    expect((await register(somebody(inTime))).clusters).toHaveLength(1);
  });

  test('CL-3 of a new product three franchisees are enough, and consumers are not', async () => {
    const consumers = await several(3, { productCode: 'N-1', newProduct: true });
    expect(consumers.flatMap(({ clusters }) => clusters)).toEqual([]);
    const franchisees = await several(2, { productCode: 'N-2', newProduct: true }, 'franchisee');
    expect(franchisees.flatMap(({ clusters }) => clusters)).toEqual([]);
    const third = await register(somebody({ productCode: 'N-2' }, 'franchisee_staff'));
    expect(third).toMatchObject({ level: 3, clusters: [expect.any(String)] });
    expect(await cluster(third.clusters[0])).toMatchObject({ members: 3 });
  });

  test('when they come in the same moment, one mass complaint is opened, and everybody is in it', async () => {
    const bodies = Array.from({ length: 12 }, () => somebody({ productCode: 'P-500' }));
    const all = await Promise.all(bodies.map((body) => register(body)));
    const ids = new Set(all.flatMap(({ clusters }) => clusters));
    expect(ids.size).toBe(1);
    const [id = ''] = ids;
    expect(await cluster(id)).toMatchObject({ members: 12 });
    expect(all.filter(({ level }) => level === 3)).toHaveLength(8);
    expect(await raised(id)).toHaveLength(4);
  });

  test('those of them that are done with are members, and left alone', async () => {
    const [first] = await several(4, { productCode: 'P-600' });
    await api.db.database.pool.query('update complaints set closed_at = now() where number = $1', [first.number]);
    const {
      clusters: [id],
    } = await register(somebody({ productCode: 'P-600' }));
    expect(await raised(id)).toHaveLength(3);
    expect((await cluster(id)).complaints[0]).toMatchObject({ number: first.number, zh: { stage: '已归档' } });
  });

  test('when it is over, later ones join no more, and its members count for no new one: it takes as many again', async () => {
    const all = await several(5, { productCode: 'P-700' });
    const [id] = all[4]?.clusters ?? [];
    await api.db.database.pool.query(`update clusters set state = 'over' where id = $1`, [id]);
    const again = await several(4, { productCode: 'P-700' });
    expect(again.map(({ clusters }) => clusters)).toEqual([[], [], [], []]);
    const { clusters } = await register(somebody({ productCode: 'P-700' }));
    expect(clusters).toEqual([expect.not.stringMatching(id)]);
    expect(await cluster(clusters[0])).toMatchObject({ members: 5 });
  });

  test('over one product, its members still count for what else they are about', async () => {
    const all = await several(5, { productCode: 'P-710', shop: '同店' });
    const [id] = all[4]?.clusters ?? [];
    await api.db.database.pool.query(`update clusters set state = 'over' where id = $1`, [id]);
    const { clusters } = await register(somebody({ shop: '同店' }));
    expect(await cluster(clusters[0])).toMatchObject({ subjectKind: 'shop', members: 6 });
  });

  test('about the same shop and the same product they are one mass complaint with one alarm, not two', async () => {
    const all = await several(6, { productCode: 'P-720', shop: '双同店' });
    const ids = [...new Set(all.flatMap(({ clusters }) => clusters))];
    expect(ids).toHaveLength(1);
    expect(await cluster(ids[0])).toMatchObject({ subjectKind: 'product', members: 6 });
    // Nor do they make one of the shop for the next one who complains of it alone.
    expect((await register(somebody({ shop: '双同店' }))).clusters).toEqual([]);
  });

  test('complaints whose policy knows no mass complaints count for none', async () => {
    await several(4, { productCode: 'P-730', policy: 'service-desk' });
    expect((await register(somebody({ productCode: 'P-730' }))).clusters).toEqual([]);
    const four = await several(4, { productCode: 'P-730' });
    expect(four.map(({ clusters }) => clusters.length)).toEqual([0, 0, 0, 1]);
    expect(await cluster(four[3]?.clusters[0])).toMatchObject({ members: 5 });
  });

  test('CL-3 three staff of one franchised shop are one franchisee, and of a shop the few are not enough', async () => {
    const staff = await several(3, { productCode: 'N-10', newProduct: true, shop: '加盟一店' }, 'franchisee_staff');
    expect(staff.flatMap(({ clusters }) => clusters)).toEqual([]);
    const others = await several(2, { shop: '加盟一店', productCode: 'N-11', newProduct: true }, 'franchisee');
    expect(others.flatMap(({ clusters }) => clusters)).toEqual([]);
  });
});

describe('CL-4 who sees a mass complaint', () => {
  let id: string;
  let numbers: string[];
  beforeAll(async () => {
    const mine = await several(3, { productCode: 'P-800' });
    const south = await register(somebody({ productCode: 'P-800' }), 'HANDLER_SOUTH');
    const about = await register(somebody({ productCode: 'P-800', respondents: ['supervisor-1'] }));
    id = about.clusters[0];
    numbers = [...mine, south, about].map(({ number }) => number);
  });
  const members = async (who: string) =>
    (await cluster(id, who)).complaints.map((row: { number: string }) => row.number);

  test('his team’s complaints, or all: by his post', async () => {
    expect(await members('HANDLER')).toEqual([...numbers.slice(0, 3), numbers[4]]);
    expect(await members('HANDLER_SOUTH')).toEqual([numbers[3]]);
    expect(await members('MANAGER')).toEqual(numbers);
  });

  test('HA-18 not those in which he is complained about', async () => {
    expect(await members('SUPERVISOR')).toEqual(numbers.slice(0, 4));
  });

  test('not at all where none of its complaints are his to see', async () => {
    expect((await cluster(id, 'LOGISTICS_MEMBER')).type).toBe('urn:huiyin:problem:no_such_cluster');
    expect((await api.get('/clusters', 'LOGISTICS_MEMBER')).body.clusters).toEqual([]);
    expect((await cluster('M20200101-01')).type).toBe('urn:huiyin:problem:no_such_cluster');
  });

  test('page by page, and nothing of the customers', async () => {
    const whole = (await api.get('/clusters?limit=100', 'MANAGER')).body.clusters.map((row: { id: string }) => row.id);
    expect(whole.length).toBeGreaterThan(4);
    const paged: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { body } = await api.get(`/clusters?limit=2${next && `&after=${next}`}`, 'MANAGER');
      paged.push(...body.clusters.map((row: { id: string }) => row.id));
      next = body.next;
    }
    expect(paged).toEqual(whole);
    const first = await cluster(id, 'MANAGER', '?limit=2');
    const second = await cluster(id, 'MANAGER', `?limit=5&after=${first.next}`);
    expect([...first.complaints, ...second.complaints].map(({ number }) => number)).toEqual(numbers);
    expect(JSON.stringify([first, second])).not.toMatch(/1370000|漏水/);
  });
});

import { inArray } from 'drizzle-orm';
import { ROUTES } from '../../api/routes';
import { complaints } from '../../db/schema';
import { AN_INTAKE, testApi } from '../support/api';
import type { TestApi } from '../support/api';

jest.setTimeout(30_000);

let api: TestApi;
let east: string[];
let south: string;
let aboutSupervisor: string;

async function register(who: string, more: object = {}): Promise<string> {
  const { body } = await api.send('post', '/complaints', who, { ...AN_INTAKE, ...more });
  return body.number;
}

/** The numbers of a queue, all pages of it. */
async function numbersOf(who: string, query: string): Promise<string[]> {
  const numbers: string[] = [];
  let next: string | null = null;
  do {
    const { body, status } = await api.get(
      `/complaints?${query}${next ? `&after=${encodeURIComponent(next)}` : ''}`,
      who,
    );
    expect(status).toBe(200);
    numbers.push(...body.complaints.map((listed: { number: string }) => listed.number));
    next = body.next;
  } while (next);
  return numbers;
}

beforeAll(async () => {
  api = await testApi();
  east = [];
  // The later received, the later due: three days, so that the order by due time is not that of the numbers.
  for (const day of ['2024-03-06', '2024-03-04', '2024-03-05']) {
    east.push(await register('HANDLER', { receivedAt: `${day}T10:00:00+08:00` }));
  }
  south = await register('HANDLER_SOUTH');
  aboutSupervisor = await register('HANDLER2', { respondents: ['supervisor-1'] });
}, 60_000);
afterAll(() => api.close());

describe('lists', () => {
  test('begin with what is due next', async () => {
    const [late, early, middle] = east;
    expect(await numbersOf('HANDLER', 'queue=mine')).toEqual([early, middle, late]);
  });

  test('come page by page, whole and without repetition, also through those that wait for nothing', async () => {
    const db = api.db.database.queries;
    const { body } = await api.send('post', '/complaints', 'HANDLER', AN_INTAKE);
    const idle = [body.number, await register('HANDLER')];
    await db.update(complaints).set({ nextDueAt: null }).where(inArray(complaints.number, idle));
    const whole = await numbersOf('HANDLER', 'queue=mine&limit=100');
    expect(whole.slice(-2)).toEqual(idle);
    for (const limit of [1, 2, 3, 4, 5]) expect(await numbersOf('HANDLER', `queue=mine&limit=${limit}`)).toEqual(whole);
  });

  test('of all begin with the newest', async () => {
    const all = await numbersOf('CLERK', 'queue=all&limit=2');
    expect(all.at(-1)).toBe(east[1]);
    expect(new Set(all).size).toBe(all.length);
  });

  test.each([
    ['a handler sees his team', 'HANDLER', true, false],
    ['another team sees its own', 'HANDLER_SOUTH', false, true],
    ['a supervisor sees all', 'SUPERVISOR_SOUTH', true, true],
    ['the manager sees all', 'MANAGER', true, true],
    ['the clerk sees all', 'CLERK', true, true],
    ['the administrator sees all', 'ADMIN', true, true],
  ])('%s', async (_, who, seesEast, seesSouth) => {
    const open = await numbersOf(who, 'queue=open');
    expect([open.includes(east[0]!), open.includes(south)]).toEqual([seesEast, seesSouth]);
    const one = await api.get(`/complaints/${east[0]}`, who);
    expect([one.status, one.body.type]).toEqual(seesEast ? [200, undefined] : [403, 'urn:huiyin:problem:other_team']);
  });

  test('leave out what is about the reader himself (HA-18)', async () => {
    for (const queue of ['open', 'team', 'all']) {
      expect(await numbersOf('SUPERVISOR', `queue=${queue}`)).not.toContain(aboutSupervisor);
      expect(await numbersOf('HANDLER2', `queue=${queue}`)).toContain(aboutSupervisor);
    }
    const parts = ROUTES.filter(({ method, path }) => method === 'get' && path.startsWith('/complaints/{number}'));
    expect(parts.length).toBeGreaterThan(8);
    for (const { path } of parts) {
      const { status, body } = await api.get(path.replace('{number}', aboutSupervisor), 'SUPERVISOR');
      expect([status, body.type]).toEqual([403, 'urn:huiyin:problem:complained_about']);
    }
  });

  test('can be narrowed to a step of the procedure', async () => {
    expect(await numbersOf('CLERK', 'stage=first_contact&limit=100')).toEqual(
      await numbersOf('CLERK', 'queue=open&limit=100'),
    );
    expect(await numbersOf('CLERK', 'stage=archive')).toEqual([]);
    expect(await numbersOf('CLERK', 'queue=overdue')).toEqual([]);
  });
});

describe('personal data', () => {
  test('of customers is shown masked', async () => {
    const number = await register('HANDLER', {
      complainant: {
        kind: 'franchisee',
        name: '欧阳明月',
        preferredChannel: 'email',
        contacts: [
          { channel: 'phone', address: '+86 138-1234-5678' },
          { channel: 'email', address: 'mingyue@example.com' },
          { channel: 'instant_message', address: 'weixin_88' },
          { channel: 'letter', address: '上海市某路 1 号' },
        ],
      },
      agent: { name: '李四', contacts: [{ channel: 'phone', address: '02112345678' }] },
    });
    const { body, text } = await api.get(`/complaints/${number}`, 'HANDLER');
    expect(body.people).toMatchObject([
      {
        name: '欧***',
        contacts: [
          { channel: 'email', address: 'm***@example.com' },
          { channel: 'phone', address: '138****5678' },
          { channel: 'instant_message', address: 'w***8' },
          { channel: 'letter', address: '上***号' },
        ],
      },
      { name: '李*', contacts: [{ channel: 'phone', address: '021****5678' }] },
    ]);
    expect(text).not.toMatch(/明月|mingyue|12345678|1234-5678|weixin_88/);
  });

  test('is in no list', async () => {
    const { text } = await api.get('/complaints?limit=100', 'CLERK');
    expect(text).not.toMatch(/张|138|漏水/);
  });
});

test('who I am, and who works here', async () => {
  expect((await api.get('/me', 'SUPERVISOR')).body).toEqual({
    id: 'supervisor-1',
    name: '华东服务主管',
    roles: ['supervisor'],
    team: 'east',
    directContact: null,
    actsFor: [],
  });
  const { body } = await api.get('/staff', 'HANDLER');
  expect(body.staff).toContainEqual({
    id: 'clerk-1',
    name: '加盟事务文员',
    roles: ['clerk'],
    team: 'head_office',
    directContact: null,
    awayUntil: null,
    deputy: null,
  });
});

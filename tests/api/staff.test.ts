import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import pino from 'pino';
import { apiTokens, batches, batchItems, complaints, inbox, outbox, staffChanges } from '../../db/schema';
import { AN_INTAKE, testApi } from '../support/api';
import type { TestApi } from '../support/api';
import { TEST_LINKS } from '../support/database';
import { dispatchBatch } from '../../worker/dispatcher';

jest.setTimeout(30_000);

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
}, 30_000);
afterAll(() => api?.close());

const type = (code: string) => `urn:huiyin:problem:${code}`;
let serial = 0;
const account = (given: object = {}) => ({
  id: `east-${(serial += 1)}`,
  name: '华东客服专员',
  roles: ['handler'],
  team: 'east',
  ...given,
});
const open = (body: object, who = 'ADMIN', key?: string) => api.send('post', '/staff', who, body, key);
/** A new account; calls are made with its token. */
const opened = async (given: object = {}): Promise<{ id: string; token: string }> => (await open(account(given))).body;
const change = (id: string, body: object, who = 'ADMIN') => api.send('put', `/staff/${id}`, who, body);
const depart = (id: string, body: object, who = 'ADMIN') => api.send('put', `/staff/${id}/departure`, who, body);
const register = async (who: string, given: object = {}): Promise<string> =>
  (await api.send('post', '/complaints', who, { ...AN_INTAKE, ...given })).body.number;

describe('RO-1 accounts', () => {
  test('are opened by the administrator, and the token that is told works at once', async () => {
    const { status, body, headers } = await open(account({ id: 'new-1', directContact: '021-5555-0101' }));
    expect([status, headers['location']]).toEqual([201, '/staff/new-1']);
    expect(body).toMatchObject({ id: 'new-1', active: true, directContact: '021-5555-0101' });
    expect((await api.get('/me', body.token)).body.id).toBe('new-1');
    for (const who of ['HANDLER', 'MANAGER', 'SALES_DIRECTOR']) {
      expect((await open(account(), who)).body).toMatchObject({ status: 403, roles: ['admin'] });
    }
  });

  test('a repeated call opens one account and tells the same token, and keeps it nowhere', async () => {
    const body = account();
    const [first, second] = await Promise.all([open(body, 'ADMIN', 'one'), open(body, 'ADMIN', 'one')]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect((await open(account(), 'ADMIN', 'one')).body.type).toBe(type('key_used_otherwise'));
    const { rows } = await api.db.database.pool.query(
      `select count(*)::int as found from idempotency_keys where answer::text like '%${first.body.token}%'`,
    );
    expect(rows).toEqual([{ found: 0 }]);
  });

  test.each([
    ['the system', { id: 'system' }, 'id'],
    ['the customer', { id: 'customer' }, 'id'],
    ['whoever is responsible', { id: 'owner' }, 'id'],
    ['nobody that could be written', { id: 'Ming 1' }, 'id'],
    ['a member of no team', { team: 'nowhere' }, 'team'],
    ['a handler of a department', { team: 'logistics' }, 'team'],
    ['a head of no department', { roles: ['department_head'], team: 'east' }, 'team'],
    ['somebody who is reached by words', { directContact: '分机八' }, 'directContact'],
  ])('are not opened for %s', async (_, given, path) => {
    const { status, body } = await open(account(given));
    expect([status, body.errors[0].path]).toEqual([422, path]);
  });

  test('without a role are for what hands messages in: it sees no complaint and registers none', async () => {
    const gate = { name: '渠道接入', kind: 'head_office', duties: '接收各渠道来信' };
    await api.send('put', '/teams/gate', 'ADMIN', gate);
    const { token } = await opened({ roles: [], team: 'gate' });
    const number = await register('HANDLER');
    expect((await api.get(`/complaints/${number}`, token)).status).toBe(403);
    const { body } = await api.send('post', '/complaints', token, AN_INTAKE);
    expect(body.type).toBe(type('role_cannot_register'));
  });

  test('have an id of their own, for ever', async () => {
    expect((await open(account({ id: 'handler-1' }))).body.type).toBe(type('id_taken'));
  });

  test('a change counts from the next call on, and stands in the trail with who made it', async () => {
    const { id, token } = await opened();
    const number = await register('HANDLER_SOUTH');
    expect((await api.get(`/complaints/${number}`, token)).body.type).toBe(type('other_team'));
    const { body } = await change(id, { roles: ['supervisor'], name: '华东服务副主管' });
    expect(body).toMatchObject({ id, roles: ['supervisor'], name: '华东服务副主管', team: 'east' });
    expect((await api.get(`/complaints/${number}`, token)).status).toBe(200);
    const trail = await api.db.database.queries.select().from(staffChanges).where(eq(staffChanges.staff, id));
    expect(trail).toMatchObject([
      { by: 'admin-1', change: { opened: { id } } },
      { by: 'admin-1', change: { roles: ['supervisor'], name: '华东服务副主管' } },
    ]);
    await expect(api.db.database.queries.delete(staffChanges)).rejects.toThrow();
    expect((await change('nobody-1', { name: '某' })).body.type).toBe(type('no_such_person'));
    expect((await change('%00', { name: '某' })).status).toBe(404);
  });

  test('a token that was lost is replaced, and the old one is void at once', async () => {
    const { id, token } = await opened();
    const renew = () => api.send('put', `/staff/${id}/token`, 'ADMIN', {}, `renew ${id}`);
    const { body } = await renew();
    expect([(await api.get('/me', token)).status, (await api.get('/me', body.token)).status]).toEqual([401, 200]);
    expect((await renew()).body).toEqual(body);
    expect((await api.send('put', `/staff/${id}/token`, 'MANAGER', {})).status).toBe(403);
  });

  test('one administrator has to stay', async () => {
    expect((await change('admin-1', { roles: ['clerk'] })).body.type).toBe(type('last_admin'));
    expect((await depart('admin-1', {})).body.type).toBe(type('last_admin'));
    const second = await opened({ roles: ['admin'], team: 'head_office' });
    expect((await change(second.id, { active: false })).status).toBe(200);
  });
});

describe('HA-2 who gets other roles or another team', () => {
  const queuedFor = (number: string) =>
    api.db.database.queries
      .select()
      .from(batchItems)
      .innerJoin(batches, eq(batches.id, batchItems.batch))
      .where(eq(batchItems.complaint, number));

  test('hands on the open complaints that he may not hold any more, and no others', async () => {
    const { id, token } = await opened();
    const number = await register(token);
    for (const given of [{ roles: ['clerk'], team: 'head_office' }, { team: 'south' }]) {
      const { body } = await change(id, given);
      expect(body).toMatchObject({ status: 409, type: type('owns_open_complaints'), count: 1, numbers: [number] });
    }
    expect((await change(id, { team: 'south', successor: 'handler-3' })).body.type).toBe(type('successor_unfit'));
    expect((await api.get('/me', token)).body).toMatchObject({ roles: ['handler'], team: 'east' });
    const promoted = await change(id, { roles: ['supervisor'] });
    expect([promoted.status, await queuedFor(number)]).toEqual([200, []]);

    const moved = await change(id, { roles: ['clerk'], team: 'head_office', successor: 'handler-2' });
    expect([moved.status, moved.body.roles, moved.body.vacant]).toEqual([200, ['clerk'], []]);
    expect(await queuedFor(number)).toMatchObject([
      { batches: { action: 'reassign', reason: `调岗交接：${id} → handler-2`, data: { to: { id: 'handler-2' } } } },
    ]);
  });

  test('is warned of a post that nobody holds any more, in the team or the company', async () => {
    await api.send('put', '/teams/north', 'ADMIN', { name: '华北客服组', kind: 'service', duties: '华北片区' });
    const [first, second] = [
      await opened({ team: 'north', roles: ['supervisor'] }),
      await opened({ team: 'north', roles: ['supervisor', 'handler'] }),
    ];
    expect((await depart(first.id, {})).body.vacant).toEqual([]);
    expect((await change(second.id, { roles: ['handler'] })).body.vacant).toEqual(['supervisor']);
    expect((await change(second.id, { name: '华北专员' })).body.vacant).toEqual([]);
    expect((await depart(second.id, {})).body.vacant).toEqual(['handler']);
  });
});

describe('IN-5 the direct contact', () => {
  test('of the owner stands in the receipt', async () => {
    const { token } = await opened({ name: '华东直拨专员', directContact: '021-5555-0102' });
    const { body } = await api.send('post', '/complaints', token, AN_INTAKE);
    expect(body.acknowledgement).toContain('华东直拨专员（直拨电话 021-5555-0102）将在');
    expect((await api.get('/staff', 'CLERK')).body.staff).toContainEqual(
      expect.objectContaining({ name: '华东直拨专员', directContact: '021-5555-0102' }),
    );
  });
});

describe('RO-1 who leaves', () => {
  test('leaves no open complaint behind: a successor is named, and all that waits goes to him', async () => {
    const leaver = await opened();
    const numbers = [await register(leaver.token), await register(leaver.token)];
    const refused = await depart(leaver.id, {});
    expect(refused.body).toMatchObject({ status: 409, type: type('owns_open_complaints'), count: 2, numbers });
    expect((await change(leaver.id, { active: false })).body.type).toBe(type('owns_open_complaints'));
    expect((await api.get('/me', leaver.token)).status).toBe(200);

    const { status, body } = await depart(leaver.id, { successor: 'handler-2' });
    expect([status, body.active]).toEqual([200, false]);
    const queued = await api.db.database.queries
      .select()
      .from(batchItems)
      .innerJoin(batches, eq(batches.id, batchItems.batch))
      .where(inArray(batchItems.complaint, numbers))
      .orderBy(asc(batchItems.position));
    expect(queued).toMatchObject(
      numbers.map((complaint) => ({
        batch_items: { complaint, state: 'waiting' },
        batches: {
          action: 'reassign',
          by: { id: 'system' },
          requestedBy: 'admin-1',
          data: { to: { id: 'handler-2', role: 'handler', team: 'east' } },
        },
      })),
    );
  });

  test('has no token any more, not even if he comes back', async () => {
    const { id, token } = await opened();
    await depart(id, {});
    expect((await api.get('/me', token)).body.type).toBe(type('unauthenticated'));
    await change(id, { active: true });
    expect((await api.get('/me', token)).status).toBe(401);
    expect(await api.db.database.queries.select().from(apiTokens).where(eq(apiTokens.staffId, id))).toEqual([]);
    const { body } = await api.send('put', `/staff/${id}/token`, 'ADMIN', {});
    expect((await api.get('/me', body.token)).body.id).toBe(id);
  });

  test('a successor fits every complaint that he would take; what does not fit is listed with why', async () => {
    const leaver = await opened();
    const [first, second] = [
      await register(leaver.token),
      await register(leaver.token, { respondents: ['handler-2'] }),
    ];
    const { body } = await depart(leaver.id, { successor: 'handler-3' });
    expect(body).toMatchObject({
      type: type('successor_unfit'),
      unfit: [{ number: first, because: 'other_team' }, { number: second }],
    });
    expect((await depart(leaver.id, { successor: 'clerk-1' })).body.unfit).toHaveLength(2);
    expect((await depart(leaver.id, { successor: 'handler-2' })).body.unfit).toEqual([
      { number: second, because: 'complained_about', zh: '被投诉人应回避' },
    ]);
    for (const successor of [leaver.id, 'nobody-1']) {
      expect((await depart(leaver.id, { successor })).body.errors[0].path).toBe('successor');
    }
    const gone = await opened();
    await depart(gone.id, {});
    expect((await depart(leaver.id, { successor: gone.id })).body.errors[0].path).toBe('successor');
    expect((await depart(leaver.id, { successor: 'supervisor-1' })).status).toBe(200);
  });

  test('what is still said to him reaches his successor, and the successor of that one', async () => {
    const [leaver, next] = [await opened(), await opened()];
    const number = await register(leaver.token);
    await depart(leaver.id, { successor: next.id });
    await depart(next.id, { successor: 'handler-2' });
    const sending = { database: api.db.database, channels: [], links: TEST_LINKS, log: pino({ level: 'silent' }) };
    while ((await dispatchBatch(sending)) > 0);
    const { body } = await api.get('/inbox', 'HANDLER2');
    expect(body.notices).toContainEqual(expect.objectContaining({ complaint: number }));
  });

  test('RO-1, CO-5 what is said to who left without a successor reaches the head of service; what is about himself, nobody', async () => {
    const leaver = await opened();
    const number = await register(leaver.token);
    const db = api.db.database.queries;
    await db.update(complaints).set({ closedAt: new Date() }).where(eq(complaints.number, number));
    expect((await depart(leaver.id, {})).status).toBe(200);
    const personal = {
      notice: 'informed',
      params: { level: 1, priority: 'normal' },
      recipients: { person: leaver.id, personal: true },
    } as const;
    await db.insert(outbox).values({ complaint: number, key: 'about-himself', at: new Date(), ...personal });
    const sending = { database: api.db.database, channels: [], links: TEST_LINKS, log: pino({ level: 'silent' }) };
    while ((await dispatchBatch(sending)) > 0);
    const received = await db
      .select({ key: outbox.key, to: inbox.staffId, sent: outbox.sentAt })
      .from(outbox)
      .leftJoin(inbox, eq(inbox.outboxId, outbox.id))
      .where(and(eq(outbox.complaint, number), sql`${outbox.recipients} ->> 'person' = ${leaver.id}`))
      .orderBy(asc(outbox.id));
    expect(received.map(({ to }) => to)).toEqual(['manager-1', null]);
    expect(received.at(-1)).toMatchObject({ key: 'about-himself', sent: expect.any(Date) });
  });

  test('a repeated call is one departure', async () => {
    const leaver = await opened();
    const number = await register(leaver.token);
    const call = () => api.send('put', `/staff/${leaver.id}/departure`, 'ADMIN', { successor: 'handler-1' }, 'leaves');
    expect((await call()).body).toEqual((await call()).body);
    const queued = await api.db.database.queries.select().from(batchItems).where(eq(batchItems.complaint, number));
    expect(queued).toHaveLength(1);
  });

  test('closed complaints keep his name and need no successor', async () => {
    const leaver = await opened();
    const number = await register(leaver.token);
    await api.db.database.queries.update(complaints).set({ closedAt: new Date() }).where(eq(complaints.number, number));
    expect((await depart(leaver.id, {})).status).toBe(200);
    expect((await api.get(`/complaints/${number}`, 'HANDLER')).body.ownerName).toBe('华东客服专员');
  });

  test('only the administrator says so', async () => {
    expect((await depart('handler-2', {}, 'SUPERVISOR')).body.type).toBe(type('role_needed'));
    expect((await depart('nobody-1', {})).body.type).toBe(type('no_such_person'));
  });
});

import { AN_INTAKE, testApi } from '../support/api';
import type { TestApi } from '../support/api';

jest.setTimeout(30_000);

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  const second = { id: 'supervisor-9', name: '华东服务副主管', roles: ['supervisor'], team: 'east' };
  await api.send('post', '/staff', 'ADMIN', second);
}, 30_000);
afterAll(() => api?.close());

const DAY = 86_400_000;
const type = (code: string) => `urn:huiyin:problem:${code}`;
const at = (days: number) => new Date(Date.now() + days * DAY).toISOString();
type Asked = { deputy: string; from?: number; until?: number };
const absent = (id: string, who: string, { deputy, from = -1, until = 1 }: Asked, key?: string) =>
  api.send('post', `/staff/${id}/absences`, who, { deputy, from: at(from), until: at(until) }, key);
const cancel = (id: string, absence: number | string, who: string) =>
  api.send('put', `/staff/${id}/absences/${absence}/cancellation`, who, {});
const actsFor = async (who: string) => (await api.get('/me', who)).body.actsFor;

/** Calls every absence off, so that the next test begins with everybody there. */
afterEach(async () => {
  await api.db.database.pool.query(`update absences set cancelled_at = now() where cancelled_at is null`);
});

test('RO-1 a deputy acts for the absent one from the beginning of the absence to its end, not before and not after', async () => {
  expect((await absent('handler-1', 'HANDLER', { deputy: 'handler-2', from: 2, until: 3 })).status).toBe(201);
  expect(await actsFor('HANDLER2')).toEqual([]);
  const { body } = await absent('handler-1', 'HANDLER', { deputy: 'handler-2' });
  expect(body).toMatchObject({ staff: 'handler-1', deputy: 'handler-2', by: 'handler-1', cancelledAt: null });
  expect(await actsFor('HANDLER2')).toEqual(['handler-1']);
  expect(await actsFor('HANDLER')).toEqual([]);
  await cancel('handler-1', body.id, 'HANDLER');
  expect(await actsFor('HANDLER2')).toEqual([]);
  const { body: known } = await api.get('/staff/handler-1/absences', 'CLERK');
  expect(known.absences).toHaveLength(2);
  expect(known.absences.find(({ id }: { id: number }) => id === body.id).cancelledAt).not.toBeNull();
});

test('RO-1 it is said by himself, by whoever stands above him, or by the administrator', async () => {
  for (const [who, status] of [
    ['HANDLER2', 403],
    ['SUPERVISOR_SOUTH', 403],
    ['CLERK', 403],
    ['SUPERVISOR', 201],
    ['MANAGER', 409],
    ['ADMIN', 409],
  ] as const) {
    expect([who, (await absent('handler-1', who, { deputy: 'handler-2' })).status]).toEqual([who, status]);
  }
  const { body } = await absent('handler-1', 'CLERK', { deputy: 'handler-2' });
  expect(body).toMatchObject({
    type: type('absence_not_yours'),
    roles: ['supervisor', 'manager', 'sales_director', 'administration_director', 'admin'],
    detail: 'handler-1 的缺勤只由这些人登记和取消：本人、服务主管、服务经理、销售总监、行政总监、系统管理员。',
  });
  const member = { deputy: 'logistics-head' };
  expect((await absent('logistics-1', 'TECHNICAL_HEAD', member)).status).toBe(403);
  expect((await absent('logistics-1', 'LOGISTICS_HEAD', member)).status).toBe(201);
});

describe('RO-1 a deputy', () => {
  test.each([
    ['himself', 'handler-1'],
    ['somebody unknown', 'nobody-1'],
    ['a handler of another team', 'handler-3'],
    ['the clerk', 'clerk-1'],
  ])('is not %s', async (_, deputy) => {
    const { status, body } = await absent('handler-1', 'HANDLER', { deputy });
    expect([status, body.errors[0].path]).toEqual([422, 'deputy']);
  });

  test('is a handler or somebody above of the team', async () => {
    for (const deputy of ['handler-2', 'supervisor-1', 'manager-1']) {
      const { status, body } = await absent('handler-1', 'HANDLER', { deputy });
      expect(status).toBe(201);
      await cancel('handler-1', body.id, 'HANDLER');
    }
  });

  test('is there himself: no chains, in whichever order they are made', async () => {
    await absent('handler-2', 'HANDLER2', { deputy: 'supervisor-1', from: 3, until: 5 });
    const clash = await absent('handler-1', 'HANDLER', { deputy: 'handler-2', from: 4, until: 6 });
    expect(clash.body).toMatchObject({ status: 409, type: type('absence_clash') });
    expect((await absent('handler-1', 'HANDLER', { deputy: 'handler-2', from: 5, until: 6 })).status).toBe(201);
    expect((await absent('handler-2', 'HANDLER2', { deputy: 'supervisor-1', from: 5, until: 7 })).body.type).toBe(
      type('absence_clash'),
    );
  });

  test('is the only one in that time', async () => {
    await absent('handler-1', 'HANDLER', { deputy: 'handler-2' });
    expect((await absent('handler-1', 'HANDLER', { deputy: 'supervisor-1', from: 0 })).body.type).toBe(
      type('absence_clash'),
    );
  });

  test('does not leave while he stands in for somebody', async () => {
    const { body } = await absent('supervisor-1', 'SUPERVISOR', { deputy: 'supervisor-9', from: 2, until: 3 });
    const leave = () => api.send('put', '/staff/supervisor-9/departure', 'ADMIN', {});
    expect((await leave()).body).toMatchObject({ status: 409, type: type('still_deputy') });
    await cancel('supervisor-1', body.id, 'MANAGER');
    expect((await leave()).status).toBe(200);
  });
});

describe('HA-18 who stands in, or is stood in for, and gets another post', () => {
  const change = (id: string, body: object) => api.send('put', `/staff/${id}`, 'ADMIN', body);
  const opened = async (given: object): Promise<string> => {
    const account = { id: `post-${(serial += 1)}`, name: '华东岗位', roles: ['handler'], team: 'east', ...given };
    return (await api.send('post', '/staff', 'ADMIN', account)).body.token;
  };
  let serial = 0;

  test('still covers what he stands in for; else another deputy is named first', async () => {
    await opened({ roles: ['supervisor'] });
    const { body } = await absent('supervisor-1', 'SUPERVISOR', { deputy: 'post-1', from: 2, until: 3 });
    for (const given of [{ roles: ['handler'] }, { team: 'south' }]) {
      const refused = await change('post-1', given);
      expect(refused.body).toMatchObject({
        type: type('deputy_unfit'),
        absences: [{ absence: body.id, staff: 'supervisor-1', deputy: 'post-1', roles: ['supervisor'] }],
      });
    }
    expect((await change('post-1', { roles: ['supervisor', 'handler'] })).status).toBe(200);
    await cancel('supervisor-1', body.id, 'MANAGER');
    expect((await change('post-1', { roles: ['handler'] })).status).toBe(200);
  });

  test('is still covered by who stands in for him', async () => {
    await opened({});
    await absent('post-2', 'ADMIN', { deputy: 'handler-2' });
    expect((await change('post-2', { roles: ['supervisor'] })).body.type).toBe(type('deputy_unfit'));
  });

  test('has no powers left over from before, however that came about', async () => {
    const token = await opened({ roles: ['supervisor'] });
    await absent('supervisor-1', 'SUPERVISOR', { deputy: 'post-3' });
    expect(await actsFor(token)).toEqual(['supervisor-1']);
    await api.db.database.pool.query(`update staff set roles = '["handler"]' where id = 'post-3'`);
    expect(await actsFor(token)).toEqual([]);
  });

  test('RO-1 who leaves is absent no more', async () => {
    await opened({});
    await absent('post-4', 'ADMIN', { deputy: 'handler-2' });
    await absent('post-4', 'ADMIN', { deputy: 'handler-2', from: 5, until: 6 });
    expect((await api.send('put', '/staff/post-4/departure', 'ADMIN', {})).status).toBe(200);
    const { body } = await api.get('/staff/post-4/absences', 'CLERK');
    expect(body.absences.map(({ cancelledAt }: { cancelledAt: string | null }) => cancelledAt)).not.toContain(null);
  });
});

test('RO-1 an absence has an end, and one that lies ahead', async () => {
  for (const times of [
    { from: 2, until: 1 },
    { from: -2, until: -1 },
  ]) {
    const { status, body } = await absent('handler-1', 'HANDLER', { deputy: 'handler-2', ...times });
    expect([status, body.errors[0].path]).toEqual([422, 'until']);
  }
  expect((await absent('nobody-1', 'ADMIN', { deputy: 'handler-2' })).body.type).toBe(type('no_such_person'));
  for (const absence of ['999', 'x', '99999999999999']) {
    expect((await cancel('handler-1', absence, 'HANDLER')).body.type).toBe(type('no_such_absence'));
  }
});

test('RO-1 a repeated call is one absence', async () => {
  const body = { deputy: 'supervisor-1', from: at(-1), until: at(1) };
  const call = () =>
    api.send('post', '/staff/handler-3/absences', 'ADMIN', { ...body, deputy: 'supervisor-2' }, 'away');
  const [first, second] = [await call(), await call()];
  expect([first.status, second.body]).toEqual([201, first.body]);
});

test('RO-1 everybody sees who is away, until when and who stands in, in the directory and in the complaint', async () => {
  const { body: complaint } = await api.send('post', '/complaints', 'HANDLER', AN_INTAKE);
  const seen = async () => (await api.get(`/complaints/${complaint.number}`, 'SUPERVISOR')).body.ownerAway;
  const listed = async () =>
    (await api.get('/staff', 'CLERK')).body.staff.find(({ id }: { id: string }) => id === 'handler-1');
  await absent('handler-1', 'HANDLER', { deputy: 'handler-2', from: 3, until: 4 });
  expect([await seen(), await listed()]).toMatchObject([null, { awayUntil: null, deputy: null }]);
  const { body } = await absent('handler-1', 'HANDLER', { deputy: 'supervisor-1' });
  expect(await seen()).toEqual({ until: body.until, deputy: 'supervisor-1' });
  expect(await listed()).toMatchObject({ awayUntil: body.until, deputy: 'supervisor-1' });
});

describe('HA-18 what a deputy sees', () => {
  test('is what the absent one sees: his lists, his complaints, the customer', async () => {
    const { body } = await api.send('post', '/complaints', 'LOGISTICS_MEMBER', AN_INTAKE);
    const seen = () => api.get(`/complaints/${body.number}`, 'LOGISTICS_HEAD');
    const mine = async () =>
      (await api.get('/complaints?queue=mine', 'LOGISTICS_HEAD')).body.complaints.map(
        ({ number }: { number: string }) => number,
      );
    const look = () =>
      api.send('post', `/complaints/${body.number}/looks`, 'LOGISTICS_HEAD', { reason: '代班联系客户' });
    expect([(await seen()).status, await mine(), (await look()).status]).toEqual([403, [], 403]);
    await absent('logistics-1', 'LOGISTICS_MEMBER', { deputy: 'logistics-head' });
    expect([(await seen()).status, await mine(), (await look()).status]).toEqual([200, [body.number], 200]);
  });

  test('is not where he is complained about himself', async () => {
    const { body } = await api.send('post', '/complaints', 'HANDLER', { ...AN_INTAKE, respondents: ['handler-2'] });
    await absent('handler-1', 'HANDLER', { deputy: 'handler-2' });
    expect((await api.get(`/complaints/${body.number}`, 'HANDLER2')).body.type).toBe(type('complained_about'));
    const { text } = await api.get('/complaints?queue=mine', 'HANDLER2');
    expect(text).not.toContain(body.number);
  });
});

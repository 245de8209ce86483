import pino from 'pino';
import { forwardTo } from '../../scripts/fast-forward';
import { tellImprovements } from '../../worker/respondents';
import { EngineApi } from '../support/engine-api';
import { LOGISTICS } from '../support/paper-improvement';
import { anImprovement, hireLogistics, improvementRecord, verifyImprovement } from '../support/records';

let engine: EngineApi;
beforeAll(async () => {
  engine = await EngineApi.start();
  await hireLogistics(engine.api.db);
}, 120_000);
afterAll(() => engine?.stop());

const record = (id: string) => improvementRecord(engine.api.db, id);

/** Somebody new in logistics; gives his token. */
const hire = async (id: string, name: string): Promise<string> => {
  const account = { id, name, roles: ['department_member'], team: 'logistics' };
  return (await engine.api.send('post', '/staff', 'ADMIN', account)).body.token;
};

/** A new improvement that the supervisor has set; its id. */
async function setOne(number: string, given: object = {}): Promise<string> {
  const { status, body } = await engine.api.send(
    'post',
    `/complaints/${number}/improvements`,
    'SUPERVISOR',
    anImprovement(given),
  );
  expect({ status, body }).toMatchObject({ status: 201 });
  // Its workflow is started on the side.
  await engine.api.settle();
  return body.id;
}

const act = (id: string, path: string, who: string, body: object) =>
  engine.api.send('put', `/improvements/${id}/${path}`, who, body);
async function done(id: string, path: string, who: string, body: object) {
  const reply = await act(id, path, who, body);
  expect({ status: reply.status, body: reply.body }).toMatchObject({ status: 200 });
  return reply.body;
}

/** What the outbox has to say of an improvement, and to whom, oldest first. */
async function toldOf(id: string): Promise<string[]> {
  const { rows } = await engine.api.db.database.pool.query(
    `select notice, recipients from outbox where params ->> 'improvement' = $1 order by id`,
    [id],
  );
  return rows.map(({ notice, recipients }) => `${notice} ${recipients.person ?? recipients.roles.join('|')}`);
}

test('RE-3 it is handed to another of the department with a reason: duty, list and history name him from then on', async () => {
  const token = await hire('logistics-7', '物流专员七');
  const id = await setOne(await engine.complaintAt('proposals'));
  const to = (person: string) => ({ person, reason: '原责任人调岗' });
  expect((await act(id, 'person', 'LOGISTICS_HEAD', { person: 'logistics-7' })).status).toBe(422);
  const elsewhere = await act(id, 'person', 'LOGISTICS_HEAD', to('handler-1'));
  expect(elsewhere.body.errors).toMatchObject([{ path: 'person', given: 'handler-1' }]);
  expect(elsewhere.body.errors[0].allowed).toContain('logistics-7');
  expect((await act(id, 'person', 'LOGISTICS', to('logistics-7'))).body).toMatchObject({
    status: 403,
    type: 'urn:huiyin:problem:not_the_head',
    setter: 'supervisor-1',
  });
  expect((await act(id, 'person', 'SUPERVISOR', to(LOGISTICS.id))).body.type).toMatch(/person_already$/);
  const before = (await record(id)).row;
  expect(await done(id, 'person', 'LOGISTICS_HEAD', to('logistics-7'))).toMatchObject({
    person: 'logistics-7',
    dueDate: before.dueDate,
  });
  const { row, duties } = await record(id);
  expect([row.person, duties.map(({ person }) => person)]).toEqual(['logistics-7', ['logistics-7']]);
  expect((await toldOf(id)).slice(2)).toEqual([
    'improvement_set logistics-7',
    'improvement_reassigned department_head|supervisor|manager',
    `improvement_reassigned ${LOGISTICS.id}`,
  ]);
  const { body } = await engine.api.get(`/improvements/${id}`, token);
  expect(body).toMatchObject({
    person: 'logistics-7',
    duties: [{ person: 'logistics-7', dueAt: before.nextDueAt?.toISOString() }],
  });
  expect(body.history.at(-1)).toMatchObject({
    by: { name: '物流部负责人' },
    lines: [{ sentence: '责任人由物流部专员改为物流专员七', texts: [{ text: '原责任人调岗' }] }],
  });
  expect((await act(id, 'report', 'LOGISTICS', { text: '做好了' })).body.type).toMatch(/not_the_person$/);
  await forwardTo(engine.ns.client, id, row.nextDueAt!.getTime() + 1_000);
  expect((await record(id)).turns.at(-1)?.events).toContainEqual(
    expect.objectContaining({ type: 'missed', by: 'logistics-7' }),
  );
  await done(id, 'person', 'SUPERVISOR', to(LOGISTICS.id));
  expect((await record(id)).duties[0]).toMatchObject({ kind: 'improve', person: 'logistics-7', state: 'open' });
  await done(id, 'report', 'LOGISTICS', { text: '做好了' });
  await done(id, 'verification', 'SUPERVISOR', { passed: true, text: '达标' });
  expect((await act(id, 'person', 'SUPERVISOR', to('logistics-7'))).body.type).toMatch(/improvement_closed$/);
  await verifyImprovement(engine.api.db, engine.ns, id);
});

test('RE-3, RO-1 who leaves, or works elsewhere from now on, first hands the open improvements of his department to another', async () => {
  await hire('logistics-9', '物流专员九');
  const number = await engine.complaintAt('proposals');
  const ids = [
    await setOne(number, { person: 'logistics-9' }),
    await setOne(number, { person: 'logistics-9' }),
  ] as const;
  const change = (path: string, body: object) => engine.api.send('put', `/staff/logistics-9${path}`, 'ADMIN', body);
  const goes: [string, object][] = [
    ['/departure', {}],
    ['/departure', { successor: 'logistics-1' }],
    ['', { active: false }],
    ['', { team: 'product' }],
  ];
  for (const [path, body] of goes) {
    const refused = await change(path, body);
    expect(refused.body).toMatchObject({
      status: 409,
      type: 'urn:huiyin:problem:still_improves',
      count: 2,
      improvements: ids,
      departments: ['logistics'],
    });
    expect(refused.body.detail).toContain(ids.join('、'));
  }
  // He heads it from now on, and stays.
  expect((await change('', { roles: ['department_head'] })).status).toBe(200);
  const [first, second] = ids;
  const to = { person: 'logistics-1', reason: '原责任人离职' };
  await done(first, 'person', 'LOGISTICS_HEAD', to);
  expect((await change('/departure', {})).body).toMatchObject({ count: 1, improvements: [second] });
  const off = { reason: '不再需要' };
  await done(second, 'cancellation', 'MANAGER', off);
  expect((await change('/departure', {})).body).toMatchObject({ active: false });
  expect(
    (await engine.api.send('put', `/improvements/${first}/person`, 'SUPERVISOR', { ...to, person: 'logistics-9' }))
      .status,
  ).toBe(422);
});

describe('HA-18 who is complained about now', () => {
  const name = (number: string, person: string, who = 'HANDLER') =>
    engine.api.send('post', `/complaints/${number}/respondents`, who, { person, reason: '客户说是这位' });
  const clear = (number: string, person: string) =>
    engine.api.send('put', `/complaints/${number}/respondents/${person}/clearance`, 'MANAGER', { reason: '记错了' });
  const listed = async (who: string) =>
    (await engine.api.get('/improvements', who)).body.improvements.map((one: { id: string }) => one.id);
  const verdict = { passed: true, text: '达标' };
  const tell = () =>
    tellImprovements({ database: engine.api.db.database, client: engine.ns.client, log: pino({ level: 'silent' }) });

  test('who set it and is named has no part in it from that moment on, and another is called to verify', async () => {
    const number = await engine.complaintAt('proposals');
    const id = await setOne(number);
    await done(id, 'report', 'LOGISTICS', { text: '做好了' });
    expect(await listed('SUPERVISOR')).toContain(id);
    expect((await name(number, 'supervisor-1')).status).toBe(200);
    expect((await engine.api.get(`/improvements/${id}`, 'SUPERVISOR')).status).toBe(404);
    expect(await listed('SUPERVISOR')).not.toContain(id);
    expect((await act(id, 'verification', 'SUPERVISOR', verdict)).body.type).toMatch(/no_such_improvement$/);
    await tell();
    await tell();
    const { row, turns, duties } = await record(id);
    expect(row.file.respondents).toEqual(['supervisor-1']);
    expect(turns.at(-1)).toMatchObject({
      by: 'system',
      events: [{ type: 'respondents_changed', respondents: ['supervisor-1'], calls: true }],
    });
    expect(duties.at(-1)).toMatchObject({ kind: 'verify', person: null, state: 'open' });
    expect((await toldOf(id)).slice(-2)).toEqual([`improvement_reported supervisor-1`, 'improvement_reported manager']);
    const { body } = await engine.api.get(`/improvements/${id}`, 'MANAGER');
    expect(body.history.at(-1).lines[0].sentence).toBe('投诉的被投诉人有变更，回避的人随之变更');
    await done(id, 'verification', 'MANAGER', verdict);
    await verifyImprovement(engine.api.db, engine.ns, id);
  });

  test('who is cleared is let in at once, before the improvement has been told', async () => {
    const number = await engine.complaintAt('proposals');
    expect((await name(number, 'manager-1')).status).toBe(200);
    const id = await setOne(number);
    await done(id, 'report', 'LOGISTICS', { text: '做好了' });
    expect((await engine.api.get(`/improvements/${id}`, 'MANAGER')).status).toBe(404);
    expect((await name(number, 'logistics-head')).status).toBe(200);
    const cleared = await engine.api.send(
      'put',
      `/complaints/${number}/respondents/manager-1/clearance`,
      'SALES_DIRECTOR',
      { reason: '记错了' },
    );
    expect({ status: cleared.status, body: cleared.body }).toMatchObject({ status: 200 });
    expect(await listed('MANAGER')).toContain(id);
    expect(await listed('LOGISTICS_HEAD')).not.toContain(id);
    expect(await done(id, 'verification', 'MANAGER', verdict)).toMatchObject({ state: 'passed' });
    const { turns } = await record(id);
    expect(turns.flatMap(({ events }) => events).slice(-4)).toMatchObject([
      { type: 'respondents_changed', respondents: ['logistics-head'] },
      { type: 'passed' },
      { type: 'met' },
      { type: 'closed' },
    ]);
    // Once it is over, nobody tells it anything; it is not for him all the same.
    expect((await clear(number, 'logistics-head')).status).toBe(200);
    expect((await name(number, 'logistics-head')).status).toBe(200);
    await tell();
    expect((await record(id)).turns).toHaveLength(turns.length);
    expect((await engine.api.get(`/improvements/${id}`, 'LOGISTICS_HEAD')).status).toBe(404);
    await verifyImprovement(engine.api.db, engine.ns, id);
  });
});

import pino from 'pino';
import { forwardTo, virtualNow } from '../../scripts/fast-forward';
import { forwardImprovement } from '../../scripts/forward-improvement';
import { restartComplaints } from '../../scripts/restart-complaints';
import { dispatchBatch } from '../../worker/dispatcher';
import { runHealer } from '../../worker/healer';
import { startLeftBehind } from '../../worker/starter';
import { improvementStartOptions, improvementWorkflowId } from '../../workflows/contract-improvement';
import { TEST_LINKS } from '../support/database';
import { command, installationFolder } from '../scripts/support/command';
import { EngineApi } from '../support/engine-api';
import { LOGISTICS } from '../support/paper-improvement';
import { anImprovement, dateIn, hireLogistics, improvementRecord, verifyImprovement } from '../support/records';

let engine: EngineApi;
beforeAll(async () => {
  engine = await EngineApi.start();
  await hireLogistics(engine.api.db);
}, 120_000);
afterAll(() => engine?.stop());

const log = pino({ level: 'silent' });
const parts = () => ({ database: engine.api.db.database, client: engine.ns.client });
const record = (id: string) => improvementRecord(engine.api.db, id);
const handle = (id: string) => engine.ns.client.workflow.getHandle(improvementWorkflowId(id));
const lived: string[] = [];

/** A new improvement of a complaint whose findings are on record; its id. */
async function setOne(number: string, who = 'SUPERVISOR', given: object = {}): Promise<string> {
  const { status, body } = await engine.api.send(
    'post',
    `/complaints/${number}/improvements`,
    who,
    anImprovement(given),
  );
  expect({ status, body }).toMatchObject({ status: 201 });
  lived.push(body.id);
  // Its workflow is started on the side.
  await engine.api.settle();
  return body.id;
}

const act = (id: string, path: string, who: string, body: object, key?: string) =>
  engine.api.send(path === 'progress' ? 'post' : 'put', `/improvements/${id}/${path}`, who, body, key);
async function done(id: string, path: string, who: string, body: object) {
  const reply = await act(id, path, who, body);
  expect({ status: reply.status, body: reply.body }).toMatchObject({ status: 200 });
  return reply.body;
}

const pastDue = async (id: string) => {
  const { duties } = await record(id);
  const due = duties.find(({ state }) => state === 'open')!.dueAt.getTime();
  await forwardTo(engine.ns.client, id, due + 1_000);
};

/** What the outbox has to say of an improvement, and to whom, oldest first. */
async function toldOf(id: string): Promise<string[]> {
  const rows = await engine.api.db.database.pool.query(
    `select notice, recipients from outbox where params ->> 'improvement' = $1 order by id`,
    [id],
  );
  return rows.rows.map(({ notice, recipients }) => `${notice} ${recipients.person ?? recipients.roles.join('|')}`);
}

test('RE-3 set, worked on, reported, verified: a durable run of its own that outlives the archived complaint', async () => {
  const number = await engine.complaintAt('end');
  const archived = (await engine.api.get(`/complaints/${number}`, 'CLERK')).body;
  expect(archived.closed).toBe(true);
  const id = await setOne(number);
  expect(id).toMatch(/^G\d{8}-\d{3}$/);
  await done(id, 'progress', 'LOGISTICS', { text: '已与快递商定接口' });
  await done(id, 'report', 'LOGISTICS', { text: '预警已上线，见变更单 B-12' });
  const run = await handle(id).describe();
  expect(run).toMatchObject({ type: 'improvement', status: { name: 'RUNNING' } });
  expect(
    await done(id, 'verification', 'SUPERVISOR', { passed: true, text: '抽查 20 单，均在 2 小时内预警' }),
  ).toMatchObject({
    state: 'passed',
    closed: true,
    nextDue: null,
  });
  expect(await handle(id).result()).toBe('passed');

  const { body } = await engine.api.get(`/improvements/${id}`, 'LOGISTICS');
  expect(body).toMatchObject({ complaint: number, standard: '预警触发时间≤2小时', stateZh: '验证通过', round: 1 });
  expect(
    body.history.flatMap(({ lines }: { lines: { texts: { text: string }[] }[] }) =>
      lines.flatMap(({ texts }) => texts.map(({ text }) => text)),
    ),
  ).toEqual(['已与快递商定接口', '预警已上线，见变更单 B-12', '抽查 20 单，均在 2 小时内预警']);
  const { body: after } = await engine.api.get(`/complaints/${number}`, 'CLERK');
  expect(after).toEqual(archived);
});

test('RE-3 a standard has to be measurable: “加强服务意识” is refused, with an example of what is not', async () => {
  const number = await engine.complaintAt('proposals');
  const tried = async (given: object) => {
    const reply = await engine.api.send(
      'post',
      `/complaints/${number}/improvements`,
      'SUPERVISOR',
      anImprovement(given),
    );
    return {
      status: reply.status,
      errors: reply.body.errors?.map(({ path }: { path: string }) => path),
      text: reply.text,
    };
  };
  for (const [given, path] of [
    [{ what: '加强服务意识' }, 'what'],
    [{ target: '2020-01-01前' }, 'target'],
    [{ target: { by: '2020-01-01' } }, 'target'],
    [{ measure: '服务意识' }, 'measure'],
    [{ target: '明显改善' }, 'target'],
    [{ target: '≤2' }, 'target'],
    [{ target: { comparison: 'at_most', value: 2 } }, 'target'],
    [{ dueDate: dateIn(0) }, 'dueDate'],
    [{ dueDate: '2026-02-30' }, 'dueDate'],
    [{ department: 'nowhere' }, 'department'],
    [{ person: 'handler-1' }, 'person'],
  ] as const) {
    expect(await tried(given)).toMatchObject({ status: 422, errors: [path] });
  }
  expect((await tried({ what: '多注意' })).text).toContain('预警触发时间');
  expect(await tried({ target: { by: dateIn(20) }, measure: '系统版本同步校验上线' })).toMatchObject({ status: 201 });
});

test('RE-3 who may set one, from when on', async () => {
  const number = await engine.complaintAt('form');
  const tried = async (who: string) => {
    const { status, body } = await engine.api.send('post', `/complaints/${number}/improvements`, who, anImprovement());
    return [status, body.type?.split(':').at(-1)];
  };
  expect(await tried('HANDLER')).toEqual([409, 'improvement_too_early']);
  for (const step of ['form', 'classification'] as const) await engine.done(number, step);
  expect(await tried('HANDLER2')).toEqual([403, 'role_needed']);
  expect(await tried('SUPERVISOR_SOUTH')).toEqual([403, 'other_team']);
  expect(await tried('CLERK')).toEqual([403, 'role_needed']);
  for (const who of ['HANDLER', 'SUPERVISOR', 'MANAGER', 'SALES_DIRECTOR', 'ADMIN_DIRECTOR']) {
    expect((await tried(who))[0]).toBe(201);
  }
  const { body } = await engine.api.get(`/complaints/${number}/improvements`, 'HANDLER');
  expect(body.improvements).toHaveLength(5);
});

test('RE-3 chased to the date: reminders, a breach on record, then the manager hears of it', async () => {
  const id = await setOne(await engine.complaintAt('proposals'));
  await pastDue(id);
  const { row, duties } = await record(id);
  expect(row).toMatchObject({ state: 'planned', overdue: true });
  expect(duties[0]).toMatchObject({ kind: 'improve', person: LOGISTICS.id, state: 'open' });
  expect(duties[0]!.missedAt!.getTime() - duties[0]!.dueAt.getTime()).toBeLessThan(10_000);
  await forwardTo(engine.ns.client, id, duties[1]!.dueAt.getTime() + 1_000);
  expect(await toldOf(id)).toEqual([
    `improvement_set ${LOGISTICS.id}`,
    'improvement_set department_head|supervisor|manager',
    `improvement_reminder ${LOGISTICS.id}`,
    `improvement_reminder ${LOGISTICS.id}`,
    `improvement_breach ${LOGISTICS.id}`,
    'improvement_breach department_head|supervisor|manager',
    'improvement_escalated manager',
  ]);
  const list = async (query: string) =>
    (await engine.api.get(`/improvements?${query}`, 'MANAGER')).body.improvements.map((one: { id: string }) => one.id);
  expect(await list('overdue=true')).toEqual([id]);
  expect(await list('overdue=false')).not.toContain(id);
  expect(await list('state=passed')).not.toContain(id);
  expect(await list('department=logistics&state=planned')).toContain(id);
  await done(id, 'report', 'LOGISTICS_HEAD', { text: '已上线' });
  expect((await record(id)).duties[0]).toMatchObject({ state: 'met' });
  const { body } = await engine.api.get(`/improvements/${id}`, 'LOGISTICS');
  expect(body.duties[0]).toMatchObject({ state: 'met_late' });
  expect(body.duties[0].sentence).toMatch(/^自 .*确定计划完成时间起，.*截至当日营业结束 18:00/);
});

test('RE-3 verified by who set it or the level above, never by who did it; failed: back with a new due date', async () => {
  const id = await setOne(await engine.complaintAt('proposals'), 'HANDLER');
  const verdict = { passed: true, text: '达标' };
  expect((await act(id, 'verification', 'SUPERVISOR', verdict)).body.type).toMatch(/improvement_stands$/);
  expect((await act(id, 'report', 'HANDLER', { text: '做好了' })).body.type).toMatch(/not_the_person$/);
  await done(id, 'report', 'LOGISTICS', { text: '做好了' });
  expect((await act(id, 'verification', 'LOGISTICS', verdict)).body.type).toMatch(/own_improvement$/);
  expect((await act(id, 'verification', 'SUPERVISOR_SOUTH', verdict)).body.type).toMatch(/other_team$/);
  expect((await act(id, 'verification', 'SUPERVISOR', { passed: false, text: '未达标' })).status).toBe(422);
  const failed = await done(id, 'verification', 'SUPERVISOR', {
    passed: false,
    text: '仍有 3 小时的',
    newDueDate: dateIn(60),
  });
  expect(failed).toMatchObject({ state: 'planned', round: 2, dueDate: dateIn(60) });
  await done(id, 'report', 'LOGISTICS', { text: '再次做好' });
  expect(await done(id, 'verification', 'HANDLER', verdict)).toMatchObject({ state: 'passed', round: 2 });
  expect((await act(id, 'report', 'LOGISTICS', { text: '又一次' })).body.type).toMatch(/improvement_closed$/);
});

test('RE-3 the due date is moved by the setter or the level above with a reason; a manager or director calls it off with a reason', async () => {
  const id = await setOne(await engine.complaintAt('proposals'));
  const moved = { dueDate: dateIn(90), reason: '等待快递商接口' };
  expect((await act(id, 'due-date', 'SUPERVISOR', { dueDate: moved.dueDate })).status).toBe(422);
  expect((await act(id, 'due-date', 'LOGISTICS', moved)).body.type).toMatch(/own_improvement$/);
  expect((await act(id, 'due-date', 'HANDLER2', moved)).body.type).toMatch(/not_the_setter$/);
  expect((await act(id, 'due-date', 'MANAGER', { ...moved, dueDate: dateIn(80) })).status).toBe(200);
  expect(await done(id, 'due-date', 'SUPERVISOR', moved)).toMatchObject({ dueDate: moved.dueDate, overdue: false });
  expect((await act(id, 'cancellation', 'SUPERVISOR', { reason: '不做了' })).body.type).toMatch(/role_needed$/);
  expect(await done(id, 'cancellation', 'MANAGER', { reason: '改换快递商，不再需要' })).toMatchObject({
    state: 'cancelled',
  });
  expect(await handle(id).result()).toBe('cancelled');
});

test('RE-3 a policy whose document knows no improvements refuses them', async () => {
  const number = await engine.complaintAt('contacts', { policy: 'marketplace' });
  const { status, body } = await engine.api.send(
    'post',
    `/complaints/${number}/improvements`,
    'SUPERVISOR',
    anImprovement(),
  );
  expect([status, body.type]).toEqual([409, 'urn:huiyin:problem:improvements_not_in_policy']);
});

test('RE-3 whom it does not concern it does not exist for', async () => {
  const id = await setOne(await engine.complaintAt('proposals'));
  for (const who of ['HANDLER', 'HANDLER2', 'LOGISTICS', 'LOGISTICS_HEAD', 'CLERK', 'MANAGER'])
    expect((await engine.api.get(`/improvements/${id}`, who)).status).toBe(200);
  expect((await engine.api.get(`/improvements/${id}`, 'HANDLER_SOUTH')).status).toBe(404);
  expect((await engine.api.get('/improvements/G20200101-001', 'MANAGER')).status).toBe(404);
  expect((await engine.api.get('/improvements/20200101-001', 'MANAGER')).body.type).toMatch(/no_such_improvement$/);
  const { body } = await engine.api.get('/improvements', 'HANDLER_SOUTH');
  expect(body).toEqual({ improvements: [], next: null });
});

test('RE-3 pages follow one another by due date', async () => {
  const number = await engine.complaintAt('proposals');
  const ids: string[] = [];
  for (const days of [13, 11, 12]) ids.push(await setOne(number, 'SUPERVISOR', { dueDate: dateIn(days) }));
  const seen: string[] = [];
  for (let after = ''; seen.length < 200;) {
    const { body } = await engine.api.get(`/improvements?limit=2${after}`, 'MANAGER');
    seen.push(...body.improvements.map(({ id }: { id: string }) => id));
    if (!body.next) break;
    after = `&after=${body.next}`;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((id) => ids.includes(id))).toEqual([ids[1], ids[2], ids[0]]);
});

test('RE-3 the same key sets, and does, a thing once; another body under it is refused', async () => {
  const number = await engine.complaintAt('proposals');
  const once = (given: object = {}) =>
    engine.api.send('post', `/complaints/${number}/improvements`, 'SUPERVISOR', anImprovement(given), 'one-key');
  const [first, again] = await Promise.all([once(), once()]);
  expect(again.body).toEqual(first.body);
  lived.push(first.body.id);
  expect((await once({ dueDate: dateIn(31) })).body.type).toMatch(/key_used_otherwise$/);
  const report = () => act(first.body.id, 'report', 'LOGISTICS', { text: '做好了' }, 'another-key');
  expect((await report()).body).toEqual((await report()).body);
  expect((await record(first.body.id)).turns).toHaveLength(2);
  const stale = await engine.api
    .send('put', `/improvements/${first.body.id}/verification`, 'SUPERVISOR', { passed: true, text: '达标' })
    .set('If-Match', '"1"');
  expect(stale.status).toBe(412);
});

describe('RE-3 the same engineering as a complaint’s', () => {
  test('a run that was ended comes back from the record, and a fast-forwarded clock with it', async () => {
    const id = await setOne(await engine.complaintAt('proposals'));
    await forwardImprovement(parts(), id, { to: 'due' });
    const { file } = (await record(id)).row;
    await handle(id).terminate('by an administrator');
    const stopping = new AbortController();
    const healer = runHealer({ ...parts(), log }, stopping.signal, 100);
    while ((await handle(id).describe()).status.name !== 'RUNNING') await new Promise((go) => setTimeout(go, 50));
    stopping.abort();
    await healer;
    expect(await handle(id).query('file')).toEqual(file);
    await handle(id).terminate('once more');
    expect(await done(id, 'progress', 'LOGISTICS', { text: '照常进行' })).toMatchObject({ state: 'planned' });
    await handle(id).terminate('and again');
    const restarted = await restartComplaints(parts(), [id], false);
    expect(restarted).toEqual({ started: 1, running: 0, closed: 0, failed: [] });
    const { duties } = await record(id);
    await forwardTo(engine.ns.client, id, duties[1]!.dueAt.getTime() + 1_000);
    expect((await record(id)).turns.at(-1)).toMatchObject({ events: [{ type: 'escalated' }] });
    expect(await virtualNow(engine.ns.client, id)).toBeGreaterThan(file.lastAt);
  });

  test('one that was set while Temporal was away is started by the sweep', async () => {
    const number = await engine.complaintAt('proposals');
    const id = await setOne(number);
    await handle(id).terminate('as if it had never been started');
    await engine.api.db.database.pool.query('update improvements set started = false where id = $1', [id]);
    expect(await startLeftBehind({ ...parts(), log }, 0)).toBe(1);
    await done(id, 'report', 'LOGISTICS', { text: '做好了' });
    expect(await startLeftBehind({ ...parts(), log }, 0)).toBe(0);
  });

  test('a run hands over to a new one, and what is dropped in is put on file as refused', async () => {
    const id = await setOne(await engine.complaintAt('proposals'));
    await handle(id).terminate('to be started with a short run length');
    const { file } = (await record(id)).row;
    const options = { ...improvementStartOptions(file), args: [file, [], 2] };
    await engine.ns.client.workflow.start('improvement', options);
    const first = (await handle(id).describe()).runId;
    await handle(id).cancel();
    await handle(id).signal('approve', { code: 'anything' });
    for (const text of ['一', '二', '三']) await done(id, 'progress', 'LOGISTICS', { text });
    await pastDue(id);
    expect((await handle(id).describe()).runId).not.toBe(first);
    const events = (await record(id)).turns.flatMap((turn) => turn.events);
    const refused = events.flatMap((event) => (event.type === 'refused' ? [event.action] : []));
    expect(refused.toSorted()).toEqual(['approve', 'cancel']);
    expect(events.filter(({ type }) => type === 'missed')).toHaveLength(1);
  });

  test('the Temporal UI shows what it is, in Chinese and without a word of what anybody wrote', async () => {
    const id = await setOne(await engine.complaintAt('proposals'), 'SUPERVISOR', { what: '揽收超过 2 小时自动预警' });
    await done(id, 'progress', 'LOGISTICS', { text: '接口已联调' });
    const { searchAttributes, raw } = await handle(id).describe();
    expect(searchAttributes).toMatchObject({ Stage: ['planned'], OwnerTeam: ['logistics'], Overdue: [false] });
    expect(raw.executionConfig?.userMetadata?.summary).toBeDefined();
    expect(await handle(id).query('next')).toMatch(/^完成改进措施 · 到期前提醒，时限 /);
    const history = JSON.stringify(await handle(id).fetchHistory());
    const plain = Buffer.from(history).toString() + decoded(history);
    for (const words of ['自动预警', '预警触发时间', '已联调']) expect(plain).not.toContain(words);
  });

  test('npm run forward tells what happened on the way', async () => {
    const id = await setOne(await engine.complaintAt('proposals'));
    const folder = installationFolder({ databaseUrl: engine.api.db.url, ...engine.ns });
    const { code, out, err } = await command(folder, 'forward', id, 'next', 'due');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /之前 [^]*提醒：「完成改进措施」[^]*逾期未完成，记录在案（物流.*专员）[^]*现在 [^]*逾期未办 {2}完成改进措施/,
    );
    await expect(forwardImprovement(parts(), 'G20200101-001', { to: 'due' })).rejects.toThrow(
      '没有编号为 G20200101-001 的改进措施。',
    );
  });
});

test('RE-3 the inbox shows to the head of the department what is still open', async () => {
  const id = await setOne(await engine.complaintAt('proposals'));
  await forwardImprovement(parts(), id, { to: 'due' });
  while ((await dispatchBatch({ database: engine.api.db.database, channels: [], links: TEST_LINKS, log })) > 0);
  const { body } = await engine.api.get('/inbox', 'LOGISTICS_HEAD');
  expect(body.notices[0]).toMatchObject({ improvement: id, notice: 'improvement_breach', stillOpen: true });
  expect(body.notices[0].body).toContain(`改进措施 ${id}`);
  const reminders = await engine.api.get('/inbox', 'LOGISTICS');
  expect(reminders.body.notices.map(({ notice }: { notice: string }) => notice)).toContain('improvement_reminder');
});

test('RE-3 what is to improve and how it is measured stays as it was said', async () => {
  const id = await setOne(await engine.complaintAt('proposals'));
  const { pool } = engine.api.db.database;
  for (const change of ["measure = '别的'", "target = '{}'", "what = '别的'"])
    await expect(pool.query(`update improvements set ${change} where id = $1`, [id])).rejects.toThrow('append-only');
  await expect(pool.query('delete from improvement_turns where improvement = $1', [id])).rejects.toThrow('append-only');
});

test('RE-3 what was lived here replays on the present code, and every stored turn folds to the stored file', async () => {
  for (const id of lived) await verifyImprovement(engine.api.db, engine.ns, id);
});

/** Every base64 string in a text, decoded: payloads travel so. */
const decoded = (text: string): string =>
  [...text.matchAll(/"data":"([^"]+)"/g)].map(([, data]) => Buffer.from(data!, 'base64').toString()).join('\n');

import { EngineApi } from '../support/engine-api';
import { callsOn, hire, told } from './calls';

jest.setTimeout(60_000);

let engine: EngineApi;
let number: string;
let warehouse: string;
const logistics = 'LOGISTICS_MEMBER';
beforeAll(async () => {
  engine = await EngineApi.start();
  warehouse = await hire(engine, 'warehouse-1', ['department_head'], 'warehouse');
}, 60_000);
afterAll(() => engine.stop());

const { post, put, get } = callsOn(
  () => engine,
  () => number,
);

describe('departments', () => {
  const task = { department: 'logistics', text: '查明签收人' };

  beforeAll(async () => {
    number = await engine.complaintAt('verifications');
  });

  test('HA-3 are asked by the owner, and their people see the case from then on (HA-18)', async () => {
    expect((await get('', logistics)).type).toContain('other_team');
    expect(told(await post('/tasks', 'HANDLER2', task))).toBe('not_owner');
    expect(told(await post('/tasks', 'HANDLER', { ...task, person: 'warehouse-1' }))).toBe('person');
    expect(told(await post('/tasks', 'HANDLER', { ...task, department: 'poetry' }))).toBe('department');
    expect(told(await post('/tasks', 'HANDLER', task))).toBe('done');
    expect((await get('', logistics)).tasks).toEqual([{ no: 1, department: 'logistics', person: null, state: 'open' }]);
    expect((await get('', warehouse)).type).toContain('other_team');
    const { obligations } = await get('/obligations');
    expect(obligations.filter(({ kind }: { kind: string }) => kind === 'task_solution')).toEqual([
      expect.objectContaining({ task: 1, account: null, department: 'logistics', state: 'open' }),
    ]);
  });

  test('HA-4 have one lead, the first one until another is appointed', async () => {
    expect((await get('')).lead).toEqual({ department: 'logistics', person: null });
    expect(told(await put('/lead', 'HANDLER', { department: 'warehouse' }))).toBe('no_task_for_lead');
    await post('/tasks', 'HANDLER', { department: 'warehouse', person: 'warehouse-1', text: '核对出库单' });
    expect(told(await put('/lead', 'HANDLER', { department: 'warehouse', person: 'nobody' }))).toBe('person');
    expect(told(await put('/lead', 'HANDLER', { department: 'warehouse', person: 'warehouse-1' }))).toBe('done');
    const { tasks } = await get('/tasks');
    expect(tasks.map(({ lead }: { lead: boolean }) => lead)).toEqual([false, true]);
  });

  test('HA-3 report and answer for themselves only', async () => {
    expect(told(await post('/tasks/1/progress', warehouse, { text: '正在查' }))).toBe('other_department');
    expect(told(await post('/tasks/1/progress', logistics, { text: '正在查' }))).toBe('done');
    expect(told(await post('/tasks/7/progress', 'HANDLER', { text: '正在查' }))).toBe('no_such_task');
    const answer = { answer: 'finding', text: '由门卫代签' };
    expect(told(await put('/tasks/1/answer', 'HANDLER', answer))).toBe('role_needed');
    expect(told(await put('/tasks/1/answer', logistics, answer))).toBe('done');
    expect(told(await put('/tasks/1/answer', logistics, answer))).toBe('task_closed');
  });

  test('HA-3 are asked once more where the answer is not enough', async () => {
    expect(told(await put('/tasks/1/return', 'HANDLER2', { text: '缺签收时间' }))).toBe('not_owner');
    expect(told(await put('/tasks/1/return', 'HANDLER', { text: '缺签收时间' }))).toBe('done');
    const { tasks } = await get('/tasks');
    expect(tasks[0]).toMatchObject({
      state: 'open',
      dueAt: expect.any(String),
      entries: [
        { what: 'assigned', by: { id: 'handler-1' }, department: 'logistics', text: '查明签收人' },
        { what: 'progressed', by: { id: 'logistics-1' }, text: '正在查' },
        { what: 'answered', answer: 'finding', preliminary: false, text: '由门卫代签' },
        { what: 'returned', text: '缺签收时间' },
      ],
    });
  });

  test('HA-3 hand a task on without a new time', async () => {
    const [{ dueAt }] = (await get('/tasks')).tasks;
    const on = { department: 'warehouse', text: '属仓库' };
    expect(told(await post('/tasks/1/passing-on', 'HANDLER_SOUTH', on))).toBe('other_team');
    expect(told(await post('/tasks/1/passing-on', logistics, on))).toBe('done');
    const [passed] = (await get('/tasks')).tasks;
    expect([passed.department, passed.dueAt]).toEqual(['warehouse', dueAt]);
  });

  test('HA-3 are told when it is no longer wanted', async () => {
    expect(told(await put('/tasks/1/cancellation', warehouse, { text: '不需要了' }))).toBe('not_owner');
    expect(told(await put('/tasks/1/cancellation', 'HANDLER', { text: '不需要了' }))).toBe('done');
    expect(told(await put('/tasks/1/cancellation', 'HANDLER', { text: '不需要了' }))).toBe('task_closed');
  });
});

describe('the other side', () => {
  beforeAll(async () => {
    number = await engine.complaintAt('verifications', { subjectKind: 'merchant' });
  });

  test('HA-18 is heard before the facts stand', async () => {
    expect(told(await engine.step(number, 'verifications'))).toBe('other_side_unheard');
    const asked = { of: 'merchant', workingDays: 2, text: '说明发货情况' };
    expect(told(await post('/accounts', 'HANDLER2', asked))).toBe('not_owner');
    expect(told(await post('/accounts', 'HANDLER', asked))).toBe('done');
    expect(told(await engine.step(number, 'verifications'))).toBe('accounts_open');
  });

  test('HA-9 is urged, and its silence is on record only after that', async () => {
    expect(told(await post('/accounts/3/urging', 'HANDLER', { text: '电话催办' }))).toBe('no_such_account');
    expect(told(await post('/accounts/1/urging', 'HANDLER', { text: '电话催办' }))).toBe('done');
    expect(told(await put('/accounts/1/answer', 'HANDLER', { answered: false, text: '无答复' }))).toBe('not_urged');
    expect(told(await put('/accounts/1/answer', 'HANDLER', { answered: true, text: '承认漏发' }))).toBe('done');
    expect(told(await post('/accounts/1/urging', 'HANDLER', { text: '再催' }))).toBe('account_closed');
    const { accounts } = await get('/accounts');
    expect(accounts).toMatchObject([
      {
        no: 1,
        of: 'merchant',
        state: 'answered',
        urged: 1,
        dueAt: null,
        entries: [{ what: 'asked' }, {}, { text: '承认漏发' }],
      },
    ]);
    await engine.done(number, 'verifications');
  });
});

describe('causes', () => {
  const cause = {
    dimension: 'process',
    cause: 'missing_node',
    direct: '合作快递揽收超时',
    root: '未设置快递揽收异常预警机制',
    department: 'logistics',
    person: 'logistics-1',
    direction: '建立揽收时效监控',
  };

  beforeAll(async () => {
    number = await engine.complaintAt('verifications');
    expect(told(await put('/level', 'HANDLER', { direction: 'raise', level: 2, reason: '影响较大' }))).toBe('done');
  });

  test('HA-5 rest on facts: first they are verified', async () => {
    expect(told(await post('/causes', 'HANDLER', cause))).toBe('not_in_stage');
    await engine.done(number, 'verifications');
    expect((await get('')).stage).toBe('cause_analysis');
  });

  test('HA-17 a meeting of the departments comes before, chaired by the manager', async () => {
    const meeting = { departments: ['logistics', 'warehouse'], text: '揽收与出库的衔接' };
    expect(told(await put('/cross-meetings/minutes', 'MANAGER', { minutes: '无' }))).toBe('no_meeting_called');
    expect(told(await post('/cross-meetings', 'HANDLER', meeting))).toBe('done');
    expect(told(await post('/cross-meetings', 'HANDLER', meeting))).toBe('meeting_called');
    expect(told(await post('/causes', 'HANDLER', cause))).toBe('meeting_called');
    expect(told(await put('/cross-meetings/minutes', 'HANDLER', { minutes: '已议' }))).toBe('role_needed');
    expect(told(await put('/cross-meetings/minutes', 'MANAGER', { minutes: '已议，揽收无预警' }))).toBe('done');
  });

  test.each([
    ['the mood of the customer', { root: '客户情绪激动导致投诉' }, 'root'],
    ['a person alone', { root: '华东客服专员一操作失误' }, 'root'],
    ['the mood of the customer as a direct cause', { direct: '客户无理取闹' }, 'direct'],
    ['a name as a direct cause', { direct: '华东客服专员一' }, 'direct'],
    ['a cause of another dimension', { cause: 'data_error' }, 'cause_of_other_dimension'],
    ['a mistake with nothing behind it', { dimension: 'people', cause: 'operating_error' }, 'person_alone'],
    ['somebody who does not work here', { person: '张三' }, 'person'],
    ['of one department and put right in another', { person: 'warehouse-head-1' }, 'person'],
    ['a bare name as a direct cause', { direct: '张三' }, 'direct'],
  ])('HA-5 is not %s', async (_, more, refusal) => {
    const refused = await post('/causes', 'HANDLER', { ...cause, ...more });
    expect(told(refused)).toBe(refusal);
    if (refusal === 'root') expect(refused.body.errors[0].allowed).toContain('根本原因');
  });

  test('HA-5 goes into the case with its texts', async () => {
    expect(told(await post('/causes', 'HANDLER2', cause))).toBe('not_owner');
    expect(told(await post('/causes', 'HANDLER', cause))).toBe('done');
    expect((await get('')).stage).toBe('proposal');
    const { turns } = await get('/timeline');
    const texts = JSON.stringify(turns.at(-1).lines);
    for (const text of [cause.direct, cause.root, cause.direction]) expect(texts).toContain(text);
  });
});

import { EngineApi } from '../support/engine-api';
import { callsOn, hire, told } from './calls';

jest.setTimeout(60_000);

let engine: EngineApi;
let number: string;
beforeAll(async () => {
  engine = await EngineApi.start();
}, 60_000);
afterAll(() => engine.stop());

const { post, put, get } = callsOn(
  () => engine,
  () => number,
);

describe('what sort of request it is', () => {
  beforeAll(async () => {
    number = await engine.complaintAt('classification', { requestType: 'enquiry', subType: 'charges' });
  });

  test('IN-7 may change, keeps number and receipt, and has the sub-types of its type', async () => {
    const before = await get('');
    expect(before.subType).toBe('charges');
    const change = { requestType: 'complaint', subType: 'negotiation', reason: '客户改为投诉' };
    expect(told(await put('/request-type', 'HANDLER2', change))).toBe('not_owner');
    expect(told(await put('/request-type', 'HANDLER', { ...change, subType: 'charges' }))).toBe('subType');
    expect(told(await put('/request-type', 'HANDLER', change))).toBe('done');
    const { requestType, subType, receivedAt } = await get('');
    expect([requestType, subType, receivedAt]).toEqual(['complaint', 'negotiation', before.receivedAt]);
  });

  test('CL-1 the natures are those of the policy', async () => {
    const classification = { nature: 'weather', requestType: 'complaint', grounds: [], reason: '一般' };
    const refused = await put('/classification', 'HANDLER', classification);
    expect([told(refused), refused.body.allowed]).toEqual(['no_such_nature', expect.arrayContaining(['logistics'])]);
  });
});

describe('how high it is', () => {
  beforeAll(async () => {
    number = await engine.complaintAt('verifications');
  });

  test('CL-3 is raised by the owner or above him, with a reason', async () => {
    const raise = { direction: 'raise', level: 2, reason: '客户情绪激动，超出权限' };
    expect(told(await put('/level', 'HANDLER2', raise))).toBe('not_owner_nor_above');
    expect(told(await put('/level', 'HANDLER', { ...raise, level: 1 }))).toBe('not_higher');
    expect(told(await put('/level', 'HANDLER', { ...raise, reason: ' ' }))).toBe('reason');
    expect(told(await put('/level', 'HANDLER', raise))).toBe('done');
    expect(await get('')).toMatchObject({ level: 2, floor: 2, handOver: true });
  });

  test('CL-3 is lowered only by the level above', async () => {
    const lower = { direction: 'lower', level: 1, reason: '核实后属一般问题' };
    expect(told(await put('/level', 'HANDLER', lower))).toMatch(/role_needed|handled_before/);
    expect(told(await put('/level', 'MANAGER', { ...lower, level: 2 }))).toBe('not_lower');
    expect(told(await put('/level', 'MANAGER', lower))).toBe('done');
    expect(await get('')).toMatchObject({ level: 1, floor: 1 });
  });

  test('RE-2, CO-1 is marked as typical once', async () => {
    expect(told(await post('/typical', 'HANDLER2', { reason: '多家门店同样' }))).toBe('not_owner_nor_above');
    expect(told(await post('/typical', 'HANDLER', { reason: '多家门店同样' }))).toBe('done');
    expect(told(await post('/typical', 'HANDLER', { reason: '多家门店同样' }))).toBe('told_already');
    expect((await get('')).marks).toEqual(['typical']);
  });
});

describe('who answers for it', () => {
  beforeAll(async () => {
    number = await engine.complaintAt('contacts', { respondents: ['handler-2'] });
  });

  test('HA-2 the level above gives it to somebody who works here and may handle it', async () => {
    const to = (id: string) => ({ to: id, reason: '原责任人休假' });
    expect(told(await put('/owner', 'SUPERVISOR', to('nobody')))).toBe('to');
    expect(told(await put('/owner', 'HANDLER', to('supervisor-1')))).toMatch(/role_needed|handled_before/);
    expect(told(await put('/owner', 'SUPERVISOR', to('clerk-1')))).toBe('unfit');
    expect(told(await put('/owner', 'SUPERVISOR', to('handler-1')))).toBe('owner_already');
    expect(told(await put('/owner', 'SUPERVISOR', to('handler-2')))).toBe('complained_about');
    expect(told(await put('/owner', 'SUPERVISOR', to('handler-3')))).toBe('done');
    expect(await get('', 'HANDLER_SOUTH')).toMatchObject({ owner: 'handler-3', team: 'south' });
  });

  test('HA-2 in the first of his roles that fits', async () => {
    await hire(engine, 'clerk-handler', ['clerk', 'supervisor'], 'south');
    expect(told(await put('/owner', 'MANAGER', { to: 'clerk-handler', reason: '转由主管' }))).toBe('done');
    const { turns } = await get('/timeline', 'CLERK');
    expect(JSON.stringify(turns.at(-1).lines)).toContain('服务主管');
  });

  test('IN-14 a handler takes over from whoever heard of it first', async () => {
    const { body } = await engine.api.send('post', '/complaints', 'CLERK', {
      channel: 'phone',
      requestType: 'complaint',
      complainant: { kind: 'consumer', contacts: [{ channel: 'phone', address: '13800138000' }] },
      words: '等了两周没有答复',
    });
    number = body.number;
    expect(told(await post('/take-over', 'HANDLER'))).toMatch(/other_team|role_needed/);
    expect(told(await post('/take-over', 'MANAGER'))).toBe('done');
    expect(await get('', 'MANAGER')).toMatchObject({ owner: 'manager-1', handOver: false });
    expect(told(await post('/take-over', 'MANAGER'))).toBe('nothing_to_take_over');
  });
});

test('CL-2 how fast it is may be changed by hand, and is lowered by the level above only', async () => {
  number = await engine.complaintAt('verifications');
  const change = (priority: string) => ({ priority, reason: '安全隐患' });
  expect(told(await put('/priority', 'HANDLER', change('now')))).toBe('priority');
  expect(told(await put('/priority', 'HANDLER2', change('urgent')))).toBe('not_owner_nor_above');
  expect(told(await put('/priority', 'HANDLER', change('urgent')))).toBe('done');
  expect(await get('')).toMatchObject({ priority: 'urgent', handOver: true, stage: 'verification' });
  expect(JSON.stringify(await get('/timeline'))).toContain('提高优先级，现为紧急');
  expect(told(await put('/priority', 'HANDLER', change('normal')))).toBe('handled_before');
  expect(told(await put('/priority', 'MANAGER', change('normal')))).toBe('done');
  expect(await get('')).toMatchObject({ priority: 'normal', handOver: false });
});

test('IN-8 what is not for the company is referred, told politely, and closed as referred', async () => {
  number = await engine.complaintAt('classification');
  const referral = { body: '当地市场监督管理局', channel: 'phone', text: '礼貌说明并告知受理电话' };
  expect(told(await put('/referral', 'HANDLER2', referral))).toBe('not_owner');
  expect(told(await put('/referral', 'HANDLER', { body: referral.body }))).toBe('referral_untold');
  expect(told(await put('/referral', 'HANDLER', referral))).toBe('done');
  expect(await get('')).toMatchObject({ outcome: 'referred', stage: 'archive' });
  expect(JSON.stringify(await get('/timeline'))).toContain('当地市场监督管理局');
  expect((await get('/contacts')).contacts.at(-1)).toMatchObject({ purpose: 'result', text: referral.text });
  const end = await put('/archive', 'CLERK');
  expect([end.body.outcome, end.body.closed]).toEqual(['referred', true]);
  expect(told(await put('/referral', 'HANDLER', referral))).toBe('closed');
});

test('IN-8, IN-2 somebody who left no way to reach him is not told, and it is referred all the same', async () => {
  const { body } = await engine.api.send('post', '/complaints', 'HANDLER', {
    channel: 'letter',
    requestType: 'complaint',
    complainant: { kind: 'consumer', anonymous: true, tags: ['匿名信'] },
    words: '邻居装修噪音',
  });
  number = body.number;
  expect(told(await put('/referral', 'HANDLER', { body: '当地住建部门' }))).toBe('done');
  expect(await get('')).toMatchObject({ outcome: 'referred' });
});

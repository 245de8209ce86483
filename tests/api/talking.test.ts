import { eq } from 'drizzle-orm';
import { contactWays } from '../../db/schema';
import { AN_INTAKE } from '../support/api';
import { EngineApi } from '../support/engine-api';
import { callsOn, told } from './calls';

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
const duties = async (): Promise<string[]> => (await get('')).duties.map(({ kind }: { kind: string }) => kind);
const hence = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

describe('word to the customer', () => {
  beforeAll(async () => {
    number = await engine.complaintAt('contacts');
  });

  test('CL-7 that it is accepted is told once, by the owner', async () => {
    const acceptance = { channel: 'phone', text: '已受理，72 小时内答复，正在核对物流' };
    expect(told(await post('/acceptance', 'HANDLER2', acceptance))).toBe('not_owner');
    expect(told(await post('/acceptance', 'HANDLER', acceptance))).toBe('done');
    expect(await duties()).not.toContain('tell_acceptance');
    expect(told(await post('/acceptance', 'HANDLER', acceptance))).toBe('told_already');
    const { contacts } = await get('/contacts');
    expect(contacts.at(-1)).toMatchObject({ purpose: 'acceptance', text: acceptance.text });
  });

  test('IN-12 the time of a call that was promised becomes a due time', async () => {
    const at = hence(5);
    expect(told(await post('/promised-calls', 'HANDLER', { at: hence(-1), text: '回电' }))).toBe('in_the_past');
    expect(told(await post('/promised-calls', 'HANDLER', { at: hence(24 * 40), text: '回电' }))).toBe('too_far');
    expect(told(await post('/promised-calls', 'HANDLER', { at, text: '五小时内回电说明库存' }))).toBe('done');
    const { obligations } = await get('/obligations');
    const due = obligations.find(({ kind }: { kind: string }) => kind === 'promised_call').dueAt;
    expect(Math.abs(Date.parse(due) - Date.parse(at))).toBeLessThan(2_000);
    await engine.done(number, 'contacts');
    expect(await duties()).not.toContain('promised_call');
    const { contacts } = await get('/contacts');
    expect(contacts.find(({ text }: { text: string }) => text === '五小时内回电说明库存')).toMatchObject({
      direction: 'outbound',
      channel: null,
      purpose: 'promised_call',
    });
  });
});

describe('HA-13 a talk that we had', () => {
  beforeAll(async () => {
    number = await engine.complaintAt('contacts');
  });
  const talk = { channel: 'phone', direction: 'outbound', reached: true, purpose: 'other', text: '说明进度' };

  test('is had on a way that the customer left, or in person; what he never left is named', async () => {
    const { status, body } = await post('/contacts', 'HANDLER', { ...talk, channel: 'email' });
    expect([status, body.errors]).toMatchObject([422, [{ path: 'channel', given: 'email' }]]);
    expect(JSON.stringify(body.errors)).toContain('phone（电话）');
    expect(JSON.stringify(body)).not.toMatch(/\d{11}/);
    expect(told(await post('/acceptance', 'HANDLER', { channel: 'fax', text: '已受理' }))).toBe('channel');
    for (const channel of ['phone', 'sms', 'walk_in'])
      expect([channel, told(await post('/contacts', 'HANDLER', { ...talk, channel }))]).toEqual([channel, 'done']);
  });

  test('is tried on any, and the customer may turn to us on any', async () => {
    const tried = { ...talk, channel: 'email', reached: false };
    expect(told(await post('/contacts', 'HANDLER', tried))).toBe('done');
    expect(told(await post('/contacts', 'HANDLER', { ...talk, channel: 'email', direction: 'inbound' }))).toBe('done');
  });

  test('is had with an agent only where one is on record', async () => {
    const { status, body } = await post('/contacts', 'HANDLER', { ...talk, with: 'agent' });
    expect([status, body.errors]).toMatchObject([422, [{ path: 'with', given: 'agent' }]]);
  });

  test('IN-2 by one who left no address is his to begin: he may ring us, and nobody can ring him', async () => {
    const anonymous = {
      complainant: { kind: 'consumer', anonymous: true, tags: ['戴红帽'] },
      channel: 'phone',
      words: '门店卫生差',
    };
    const { body } = await engine.api.send('post', '/complaints', 'HANDLER', {
      ...anonymous,
      requestType: 'complaint',
    });
    number = body.number;
    expect(told(await post('/contacts', 'HANDLER', talk))).toBe('not_reachable');
    expect(told(await post('/contacts', 'HANDLER', { ...talk, direction: 'inbound' }))).toBe('done');
  });
});

describe('evidence', () => {
  beforeAll(async () => {
    number = await engine.complaintAt('form');
  });

  test('IN-3 is asked of the customer only by the owner', async () => {
    const asked = { of: 'customer', text: '请补拍漏水处的照片' };
    expect(told(await post('/evidence-requests', 'SUPERVISOR', asked))).toBe('not_owner');
    expect(told(await post('/evidence-requests', 'HANDLER', asked))).toBe('done');
    const { contacts } = await get('/contacts');
    expect(contacts.at(-1)).toMatchObject({
      purpose: 'evidence_asked',
      direction: 'outbound',
      by: { id: 'handler-1' },
      text: asked.text,
    });
  });

  test('IN-3 is listed with kind, source, times and who put it on file', async () => {
    const submittedAt = hence(-2);
    const photo = { kind: 'photo', from: 'customer', submittedAt, text: '漏水处照片，文件 P-1' };
    expect(told(await post('/evidence', 'HANDLER', photo))).toBe('done');
    expect(told(await post('/evidence', 'HANDLER2', { kind: 'recording', from: 'company', text: '录音 R-9' }))).toBe(
      'done',
    );
    const { evidence } = await get('/evidence');
    expect(evidence).toMatchObject([
      { no: 1, ...photo, by: { id: 'handler-1', name: '华东客服专员一' } },
      { no: 2, kind: 'recording', from: 'company', text: '录音 R-9', by: { id: 'handler-2' } },
    ]);
  });

  test('IN-3 of tomorrow, or of another team, is refused', async () => {
    const photo = { kind: 'photo', from: 'customer', text: '照片' };
    expect(told(await post('/evidence', 'HANDLER', { ...photo, submittedAt: hence(24) }))).toBe('in_the_future');
    expect(told(await post('/evidence', 'HANDLER_SOUTH', photo))).toBe('other_team');
    expect(told(await post('/evidence', 'HANDLER', { ...photo, kind: 'rumour' }))).toBe('kind');
  });
});

describe('an anonymous complainant', () => {
  const ways = () => engine.api.db.database.queries.select().from(contactWays).where(eq(contactWays.complaint, number));

  beforeAll(async () => {
    const complainant = { kind: 'consumer', anonymous: true, tags: ['下午到店'] };
    number = await engine.complaintAt('contacts', { ...AN_INTAKE, complainant });
  });

  test('IN-2 who has left no way to reach him is told nothing', async () => {
    expect(told(await engine.step(number, 'contacts'))).toBe('not_reachable');
    expect(told(await post('/acceptance', 'HANDLER', { channel: 'phone', text: '已受理' }))).toBe('not_reachable');
    expect(told(await post('/evidence-requests', 'HANDLER', { of: 'customer', text: '照片' }))).toBe('not_reachable');
  });

  test('IN-2 a way that was refused counts for nothing, and an address has to fit its channel', async () => {
    const way = { channel: 'phone', address: '13900000001' };
    expect(told(await post('/contact-ways', 'HANDLER2', way))).toBe('not_owner');
    expect(told(await post('/contact-ways', 'HANDLER', { ...way, address: '不详' }))).toBe('address');
    expect(await ways()).toHaveLength(1);
    expect((await get('')).people[0].contacts).toEqual([]);
  });

  test('IN-2, HA-1 a way given later is shown masked, in full to who looks, and arms what was not owed', async () => {
    const way = { channel: 'phone', address: '13900000002', text: '客户来店补留' };
    expect(told(await post('/contact-ways', 'HANDLER', way))).toBe('done');
    const seen = await get('');
    expect(seen).toMatchObject({ reachable: true, notOwed: [] });
    expect(seen.people[0].contacts).toEqual([{ channel: 'phone', address: '139****0002' }]);
    expect(await duties()).toContain('first_contact');
    const { body } = await post('/looks', 'HANDLER', { reason: '首次联系客户' });
    expect(body.people[0].contacts).toEqual([{ channel: 'phone', address: '13900000002' }]);
    expect(JSON.stringify(await get('/timeline'))).not.toContain('13900000002');
  });

  test('IN-2 what was given is never changed', async () => {
    await expect(engine.api.db.database.queries.delete(contactWays)).rejects.toThrow();
  });
});

describe('what was promised', () => {
  beforeAll(async () => {
    number = await engine.complaintAt('verifications');
  });

  test('HA-11 progress is noted by the owner', async () => {
    expect(told(await post('/progress', 'HANDLER2', { text: '已查物流' }))).toBe('not_owner');
    expect(told(await post('/progress', 'HANDLER', { text: '已查物流' }))).toBe('done');
  });

  test('CL-7 waits for the customer with a reason, until he answers', async () => {
    expect(told(await put('/waiting/end', 'HANDLER', {}))).toBe('not_waiting');
    expect(told(await post('/waiting', 'HANDLER', { reason: '等客户寄回样品' }))).toBe('done');
    expect((await get('')).waiting).toEqual({ since: expect.any(String) });
    expect(await duties()).toEqual(expect.arrayContaining(['customer_reply']));
    expect(await duties()).not.toContain('promised_answer');
    expect(told(await post('/waiting', 'HANDLER', { reason: '再等' }))).toBe('waiting_already');
    expect(told(await put('/waiting/end', 'HANDLER', { text: '样品已收到' }))).toBe('done');
    expect((await get('')).waiting).toBeNull();
    expect(await duties()).toContain('promised_answer');
  });

  test('HA-12 more time is for the level above to grant, and the customer hears of it', async () => {
    const decision = { granted: true, text: '样品检测需时' };
    expect(told(await put('/extensions/decision', 'SUPERVISOR', decision))).toBe('nothing_to_decide');
    expect(told(await post('/extensions', 'HANDLER', { hours: 24, reason: '检测排队' }))).toBe('done');
    expect((await get('')).extension).toBe(24);
    expect(told(await post('/extensions', 'HANDLER', { hours: 24, reason: '检测排队' }))).toBe('decision_pending');
    expect(told(await put('/extensions/decision', 'HANDLER', decision))).toMatch(/role_needed|handled_before/);
    expect(told(await put('/extensions/decision', 'SUPERVISOR', decision))).toBe('done');
    expect(await duties()).toContain('tell_extension');
  });

  test('HA-12 why a time passed is explained when one has passed', async () => {
    expect(told(await post('/overdue-reason', 'HANDLER', { reason: '人手不足' }))).toBe('nothing_overdue');
    const late = await engine.api.send('post', '/complaints', 'HANDLER', {
      ...AN_INTAKE,
      receivedAt: '2024-03-04T10:00:00+08:00',
    });
    number = late.body.number;
    await engine.done(number, 'contacts');
    expect(told(await post('/overdue-reason', 'HANDLER', { reason: '登记晚于收到' }))).toBe('done');
  });
});

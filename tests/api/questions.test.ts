import { AN_INTAKE as PLAIN_INTAKE } from '../support/api';
import { EngineApi } from '../support/engine-api';
import type { StepName } from '../support/engine-api';

const AN_INTAKE = { ...PLAIN_INTAKE, product: '奶茶机', orderNo: 'DD20261101-88' };

let e: EngineApi;
beforeAll(async () => {
  e = await EngineApi.start();
}, 120_000);
afterAll(() => e?.stop());

const get = async (path: string, who = 'HANDLER') => (await e.api.get(path, who)).body;
const check = (draft: object, who = 'HANDLER') => e.api.send('post', '/intake/check', who, draft);
const add = (number: string, body: object, who = 'HANDLER', key?: string) =>
  e.api.send('post', `/complaints/${number}/information`, who, body, key);
const fieldsOf = (list: { field: string }[]) => list.map(({ field }) => field);
const register = async (given: object, who = 'HANDLER') =>
  (await e.api.send('post', '/complaints', who, { ...AN_INTAKE, ...given })).body.number as string;

const NOBODY = { kind: 'consumer', anonymous: true, tags: ['老顾客'] };

let serial = 0;
/** A complaint of somebody else about something else: not a repeat (IN-9), and not one of many (CL-4). */
const complaintAt = (before: StepName, given: object = {}) => {
  const contacts = [{ channel: 'phone', address: `1390001${String((serial += 1)).padStart(4, '0')}` }];
  const product = `奶茶机 ${serial} 号`;
  return e.complaintAt(before, {
    product,
    orderNo: AN_INTAKE.orderNo,
    complainant: { kind: 'consumer', name: '某客户', contacts },
    ...given,
  });
};

describe('IN-13 before registration', () => {
  test('a draft is told what its kind of complaint still lacks, as questions to ask', async () => {
    const { status, body } = await check({ ...AN_INTAKE, nature: 'product_quality' });
    expect([status, fieldsOf(body.lacking)]).toEqual([200, ['productCode', 'occurredAt', 'photos']]);
    expect(body.lacking[0]).toEqual({
      field: 'productCode',
      zh: '产品编码',
      question: '请问产品编码或机身编号是多少？',
    });
    expect(fieldsOf(body.known)).toEqual(['orderNo', 'product', 'demands']);
  });

  test('a draft may be as empty as it likes, but not of what there is not', async () => {
    const { status, body } = await check({});
    expect([status, fieldsOf(body.lacking), body.known, body.earlier]).toEqual([
      200,
      ['occurredAt', 'demands'],
      [],
      [],
    ]);
    expect((await check({ nature: 'smell' })).body.errors[0].path).toBe('nature');
    expect((await check({ colour: 'red' })).body.errors[0].path).toBe('colour');
  });

  test('CL-1 of a nature that its policy has', async () => {
    const { status, body } = await e.api.send('post', '/intake/check', 'HANDLER', { nature: 'weather' });
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ path: 'nature', given: 'weather' })]]);
  });

  test.each(['constructor', '__proto__', 'staff'])(
    'what is said of the subject is no word of ours: %s',
    async (subject) => {
      const draft = await check({ subject });
      expect([draft.status, fieldsOf(draft.body.lacking)]).toEqual([200, ['occurredAt', 'demands']]);
      const number = await register({ subject, complainant: NOBODY });
      const asked = await e.api.get(`/complaints/${number}/questions`, 'HANDLER');
      expect(asked.status).toBe(200);
      expect(fieldsOf(asked.body.known)).toContain('subject');
    },
  );

  test('whom or what it is about decides, as a word', async () => {
    const { body } = await check({ subject: '店长', subjectKind: 'staff' });
    expect(fieldsOf(body.lacking)).toEqual(['occurredAt', 'shop', 'staffInvolved', 'demands']);
    const number = await register({ subjectKind: 'shop', complainant: NOBODY });
    const asked = await e.api.get(`/complaints/${number}/questions`, 'HANDLER');
    expect(fieldsOf(asked.body.lacking)).toContain('shop');
  });

  test('staff who are complained about are known to be involved', async () => {
    const { body } = await check({ respondents: ['handler-2'], nature: 'attitude' });
    expect(fieldsOf(body.lacking)).toEqual(['occurredAt', 'place', 'shop', 'demands']);
  });

  test('a message that it is about to be registered from may be named instead of its sender', async () => {
    const mail = { channel: 'email', externalId: 'q-1', sender: 'first@example.com', body: '又坏了' };
    const { body: message } = await e.api.send('post', '/messages', 'HANDLER', mail);
    const contacts = [{ channel: 'email', address: 'First@Example.com' }];
    const number = await register({ complainant: { kind: 'consumer', name: '某客户', contacts } });
    const { body } = await check({ message: message.message.id });
    expect(body.earlier.map((earlier: { number: string }) => earlier.number)).toEqual([number]);
  });
});

describe('IN-13 what earlier complaints of the same person tell already', () => {
  const person = (address: string, more: object = {}) => ({
    complainant: { kind: 'franchisee', name: '欧阳明月', contacts: [{ channel: 'phone', address }], ...more },
  });

  test('is found by telephone however it is written, or by customer number, and shown masked', async () => {
    const first = await register({ ...person('13911112222'), shop: '某加盟店' });
    const second = await register({ ...person('02155556666', { customerNo: 'KH-77' }), orderNo: 'DD-2' });
    const byPhone = await check({ complainant: { contacts: [{ channel: 'sms', address: '+86 139-1111-2222' }] } });
    expect(byPhone.body.earlier).toEqual([
      {
        number: first,
        receivedAt: expect.any(String),
        closed: false,
        stage: 'first_contact',
        nature: null,
        person: {
          kind: 'franchisee',
          name: '欧***',
          contacts: [{ channel: 'phone', address: '139****2222' }],
          customerNo: null,
          tier: null,
        },
        tells: [
          { field: 'orderNo', zh: '订单号', text: AN_INTAKE.orderNo },
          { field: 'product', zh: '产品', text: '奶茶机' },
          { field: 'shop', zh: '门店', text: '某加盟店' },
        ],
      },
    ]);
    const byNumber = await check({ complainant: { customerNo: 'kh-77' } });
    expect(byNumber.body.earlier.map(({ number }: { number: string }) => number)).toEqual([second]);
    expect(byNumber.text).not.toMatch(/明月|55556666/);
  });

  test('is not found for another person, nor told to who may not see it', async () => {
    const number = await register(person('13933334444'));
    const contacts = [{ channel: 'phone', address: '13933334444' }];
    expect(
      (await check({ complainant: { contacts: [{ channel: 'phone', address: '13933334445' }] } })).body.earlier,
    ).toEqual([]);
    expect((await check({ complainant: { contacts } }, 'HANDLER_SOUTH')).body.earlier).toEqual([]);
    expect((await check({ complainant: { contacts } }, 'MANAGER')).body.earlier[0].number).toBe(number);
    const about = await register({ ...person('13933334446'), respondents: ['manager-1'] });
    const other = [{ channel: 'phone', address: '13933334446' }];
    expect((await check({ complainant: { contacts: other } }, 'MANAGER')).body.earlier).toEqual([]);
    expect((await check({ complainant: { contacts: other } })).body.earlier[0].number).toBe(about);
  });
});

describe('IN-13 while the complaint is open', () => {
  test('it says what is lacking for its nature, and what is on record, word for word', async () => {
    const number = await complaintAt('verifications', { product: '奶茶机', occurredAt: '2026-03-02T10:00:00+08:00' });
    const { lacking, known } = await get(`/complaints/${number}/questions`);
    expect(fieldsOf(lacking)).toEqual(['productCode', 'photos']);
    expect(known).toEqual([
      { field: 'orderNo', zh: '订单号', text: AN_INTAKE.orderNo },
      { field: 'product', zh: '产品', text: '奶茶机' },
      { field: 'occurredAt', zh: '发生时间', text: '2026-03-02（周一）10:00' },
      { field: 'demands', zh: '诉求', text: '换货、道歉' },
    ]);
  });

  test('CL-1 until it is classified, what it seemed to be at intake counts', async () => {
    const number = await complaintAt('contacts', { nature: 'logistics' });
    expect(fieldsOf((await get(`/complaints/${number}/questions`)).lacking)).toEqual(
      expect.arrayContaining(['trackingNo', 'expectedAt']),
    );
  });

  test('what was lacking is added, and shown with the complaint', async () => {
    const number = await complaintAt('verifications');
    const { status, body } = await add(number, { field: 'photos', text: '接口漏水照片三张，客户邮件发来' });
    expect([status, body.stage]).toEqual([200, 'verification']);
    const { lacking, known } = await get(`/complaints/${number}/questions`);
    expect(fieldsOf(lacking)).toEqual(['productCode', 'occurredAt']);
    expect(known).toContainEqual({ field: 'photos', zh: '照片或视频', text: '接口漏水照片三张，客户邮件发来' });
    const { information } = await get(`/complaints/${number}`);
    expect(information).toEqual([
      {
        field: 'photos',
        zh: '照片或视频',
        text: '接口漏水照片三张，客户邮件发来',
        correction: false,
        at: expect.any(String),
        by: 'handler-1',
      },
    ]);
    const { text } = await e.api.get(`/complaints/${number}/timeline`, 'HANDLER');
    expect(text).toContain('补充信息：照片或视频');
    expect(text).toContain('接口漏水照片三张');
  });

  test('a question whose answer is on record is pointed out, with the answer; a correction is taken', async () => {
    const number = await complaintAt('contacts');
    const again = await add(number, { field: 'orderNo', text: 'DD-9' });
    expect([again.status, again.body]).toEqual([
      409,
      expect.objectContaining({
        type: 'urn:huiyin:problem:already_on_record',
        field: 'orderNo',
        onRecord: AN_INTAKE.orderNo,
        detail: '「订单号」已有记录，请勿重复询问客户；如需更正，请以 correction: true 记录。',
      }),
    ]);
    expect((await add(number, { field: 'orderNo', text: 'DD-9', correction: true })).status).toBe(200);
    expect((await add(number, { field: 'orderNo', text: 'DD-10' })).body.onRecord).toBe('DD-9');
    const { complaints } = await get('/complaints?queue=all&limit=1');
    expect(complaints[0]).toMatchObject({ number, orderNo: 'DD-9' });
    const { intake, information } = await get(`/complaints/${number}`);
    expect([intake.orderNo, information[0].text, information[0].correction]).toEqual([AN_INTAKE.orderNo, 'DD-9', true]);
  });

  test('a customer number that is added later finds him again', async () => {
    const number = await complaintAt('contacts');
    await add(number, { field: 'customerNo', text: 'KH-LATER' });
    const { body } = await check({ complainant: { customerNo: 'KH-LATER' } });
    expect(body.earlier[0].number).toBe(number);
  });

  test('it is for the owner, of a field that there is, and once for one key', async () => {
    const number = await complaintAt('contacts');
    expect((await add(number, { field: 'place', text: '门店' }, 'HANDLER2')).body.type).toMatch(/not_owner$/);
    expect((await add(number, { field: 'mood', text: 'x' })).body.errors[0].path).toBe('field');
    const [first, again] = [
      await add(number, { field: 'place', text: '门店' }, 'HANDLER', 'i-1'),
      await add(number, { field: 'place', text: '门店' }, 'HANDLER', 'i-1'),
    ];
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await get(`/complaints/${number}`)).information).toHaveLength(1);
  });

  test('nobody reads the questions of a complaint that is about himself (HA-18)', async () => {
    const number = await register({ respondents: ['supervisor-1'] });
    const { status, body } = await e.api.get(`/complaints/${number}/questions`, 'SUPERVISOR');
    expect([status, body.type]).toEqual([403, 'urn:huiyin:problem:complained_about']);
  });
});

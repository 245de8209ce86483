import { TELLING_POINTS } from '../../domain/words';
import { eq } from 'drizzle-orm';
import { contents } from '../../db/schema';
import { complaintWorkflowId } from '../../workflows/contract';
import { EngineApi } from '../support/engine-api';

let e: EngineApi;
beforeAll(async () => {
  e = await EngineApi.start();
}, 120_000);
afterAll(() => e?.stop());

const get = (path: string) => e.api.get(path, 'HANDLER');
const send = (path: string, body: object, key?: string) => e.api.send('post', path, 'HANDLER', body, key);
const render = (id: string, body: object) => send(`/scripts/${id}/rendering`, body);
const contactsOf = async (number: string) => (await get(`/complaints/${number}/contacts`)).body.contacts;
const PHONE = { channel: 'phone', direction: 'outbound', reached: true };

describe('RE-11 the scripts', () => {
  test('are listed with when they are used, their parameters and the newest wording', async () => {
    const { status, body } = await get('/scripts');
    expect(status).toBe(200);
    const byId = Object.fromEntries(body.scripts.map((script: { id: string }) => [script.id, script]));
    expect(byId['greeting']).toMatchObject({
      when: '接通或接入时问候',
      printed: '001 三(一)',
      newest: 1,
      zh: '您好,客服专员{handler}为您服务,请问有什么可以帮您?',
      params: [{ name: 'handler', zh: '受理人的岗位或工号', example: '华东客服专员一' }],
    });
    expect(byId['acknowledgement']).toMatchObject({ printed: null, newest: 2, versions: [1, 2] });
    for (const id of [
      'introduction',
      'repeat_back',
      'promise',
      'promise_by',
      'acceptance',
      'direction',
      'solution',
      'care',
    ])
      expect(byId).toHaveProperty(id);
    for (const id of [
      'apology',
      'satisfaction',
      'farewell',
      'referral',
      'delay',
      'extension',
      'result',
      'conclusion',
      'survey',
      'handler_changed',
    ])
      expect(byId).toHaveProperty(id);
  });

  test('offer their newest version, and keep the old ones', async () => {
    const newest = (await get('/scripts/acknowledgement')).body;
    const old = (await get('/scripts/acknowledgement?version=1&lang=en')).body;
    expect([newest.version, newest.lang, old.version, old.newest, old.lang]).toEqual([2, 'zh', 1, 2, 'en']);
    expect(newest.params.map(({ name }: { name: string }) => name)).toContain('contact');
    expect(old.text).toMatch(/^We have received your complaint/);
    const { status, body } = await get('/scripts/acknowledgement?version=3');
    expect([status, body.errors[0]]).toEqual([
      400,
      { path: 'version', given: 3, allowed: '可选：1、2', allowedEn: 'one of: 1, 2' },
    ]);
  });

  test('are put into words, in both languages, without an idempotency key since nothing is changed', async () => {
    const { status, body } = await render('solution_resend', { params: { days: 3 } });
    expect([status, body]).toEqual([
      200,
      { id: 'solution_resend', version: 1, lang: 'zh', text: '已为您重新发货,预计3个工作日内送达' },
    ]);
    const en = await render('repeat_back', { params: { wish: 'a new one' }, lang: 'en', version: 1 });
    expect(en.body.text).toBe('If I understand you rightly, you would like a new one, is that so?');
  });

  test.each([
    ['a parameter that is missing', 'greeting', {}, 'params.handler', '必填：受理人的岗位或工号，例如：华东客服专员一'],
    ['one that it does not know', 'care', { params: { days: 1 } }, 'params.days', '此话术没有参数'],
    [
      'one that is misspelt',
      'repeat_back',
      { params: { wish: 'x', Wish: 'y' } },
      'params.Wish',
      '此话术没有这个参数；可用：wish',
    ],
    ['parameters that are none', 'greeting', { params: '专员一' }, 'params', '对象：参数名与文字（或整数）'],
    ['one that is neither text nor number', 'repeat_back', { params: { wish: ['x'] } }, 'params.wish', '文字或整数'],
    ['a version that there is not', 'care', { version: 9 }, 'version', '可选：1'],
    ['a language that there is not', 'care', { lang: 'fr' }, 'lang', '可选：zh、en'],
  ])('say what is wrong with %s', async (_, id, given, path, allowed) => {
    const { status, body } = await render(id, given);
    expect([status, body.type, body.errors]).toEqual([
      422,
      'urn:huiyin:problem:invalid_body',
      [expect.objectContaining({ path, allowed })],
    ]);
  });

  test('name those that there are when one is asked for that there is not', async () => {
    for (const answer of [await get('/scripts/sorry'), await render('sorry', {})]) {
      expect([answer.status, answer.body.type]).toEqual([404, 'urn:huiyin:problem:no_such_script']);
      expect(answer.body.detail).toContain('greeting、introduction');
    }
  });
});

describe('RE-11 what was said by a script', () => {
  test('stays with the contact, filled in, with the script and its version', async () => {
    const number = await e.complaintAt('contacts');
    const script = { id: 'acknowledgement', version: 1, params: { number, handler: '专员一', time: '明日 18:00' } };
    const { status } = await send(`/complaints/${number}/contacts`, { ...PHONE, purpose: 'first_contact', script });
    expect(status).toBe(200);
    const own = { ...PHONE, purpose: 'follow_up', script: { id: 'care' }, text: '客户表示明白。' };
    await send(`/complaints/${number}/contacts`, own);
    const [, said, added] = await contactsOf(number);
    expect(said).toMatchObject({ script: { id: 'acknowledgement', version: 1, lang: 'zh' } });
    expect(said.text).toContain(`受理编号：${number}`);
    expect(said.text).not.toContain('{');
    expect(added).toMatchObject({
      text: '收到货后请检查产品功能,如有问题及时联系我们\n客户表示明白。',
      script: { id: 'care', version: 1, lang: 'zh' },
    });
    const rows = await e.api.db.database.queries.select().from(contents).where(eq(contents.complaint, number));
    expect(rows.map(({ scriptId, scriptVersion }) => [scriptId, scriptVersion])).toContainEqual(['acknowledgement', 1]);
  });

  test('is told in the timeline, and in words of one’s own without a script', async () => {
    const number = await e.complaintAt('form');
    const [, plain] = await contactsOf(number);
    expect(plain).toMatchObject({ text: '已致电客户，说明流程', script: null });
    await send(`/complaints/${number}/contacts`, { ...PHONE, purpose: 'other', script: { id: 'apology', lang: 'en' } });
    const { text } = await get(`/complaints/${number}/timeline`);
    expect(text).toContain('We are very sorry for the trouble');
  });

  test('HA-7 tells a proposal, and CO-8 leaves word where a callback was not answered', async () => {
    const number = await e.complaintAt('telling');
    const solution = { id: 'solution_resend', params: { days: 3 } };
    const told = { channel: 'phone', apologised: true, covers: TELLING_POINTS, script: solution, text: '并已致歉。' };
    expect((await send(`/complaints/${number}/proposals/1/telling`, told)).status).toBe(200);
    for (const step of ['answer', 'completion', 'result'] as const) await e.done(number, step);
    const missed = {
      answered: false,
      channel: 'sms',
      script: {
        id: 'callback_missed',
        params: { number, time: '明日 10:00', handler: '专员一', contact: '021-12345678' },
      },
    };
    expect((await send(`/complaints/${number}/callbacks`, missed)).status).toBe(200);
    const answered = {
      answered: true,
      channel: 'phone',
      solved: true,
      satisfaction: 'satisfied',
      recording: '录音 R-9',
    };
    await send(`/complaints/${number}/callbacks`, { ...answered, script: { id: 'satisfaction' } });
    const contacts = await contactsOf(number);
    expect(contacts.map(({ script }: { script: { id: string } | null }) => script?.id).filter(Boolean)).toEqual([
      'solution_resend',
      'callback_missed',
      'satisfaction',
    ]);
    expect(contacts.at(-1).text).toContain('3-可以理解/接受');
    expect((await get(`/complaints/${number}/timeline`)).text).toContain('录音 R-9');
  });

  test('RE-8 is in Postgres only: the run knows its id', async () => {
    const number = await e.complaintAt('contacts');
    const script = { id: 'repeat_back', params: { wish: '更换漏水的奶茶机' } };
    await send(`/complaints/${number}/contacts`, { ...PHONE, purpose: 'first_contact', script });
    const history = await e.ns.client.workflow.getHandle(complaintWorkflowId(number)).fetchHistory();
    const payloads = JSON.stringify(history, (_, part: unknown) =>
      part instanceof Uint8Array ? Buffer.from(part).toString('utf8') : part,
    );
    expect(payloads).toContain('record_contact');
    expect(payloads).not.toContain('漏水');
    expect(payloads).not.toContain('repeat_back');
  });

  test.each([
    ['neither words nor script', {}, 'text', 'text 与 script 至少填一项'],
    ['a script that there is not', { script: { id: 'sorry' } }, 'script.id', expect.stringContaining('greeting、')],
    [
      'a parameter that is missing',
      { script: { id: 'greeting' } },
      'script.params.handler',
      expect.stringContaining('必填'),
    ],
    ['a parameter too many', { script: { id: 'care', params: { a: 1 } } }, 'script.params.a', '此话术没有参数'],
    ['a version to come', { script: { id: 'care', version: 2 } }, 'script.version', '可选：1'],
    [
      'a field that there is not',
      { script: { id: 'care', text: 'x' } },
      'script.text',
      expect.stringContaining('没有这个字段'),
    ],
  ])('is refused with %s', async (_, said, path, allowed) => {
    const number = await e.complaintAt('contacts');
    const { status, body } = await send(`/complaints/${number}/contacts`, { ...PHONE, purpose: 'other', ...said });
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ path, allowed })]]);
  });

  test('is stored once, however often the call is repeated', async () => {
    const number = await e.complaintAt('contacts');
    const call = () =>
      send(`/complaints/${number}/contacts`, { ...PHONE, purpose: 'other', script: { id: 'farewell' } }, 'once');
    const [first, again] = [await call(), await call()];
    expect([first.status, again.body]).toEqual([200, first.body]);
    expect(await contactsOf(number)).toHaveLength(2);
  });
});

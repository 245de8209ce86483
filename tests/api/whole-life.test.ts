import { EngineApi } from '../support/engine-api';

jest.setTimeout(30_000);

let engine: EngineApi;
beforeAll(async () => {
  engine = await EngineApi.start();
}, 60_000);
afterAll(() => engine.stop());

test('a complaint goes from registration to the archive over HTTP, and every answer is readable at once', async () => {
  const number = await engine.complaintAt('archive');
  const end = await engine.done(number, 'archive');
  expect(end).toMatchObject({ closed: true, outcome: 'completed', nextDue: null });

  const { api } = engine;
  const { body, headers } = await api.get(`/complaints/${number}`, 'HANDLER');
  expect([body.closed, body.satisfaction, headers['etag']]).toEqual([true, 'satisfied', `"${end.seq}"`]);
  const later = await engine.step(number, 'contacts');
  expect([later.status, later.body.type]).toEqual([409, 'urn:huiyin:problem:closed']);
}, 60_000);

describe('what an archived complaint shows', () => {
  let number: string;
  beforeAll(async () => {
    number = await engine.complaintAt('end');
  }, 60_000);

  test('its course in Chinese sentences, with names, local time and texts (CO-6)', async () => {
    const { body } = await engine.api.get(`/complaints/${number}/timeline`, 'HANDLER');
    const lines = body.turns.flatMap((turn: { lines: { sentence: string }[] }) => turn.lines);
    const sentences = lines.map(({ sentence }: { sentence: string }) => sentence);
    expect(sentences).toEqual(
      expect.arrayContaining([
        '登记投诉类来件（电话），责任人：华东客服专员一（一级受理人）',
        '联系客户（电话，首次联系）：已联系上',
        '拟定第 1 号方案：换货、道歉；依据：公司政策；共 1 步',
        '客户同意第 1 号方案（凭证：通话录音）',
        '回访（电话）：问题已解决，客户满意（2 分，1 分最好）',
        '审核通过',
        '结案归档：处理完整',
      ]),
    );
    expect(body.turns.at(-1)).toMatchObject({
      by: { id: 'clerk-1' },
      local: expect.stringMatching(/^\d{4}-\d\d-\d\d（周.）/),
    });
    expect(JSON.stringify(lines)).toContain('照片显示密封圈缺失');
  });

  test('its course page by page', async () => {
    const read = (query: string) => engine.api.get(`/complaints/${number}/timeline${query}`, 'HANDLER');
    const { body: all } = await read('');
    const { body: first } = await read('?limit=5');
    const { body: rest } = await read(`?after=${first.next}`);
    expect([...first.turns, ...rest.turns]).toEqual(all.turns);
    expect([first.turns.length, rest.next]).toEqual([5, null]);
  });

  test('every word between company and customer, in order (HA-13)', async () => {
    const { body } = await engine.api.get(`/complaints/${number}/contacts`, 'HANDLER');
    expect(body.contacts.map(({ purpose }: { purpose: string }) => purpose)).toEqual([
      'acknowledgement',
      'first_contact',
      'proposal',
      'proposal_answered',
      'survey_invitation',
      'result',
      'callback',
      'farewell',
    ]);
    expect(body.contacts[1]).toMatchObject({ by: { id: 'handler-1' }, channel: 'phone', text: '已致电客户，说明流程' });
  });

  test('everything that was owed, met in time, each with its sentence', async () => {
    const { body } = await engine.api.get(`/complaints/${number}/obligations`, 'HANDLER');
    const states = body.obligations.map(({ kind, state }: Record<string, string>) => `${kind} ${state}`);
    expect(states).toEqual(
      expect.arrayContaining(['first_contact met', 'remedy_step met', 'callback met', 'review met', 'archive met']),
    );
    expect(body.obligations.every(({ sentence }: { sentence: string }) => sentence.startsWith('自 '))).toBe(true);
  });

  test('no action any more, and for each of them why', async () => {
    const { body } = await engine.api.get(`/complaints/${number}/actions`, 'HANDLER');
    expect(new Set(body.actions.map(({ why }: { why: { code: string } }) => why.code))).toEqual(new Set(['closed']));
  });
});

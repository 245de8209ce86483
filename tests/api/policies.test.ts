import { eq } from 'drizzle-orm';
import { policies } from '../../db/schema';
import type { Rules } from '../../domain/policy';
import { STANDARD } from '../../policies/standard';
import { EngineApi } from '../support/engine-api';

jest.setTimeout(60_000);

let engine: EngineApi;
beforeAll(async () => {
  engine = await EngineApi.start();
}, 60_000);
afterAll(() => engine.stop());

const type = (code: string) => `urn:huiyin:problem:${code}`;
const read = (query = '') => engine.api.get(`/policies/standard${query}`, 'HANDLER');
const publish = (rules: unknown, who = 'ADMIN', key?: string) =>
  engine.api.send('post', '/policies/standard/editions', who, { rules, reason: '半年复核' }, key);
const adopt = (number: string, body: object, who = 'MANAGER', key?: string) =>
  engine.api.send('put', `/complaints/${number}/policy`, who, { reason: '客户等得太久', ...body }, key);
const withCallback = (working: number): Rules => ({
  ...STANDARD,
  duties: {
    ...STANDARD.duties,
    callback: { ...STANDARD.duties.callback!, within: [{ within: { clock: 'days', working } }] },
  },
});
const newest = async () => (await read()).body.editions[0].edition;

describe('a policy', () => {
  test('is listed, and read with its rules and its editions', async () => {
    const { body } = await engine.api.get('/policies', 'HANDLER');
    expect(body.policies).toEqual(expect.arrayContaining([{ name: 'standard', edition: 1, editions: 1 }]));
    const policy = (await read()).body;
    expect(policy.rules).toEqual(JSON.parse(JSON.stringify(STANDARD)));
    expect(policy.editions).toEqual([
      {
        edition: 1,
        by: { id: 'system', name: '系统' },
        at: expect.any(String),
        reason: '随产品发布',
        openComplaints: 0,
      },
    ]);
  });

  test('that there is not is not read, nor one of its editions', async () => {
    const none = await engine.api.get('/policies/none', 'HANDLER');
    expect([none.status, none.body.type, none.body.detail]).toEqual([
      404,
      type('no_such_policy'),
      expect.stringContaining('standard'),
    ]);
    const { status, body } = await read('?edition=99');
    expect([status, body.errors[0].path]).toEqual([400, 'edition']);
    const nowhere = await engine.api.send('post', '/policies/none/editions', 'ADMIN', {
      rules: STANDARD,
      reason: '试验',
    });
    expect(nowhere.status).toBe(404);
  });

  test('that was read can be published again as it is: every policy that is there', async () => {
    const { body } = await engine.api.get('/policies', 'HANDLER');
    for (const { name, edition } of body.policies) {
      const { rules } = (await engine.api.get(`/policies/${name}`, 'HANDLER')).body;
      const answer = await engine.api.send('post', `/policies/${name}/editions`, 'ADMIN', {
        rules,
        reason: '重新发布',
      });
      expect([answer.status, answer.body]).toEqual([201, { name, edition: edition + 1 }]);
      const again = (await engine.api.get(`/policies/${name}`, 'HANDLER')).body.rules;
      expect(again).toEqual({ ...rules, edition: edition + 1 });
    }
  });
});

describe('a new edition', () => {
  test('is for new complaints; open ones keep theirs, older editions stay as they were', async () => {
    const old = await engine.complaintAt('contacts');
    const before = await newest();
    const { status, body, headers } = await publish(withCallback(5));
    expect([status, body.edition, headers['location']]).toEqual([
      201,
      before + 1,
      `/policies/standard?edition=${before + 1}`,
    ]);
    const fresh = await engine.complaintAt('contacts');
    const policyOf = async (number: string) => (await engine.api.get(`/complaints/${number}`, 'HANDLER')).body.policy;
    expect([await policyOf(old), await policyOf(fresh)]).toEqual([`standard@${before}`, `standard@${before + 1}`]);
    expect((await read('?edition=1')).body.rules).toEqual(JSON.parse(JSON.stringify(STANDARD)));
    const [edition] = (await read()).body.editions;
    expect(edition).toMatchObject({ by: { id: 'admin-1' }, reason: '半年复核', openComplaints: 1 });
    const db = engine.api.db.database.queries;
    const change = db.update(policies).set({ reason: '另一个' }).where(eq(policies.edition, 1));
    await expect(change).rejects.toMatchObject({ cause: { code: '23001' } });
  });

  test('is published once for a key, and by one after the other', async () => {
    const before = await newest();
    const [first, again] = [
      await publish(STANDARD, 'ADMIN', 'edition-1'),
      await publish(STANDARD, 'ADMIN', 'edition-1'),
    ];
    expect([first.body.edition, again.body]).toEqual([before + 1, first.body]);
    expect((await publish(withCallback(3), 'ADMIN', 'edition-1')).body.type).toBe(type('key_used_otherwise'));
    const many = await Promise.all([3, 4, 5].map((days) => publish(withCallback(days))));
    const numbers = new Set(many.map(({ body }) => body.edition));
    expect(numbers).toEqual(new Set([before + 2, before + 3, before + 4]));
  });

  test.each<[string, unknown, string, RegExp]>([
    [
      'a stage that nothing ends',
      { ...STANDARD, stages: { ...STANDARD.stages, review: { ends: [], owes: [], clause: 'x' } } },
      'rules',
      /names no facts that end it/,
    ],
    ['no archive', { ...STANDARD, stages: { ...STANDARD.stages, archive: undefined } }, 'rules', /archive stage/],
    [
      'no handlers',
      { ...STANDARD, handling: [{ handlers: [], reviewers: [] }] },
      'rules',
      /names no handlers or no reviewers/,
    ],
    [
      'a duty of the system',
      { ...STANDARD, duties: { ...STANDARD.duties, review: { ...STANDARD.duties.review, of: 'system' } } },
      'rules',
      /whom nobody can remind/,
    ],
    ['a time of no days', withCallback(0), 'rules', /whole number from 1/],
    ['a count below nothing', { ...STANDARD, refusals: -1 }, 'rules', /whole number from 0/],
    ['another name', { ...STANDARD, policy: 'another' }, 'rules.policy', /standard/],
    ['a word that there is not', { ...STANDARD, scale: 'stars' }, 'rules.scale', /one of/],
    ['a field that there is not', { ...STANDARD, speed: 1 }, 'rules.speed', /no such field/],
    [
      'a stage that there is not',
      { ...STANDARD, stages: { ...STANDARD.stages, party: STANDARD.stages.review } },
      'rules.stages.party',
      /./,
    ],
    [
      'a length on no clock',
      {
        ...STANDARD,
        duties: { ...STANDARD.duties, review: { ...STANDARD.duties.review, within: [{ within: { clock: 'moon' } }] } },
      },
      'rules.duties.review.within[0].within',
      /a length/,
    ],
    ['nothing', undefined, 'rules', /required/],
  ])('with %s is refused, with the reason', async (_, rules, path, why) => {
    const before = await newest();
    const { status, body } = await publish(rules);
    expect([status, body.errors?.[0]?.path, body.errors?.[0]?.allowedEn]).toEqual([
      422,
      path,
      expect.stringMatching(why),
    ]);
    expect(body.errors[0].allowed).toMatch(/\p{Script=Han}/u);
    expect(body.errors[0].allowed).not.toMatch(/ (the|a|is|of|that|nothing) /);
    expect(await newest()).toBe(before);
  });

  test('is for the administrator alone', async () => {
    for (const who of ['HANDLER', 'MANAGER', 'CLERK']) {
      const { status, body } = await publish(STANDARD, who);
      expect([status, body.type, body.roles]).toEqual([403, type('role_needed'), ['admin']]);
    }
  });
});

describe('an open complaint', () => {
  test('goes over to the newest edition when a manager says so, with his reason on record', async () => {
    const number = await engine.complaintAt('form');
    const { body: before } = await engine.api.get(`/complaints/${number}/obligations`, 'HANDLER');
    const { edition } = (await publish(withCallback(5))).body;
    const { status, body } = await adopt(number, {}, 'MANAGER', 'adopt-1');
    expect([status, body.stage]).toEqual([200, 'first_contact']);
    expect((await adopt(number, {}, 'MANAGER', 'adopt-1')).body).toEqual(body);
    const { body: complaint } = await engine.api.get(`/complaints/${number}`, 'HANDLER');
    expect(complaint.policy).toBe(`standard@${edition}`);
    expect((await engine.api.get(`/complaints/${number}/obligations`, 'HANDLER')).body).toEqual(before);
    const { turns } = (await engine.api.get(`/complaints/${number}/timeline`, 'HANDLER')).body;
    expect(turns.at(-1)).toMatchObject({
      by: { id: 'manager-1' },
      lines: [
        {
          sentence: `改按流程 standard 第 ${edition} 版办理，已起算的时限不变`,
          texts: [{ label: '内容', text: '客户等得太久' }],
        },
      ],
    });
    for (const step of [
      'form',
      'classification',
      'verifications',
      'proposals',
      'telling',
      'answer',
      'completion',
    ] as const) {
      await engine.done(number, step);
    }
    const { obligations } = (await engine.api.get(`/complaints/${number}/obligations`, 'HANDLER')).body;
    const callback = obligations.find(({ kind }: { kind: string }) => kind === 'callback');
    expect(callback.sentence).toContain('按工作日计 5 天');
  });

  test('or to one in between, and from there on', async () => {
    const number = await engine.complaintAt('contacts');
    const [first, second] = [
      (await publish(withCallback(3))).body.edition,
      (await publish(withCallback(4))).body.edition,
    ];
    expect((await adopt(number, { edition: first }, 'ADMIN')).status).toBe(200);
    const back = await adopt(number, { edition: first - 1 });
    expect([back.status, back.body.type, back.body.present]).toEqual([409, type('edition_not_newer'), first]);
    expect((await adopt(number, { edition: second })).status).toBe(200);
    const none = await adopt(number, {});
    expect([none.status, none.body.type]).toEqual([409, type('edition_not_newer')]);
  });

  test('does not go over to an edition without its present step, to one that there is not, or without a reason', async () => {
    const number = await engine.complaintAt('verifications');
    const { verification: _, ...stages } = STANDARD.stages;
    const { edition } = (await publish({ ...STANDARD, stages })).body;
    const { status, body } = await adopt(number, { edition });
    expect([status, body.type, body.stage]).toEqual([409, type('stage_not_in_edition'), 'verification']);
    const nowhere = await adopt(number, { edition: 9_999 });
    expect([nowhere.status, nowhere.body.errors[0].path]).toEqual([422, 'edition']);
    expect((await adopt(number, { edition, reason: ' ' })).body.errors[0].path).toBe('reason');
  });

  test('does not go over because anybody else says so', async () => {
    const number = await engine.complaintAt('contacts');
    for (const who of ['HANDLER', 'SUPERVISOR', 'SALES_DIRECTOR', 'CLERK']) {
      const { status, body } = await adopt(number, {}, who);
      expect([status, body.type, body.roles]).toEqual([403, type('role_needed'), ['manager', 'admin']]);
    }
    const { body } = await engine.api.get(`/complaints/${number}/actions`, 'HANDLER');
    const named = body.actions.map(({ action }: { action: string }) => action);
    expect([named.includes('adopt_policy'), named.includes('recompute')]).toEqual([true, false]);
  });

  test('that is closed stays under its edition', async () => {
    const number = await engine.complaintAt('end');
    await publish(STANDARD);
    const { status, body } = await adopt(number, {});
    expect([status, body.type]).toEqual([409, type('closed')]);
  });
});

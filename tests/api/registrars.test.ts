import { eq } from 'drizzle-orm';
import { complaints } from '../../db/schema';
import { AN_INTAKE, testApi } from '../support/api';
import type { TestApi } from '../support/api';

jest.setTimeout(30_000);

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
}, 30_000);
afterAll(() => api.close());

const register = (body: object = AN_INTAKE, who = 'HANDLER') => api.send('post', '/complaints', who, body);

describe('who registers', () => {
  test.each([
    ['SUPERVISOR', 201],
    ['MANAGER', 201],
    ['CLERK', 201],
    ['SALES_DIRECTOR', 201],
    ['ADMIN', 403],
  ])('IN-14 %s: %i', async (who, status) => {
    expect((await register(AN_INTAKE, who)).status).toBe(status);
  });

  test('IN-14 answers for it in his own role until a handler has taken over', async () => {
    const { body: byClerk } = await register(AN_INTAKE, 'CLERK');
    const { body: clerks } = await api.get(`/complaints/${byClerk.number}`, 'CLERK');
    expect([clerks.owner, clerks.handOver, clerks.duties.map(({ kind }: { kind: string }) => kind)]).toEqual([
      'clerk-1',
      true,
      expect.arrayContaining(['take_over']),
    ]);
    const { body: byHandler } = await register();
    expect((await api.get(`/complaints/${byHandler.number}`, 'HANDLER')).body.handOver).toBe(false);
  });

  test('is not who is complained about (HA-18)', async () => {
    const { status, body } = await register({ ...AN_INTAKE, respondents: ['handler-1'] });
    expect([status, body.type]).toEqual([403, 'urn:huiyin:problem:complained_about']);
  });
});

test('IN-2 what is owed to nobody who could be reached is shown with the reason, and no receipt is read out', async () => {
  const { body } = await register({
    ...AN_INTAKE,
    complainant: { kind: 'consumer', anonymous: true, tags: ['红色外套'] },
  });
  expect(body.acknowledgement).toBeNull();
  expect(body.times.map(({ kind }: { kind: string }) => kind)).toEqual(['fill_form']);
  const { body: seen } = await api.get(`/complaints/${body.number}`, 'HANDLER');
  const { body: owed } = await api.get(`/complaints/${body.number}/obligations`, 'HANDLER');
  expect([seen.reachable, owed.notOwed]).toEqual([false, seen.notOwed]);
  expect(owed.notOwed).toContainEqual({
    kind: 'first_contact',
    kindZh: '首次联系并填写投诉处理单',
    reason: expect.stringContaining('无法联系'),
  });
});

describe('what the registrar knows at once', () => {
  const registered = async (more: object) => {
    const { body } = await register({ ...AN_INTAKE, ...more });
    return (await api.get(`/complaints/${body.number}`, 'HANDLER')).body;
  };

  test('CL-2, CL-3 gives priority and level by the same rules as the classification', async () => {
    expect(await registered({ grounds: ['safety', 'emotional'] })).toMatchObject({
      priority: 'urgent',
      level: 2,
      marks: ['safety'],
    });
  });

  test('CL-2 the tier of a key customer makes it important', async () => {
    const complainant = { ...AN_INTAKE.complainant, tier: 'VIP' };
    expect(await registered({ complainant })).toMatchObject({ priority: 'important', marks: ['key_customer'] });
    expect(await registered({})).toMatchObject({ priority: 'normal', marks: [] });
  });

  test('IN-2, IN-7 what is complained about, and which sort of request it is', async () => {
    expect(
      await registered({ subject: '某门店店员', subjectKind: 'shop', subType: 'service_quality_complaint' }),
    ).toMatchObject({
      subjectKind: 'shop',
      subType: 'service_quality_complaint',
      intake: { subject: '某门店店员' },
    });
  });

  test('IN-10, HA-13 the first answer is not owed to who was answered there and then: the log says that he was', async () => {
    const { body } = await register({ ...AN_INTAKE, answered: true });
    expect(body.times.map(({ kind }: { kind: string }) => kind)).not.toContain('first_answer');
    const { contacts } = (await api.get(`/complaints/${body.number}/contacts`, 'HANDLER')).body;
    const talk = { by: { id: 'handler-1' }, channel: 'phone', direction: 'inbound', reached: true };
    expect(contacts[0]).toMatchObject(talk);
  });

  test.each([
    ['by a letter', { channel: 'letter' }],
    ['on the day before', { receivedAt: new Date(Date.now() - 86_400_000).toISOString() }],
    ['ten minutes ago', { receivedAt: new Date(Date.now() - 600_000).toISOString() }],
  ])('IN-10 nobody was answered at once %s', async (_, given) => {
    const { status, body } = await register({ ...AN_INTAKE, answered: true, ...given });
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ path: 'answered', given: true })]]);
  });

  test('IN-12 by when he will be called back is a deadline from the first', async () => {
    const callBackBy = new Date(Date.now() + 7_200_000).toISOString();
    const { body } = await register({ ...AN_INTAKE, callBackBy });
    const [call] = body.times.filter(({ kind }: { kind: string }) => kind === 'promised_call');
    expect(call.dueAt.slice(0, 19)).toBe(callBackBy.slice(0, 19));
    const paths = async (given: object) =>
      (await register({ ...AN_INTAKE, ...given })).body.errors?.map(({ path }: { path: string }) => path);
    expect(await paths({ callBackBy: new Date(Date.now() - 1000).toISOString() })).toEqual(['callBackBy']);
    expect(await paths({ callBackBy: new Date(Date.now() + 32 * 86_400_000).toISOString() })).toEqual(['callBackBy']);
    const nobody = { kind: 'consumer', anonymous: true, tags: ['红色外套'] };
    expect(await paths({ callBackBy, complainant: nobody })).toEqual(['callBackBy']);
  });

  test('IN-2 where somebody walked in is no way to reach him', async () => {
    const contacts = [{ channel: 'walk_in', address: '某店' }];
    const { status, body } = await register({ ...AN_INTAKE, complainant: { kind: 'consumer', contacts } });
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ path: 'complainant.contacts' })]]);
    const anonymous = { kind: 'consumer', anonymous: true, tags: ['红色外套'], contacts };
    const { body: made } = await register({ ...AN_INTAKE, complainant: anonymous });
    expect((await api.get(`/complaints/${made.number}`, 'HANDLER')).body.reachable).toBe(false);
    const way = await api.send('post', `/complaints/${made.number}/contact-ways`, 'HANDLER', contacts[0]);
    expect([way.status, way.body.errors?.[0]?.path]).toEqual([422, 'channel']);
  });

  test('CL-1 a nature is one of the policy’s own list', async () => {
    const { status, body } = await register({ ...AN_INTAKE, nature: 'weather' });
    expect([status, body.errors]).toEqual([
      422,
      [expect.objectContaining({ path: 'nature', given: 'weather', allowedEn: expect.stringContaining('attitude') })],
    ]);
  });

  test('what several fields are wrong in together is shown with what stood in the one concerned', async () => {
    const given = async (intake: object) => {
      const { body } = await register({ ...AN_INTAKE, ...intake });
      return body.errors.map(({ path, given: was }: { path: string; given: unknown }) => [path, was]);
    };
    const phone = [{ channel: 'phone', address: 'abc' }];
    expect(await given({ complainant: { ...AN_INTAKE.complainant, contacts: phone } })).toEqual([
      ['complainant.contacts[0].address', 'abc'],
    ]);
    expect(await given({ complainant: { ...AN_INTAKE.complainant, preferredChannel: 'fax' } })).toEqual([
      ['complainant.preferredChannel', 'fax'],
    ]);
    expect(await given({ subType: 'repair_booking' })).toEqual([['subType', 'repair_booking']]);
    expect(await given({ words: undefined })).toEqual([['words', null]]);
    expect(await given({ place: { city: '上海' } })).toEqual([['place', '{city}']]);
  });

  test('IN-13 which fields are on record, by their names and without their contents', async () => {
    const { body } = await register({ ...AN_INTAKE, place: '上海某店' });
    const [row] = await api.db.database.queries.select().from(complaints).where(eq(complaints.number, body.number));
    expect(row?.file.known).toEqual(expect.arrayContaining(['place', 'demands']));
    expect(row?.file.known).not.toContain('shop');
    expect(JSON.stringify(row?.file)).not.toMatch(/上海某店|张小明|13812345678/);
  });

  test('HA-18 in which roles nobody is left because they are complained about', async () => {
    const body = await registered({ respondents: ['director-1', 'handler-2', 'supervisor-2'] });
    const [row] = await api.db.database.queries.select().from(complaints).where(eq(complaints.number, body.number));
    expect(row?.file.lacking).toEqual(['sales_director']);
  });
});

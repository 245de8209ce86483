import { AN_INTAKE, testApi } from '../support/api';
import type { TestApi } from '../support/api';

jest.setTimeout(30_000);

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
}, 30_000);
afterAll(() => api?.close());

const register = async (who: string, given: object = {}) =>
  (await api.send('post', '/complaints', who, { ...AN_INTAKE, ...given })).body;

describe('CL-8 a complaint belongs to', () => {
  test.each<[string, string, object, string, boolean]>([
    ["the registrar's own team", 'HANDLER', {}, 'east', false],
    ['the team of its region', 'HANDLER', { region: '广东' }, 'south', true],
    ['the team of its region, whose handler registers it', 'HANDLER_SOUTH', { region: '华南' }, 'south', false],
    ['the team of its module', 'HANDLER', { module: 'APP' }, 'south', true],
    ['the lead team, where the registrar handles nothing', 'CLERK', {}, 'service', true],
    ['the lead team, whose handlers the manager leaves it to', 'MANAGER', {}, 'service', true],
    [
      'the team of its region, whose handlers a director leaves it to',
      'SALES_DIRECTOR',
      { region: '华东' },
      'east',
      true,
    ],
    [
      'the team of its region, though the manager keeps what its level asks him for',
      'MANAGER',
      { region: '华东', grounds: ['emotional'] },
      'east',
      false,
    ],
    [
      'the team of its region, though a department heard it first',
      'LOGISTICS_MEMBER',
      { region: '上海' },
      'east',
      true,
    ],
    ['the own team, which its supervisor may keep', 'SUPERVISOR', {}, 'east', false],
  ])('%s', async (_, who, given, team, handOver) => {
    const body = await register(who, given);
    expect({ team: body.team, handOver: body.handOver }).toEqual({ team, handOver });
    const whom = (await api.get('/me', who)).body.id;
    expect(body.owner).toBe(whom);
  });
});

describe('IN-14 first-asked', () => {
  test('whoever works here registers and answers for it; he sees and may look after what is his', async () => {
    const { number, owner, acknowledgement } = await register('TECHNICAL_MEMBER', { region: '华东' });
    expect([owner, acknowledgement]).toEqual(['technical-1', expect.stringContaining('技术部专员将在')]);
    const mine = await api.get('/complaints?queue=mine', 'TECHNICAL_MEMBER');
    expect(mine.body.complaints.map((row: { number: string }) => row.number)).toContain(number);
    const look = { reason: '首次联系客户' };
    expect((await api.send('post', `/complaints/${number}/looks`, 'TECHNICAL_MEMBER', look)).status).toBe(200);
    expect((await api.get(`/complaints/${number}`, 'LOGISTICS_MEMBER')).status).toBe(403);
    const { body } = await api.get(`/complaints/${number}/timeline`, 'HANDLER');
    expect(body.turns[0].lines[0].sentence).toContain('待受理人接手');
  });

  test('counts from when the department had it, not from when it was written down', async () => {
    const { times } = await register('LOGISTICS_MEMBER', { receivedAt: '2024-03-04T10:00:00+08:00' });
    const contact = times.find(({ kind }: { kind: string }) => kind === 'first_contact');
    expect(contact).toMatchObject({ dueAt: '2024-03-05T10:00:00.000Z' });
  });

  test('an administrator of the system handles nothing', async () => {
    expect(await register('ADMIN')).toMatchObject({ status: 403, type: 'urn:huiyin:problem:role_cannot_register' });
  });

  test('HA-18 who is complained about does not answer for it, whatever his post', async () => {
    const body = await register('LOGISTICS_MEMBER', { respondents: ['logistics-1'] });
    expect(body.type).toBe('urn:huiyin:problem:complained_about');
  });
});

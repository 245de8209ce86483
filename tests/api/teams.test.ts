import { DEPARTMENTS } from '../../domain/words';
import { AN_INTAKE, testApi } from '../support/api';
import type { TestApi } from '../support/api';

jest.setTimeout(30_000);

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
}, 30_000);
afterAll(() => api?.close());

type Team = { id: string; kind: string; lead: boolean; regions: string[]; heads: { id: string }[]; duties: string };
const teams = async () => (await api.get('/teams', 'HANDLER')).body.teams as Team[];
const save = (id: string, body: object, who = 'ADMIN') => api.send('put', `/teams/${id}`, who, body);
const WEST = { name: '华西客服组', kind: 'service', regions: ['四川'], duties: '华西片区' };

test('RO-2 every department has a head and its duties, and exactly one team leads', async () => {
  const all = await teams();
  const departments = all.filter(({ kind }) => kind === 'department');
  expect(departments.map(({ id }) => id).toSorted()).toEqual([...DEPARTMENTS].toSorted());
  for (const { heads, duties } of departments) {
    expect(heads).toHaveLength(1);
    expect(duties).toMatch(/[\u4e00-\u9fff]{4}/);
  }
  expect(all.filter(({ lead }) => lead).map(({ id }) => id)).toEqual(['service']);
  expect(all.find(({ id }) => id === 'east')).toMatchObject({ kind: 'service', heads: [{ id: 'supervisor-1' }] });
});

test('RO-2 a new team leads in the place of the old one, and only an administrator says so', async () => {
  expect((await save('west', WEST, 'MANAGER')).body.type).toBe('urn:huiyin:problem:role_needed');
  const { status, body } = await save('west', { ...WEST, lead: true });
  expect([status, body.lead, body.kindZh]).toEqual([200, true, '客服团队']);
  expect((await teams()).filter(({ lead }) => lead).map(({ id }) => id)).toEqual(['west']);
  await save('service', { name: '综合服务部', kind: 'service', lead: true, duties: '牵头部门' });
  expect((await teams()).filter(({ lead }) => lead).map(({ id }) => id)).toEqual(['service']);
});

test.each<[string, string, object, string]>([
  ['another department than those of the documents', 'legal', { ...WEST, kind: 'department' }, 'kind'],
  ['a service team in the name of a department', 'north', { ...WEST, kind: 'department', regions: [] }, 'kind'],
  ['no lead at all', 'service', { name: '综合服务部', kind: 'service', duties: '受理' }, 'lead'],
  [
    'a lead that handles nothing',
    'head_office',
    { name: '总部', kind: 'head_office', lead: true, duties: '总部' },
    'lead',
  ],
  ['a team that becomes something else', 'east', { ...WEST, kind: 'head_office', regions: [] }, 'kind'],
  ['two teams of one region', 'north', { ...WEST, regions: ['北京', '上海'] }, 'regions[1]'],
  ['two teams of one module', 'north', { ...WEST, regions: [], modules: ['app'] }, 'modules[0]'],
  ['an id that is none', 'North', WEST, 'id'],
])('RO-2 there is not %s', async (_, id, body, path) => {
  const answer = await save(id, body);
  expect([answer.status, answer.body.errors?.[0].path]).toEqual([422, path]);
});

describe('CL-8 the department that a complaint points to', () => {
  const suggested = async (intake: object, who = 'HANDLER') => {
    const { body } = await api.send('post', '/complaints', 'HANDLER', { ...AN_INTAKE, ...intake });
    return (await api.get(`/complaints/${body.number}/suggested-department`, who)).body;
  };

  test('by what is supposed at intake, with who heads it', async () => {
    expect(await suggested({ nature: 'logistics' })).toEqual({
      department: 'logistics',
      departmentZh: '物流部',
      because: 'nature',
      heads: [{ id: 'logistics-head', name: '物流部负责人' }],
    });
  });

  test('by its module, where a department names it', async () => {
    const technical = (await teams()).find(({ id }) => id === 'technical')!;
    await save('technical', { name: '技术部', kind: 'department', modules: ['收银系统'], duties: technical.duties });
    expect(await suggested({ nature: 'quantity', module: '收银系统' })).toMatchObject({
      department: 'technical',
      because: 'module',
    });
  });

  test('none where the content says nothing, and none for a stranger', async () => {
    expect(await suggested({})).toEqual({ department: null, departmentZh: null, because: null, heads: [] });
    expect((await suggested({}, 'HANDLER_SOUTH')).type).toBe('urn:huiyin:problem:other_team');
  });
});

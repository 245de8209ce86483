import { departmentFor, owesHandOver, registrarHandsOver, teamFor } from '../../domain/assignment';
import type { Team } from '../../domain/assignment';
import type { Role } from '../../domain/words';
import { DEPARTMENTS, NATURES } from '../../domain/words';

const team = (id: string, kind: Team['kind'], more: Partial<Team> = {}): Team => ({
  id,
  name: id,
  kind,
  lead: false,
  regions: [],
  modules: [],
  ...more,
});

const TEAMS: Team[] = [
  team('service', 'service', { lead: true }),
  team('east', 'service', { name: '华东客服组', regions: ['华东', '上海'] }),
  team('south', 'service', { regions: ['广东'], modules: ['APP', 'system_fault'] }),
  team('head_office', 'head_office'),
  team('technical', 'department', { modules: ['收银系统'] }),
  team('logistics', 'department'),
];
const teamOf = (content: Parameters<typeof teamFor>[0], own = 'east') => teamFor(content, own, TEAMS)?.id;

describe('CL-8 which team a complaint belongs to', () => {
  it.each<[string, Parameters<typeof teamFor>[0], string, string]>([
    ['that of its region', { region: '广东' }, 'east', 'south'],
    ['a region may be named by the team itself', { region: '华东客服组' }, 'south', 'east'],
    ['that of its module, however it is written', { module: ' app ' }, 'east', 'south'],
    ['the module before the region: its agents know it', { module: 'app', region: '上海' }, 'east', 'south'],
    ['that of its content, where a team names the nature', { nature: 'system_fault' }, 'east', 'south'],
    ["else the registrar's own", { nature: 'quantity' }, 'east', 'east'],
    ['also where nobody serves the region', { region: '西藏' }, 'south', 'south'],
    ['else the lead team: the head office handles nothing', {}, 'head_office', 'service'],
    ['nor does a department', {}, 'logistics', 'service'],
    ['a department that names the module handles no complaint', { module: '收银系统' }, 'east', 'east'],
  ])('%s', (_, content, own, wanted) => {
    expect(teamOf(content, own)).toBe(wanted);
  });

  it('there is none where no team leads', () => {
    expect(teamFor({}, 'head_office', [])).toBeUndefined();
  });
});

describe('CL-8, IN-14 who registers', () => {
  it.each<[string, Role, string, Role[], boolean]>([
    ['keeps it as a handler of the team', 'handler', 'east', ['handler', 'supervisor', 'manager'], false],
    ['keeps it as its supervisor', 'supervisor', 'east', ['handler', 'supervisor', 'manager'], false],
    ['leaves it to the handlers as the manager', 'manager', 'head_office', ['handler', 'supervisor', 'manager'], true],
    ['leaves it to the handlers as a director', 'sales_director', 'head_office', ['handler', 'supervisor'], true],
    [
      'keeps it as the manager where its level asks for him',
      'manager',
      'head_office',
      ['supervisor', 'manager'],
      false,
    ],
    ['keeps it as the director whose level it is', 'sales_director', 'head_office', ['sales_director'], false],
    ['leaves it to that director as the other one', 'administration_director', 'head_office', ['sales_director'], true],
    ['owes a hand-over as a handler of another team', 'handler', 'south', ['handler'], true],
    ['owes a hand-over as a clerk', 'clerk', 'head_office', ['handler'], true],
  ])('%s', (_, role, own, asked, owed) => {
    expect(registrarHandsOver(asked, role, own, 'east')).toBe(owed);
  });
});

describe('IN-9 who has a complaint that another one repeats', () => {
  it.each<[string, Role, string, boolean]>([
    ['keeps it as a handler of the team', 'handler', 'east', false],
    ['keeps it as its supervisor', 'supervisor', 'east', false],
    ['keeps it as the manager, of whichever team', 'manager', 'head_office', false],
    ['owes a hand-over as a handler of another team', 'handler', 'south', true],
    ['owes a hand-over as a supervisor of another team', 'supervisor', 'south', true],
    ['owes a hand-over as a member of a department', 'department_member', 'logistics', true],
    ['owes a hand-over as a clerk', 'clerk', 'head_office', true],
    ['hands nothing down as a director', 'sales_director', 'head_office', false],
  ])('%s', (_, role, own, owed) => {
    expect(owesHandOver(role, own, 'east')).toBe(owed);
  });
});

describe('CL-8 which department the content points to', () => {
  it('is known for every nature but the one that says nothing', () => {
    const found = NATURES.map((nature) => departmentFor({ nature }, TEAMS)?.department);
    expect(found.filter((department) => department === undefined)).toHaveLength(1);
    expect(departmentFor({ nature: 'other' }, TEAMS)).toBeUndefined();
    for (const department of found) if (department) expect(DEPARTMENTS).toContain(department);
    expect(departmentFor({ nature: 'transport' }, TEAMS)).toEqual({ department: 'logistics', because: 'nature' });
  });

  it('is the one that names the module, before that of the nature', () => {
    expect(departmentFor({ nature: 'quantity', module: '收银系统' }, TEAMS)).toEqual({
      department: 'technical',
      because: 'module',
    });
  });
});

import { rolesLacking } from '../../domain/lacking';
import type { Person } from '../../domain/people';
import type { Role } from '../../domain/words';

const one = (id: string, role: Role, team: string, active = true): Person & { active: boolean } => ({
  id,
  roles: [role],
  team,
  active,
});
const EVERYBODY = [
  one('supervisor-1', 'supervisor', 'east'),
  one('supervisor-2', 'supervisor', 'south'),
  one('manager-1', 'manager', 'head_office'),
  one('director-1', 'sales_director', 'head_office'),
];

describe('HA-18 the roles in which nobody is left because they are complained about', () => {
  it.each<[string, Person[], string[], string, Role[]]>([
    ['the only supervisor of the team', EVERYBODY, ['supervisor-1'], 'east', ['supervisor']],
    ['a supervisor of another team', EVERYBODY, ['supervisor-2'], 'east', []],
    ['one of two of the team', [...EVERYBODY, one('supervisor-3', 'supervisor', 'east')], ['supervisor-1'], 'east', []],
    [
      'both of the team',
      [...EVERYBODY, one('supervisor-3', 'supervisor', 'east')],
      ['supervisor-1', 'supervisor-3'],
      'east',
      ['supervisor'],
    ],
    [
      'one of two, of whom the other has left',
      [...EVERYBODY, one('supervisor-3', 'supervisor', 'east', false)],
      ['supervisor-1'],
      'east',
      ['supervisor'],
    ],
    ['the only manager of the company', EVERYBODY, ['manager-1'], 'south', ['manager']],
    [
      'a manager where there is another one, wherever he sits',
      [...EVERYBODY, one('manager-2', 'manager', 'north')],
      ['manager-1'],
      'south',
      [],
    ],
    ['nobody', EVERYBODY, [], 'east', []],
  ])('%s', (_, staff, respondents, team, roles) => {
    expect(rolesLacking(staff, respondents, team)).toEqual(roles);
  });
});

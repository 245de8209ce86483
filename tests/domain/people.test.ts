import type { ComplaintFile } from '../../domain/complaint-file';
import {
  asksForAnotherHandler,
  audienceOf,
  mayNot,
  mayStayOwner,
  nobodyLeftToReview,
  ownerAt,
  reviewerRoles,
  roleFor,
} from '../../domain/people';
import type { Level, Role } from '../../domain/words';
import { aComplaint, DEPUTY, shanghai, STAFF } from '../support/files';

const { handler, handler2, supervisor, supervisorSouth, manager, salesDirector, administrationDirector } = STAFF;

/** A complaint at a level, with one owner after another; the first is always the handler who received it. */
function heldBy(level: Level, ...owners: [string, Role][]): ComplaintFile {
  const { file } = aComplaint();
  for (const [id, role] of owners) {
    file.owners.push({ id, role, since: file.lastAt });
    file.handled.push({ id, role });
  }
  return { ...file, level };
}

describe('HA-2 the level asks for another handler', () => {
  it.each<[string, Level, [string, Role][], boolean]>([
    ['level 1 stays with the handler who received it', 1, [], false],
    ['level 2 goes from a handler to a supervisor or manager', 2, [], true],
    ['level 2 stays with the supervisor', 2, [['supervisor-1', 'supervisor']], false],
    ['level 2 stays with the manager', 2, [['manager-1', 'manager']], false],
    ['level 2 is not handed down by a director who took it over', 2, [['director-1', 'sales_director']], false],
    ['level 3 goes from the manager to the directors', 3, [['manager-1', 'manager']], true],
    ['level 3 stays with either director', 3, [['director-2', 'administration_director']], false],
    ['IN-14 level 1 goes to a handler from whoever heard it first', 1, [['member-1', 'department_member']], true],
  ])('%s', (_, level, owners, asks) => {
    expect(asksForAnotherHandler(heldBy(level, ...owners))).toBe(asks);
  });
});

describe('HA-8 the level above the owner', () => {
  it('is the supervisor of the team, or anybody higher, where a handler owns it', () => {
    const file = heldBy(1);
    expect([supervisor, manager, salesDirector].map((actor) => mayNot(file, 'superior', actor))).toEqual([
      null,
      null,
      null,
    ]);
    expect(mayNot(file, 'superior', supervisorSouth)).toEqual({ code: 'other_team', team: 'east' });
    expect(mayNot(file, 'superior', STAFF.handler2)).toMatchObject({ code: 'role_needed' });
    expect(audienceOf(file, { of: 'superior' })).toEqual({
      roles: ['supervisor'],
      team: 'east',
      except: [handler.id],
      impartial: true,
    });
  });

  it('is never the owner himself, even if he wears the hat of the level above as well', () => {
    const file = heldBy(1, [DEPUTY.id, 'handler']);
    expect(mayNot(file, 'superior', DEPUTY)).toEqual({ code: 'handled_before', because: 'himself' });
    expect(mayNot(file, 'superior', supervisor)).toBe(null);
    expect(audienceOf(file, { of: 'superior' })).toMatchObject({ except: [DEPUTY.id] });
  });

  it('is the other director at the top', () => {
    const ownedBySales = heldBy(3, [salesDirector.id, 'sales_director']);
    expect(mayNot(ownedBySales, 'superior', salesDirector)).toMatchObject({ code: 'handled_before' });
    expect(mayNot(ownedBySales, 'superior', manager)).toEqual({
      code: 'role_needed',
      roles: ['administration_director'],
    });
    expect(mayNot(ownedBySales, 'superior', administrationDirector)).toBe(null);
    const ownedByAdministration = heldBy(3, [administrationDirector.id, 'administration_director']);
    expect(audienceOf(ownedByAdministration, { of: 'superior' })).toMatchObject({ roles: ['sales_director'] });
    expect(mayNot(ownedByAdministration, 'superior', salesDirector)).toBe(null);
  });
});

describe('HA-2 the handlers of a higher level', () => {
  it('of level 2: the supervisors of the team are told, nobody of another team, and a manager may take over too', () => {
    const file = heldBy(2);
    expect(audienceOf(file, { of: 'next_handler' })).toEqual({ roles: ['supervisor'], team: 'east', except: [] });
    expect(mayNot(file, 'next_handler', supervisor)).toBe(null);
    expect(mayNot(file, 'next_handler', manager)).toBe(null);
    expect(mayNot(file, 'next_handler', supervisorSouth)).toEqual({ code: 'other_team', team: 'east' });
    expect(mayNot(file, 'next_handler', handler)).toMatchObject({ code: 'role_needed' });
  });

  it('of level 3: the sales director is called upon, and nobody below him takes over', () => {
    const file = heldBy(3, [manager.id, 'manager']);
    expect(audienceOf(file, { of: 'next_handler' })).toMatchObject({ roles: ['sales_director'], team: null });
    expect(mayNot(file, 'next_handler', supervisor)).toMatchObject({ code: 'role_needed' });
  });

  it('act in the one of their roles that reaches the case', () => {
    const file = heldBy(2);
    const both = { id: 'both-1', roles: ['supervisor', 'manager'] as Role[], team: 'south' };
    expect(mayNot(file, 'next_handler', both)).toBe(null);
    expect(roleFor(file, 'next_handler', both)).toBe('manager');
    expect(roleFor(file, 'next_handler', { ...both, team: 'east' })).toBe('supervisor');
  });

  it('HA-18 do not include whoever is complained about', () => {
    const file = { ...heldBy(2), respondents: [supervisor.id] };
    expect(mayNot(file, 'next_handler', supervisor)).toEqual({ code: 'complained_about' });
    expect(audienceOf(file, { of: 'next_handler' })).toMatchObject({ except: [supervisor.id] });
  });
});

describe('HA-2 who stays the owner when his roles or his team change', () => {
  const stays = (file: ComplaintFile, roles: Role[], team = 'east') =>
    mayStayOwner(file, { id: 'somebody', roles, team });
  const supervised = heldBy(2, ['supervisor-1', 'supervisor']);

  it.each<[string, ComplaintFile, Role[], string, boolean]>([
    ['a supervisor made manager', supervised, ['manager'], 'head_office', true],
    ['a supervisor made handler, of level 2', supervised, ['handler'], 'east', false],
    ['a supervisor made handler, of level 1', heldBy(1, ['supervisor-1', 'supervisor']), ['handler'], 'east', true],
    ['a supervisor made clerk', supervised, ['clerk'], 'head_office', false],
    ['a supervisor who goes to another team', supervised, ['supervisor'], 'south', false],
    ['a handler from whom somebody above is still to take over', heldBy(2), ['handler'], 'east', true],
    ['a handler made administrator', heldBy(1), ['admin'], 'east', false],
    ['a clerk who registered it', heldBy(1, ['clerk-1', 'clerk']), ['department_head'], 'logistics', true],
    ['a clerk made administrator', heldBy(1, ['clerk-1', 'clerk']), ['admin'], 'head_office', false],
  ])('%s', (_, file, roles, team, expected) => {
    expect(stays(file, roles, team)).toBe(expected);
  });
});

describe('CO-5, CO-14 who reviews', () => {
  const supervised: [string, Role] = ['supervisor-1', 'supervisor'];
  const managed: [string, Role] = ['manager-1', 'manager'];
  const sales: [string, Role] = ['director-1', 'sales_director'];
  const administration: [string, Role] = ['director-2', 'administration_director'];

  it.each<[string, Level, [string, Role][], Role[]]>([
    ['level 1: a supervisor', 1, [], ['supervisor']],
    ['level 1 that the supervisor owned: the manager', 1, [supervised], ['manager']],
    ['level 1 that the manager took over: the sales director', 1, [managed], ['sales_director']],
    [
      'level 1 in which a director decided: both, less that one',
      1,
      [sales],
      ['sales_director', 'administration_director'],
    ],
    ['level 2: the sales director', 2, [supervised], ['sales_director']],
    [
      'level 2 that the sales director owned: both, less him',
      2,
      [sales],
      ['sales_director', 'administration_director'],
    ],
    ['level 3: both directors, less the one who handled it', 3, [sales], ['sales_director', 'administration_director']],
    ['level 3 before a director has it: the administration director', 3, [managed], ['administration_director']],
  ])('%s', (_, level, owners, roles) => {
    const file = heldBy(level, ...owners);
    expect(reviewerRoles(file)).toEqual(roles);
    expect(nobodyLeftToReview(file)).toBe(false);
    for (const [id] of owners)
      expect(mayNot(file, 'reviewer', { id, roles, team: 'east' })).toMatchObject({ code: 'handled_before' });
  });

  it('only of the own team, where it is a supervisor', () => {
    expect(mayNot(heldBy(1), 'reviewer', supervisor)).toBe(null);
    expect(mayNot(heldBy(1), 'reviewer', supervisorSouth)).toEqual({ code: 'other_team', team: 'east' });
    const above: Role[] = ['supervisor', 'manager', 'sales_director', 'administration_director'];
    expect(mayNot(heldBy(1), 'reviewer', handler2)).toEqual({ code: 'role_needed', roles: above });
    expect(audienceOf(heldBy(1), { of: 'reviewer' })).toEqual({
      roles: ['supervisor'],
      team: 'east',
      except: [handler.id],
      impartial: true,
    });
  });

  it('or anybody above whoever is called upon, since nobody need hold that post; never below what the level asks for', () => {
    const may = (file: ComplaintFile): string[] =>
      [handler2, supervisor, manager, salesDirector, administrationDirector]
        .filter((person) => mayNot(file, 'reviewer', person) === null)
        .map(({ id }) => id);
    expect(may(heldBy(1))).toEqual(['supervisor-1', 'manager-1', 'director-1', 'director-2']);
    expect(may(heldBy(1, supervised))).toEqual(['manager-1', 'director-1', 'director-2']);
    expect(may(heldBy(2, supervised))).toEqual(['director-1', 'director-2']);
    expect(may(heldBy(3, sales))).toEqual(['director-2']);
    expect(may({ ...heldBy(1), lacking: ['supervisor'] })).toEqual(['manager-1', 'director-1', 'director-2']);
  });

  it('nobody, once both directors have had a hand in it', () => {
    expect(nobodyLeftToReview(heldBy(1, sales, administration))).toBe(true);
    expect(nobodyLeftToReview(heldBy(3, sales, administration))).toBe(true);
  });
});

describe('HA-1 whose breach it is', () => {
  it('is decided by who held the case at that instant, from the receipt on', () => {
    const { file } = aComplaint({ receivedAt: shanghai('2026-03-02 10:00') });
    const since = shanghai('2026-03-04 09:00');
    file.owners.push({ id: supervisor.id, role: 'supervisor', since });
    expect(ownerAt(file, since - 1)).toBe(handler.id);
    expect(ownerAt(file, since)).toBe(supervisor.id);
    expect(ownerAt(file, shanghai('2020-01-01 00:00'))).toBe(handler.id);
  });
});

import { LADDER, RANK } from './ladder';
import type { Acting } from './ladder';
import type { Actor, Person } from './people';
import type { Role } from './words';

/** In whose absence somebody of these roles may stand in: a colleague of the same rank, or somebody above. */
const MAY_STAND_IN: Record<Role, readonly Role[]> = {
  handler: ['handler', 'supervisor', 'manager'],
  supervisor: ['supervisor', 'manager', 'sales_director', 'administration_director'],
  manager: ['manager', 'sales_director', 'administration_director'],
  sales_director: ['sales_director', 'administration_director'],
  administration_director: ['administration_director', 'sales_director'],
  administration_centre: ['administration_centre', 'administration_director'],
  clerk: ['clerk', 'manager'],
  department_head: ['department_head', 'department_member'],
  department_member: ['department_member', 'department_head'],
  admin: ['admin'],
};

/** These reach no further than their own team or department. */
const OF_A_TEAM: readonly Role[] = ['handler', 'supervisor', 'department_head', 'department_member'];

/** Whether a role works for the whole company, and not for its own team or department only. */
export const reachesBeyondItsTeam = (role: Role): boolean => !OF_A_TEAM.includes(role);

/** The roles of somebody for which a deputy does not fit: he has neither the same nor a higher one that reaches as far. */
export const rolesNotCovered = (absent: Person, deputy: Person): Role[] =>
  absent.roles.filter(
    (role) =>
      !MAY_STAND_IN[role].some(
        (fit) => deputy.roles.includes(fit) && (!OF_A_TEAM.includes(fit) || deputy.team === absent.team),
      ),
  );

/** Whether somebody stands above another: the ladder of 002 4.2 within its reach, and the head of a department over its members. */
export function standsAbove(one: Person, other: Person): boolean {
  const own = Math.max(...other.roles.map((role) => RANK[role]));
  const ofADepartment = other.roles.some((role) => role === 'department_head' || role === 'department_member');
  return one.roles.some((role) => {
    if (role === 'department_head') return ofADepartment && one.team === other.team && !other.roles.includes(role);
    return RANK[role] > own && (!OF_A_TEAM.includes(role) || one.team === other.team);
  });
}

/** The roles of everybody who stands above somebody, from below. */
export const rolesStandingAbove = (other: Person): Role[] =>
  (['department_head', ...LADDER] as const).filter(
    (role) =>
      standsAbove({ id: '', roles: [role], team: other.team }, other) &&
      (role !== 'supervisor' || other.roles.includes('handler')),
  );

/**
 * In whose place somebody may act: his own, and that of each colleague whom he stands in for now. A deputy and those whom he
 * stands in for count as one person wherever four eyes are asked for (HA-18, CO-5): each seat carries the others along.
 */
export function seatsOf({ id, roles, team, actsFor = [] }: Actor): Actor[] {
  const everybody: Person[] = [{ id, roles, team }, ...actsFor];
  return everybody.map((seat) => ({ ...seat, actsFor: everybody.filter((other) => other !== seat) }));
}

/** The seat in which somebody may do something: his own first, then that of a colleague; his own where none will do. */
export const seatFor = (actor: Actor, may: (seat: Actor) => boolean): Actor => seatsOf(actor).find(may) ?? actor;

/** In which role somebody acts: in his own seat, or in that of a colleague who is not complained about; or why he may not. */
export function inASeat(actor: Actor, respondents: readonly string[], acting: (seat: Actor) => Acting): Acting {
  const may = (seat: Actor): boolean => !respondents.includes(seat.id) && 'role' in acting(seat);
  return acting(seatFor(actor, may));
}

/** Whether somebody, or a colleague whom he stands in for, is one of these. */
export const isAmong = ({ id, actsFor = [] }: Actor, ids: readonly (string | null | undefined)[]): boolean =>
  ids.includes(id) || actsFor.some((other) => ids.includes(other.id));

/** The highest of somebody's roles: who reviews him has to stand above it. */
export const highestRole = (roles: readonly Role[]): Role =>
  roles.toSorted((a, b) => RANK[b] - RANK[a])[0] ?? 'department_member';

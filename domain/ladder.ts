import type { Actor } from './people';
import type { Refusal } from './refusals';
import type { Role } from './words';

/** How far up a role stands; what is not on the ladder of 002 4.2 stands at 0. */
export const RANK: Record<Role, number> = {
  handler: 1,
  supervisor: 2,
  manager: 3,
  sales_director: 4,
  administration_director: 4,
  administration_centre: 0,
  clerk: 0,
  department_head: 0,
  department_member: 0,
  admin: 0,
};

/** The ladder above the handlers, from below: who decides where the one below cannot go on (002 4.2). */
export const LADDER: Role[] = ['supervisor', 'manager', 'sales_director', 'administration_director'];

/** Up to this rank a role works for its own team only; above it for the whole company. */
const TEAM_RANK = 2;

/** Whether a role works for its own team only. */
export const isOfATeam = (role: Role): boolean => RANK[role] > 0 && RANK[role] <= TEAM_RANK;

/** Everybody on the ladder above a role, from below; for a director it is the other one. */
export function rolesAbove(role: Role): Role[] {
  const above = LADDER.filter((candidate) => RANK[candidate] > RANK[role]);
  return above.length > 0 ? above : LADDER.filter((other) => RANK[other] === RANK[role] && other !== role);
}

/** The role in which somebody acts, or why he may not. */
export type Acting = { role: Role } | { refused: Refusal };

/** The first of some roles in which somebody acts for a team: roles of a team act for their own only. */
export function actingFor(team: string, wanted: Role[], actor: Actor): Acting {
  const held = wanted.filter((role) => actor.roles.includes(role));
  const role = held.find((candidate) => !isOfATeam(candidate) || actor.team === team);
  if (role) return { role };
  return { refused: held.length > 0 ? { code: 'other_team', team } : { code: 'role_needed', roles: wanted } };
}

import { isOfATeam } from './ladder';
import type { Person } from './people';
import type { Role } from './words';

/**
 * HA-18: the roles of those complained about in which nobody else is left who reaches the case: of its team, or of the company.
 * Where a colleague is, he is called, and nobody above him. `staff`: who works here, and who did.
 */
export function rolesLacking(
  staff: readonly (Person & { active?: boolean })[],
  respondents: readonly string[],
  team: string,
): Role[] {
  const free = staff.filter(({ id, active = true }) => active && !respondents.includes(id));
  const isLeft = (role: Role): boolean =>
    free.some((other) => other.roles.includes(role) && (!isOfATeam(role) || other.team === team));
  const theirs = staff.filter(({ id }) => respondents.includes(id)).flatMap(({ roles }) => roles);
  return [...new Set(theirs)].filter((role) => !isLeft(role));
}

import type { Actor } from '../domain/people';
import type { Role } from '../domain/words';
import type { Caller } from './dependencies';
import { Problem } from './http/problem';

/** Refuses whoever holds none of some roles. For what is no complaint's; those ask the procedure. */
export function mustHold(caller: Caller, ...roles: Role[]): void {
  if (!caller.roles.some((role) => roles.includes(role))) throw Problem.refusing({ code: 'role_needed', roles });
}

/** A caller as the procedure knows people. */
export const actorOf = ({ id, roles, team, actsFor }: Caller): Actor => ({
  id,
  roles,
  team,
  ...(actsFor && { actsFor }),
});

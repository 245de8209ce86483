import type { Queries } from '../db/client';
import { once } from '../db/queries/once';
import type { Role } from '../domain/words';
import type { Caller } from './dependencies';
import { Problem } from './http/problem';
import type { Call } from './http/route';

type Writing = Pick<Call<'staff', unknown, unknown, unknown>, 'deps' | 'caller' | 'key' | 'bodyHash'>;

/** Does something once for a call's idempotency key, in one transaction; a call with other contents under the same key is refused. */
export async function onceFor<A extends object>(
  { deps, caller, key, bodyHash }: Writing,
  run: (tx: Queries) => Promise<A>,
): Promise<A> {
  const done = await once(deps.database, { principal: caller.id, key, bodyHash }, run);
  if (done.bodyHash !== bodyHash) throw Problem.of('key_used_otherwise', {});
  return done.answer;
}

/** Refuses whoever holds none of some roles. */
export function mustBe(caller: Caller, ...roles: Role[]): void {
  if (!caller.roles.some((role) => roles.includes(role))) throw Problem.refusing({ code: 'role_needed', roles });
}

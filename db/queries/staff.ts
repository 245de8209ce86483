import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/people';
import type { Queries } from '../client';
import { apiTokens, staff } from '../schema';

/** A member of staff as an actor, if he still works here. */
export async function actorById(db: Queries, id: string): Promise<Actor | undefined> {
  const [row] = await db
    .select({ id: staff.id, roles: staff.roles, team: staff.team })
    .from(staff)
    .where(and(eq(staff.id, id), eq(staff.active, true)));
  return row;
}

/** Who a bearer token belongs to, by the token's hash. */
export async function actorByToken(db: Queries, tokenHash: string): Promise<(Actor & { name: string }) | undefined> {
  const [row] = await db
    .select({ id: staff.id, roles: staff.roles, team: staff.team, name: staff.name })
    .from(apiTokens)
    .innerJoin(staff, eq(staff.id, apiTokens.staffId))
    .where(and(eq(apiTokens.tokenHash, tokenHash), eq(staff.active, true)));
  return row;
}

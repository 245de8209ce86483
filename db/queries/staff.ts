import { and, eq, inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { rolesNotCovered } from '../../domain/deputies';
import type { Actor, Person } from '../../domain/people';
import type { Queries } from '../client';
import { absences, apiTokens, staff } from '../schema';

/** Whether an absence is on at an instant: its beginning is included, its end is not. */
export const isOnAt = (at: Date): SQL => sql`absences.cancelled_at is null
  and absences."from" <= ${at.toISOString()} and absences.until > ${at.toISOString()}`;

/** The colleagues whom somebody stands in for at an instant: those who are away, still work here, and have named him (domain/deputies.ts). */
const actsForAt = (at: Date): SQL<Person[] | null> => sql`(
  select jsonb_agg(jsonb_build_object('id', away.id, 'roles', away.roles, 'team', away.team) order by away.id)
  from absences join staff as away on away.id = absences.staff and away.active
  where absences.deputy = staff.id and ${isOnAt(at)})`;

const ACTOR = { id: staff.id, roles: staff.roles, team: staff.team };

/** A member of staff as an actor at an instant, if he still works here. */
export async function actorById(db: Queries, id: string, at: Date): Promise<Actor | undefined> {
  const [row] = await db
    .select({ ...ACTOR, actsFor: actsForAt(at) })
    .from(staff)
    .where(and(eq(staff.id, id), eq(staff.active, true)));
  return row && withSeats(row);
}

/** Who a bearer token belongs to, by the token's hash, and for whom he acts at an instant. */
export async function actorByToken(
  db: Queries,
  tokenHash: string,
  at: Date,
): Promise<(Actor & { name: string; directContact: string | null }) | undefined> {
  const [row] = await db
    .select({ ...ACTOR, name: staff.name, directContact: staff.directContact, actsFor: actsForAt(at) })
    .from(apiTokens)
    .innerJoin(staff, eq(staff.id, apiTokens.staffId))
    .where(and(eq(apiTokens.tokenHash, tokenHash), eq(staff.active, true)));
  return row && withSeats(row);
}

/**
 * Most stand in for nobody, and the field is not there. Whose roles or team have become others since he was named stands in
 * for nobody whom he does not cover any more (HA-18).
 */
function withSeats<A extends Person>(
  found: A & { actsFor: Person[] | null },
): Omit<A, 'actsFor'> & { actsFor?: Person[] } {
  const { actsFor, ...actor } = found;
  const covered = actsFor?.filter((away) => rolesNotCovered(away, found).length === 0) ?? [];
  return covered.length > 0 ? { ...actor, actsFor: covered } : actor;
}

/** Who stands in at an instant for somebody of these, whoever of them still works here. */
export async function standInsOf(db: Queries, ids: readonly string[], at: Date): Promise<string[]> {
  if (ids.length === 0) return [];
  const away = alias(staff, 'away');
  const rows = await db
    .select({ deputy: ACTOR, absent: { id: away.id, roles: away.roles, team: away.team } })
    .from(absences)
    .innerJoin(away, and(eq(away.id, absences.staff), eq(away.active, true)))
    .innerJoin(staff, and(eq(staff.id, absences.deputy), eq(staff.active, true)))
    .where(and(inArray(absences.staff, [...ids]), isOnAt(at)));
  return rows
    .filter(({ absent, deputy }) => rolesNotCovered(absent, deputy).length === 0)
    .map(({ deputy }) => deputy.id);
}

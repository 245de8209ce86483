import { eq } from 'drizzle-orm';
import { reachesBeyondItsTeam } from '../../domain/deputies';
import type { Role } from '../../domain/words';
import type { Queries } from '../client';
import { staff } from '../schema';
import type { Account } from './accounts';

/** Of somebody's roles, as they were: those that nobody holds any more where he held them (HA-2, RO-2). */
export async function vacantAfter(tx: Queries, before: Account): Promise<Role[]> {
  if (!before.active) return [];
  const there = await tx.select().from(staff).where(eq(staff.active, true));
  return before.roles.filter(
    (role) =>
      !there.some(({ roles, team }) => roles.includes(role) && (reachesBeyondItsTeam(role) || team === before.team)),
  );
}

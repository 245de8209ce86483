import { and, desc, eq } from 'drizzle-orm';
import type { Rules } from '../../domain/policy';
import type { Queries } from '../client';
import { policies } from '../schema';

/** The newest published edition of a policy: what a complaint that comes in now is born under. */
export const rulesInForce = (db: Queries, name: string): Promise<Rules | undefined> => rulesOf(db, name);

/** The rules of an edition, of the newest one unless it is named. */
export async function rulesOf(db: Queries, name: string, edition?: number): Promise<Rules | undefined> {
  const [row] = await db
    .select({ rules: policies.rules })
    .from(policies)
    .where(and(eq(policies.name, name), edition === undefined ? undefined : eq(policies.edition, edition)))
    .orderBy(desc(policies.edition))
    .limit(1);
  return row?.rules;
}

import { desc, eq } from 'drizzle-orm';
import type { Rules } from '../../domain/policy';
import type { Queries } from '../client';
import { policies } from '../schema';

/** The newest edition of a policy, or undefined where none of that name is published. */
export async function rulesInForce(db: Queries, name: string): Promise<Rules | undefined> {
  const [row] = await db
    .select({ rules: policies.rules })
    .from(policies)
    .where(eq(policies.name, name))
    .orderBy(desc(policies.edition))
    .limit(1);
  return row?.rules;
}

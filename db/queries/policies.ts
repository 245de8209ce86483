import { and, asc, count, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Rules } from '../../domain/policy';
import type { Queries } from '../client';
import { complaints, policies } from '../schema';
import type { Publication } from './publish-calendar';

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

/** Every edition of a policy without its rules, newest first, and how many open complaints go by each. */
export async function policyEditions(db: Queries, name: string) {
  const open = db.$count(
    complaints,
    and(eq(complaints.policy, policies.name), eq(complaints.edition, policies.edition), isNull(complaints.closedAt)),
  );
  const { edition, by, reason, at } = policies;
  return db
    .select({ edition, by, reason, at, openComplaints: open })
    .from(policies)
    .where(eq(policies.name, name))
    .orderBy(desc(policies.edition));
}

/** The policies that there are, each with its newest edition and how many editions it has. */
export async function listPolicies(db: Queries) {
  return db
    .select({ name: policies.name, editions: count(), edition: sql<number>`max(${policies.edition})`.mapWith(Number) })
    .from(policies)
    .groupBy(policies.name)
    .orderBy(asc(policies.name));
}

/** Publishes rules as the edition after the last one, in a transaction; older ones stay as they are. Gives its number. */
export async function publishRules(
  tx: Queries,
  name: string,
  rules: Omit<Rules, 'policy' | 'edition'>,
  { by, reason, at }: Publication,
): Promise<number> {
  // Two who publish at once get two numbers; whoever only reads is not kept waiting.
  await tx.execute(sql`lock table ${policies} in share row exclusive mode`);
  const [last] = await tx
    .select({ edition: policies.edition })
    .from(policies)
    .where(eq(policies.name, name))
    .orderBy(desc(policies.edition))
    .limit(1);
  const edition = (last?.edition ?? 0) + 1;
  await tx.insert(policies).values({ name, edition, rules: { ...rules, policy: name, edition }, by, reason, at });
  return edition;
}

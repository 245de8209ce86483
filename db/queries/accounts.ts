import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { ComplaintFile } from '../../domain/complaint-file';
import { isNamedIn } from '../../domain/duties';
import { ownerOf } from '../../domain/people';
import type { Queries } from '../client';
import { apiTokens, complaints, staff, staffChanges } from '../schema';

/** An account as the record has it. */
export type Account = typeof staff.$inferSelect;
type Change = Partial<Pick<Account, 'name' | 'roles' | 'team' | 'directContact' | 'active'>>;

/** One change of accounts at a time: whoever counts the administrators, or looks whether an id is free, sees what is so. */
const ACCOUNTS_LOCK = 7_201_927;
export const oneAtATime = (tx: Queries) => tx.execute(sql`select pg_advisory_xact_lock(${ACCOUNTS_LOCK})`);

export async function accountOf(db: Queries, id: string): Promise<Account | undefined> {
  const [row] = await db.select().from(staff).where(eq(staff.id, id));
  return row;
}

/** Opens an account, with the token that its owner is told once. */
export async function openAccount(
  tx: Queries,
  account: Omit<Account, 'recordedAt'>,
  tokenHash: string,
  by: string,
  at: Date,
): Promise<void> {
  await tx.insert(staff).values(account);
  await tx.insert(apiTokens).values({ tokenHash, staffId: account.id });
  await tx.insert(staffChanges).values({ staff: account.id, by, at, change: { opened: account } });
}

/** Changes an account, and keeps who did it. `more` stands in the trail beside the change. */
export async function changeAccount(
  tx: Queries,
  id: string,
  change: Change,
  { by, at, ...more }: { by: string; at: Date; successor?: string },
): Promise<void> {
  await tx.update(staff).set(change).where(eq(staff.id, id));
  await tx.insert(staffChanges).values({ staff: id, by, at, change: { ...change, ...more } });
}

/** Gives somebody one token in the place of all that he had. */
export async function replaceToken(
  tx: Queries,
  id: string,
  tokenHash: string,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await dropTokens(tx, id);
  await tx.insert(apiTokens).values({ tokenHash, staffId: id });
  await tx.insert(staffChanges).values({ staff: id, by, at, change: { token: 'renewed' } });
}

/** Takes somebody's tokens away for good: they would not come back with his account. */
export async function dropTokens(tx: Queries, id: string): Promise<void> {
  await tx.delete(apiTokens).where(eq(apiTokens.staffId, id));
}

/** Whether anybody but these runs the system. */
export async function anotherAdmin(db: Queries, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.active, true), sql`${staff.roles} ? 'admin'`));
  return rows.some((row) => row.id !== id);
}

/** The open complaints that wait for somebody: those that he answers for, and those in which a step, a task or the lead is his. */
export async function waitingFor(db: Queries, id: string): Promise<ComplaintFile[]> {
  const his = JSON.stringify([{ person: id }]);
  const named = sql`(${complaints.file} -> 'proposal' -> 'steps' @> ${his}::jsonb
    or ${complaints.file} -> 'tasks' @> ${his}::jsonb or ${complaints.file} -> 'lead' ->> 'person' = ${id})`;
  const rows = await db
    .select({ file: complaints.file })
    .from(complaints)
    .where(and(isNull(complaints.closedAt), or(eq(complaints.ownerId, id), named)))
    .orderBy(complaints.number);
  return rows.map(({ file }) => file).filter((file) => ownerOf(file).id === id || isNamedIn(file, id));
}

import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { NoticeKey, NoticeWords } from '../../domain/notices';
import type { Queries } from '../client';
import { complaints, improvementDuties, inbox, obligations, outbox, staff } from '../schema';
import { isStillWaiting } from './messages';

/** A notice that waits to be sent, with the post of the person who is responsible for its complaint now, if it is of one, and his number for customers. */
export type Waiting = typeof outbox.$inferSelect & { handler: { name: string; directContact: string | null } };

/** The next notices that may be sent, locked so that a second dispatcher takes others. */
export async function takeWaiting(tx: Queries, limit: number): Promise<Waiting[]> {
  const rows = await tx
    .select({ row: outbox, name: staff.name, directContact: staff.directContact })
    .from(outbox)
    .leftJoin(complaints, eq(complaints.number, outbox.complaint))
    .leftJoin(staff, eq(staff.id, complaints.ownerId))
    .where(and(isNull(outbox.sentAt), eq(outbox.dropped, false), lte(outbox.notBefore, sql`clock_timestamp()`)))
    .orderBy(asc(outbox.id))
    .limit(limit)
    .for('update', { of: outbox, skipLocked: true });
  return rows.map(({ row, name, directContact }) => ({ ...row, handler: { name: name ?? '受理人', directContact } }));
}

/** Notices that say nothing once their duty is done. */
const REMINDERS: readonly NoticeKey[] = ['reminder', 'improvement_reminder'];

/** Whether what a notice says is still true: the duty that a reminder speaks of is still to be done, a message still waits. */
export async function isStillTrue(tx: Queries, notice: Waiting): Promise<boolean> {
  const { message } = notice.params;
  if (message !== undefined) return isStillWaiting(tx, message);
  return !REMINDERS.includes(notice.notice) || isStillOwed(tx, notice);
}

async function isStillOwed(tx: Queries, { complaint, duty, params }: Waiting): Promise<boolean> {
  const { improvement } = params;
  const [row] = improvement
    ? await tx
        .select({ state: improvementDuties.state })
        .from(improvementDuties)
        .where(and(eq(improvementDuties.improvement, improvement), eq(improvementDuties.id, duty ?? '')))
    : await tx
        .select({ state: obligations.state })
        .from(obligations)
        .where(and(eq(obligations.complaint, complaint ?? ''), eq(obligations.id, duty ?? '')));
  return row?.state === 'open';
}

/** Those of some people who have not been told this of the same duty by the same turn: who stands in two places hears it once. */
export async function notToldYet(
  tx: Queries,
  { complaint, duty, notice, at }: Waiting,
  staffIds: string[],
): Promise<string[]> {
  if (complaint === null || duty === null || staffIds.length === 0) return staffIds;
  const told = await tx
    .select({ id: inbox.staffId })
    .from(inbox)
    .innerJoin(outbox, eq(outbox.id, inbox.outboxId))
    .where(and(eq(outbox.complaint, complaint), eq(outbox.duty, duty), eq(outbox.notice, notice), eq(outbox.at, at)));
  return staffIds.filter((staffId) => !told.some(({ id }) => id === staffId));
}

export async function putInInbox(tx: Queries, notice: Waiting, staffIds: string[]): Promise<void> {
  if (staffIds.length === 0) return;
  const { id: outboxId, complaint, at } = notice;
  await tx
    .insert(inbox)
    .values(staffIds.map((staffId) => ({ staffId, outboxId, complaint, at })))
    .onConflictDoNothing();
}

/** Sent: the words stay with the notice, as they were said. */
export async function markSent(tx: Queries, id: number, { subject, body }: NoticeWords): Promise<void> {
  await tx
    .update(outbox)
    .set({ sentAt: sql`clock_timestamp()`, subject, body, error: null })
    .where(eq(outbox.id, id));
}

export async function markDropped(tx: Queries, id: number): Promise<void> {
  await tx.update(outbox).set({ dropped: true }).where(eq(outbox.id, id));
}

/** Not sent: again after a while that doubles, up to an hour. The error is a code, never words from outside. */
export async function putOff(tx: Queries, id: number, error: string): Promise<void> {
  await tx
    .update(outbox)
    .set({
      tries: sql`${outbox.tries} + 1`,
      error,
      notBefore: sql`clock_timestamp() + make_interval(secs => least(3600, power(2, least(${outbox.tries}, 12))))`,
    })
    .where(eq(outbox.id, id));
}

import { and, eq, isNull } from 'drizzle-orm';
import type { Notice, Recipients } from '../../domain/notices';
import type { Queries } from '../client';
import { approvalCodes, outbox, staff } from '../schema';

/** Notices for the outbox, to be inserted in the transaction of the turn that caused them; nothing where it caused none. */
export const insertNotices = (tx: Queries, complaint: string, notices: Notice[], at: Date) =>
  notices.length === 0
    ? []
    : [
        tx
          .insert(outbox)
          .values(notices.map((notice) => ({ complaint, at, ...notice })))
          .onConflictDoNothing({ target: [outbox.complaint, outbox.key] }),
      ];

/** The members of staff whom a notice is for, now. */
export async function staffFor(db: Queries, recipients: Recipients): Promise<string[]> {
  if ('customer' in recipients) return [];
  const everybody = await db.select().from(staff).where(eq(staff.active, true));
  if ('person' in recipients) return everybody.filter(({ id }) => id === recipients.person).map(({ id }) => id);
  return everybody
    .filter(({ id, roles, team }) => {
      const { team: wanted, except } = recipients;
      return (
        recipients.roles.some((role) => roles.includes(role)) && (!wanted || team === wanted) && !except.includes(id)
      );
    })
    .map(({ id }) => id);
}

/** Hashes of the codes by which these people may approve this review by a signal. */
export async function saveApprovalCodes(
  tx: Queries,
  codes: { codeHash: string; complaint: string; duty: string; staffId: string }[],
): Promise<void> {
  if (codes.length > 0) await tx.insert(approvalCodes).values(codes).onConflictDoNothing();
}

/** Who holds an approval code that has not been used, and for which review duty. */
export async function holderOfCode(
  db: Queries,
  complaint: string,
  codeHash: string,
): Promise<{ duty: string; staffId: string } | undefined> {
  const [row] = await db
    .select({ duty: approvalCodes.duty, staffId: approvalCodes.staffId })
    .from(approvalCodes)
    .where(
      and(eq(approvalCodes.codeHash, codeHash), eq(approvalCodes.complaint, complaint), isNull(approvalCodes.usedSeq)),
    );
  return row;
}

export async function useApprovalCode(tx: Queries, codeHash: string, seq: number): Promise<void> {
  await tx.update(approvalCodes).set({ usedSeq: seq }).where(eq(approvalCodes.codeHash, codeHash));
}

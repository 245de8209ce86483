import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Queries } from '../client';
import { approvalCodes, complaints, improvementDuties, improvements, inbox, obligations, outbox } from '../schema';

/** A notice speaks of a duty of its complaint, or of the improvement that it names. */
const DUTY_OF_COMPLAINT = and(
  eq(obligations.complaint, outbox.complaint),
  eq(obligations.id, outbox.duty),
  sql`not ${outbox.params} ? 'improvement'`,
);
const DUTY_OF_IMPROVEMENT = and(
  eq(improvementDuties.improvement, sql`${outbox.params} ->> 'improvement'`),
  eq(improvementDuties.id, outbox.duty),
);

/** Whether others have been called since for what somebody was called for: it is not his any more. */
const isForOthersNow = (staffId: string) => sql`${outbox.notice} = 'called_upon' and exists (
  select from ${outbox} as later join ${inbox} as told on told.outbox_id = later.id
  where later.complaint = ${outbox.complaint} and later.notice = 'called_upon' and later.duty = ${outbox.duty} and later.id > ${outbox.id}
    and not later.params ? 'improvement'
    and not exists (select from ${inbox} as his where his.outbox_id = later.id and his.staff_id = ${staffId}))`;

/** What somebody has been told, newest first, before an id; with the state of the duty that it speaks of, and whether his approval code is unused. */
export async function inboxOf(db: Queries, staffId: string, before: number | undefined, limit: number) {
  // HA-18: what he was told before he was named is gone with it; his own penalties, and what is his own to improve, stay his.
  const seen = sql`(${outbox.params} ? 'penalty' or ${outbox.params} ? 'improvement' and exists (
    select from ${improvements} where ${improvements.id} = ${outbox.params} ->> 'improvement' and ${improvements.person} = ${staffId}) or not exists (
    select from ${complaints} where ${complaints.number} = ${inbox.complaint} and ${complaints.respondents} ? ${staffId}))`;
  return db
    .select({
      id: inbox.outboxId,
      complaint: inbox.complaint,
      at: inbox.at,
      readAt: inbox.readAt,
      notice: outbox.notice,
      params: outbox.params,
      subject: outbox.subject,
      body: outbox.body,
      duty: outbox.duty,
      dutyState: sql<string | null>`case when ${obligations.state} = 'open' and ${isForOthersNow(staffId)} then 'void'
        else coalesce(${obligations.state}, ${improvementDuties.state}) end`,
      code: approvalCodes.codeHash,
    })
    .from(inbox)
    .innerJoin(outbox, eq(outbox.id, inbox.outboxId))
    .leftJoin(obligations, DUTY_OF_COMPLAINT)
    .leftJoin(improvementDuties, DUTY_OF_IMPROVEMENT)
    .leftJoin(
      approvalCodes,
      and(
        eq(approvalCodes.complaint, outbox.complaint),
        eq(approvalCodes.duty, outbox.duty),
        eq(approvalCodes.staffId, inbox.staffId),
        isNull(approvalCodes.usedSeq),
      ),
    )
    .where(and(eq(inbox.staffId, staffId), seen, before === undefined ? undefined : lt(inbox.outboxId, before)))
    .orderBy(desc(inbox.outboxId))
    .limit(limit);
}

/** Marks one notice as read, once; the mark is of the wall's time. Undefined if it is not in this inbox. */
export async function markRead(db: Queries, staffId: string, outboxId: number): Promise<Date | undefined> {
  const [row] = await db
    .update(inbox)
    .set({ readAt: sql`coalesce(${inbox.readAt}, clock_timestamp())` })
    .where(and(eq(inbox.staffId, staffId), eq(inbox.outboxId, outboxId)))
    .returning({ readAt: inbox.readAt });
  return row?.readAt ?? undefined;
}

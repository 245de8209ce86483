import { sql } from 'drizzle-orm';
import { bigserial, boolean, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { NoticeKey, NoticeParams, Recipients } from '../../domain/notices';
import { complaints, instant, recordedAt } from './complaints';
import { staff } from './people';

/** What is to be said to whom. Written in the commit of the turn that caused it, sent by the dispatcher: never twice. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    /** None where the notice is not of a complaint: of a message that waits (IN-11). */
    complaint: text().references(() => complaints.number),
    /** One for each obligation, round and kind; without a complaint it names what it speaks of. */
    key: text().notNull(),
    notice: text().$type<NoticeKey>().notNull(),
    recipients: jsonb().$type<Recipients>().notNull(),
    params: jsonb().$type<NoticeParams>().notNull(),
    /** The duty that it speaks of; a reminder of a duty that is done by now is not sent. */
    duty: text(),
    at: instant('at').notNull(),
    tries: integer().notNull().default(0),
    notBefore: instant('not_before')
      .notNull()
      .default(sql`clock_timestamp()`),
    sentAt: instant('sent_at'),
    /** Called off: what it would have said was no longer true. */
    dropped: boolean().notNull().default(false),
    error: text(),
    /** What the customer or the staff were told, word for word. */
    subject: text(),
    body: text(),
  },
  (t) => [
    unique('outbox_key').on(t.complaint, t.key).nullsNotDistinct(),
    index('outbox_unsent')
      .on(t.notBefore, t.id)
      .where(sql`sent_at is null and not dropped`),
  ],
);

/** What each member of staff has been told. */
export const inbox = pgTable(
  'inbox',
  {
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    outboxId: integer('outbox_id').notNull(),
    complaint: text(),
    at: instant('at').notNull(),
    readAt: instant('read_at'),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.outboxId] })],
);

/** One-time approval codes, hashed; bound to complaint, review duty (hence round) and person. */
export const approvalCodes = pgTable('approval_codes', {
  codeHash: text('code_hash').primaryKey(),
  complaint: text()
    .notNull()
    .references(() => complaints.number),
  duty: text().notNull(),
  staffId: text('staff_id')
    .notNull()
    .references(() => staff.id),
  usedSeq: integer('used_seq'),
});

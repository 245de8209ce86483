import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { LinkKind } from '../customer-link';
import { complaints, instant, recordedAt } from './complaints';

/** Links that customers were sent, hashed: who reads the table can open none of them. */
export const customerLinks = pgTable('customer_links', {
  tokenHash: text('token_hash').primaryKey(),
  complaint: text()
    .notNull()
    .references(() => complaints.number),
  kind: text().$type<LinkKind>().notNull(),
  /** The round that it was sent in: a survey speaks of no other. */
  round: integer().notNull(),
  expiresAt: instant('expires_at').notNull(),
  recordedAt: recordedAt(),
});

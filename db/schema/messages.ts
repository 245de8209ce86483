import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { Explanation } from '../../domain/due-time';
import type { MessageState, MessageStep } from '../../domain/messages';
import type { Channel } from '../../domain/words';
import { complaints, instant, recordedAt } from './complaints';

/** What arrived on a connected channel, and what has become of it (IN-11). Sender and body are personal data. */
export const messages = pgTable(
  'messages',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    channel: text().$type<Channel>().notNull(),
    /** The channel's own name for it: delivered twice, it is one message. */
    externalId: text('external_id').notNull(),
    sender: text().notNull(),
    body: text().notNull(),
    team: text().notNull(),
    policy: text().notNull(),
    arrivedAt: instant('arrived_at').notNull(),
    /** By when the first answer is due, counted from arrival, and why; null where the policy promises nothing. */
    answerDueAt: instant('answer_due_at'),
    explanation: jsonb().$type<Explanation>(),
    state: text().$type<MessageState>().notNull().default('waiting'),
    complaint: text().references(() => complaints.number),
    /** The complaint that it is being attached to: whoever goes on finds out what became of it. */
    claimedFor: text('claimed_for').references(() => complaints.number),
    handledBy: text('handled_by'),
    handledAt: instant('handled_at'),
    reason: text(),
    /** Staff whom it is about, as whoever set it aside saw it: they do not see it (HA-18). */
    about: jsonb().$type<string[]>().notNull().default([]),
    recordedAt: recordedAt(),
  },
  (t) => [
    unique('messages_external_id').on(t.channel, t.externalId),
    index('messages_by_arrival').on(t.arrivedAt, t.id),
    index('messages_waiting')
      .on(t.arrivedAt, t.id)
      .where(sql`state = 'waiting'`),
    index('messages_by_complaint').on(t.complaint),
  ],
);

/** Everything that happened to a message: who, when, why. Append-only; `by` and `key` make a repeated call the same step. */
export const messageSteps = pgTable(
  'message_steps',
  {
    message: integer()
      .notNull()
      .references(() => messages.id),
    no: integer().notNull(),
    step: text().$type<MessageStep>().notNull(),
    by: text().notNull(),
    key: text().notNull(),
    bodyHash: text('body_hash').notNull(),
    at: instant('at').notNull(),
    reason: text(),
    complaint: text().references(() => complaints.number),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.message, t.no] }), unique('message_steps_key').on(t.by, t.key)],
);

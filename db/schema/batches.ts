import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ActionData, ActionName } from '../../domain/actions';
import type { Actor } from '../../domain/people';
import type { Refusal } from '../../domain/refusals';
import { instant, recordedAt } from './complaints';

/** How fast a batch goes: so many complaints at a time, then a pause in ms. */
export type Pace = { group: number; pauseMs: number };

/** One action for many complaints. Born in the transaction of whatever asks for it; carried out little by little. */
export const batches = pgTable(
  'batches',
  {
    id: text().primaryKey(),
    /** What it is for: calendar, … */
    kind: text().notNull(),
    action: text().$type<ActionName>().notNull(),
    data: jsonb().$type<ActionData[ActionName]>().notNull(),
    /** Who acts, as every complaint sees it. */
    by: jsonb().$type<Actor>().notNull(),
    /** Who asked for it. */
    requestedBy: text('requested_by').notNull(),
    reason: text().notNull(),
    at: instant('at').notNull(),
    /** Its own pace; null: the worker's. */
    pace: jsonb().$type<Pace>(),
    /** Whether its workflow has been started. */
    started: boolean().notNull().default(false),
    /** When the last complaint was settled, by the database's clock. */
    finishedAt: instant('finished_at'),
    recordedAt: recordedAt(),
  },
  (t) => [
    index('batches_unfinished')
      .on(t.id)
      .where(sql`finished_at is null`),
    index('batches_newest').on(t.recordedAt.desc(), t.id),
  ],
);

/** What became of it at each complaint. Without a foreign key to the complaint: that would wait for whoever works on it. */
export const batchItems = pgTable(
  'batch_items',
  {
    batch: text()
      .notNull()
      .references(() => batches.id),
    complaint: text().notNull(),
    /** The order in which they are dealt with. */
    position: integer().notNull(),
    /** `refused`: the procedure did not allow it; `skipped`: the complaint was closed. */
    state: text().$type<'waiting' | 'done' | 'refused' | 'skipped'>().notNull().default('waiting'),
    refusal: jsonb().$type<Refusal>(),
    /** The complaint's `seq` after the action. */
    seq: integer(),
    /** Attempts that came to nothing, and the code of the last failure: those wait behind all others. */
    tries: integer().notNull().default(0),
    error: text(),
    /** When it was settled, by the database's clock. */
    at: instant('at'),
  },
  (t) => [
    primaryKey({ columns: [t.batch, t.complaint] }),
    index('batch_items_waiting')
      .on(t.batch, t.tries, t.position)
      .where(sql`state = 'waiting'`),
    index('batch_items_refused')
      .on(t.batch, t.complaint)
      .where(sql`state = 'refused'`),
  ],
);

import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Explanation } from '../../domain/due-time';
import { complaints, instant } from './complaints';

/** What another calendar did to due times: when each was due, when it is now, and how it had been explained. Append-only. */
export const obligationMoves = pgTable(
  'obligation_moves',
  {
    complaint: text()
      .notNull()
      .references(() => complaints.number),
    /** The complaint's `seq` after the turn that moved it. */
    seq: integer().notNull(),
    duty: text().notNull(),
    was: instant('was').notNull(),
    now: instant('now').notNull(),
    /** The edition of a calendar that made it necessary; or the team, to which the case was given. */
    edition: integer(),
    team: text(),
    /** How the due time was explained before. */
    before: jsonb().$type<Explanation>().notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.complaint, t.seq, t.duty] })],
);

import { index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { Explanation } from '../../domain/due-time';
import type { PenaltyCause, PenaltyState } from '../../domain/penalties/words';
import type { Role } from '../../domain/words';
import { complaints, instant, recordedAt } from './complaints';

/** The present picture of each penalty (RE-7). Amounts in 分. */
export const penalties = pgTable(
  'penalties',
  {
    /** `<complaint>-F<n>`. */
    id: text().primaryKey(),
    complaint: text()
      .notNull()
      .references(() => complaints.number),
    /** One breach, one penalty. */
    breach: text().notNull(),
    clause: text().notNull(),
    cause: text().$type<PenaltyCause>().notNull(),
    /** The duty, the action, or the ground. */
    what: text().notNull(),
    offender: text().notNull(),
    offenderRole: text('offender_role').$type<Role>().notNull(),
    offenderTeam: text('offender_team').notNull(),
    /** `clock`: the system, from the record. */
    proposedBy: text('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    least: integer().notNull(),
    most: integer().notNull(),
    fen: integer().notNull(),
    state: text().$type<PenaltyState>().notNull(),
    confirmedBy: text('confirmed_by'),
    confirmedRole: text('confirmed_role').$type<Role>(),
    /** Until when the offender may appeal, and why until then. */
    appealUntil: instant('appeal_until'),
    appealExplanation: jsonb('appeal_explanation').$type<Explanation>(),
    /** The instant of the last step. */
    lastAt: instant('last_at').notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    unique('penalties_breach').on(t.complaint, t.breach),
    index('penalties_by_offender').on(t.offender, t.proposedAt),
    index('penalties_by_time').on(t.proposedAt.desc(), t.id.desc()),
  ],
);

/** Every step of every penalty: who, when, why, and what it cost then. Append-only. */
export const penaltySteps = pgTable(
  'penalty_steps',
  {
    penalty: text()
      .notNull()
      .references(() => penalties.id),
    no: integer().notNull(),
    state: text().$type<PenaltyState>().notNull(),
    by: text().notNull(),
    role: text().$type<Role>(),
    at: instant('at').notNull(),
    reason: text(),
    fen: integer().notNull(),
    /** The call that did it: made again, it gets the same answer. */
    key: text().notNull(),
    bodyHash: text('body_hash'),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.penalty, t.no] }), unique('penalty_steps_key').on(t.penalty, t.key)],
);

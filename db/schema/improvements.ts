import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { Explanation } from '../../domain/due-time';
import type { ImprovementEvent, ImprovementFile } from '../../domain/improvement/file';
import type { Target } from '../../domain/improvement/standard';
import type { ImprovementDutyKind, ImprovementState } from '../../domain/improvement/words';
import type { Role } from '../../domain/words';
import { complaints, instant, recordedAt } from './complaints';

/** The present picture of each improvement (RE-3). What is to improve and its standard are written when it is set and never change. */
export const improvements = pgTable(
  'improvements',
  {
    id: text().primaryKey(),
    complaint: text()
      .notNull()
      .references(() => complaints.number),
    seq: integer().notNull(),
    /** Whether its workflow has been started. */
    started: boolean().notNull().default(false),
    what: text().notNull(),
    measure: text().notNull(),
    target: jsonb().$type<Target>().notNull(),
    department: text().notNull(),
    person: text().notNull(),
    setBy: text('set_by').notNull(),
    setRole: text('set_role').$type<Role>().notNull(),
    setAt: instant('set_at').notNull(),
    /** The team of the complaint. */
    team: text().notNull(),
    state: text().$type<ImprovementState>().notNull(),
    round: integer().notNull(),
    dueDate: text('due_date').notNull(),
    nextDueAt: instant('next_due_at'),
    overdue: boolean().notNull().default(false),
    closedAt: instant('closed_at'),
    /** The whole file: a restart needs nothing else. Never selected by a list. */
    file: jsonb().$type<ImprovementFile>().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    index('improvements_not_started')
      .on(t.id)
      .where(sql`not started`),
    index('improvements_by_complaint').on(t.complaint, t.id),
    index('improvements_open_by_due')
      .on(t.dueDate, t.id)
      .where(sql`closed_at is null`),
  ],
);

/** Every turn of every improvement: audit and idempotency in one append-only table, as `turns` is for complaints. */
export const improvementTurns = pgTable(
  'improvement_turns',
  {
    improvement: text()
      .notNull()
      .references(() => improvements.id),
    /** The improvement's `seq` after the turn. */
    seq: integer().notNull(),
    key: text().notNull(),
    bodyHash: text('body_hash'),
    by: text().notNull(),
    via: text().$type<'api' | 'signal' | 'clock'>().notNull(),
    at: instant('at').notNull(),
    recordedAt: recordedAt(),
    events: jsonb().$type<ImprovementEvent[]>().notNull(),
    /** What the commit gave back (`RecordedImprovement`). */
    outcome: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.improvement, t.seq] }), unique('improvement_turns_key').on(t.improvement, t.key)],
);

/** What was owed in an improvement, until when and why then, and what became of it. */
export const improvementDuties = pgTable(
  'improvement_duties',
  {
    improvement: text()
      .notNull()
      .references(() => improvements.id),
    id: text().notNull(),
    kind: text().$type<ImprovementDutyKind>().notNull(),
    person: text(),
    round: integer().notNull(),
    openedAt: instant('opened_at').notNull(),
    countedFrom: instant('counted_from').notNull(),
    dueAt: instant('due_at').notNull(),
    state: text().$type<'open' | 'met' | 'void'>().notNull(),
    missedAt: instant('missed_at'),
    closedAt: instant('closed_at'),
    provisional: boolean().notNull(),
    calendarEdition: text('calendar_edition').notNull(),
    explanation: jsonb().$type<Explanation>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.improvement, t.id] })],
);

import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import type { ComplaintFile } from '../../domain/complaint-file';
import type { Event } from '../../domain/events';
import type { Explanation } from '../../domain/due-time';
import type {
  Channel,
  Department,
  DutyKind,
  Level,
  Nature,
  Outcome,
  Priority,
  RequestType,
  Stage,
} from '../../domain/words';

/** An instant that the procedure decided: the turn's time, never the database's. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
/** When the row was written, by the database's clock. For the technical trail only. */
export const recordedAt = () =>
  instant('recorded_at')
    .notNull()
    .default(sql`clock_timestamp()`);

/** The present picture of each complaint. Written by intake and by the commit of a turn, by nobody else. */
export const complaints = pgTable(
  'complaints',
  {
    number: text().primaryKey(),
    seq: integer().notNull(),
    /** Whether its workflow has been started. */
    started: boolean().notNull().default(false),
    policy: text().notNull(),
    edition: integer().notNull(),
    level: integer().$type<Level>().notNull(),
    priority: text().$type<Priority>().notNull(),
    nature: text().$type<Nature>(),
    requestType: text('request_type').$type<RequestType>().notNull(),
    stage: text().$type<Stage>(),
    round: integer().notNull(),
    ownerId: text('owner_id').notNull(),
    team: text().notNull(),
    channel: text().$type<Channel>().notNull(),
    orderNo: text('order_no'),
    product: text(),
    shop: text(),
    registeredBy: text('registered_by').notNull(),
    receivedAt: instant('received_at').notNull(),
    nextDueAt: instant('next_due_at'),
    overdue: boolean().notNull().default(false),
    outcome: text().$type<Outcome>(),
    closedAt: instant('closed_at'),
    /** The whole file: a restart needs nothing else. Never selected by a list. */
    file: jsonb().$type<ComplaintFile>().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    index('complaints_not_started')
      .on(t.number)
      .where(sql`not started`),
    index('complaints_open_by_owner')
      .on(t.ownerId, t.nextDueAt, t.number)
      .where(sql`closed_at is null`),
    index('complaints_open_by_team')
      .on(t.team, t.nextDueAt, t.number)
      .where(sql`closed_at is null`),
    index('complaints_open_by_stage')
      .on(t.stage, t.nextDueAt, t.number)
      .where(sql`closed_at is null`),
    index('complaints_open_by_due')
      .on(t.nextDueAt, t.number)
      .where(sql`closed_at is null`),
    index('complaints_overdue_by_due')
      .on(t.nextDueAt, t.number)
      .where(sql`closed_at is null and overdue`),
    index('complaints_by_receipt').on(t.receivedAt.desc(), t.number.desc()),
  ],
);

/** Every turn of every complaint: audit, communication log and idempotency in one append-only table. */
export const turns = pgTable(
  'turns',
  {
    complaint: text()
      .notNull()
      .references(() => complaints.number),
    /** The complaint's `seq` after the turn. */
    seq: integer().notNull(),
    key: text().notNull(),
    bodyHash: text('body_hash'),
    by: text().notNull(),
    via: text().$type<'intake' | 'api' | 'signal' | 'clock'>().notNull(),
    at: instant('at').notNull(),
    recordedAt: recordedAt(),
    events: jsonb().$type<Event[]>().notNull(),
    /** What the commit gave back (`Recorded`): the same key always gets the same answer. */
    outcome: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.complaint, t.seq] }), unique('turns_key').on(t.complaint, t.key)],
);

/** What was owed, until when and why then, and what became of it. */
export const obligations = pgTable(
  'obligations',
  {
    complaint: text()
      .notNull()
      .references(() => complaints.number),
    id: text().notNull(),
    kind: text().$type<DutyKind>().notNull(),
    of: text().notNull(),
    round: integer().notNull(),
    step: integer(),
    task: integer(),
    account: integer(),
    department: text().$type<Department>(),
    /** Who is to do it, or who let it pass: the one who held the case when its last day opened. */
    person: text(),
    openedAt: instant('opened_at').notNull(),
    /** From when its time counts. */
    countedFrom: instant('counted_from').notNull(),
    dueAt: instant('due_at').notNull(),
    state: text().$type<'open' | 'met' | 'void'>().notNull(),
    missedAt: instant('missed_at'),
    closedAt: instant('closed_at'),
    provisional: boolean().notNull(),
    calendarEdition: text('calendar_edition').notNull(),
    explanation: jsonb().$type<Explanation>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.complaint, t.id] }),
    index('obligations_open_by_due')
      .on(t.dueAt)
      .where(sql`state = 'open'`),
  ],
);

/** Words, written before the action that refers to them. Append-only: a text that no turn refers to means nothing. */
export const contents = pgTable(
  'contents',
  {
    id: text().primaryKey(),
    complaint: text().notNull(),
    kind: text().notNull(),
    body: text().notNull(),
    by: text().notNull(),
    /** The script that it was said by, filled in as it stands in the body (RE-11). */
    scriptId: text('script_id'),
    scriptVersion: integer('script_version'),
    scriptLang: text('script_lang'),
    recordedAt: recordedAt(),
  },
  (t) => [
    index('contents_by_complaint').on(t.complaint),
    foreignKey({ columns: [t.complaint], foreignColumns: [complaints.number] }),
  ],
);

/** The serial of each day in the company's zone (IN-4). */
export const numbers = pgTable('numbers', { day: text().primaryKey(), last: integer().notNull() });

/** Answers to repeated intake calls (IN-4): the same key of the same caller gets the same complaint. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    principal: text().notNull(),
    key: text().notNull(),
    bodyHash: text('body_hash').notNull(),
    answer: jsonb().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.principal, t.key] })],
);

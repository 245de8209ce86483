import { bigserial, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant, recordedAt } from './complaints';
import { staff } from './people';

/** Who is away from when until when, and who stands in for him. From is included, until is not. */
export const absences = pgTable(
  'absences',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    staff: text()
      .notNull()
      .references(() => staff.id),
    deputy: text()
      .notNull()
      .references(() => staff.id),
    from: instant('from').notNull(),
    until: instant('until').notNull(),
    by: text().notNull(),
    cancelledAt: instant('cancelled_at'),
    cancelledBy: text('cancelled_by'),
    recordedAt: recordedAt(),
  },
  (t) => [index('absences_by_staff').on(t.staff, t.until), index('absences_by_deputy').on(t.deputy, t.until)],
);

/** Everything that was changed about somebody's account: who, when, what. Append-only. */
export const staffChanges = pgTable(
  'staff_changes',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    staff: text()
      .notNull()
      .references(() => staff.id),
    by: text().notNull(),
    at: instant('at').notNull(),
    change: jsonb().$type<Record<string, unknown>>().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [index('staff_changes_by_staff').on(t.staff)],
);

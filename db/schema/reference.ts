import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Calendar } from '../../domain/calendar';
import type { Rules } from '../../domain/policy';
import { recordedAt } from './complaints';

/** Editions of policies. Append-only: a complaint keeps the edition it was born under. */
export const policies = pgTable(
  'policies',
  {
    name: text().notNull(),
    edition: integer().notNull(),
    rules: jsonb().$type<Rules>().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.name, t.edition] })],
);

/** Editions of the working calendar. Append-only: the newest is in force. */
export const calendars = pgTable('calendars', {
  edition: integer().primaryKey().generatedAlwaysAsIdentity(),
  label: text().notNull(),
  calendar: jsonb().$type<Calendar>().notNull(),
  recordedAt: recordedAt(),
});

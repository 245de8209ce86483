import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { OfficialYear } from '../../calendars/official-year';
import type { Calendar, CalendarLayer, ExceptionScope } from '../../domain/calendar';
import type { Rules } from '../../domain/policy';
import { instant, recordedAt } from './complaints';

/** Who published an edition, why and when. What comes with the product is published by the system. */
const publication = () => ({
  by: text().notNull().default('system'),
  reason: text().notNull().default('随产品发布'),
  at: instant('at')
    .notNull()
    .default(sql`clock_timestamp()`),
});

/** Editions of policies. Append-only: a complaint keeps the edition it was born under. */
export const policies = pgTable(
  'policies',
  {
    name: text().notNull(),
    edition: integer().notNull(),
    rules: jsonb().$type<Rules>().notNull(),
    ...publication(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.name, t.edition] })],
);

/**
 * Editions of the working calendar: of the state's table, of the company's layer, and of each team's. Append-only; of every
 * scope the newest is in force. One serial over all of them, so that a number says what was in force when it came out.
 */
export const calendars = pgTable(
  'calendars',
  {
    edition: integer().primaryKey().generatedAlwaysAsIdentity(),
    scope: text().$type<ExceptionScope>().notNull().default('state'),
    /** Whose layer it is; empty for state and company. */
    team: text().notNull().default(''),
    label: text().notNull(),
    calendar: jsonb().$type<Calendar | CalendarLayer>().notNull(),
    /** The official tables that a state's edition is made of. */
    years: jsonb().$type<OfficialYear[]>(),
    ...publication(),
    recordedAt: recordedAt(),
  },
  (t) => [index('calendars_by_scope').on(t.scope, t.team, t.edition)],
);

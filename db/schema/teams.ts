import { sql } from 'drizzle-orm';
import { boolean, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { TeamKind } from '../../domain/words';
import { recordedAt } from './complaints';

/** Service teams, departments and the head office (RO-2). A department's id is its word; staff name their team by id. */
export const teams = pgTable(
  'teams',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    kind: text().$type<TeamKind>().notNull(),
    /** The one that leads for complaints: what belongs to nobody else is its own. */
    lead: boolean().notNull().default(false),
    /** Regions and modules whose complaints are its own (CL-8); for a department, modules whose tasks are. */
    regions: jsonb().$type<string[]>().notNull().default([]),
    modules: jsonb().$type<string[]>().notNull().default([]),
    /** What it is there for, in Chinese. */
    duties: text().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    uniqueIndex('teams_one_lead')
      .on(t.lead)
      .where(sql`lead`),
  ],
);

import { and, asc, eq, sql } from 'drizzle-orm';
import type { Queries } from '../client';
import { staff, teams } from '../schema';

/** Every team and department, in the order of their kinds. */
export const teamsOf = (db: Queries) => db.select().from(teams).orderBy(asc(teams.kind), asc(teams.id));

/** A team as the record has it. */
export type TeamRow = typeof teams.$inferSelect;

/** Who heads a team now: the heads of departments, the supervisors of service teams. */
export const headsOfTeams = (db: Queries) =>
  db
    .select({ id: staff.id, name: staff.name, team: staff.team })
    .from(staff)
    .where(and(eq(staff.active, true), sql`${staff.roles} ?| array['department_head', 'supervisor']`))
    .orderBy(asc(staff.id));

/** Adds a team or changes it. A new lead team takes the lead from the one that had it: there is exactly one (RO-2). */
export async function saveTeam(tx: Queries, team: Omit<typeof teams.$inferInsert, 'recordedAt'>): Promise<void> {
  if (team.lead) await tx.update(teams).set({ lead: false }).where(eq(teams.lead, true));
  const { id: _, ...set } = team;
  await tx.insert(teams).values(team).onConflictDoUpdate({ target: teams.id, set });
}

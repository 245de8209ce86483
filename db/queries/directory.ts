import { asc } from 'drizzle-orm';
import type { Queries } from '../client';
import { staff } from '../schema';

/** Everybody who works or worked here, by post. */
export async function directory(db: Queries) {
  return db
    .select({ id: staff.id, name: staff.name, roles: staff.roles, team: staff.team, active: staff.active })
    .from(staff)
    .orderBy(asc(staff.id));
}

/** Names by id, for sentences. */
export async function namesOfStaff(db: Queries): Promise<Map<string, string>> {
  const rows = await db.select({ id: staff.id, name: staff.name }).from(staff);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

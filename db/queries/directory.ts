import { asc, eq } from 'drizzle-orm';
import type { Queries } from '../client';
import { staff } from '../schema';

const PERSON = {
  id: staff.id,
  name: staff.name,
  roles: staff.roles,
  team: staff.team,
  directContact: staff.directContact,
  active: staff.active,
};

/** Everybody who works or worked here, by post. */
export async function directory(db: Queries) {
  return db.select(PERSON).from(staff).orderBy(asc(staff.id));
}

/** Somebody who works or worked here. */
export async function personById(db: Queries, id: string) {
  const [row] = await db.select(PERSON).from(staff).where(eq(staff.id, id));
  return row;
}

/** Names by id, for sentences. */
export async function namesOfStaff(db: Queries): Promise<Map<string, string>> {
  const rows = await db.select({ id: staff.id, name: staff.name }).from(staff);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

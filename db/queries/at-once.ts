import { sql } from 'drizzle-orm';
import type { SQLWrapper } from 'drizzle-orm';
import type { Queries } from '../client';

/** Runs several inserts that need nothing of each other as one statement: one way to the database and back instead of many. */
export async function insertAtOnce(tx: Queries, inserts: SQLWrapper[]): Promise<void> {
  const [last, ...first] = inserts.toReversed();
  if (!last) return;
  const named = first.map((insert, index) => sql`${sql.raw(`part_${index}`)} as (${insert.getSQL()})`);
  await tx.execute(named.length > 0 ? sql`with ${sql.join(named, sql`, `)} ${last.getSQL()}` : last.getSQL());
}

import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { ClientBase } from 'pg';
import type { Queries } from '../client';

/** Runs several inserts that need nothing of each other as one statement: one way to the database and back instead of many. */
export async function insertAtOnce(tx: Queries, inserts: SQLWrapper[]): Promise<void> {
  const [last, ...first] = inserts.toReversed();
  if (!last) return;
  const named = first.map((insert, index) => sql`${sql.raw(`part_${index}`)} as (${insert.getSQL()})`);
  await tx.execute(named.length > 0 ? sql`with ${sql.join(named, sql`, `)} ${last.getSQL()}` : last.getSQL());
}

const dialect = new PgDialect();

/**
 * Runs several queries as one statement; gives back the rows of each in their order, as JSON has them. The statement is
 * prepared: to plan such a one takes longer than to run it.
 */
export async function selectAtOnce(tx: Queries, queries: readonly SQL[]): Promise<unknown[][]> {
  const columns = queries.map(
    (query, index) => sql`(select coalesce(jsonb_agg(to_jsonb(q)), '[]') from (${query}) q) as ${sql.raw(`q${index}`)}`,
  );
  const { sql: text, params } = dialect.sqlToQuery(sql`select ${sql.join(columns, sql`, `)}`);
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
  const { $client } = tx as Queries & { $client: ClientBase };
  const { rows } = await $client.query<Record<string, unknown[]>>({ name, text, values: params });
  return queries.map((_, index) => rows[0]?.[`q${index}`] ?? []);
}

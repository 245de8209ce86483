import { drizzle } from 'drizzle-orm/node-postgres';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import type { PoolClient, PoolConfig } from 'pg';
import * as schema from './schema';

/** A way to run queries: the pool, or one transaction. */
export type Queries = NodePgDatabase<typeof schema>;

/** The database as a process holds it. */
export type Database = {
  readonly queries: Queries;
  readonly pool: Pool;
  /** Runs a function in one transaction; what it throws undoes everything. */
  transaction<T>(run: (tx: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** Opens a pool. Statement and lock timeouts are part of it: nothing holds a connection longer than its caller waits. */
export function openDatabase(url: string, options: PoolConfig = {}): Database {
  const pool = new Pool({
    connectionString: url,
    max: 12,
    connectionTimeoutMillis: 1_300,
    statement_timeout: 1_300,
    lock_timeout: 1_000,
    idle_in_transaction_session_timeout: 10_000,
    ...options,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return {
    queries: drizzle(pool, { schema }),
    pool,
    transaction: (run) => inTransaction(pool, run),
    close: () => pool.end(),
  };
}

async function inTransaction<T>(pool: Pool, run: (tx: Queries) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await run(drizzle(client, { schema }));
    await client.query('commit');
    return result;
  } catch (error) {
    broken = await rolledBack(client);
    throw error;
  } finally {
    // A connection that could not even roll back is thrown away.
    client.release(broken);
  }
}

async function rolledBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

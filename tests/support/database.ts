import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { openDatabase } from '../../db/client';
import type { Database } from '../../db/client';
import { loadDemoStaff } from '../../db/demo-staff';
import { migrate } from '../../db/migrate';

/** The secret of every test installation. */
export const TEST_SECRET = 'a secret for tests, long enough to be one';
/** What the links of test customers are made of. */
export const TEST_LINKS = { secret: TEST_SECRET, publicUrl: 'https://tousu.example.com' };

/** The address of a server that `npm test` has started, or a clear word that it has not. */
export function serverFromEnv(name: 'HUIYIN_TEST_POSTGRES_URL' | 'HUIYIN_TEST_TEMPORAL_ADDRESS'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with npm test, which starts the servers.`);
  return value;
}

/** A database of its own for one test file, migrated, with the demo staff in it. */
export type TestDatabase = {
  url: string;
  database: Database;
  /** Bearer tokens of the demo staff by the names that the README uses, for instance `HANDLER`. */
  tokens: Record<string, string>;
  drop(): Promise<void>;
};

export async function testDatabase(server = serverFromEnv('HUIYIN_TEST_POSTGRES_URL')): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).toString();
  await migrate(url);
  const staff = await loadDemoStaff(url, TEST_SECRET);
  const database = openDatabase(url);
  return {
    url,
    database,
    tokens: Object.fromEntries(staff.map(({ envName, token }) => [envName, token])),
    drop: async () => {
      await database.close();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

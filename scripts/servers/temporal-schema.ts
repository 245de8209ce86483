import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Client } from 'pg';
import { ensureRole, withClient } from './roles';
import { Trouble } from './trouble';

/** The role that owns Temporal's two databases. */
export const TEMPORAL_ROLE = 'temporal';

const DATABASES = [
  { name: 'temporal', schema: 'postgresql/v12/temporal' },
  { name: 'temporal_visibility', schema: 'postgresql/v12/visibility' },
] as const;

/** Temporal's two databases at the current schema: made where they are missing, updated where they are older. */
export async function ensureTemporalDatabases(sqlTool: string, superuserUrl: string, password: string): Promise<void> {
  const { port } = new URL(superuserUrl);
  const run = (args: readonly string[]) => runTool(sqlTool, port, password, args);
  await withClient(superuserUrl, async (client) => {
    await ensureRole(client, TEMPORAL_ROLE, password);
    for (const { name, schema } of DATABASES) {
      const found = await client.query('select 1 from pg_database where datname = $1', [name]);
      if (found.rowCount === 1) await run(['--db', name, 'update-schema', '--schema-name', schema]);
      else await create(client, superuserUrl, name, schema, run);
    }
  });
  // A killed server stays listed as a member for a while, and the next one on other ports would wait 45 s for it. This
  // server is a single process, so whoever is listed is gone.
  await withClient(inDatabase(superuserUrl, DATABASES[0].name), (client) =>
    client.query('delete from cluster_membership'),
  );
}

/** Makes a database under another name and renames it when it is whole, because the schema tool cannot go on from a half-made one. */
async function create(
  client: Client,
  superuserUrl: string,
  name: string,
  schema: string,
  run: (args: readonly string[]) => Promise<void>,
): Promise<void> {
  const unfinished = `${name}_unfinished`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished} owner ${TEMPORAL_ROLE}`);
  await client.query(`revoke all on database ${unfinished} from public`);
  await run(['--db', unfinished, 'setup-schema', '-v', '0.0']);
  await run(['--db', unfinished, 'update-schema', '--schema-name', schema]);
  // Temporal looks its schema version up under the database's name.
  await withClient(inDatabase(superuserUrl, unfinished), (there) =>
    there.query('update schema_version set db_name = $1', [name]),
  );
  await client.query(`alter database ${unfinished} rename to ${name}`);
}

function inDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = database;
  return address.href;
}

async function runTool(sqlTool: string, port: string, password: string, args: readonly string[]): Promise<void> {
  const env = {
    PATH: process.env.PATH,
    SQL_PLUGIN: 'postgres12',
    SQL_HOST: '127.0.0.1',
    SQL_PORT: port,
    SQL_USER: TEMPORAL_ROLE,
    SQL_PASSWORD: password,
  };
  try {
    await promisify(execFile)(sqlTool, args, { env });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    const reason = `${stdout ?? ''}\n${stderr ?? ''}`.trim().split('\n').at(-1) ?? String(error);
    throw new Trouble(`Temporal 的数据库结构无法更新（${args.join(' ')}）：${reason}`);
  }
}

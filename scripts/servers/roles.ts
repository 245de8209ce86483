import { Client } from 'pg';

/** Opens one connection for some work and closes it again. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // Without a listener a connection that breaks later would end the process; the running query is rejected anyway.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A role that may log in with this password and nothing more; an existing one gets the password anew. */
export async function ensureRole(client: Client, name: string, password: string): Promise<void> {
  const role = client.escapeIdentifier(name);
  const found = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  const verb = found.rowCount === 0 ? 'create' : 'alter';
  await client.query(`${verb} role ${role} login password ${client.escapeLiteral(password)}`);
}

/** A database of its own for a role; nobody else but a superuser may connect. */
export async function ensureDatabase(client: Client, name: string, owner: string): Promise<void> {
  const found = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (found.rowCount === 1) return;
  const database = client.escapeIdentifier(name);
  await client.query(`create database ${database} owner ${client.escapeIdentifier(owner)}`);
  await client.query(`revoke all on database ${database} from public`);
}

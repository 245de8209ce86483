import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startChild } from './child';
import type { Child } from './child';
import { clearLeftovers, initialiseCluster, postgresMajorVersion, postgresProgram, SUPERUSER } from './postgres-folder';
import { asPostgresUser, postgresUser } from './postgres-user';
import type { PostgresUser } from './postgres-user';
import { Trouble } from './trouble';

/** Where and how to run a Postgres. */
export interface PostgresOptions {
  /** The cluster's own folder, made on the first start. */
  readonly folder: string;
  readonly port: number;
  /** The superuser's. A cluster keeps the one it was made with. */
  readonly password: string;
  /** @default postgres.log beside the folder */
  readonly logFile?: string;
  /** False gives up safety against a power cut for speed: throw-away servers of tests only. @default true */
  readonly durable?: boolean;
  readonly signal?: AbortSignal;
}

/** A running Postgres. */
export interface PostgresServer extends Child {
  readonly port: number;
  /** The superuser's address of the database `postgres`. */
  readonly url: string;
}

/** The address of a database on the embedded Postgres. */
export function postgresUrl(port: number, user: string, password: string, database: string): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Starts Postgres on a folder, making or repairing the folder first; done when it answers a query. Listens on loopback only. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const parent = dirname(resolve(options.folder));
  mkdirSync(parent, { recursive: true });
  const folder = join(realpathSync(parent), resolve(options.folder).slice(parent.length));
  const user = postgresUser();
  initialiseCluster(folder, options.password, user, options.durable ?? true);
  refuseOtherVersion(folder);
  await clearLeftovers(folder);
  const url = postgresUrl(options.port, SUPERUSER, options.password, 'postgres');
  const child = await launch({ ...options, folder }, user, url);
  return { ...child, port: options.port, url };
}

/**
 * After a SIGKILL the old server's backends take a moment to notice; until then the shared memory is in use and Postgres
 * rightly refuses to start. That refusal alone is tried again.
 */
async function launch(options: PostgresOptions, user: PostgresUser | undefined, url: string): Promise<Child> {
  for (const until = Date.now() + 10_000; ;) {
    try {
      return await spawnPostgres(options, user, url);
    } catch (error) {
      const busy = error instanceof Trouble && /shared memory block|lock file/.test(error.message);
      if (!busy || Date.now() > until) throw error;
      await sleep(200);
    }
  }
}

function spawnPostgres(options: PostgresOptions, user: PostgresUser | undefined, url: string): Promise<Child> {
  const settings = {
    listen_addresses: '127.0.0.1',
    // No socket file: its path has a length limit and its folder other permissions.
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Each of Temporal's four services keeps a pool of its own beside ours.
    max_connections: '300',
    ...(options.durable === false && { fsync: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const args = ['-D', options.folder, '-p', String(options.port), ...flags];
  return startChild({
    name: 'Postgres',
    ...asPostgresUser(user, options.folder, postgresProgram('postgres'), args),
    cwd: options.folder,
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    logFile: options.logFile ?? `${options.folder}.log`,
    signal: options.signal,
    ready: (printed) => /ready to accept connections/.test(printed) && answers(url, options.folder),
    // Postgres: SIGTERM would wait for every client to leave; SIGINT ends their sessions and stops cleanly.
    stopSignal: 'SIGINT',
  });
}

async function answers(url: string, folder: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // A connection that breaks while it is being opened also emits; the rejection below tells us.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') return false;
    throw new Trouble(
      `Postgres 的密码与数据文件夹 ${folder} 不符：请恢复原来的密码文件，或把整个数据文件夹移走后重新运行。`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

function refuseOtherVersion(folder: string): void {
  const ours = postgresMajorVersion();
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found !== ours) {
    throw new Trouble(`数据文件夹 ${folder} 属于 Postgres ${found}，本版本带的是 ${ours}：请先用旧版本导出数据。`);
  }
  if (!existsSync(join(folder, 'global', 'pg_control'))) {
    throw new Trouble(`数据文件夹 ${folder} 已损坏（缺 pg_control）：请从备份恢复，或把它移走后重新运行。`);
  }
}

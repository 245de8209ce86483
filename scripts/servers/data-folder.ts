import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { statSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { isRunning, recordOf } from './processes';
import type { ProcessRecord } from './processes';
import { Trouble } from './trouble';

/** Passwords and keys of one data folder, drawn once. */
export interface Secrets {
  /** Postgres' superuser; nothing but these scripts uses it. */
  readonly superuser: string;
  readonly temporal: string;
  readonly huiyin: string;
  /** HUIYIN_SECRET, unless the environment brings one. */
  readonly secret: string;
}

/** The project's own folder. */
export const ROOT = resolve(__dirname, '..', '..');

/** Where everything that is kept between two runs lies: HUIYIN_DATA, or `.data` in the project. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env): string {
  return resolve(ROOT, env.HUIYIN_DATA || '.data');
}

/** Makes the data folder, or makes sure that it is one of ours; answers its real path. */
export function openDataFolder(path: string): string {
  try {
    mkdirSync(path, { recursive: true });
    // As root, Postgres runs under another account that has to pass through; what is secret has its own lock.
    chmodSync(path, userInfo().uid === 0 ? 0o711 : 0o700);
    for (const name of ['logs', 'notices']) mkdirSync(join(path, name), { recursive: true, mode: 0o700 });
    return realpathSync(path);
  } catch (error) {
    throw new Trouble(
      `数据文件夹 ${path} 不能使用（${(error as Error).message}）：请检查权限，或用 HUIYIN_DATA 另指一个文件夹。`,
    );
  }
}

/** The folder's passwords. Where they are missing although there is data, drawing new ones would only lock the data up. */
export function secretsOf(folder: string): Secrets {
  const file = join(folder, 'secrets.json');
  if (!existsSync(file)) {
    if (existsSync(join(folder, 'postgres'))) throw broken(folder, '缺密码文件 secrets.json');
    const draw = () => randomBytes(24).toString('base64url');
    writePrivate(file, { superuser: draw(), temporal: draw(), huiyin: draw(), secret: draw() + draw() });
  }
  const secrets = readJson(file) as Partial<Secrets> | undefined;
  const { superuser, temporal, huiyin, secret } = secrets ?? {};
  if (!superuser || !temporal || !huiyin || !secret) throw broken(folder, '密码文件 secrets.json 读不出来');
  return { superuser, temporal, huiyin, secret };
}

/** Makes sure that only one `npm start` works in this folder; the answer lets it go again. */
export function lockDataFolder(folder: string): () => void {
  const lock = join(folder, 'start.lock');
  const mine = `${lock}.${process.pid}`;
  writePrivate(mine, recordOf('npm start', process.pid));
  try {
    while (!link(mine, lock)) passOver(lock, folder);
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(lock, { force: true });
}

/** Writes JSON that only this user may read, whole or not at all. */
export function writePrivate(file: string, content: unknown): void {
  writePrivateText(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** Writes text that only this user may read, whole or not at all. */
export function writePrivateText(file: string, text: string): void {
  const unfinished = `${file}.part`;
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, text, { mode: 0o600 });
  renameSync(unfinished, file);
}

/** What a JSON file holds, undefined when it is missing or not JSON. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Takes an abandoned lock away, or says who holds it. */
function passOver(lock: string, folder: string): void {
  const holder = readJson(lock) as ProcessRecord | undefined;
  if (holder && isRunning(holder)) {
    throw new Trouble(
      `回音已在运行（进程 ${holder.pid}，数据文件夹 ${folder}）：要重启，请先在它的终端按 Ctrl-C（或 kill ${holder.pid}）；要另开一份，请用 HUIYIN_DATA 和各端口变量分开。`,
    );
  }
  const aside = `${lock}.${process.pid}.aside`;
  try {
    renameSync(lock, aside);
  } catch {
    // Somebody else took it away first.
    return;
  }
  // Between our look and our grip another start may have put its own lock there; that one goes back.
  const grabbed = readJson(aside) as ProcessRecord | undefined;
  if (grabbed && isRunning(grabbed)) link(aside, lock);
  rmSync(aside, { force: true });
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Starts a new log where the old one has grown large; one old one is kept. */
export function rotateLogs(logs: readonly string[]): void {
  for (const log of logs) {
    const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
    if (size > 20 * 1024 * 1024) renameSync(log, `${log}.1`);
  }
}

function broken(folder: string, what: string): Trouble {
  return new Trouble(`数据文件夹 ${folder} 已损坏（${what}）：请从备份恢复，或把它移走后重新 npm start。`);
}

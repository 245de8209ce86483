import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { requireGo, runGo } from './go';
import { birthOf } from './processes';
import { Trouble } from './trouble';

/** What is built: the official main packages, two of which are called "server", under names of ours. */
const PROGRAMS = {
  'temporal-server': 'go.temporal.io/server/cmd/server',
  'temporal-sql-tool': 'go.temporal.io/server/cmd/tools/sql',
  'temporal-ui': 'github.com/temporalio/ui-server/v2/cmd/server',
} as const;

/** Paths of the built programs. */
export type TemporalPrograms = Readonly<Record<keyof typeof PROGRAMS, string>>;

const MODULE = join(__dirname, 'temporal');

/** Where built programs are kept, for all clones of this user: HUIYIN_CACHE, or the user's cache folder. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return resolve(env.HUIYIN_CACHE ?? join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'huiyin'));
}

/**
 * The Temporal server, its schema tool and its Web UI, built from Go modules where this user has not built these versions
 * before. Each program appears under its name only when it is whole, so a killed build and two at once do no harm.
 */
export async function ensureTemporalBuilt(signal?: AbortSignal, cache = cacheFolder()): Promise<TemporalPrograms> {
  const folder = join(cache, versionName());
  const missing = Object.entries(PROGRAMS).filter(([name]) => !existsSync(join(folder, name)));
  if (missing.length > 0) await build(folder, missing, signal);
  const paths = Object.keys(PROGRAMS).map((name) => [name, join(folder, name)]);
  return Object.fromEntries(paths) as TemporalPrograms;
}

/** Folder name of these very sources: the versions for people, a hash over everything they depend on for certainty. */
export function versionName(): string {
  const [mod, sum] = ['go.mod', 'go.sum'].map((name) => readFileSync(join(MODULE, name), 'utf8'));
  const version = (module: string) => new RegExp(`${module} v(\\S+)`).exec(mod!)?.[1];
  const hash = createHash('sha256').update(`${mod}${sum}${process.platform}${process.arch}`).digest('hex').slice(0, 8);
  return `temporal-${version('go.temporal.io/server')}-ui-${version('github.com/temporalio/ui-server/v2')}-${hash}`;
}

async function build(folder: string, programs: readonly [string, string][], signal?: AbortSignal): Promise<void> {
  const wanted = /^go (\S+)/m.exec(readFileSync(join(MODULE, 'go.mod'), 'utf8'))?.[1] ?? '';
  requireGo(wanted);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Trouble(
      `无法写入缓存文件夹 ${folder}（${(error as Error).message}）：请检查权限，或用 HUIYIN_CACHE 另指一处。`,
    );
  }
  sweep(folder);
  console.log(`首次构建 Temporal（${versionName()}），约需几分钟，之后不再重复。`);
  const progress = new Progress();
  const see = (line: string) => progress.see(line);
  const packages = await runGo(['list', '-deps', ...programs.map(([, pkg]) => pkg)], MODULE, see, signal);
  progress.total = packages.trim().split('\n').length;
  for (const [name, pkg] of programs) {
    await whole(join(folder, name), (target) => runGo(['build', ...FLAGS, '-o', target, pkg], MODULE, see, signal));
  }
  progress.end();
}

const FLAGS = ['-v', '-trimpath', '-buildvcs=false', '-ldflags=-s -w'];

/** Lets a file be written under another name and gives it its own when it is whole. */
async function whole(target: string, write: (unfinished: string) => Promise<unknown>): Promise<void> {
  const unfinished = `${target}.${process.pid}.${randomBytes(4).toString('hex')}.part`;
  try {
    await write(unfinished);
    renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Takes away what killed builds left: half programs whose builder is no longer alive. */
function sweep(folder: string): void {
  for (const file of readdirSync(folder)) {
    const pid = /\.(\d+)\.[0-9a-f]+\.part$/.exec(file)?.[1];
    if (pid !== undefined && birthOf(Number(pid)) === undefined) rmSync(join(folder, file), { force: true });
  }
}

/** Tells how far a build is: one line that renews itself on a terminal, a line every ten seconds elsewhere. */
class Progress {
  total = 0;
  private fetched = 0;
  private compiled = 0;
  private toldAt = Date.now();

  see(line: string): void {
    if (line.startsWith('go: downloading ')) this.fetched += 1;
    else if (/^[\w.-]+(\/[\w.~-]+)*$/.test(line)) this.compiled += 1;
    if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${this.words()}`);
    else if (Date.now() - this.toldAt > 10_000) console.log(this.words());
    else return;
    this.toldAt = Date.now();
  }

  end(): void {
    if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
    console.log('Temporal 构建完成。');
  }

  private words(): string {
    const fetched = this.fetched > 0 ? `已下载 ${this.fetched} 个模块` : '';
    const compiled = this.total > 0 ? `已编译 ${Math.min(this.compiled, this.total)} / ${this.total} 个包` : '';
    return `  构建 Temporal：${[fetched, compiled].filter(Boolean).join('，') || '准备中'}…`;
  }
}

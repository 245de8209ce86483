import { execFileSync, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { Trouble } from './trouble';

/** The settings every call of Go gets: nothing from the user's surroundings may change what is built, or fetch another Go. */
export const GO_ENV: NodeJS.ProcessEnv = {
  ...process.env,
  CGO_ENABLED: '0',
  GOFLAGS: '-mod=readonly',
  GOTOOLCHAIN: 'local',
  GOWORK: 'off',
  GO111MODULE: 'on',
  GOOS: '',
  GOARCH: '',
};

/** Makes sure a Go of at least this version ("1.26.8") is on the PATH. */
export function requireGo(version: string): void {
  const found = goVersion();
  const hint = `请安装 Go ${version} 或更新的版本（go.dev/dl）并放进 PATH`;
  if (found === undefined) throw new Trouble(`没有找到 Go：${hint}。`);
  if (!isAtLeast(found, version)) throw new Trouble(`Go 太旧（${found}）：${hint}。`);
}

/** Whether a version as Go writes it ("1.26.8", "1.27rc1") is no older than another. A pre-release counts as its release. */
export function isAtLeast(found: string, wanted: string): boolean {
  const parts = (version: string) => version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  const [have, need] = [parts(found), parts(wanted)];
  const at = need.findIndex((part, index) => (have[index] ?? 0) !== part);
  return at === -1 || (have[at] ?? 0) > (need[at] ?? 0);
}

/** Runs Go in a module's folder, telling each line it prints on stderr; fails with its last words. */
export function runGo(
  args: readonly string[],
  cwd: string,
  onLine: (line: string) => void,
  signal?: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const go = spawn('go', args, { cwd, env: GO_ENV, stdio: ['ignore', 'pipe', 'pipe'], signal });
    const endWithUs = () => go.kill();
    process.once('exit', endWithUs);
    const out: string[] = [];
    let last = '';
    go.stdout.on('data', (bytes: Buffer) => out.push(bytes.toString('utf8')));
    createInterface({ input: go.stderr }).on('line', (line) => {
      last = line.trim() || last;
      onLine(line);
    });
    go.once('error', reject);
    go.once('close', (code) => {
      process.off('exit', endWithUs);
      if (code === 0) resolve(out.join(''));
      else
        reject(
          new Trouble(`go ${args[0]} 失败：${last || `exit code ${code}`}（请检查网络、GOPROXY 与磁盘空间后重试。）`),
        );
    });
  });
}

function goVersion(): string | undefined {
  try {
    // Asked outside any module: inside one, Go would fetch the toolchain that module wants and name that.
    const text = execFileSync('go', ['env', 'GOVERSION'], {
      cwd: tmpdir(),
      env: GO_ENV,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return /^go(\S+)/.exec(text)?.[1];
  } catch {
    return undefined;
  }
}

// The way into every script: needs nothing but Node, since it is what installs the rest.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const NODE = [20, 19];

main();

function main() {
  const [name = '', ...args] = process.argv.slice(2);
  const script = join(root, 'scripts', `${name}.ts`);
  requireNode();
  if (!/^[a-z-]+$/.test(name) || !existsSync(script)) fail(`没有这个命令：${name || '(空)'}`);
  process.chdir(root);
  installOnce();
  // In this very process rather than a child of it: signals and exit codes need nobody to pass them on.
  const require = createRequire(import.meta.url);
  process.argv = [process.argv[0], script, ...args];
  require('tsx/cjs');
  require(script);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NODE[0] || (major === NODE[0] && minor >= NODE[1])) return;
  fail(`Node 太旧（${process.versions.node}）：请安装 Node ${NODE.join('.')} 或更新的版本（nodejs.org）。`);
}

/** Installs what package-lock.json lists where that has not been done since it changed; two commands at once install once. */
function installOnce() {
  if (isInstalled()) return;
  const lock = join(tmpdir(), `huiyin-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);
  while (!take(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  try {
    if (!isInstalled()) install();
  } finally {
    rmSync(lock, { force: true });
  }
}

/**
 * Whether node_modules holds what package-lock.json lists. npm writes its own list last, so it is missing after anything
 * unfinished. Contents are compared, not dates: a fresh clone's files are always new.
 */
function isInstalled() {
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const present = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || (path in present ? present[path].version === version : optional),
  );
}

function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

function install() {
  const folder = join(root, 'node_modules');
  // npm ci would empty the folder behind the link, which is somebody else's.
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    fail('node_modules 是一个链接，里面的依赖与 package-lock.json 不符：请删掉这个链接后重试。');
  }
  console.log('正在安装依赖（npm ci）…');
  const done = spawnSync('npm', ['ci', '--include=dev'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.status !== 0) fail('依赖没有装好（npm ci 失败）：请检查网络与磁盘空间后重试。');
}

/** Takes a lock file, also from an owner that no longer lives. */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isAlive(Number(readFileSync(lock, { encoding: 'utf8', flag: 'a+' })))) rmSync(lock, { force: true });
    return false;
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

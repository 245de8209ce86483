import { spawn } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts, isPortTaken } from '../../scripts/servers/ports';
import { birthOf, signalQuietly } from '../../scripts/servers/processes';
import { remember } from '../../scripts/servers/records';
import { readRunning } from '../../scripts/servers/running';
import { temporalPortsAround } from '../../scripts/servers/temporal';
import { scratchFolder } from './scratch';

const PARTS = ['postgres', 'temporal', 'ui', 'worker', 'api'] as const;
const home = scratchFolder('start');
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  const [postgres, ui, api] = await freePorts(3);
  env = {
    ...process.env,
    HUIYIN_DATA: join(home, 'data'),
    HUIYIN_POSTGRES_PORT: String(postgres),
    HUIYIN_TEMPORAL_PORT: String(await freeTemporalPort()),
    HUIYIN_TEMPORAL_UI_PORT: String(ui),
    PORT: String(api),
    DATABASE_URL: '',
    TEMPORAL_ADDRESS: '',
  };
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

test('survives the death of every part and of itself, keeps the data, and stops in order', async () => {
  const first = start();
  await first.says('up, start 1');

  const again = start();
  expect(await again.ended).toBe(1);
  expect(again.said()).toMatch(/^回音已在运行（进程 \d+，[^\n]+\n$/);

  for (const part of PARTS) {
    const before = pids()[part]!;
    process.kill(before, 'SIGKILL');
    await first.says('意外退出');
    await first.says('已恢复');
    expect(pids()[part]).not.toBe(before);
  }
  process.kill(first.pid, 'SIGTERM');
  expect(await first.ended).toBe(0);
  expect(first.said().match(/正在停止 .+…/g)).toEqual(
    ['API', 'Worker', 'Temporal UI', 'Temporal', 'Postgres'].map((name) => `正在停止 ${name}…`),
  );

  const second = start();
  await second.says('up, start 2');
  const left = pids();
  process.kill(second.pid, 'SIGKILL');
  await second.ended;
  expect(PARTS.every((part) => birthOf(left[part]!) !== undefined)).toBe(true);

  const third = start();
  await third.says('已结束留下的进程：API、Worker、Temporal UI、Temporal、Postgres');
  await third.says('up, start 3');
  [third.pid, ...Object.values(pids())].forEach((pid) => process.kill(pid, 'SIGKILL'));
  await third.ended;

  const fourth = start();
  await fourth.says('up, start 4');
  process.kill(fourth.pid, 'SIGINT');
  expect(await fourth.ended).toBe(0);
});

test('writes what is secret for this user only', () => {
  expect(statSync(join(env.HUIYIN_DATA!, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('says who is to blame for a port in use, and what to change', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(Number(env.PORT), '127.0.0.1', resolve);
  });
  const refused = start();
  expect(await refused.ended).toBe(1);
  expect(refused.said()).toBe(`端口 ${env.PORT}（接口 要用）已被别的程序占用：请停掉它，或用 PORT 换一个端口。\n`);
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

test.each([
  ['no Go', { HUIYIN_CACHE: join(home, 'cache'), PATH: '/nowhere' }, /^没有找到 Go：请安装 Go \d[^\n]+。\n$/],
  ['a wrong port', { PORT: 'http' }, /^PORT 应为 1 到 65535 的整数，现在是“http”。\n$/],
  ['no data folder', { HUIYIN_DATA: '/dev/null/data' }, /^数据文件夹 \/dev\/null\/data 不能使用（[^\n]+。\n$/],
  [
    'no database',
    { DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:9/x', TEMPORAL_ADDRESS: '127.0.0.1:9' },
    /^连不上 DATABASE_URL 指向的数据库（127\.0\.0\.1:9\/x）：[^\n]+。\n$/,
  ],
  ['not a database', { DATABASE_URL: 'mysql://u:hunter2@h/x' }, /^DATABASE_URL 不是 Postgres 地址：[^\n]+。\n$/],
])('says in one sentence that there is %s', async (_, change, sentence) => {
  const refused = start(change);
  expect(await refused.ended).toBe(1);
  expect(refused.said()).toMatch(sentence);
  expect(refused.said()).not.toContain('hunter2');
});

/** Starts the stand-in of `npm start` and follows what it says. */
function start(change: NodeJS.ProcessEnv = {}) {
  const args = ['--import', 'tsx', join(__dirname, 'stand-in', 'start.ts')];
  const child = spawn(process.execPath, args, { env: { ...env, ...change }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let heard = 0;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  started.push(child.pid!);
  const forget = remember('npm start', child.pid!, 'SIGTERM', 60_000);
  void ended.then(forget);
  return {
    pid: child.pid!,
    ended,
    said: () => said,
    /** Waits until it says something that it has not said to us before. */
    async says(words: string) {
      while (!said.includes(words, heard)) {
        if (child.exitCode !== null) throw new Error(`It ended without saying “${words}”:\n${said}`);
        await sleep(20);
      }
      heard = said.indexOf(words, heard) + words.length;
    },
  };
}

const started: number[] = [];
afterEach(() => started.splice(0).forEach((pid) => signalQuietly(pid, 'SIGTERM')));

function pids(): Readonly<Record<string, number>> {
  return readRunning({ HUIYIN_DATA: env.HUIYIN_DATA }).pids;
}

async function freeTemporalPort(): Promise<number> {
  const [port] = await freePorts(1);
  const taken = await Promise.all(Object.values(temporalPortsAround(port!)).map(isPortTaken));
  return taken.includes(true) || port! > 32_000 ? freeTemporalPort() : port!;
}

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { AN_INTAKE } from '../support/api';
import { TEST_SECRET, testDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';

const ROOT = join(__dirname, '../..');

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
}, 30_000);
afterAll(() => db.drop());

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The API as a process, and the lines that it has printed so far. */
function startApi(env: NodeJS.ProcessEnv): { child: ChildProcess; printed: () => string } {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'api/main.ts')], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], ...env },
  });
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += String(chunk)));
  child.stderr.on('data', (chunk) => (printed += String(chunk)));
  return { child, printed: () => printed };
}

test('the process starts and takes complaints without Temporal, finishes what it has in hand, and stops', async () => {
  const port = await freePort();
  const env = { DATABASE_URL: db.url, TEMPORAL_ADDRESS: '127.0.0.1:1', HUIYIN_SECRET: TEST_SECRET, PORT: String(port) };
  const { child, printed } = startApi(env);
  const ended = once(child, 'exit');
  while (!printed().includes('"api ready"')) await new Promise((done) => setTimeout(done, 50));

  const url = `http://127.0.0.1:${port}`;
  const ready = (await (await fetch(`${url}/readyz`)).json()) as { temporal: string };
  expect(ready.temporal).toBe('away');
  const authorization = `Bearer ${db.tokens['HANDLER']}`;
  const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': 'k' };
  const underWay = request(`${url}/complaints`, { method: 'POST', headers });
  const body = JSON.stringify(AN_INTAKE);
  underWay.write(body.slice(0, 50));
  await new Promise((done) => setTimeout(done, 500));
  child.kill('SIGTERM');
  while (!printed().includes('"api stopping"')) await new Promise((done) => setTimeout(done, 20));
  underWay.end(body.slice(50));
  const [answer] = (await once(underWay, 'response')) as [IncomingMessage];
  answer.resume();
  expect(answer.statusCode).toBe(201);
  expect((await ended)[0]).toBe(0);

  const lines = printed().trim().split('\n');
  expect(lines.every((line) => JSON.parse(line).name === 'api')).toBe(true);
  expect(lines.at(-1)).toContain('"api stopped"');
  expect(printed()).not.toMatch(/张小明|13812345678|漏水|hy_/);
}, 60_000);

test('the process says what is wrong with its environment and does not start', async () => {
  const { child, printed } = startApi({ HUIYIN_SECRET: 'short' });
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(1);
  expect(printed()).toContain('缺少 DATABASE_URL');
  expect(printed()).not.toMatch(/short|at .*main\.ts/);
}, 30_000);

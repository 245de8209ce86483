import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '../../scripts/servers/ports';
import { startPostgres } from '../../scripts/servers/postgres';
import { birthOf } from '../../scripts/servers/processes';
import { withClient } from '../../scripts/servers/roles';
import { scratchFolder } from './scratch';

const home = scratchFolder('postgres');
const folder = join(home, 'postgres');
let port: number;

const start = (password = 'pw one') => startPostgres({ folder, port, password, durable: false });
const query = (url: string, sql: string) => withClient(url, async (client) => (await client.query(sql)).rows);

beforeAll(async () => {
  [port] = (await freePorts(1)) as [number];
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

test('a cluster whose making was interrupted is made anew', async () => {
  mkdirSync(`${folder}.unfinished`);
  writeFileSync(join(`${folder}.unfinished`, 'PG_VERSION'), '18\n');
  const postgres = await start();
  await query(postgres.url, 'create table kept (n int)');
  await postgres.stop();
  expect(readdirSync(home).sort()).toEqual(['postgres', 'postgres.log']);
});

test('it listens on loopback only, wants a password, and its folder and log are for its owner', async () => {
  const postgres = await start();
  expect(await query(postgres.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  await expect(query(postgres.url.replace('pw%20one', 'guess'), 'select 1')).rejects.toThrow('password');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(`${folder}.log`).mode & 0o777).toBe(0o600);
  await postgres.stop();
});

test('after a SIGKILL the next start has the data and its own process', async () => {
  const killed = await start();
  await query(killed.url, 'insert into kept values (1)');
  await killed.kill();
  const postgres = await start();
  expect(await query(postgres.url, 'select n from kept')).toEqual([{ n: 1 }]);
  await postgres.stop();
});

test('a server that still runs on the folder is ended first', async () => {
  const left = await start();
  const postgres = await start();
  expect(birthOf(left.pid)).toBeUndefined();
  await postgres.stop();
});

test('a lock file whose pid belongs to another program by now does not keep it from starting', async () => {
  const killed = await start();
  await killed.kill();
  const lock = join(folder, 'postmaster.pid');
  const stranger = process.ppid;
  writeFileSync(lock, readFileSync(lock, 'utf8').replace(/^\d+/, String(stranger)));
  const postgres = await start();
  await postgres.stop();
  expect(birthOf(stranger)).toBeDefined();
});

test('another password than the folder was made with is said plainly', async () => {
  await expect(start('pw two')).rejects.toThrow(/^Postgres 的密码与数据文件夹 .+ 不符：/);
});

test('a folder of another version is left alone', async () => {
  const version = join(folder, 'PG_VERSION');
  const ours = readFileSync(version, 'utf8');
  writeFileSync(version, '12\n');
  await expect(start()).rejects.toThrow(/属于 Postgres 12，本版本带的是 18/);
  writeFileSync(version, ours);
});

test.each([['global/pg_control'], ['PG_VERSION']])(
  'a folder without its %s is called broken and left as it is',
  async (file) => {
    rmSync(join(folder, file));
    await expect(start()).rejects.toThrow(/^数据文件夹 .+ 已损坏（缺 .+）：/);
    expect(existsSync(join(folder, 'base'))).toBe(true);
  },
);

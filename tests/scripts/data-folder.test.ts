import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockDataFolder, openDataFolder, secretsOf } from '../../scripts/servers/data-folder';
import { recordOf } from '../../scripts/servers/processes';
import { endRemembered } from '../../scripts/servers/records';
import { readRunning } from '../../scripts/servers/running';
import { scratchFolder } from './scratch';

let folder: string;

beforeEach(() => {
  folder = openDataFolder(join(scratchFolder('data'), 'data'));
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

test('passwords are drawn once, all different, for this user only', () => {
  const secrets = secretsOf(folder);
  expect(secretsOf(folder)).toEqual(secrets);
  expect(new Set(Object.values(secrets)).size).toBe(4);
  expect(secrets.secret.length).toBeGreaterThanOrEqual(32);
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('data whose passwords are lost, or that cannot be read, is called broken', () => {
  mkdirSync(join(folder, 'postgres'));
  expect(() => secretsOf(folder)).toThrow(/已损坏（缺密码文件 secrets\.json）/);
  writeFileSync(join(folder, 'secrets.json'), '{"superuser":');
  expect(() => secretsOf(folder)).toThrow(/已损坏（密码文件 secrets\.json 读不出来）/);
});

test('only one start works in a folder at a time', () => {
  const unlock = lockDataFolder(folder);
  expect(() => lockDataFolder(folder)).toThrow(`回音已在运行（进程 ${process.pid}，`);
  unlock();
  lockDataFolder(folder)();
});

test.each([
  ['a dead process', JSON.stringify({ name: 'npm start', pid: 999_999_999, birth: 'long ago' })],
  ['another process that got its pid', JSON.stringify({ ...recordOf('npm start', process.ppid), birth: 'long ago' })],
  ['nobody that can be read', '{'],
])('a lock left by %s is passed over', (_, left) => {
  const lock = join(folder, 'start.lock');
  writeFileSync(lock, left);
  const unlock = lockDataFolder(folder);
  expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ pid: process.pid });
  unlock();
});

test('a process that merely has a remembered pid is not ended', async () => {
  const records = join(folder, 'processes');
  mkdirSync(records);
  const stranger = {
    ...recordOf('Temporal', process.ppid),
    birth: 'long ago',
    recordedAt: 0,
    signal: 'SIGKILL',
    stopWithinMs: 0,
  };
  writeFileSync(join(records, `${process.ppid}.json`), JSON.stringify(stranger));
  expect(await endRemembered(records)).toEqual([]);
  expect(process.kill(process.ppid, 0)).toBe(true);
});

test('a script that needs the running system says so when there is none', () => {
  expect(() => readRunning({ HUIYIN_DATA: folder })).toThrow(/^回音没有在运行：请先在另一个终端 npm start。$/);
});

test('a script can be pointed at an external system', () => {
  const running = readRunning({
    HUIYIN: 'https://huiyin.example',
    DATABASE_URL: 'postgres://u:p@db/huiyin',
    TEMPORAL_ADDRESS: 'temporal:7233',
    HUIYIN_SECRET: 's'.repeat(32),
  });
  expect(running).toMatchObject({
    apiUrl: 'https://huiyin.example',
    temporalAddress: 'temporal:7233',
    namespace: 'huiyin',
    pids: {},
  });
});

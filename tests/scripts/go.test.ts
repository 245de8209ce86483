import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAtLeast, requireGo } from '../../scripts/servers/go';
import { cacheFolder, ensureTemporalBuilt, versionName } from '../../scripts/servers/temporal-build';
import { scratchFolder } from './scratch';

test.each([
  ['1.26.8', '1.26.8', true],
  ['1.26.9', '1.26.8', true],
  ['1.26.10', '1.26.8', true],
  ['1.27', '1.26.8', true],
  ['1.27rc1', '1.26.8', true],
  ['2.0', '1.26.8', true],
  ['1.26.7', '1.26.8', false],
  ['1.26', '1.26.8', false],
  ['1.9.12', '1.26.8', false],
])('Go %s is enough where %s is asked for: %s', (found, wanted, enough) => {
  expect(isAtLeast(found, wanted)).toBe(enough);
});

test('a Go that is too old is named, together with what to do', () => {
  expect(() => requireGo('99.0.1')).toThrow(
    /^Go 太旧（1\.\d+[^）]*）：请安装 Go 99\.0\.1 或更新的版本（go\.dev\/dl）并放进 PATH。$/,
  );
});

test('the cache folder is HUIYIN_CACHE, or lies in the user’s', () => {
  expect(cacheFolder({ HUIYIN_CACHE: '/c', XDG_CACHE_HOME: '/x' })).toBe('/c');
  expect(cacheFolder({ XDG_CACHE_HOME: '/x' })).toBe('/x/huiyin');
  expect(cacheFolder({})).toMatch(/\/\.cache\/huiyin$/);
});

test('programs are kept under the versions they were built from', () => {
  expect(versionName()).toMatch(/^temporal-1\.\d+\.\d+-ui-2\.\d+\.\d+-[0-9a-f]{8}$/);
});

test('what a killed build left is taken away by the next one, and what is built is not built again', async () => {
  const cache = scratchFolder('cache');
  const folder = join(cache, versionName());
  mkdirSync(folder);
  for (const name of ['temporal-server', 'temporal-sql-tool']) writeFileSync(join(folder, name), 'built before');
  writeFileSync(join(folder, 'temporal-ui.999999999.0badcafe.part'), 'half');
  writeFileSync(join(folder, `temporal-ui.${process.pid}.0badcafe.part`), 'somebody is at it');
  jest.spyOn(console, 'log').mockImplementation();
  await ensureTemporalBuilt(undefined, cache);
  expect(readdirSync(folder).sort()).toEqual([
    'temporal-server',
    'temporal-sql-tool',
    'temporal-ui',
    `temporal-ui.${process.pid}.0badcafe.part`,
  ]);
  rmSync(cache, { recursive: true });
});

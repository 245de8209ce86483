import { exists, manifest, PAGES, section, textOf } from './pages';

const BUILT_IN = ['start', 'test'];

test.each(PAGES)('every npm script that %s names is there', (page) => {
  const named = [...textOf(page).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(([, run, own]) => run ?? own);
  const scripts = Object.keys(manifest.scripts);
  for (const name of named) expect(scripts).toContain(name);
  expect(scripts).toEqual(expect.arrayContaining(BUILT_IN));
});

test.each(PAGES)('every script, folder and source file that %s runs or names in code is there', (page) => {
  const named = [
    ...textOf(page).matchAll(
      /`((?:scripts|worker|api|db|domain|workflows|activities|templates|policies|calendars|tests|deploy)\/[\w./-]*)`/g,
    ),
  ].map(([, path]) => path!);
  const run = [...textOf(page).matchAll(/--import tsx ([\w./-]+\.ts)/g)].map(([, path]) => path!);
  // Next year's table is named as an example of what is to be written.
  const missing = [...named, ...run].filter((path) => !exists(path) && path !== 'calendars/china-2027.ts');
  expect(missing).toEqual([]);
});

const namesIn = (table: string): string[] =>
  [...table.matchAll(/^\| (.*?) *\|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
  );

test('the README says of every package why it is there, and of no other', () => {
  const all = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
  expect(namesIn(section('README.md', 'Dependencies')).sort()).toEqual(all.sort());
});

test('every package is pinned to one version', () => {
  const versions = [...Object.values(manifest.dependencies), ...Object.values(manifest.devDependencies)];
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

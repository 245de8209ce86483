import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Where the product's code lies; what it says of a clause it says in a `clause` field or in a comment. */
const CODE = ['domain', 'policies', 'workflows', 'activities', 'api', 'worker', 'db', 'calendars', 'templates'];
/** So many files are named for a clause; more say nothing more. */
const NAMED = 3;
/** Reports and forms are not built yet: RE-1, RE-2 and their like have no code. */
const NONE = '—';

type Source = { path: string; text: string };

/** All TypeScript files below some folders of the project, in order of their paths. */
function sourcesIn(root: string, folders: readonly string[]): Source[] {
  const found = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return found.sort().map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));
}

const mentions = (text: string, id: string): number => text.match(new RegExp(`\\b${id}(?!\\d)`, 'g'))?.length ?? 0;

/** The titles of a file's tests: what stands first in `test(`, `it(` and `describe(`, with `.each` or without. */
const titlesOf = (text: string): string =>
  [
    ...text.matchAll(
      /\b(?:test|it|describe)(?:\.\w+)*(?:\((?:[^()'"`]|\([^()]*\))*\))?\(\s*(['"`])((?:(?!\1)[\s\S])*)\1/g,
    ),
  ]
    .map(([, , title]) => title)
    .join('\n');

/** The files that say most of a clause, most first. */
function filesFor(id: string, sources: readonly Source[]): string {
  const counted = sources
    .map(({ path, text }) => ({ path, count: mentions(text, id) }))
    .filter(({ count }) => count > 0);
  const named = counted.sort((a, b) => b.count - a.count || a.path.localeCompare(b.path)).slice(0, NAMED);
  return named.map(({ path }) => `[${path}](../${path})`).join('、') || NONE;
}

const ROW = /^\| ((?:RO|IN|CL|HA|CO|RE)-\d+) *\|([^|]*)\|([^|]*)\|.*$/gm;

/** The page of clauses with its columns 代码 and 测试 as the sources have them now. */
export function clausePage(root: string): string {
  const page = readFileSync(join(root, 'docs', 'clauses.md'), 'utf8');
  const code = sourcesIn(root, CODE);
  const tests = sourcesIn(root, ['tests']).map(({ path, text }) => ({ path, text: titlesOf(text) }));
  return page.replace(ROW, (_, id: string, what: string, from: string) =>
    [`| ${id}`, what.trim(), from.trim(), filesFor(id, code), `${filesFor(id, tests)} |`].join(' | '),
  );
}

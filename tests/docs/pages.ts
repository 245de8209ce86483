import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** A file of the project, as text. */
export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Whether the project has a file or folder of this name. */
export const exists = (path: string): boolean => existsSync(join(ROOT, path));

const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' });

/** Every page that people read, by its path in the project. */
export const PAGES: string[] = ['README.md', 'CHANGELOG.md', ...docs.map((name) => join('docs', name))]
  .filter((path) => path.endsWith('.md'))
  .map((path) => relative('', path));

/** What package.json says. */
export const manifest = JSON.parse(textOf('package.json')) as Record<
  'scripts' | 'dependencies' | 'devDependencies',
  Record<string, string>
>;

/** The part of a page below a heading, up to the next one of its rank or above. */
export function section(page: string, heading: string): string {
  const lines = textOf(page).split('\n');
  const start = lines.findIndex((line) => line.replace(/^#+ /, '') === heading && line.startsWith('#'));
  if (start < 0) throw new Error(`${page} has no heading "${heading}".`);
  const rank = lines[start]?.match(/^#+/)?.[0].length ?? 1;
  const end = lines.findIndex((line, i) => i > start && new RegExp(`^#{1,${rank}} `).test(line));
  return lines.slice(start + 1, end < 0 ? undefined : end).join('\n');
}

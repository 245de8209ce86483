import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const PRODUCT = [
  'domain',
  'policies',
  'calendars',
  'templates',
  'workflows',
  'activities',
  'gateway',
  'worker',
  'api',
  'db',
  'scripts',
];
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The TypeScript in some folders of the product. */
const sources = (...folders: string[]): string[] =>
  folders
    .filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true }).map((path) => join(folder, String(path))))
    .filter((path) => path.endsWith('.ts'));

/** The lines that say something: neither blank nor comment. The same count as the linter's. */
function linesOfCode(source: string): number {
  const withoutComments = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return withoutComments.split('\n').filter((line) => line.trim() !== '').length;
}

/** The text of a function, from its signature to the brace that ends it. */
function functionIn(source: string, name: string): string {
  const [found] = new RegExp(`^export async function ${name}\\([\\s\\S]*?^}$`, 'm').exec(source) ?? [];
  if (!found) throw new Error(`There is no function '${name}'.`);
  return found;
}

describe('the story of the procedure', () => {
  const story = text('workflows/procedure.ts');

  it('is told in at most 40 lines', () => {
    expect(functionIn(story, 'procedure').split('\n').length).toBeLessThanOrEqual(40);
  });

  it('names no policy, and needs nothing from Temporal', () => {
    expect(story).not.toMatch(/standard|online-service|service-desk|retail-franchise|case-analysis|marketplace/i);
    expect(story).not.toMatch(/from '[^']*temporal/);
  });

  it('keeps nothing that a new run would not find in the file: no variable that changes', () => {
    expect(story).not.toMatch(/^\s*let |^\s*var /m);
  });
});

describe('a difference between the documents', () => {
  /** Asking for a policy by its name, or for a level or priority by its value where the policy's data should say it. */
  const ASKS =
    /\bpolicy\s*[!=]==?|[!=]==?\s*['"](standard|online-service|service-desk|retail-franchise|case-analysis|marketplace)|\blevel\s*[!=]==?\s*\d|\bpriority\s*[!=]==?\s*['"]/;

  it('is data, and nowhere a question in the domain or the workflows', () => {
    const asked = sources('domain', 'workflows').flatMap((path) =>
      text(path)
        .split('\n')
        .filter((line) => ASKS.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(asked).toEqual([]);
  });

  it('would be seen', () => {
    for (const line of [
      "if (policy === 'standard')",
      'rules.policy !== other',
      'file.level === 3',
      "if (file.priority === 'urgent')",
    ]) {
      expect(line).toMatch(ASKS);
    }
  });
});

describe('a source written by hand', () => {
  // Data are as long as they are.
  const product = sources(...PRODUCT).filter((path) => !/^(policies|calendars|templates|db\/migrations)\//.test(path));

  it('is there to be looked at', () => {
    expect(product.length).toBeGreaterThan(40);
  });

  it('has no more than 200 lines', () => {
    const long = product.map((path) => ({ path, lines: linesOfCode(text(path)) })).filter(({ lines }) => lines > 200);
    expect(long).toEqual([]);
  });
});

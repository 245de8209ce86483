import { dirname, join } from 'node:path';
import { exists, PAGES, textOf } from './pages';

/** Links within the project: not to the world, and not those inside code. */
const linksOf = (page: string): string[] =>
  [...withoutCode(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target));

const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

/** Headings as GitHub makes anchors of them. */
const anchorsOf = (page: string): string[] =>
  [...withoutFences(textOf(page)).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );

const withoutFences = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '');

test.each(PAGES)('every link of %s leads somewhere', (page) => {
  for (const link of linksOf(page)) {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : join(dirname(page), decodeURIComponent(path));
    expect({ link, leads: exists(target) }).toEqual({ link, leads: true });
    if (anchor) expect(anchorsOf(target)).toContain(decodeURIComponent(anchor));
  }
});

test.each(PAGES)('%s begins with its only first heading', (page) => {
  const headings = withoutFences(textOf(page)).match(/^# .+$/gm);
  expect(headings).toHaveLength(1);
  expect(textOf(page).startsWith('# ')).toBe(true);
});

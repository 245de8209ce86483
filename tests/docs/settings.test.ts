import { section, textOf } from './pages';

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name]) => name!);

/** The variables that the code and the compose file read. */
const READ = {
  'config.ts': all(textOf('config.ts'), /^ {2}([A-Z][A-Z_]+): /gm),
  'docker-compose.yml': all(textOf('docker-compose.yml'), /\$\{(\w+)/g),
  'scripts/servers/settings.ts': all(textOf('scripts/servers/settings.ts'), /'([A-Z]+_[A-Z_]+)'/g),
  'scripts/servers/data-folder.ts': all(textOf('scripts/servers/data-folder.ts'), /env\.([A-Z_]+)/g),
  'scripts/setup.ts': all(textOf('scripts/setup.ts'), /flag\('([A-Z_]+)'\)/g),
};

test.each(Object.entries(READ))('every variable that %s reads is explained in .env.example', (_, names) => {
  const explained = all(textOf('.env.example'), /^#?([A-Z][A-Z_]*)=/gm);
  expect(names.length).toBeGreaterThan(0);
  expect(explained).toEqual(expect.arrayContaining(names));
});

test.each(Object.entries(READ))('every variable that %s reads stands in the configuration table', (_, names) => {
  expect(all(section('docs/operations.md', 'Configuration'), /`([A-Z][A-Z_]+)`/g)).toEqual(
    expect.arrayContaining(names),
  );
});

test('compose does not start without its four secrets, and gives none of them a default', () => {
  const compose = textOf('docker-compose.yml');
  for (const secret of ['POSTGRES_PASSWORD', 'HUIYIN_DB_PASSWORD', 'TEMPORAL_DB_PASSWORD', 'HUIYIN_SECRET']) {
    const uses = compose.match(new RegExp(`\\$\\{${secret}[^}]*\\}`, 'g')) ?? [];
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((use) => !use.startsWith(`\${${secret}:?`))).toEqual([]);
  }
});

test('of what compose publishes, everything is on loopback unless somebody says otherwise', () => {
  const published = all(textOf('docker-compose.yml'), /^ +- '(.+:\d+)'$/gm);
  expect(published).toHaveLength(2);
  expect(published.filter((port) => !port.startsWith('${HUIYIN_BIND:-127.0.0.1}:'))).toEqual([]);
});

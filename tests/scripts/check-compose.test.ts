import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from './scratch';

const RUN = join(__dirname, '..', '..', 'scripts', 'run.mjs');
const GOOD = `services:
  postgres:
    image: postgres:18
    environment:
      POSTGRES_PASSWORD: \${POSTGRES_PASSWORD:?set it}
  api:
    image: huiyin
    depends_on:
      postgres: { condition: service_healthy }
`;

const folder = scratchFolder('compose');
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['is valid', GOOD, 0, /有效：api、postgres。\n$/],
  [
    'starts a service that is not there',
    GOOD.replace('  postgres:\n', '  database:\n'),
    1,
    /depends on undefined service "postgres"/,
  ],
  [
    'has a key that Compose does not know',
    GOOD.replace('image: huiyin', 'picture: huiyin'),
    1,
    /services\.api\.picture/,
  ],
  ['is not YAML', 'services: [', 1, /yaml:/],
])('a compose file that %s', (_, text, status, words) => {
  const file = join(folder, 'docker-compose.yml');
  writeFileSync(file, text);
  const done = spawnSync(process.execPath, [RUN, 'check-compose', file], { encoding: 'utf8' });
  expect(done.stdout + done.stderr).toMatch(words);
  expect(done.status).toBe(status);
});

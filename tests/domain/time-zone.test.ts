import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = path.join(__dirname, '..', '..');

/** [zone, minutes that its local time is behind UTC in January 2026] */
const ZONES: [string, number][] = [
  ['UTC', 0],
  ['Asia/Shanghai', -480],
  ['America/New_York', 300],
  ['Pacific/Kiritimati', -840],
];

it('due times and their sentences are the same whatever the zone of the process', async () => {
  const answers = await Promise.all(
    ZONES.map(async ([zone]) => {
      const script = path.join(__dirname, 'due-digest.ts');
      const env = { ...process.env, TZ: zone };
      const { stdout } = await run(process.execPath, ['--import', 'tsx', script], { cwd: root, env });
      const [offset, digest] = stdout.trim().split(' ');
      return { offset: Number(offset), digest };
    }),
  );
  expect(answers.map(({ offset }) => offset)).toEqual(ZONES.map(([, offset]) => offset));
  expect(new Set(answers.map(({ digest }) => digest)).size).toBe(1);
}, 60_000);

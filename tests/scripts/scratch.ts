import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty folder for one test, inside the run's own, so that it goes with the run even when the test is killed. */
export function scratchFolder(name: string): string {
  return mkdtempSync(join(process.env.HUIYIN_TEST_FOLDER ?? tmpdir(), `${name}-`));
}

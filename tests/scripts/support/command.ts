import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/servers/data-folder';
import { writeRunning } from '../../../scripts/servers/running';
import { TEST_SECRET } from '../../support/database';

/** What a script said and how it ended. */
export type Said = { code: number | null; out: string; err: string };

type Site = { databaseUrl: string; address: string; namespace: string; development?: boolean };

const folders: string[] = [];
afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** A data folder that looks to scripts as if `npm start` were running on these servers. */
export function installationFolder({ databaseUrl, address, namespace, development = true }: Site): string {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-installation-'));
  folders.push(folder);
  const environment = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    HUIYIN_SECRET: TEST_SECRET,
    HUIYIN_DEVELOPMENT: String(development),
  };
  writeRunning(folder, environment, {});
  return folder;
}

/** Runs a script as people do, against an installation. */
export function command(folder: string, name: string, ...args: string[]): Promise<Said> {
  return commandWith({ HUIYIN_DATA: folder, DATABASE_URL: '', TEMPORAL_ADDRESS: '' }, name, ...args);
}

/** The same with an environment of the test's own. */
export function commandWith(env: NodeJS.ProcessEnv, name: string, ...args: string[]): Promise<Said> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'run.mjs'), name, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Said = { code: null, out: '', err: '' };
  child.stdout.on('data', (bytes: Buffer) => (said.out += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (said.err += bytes.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ ...said, code }));
  });
}

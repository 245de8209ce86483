import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning, recordOf } from './processes';
import type { ProcessRecord } from './processes';
import { withFreePorts } from './ports';
import { startPostgres } from './postgres';
import type { PostgresServer } from './postgres';
import { endRemembered, RECORDS_VARIABLE } from './records';
import { startTemporal, TEMPORAL_PORT_COUNT, temporalPortsFrom } from './temporal';
import type { TemporalServer } from './temporal';

const PREFIX = 'huiyin-test-';
const PASSWORD = 'throw-away';

/** Servers for one run of the tests, gone with it. */
export interface ThrowAwayServers {
  /** Goes with the run, and so does whatever else is put there. */
  readonly folder: string;
  readonly postgres: PostgresServer;
  readonly temporal: TemporalServer;
  /** Brings one back that was killed, on its old ports and data. */
  restartPostgres(): Promise<void>;
  restartTemporal(): Promise<void>;
  /** Stops both, and whatever the tests themselves left running, and removes their folder. */
  dispose(): Promise<void>;
}

/** A Postgres and a Temporal server on free ports in a folder of their own, so that any number of runs go on side by side. */
export async function startThrowAwayServers(): Promise<ThrowAwayServers> {
  await sweepThrowAways();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(runFile(folder), JSON.stringify(recordOf('run', process.pid)));
  process.env[RECORDS_VARIABLE] = recordsFolder(folder);
  const dispose = () => clearAway(folder);
  try {
    // Its data need not survive a power cut, so it does not wait for the disk.
    const cluster = { folder: join(folder, 'postgres'), password: PASSWORD, durable: false };
    const servePostgres = (port: number) => startPostgres({ ...cluster, port });
    const postgres = await withFreePorts(1, ([port]) => servePostgres(port!));
    const serveTemporal = (ports: readonly number[]) =>
      startTemporal({ postgres, password: PASSWORD, ports: temporalPortsFrom(ports), folder });
    let temporalPorts: readonly number[] = [];
    const temporal = await withFreePorts(TEMPORAL_PORT_COUNT, (ports) => serveTemporal((temporalPorts = ports)));
    return {
      folder,
      postgres,
      temporal,
      restartPostgres: async () => void (await servePostgres(postgres.port)),
      restartTemporal: async () => void (await serveTemporal(temporalPorts)),
      dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Ends servers of test runs that were killed, and removes their folders. A folder whose run still lives is left alone. */
export async function sweepThrowAways(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const run = readRun(folder);
    // Without a note of its run it is one just being made, or what something still wrote into one that was swept.
    if (run ? !isRunning(run) : isOlderThanAnHour(folder)) await clearAway(folder);
  }
}

async function clearAway(folder: string): Promise<void> {
  // Again until there is nothing, for what still ran may have started more.
  while ((await endRemembered(recordsFolder(folder))).length > 0);
  rmSync(folder, { recursive: true, force: true });
}

function isOlderThanAnHour(folder: string): boolean {
  const madeAt = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
  return madeAt !== undefined && Date.now() - madeAt > 3_600_000;
}

function readRun(folder: string): ProcessRecord | undefined {
  try {
    return JSON.parse(readFileSync(runFile(folder), 'utf8')) as ProcessRecord;
  } catch {
    return undefined;
  }
}

function runFile(folder: string): string {
  return join(folder, 'run.json');
}

function recordsFolder(folder: string): string {
  return join(folder, 'processes');
}

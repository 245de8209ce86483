import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../config';
import type { Config } from '../../config';
import { dataFolder, readJson, writePrivate } from './data-folder';
import { isRunning, recordOf } from './processes';
import type { ProcessRecord } from './processes';
import { Trouble } from './trouble';

/** How other scripts reach the system that runs. */
export interface Running {
  readonly apiUrl: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  /** Missing when Temporal is external and nobody said where its UI is. */
  readonly uiUrl?: string;
  readonly secret: string;
  /** Of what `npm start` itself started: postgres, temporal, ui, worker, api. Empty for an external system. */
  readonly pids: Readonly<Record<string, number>>;
  /** What worker and API were given; `temporalConnectionOptions(running.config)` connects as they do. */
  readonly config: Config;
}

interface RunFile {
  readonly start: ProcessRecord;
  readonly pids: Readonly<Record<string, number>>;
  readonly environment: NodeJS.ProcessEnv;
}

/** Notes down what runs, for `readRunning`. */
export function writeRunning(
  folder: string,
  environment: NodeJS.ProcessEnv,
  pids: Readonly<Record<string, number>>,
): void {
  const described = describe(environment, pids);
  writePrivate(runFile(folder), {
    ...described,
    config: undefined,
    start: recordOf('npm start', process.pid),
    environment,
  });
}

/** Nothing runs any more. */
export function forgetRunning(folder: string): void {
  rmSync(runFile(folder), { force: true });
}

/** The running system: the one the environment names (DATABASE_URL and TEMPORAL_ADDRESS), or that of `npm start`. */
export function readRunning(env: NodeJS.ProcessEnv = process.env): Running {
  if (env.DATABASE_URL && env.TEMPORAL_ADDRESS) return describe(env, {});
  const run = readJson(runFile(dataFolder(env))) as RunFile | undefined;
  if (!run || !isRunning(run.start)) throw new Trouble('回音没有在运行：请先在另一个终端 npm start。');
  return describe(run.environment, run.pids);
}

function describe(environment: NodeJS.ProcessEnv, pids: Readonly<Record<string, number>>): Running {
  const config = loadConfig(environment);
  return {
    apiUrl: environment.HUIYIN || `http://${config.host}:${config.port}`,
    databaseUrl: config.databaseUrl,
    temporalAddress: config.temporal.address,
    namespace: config.temporal.namespace,
    uiUrl: config.temporalUi,
    secret: config.secret,
    pids,
    config,
  };
}

function runFile(folder: string): string {
  return join(folder, 'run.json');
}

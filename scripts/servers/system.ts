import { join } from 'node:path';
import { loadConfig } from '../../config';
import type { Config } from '../../config';
import { startChild } from './child';
import type { Child } from './child';
import { ROOT } from './data-folder';
import { applicationUrl, ensureApplicationDatabase, keepPostgres, keepTemporal, logFile } from './embedded';
import type { Site } from './embedded';
import { connectTemporal, reasonOf, requireDatabase } from './external';
import { ensureNamespace } from './namespace';
import { needsPostgres } from './settings';
import { ensureTemporalBuilt } from './temporal-build';
import { Trouble } from './trouble';
import { isHealthy } from './ui';

/** What runs on the servers. Tests bring stand-ins. */
export interface Application<Prepared> {
  /** Arguments of node for each of the two processes. */
  readonly worker: readonly string[];
  readonly api: readonly string[];
  /** Brings the database up to date before the two start. */
  prepare(databaseUrl: string, secret: string): Promise<Prepared>;
}

/** Starts everything `npm start` consists of, from the bottom up, and leaves it in the keeper's care. */
export async function startSystem<Prepared>(
  site: Site,
  application: Application<Prepared>,
  environment: NodeJS.ProcessEnv,
): Promise<Prepared> {
  const { settings, keeper } = site;
  // Whatever is wrong with what the user gave is said before anything is started.
  const config = loadConfig(environment);
  const ownTemporal = settings.temporalAddress === undefined;
  if (ownTemporal) await ensureTemporalBuilt(keeper.signal);
  if (needsPostgres(settings)) await keepPostgres(site);
  if (settings.databaseUrl === undefined) await ensureApplicationDatabase(site);
  if (ownTemporal) await keepTemporal(site);
  await requireDatabase(config.databaseUrl);
  await prepareNamespace(config);
  const prepared = await prepare(application, config);
  const worker = keeper.keep({
    key: 'worker',
    name: 'Worker',
    start: (signal) => startWorker(site, application.worker, environment, signal),
  });
  const api = keeper.keep({
    key: 'api',
    name: 'API',
    start: (signal) => startApi(site, application.api, environment, signal),
  });
  await Promise.all([worker, api]);
  return prepared;
}

async function prepare<Prepared>(application: Application<Prepared>, config: Config): Promise<Prepared> {
  try {
    return await application.prepare(config.databaseUrl, config.secret);
  } catch (error) {
    throw new Trouble(`数据库不能更新到当前结构（${reasonOf(error)}）：请检查 DATABASE_URL 所用角色是否拥有该库。`);
  }
}

async function prepareNamespace(config: Config): Promise<void> {
  const connection = await connectTemporal(config);
  try {
    await ensureNamespace(connection, config.temporal.namespace);
  } finally {
    await connection.close();
  }
}

/** Variables that say how to reach an external Temporal; our own needs none of them. */
const TEMPORAL_VARIABLES = [
  'TEMPORAL_TLS',
  'TEMPORAL_TLS_CERT',
  'TEMPORAL_TLS_KEY',
  'TEMPORAL_TLS_CA',
  'TEMPORAL_TLS_SERVER_NAME',
  'TEMPORAL_API_KEY',
  'HUIYIN_TEMPORAL_UI',
];

/** Levels at which the worker would not even say that it is ready. Its words go to a file, so they disturb nobody. */
const SILENCING = ['fatal', 'error', 'warn', 'silent'];

/** What worker and API are told beside what everybody's environment says: our own servers, or those that it names. */
export function environmentFor({ folder, settings, secrets }: Site, given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { ports, databaseUrl, temporalAddress } = settings;
  const own = temporalAddress === undefined;
  return {
    ...Object.fromEntries(TEMPORAL_VARIABLES.map((name) => [name, own ? '' : given[name]])),
    ...(own && { HUIYIN_TEMPORAL_UI: `http://127.0.0.1:${ports.ui}` }),
    DATABASE_URL: databaseUrl ?? applicationUrl(settings, secrets),
    TEMPORAL_ADDRESS: temporalAddress ?? `127.0.0.1:${ports.temporal}`,
    TEMPORAL_NAMESPACE: settings.namespace,
    HOST: settings.host,
    PORT: String(ports.api),
    HUIYIN_SECRET: given.HUIYIN_SECRET || secrets.secret,
    HUIYIN_NOTICES_FOLDER: given.HUIYIN_NOTICES_FOLDER || join(folder, 'notices'),
    LOG_LEVEL: SILENCING.includes(given.LOG_LEVEL ?? '') ? 'info' : given.LOG_LEVEL,
    HUIYIN_DEVELOPMENT: String(own && databaseUrl === undefined),
  };
}

function startWorker(site: Site, args: readonly string[], own: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Child> {
  const env = { ...process.env, ...own };
  return startChild({
    name: 'Worker',
    command: process.execPath,
    args,
    env,
    cwd: ROOT,
    logFile: logFile(site.folder, 'worker'),
    ready: (printed) => printed.includes('"worker ready"'),
    signal,
  });
}

function startApi(site: Site, args: readonly string[], own: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Child> {
  const env = { ...process.env, ...own };
  const { host, ports } = site.settings;
  const address = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  return startChild({
    name: 'API',
    command: process.execPath,
    args,
    env,
    cwd: ROOT,
    logFile: logFile(site.folder, 'api'),
    ready: () => isHealthy(`http://${address}:${ports.api}/readyz`),
    signal,
  });
}

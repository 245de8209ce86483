import { join } from 'node:path';
import type { Secrets } from './data-folder';
import type { Keeper } from './keeper';
import { postgresUrl, startPostgres } from './postgres';
import { SUPERUSER } from './postgres-folder';
import { ensureDatabase, ensureRole, withClient } from './roles';
import type { Settings } from './settings';
import { startTemporal, temporalPortsAround } from './temporal';
import { startUi } from './ui';

/** What everything in one data folder is started from. */
export interface Site {
  readonly folder: string;
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly keeper: Keeper;
}

/** The application's role and its database bear one name. It owns that database and sees no other. */
const APPLICATION = 'huiyin';

/** The address under which worker and API reach the embedded database. */
export function applicationUrl(settings: Settings, secrets: Secrets): string {
  return postgresUrl(settings.ports.postgres, APPLICATION, secrets.huiyin, APPLICATION);
}

/** Starts the embedded Postgres. */
export async function keepPostgres(site: Site): Promise<void> {
  const { folder, settings, secrets, keeper } = site;
  const cluster = {
    folder: join(folder, 'postgres'),
    port: settings.ports.postgres,
    password: secrets.superuser,
    logFile: logFile(folder, 'postgres'),
  };
  await keeper.keep({
    key: 'postgres',
    name: 'Postgres',
    start: (signal) => startPostgres({ ...cluster, signal }),
  });
}

/** Makes the application's role and database. */
export async function ensureApplicationDatabase(site: Site): Promise<void> {
  await withClient(superuserUrl(site), async (client) => {
    await ensureRole(client, APPLICATION, site.secrets.huiyin);
    await ensureDatabase(client, APPLICATION, APPLICATION);
  });
}

/** Starts Temporal on the embedded Postgres, and its Web UI. */
export async function keepTemporal(site: Site): Promise<void> {
  const { folder, settings, secrets, keeper } = site;
  const { ports, namespace } = settings;
  const server = {
    postgres: { url: superuserUrl(site) },
    password: secrets.temporal,
    ports: temporalPortsAround(ports.temporal),
    folder: join(folder, 'temporal'),
    logFile: logFile(folder, 'temporal'),
  };
  const ui = {
    temporalAddress: `127.0.0.1:${ports.temporal}`,
    namespace,
    port: ports.ui,
    folder: join(folder, 'temporal'),
    logFile: logFile(folder, 'ui'),
  };
  await keeper.keep({ key: 'temporal', name: 'Temporal', start: (signal) => startTemporal({ ...server, signal }) });
  await keeper.keep({ key: 'ui', name: 'Temporal UI', start: (signal) => startUi({ ...ui, signal }) });
}

/** Where a part's log is. */
export function logFile(folder: string, key: string): string {
  return join(folder, 'logs', `${key}.log`);
}

function superuserUrl({ settings, secrets }: Site): string {
  return postgresUrl(settings.ports.postgres, SUPERUSER, secrets.superuser, 'postgres');
}

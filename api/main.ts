import { once } from 'node:events';
import { createServer } from 'node:http';
import { Client, Connection } from '@temporalio/client';
import pino from 'pino';
import { ConfigError, loadConfig, temporalConnectionOptions } from '../config';
import { openDatabase } from '../db/client';
import { Gateway, recordBy, temporalBy } from '../gateway/gateway';
import { Lanes, REGISTRATIONS_AT_ONCE } from '../gateway/lanes';
import { createApp } from './app';
import { Starter } from './starter';

/** Longer than any call of ours takes; whoever still holds a connection then has forgotten it. */
const STOP_WITHIN_MS = 20_000;

/** The API process. Starts without Temporal and takes complaints without it; stops in reverse order of starting. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const log = pino({ name: 'api', level: config.logLevel });
  const database = openDatabase(config.databaseUrl);
  const connection = Connection.lazy({
    ...temporalConnectionOptions(config),
    // The gateway itself decides what is sent again, after it has looked into the record.
    interceptors: [],
  });
  const temporal = temporalBy(new Client({ connection, namespace: config.temporal.namespace }));
  const starter = new Starter({ temporal, database, log });
  const gateway = new Gateway(temporal, recordBy(database));
  const server = createServer(
    createApp({
      database,
      gateway,
      starter,
      registrations: new Lanes(REGISTRATIONS_AT_ONCE),
      secret: config.secret,
      log,
    }),
  );

  server.listen(config.port, config.host);
  await once(server, 'listening');
  log.info({ host: config.host, port: config.port }, 'api ready');

  const [signal] = await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  log.info({ signal: String(signal) }, 'api stopping');
  // No new calls; those under way are answered, idle connections are let go.
  server.close();
  const impatient = setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS);
  await once(server, 'close');
  clearTimeout(impatient);
  await starter.close();
  await connection.close();
  await database.close();
  log.info('api stopped');
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});

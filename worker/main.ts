import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import pino from 'pino';
import { loadConfig, temporalConnectionOptions } from '../config';
import { openDatabase } from '../db/client';
import { createBatchWorker } from './batches';
import { runDispatcher } from './dispatcher';
import { fileChannel } from './file-channel';
import { runHealer } from './healer';
import { runStarter } from './starter';
import { ACTIVITY_SLOTS, createWorker, runTogether } from './worker';

/** The worker process: runs complaints, starts those that were left behind, sends notices. Stops in reverse order of starting. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const log = pino({ name: 'worker', level: config.logLevel });
  Runtime.install({ logger: new DefaultLogger('WARN', ({ level, message }) => log.warn({ level }, message)) });

  const database = openDatabase(config.databaseUrl, { max: ACTIVITY_SLOTS.local + ACTIVITY_SLOTS.ordinary });
  const background = openDatabase(config.databaseUrl, { max: 6, statement_timeout: 10_000 });
  const connection = await NativeConnection.connect(temporalConnectionOptions(config));
  const client = new Client({
    connection: Connection.lazy(temporalConnectionOptions(config)),
    namespace: config.temporal.namespace,
  });
  const { workflowBundle: codePath, secret, publicUrl, databaseUrl } = config;
  const { namespace } = config.temporal;
  const workflowBundle = codePath ? { codePath } : undefined;
  const worker = await createWorker({ connection, namespace, database, secret, workflowBundle });

  const batchWorker = await createBatchWorker({ connection, namespace, database: background, pace: config.batchPace });

  const stopping = new AbortController();
  const channels = config.noticesFolder ? [fileChannel(config.noticesFolder)] : [];
  const links = { secret, publicUrl };
  const besides = Promise.all([
    runStarter({ database: background, client, log }, stopping.signal),
    runHealer({ database: background, client, log }, stopping.signal),
    runDispatcher({ database: background, databaseUrl, channels, links, log }, stopping.signal),
  ]);
  log.info('worker ready');
  try {
    // Ends with a signal to the process: the runtime listens for it and lets the workers finish what they have in hand.
    await runTogether(worker, batchWorker);
  } finally {
    stopping.abort();
    await besides;
    await client.connection.close();
    await connection.close();
    await Promise.all([database.close(), background.close()]);
  }
  log.info('worker stopped');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

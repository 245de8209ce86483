import { randomBytes } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, NativeConnection, Runtime } from '@temporalio/worker';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { openDatabase } from '../../db/client';
import { ensureNamespace } from '../../scripts/servers/namespace';
import { createBatchWorker } from '../../worker/batches';
import { ACTIVITY_SLOTS, createWorker, runTogether } from '../../worker/worker';
import { serverFromEnv, TEST_SECRET } from './database';

const quiet = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error };
Runtime.install({ logger: quiet });

let bundle: Promise<WorkflowBundleWithSourceMap> | undefined;

/** The real workflow bundle, made once a process. */
export const workflowBundle = (): Promise<WorkflowBundleWithSourceMap> => {
  bundle ??= bundleWorkflowCode({ workflowsPath: require.resolve('../../workflows'), logger: quiet });
  return bundle;
};

/** A namespace of its own on the real Temporal server, for one test file. */
export type TestNamespace = {
  address: string;
  namespace: string;
  client: Client;
  /** Starts a worker on a database; it runs until it is stopped. */
  startWorker(databaseUrl: string): Promise<RunningWorker>;
  close(): Promise<void>;
};

/** Batches of tests do not dawdle. */
export const TEST_PACE = { group: 5, pauseMs: 50 };

export type RunningWorker = { stop(): Promise<void> };

export async function testNamespace(address = serverFromEnv('HUIYIN_TEST_TEMPORAL_ADDRESS')): Promise<TestNamespace> {
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  const connection = await Connection.connect({ address });
  await ensureNamespace(connection, namespace);
  return {
    address,
    namespace,
    client: new Client({ connection, namespace }),
    startWorker: (databaseUrl) => startWorker(address, namespace, databaseUrl),
    close: () => connection.close(),
  };
}

async function startWorker(address: string, namespace: string, databaseUrl: string): Promise<RunningWorker> {
  const database = openDatabase(databaseUrl, { max: ACTIVITY_SLOTS.local + ACTIVITY_SLOTS.ordinary + 1 });
  const connection = await NativeConnection.connect({ address });
  const worker = await createWorker({
    connection,
    namespace,
    database,
    secret: TEST_SECRET,
    workflowBundle: await workflowBundle(),
  });
  const batchWorker = await createBatchWorker({ connection, namespace, database, pace: TEST_PACE });
  const running = runTogether(worker, batchWorker);
  return {
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running;
      await connection.close();
      await database.close();
    },
  };
}

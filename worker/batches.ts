import { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import type { NativeConnection } from '@temporalio/worker';
import { createBatchActivities } from '../activities/send-group';
import type { Database } from '../db/client';
import { markBatchStarted, unfinishedBatches } from '../db/queries/batches';
import type { Pace } from '../db/schema/batches';
import { Gateway, recordBy, temporalBy } from '../gateway/gateway';
import { BATCH_TASK_QUEUE, BATCH_WORKFLOW_TYPE, batchStartOptions } from '../workflows/contract';
import { errorCode } from '../db/error-code';
import type { StarterDependencies } from './starter';

export type BatchWorkerOptions = { connection: NativeConnection; namespace: string; database: Database; pace: Pace };

/**
 * The worker that sends batches. It has slots, a queue and a pool of its own: whatever a batch waits for, the commits of
 * complaints do not wait behind it. One group at a time.
 */
export function createBatchWorker({ connection, namespace, database, pace }: BatchWorkerOptions): Promise<Worker> {
  const gateway = new Gateway(temporalBy(new Client({ connection, namespace })), recordBy(database));
  return Worker.create({
    connection,
    namespace,
    taskQueue: BATCH_TASK_QUEUE,
    activities: createBatchActivities({ database, gateway, pace }),
    maxConcurrentActivityTaskExecutions: 1,
    // Told to stop, it finishes the complaint in hand and leaves the others.
    shutdownGraceTime: 0,
    shutdownForceTime: '30s',
  });
}

/**
 * Starts what is not at its end: new batches, and those whose run somebody ended in Temporal. To start one that runs is no
 * error. Gives back how many were new.
 */
export async function startBatches({ database, client, log }: StarterDependencies): Promise<number> {
  let fresh = 0;
  for (const { id, started } of await unfinishedBatches(database.queries)) {
    try {
      await client.workflow.start(BATCH_WORKFLOW_TYPE, batchStartOptions(id));
      if (started) continue;
      await markBatchStarted(database.queries, id);
      fresh += 1;
    } catch (error) {
      log.warn({ batch: id, code: errorCode(error) }, 'batch not started, will be tried again');
    }
  }
  return fresh;
}

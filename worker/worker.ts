import { Worker } from '@temporalio/worker';
import type { NativeConnection, WorkerOptions } from '@temporalio/worker';
import { createActivities } from '../activities';
import type { ActivityDependencies } from '../activities';
import { TASK_QUEUE } from '../workflows/contract';

export type ComplaintWorkerOptions = ActivityDependencies & {
  connection: NativeConnection;
  namespace: string;
  /** A bundle built beforehand; without it the workflows are bundled at start (half a second). */
  workflowBundle?: WorkerOptions['workflowBundle'];
};

/** Local and ordinary activities together take no more connections than the pool has. */
export const ACTIVITY_SLOTS = { local: 8, ordinary: 4 };

/** Runs workers until all are told to stop; where one fails, the others are stopped too. */
export async function runTogether(...workers: Worker[]): Promise<void> {
  const runs = workers.map((worker) =>
    worker.run().finally(() => {
      for (const other of workers) if (other.getState() === 'RUNNING') other.shutdown();
    }),
  );
  await Promise.allSettled(runs);
  await Promise.all(runs);
}

/** The worker that runs complaints and writes their turns. */
export function createWorker({
  connection,
  namespace,
  workflowBundle,
  ...dependencies
}: ComplaintWorkerOptions): Promise<Worker> {
  return Worker.create({
    connection,
    namespace,
    taskQueue: TASK_QUEUE,
    ...(workflowBundle ? { workflowBundle } : { workflowsPath: require.resolve('../workflows') }),
    activities: createActivities(dependencies),
    // After a kill -9 the next action waits for two things: this, and the workflow task timeout set at start.
    stickyQueueScheduleToStartTimeout: '2s',
    maxConcurrentLocalActivityExecutions: ACTIVITY_SLOTS.local,
    maxConcurrentActivityTaskExecutions: ACTIVITY_SLOTS.ordinary,
    maxCachedWorkflows: 1_000,
    shutdownGraceTime: '20s',
    shutdownForceTime: '30s',
  });
}

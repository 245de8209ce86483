import { setTimeout as sleep } from 'node:timers/promises';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Database } from '../db/client';
import { errorCode } from '../db/error-code';
import { openRuns } from '../db/queries/runs';
import { idOf } from '../domain/runs';
import type { RunFile } from '../domain/runs';
import { idOfWorkflow, RUN_TYPES, startOf } from '../workflows/contract-runs';

/** What the healer needs. */
export type HealerDependencies = { database: Database; client: Client; log: Logger };

const LOOK_EVERY_MS = 30_000;
const FIRST_LOOK_BACK_MS = 7 * 86_400_000;
/** Visibility is written a little after the fact: each look reaches back behind the last one. */
const OVERLAP_MS = 60_000;
const BATCH = 100;
/** After each start: a pile of ended runs must not take the room of people's actions. */
const PAUSE_MS = 50;

/**
 * Starts complaints and improvements again whose run somebody ended in Temporal ("Terminate" in the UI, a reset gone wrong), until it is
 * told to stop: the record says where each stands. One look at abnormally closed runs every half minute; nothing scans
 * the open ones.
 */
export async function runHealer(
  dependencies: HealerDependencies,
  stopped: AbortSignal,
  lookEveryMs = LOOK_EVERY_MS,
): Promise<void> {
  let since = Date.now() - FIRST_LOOK_BACK_MS;
  let known: ReadonlySet<string> = new Set();
  while (!stopped.aborted) {
    const began = Date.now();
    try {
      known = await heal(dependencies, since, known, stopped);
      since = began - OVERLAP_MS;
    } catch (error) {
      dependencies.log.warn({ code: errorCode(error) }, 'not every ended run was looked after, will be tried again');
    }
    await sleep(lookEveryMs, undefined, { signal: stopped }).catch(() => {});
  }
}

/**
 * Starts a workflow from its file, unless it runs already; says whether it was started.
 * A file that is behind the record does no harm: the first turn notices, and begins again from the record.
 */
export async function startUnlessRunning(client: Client, file: RunFile): Promise<boolean> {
  try {
    const { type, options } = startOf(file);
    await client.workflow.start(type, { ...options, workflowIdConflictPolicy: 'FAIL' });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}

/**
 * One look. Gives back the ids of the runs that it saw: a fast-forwarded run was closed in the future, so it is found
 * again by every look and must not be dealt with twice. One complaint that cannot be started keeps no other waiting, but
 * leaves the look to be repeated.
 */
async function heal(
  dependencies: HealerDependencies,
  since: number,
  known: ReadonlySet<string>,
  stopped: AbortSignal,
): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  let batch = new Set<string>();
  let failures = 0;
  for await (const { runId, workflowId, type } of dependencies.client.workflow.list({ query: closedSince(since) })) {
    if (stopped.aborted) break;
    seen.add(runId);
    if (!known.has(runId)) batch.add(idOfWorkflow(type, workflowId));
    if (batch.size < BATCH) continue;
    failures += await startAgain(dependencies, batch);
    batch = new Set();
  }
  failures += await startAgain(dependencies, batch);
  if (failures > 0) throw new Error('some runs could not be started');
  return seen;
}

const closedSince = (instant: number): string =>
  `WorkflowType IN (${RUN_TYPES.map((type) => `'${type}'`).join(', ')}) AND ExecutionStatus IN ('Terminated', 'Canceled', 'Failed', 'TimedOut')` +
  ` AND CloseTime > '${new Date(instant).toISOString()}'`;

/** Those of them that Postgres still knows as open; gives back how many could not be started. */
async function startAgain({ database, client, log }: HealerDependencies, ids: ReadonlySet<string>): Promise<number> {
  if (ids.size === 0) return 0;
  let failures = 0;
  for (const file of await openRuns(database.queries, [...ids])) {
    try {
      if (!(await startUnlessRunning(client, file))) continue;
      log.info({ id: idOf(file) }, 'run had been ended, started again from the record');
      await sleep(PAUSE_MS);
    } catch (error) {
      failures += 1;
      log.warn({ id: idOf(file), code: errorCode(error) }, 'run had been ended, not started yet');
    }
  }
  return failures;
}

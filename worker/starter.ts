import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Database } from '../db/client';
import { errorCode } from '../db/error-code';
import { markRunsStarted, runsNotStarted } from '../db/queries/runs';
import { idOf } from '../domain/runs';
import { startOf } from '../workflows/contract-runs';
import { startBatches } from './batches';
import { matchAdditions } from './matcher';
import { tellImprovements } from './respondents';

export type StarterDependencies = { database: Database; client: Client; log: Logger };

const LOOK_EVERY_MS = 5_000;
/** The API starts what it registers; only what is older was left behind by a fault. */
const LEFT_BEHIND_SECONDS = 5;
const BATCH = 100;

/** Starts the workflows of what was registered while Temporal was away, and of batches, matches what was added, and tells improvements whom their complaints are about, until it is told to stop. */
export async function runStarter(dependencies: StarterDependencies, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    try {
      while (!stopped.aborted && (await startLeftBehind(dependencies)) >= BATCH);
      await matchAdditions(dependencies);
      await startBatches(dependencies);
      await tellImprovements(dependencies);
    } catch (error) {
      dependencies.log.warn({ code: errorCode(error) }, 'could not look for what has no workflow');
    }
    await sleep(LOOK_EVERY_MS, undefined, { signal: stopped }).catch(() => {});
  }
}

/** One batch; gives back how many were started. A failure leaves them for the next look. */
export async function startLeftBehind(
  { database, client, log }: StarterDependencies,
  olderThanSeconds = LEFT_BEHIND_SECONDS,
): Promise<number> {
  const waiting = await runsNotStarted(database.queries, olderThanSeconds, BATCH);
  const started = await Promise.all(
    waiting.map((file) => {
      const { type, options } = startOf(file);
      return client.workflow.start(type, options).then(
        () => [idOf(file)],
        (error: unknown) => {
          log.warn({ id: idOf(file), code: errorCode(error) }, 'workflow not started, will be tried again');
          return [];
        },
      );
    }),
  );
  await markRunsStarted(database.queries, started.flat());
  return started.flat().length;
}

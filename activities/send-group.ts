import { Context } from '@temporalio/activity';
import type { Database } from '../db/client';
import { errorCode } from '../db/error-code';
import { batchOf, finishBatch, nextOfBatch, progressOf, settleItem } from '../db/queries/batches';
import type { Fate, Progress } from '../db/queries/batches';
import { fileAndAnswer } from '../db/queries/reading';
import type { batches } from '../db/schema';
import type { Pace } from '../db/schema/batches';
import { ActionRefused } from '../gateway/gateway';
import type { Gateway } from '../gateway/gateway';
import { withoutDetails } from './failures';

/** What sending batches needs from outside. `pace`: for those that have none of their own. */
export type BatchDependencies = { database: Database; gateway: Pick<Gateway, 'act'>; pace: Pace };

type Batch = typeof batches.$inferSelect;

/** How far a batch is, and how long to wait before the next group (ms). */
export type GroupSent = Progress & { pauseMs: number };

const HEARTBEAT_MS = 2_000;
/** While no complaint can be reached there is no use in haste. */
const NOBODY_REACHED_PAUSE_MS = 15_000;

/**
 * Sends a batch's action to its next few complaints, one after the other: at most one action of batches is under way in a
 * process. May run twice: each complaint knows the action by its key.
 */
export const sendGroup = (dependencies: BatchDependencies) =>
  withoutDetails(async (id: string): Promise<GroupSent> => {
    const { database, pace } = dependencies;
    const { heartbeat, cancellationSignal } = liveContext();
    const beating = setInterval(heartbeat, HEARTBEAT_MS);
    try {
      const batch = await batchOf(database.queries, id);
      if (!batch) throw new Error('no such batch');
      const { group, pauseMs } = batch.pace ?? pace;
      let settled = 0;
      for (const number of await nextOfBatch(database.queries, id, group)) {
        // The worker is told to stop: what is left waits for the next one.
        if (cancellationSignal.aborted) break;
        const fate = await send(dependencies, batch, number);
        await settleItem(database.queries, id, number, fate);
        if (!('error' in fate)) settled += 1;
      }
      const progress = (await progressOf(database.queries, [id])).get(id)!;
      if (progress.waiting === 0) await finishBatch(database.queries, id);
      return { ...progress, pauseMs: settled > 0 ? pauseMs : Math.max(pauseMs, NOBODY_REACHED_PAUSE_MS) };
    } finally {
      clearInterval(beating);
    }
  });

function liveContext() {
  const context = Context.current();
  return { heartbeat: () => context.heartbeat(), cancellationSignal: context.cancellationSignal };
}

/** A closed complaint is left untouched; one that has the action on record is not asked again. */
async function send({ database, gateway }: BatchDependencies, batch: Batch, number: string): Promise<Fate> {
  const key = `batch:${batch.id}:${number}`;
  const found = await fileAndAnswer(database.queries, number, key);
  if (found?.answer) return { state: 'done', seq: found.answer.seq };
  if (!found || found.file.closed) return { state: 'skipped' };
  const { action: name, by, data } = batch;
  try {
    const { seq } = await gateway.act({ number, name, key, action: { by, data, seen: found.file.seq } });
    return { state: 'done', seq };
  } catch (error) {
    if (!(error instanceof ActionRefused)) return { error: errorCode(error) };
    return error.refusal.code === 'closed' ? { state: 'skipped' } : { state: 'refused', refusal: error.refusal };
  }
}

/** What a batch's workflow asks of the world. */
export const createBatchActivities = (dependencies: BatchDependencies) => ({ sendGroup: sendGroup(dependencies) });

export type BatchActivities = ReturnType<typeof createBatchActivities>;

import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { and, asc, gt, isNull } from 'drizzle-orm';
import type { Queries } from '../db/client';
import { fileOf } from '../db/queries/reading';
import { markStarted } from '../db/queries/turns';
import { complaints } from '../db/schema';
import type { ComplaintFile } from '../domain/complaint-file';
import { startUnlessRunning } from '../worker/healer';
import { startOptions, WORKFLOW_TYPE } from '../workflows/contract';
import { restoreClock } from './fast-forward';
import type { Installation } from './installation';
import { Trouble } from './servers/trouble';

/** What became of the complaints that were to be restarted. */
export type Restarted = {
  started: number;
  /** Left alone, since their run is there. */
  running: number;
  /** Closed complaints need no run. */
  closed: number;
  failed: { number: string; why: string }[];
};

/** Twenty a second where runs are ended first: people's actions keep their room beside it. */
const PACE_MS = 50;
/** Where the runs are gone nobody can act: so many are started at once. */
const LANES = 8;
const PAGE = 500;

/** The numbers of all open complaints, page by page along the primary key. */
export async function* openNumbers(db: Queries): AsyncGenerator<string> {
  for (let last = ''; ;) {
    const page = await db
      .select({ number: complaints.number })
      .from(complaints)
      .where(and(isNull(complaints.closedAt), gt(complaints.number, last)))
      .orderBy(asc(complaints.number))
      .limit(PAGE);
    yield* page.map(({ number }) => number);
    if (page.length < PAGE) return;
    last = page.at(-1)?.number ?? '';
  }
}

/**
 * Starts complaints from Postgres alone, each at the step where the record has it. With `terminate`, a run that is there is
 * ended in the same breath: the way to bring open complaints onto deeply changed code.
 */
export async function restartComplaints(
  { database, client }: Pick<Installation, 'database' | 'client'>,
  numbers: AsyncIterable<string> | Iterable<string>,
  terminate: boolean,
): Promise<Restarted> {
  const done: Restarted = { started: 0, running: 0, closed: 0, failed: [] };
  const waiting = eachOnce(numbers);
  const lane = async (): Promise<void> => {
    for await (const number of waiting) {
      const pace = terminate ? sleep(PACE_MS) : undefined;
      try {
        done[await restart(database.queries, client, number, terminate)] += 1;
      } catch (error) {
        done.failed.push({ number, why: reasonOf(error) });
      }
      await pace;
    }
  };
  await Promise.all(Array.from({ length: terminate ? 1 : LANES }, lane));
  return done;
}

/** One queue for all lanes: each number is handed out once, and a lane that ends leaves the rest to the others. */
function eachOnce(numbers: AsyncIterable<string> | Iterable<string>): AsyncIterable<string> {
  async function* queue() {
    yield* numbers;
  }
  const shared = queue();
  return { [Symbol.asyncIterator]: () => ({ next: () => shared.next() }) };
}

/** The client wraps what the service says; the words of the service are the ones that help. */
const reasonOf = (error: unknown): string => {
  const innermost = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return innermost instanceof Error ? innermost.message : String(innermost);
};

async function restart(
  db: Queries,
  client: Client,
  number: string,
  terminate: boolean,
): Promise<'started' | 'running' | 'closed'> {
  const file = await fileOf(db, number);
  if (!file) throw new Trouble(`没有编号为 ${number} 的投诉。`);
  if (file.closed) return 'closed';
  const started = terminate ? await startInPlace(client, file) : await startUnlessRunning(client, file);
  await markStarted(db, [number]);
  if (!started) return 'running';
  await restoreClock(client, file);
  return 'started';
}

/** Ends the run that is there and starts the new one in one call: nothing that is sent meanwhile finds nobody. */
async function startInPlace(client: Client, file: ComplaintFile): Promise<true> {
  await client.workflow.start(WORKFLOW_TYPE, {
    ...startOptions(file),
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
  });
  return true;
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { and, asc, gt, isNull } from 'drizzle-orm';
import type { Queries } from '../db/client';
import { markRunsStarted, runFileOf } from '../db/queries/runs';
import { complaints, improvements } from '../db/schema';
import { isImprovementId } from '../domain/runs';
import type { RunFile } from '../domain/runs';
import { startUnlessRunning } from '../worker/healer';
import { startOf } from '../workflows/contract-runs';
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

/** What is open: all complaints by their numbers, then all improvements by their ids, page by page along the primary key. */
export async function* openNumbers(db: Queries): AsyncGenerator<string> {
  yield* paged((after) =>
    db
      .select({ id: complaints.number })
      .from(complaints)
      .where(and(isNull(complaints.closedAt), gt(complaints.number, after)))
      .orderBy(asc(complaints.number))
      .limit(PAGE),
  );
  yield* paged((after) =>
    db
      .select({ id: improvements.id })
      .from(improvements)
      .where(and(isNull(improvements.closedAt), gt(improvements.id, after)))
      .orderBy(asc(improvements.id))
      .limit(PAGE),
  );
}

async function* paged(read: (after: string) => PromiseLike<{ id: string }[]>): AsyncGenerator<string> {
  for (let last = ''; ;) {
    const page = await read(last);
    yield* page.map(({ id }) => id);
    if (page.length < PAGE) return;
    last = page.at(-1)?.id ?? '';
  }
}

/**
 * Starts complaints and improvements from Postgres alone, each at the step where the record has it. With `terminate`, a run that is there is
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
  const file = await runFileOf(db, number);
  if (!file) throw new Trouble(`没有编号为 ${number} 的${isImprovementId(number) ? '改进措施' : '投诉'}。`);
  if (file.closed) return 'closed';
  const started = terminate ? await startInPlace(client, file) : await startUnlessRunning(client, file);
  await markRunsStarted(db, [number]);
  if (!started) return 'running';
  await restoreClock(client, file);
  return 'started';
}

/** Ends the run that is there and starts the new one in one call: nothing that is sent meanwhile finds nobody. */
async function startInPlace(client: Client, file: RunFile): Promise<true> {
  const { type, options } = startOf(file);
  await client.workflow.start(type, { ...options, workflowIdConflictPolicy: 'TERMINATE_EXISTING' });
  return true;
}

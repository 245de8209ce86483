import { randomUUID } from 'node:crypto';
import { and, asc, count, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { ActionData, ActionName } from '../../domain/actions';
import type { Actor } from '../../domain/people';
import type { Refusal } from '../../domain/refusals';
import type { Queries } from '../client';
import { batches, batchItems, complaints } from '../schema';
import type { Pace } from '../schema/batches';

/** One action for many complaints, as it is asked for. The complaints in the order in which they are to be dealt with. */
export type NewBatch<N extends ActionName = ActionName> = {
  kind: string;
  action: N;
  data: ActionData[N];
  by: Actor;
  requestedBy: string;
  reason: string;
  at: Date;
  complaints: readonly string[];
  pace?: Pace;
};

/** Rows that one statement takes: Postgres has 65,535 parameters for it. */
const ROWS_AT_ONCE = 5_000;

/**
 * Asks for a batch, in the transaction of whatever asks for it: that comes about with it, or neither does. The worker starts
 * it within seconds. Gives back its id; undefined where there is no complaint to send it to.
 */
export async function queueBatch<N extends ActionName>(
  tx: Queries,
  { complaints, ...batch }: NewBatch<N>,
): Promise<string | undefined> {
  if (complaints.length === 0) return undefined;
  const id = randomUUID();
  await tx.insert(batches).values({ id, ...batch });
  const items = complaints.map((complaint, position) => ({ batch: id, complaint, position }));
  for (let from = 0; from < items.length; from += ROWS_AT_ONCE) {
    await tx.insert(batchItems).values(items.slice(from, from + ROWS_AT_ONCE));
  }
  return id;
}

/** A batch as it stands in the record. */
export async function batchOf(db: Queries, id: string): Promise<typeof batches.$inferSelect | undefined> {
  const [row] = await db.select().from(batches).where(eq(batches.id, id));
  return row;
}

/** The ids of batches that are not at their end, oldest first. */
export async function unfinishedBatches(db: Queries): Promise<{ id: string; started: boolean }[]> {
  return db
    .select({ id: batches.id, started: batches.started })
    .from(batches)
    .where(isNull(batches.finishedAt))
    .orderBy(asc(batches.recordedAt));
}

export async function markBatchStarted(db: Queries, id: string): Promise<void> {
  await db.update(batches).set({ started: true }).where(eq(batches.id, id));
}

/** The next complaints of a batch; those that could not be reached come last. */
export async function nextOfBatch(db: Queries, id: string, limit: number): Promise<string[]> {
  const rows = await db
    .select({ complaint: batchItems.complaint })
    .from(batchItems)
    .where(and(eq(batchItems.batch, id), eq(batchItems.state, 'waiting')))
    .orderBy(asc(batchItems.tries), asc(batchItems.position))
    .limit(limit);
  return rows.map(({ complaint }) => complaint);
}

/** What became of the action at one complaint. */
export type Fate =
  { state: 'done'; seq: number } | { state: 'refused'; refusal: Refusal } | { state: 'skipped' } | { error: string };

/** Puts down what became of it; a failure leaves it waiting. What is settled stays settled. */
export async function settleItem(db: Queries, batch: string, complaint: string, fate: Fate): Promise<void> {
  const set =
    'error' in fate
      ? { error: fate.error, tries: sql`${batchItems.tries} + 1` }
      : { ...fate, error: null, at: sql`clock_timestamp()` };
  await db
    .update(batchItems)
    .set(set)
    .where(and(eq(batchItems.batch, batch), eq(batchItems.complaint, complaint), eq(batchItems.state, 'waiting')));
}

/** How far a batch is. */
export type Progress = { total: number; waiting: number; done: number; refused: number; skipped: number };

const NOTHING: Progress = { total: 0, waiting: 0, done: 0, refused: 0, skipped: 0 };

/** How far some batches are, by their ids. */
export async function progressOf(db: Queries, ids: readonly string[]): Promise<Map<string, Progress>> {
  const found = new Map(ids.map((id) => [id, { ...NOTHING }]));
  if (ids.length === 0) return found;
  const rows = await db
    .select({ batch: batchItems.batch, state: batchItems.state, items: count() })
    .from(batchItems)
    .where(sql`${batchItems.batch} = any(${sql.param([...ids])}::text[])`)
    .groupBy(batchItems.batch, batchItems.state);
  for (const { batch, state, items } of rows) {
    const progress = found.get(batch) ?? { ...NOTHING };
    progress[state] += items;
    progress.total += items;
  }
  return found;
}

export async function finishBatch(db: Queries, id: string): Promise<void> {
  await db
    .update(batches)
    .set({ finishedAt: sql`clock_timestamp()` })
    .where(and(eq(batches.id, id), isNull(batches.finishedAt)));
}

/** The newest batches. */
export async function listBatches(db: Queries, limit: number) {
  return db.select().from(batches).orderBy(desc(batches.recordedAt), asc(batches.id)).limit(limit);
}

/** The complaints that refused, after a number, with their reasons; none in which the reader is complained about (HA-18). */
export async function refusedItems(db: Queries, id: string, reader: string, after: string, limit: number) {
  return db
    .select({ complaint: batchItems.complaint, refusal: batchItems.refusal, at: batchItems.at })
    .from(batchItems)
    .innerJoin(complaints, eq(complaints.number, batchItems.complaint))
    .where(
      and(
        eq(batchItems.batch, id),
        eq(batchItems.state, 'refused'),
        gt(batchItems.complaint, after),
        sql`not ${complaints.respondents} ? ${reader}`,
      ),
    )
    .orderBy(asc(batchItems.complaint))
    .limit(limit);
}

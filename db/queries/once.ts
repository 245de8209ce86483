import { and, eq } from 'drizzle-orm';
import type { Database, Queries } from '../client';
import { idempotencyKeys } from '../schema';

/** Who calls, with which idempotency key, and the fingerprint of what he sent. */
export type Caller = { principal: string; key: string; bodyHash: string };

/** What a call came to; `bodyHash` is that of the call which was first with the key. */
export type Once<A> = { answer: A; bodyHash: string };

/**
 * Does something once for a key, in one transaction with the answer: the same call made again gets that answer, and nothing
 * is done. For what is no turn of a complaint; those have keys of their own.
 */
export async function once<A>(database: Database, caller: Caller, run: (tx: Queries) => Promise<A>): Promise<Once<A>> {
  const earlier = await answerTo<A>(database.queries, caller);
  if (earlier) return earlier;
  try {
    return await database.transaction(async (tx) => {
      const answer = await run(tx);
      await tx.insert(idempotencyKeys).values({ ...caller, answer });
      return { answer, bodyHash: caller.bodyHash };
    });
  } catch (error) {
    // Two calls with one key at once: the other one was first, and its answer is the answer.
    const meanwhile = await answerTo<A>(database.queries, caller);
    if (meanwhile) return meanwhile;
    throw error;
  }
}

async function answerTo<A>(db: Queries, { principal, key }: Caller): Promise<Once<A> | undefined> {
  const [row] = await db
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.principal, principal), eq(idempotencyKeys.key, key)));
  return row && { answer: row.answer as A, bodyHash: row.bodyHash };
}

import { and, eq } from 'drizzle-orm';
import type { Database, Queries } from '../client';
import { idempotencyKeys } from '../schema';

/** Who calls, with which idempotency key, and the fingerprint of what he sent. */
export type OneCall = { principal: string; key: string; bodyHash: string };

type Done<A> = { answer: A; bodyHash: string };

/**
 * Does something that is no turn of a complaint once for a caller's key, in one transaction, and keeps its answer: the same call
 * again gets it and does nothing. What throws leaves nothing behind, the key neither. Answers hold no secrets.
 */
export async function once<A extends object>(
  database: Database,
  call: OneCall,
  run: (tx: Queries) => Promise<A>,
): Promise<Done<A>> {
  const earlier = await earlierAnswer(database.queries, call);
  if (earlier) return earlier as Done<A>;
  try {
    return await database.transaction(async (tx) => {
      const answer = await run(tx);
      await tx.insert(idempotencyKeys).values({ ...call, answer });
      return { answer, bodyHash: call.bodyHash };
    });
  } catch (error) {
    // Two calls with one key at once: the other one was first, and its answer is the answer.
    const meanwhile = await earlierAnswer(database.queries, call);
    if (meanwhile) return meanwhile as Done<A>;
    throw error;
  }
}

async function earlierAnswer(db: Queries, { principal, key }: OneCall) {
  const [row] = await db
    .select({ answer: idempotencyKeys.answer, bodyHash: idempotencyKeys.bodyHash })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.principal, principal), eq(idempotencyKeys.key, key)));
  return row;
}

import { and, eq } from 'drizzle-orm';
import type { Queries } from '../client';
import { idempotencyKeys } from '../schema';

/** Who calls, with which idempotency key, and the fingerprint of what he sent. */
export type CallKey = { principal: string; key: string; bodyHash: string };

/** What a call that is no turn was answered with before, if it was made before. */
export async function earlierCall(
  db: Queries,
  { principal, key }: CallKey,
): Promise<{ answer: unknown; bodyHash: string } | undefined> {
  const [row] = await db
    .select({ answer: idempotencyKeys.answer, bodyHash: idempotencyKeys.bodyHash })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.principal, principal), eq(idempotencyKeys.key, key)));
  return row;
}

/** Does something once for a key: made again, or twice at the same time, the call gets the answer of the first. */
export async function onceFor<A>(
  db: Queries,
  call: CallKey,
  perform: () => Promise<A>,
): Promise<{ answer: A; bodyHash: string; repeated: boolean }> {
  try {
    return { answer: await perform(), bodyHash: call.bodyHash, repeated: false };
  } catch (error) {
    // The key is unique: whoever was first has put his answer there.
    const meanwhile = await earlierCall(db, call);
    if (meanwhile) return { answer: meanwhile.answer as A, bodyHash: meanwhile.bodyHash, repeated: true };
    throw error;
  }
}

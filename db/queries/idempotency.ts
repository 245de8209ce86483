import { and, eq } from 'drizzle-orm';
import type { Queries } from '../client';
import { idempotencyKeys } from '../schema';

/** Who calls, with which idempotency key, and the fingerprint of what he sent. */
export type CallKey = { principal: string; key: string; bodyHash: string };

/** What a call that is no turn was answered with before, if it was made before. */
export async function earlierCall<A>(
  db: Queries,
  { principal, key }: CallKey,
): Promise<{ answer: A; bodyHash: string } | undefined> {
  const [row] = await db
    .select({ answer: idempotencyKeys.answer, bodyHash: idempotencyKeys.bodyHash })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.principal, principal), eq(idempotencyKeys.key, key)));
  return row as { answer: A; bodyHash: string } | undefined;
}

/** Does something once for a key: made again, or twice at the same time, the call gets the answer of the first. */
export async function onceFor<A>(
  db: Queries,
  call: CallKey,
  perform: () => Promise<A>,
): Promise<{ answer: A; bodyHash: string; repeated: boolean }> {
  const earlier = await earlierCall<A>(db, call);
  if (earlier) return { ...earlier, repeated: true };
  try {
    return { answer: await perform(), bodyHash: call.bodyHash, repeated: false };
  } catch (error) {
    const meanwhile = await earlierCall<A>(db, call);
    if (meanwhile) return { ...meanwhile, repeated: true };
    throw error;
  }
}

import type { Queries } from '../client';
import { batchRequests } from '../schema';

/** One action of the system for many complaints. `key` names the batch for ever: asked for again, it is the same one. */
export type Batch = {
  key: string;
  action: 'reassign' | 'raise_level';
  data: Record<string, unknown>;
  numbers: string[];
  at: Date;
};

/** Asks for a batch, in the transaction that decided it: it is carried out afterwards, complaint by complaint, through their workflows. */
export async function queueBatch(tx: Queries, { key, action, data, numbers, at }: Batch): Promise<void> {
  if (numbers.length === 0) return;
  const rows = numbers.map((complaint) => ({ key, complaint, action, data, at }));
  await tx.insert(batchRequests).values(rows).onConflictDoNothing();
}

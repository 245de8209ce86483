import { and, eq, isNull } from 'drizzle-orm';
import { repeatLevel } from '../../domain/matching';
import { SYSTEM } from '../../domain/people';
import type { Level } from '../../domain/words';
import type { Queries } from '../client';
import { linkRevocations, links } from '../schema';
import { queueBatch } from './batches';

type Pair = { first: { number: string; level: Level }; later: { number: string; closed: boolean } };

/** IN-9: the later one, while it is open, becomes a repeat complaint through its own procedure. */
export async function markRepeat(tx: Queries, { first, later }: Pair, requestedBy: string, at: Date): Promise<void> {
  if (later.closed) return;
  await queueBatch(tx, {
    kind: 'repeat',
    action: 'mark_repeat',
    data: { other: first.number, level: repeatLevel(first.level) },
    by: SYSTEM,
    requestedBy,
    reason: `与 ${first.number} 关联为重复投诉`,
    at,
    complaints: [later.number],
  });
}

/** IN-9: what repeats no other one either loses the mark. */
export async function unmarkRepeat(
  tx: Queries,
  { complaint, other }: { complaint: string; other: string },
  requestedBy: string,
  at: Date,
): Promise<void> {
  const repeats = await tx
    .select({ id: links.id })
    .from(links)
    .leftJoin(linkRevocations, eq(linkRevocations.link, links.id))
    .where(and(eq(links.complaint, complaint), eq(links.kind, 'repeat'), isNull(linkRevocations.link)))
    .limit(1);
  if (repeats.length > 0) return;
  await queueBatch(tx, {
    kind: 'repeat',
    action: 'unmark_repeat',
    data: { other },
    by: SYSTEM,
    requestedBy,
    reason: `与 ${other} 的关联已撤销`,
    at,
    complaints: [complaint],
  });
}

import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { owesHandOver } from '../../domain/assignment';
import type { ComplaintFile, Handled } from '../../domain/complaint-file';
import { repeatLevel } from '../../domain/matching';
import type { Earlier } from '../../domain/matching';
import { ownerOf, SYSTEM } from '../../domain/people';
import type { Level } from '../../domain/words';
import type { Queries } from '../client';
import { complaints, linkRevocations, links } from '../schema';
import { queueBatch } from './batches';

type Pair = { first: ComplaintFile | Earlier; later: { number: string; closed: boolean } };

/** Who answers for the first one, to answer for both; nobody where it is closed, or only waits with him for its handler. */
function ownerOfFirst(first: Pair['first']): (Handled & { team: string }) | undefined {
  const { closed, team } = first;
  if ('owners' in first) {
    const { id, role } = ownerOf(first);
    return closed || first.handOver ? undefined : { id, role, team };
  }
  const { owner, ownersTeam } = first;
  return owner && !owesHandOver(owner.role, ownersTeam ?? team, team) ? { ...owner, team } : undefined;
}

/** How high those stand that a complaint repeats, or takes up again; undefined where there are none. */
export async function levelRepeated(db: Queries, complaint: string): Promise<Level | undefined> {
  const [row] = await db
    .select({ level: complaints.level })
    .from(links)
    .innerJoin(complaints, eq(complaints.number, links.other))
    .leftJoin(linkRevocations, eq(linkRevocations.link, links.id))
    .where(
      and(eq(links.complaint, complaint), inArray(links.kind, ['repeat', 'reopened']), isNull(linkRevocations.link)),
    )
    .orderBy(desc(complaints.level))
    .limit(1);
  return row?.level;
}

/** IN-9: the later one, while it is open, becomes a repeat complaint through its own procedure. */
export async function markRepeat(tx: Queries, { first, later }: Pair, requestedBy: string, at: Date): Promise<void> {
  if (later.closed) return;
  await queueBatch(tx, {
    kind: 'repeat',
    action: 'mark_repeat',
    data: { other: first.number, level: repeatLevel(first.level), owner: ownerOfFirst(first) },
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

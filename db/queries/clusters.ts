import { sql } from 'drizzle-orm';
import { MASS_LEVEL } from '../../domain/matching';
import { SYSTEM } from '../../domain/people';
import type { Queries } from '../client';
import { clusterMembers, clusters, numbers } from '../schema';
import { queueBatch } from './batches';
import type { Crowd } from './matching';

/** A mass complaint that a new complaint joins, with its number. */
export type Joined = Crowd & { id: string };

/** Gives each mass complaint that is about to be opened its number, `M20260302-01`; the others have theirs. `day` as in IN-4. */
export async function withNumbers(tx: Queries, crowds: readonly Crowd[], day: string): Promise<Joined[]> {
  const joined: Joined[] = [];
  for (const crowd of crowds) joined.push({ ...crowd, id: crowd.id ?? (await nextClusterNumber(tx, `M${day}`)) });
  return joined;
}

async function nextClusterNumber(tx: Queries, day: string): Promise<string> {
  const [row] = await tx
    .insert(numbers)
    .values({ day, last: 1 })
    .onConflictDoUpdate({ target: numbers.day, set: { last: sql`${numbers.last} + 1` } })
    .returning({ last: numbers.last });
  return `${day}-${String(row?.last ?? 1).padStart(2, '0')}`;
}

/** The rows of a complaint's mass complaints: opened by it with all that were there before, or joined (CL-4). */
export function clusterRows(tx: Queries, complaint: string, joined: readonly Joined[], days: number, at: Date) {
  const opened = joined.filter(({ opens }) => opens);
  const members = joined.flatMap(({ id, opens = [] }) =>
    [...opens.map(({ number }) => number), complaint].map((member) => ({
      cluster: id,
      complaint: member,
      joinedAt: at,
    })),
  );
  const rows = opened.map(({ id, kind, subject }) => ({
    id,
    subjectKind: kind,
    subject,
    openedAt: at,
    openedBy: complaint,
    days,
    state: 'open' as const,
  }));
  return [
    ...(rows.length > 0 ? [tx.insert(clusters).values(rows)] : []),
    ...(members.length > 0 ? [tx.insert(clusterMembers).values(members)] : []),
  ];
}

/** CL-4: the open complaints that were there before a mass complaint was opened join it and go up to its level, once. Later ones are born there. */
export async function raiseCluster(tx: Queries, cluster: string, members: string[], at: Date): Promise<void> {
  await queueBatch(tx, {
    kind: 'cluster',
    action: 'join_cluster',
    data: { cluster, level: MASS_LEVEL },
    by: SYSTEM,
    requestedBy: SYSTEM.id,
    reason: `集体投诉 ${cluster} 成立`,
    at,
    complaints: members,
  });
}

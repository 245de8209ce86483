import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { ComplaintFile } from '../../domain/complaint-file';
import { SYSTEM } from '../../domain/people';
import type { Queries } from '../client';
import { clusterMembers, clusters, complaints } from '../schema';
import type { ClusterDecision } from '../schema/matching';
import { queueBatch } from './batches';

/** A mass complaint as it stands in the record. */
export type Cluster = typeof clusters.$inferSelect;

/** A mass complaint, held until the transaction ends. */
export async function lockCluster(tx: Queries, id: string): Promise<Cluster | undefined> {
  const [row] = await tx.select().from(clusters).where(eq(clusters.id, id)).for('update');
  return row;
}

/** Puts down its one decision (CL-4). */
export async function decideCluster(tx: Queries, id: string, decision: ClusterDecision, at: Date): Promise<void> {
  await tx.update(clusters).set({ state: 'decided', decision, decidedAt: at }).where(eq(clusters.id, id));
}

/** Nothing joins it any more. `reason`: the id of a text. */
export async function endCluster(
  tx: Queries,
  id: string,
  { by, at, reason }: { by: string; at: Date; reason: string },
): Promise<void> {
  await tx
    .update(clusters)
    .set({ state: 'over', endedBy: by, endedAt: at, endReason: reason })
    .where(eq(clusters.id, id));
}

/** The decision has reached this member, or is on its way to it. */
const HAS_IT = sql`exists (
  select from batch_items i join batches b on b.id = i.batch
  where i.complaint = ${clusterMembers.complaint} and i.state in ('waiting', 'done')
    and b.action = 'apply_decision' and b.data ->> 'cluster' = ${clusterMembers.cluster})`;

/** The files of its open members, in the order of their numbers; `without`: only of those that have not got the decision. */
export async function openMembers(db: Queries, id: string, without?: 'decision'): Promise<ComplaintFile[]> {
  const rows = await db
    .select({ file: complaints.file })
    .from(clusterMembers)
    .innerJoin(complaints, eq(complaints.number, clusterMembers.complaint))
    .where(and(eq(clusterMembers.cluster, id), isNull(complaints.closedAt), without && sql`not ${HAS_IT}`))
    .orderBy(asc(complaints.number));
  return rows.map(({ file }) => file);
}

/** How many members have taken the decision over. */
export async function countApplied(db: Queries, id: string): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(distinct i.complaint)::int as count from batch_items i join batches b on b.id = i.batch
    where i.state = 'done' and b.action = 'apply_decision' and b.data ->> 'cluster' = ${id}`);
  return rows[0]?.count ?? 0;
}

type Sending = { decision: ClusterDecision; complaints: string[]; requestedBy: string; at: Date };

/** Brings the decision before the customers of some members, in the name of the product (CL-4). */
export async function sendDecision(
  tx: Queries,
  { decision, complaints: members, requestedBy, at }: Sending,
): Promise<void> {
  await queueBatch(tx, {
    kind: 'cluster',
    action: 'apply_decision',
    data: decision,
    by: SYSTEM,
    requestedBy,
    reason: `集体投诉 ${decision.cluster} 的统一方案`,
    at,
    complaints: members,
  });
}

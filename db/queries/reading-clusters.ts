import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { seatsOf } from '../../domain/deputies';
import type { Actor } from '../../domain/people';
import type { ClusterState } from '../../domain/words';
import type { Queries } from '../client';
import { clusterMembers, clusters, complaints } from '../schema';
import { notAbout } from './lists';

/** Who looks. `allTeams`: whether he sees complaints of other teams. */
export type Looker = { actor: Actor; allTeams: boolean };
/** Where the last page ended: the instant of opening (ms, UTC) and the id. */
export type ClusterPlace = { at: number; id: string };

/** The members whom somebody may see: of his team, and none in which he is complained about (HA-18). */
const seen = ({ actor, allTeams }: Looker): SQL | undefined =>
  and(
    allTeams ? undefined : inArray(complaints.team, [...new Set(seatsOf(actor).map(({ team }) => team))]),
    notAbout(actor),
  );

/** Mass complaints of which somebody may see a member, newest first. `limit` in rows. */
export async function listClusters(
  db: Queries,
  looker: Looker,
  { state, after, limit }: { state?: ClusterState; after?: ClusterPlace; limit: number },
) {
  const members = sql<number>`(select count(*)::int from cluster_members where cluster_members.cluster = clusters.id)`;
  return db
    .select({ cluster: clusters, members })
    .from(clusters)
    .where(
      and(
        state && eq(clusters.state, state),
        after && sql`(${clusters.openedAt}, ${clusters.id}) < (to_timestamp(${after.at / 1000}), ${after.id})`,
        sql`exists ${db
          .select({ one: sql`1` })
          .from(clusterMembers)
          .innerJoin(complaints, eq(complaints.number, clusterMembers.complaint))
          .where(and(eq(clusterMembers.cluster, clusters.id), seen(looker)))}`,
      ),
    )
    .orderBy(sql`${clusters.openedAt} desc nulls last`, sql`${clusters.id} desc nulls last`)
    .limit(limit);
}

/** One mass complaint. */
export async function clusterById(db: Queries, id: string) {
  const [row] = await db.select().from(clusters).where(eq(clusters.id, id));
  return row;
}

/** The members of a mass complaint whom somebody may see, in the order of their numbers, after one. */
export async function membersOf(db: Queries, id: string, looker: Looker, page: { after?: string; limit: number }) {
  return db
    .select({
      number: complaints.number,
      stage: complaints.stage,
      level: complaints.level,
      priority: complaints.priority,
      team: complaints.team,
      owner: complaints.ownerId,
      outcome: complaints.outcome,
      closedAt: complaints.closedAt,
      receivedAt: complaints.receivedAt,
      joinedAt: clusterMembers.joinedAt,
    })
    .from(clusterMembers)
    .innerJoin(complaints, eq(complaints.number, clusterMembers.complaint))
    .where(
      and(
        eq(clusterMembers.cluster, id),
        page.after === undefined ? undefined : sql`${complaints.number} > ${page.after}`,
        seen(looker),
      ),
    )
    .orderBy(asc(complaints.number))
    .limit(page.limit);
}

/** How many complaints a mass complaint has. */
export const countMembers = (db: Queries, id: string): Promise<number> =>
  db.$count(clusterMembers, eq(clusterMembers.cluster, id));

/** Everybody whom a member of a mass complaint is about (HA-18). */
export async function respondentsOf(db: Queries, id: string): Promise<string[]> {
  const { rows } = await db.execute<{ staff: string }>(sql`
    select distinct jsonb_array_elements_text(c.respondents) as staff
    from cluster_members m join complaints c on c.number = m.complaint where m.cluster = ${id}`);
  return rows.map(({ staff }) => staff);
}

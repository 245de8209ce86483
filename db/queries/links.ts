import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Event } from '../../domain/events';
import type { Actor } from '../../domain/people';
import type { LinkKind } from '../../domain/words';
import type { Queries } from '../client';
import { clusterMembers, complaintMatters, complaints, contactKeys, linkRevocations, links, turns } from '../schema';
import type { Matching } from './matching';

type Handler = { name: string; directContact: string | null };
type Registered = Extract<Event, { type: 'registered' }>;

/** What the rows of a new complaint's matching need of it. */
type Registration = {
  caller: { principal: string };
  now: Date;
  receivedAt: Date;
  details: { followsUp?: string | null };
};

/** What makes a new complaint findable, and what it was found to belong to (IN-9, CO-10). */
export function matchingRows(
  tx: Queries,
  complaint: string,
  intake: Registration,
  { keys, matters, repeats }: Matching,
) {
  const { caller, now, receivedAt, details } = intake;
  const followed = details.followsUp;
  const linked = [
    ...repeats.map(({ number }) => ({ complaint, other: number, kind: 'repeat' as const, by: 'system', at: now })),
    ...(followed ? [{ complaint, other: followed, kind: 'reopened' as const, by: caller.principal, at: now }] : []),
  ];
  const uniqueKeys = [...new Map(keys.map((key) => [`${key.role} ${key.keyHash}`, { complaint, ...key }])).values()];
  return [
    ...(uniqueKeys.length > 0 ? [tx.insert(contactKeys).values(uniqueKeys)] : []),
    ...(matters.length > 0
      ? [tx.insert(complaintMatters).values(matters.map((matter) => ({ complaint, ...matter, receivedAt })))]
      : []),
    ...(linked.length > 0 ? [tx.insert(links).values(linked)] : []),
  ];
}

/**
 * How a complaint was born: its team and owner, what was found of it, and what it was linked to. Always the same, but for whom: who is
 * complained about in an earlier complaint does not hear of it (HA-18).
 */
export async function birthOf(db: Queries, number: string, { id }: Pick<Actor, 'id'>) {
  const [row] = await db
    .select({
      born: sql<Registered>`${turns.events} -> 0`,
      handler: sql<Handler>`(select jsonb_build_object('name', staff.name, 'directContact', staff.direct_contact)
        from staff where staff.id = turns.events -> 0 -> 'owner' ->> 'id')`,
      repeats: sql<string[]>`array(
        select links.other from links join complaints first on first.number = links.other
        where links.complaint = ${number} and links.kind = 'repeat' and links.by = 'system' and links.at = turns.at
          and not first.respondents ? ${id} order by links.id)`,
      clusters: sql<string[]>`array(
        select cluster from cluster_members
        where cluster_members.complaint = ${number} and joined_at = turns.at order by cluster)`,
    })
    .from(turns)
    .where(and(eq(turns.complaint, number), eq(turns.key, 'intake')));
  if (!row) throw new Error(`Complaint ${number} has no first turn.`);
  const { team, marks, handOver, receivedAt } = row.born;
  const { repeats, clusters, handler } = row;
  return { team, marks, handOver, receivedAt, repeats, clusters, handler };
}

/** The links of a complaint in both directions, revoked ones too, with where the other one stands. */
export async function linksOf(db: Queries, number: string) {
  const other = alias(complaints, 'other');
  return db
    .select({
      id: links.id,
      from: links.complaint,
      kind: links.kind,
      by: links.by,
      at: links.at,
      reason: links.reason,
      revokedBy: linkRevocations.by,
      revokedAt: linkRevocations.at,
      revokedBecause: linkRevocations.reason,
      number: other.number,
      stage: other.stage,
      level: other.level,
      team: other.team,
      owner: other.ownerId,
      closedAt: other.closedAt,
      file: other.file,
    })
    .from(links)
    .innerJoin(
      other,
      eq(other.number, sql`case when ${links.complaint} = ${number} then ${links.other} else ${links.complaint} end`),
    )
    .leftJoin(linkRevocations, eq(linkRevocations.link, links.id))
    .where(or(eq(links.complaint, number), eq(links.other, number)))
    .orderBy(asc(links.id));
}

/** The mass complaints that a complaint belongs to. */
export async function clustersOf(db: Queries, number: string): Promise<string[]> {
  const rows = await db
    .select({ cluster: clusterMembers.cluster })
    .from(clusterMembers)
    .where(eq(clusterMembers.complaint, number))
    .orderBy(asc(clusterMembers.cluster));
  return rows.map(({ cluster }) => cluster);
}

/** The links between two complaints that have not been revoked; of one kind, if told. */
export async function standingLinks(db: Queries, one: string, other: string, kind?: LinkKind) {
  return db
    .select({ id: links.id, kind: links.kind, complaint: links.complaint })
    .from(links)
    .leftJoin(linkRevocations, eq(linkRevocations.link, links.id))
    .where(
      and(
        or(
          and(eq(links.complaint, one), eq(links.other, other)),
          and(eq(links.complaint, other), eq(links.other, one)),
        ),
        kind && eq(links.kind, kind),
        isNull(linkRevocations.link),
      ),
    )
    .orderBy(asc(links.id));
}

/** Until the transaction ends nobody else changes what joins these two. */
export const oneLinkAtATime = (tx: Queries, ...numbers: string[]) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`link ${numbers.toSorted().join(' ')}`}, 0))`);

/** Says that two complaints belong together. */
export async function insertLink(
  tx: Queries,
  link: Omit<typeof links.$inferInsert, 'id' | 'recordedAt'>,
): Promise<void> {
  await tx.insert(links).values(link);
}

/** Says that some links are wrong, and why; they stay in the record. */
export async function revokeLinks(
  tx: Queries,
  ids: number[],
  revocation: Omit<typeof linkRevocations.$inferInsert, 'link' | 'recordedAt'>,
): Promise<void> {
  await tx.insert(linkRevocations).values(ids.map((link) => ({ link, ...revocation })));
}

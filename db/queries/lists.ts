import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { seatsOf } from '../../domain/deputies';
import { LADDER, rolesAbove } from '../../domain/ladder';
import type { Actor } from '../../domain/people';
import type { Role, Stage } from '../../domain/words';
import type { Queries } from '../client';
import { absences, complaints, obligations, outbox, staff } from '../schema';
import { isOnAt } from './staff';

/** The lists there are. */
export const QUEUES = ['mine', 'team', 'review', 'overdue', 'open', 'all'] as const;
/** Which complaints are listed. `review`: those that wait for a review which I may do; `all`: closed ones too, newest first. */
export type Queue = (typeof QUEUES)[number];

/** Where the last page ended: the instant (ms, UTC) it was sorted by, null among those without one, and the number. */
export type Place = { at: number | null; number: string };

/** Which page of which list, for whom. `limit` in rows. */
export type ListQuery = {
  queue: Queue;
  actor: Actor;
  /** When it is asked for: who stands in for whom then. */
  at: Date;
  /** Whether the actor sees complaints of other teams. */
  allTeams: boolean;
  stage?: Stage;
  after?: Place;
  limit: number;
};

/** The columns of a list. Never `file`: it is stored apart and would have to be fetched row by row. */
const COLUMNS = {
  number: complaints.number,
  seq: complaints.seq,
  stage: complaints.stage,
  level: complaints.level,
  priority: complaints.priority,
  requestType: complaints.requestType,
  nature: complaints.nature,
  round: complaints.round,
  ownerId: complaints.ownerId,
  ownerName: staff.name,
  team: complaints.team,
  overdue: complaints.overdue,
  nextDueAt: complaints.nextDueAt,
  receivedAt: complaints.receivedAt,
  outcome: complaints.outcome,
  closedAt: complaints.closedAt,
  product: complaints.product,
  shop: complaints.shop,
  orderNo: complaints.orderNo,
};

/** One page of a queue: nearest due time first, then those that wait for nothing; `all` newest first. */
export async function listComplaints(db: Queries, query: ListQuery) {
  const { queue, after, limit } = query;
  if (queue === 'all') return newestFirst(db, query);
  const due = after?.at === null ? [] : await withDueTime(db, query);
  if (due.length >= limit) return due;
  return [...due, ...(await withoutDueTime(db, query, limit - due.length))];
}

/** A row of a list. */
export type Listed = Awaited<ReturnType<typeof listComplaints>>[number];

// Two statements instead of one with an OR: each is one run along an index, however long the list.
function withDueTime(db: Queries, { after, limit, ...query }: ListQuery) {
  const beyond = after && sql`(${complaints.nextDueAt}, ${complaints.number}) > (${instant(after)}, ${after.number})`;
  return db
    .select(COLUMNS)
    .from(complaints)
    .leftJoin(staff, eq(staff.id, complaints.ownerId))
    .where(and(...conditions(query), isNotNull(complaints.nextDueAt), beyond))
    .orderBy(asc(complaints.nextDueAt), asc(complaints.number))
    .limit(limit);
}

function withoutDueTime(db: Queries, { after, ...query }: ListQuery, limit: number) {
  const beyond = after?.at === null ? sql`${complaints.number} > ${after.number}` : undefined;
  return db
    .select(COLUMNS)
    .from(complaints)
    .leftJoin(staff, eq(staff.id, complaints.ownerId))
    .where(and(...conditions(query), isNull(complaints.nextDueAt), beyond))
    .orderBy(asc(complaints.number))
    .limit(limit);
}

function newestFirst(db: Queries, { after, limit, ...query }: ListQuery) {
  const beyond = after && sql`(${complaints.receivedAt}, ${complaints.number}) < (${instant(after)}, ${after.number})`;
  return (
    db
      .select(COLUMNS)
      .from(complaints)
      .leftJoin(staff, eq(staff.id, complaints.ownerId))
      .where(and(...conditions(query), beyond))
      // As the index has it: without `nulls last` it would not be used.
      .orderBy(sql`${complaints.receivedAt} desc nulls last`, sql`${complaints.number} desc nulls last`)
      .limit(limit)
  );
}

const instant = ({ at }: Place): SQL => sql`to_timestamp(${(at ?? 0) / 1000})`;

function conditions({ queue, actor, at, allTeams, stage }: Omit<ListQuery, 'after' | 'limit'>): (SQL | undefined)[] {
  return [
    queue === 'all' ? undefined : isNull(complaints.closedAt),
    stage && eq(complaints.stage, stage),
    inQueue(queue, actor, at),
    allTeams || queue === 'mine' ? undefined : inArray(complaints.team, teamsSeen(actor)),
    notAbout(actor),
  ];
}

function inQueue(queue: Queue, actor: Actor, at: Date): SQL | undefined {
  // What is a colleague's, is while he is away his deputy's as well.
  if (queue === 'mine')
    return inArray(
      complaints.ownerId,
      seatsOf(actor).map(({ id }) => id),
    );
  if (queue === 'team') return inArray(complaints.team, teamsSeen(actor));
  if (queue === 'overdue') return eq(complaints.overdue, true);
  return queue === 'review' ? or(...seatsOf(actor).map((seat) => mayReview(seat, at))) : undefined;
}

const teamsSeen = (actor: Actor): string[] => [...new Set(seatsOf(actor).map(({ team }) => team))];

/** Who is complained about does not see it (HA-18). */
export const notAbout = ({ id }: Pick<Actor, 'id'>): SQL => sql`not ${complaints.respondents} ? ${id}`;

/** Whoever works here and is one of those whom a notice is for, at an instant; nobody who then stands in for one whom it is not for. */
const holders = (at: Date): SQL => sql`select from ${staff} where ${staff.active}
  and ${staff.roles} ?| array(select jsonb_array_elements_text(${outbox.recipients} -> 'roles'))
  and coalesce(${outbox.recipients} ->> 'team', ${staff.team}) = ${staff.team}
  and not ${outbox.recipients} -> 'except' ? ${staff.id}
  and not exists (select from ${absences} where ${absences.deputy} = ${staff.id}
    and ${outbox.recipients} -> 'except' ? ${absences.staff} and ${isOnAt(at)})`;

/** The roles of the ladder above which somebody of these roles stands. */
const rolesBelow = (roles: Role[]): Role[] =>
  LADDER.filter((role) => rolesAbove(role).some((above) => roles.includes(above)));

/**
 * Whose review it may be was decided by the procedure when it called the reviewers: the roles, the team and those who may not
 * stand in that notice; when any of that changes, others are called, under another duty (domain/calling-anew.ts). Where nobody
 * is free in the role, it is for those above.
 */
const mayReview = (
  { id, roles, team, actsFor = [] }: Actor,
  at: Date,
): SQL => sql`${complaints.stage} = 'review' and exists (
  select from ${outbox}
  join ${obligations} on ${obligations.complaint} = ${outbox.complaint} and ${obligations.id} = ${outbox.duty}
  where ${outbox.complaint} = ${complaints.number} and ${outbox.notice} = 'called_upon'
    and ${obligations.kind} = 'review' and ${obligations.state} = 'open'
    and (${outbox.recipients} -> 'roles' ?| ${sql.param(roles)}::text[]
      and coalesce(${outbox.recipients} ->> 'team', ${team}) = ${team}
      or ${outbox.recipients} -> 'roles' ?| ${sql.param(rolesBelow(roles))}::text[] and not exists (${holders(at)}))
    and not ${outbox.recipients} -> 'except' ?| ${sql.param([id, ...actsFor.map((other) => other.id)])}::text[])`;

import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { seatsOf } from '../../domain/deputies';
import type { Actor } from '../../domain/people';
import type { ImprovementState } from '../../domain/improvement/words';
import type { Queries } from '../client';
import { complaints, improvementDuties, improvements, improvementTurns } from '../schema';
import { notAbout } from './lists';

/** The columns of a list: all but `file`. */
const COLUMNS = {
  id: improvements.id,
  complaint: improvements.complaint,
  seq: improvements.seq,
  what: improvements.what,
  measure: improvements.measure,
  target: improvements.target,
  department: improvements.department,
  person: improvements.person,
  setBy: improvements.setBy,
  setAt: improvements.setAt,
  state: improvements.state,
  round: improvements.round,
  dueDate: improvements.dueDate,
  nextDueAt: improvements.nextDueAt,
  overdue: improvements.overdue,
  closedAt: improvements.closedAt,
};

/** Which improvements, for whom: those of one complaint, in a state, of a department, overdue or not. */
export type ImprovementQuery = {
  actor: Actor;
  allTeams: boolean;
  complaint?: string;
  state?: ImprovementState;
  department?: string;
  overdue?: boolean;
  /** Where the last page ended. */
  after?: { dueDate: string; id: string };
  limit: number;
};

/** One page: the nearest due date first. */
export async function listImprovements(db: Queries, query: ImprovementQuery) {
  const { complaint, state, department, overdue, after, limit } = query;
  return db
    .select(COLUMNS)
    .from(improvements)
    .innerJoin(complaints, eq(complaints.number, improvements.complaint))
    .where(
      and(
        complaint === undefined ? undefined : eq(improvements.complaint, complaint),
        state && eq(improvements.state, state),
        department === undefined ? undefined : eq(improvements.department, department),
        overdue === undefined ? undefined : and(eq(improvements.overdue, overdue), isNull(improvements.closedAt)),
        visible(query),
        after && sql`(${improvements.dueDate}, ${improvements.id}) > (${after.dueDate}, ${after.id})`,
      ),
    )
    .orderBy(asc(improvements.dueDate), asc(improvements.id))
    .limit(limit);
}

export type ListedImprovement = Awaited<ReturnType<typeof listImprovements>>[number];

/** Whom it concerns sees it, and who sees the complaint; who is complained about now only what is his own to do (HA-18). */
function visible({ actor, allTeams }: ImprovementQuery): SQL | undefined {
  const own = eq(improvements.person, actor.id);
  const others = notAbout(actor);
  if (allTeams) return or(own, others);
  const concerns = seatsOf(actor).map(({ id, team }) =>
    or(
      eq(improvements.person, id),
      eq(improvements.setBy, id),
      eq(improvements.department, team),
      eq(improvements.team, team),
    ),
  );
  return or(own, and(others, or(...concerns)));
}

/** One improvement with its file, in which those stand who are complained about now. */
export async function improvementWithFile(db: Queries, id: string) {
  const [row] = await db
    .select({ ...COLUMNS, file: improvements.file, respondents: complaints.respondents })
    .from(improvements)
    .innerJoin(complaints, eq(complaints.number, improvements.complaint))
    .where(eq(improvements.id, id));
  if (!row) return undefined;
  const { respondents, ...found } = row;
  return { ...found, file: { ...found.file, respondents } };
}

/** Its turns in order. */
export async function improvementTurnsOf(db: Queries, id: string) {
  return db
    .select({
      seq: improvementTurns.seq,
      by: improvementTurns.by,
      via: improvementTurns.via,
      at: improvementTurns.at,
      events: improvementTurns.events,
    })
    .from(improvementTurns)
    .where(eq(improvementTurns.improvement, id))
    .orderBy(asc(improvementTurns.seq));
}

/** Everything that was ever owed in it, in order. */
export async function improvementDutiesOf(db: Queries, id: string) {
  return db
    .select()
    .from(improvementDuties)
    .where(eq(improvementDuties.improvement, id))
    .orderBy(asc(improvementDuties.openedAt), asc(improvementDuties.dueAt));
}

/** The open improvements that somebody is responsible for, of any department; `besides`: all but those of this one. */
export async function openImprovementsOf(
  db: Queries,
  person: string,
  besides?: string,
): Promise<{ id: string; department: string }[]> {
  return db
    .select({ id: improvements.id, department: improvements.department })
    .from(improvements)
    .where(
      and(
        eq(improvements.person, person),
        isNull(improvements.closedAt),
        besides === undefined ? undefined : ne(improvements.department, besides),
      ),
    )
    .orderBy(asc(improvements.id));
}

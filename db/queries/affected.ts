import { and, asc, eq, gte, inArray, isNull, lt, notInArray, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { changedBy } from '../../domain/apply-turn';
import type { Reckoned } from '../../domain/apply-turn';
import { instantOf, nextDate } from '../../domain/calendar';
import { calendarFor, changedSpan } from '../../domain/calendar-set';
import type { CalendarSet, Span } from '../../domain/calendar-set';
import type { Recomputed } from '../../domain/recompute';
import type { Queries } from '../client';
import { complaints, obligations } from '../schema';

/** An open complaint of which other calendars would change due times. */
export type Affected = { complaint: string; changes: Recomputed[] };

const PAGE = 200;

/**
 * The open complaints whose due times, still to come, would be others by other calendars, found by counting anew; the nearest
 * first. Only those are counted whose time passes a date of which the calendars differ. `at`: ms, UTC.
 */
export async function affectedBy(
  db: Queries,
  before: CalendarSet,
  after: CalendarSet,
  at: number,
): Promise<Affected[]> {
  const numbers = await candidates(db, before, after);
  const affected: Affected[] = [];
  for (let from = 0; from < numbers.length; from += PAGE) {
    for (const { file, reckoned } of await openFiles(db, numbers.slice(from, from + PAGE))) {
      const changes = changedBy(file, Math.max(at, file.lastAt), calendarFor(after, file.team), reckoned);
      if (changes.length > 0) affected.push({ complaint: file.number, changes });
    }
  }
  return affected.sort((a, b) => nearest(a) - nearest(b));
}

const nearest = ({ changes }: Affected): number =>
  Math.min(...changes.map(({ was, instants }) => Math.min(was, instants.dueAt)));

async function candidates(db: Queries, before: CalendarSet, after: CalendarSet): Promise<string[]> {
  const teams = Object.keys({ ...before.teams, ...after.teams });
  const passes = [
    ...teams.map((team) => within(spanFor(before, after, team), eq(complaints.team, team))),
    within(spanFor(before, after, ''), teams.length > 0 ? notInArray(complaints.team, teams) : undefined),
  ].filter((condition) => condition !== undefined);
  if (passes.length === 0) return [];
  const rows = await db
    .selectDistinct({ number: complaints.number })
    .from(obligations)
    .innerJoin(complaints, eq(complaints.number, obligations.complaint))
    .where(and(eq(obligations.state, 'open'), isNull(obligations.missedAt), isNull(complaints.closedAt), or(...passes)))
    .orderBy(asc(complaints.number));
  return rows.map(({ number }) => number);
}

const spanFor = (before: CalendarSet, after: CalendarSet, team: string): Span | null =>
  changedSpan(calendarFor(before, team), calendarFor(after, team));

/** Due times that pass a date of the span, on their way or by the last day that they may move to. */
function within(span: Span | null, whose: SQL | undefined): SQL | undefined {
  if (!span) return undefined;
  const shanghai = { utcOffsetMinutes: 480 };
  return and(
    whose,
    sql`${obligations.explanation} -> 'length' ->> 'clock' <> 'wall'`,
    lt(obligations.countedFrom, new Date(instantOf(shanghai, nextDate(span.last), 0))),
    or(
      gte(obligations.dueAt, new Date(instantOf(shanghai, span.first, 0))),
      sql`${obligations.explanation} ->> 'lastDay' >= ${span.first}`,
    ),
  );
}

async function openFiles(db: Queries, numbers: string[]) {
  const [files, rows] = await Promise.all([
    db.select({ file: complaints.file }).from(complaints).where(inArray(complaints.number, numbers)),
    db
      .select({ complaint: obligations.complaint, id: obligations.id, explanation: obligations.explanation })
      .from(obligations)
      .where(and(inArray(obligations.complaint, numbers), eq(obligations.state, 'open'), isNull(obligations.missedAt))),
  ]);
  const reckoned = new Map<string, Reckoned>();
  for (const { complaint, id, explanation } of rows) {
    reckoned.set(complaint, { ...reckoned.get(complaint), [id]: explanation });
  }
  return files.map(({ file }) => ({ file, reckoned: reckoned.get(file.number) ?? {} }));
}

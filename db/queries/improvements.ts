import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { isOverdue, nextDue } from '../../domain/clock';
import type { AppliedImprovementTurn } from '../../domain/improvement/apply-turn';
import type { ImprovementEvent, ImprovementFile } from '../../domain/improvement/file';
import type { RecordedImprovement } from '../../domain/improvement/recorded';
import type { Queries } from '../client';
import { complaints, improvementDuties, improvements, improvementTurns } from '../schema';

/** A turn of an improvement as it stands in the record. */
export type ImprovementTurnRow = {
  improvement: string;
  seq: number;
  key: string;
  bodyHash: string | null;
  by: string;
  via: 'api' | 'signal' | 'clock';
  at: Date;
  events: ImprovementEvent[];
  outcome: RecordedImprovement;
};

/** The improvement's `seq` and file, locked until the end of the transaction. */
export async function lockImprovement(
  tx: Queries,
  id: string,
): Promise<{ seq: number; file: ImprovementFile } | undefined> {
  const [row] = await tx
    .select({ seq: improvements.seq, file: improvements.file })
    .from(improvements)
    .where(eq(improvements.id, id))
    .for('update');
  return row;
}

/** The improvement's file as the record has it, not locked. */
export async function improvementFile(db: Queries, id: string): Promise<ImprovementFile | undefined> {
  const [row] = await db.select({ file: improvements.file }).from(improvements).where(eq(improvements.id, id));
  return row?.file;
}

/**
 * The file together with what the record answers to a key, in one round trip. `respondents`: who is complained about now; the file
 * hears of it a little later.
 */
export async function improvementAndAnswer(
  db: Queries,
  id: string,
  key: string,
): Promise<{ file: ImprovementFile; respondents: string[]; answer: RecordedImprovement | null } | undefined> {
  const [row] = await db
    .select({ file: improvements.file, respondents: complaints.respondents, answer: improvementTurns.outcome })
    .from(improvements)
    .innerJoin(complaints, eq(complaints.number, improvements.complaint))
    .leftJoin(improvementTurns, and(eq(improvementTurns.improvement, improvements.id), eq(improvementTurns.key, key)))
    .where(eq(improvements.id, id));
  return row && { ...row, answer: row.answer as RecordedImprovement | null };
}

/** The answers that the record holds for some keys. */
export async function improvementAnswers(
  db: Queries,
  id: string,
  keys: string[],
): Promise<Record<string, RecordedImprovement>> {
  if (keys.length === 0) return {};
  const rows = await db
    .select({ key: improvementTurns.key, outcome: improvementTurns.outcome })
    .from(improvementTurns)
    .where(and(eq(improvementTurns.improvement, id), inArray(improvementTurns.key, keys)));
  return Object.fromEntries(rows.map(({ key, outcome }) => [key, outcome as RecordedImprovement]));
}

export const insertImprovementTurn = (tx: Queries, turn: ImprovementTurnRow) =>
  tx.insert(improvementTurns).values(turn);

/** The columns of `improvements` that follow from the file. */
export const improvementPicture = (file: ImprovementFile, at: Date) => {
  const dueAt = nextDue(file)?.dueAt;
  return {
    seq: file.seq,
    person: file.person,
    state: file.state,
    round: file.round,
    dueDate: file.dueDate,
    nextDueAt: dueAt === undefined ? null : new Date(dueAt),
    overdue: isOverdue(file),
    closedAt: file.closed ? at : null,
    file,
  };
};

export async function saveImprovement(tx: Queries, file: ImprovementFile, at: Date): Promise<void> {
  await tx.update(improvements).set(improvementPicture(file, at)).where(eq(improvements.id, file.id));
}

/** New duties with their explanation, or nothing where a turn opened none. */
export function insertImprovementDuties(tx: Queries, { file, opened, explanations }: AppliedImprovementTurn, at: Date) {
  const rows = opened.flatMap(({ id, kind, person, round, from, dueAt }) => {
    const explanation = explanations[id];
    if (!explanation || dueAt === undefined) return [];
    return {
      improvement: file.id,
      id,
      kind,
      person,
      round,
      openedAt: at,
      countedFrom: new Date(from),
      dueAt: new Date(dueAt),
      state: 'open' as const,
      provisional: explanation.provisional,
      calendarEdition: explanation.edition,
      explanation,
    };
  });
  return rows.length > 0 ? [tx.insert(improvementDuties).values(rows)] : [];
}

/** What a turn missed, met, called off or handed to another. */
export async function closeImprovementDuties(
  tx: Queries,
  { file, events }: AppliedImprovementTurn,
  at: Date,
): Promise<void> {
  const mark = (id: string, set: Partial<typeof improvementDuties.$inferInsert>) =>
    tx
      .update(improvementDuties)
      .set(set)
      .where(and(eq(improvementDuties.improvement, file.id), eq(improvementDuties.id, id)));
  for (const event of events) if (event.type === 'missed') await mark(event.duty, { missedAt: at });
  if (events.some(({ type }) => type === 'reassigned' || type === 'respondents_changed')) {
    for (const { id, person } of file.duties) await mark(id, { person });
  }
  for (const { id, closed } of file.duties) if (closed) await mark(id, { state: closed, closedAt: at });
}

/** Open improvements that do not know yet who is complained about now (HA-18). */
export async function improvementsToTell(
  db: Queries,
  limit: number,
): Promise<{ id: string; seq: number; respondents: string[] }[]> {
  return db
    .select({ id: improvements.id, seq: improvements.seq, respondents: complaints.respondents })
    .from(improvements)
    .innerJoin(complaints, eq(complaints.number, improvements.complaint))
    .where(and(isNull(improvements.closedAt), sql`${improvements.file} -> 'respondents' <> ${complaints.respondents}`))
    .orderBy(asc(improvements.id))
    .limit(limit);
}

/** Improvements that have no workflow yet, oldest first. */
export async function improvementsNotStarted(
  db: Queries,
  olderThanSeconds: number,
  limit: number,
): Promise<ImprovementFile[]> {
  const rows = await db
    .select({ file: improvements.file })
    .from(improvements)
    .where(
      and(
        eq(improvements.started, false),
        sql`${improvements.recordedAt} < clock_timestamp() - make_interval(secs => ${olderThanSeconds})`,
      ),
    )
    .orderBy(asc(improvements.id))
    .limit(limit);
  return rows.map(({ file }) => file);
}

export async function markImprovementsStarted(db: Queries, ids: string[]): Promise<void> {
  if (ids.length > 0) await db.update(improvements).set({ started: true }).where(inArray(improvements.id, ids));
}

import { and, eq, inArray, sql } from 'drizzle-orm';
import type { AppliedTurn } from '../../domain/apply-turn';
import { isOverdue, nextDue } from '../../domain/clock';
import type { ComplaintFile } from '../../domain/complaint-file';
import type { Event } from '../../domain/events';
import { ownerOf } from '../../domain/people';
import type { Recorded } from '../../domain/recorded';
import type { Queries } from '../client';
import { complaints, obligations, turns } from '../schema';

/** A turn as it stands in the record. */
export type TurnRow = {
  complaint: string;
  seq: number;
  key: string;
  bodyHash: string | null;
  by: string;
  via: 'intake' | 'api' | 'signal' | 'clock';
  at: Date;
  events: Event[];
  outcome: Recorded;
};

/** The complaint's `seq` and file, locked until the end of the transaction. */
export async function lockComplaint(
  tx: Queries,
  number: string,
): Promise<{ seq: number; file: ComplaintFile } | undefined> {
  const [row] = await tx
    .select({ seq: complaints.seq, file: complaints.file })
    .from(complaints)
    .where(eq(complaints.number, number))
    .for('update');
  return row;
}

/** The turn that a key stands for, if there is one. */
export async function findTurn(db: Queries, number: string, key: string): Promise<TurnRow | undefined> {
  const [row] = await db
    .select()
    .from(turns)
    .where(and(eq(turns.complaint, number), eq(turns.key, key)));
  return row as TurnRow | undefined;
}

/** The answers that the record holds for some keys. */
export async function answersFor(db: Queries, number: string, keys: string[]): Promise<Record<string, Recorded>> {
  if (keys.length === 0) return {};
  const rows = await db
    .select({ key: turns.key, outcome: turns.outcome })
    .from(turns)
    .where(and(eq(turns.complaint, number), inArray(turns.key, keys)));
  return Object.fromEntries(rows.map(({ key, outcome }) => [key, outcome as Recorded]));
}

export const insertTurn = (tx: Queries, turn: TurnRow) => tx.insert(turns).values(turn);

/** The columns of `complaints` that follow from the file. */
export const pictureOf = (file: ComplaintFile, at: Date) => {
  const dueAt = nextDue(file)?.dueAt;
  return {
    seq: file.seq,
    edition: file.rules.edition,
    level: file.level,
    priority: file.priority,
    nature: file.nature,
    requestType: file.requestType,
    stage: file.stage,
    round: file.round,
    ownerId: ownerOf(file).id,
    team: file.team,
    nextDueAt: dueAt === undefined ? null : new Date(dueAt),
    overdue: isOverdue(file),
    outcome: file.outcome,
    closedAt: file.closed ? at : null,
    respondents: file.respondents,
    file,
  };
};

export async function saveComplaint(tx: Queries, file: ComplaintFile, at: Date): Promise<void> {
  await tx.update(complaints).set(pictureOf(file, at)).where(eq(complaints.number, file.number));
}

/** New duties with their explanation, or nothing where a turn opened none. */
export function insertObligations(tx: Queries, { file, opened, explanations }: AppliedTurn, at: Date) {
  const rows = opened.flatMap((duty) => {
    const explanation = explanations[duty.id];
    if (!explanation || duty.dueAt === undefined) return [];
    const { id, kind, of, round, step, task, account, department, person } = duty;
    return {
      complaint: file.number,
      id,
      kind,
      of,
      round,
      step,
      task,
      account,
      department,
      person,
      openedAt: at,
      state: 'open' as const,
      countedFrom: new Date(duty.from),
      dueAt: new Date(duty.dueAt),
      explanation,
      provisional: explanation.provisional,
      calendarEdition: explanation.edition,
    };
  });
  return rows.length > 0 ? [tx.insert(obligations).values(rows)] : [];
}

/** What a turn missed, met, called off, or gave to somebody else. */
export async function closeObligations(tx: Queries, { file, events }: AppliedTurn, at: Date): Promise<void> {
  for (const event of events) {
    if (event.type === 'missed') await mark(tx, file, event.duty, { missedAt: at, person: event.by });
    if (event.type === 'work_handed_on') {
      for (const { id, person = null } of file.duties)
        if (event.calls.includes(id)) await mark(tx, file, id, { person });
    }
  }
  for (const { id, closed } of file.duties) {
    if (closed) await mark(tx, file, id, { state: closed, closedAt: at });
  }
}

async function mark(
  tx: Queries,
  file: ComplaintFile,
  id: string,
  set: Partial<typeof obligations.$inferInsert>,
): Promise<void> {
  await tx
    .update(obligations)
    .set(set)
    .where(and(eq(obligations.complaint, file.number), eq(obligations.id, id)));
}

/** Complaints that are registered and have no workflow yet, oldest first. */
export async function notStarted(
  db: Queries,
  olderThanSeconds: number,
  limit: number,
): Promise<{ number: string; file: ComplaintFile }[]> {
  return db
    .select({ number: complaints.number, file: complaints.file })
    .from(complaints)
    .where(
      and(
        eq(complaints.started, false),
        sql`${complaints.recordedAt} < clock_timestamp() - make_interval(secs => ${olderThanSeconds})`,
      ),
    )
    .orderBy(complaints.number)
    .limit(limit);
}

export async function markStarted(db: Queries, numbers: string[]): Promise<void> {
  if (numbers.length > 0) await db.update(complaints).set({ started: true }).where(inArray(complaints.number, numbers));
}

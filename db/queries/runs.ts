import { and, inArray, isNull } from 'drizzle-orm';
import type { Recorded } from '../../domain/recorded';
import { isImprovementId } from '../../domain/runs';
import type { RunFile } from '../../domain/runs';
import type { Queries } from '../client';
import { complaints, improvements } from '../schema';
import { improvementAnswers, improvementFile, improvementsNotStarted, markImprovementsStarted } from './improvements';
import { fileOf } from './reading';
import { findTurn, markStarted, notStarted } from './turns';

/** The file of whatever has a workflow, as the record has it. */
export const runFileOf = (db: Queries, id: string): Promise<RunFile | undefined> =>
  isImprovementId(id) ? improvementFile(db, id) : fileOf(db, id);

/** What the record answers to a key. */
export async function runAnswerFor(db: Queries, id: string, key: string): Promise<Recorded<unknown> | undefined> {
  return isImprovementId(id) ? (await improvementAnswers(db, id, [key]))[key] : (await findTurn(db, id, key))?.outcome;
}

/** What is registered and has no workflow yet: the oldest complaints, and the oldest improvements. */
export async function runsNotStarted(db: Queries, olderThanSeconds: number, limit: number): Promise<RunFile[]> {
  const waiting = await notStarted(db, olderThanSeconds, limit);
  return [...waiting.map(({ file }) => file), ...(await improvementsNotStarted(db, olderThanSeconds, limit))];
}

export async function markRunsStarted(db: Queries, ids: string[]): Promise<void> {
  await markStarted(
    db,
    ids.filter((id) => !isImprovementId(id)),
  );
  await markImprovementsStarted(db, ids.filter(isImprovementId));
}

/** Those of them that are still open. */
export async function openRuns(db: Queries, ids: string[]): Promise<RunFile[]> {
  const [ofComplaints, ofImprovements] = await Promise.all([
    db
      .select({ file: complaints.file })
      .from(complaints)
      .where(and(inArray(complaints.number, ids), isNull(complaints.closedAt))),
    db
      .select({ file: improvements.file })
      .from(improvements)
      .where(and(inArray(improvements.id, ids), isNull(improvements.closedAt))),
  ]);
  return [...ofComplaints, ...ofImprovements].map(({ file }) => file);
}

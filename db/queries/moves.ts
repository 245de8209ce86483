import { and, asc, eq, isNull } from 'drizzle-orm';
import type { AppliedTurn, Reckoned } from '../../domain/apply-turn';
import type { Queries } from '../client';
import { obligationMoves, obligations } from '../schema';

/** How the due times that are still to come are explained. */
export async function reckonedOf(db: Queries, number: string): Promise<Reckoned> {
  const rows = await db
    .select({ id: obligations.id, explanation: obligations.explanation })
    .from(obligations)
    .where(and(eq(obligations.complaint, number), eq(obligations.state, 'open'), isNull(obligations.missedAt)));
  return Object.fromEntries(rows.map(({ id, explanation }) => [id, explanation]));
}

/**
 * Puts down what another calendar did to open due times, each with what it was before; nothing where it did nothing. Beside
 * each: the edition that was published, or the team that has the case now.
 */
export async function saveMoves(tx: Queries, { file, events, changed }: AppliedTurn, at: Date): Promise<void> {
  const change = events.find((event) => event.type === 'calendar_changed');
  const because = change ? { edition: change.edition } : { team: file.team };
  for (const { duty, was, instants, explanation, before } of changed) {
    await tx
      .update(obligations)
      .set({
        dueAt: new Date(instants.dueAt),
        explanation,
        provisional: explanation.provisional,
        calendarEdition: explanation.edition,
      })
      .where(and(eq(obligations.complaint, file.number), eq(obligations.id, duty.id)));
    await tx.insert(obligationMoves).values({
      complaint: file.number,
      seq: file.seq,
      duty: duty.id,
      was: new Date(was),
      now: new Date(instants.dueAt),
      ...because,
      before: before ?? explanation,
      at,
    });
  }
}

/** Everything that another calendar did to a complaint's due times, in order. */
export async function movesOf(db: Queries, number: string) {
  return db
    .select()
    .from(obligationMoves)
    .where(eq(obligationMoves.complaint, number))
    .orderBy(asc(obligationMoves.seq), asc(obligationMoves.duty));
}

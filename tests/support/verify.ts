import type { temporal } from '@temporalio/proto';
import type { complaints, turns } from '../../db/schema';
import type { ComplaintFile } from '../../domain/complaint-file';
import { blankFile } from '../../domain/blank-file';
import { evolve, settle } from '../../domain/evolve';
import type { Recorded } from '../../domain/recorded';

type Row = typeof complaints.$inferSelect;
type Turn = typeof turns.$inferSelect;

/** Plain JSON, as both Postgres and Temporal keep it. */
export const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The file as it follows from the stored turns alone: their events, and the instants that their commits gave. */
export function foldTurns(rules: ComplaintFile['rules'], stored: Turn[]): ComplaintFile {
  const file = blankFile(rules);
  for (const turn of stored) {
    const at = turn.at.getTime();
    for (const event of turn.events) evolve(file, event, at);
    settle(file, (turn.outcome as Recorded).due, at);
  }
  return asJson(file);
}

/** The record explains itself: every stored turn folds to the stored file, the serials have no gap, the picture is the file's. */
export function verifyRecord(row: Row, stored: Turn[]): void {
  expect(foldTurns(row.file.rules, stored)).toEqual(row.file);
  let seq = 0;
  for (const turn of stored) {
    seq += turn.events.length;
    expect(turn.seq).toBe(seq);
  }
  expect(row).toMatchObject({
    seq,
    stage: row.file.stage,
    level: row.file.level,
    round: row.file.round,
    outcome: row.file.outcome,
  });
  expect(row.closedAt !== null).toBe(row.file.closed);
  const missed = stored.flatMap(({ events }) => events).filter(({ type }) => type === 'missed');
  expect(new Set(missed.map((event) => 'duty' in event && event.duty)).size).toBe(missed.length);
}

type History = temporal.api.history.v1.IHistory;
/** Events of time skipping: a means of the tests, none of the product's cost. */
const TIME_SKIPPING = new Set([55, 60]);
const SEARCH_ATTRIBUTES_UPSERTED = 40;

/** What a life costs in Temporal, against the budget of docs/architecture.md: `allowed` is a formula, for any life. */
export function costOf(history: History, stored: Turn[]): { events: number; allowed: number } {
  const types = (history.events ?? []).map(({ eventType }) => Number(eventType));
  const actions = stored.filter(({ via }) => via === 'api' || via === 'signal').length;
  const wakes = stored.filter(({ via }) => via === 'clock').length;
  const labels = types.filter((type) => type === SEARCH_ATTRIBUTES_UPSERTED).length;
  return {
    events: types.filter((type) => !TIME_SKIPPING.has(type)).length,
    allowed: 5 + 8 * actions + 6 * wakes + labels + 6,
  };
}

import type { Database, Queries } from '../db/client';
import { insertAtOnce } from '../db/queries/at-once';
import { calendarInForce } from '../db/queries/calendars';
import {
  closeImprovementDuties,
  improvementAnswers,
  insertImprovementDuties,
  insertImprovementTurn,
  lockImprovement,
  saveImprovement,
} from '../db/queries/improvements';
import { insertNotices } from '../db/queries/notices';
import { settle } from '../domain/evolve';
import { applyImprovementTurn } from '../domain/improvement/apply-turn';
import type { AppliedImprovementTurn } from '../domain/improvement/apply-turn';
import type { ImprovementEvent, ImprovementFile } from '../domain/improvement/file';
import { improvementNotices } from '../domain/improvement/notices';
import { improvementAnswer } from '../domain/improvement/recorded';
import type { RecordedImprovement } from '../domain/improvement/recorded';
import { withoutDetails } from './failures';
import { answeredBefore } from './record';
import type { TurnEntry } from './record';

/** A turn of an improvement on its way into the record. */
export type ImprovementTurnEntry = Omit<TurnEntry, 'number' | 'events'> & { id: string; events: ImprovementEvent[] };

/** The one write of a turn of an improvement; see `record` for what twice and `stale` mean. */
export const recordImprovement = (database: Database) =>
  withoutDetails((entry: ImprovementTurnEntry): Promise<RecordedImprovement | 'stale'> =>
    database.transaction((tx) => recordTurn(tx, entry)),
  );

async function recordTurn(tx: Queries, entry: ImprovementTurnEntry): Promise<RecordedImprovement | 'stale'> {
  const { id, key, events } = entry;
  const improvement = await locked(tx, id);
  const { [key]: earlier } = await improvementAnswers(tx, id, [key]);
  const answer = answeredBefore(improvement.seq, earlier, entry);
  if (answer) return answer;
  return save(
    tx,
    entry,
    applyImprovementTurn(improvement.file, events, entry.at, await calendarInForce(tx, improvement.file.department)),
  );
}

async function locked(tx: Queries, id: string): Promise<{ seq: number; file: ImprovementFile }> {
  const improvement = await lockImprovement(tx, id);
  if (!improvement) throw new Error(`Improvement ${id} is not in the record.`);
  return improvement;
}

async function save(
  tx: Queries,
  { id, key, by, via, at: instant, events, bodyHash }: ImprovementTurnEntry,
  turn: AppliedImprovementTurn,
): Promise<RecordedImprovement> {
  const at = new Date(instant);
  const { file, due } = turn;
  const notices = improvementNotices(turn);
  const opened = insertImprovementDuties(tx, turn, at);
  await closeImprovementDuties(tx, turn, at);
  settle(file, due, instant);
  const { seq } = file;
  const outcome: RecordedImprovement = { seq, due, answer: improvementAnswer(file), bodyHash: bodyHash ?? null };
  const row = { improvement: id, seq, key, bodyHash: bodyHash ?? null, by, via, at, events, outcome };
  await insertAtOnce(tx, [
    insertImprovementTurn(tx, row),
    ...opened,
    ...insertNotices(tx, file.complaint, notices, at),
  ]);
  await saveImprovement(tx, file, at);
  return outcome;
}

/** An improvement's file as the record has it, and the answers that it holds for some keys. */
export const rereadImprovement = (database: Database) =>
  withoutDetails(
    ({
      id,
      keys,
    }: {
      id: string;
      keys: string[];
    }): Promise<{ file: ImprovementFile; answered: Record<string, RecordedImprovement> }> =>
      database.transaction(async (tx) => {
        const { file } = await locked(tx, id);
        return { file, answered: await improvementAnswers(tx, id, keys) };
      }),
  );

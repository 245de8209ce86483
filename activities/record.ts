import { approvalCode, approvalCodeHash } from '../db/approval-code';
import type { Database, Queries } from '../db/client';
import { calendarInForce } from '../db/queries/calendars';
import { insertAtOnce } from '../db/queries/at-once';
import { projectInformation } from '../db/queries/information';
import { reckonedOf, saveMoves } from '../db/queries/moves';
import { insertNotices, saveApprovalCodes, somebodyFor, useApprovalCode } from '../db/queries/notices';
import { proposePenalties } from '../db/queries/penalties';
import {
  closeObligations,
  findTurn,
  insertObligations,
  insertTurn,
  lockComplaint,
  saveComplaint,
} from '../db/queries/turns';
import { applyTurn, changesCalendar, teamAfter } from '../domain/apply-turn';
import type { AppliedTurn } from '../domain/apply-turn';
import type { Event } from '../domain/events';
import { settle } from '../domain/evolve';
import { noticesOf } from '../domain/notices';
import { audienceOf } from '../domain/people';
import { penaltiesOf } from '../domain/penalties/arising';
import { answerOf } from '../domain/recorded';
import type { Recorded } from '../domain/recorded';
import type { Refusal } from '../domain/refusals';
import { withoutDetails } from './failures';

/** A turn on its way into the record. Instants are milliseconds, UTC. */
export type TurnEntry = {
  number: string;
  /** The `seq` that the workflow believes the record to have. */
  expected: number;
  key: string;
  by: string;
  via: 'api' | 'signal' | 'clock';
  at: number;
  events: Event[];
  bodyHash?: string;
  codeHash?: string;
  /** What was tried was refused, and is put on file as such. */
  refused?: Refusal;
};

/**
 * The one write of a turn: events, picture, obligations and notices in one transaction. Twice gives the same answer;
 * `stale` means that the record is ahead of the workflow, which then begins again from it.
 */
export const record = (database: Database, secret: string) =>
  withoutDetails((entry: TurnEntry): Promise<Recorded | 'stale'> =>
    database.transaction((tx) => recordTurn(tx, secret, entry)),
  );

async function recordTurn(tx: Queries, secret: string, entry: TurnEntry): Promise<Recorded | 'stale'> {
  const { number, key, events } = entry;
  const complaint = await lockComplaint(tx, number);
  if (!complaint) throw new Error(`Complaint ${number} is not in the record.`);
  const earlier = await findTurn(tx, number, key);
  const answer = answeredBefore(complaint.seq, earlier?.outcome, entry);
  if (answer) return answer;

  const { file } = complaint;
  const reckoned = changesCalendar(file, events) ? await reckonedOf(tx, number) : {};
  const calendar = await calendarInForce(tx, teamAfter(file, events));
  const turn = applyTurn(file, events, entry.at, calendar, reckoned);
  return save(tx, secret, entry, turn);
}

/**
 * What a turn needs no commit for: it is in the record already, or the record is ahead of the workflow. `seq` is the record's,
 * `earlier` what it answered to this key before.
 */
export function answeredBefore<R extends { seq: number }>(
  seq: number,
  earlier: R | undefined,
  { expected, events }: { expected: number; events: readonly unknown[] },
): R | 'stale' | null {
  if (earlier) return earlier.seq === expected + events.length && earlier.seq === seq ? earlier : 'stale';
  return seq !== expected || events.length === 0 ? 'stale' : null;
}

async function save(tx: Queries, secret: string, entry: TurnEntry, turn: AppliedTurn): Promise<Recorded> {
  const { number, key, by, via, events, bodyHash = null } = entry;
  const at = new Date(entry.at);
  const notices = noticesOf(turn);
  const arising = penaltiesOf(turn, by);
  const opened = insertObligations(tx, turn, at);
  await closeObligations(tx, turn, at);
  await saveMoves(tx, turn, at);
  await giveOutCodes(tx, secret, turn, at);
  settle(turn.file, turn.due, entry.at);
  const { seq } = turn.file;
  const { refused } = entry;
  const outcome: Recorded = { seq, due: turn.due, answer: answerOf(turn.file), bodyHash, ...(refused && { refused }) };
  const row = { complaint: number, seq, key, bodyHash, by, via, at, events, outcome };
  await insertAtOnce(tx, [insertTurn(tx, row), ...opened, ...insertNotices(tx, number, notices, at)]);
  if (arising.length > 0) await proposePenalties(tx, turn.file, arising, { by: null, at, key });
  await saveComplaint(tx, turn.file, at);
  await projectInformation(tx, number, events, at);
  if (entry.codeHash) await useApprovalCode(tx, entry.codeHash, seq);
  return outcome;
}

/** Everybody who may review gets a code of his own, so that a plain signal tells who sent it (docs/decisions/0002). */
async function giveOutCodes(tx: Queries, secret: string, { file, opened }: AppliedTurn, at: Date): Promise<void> {
  for (const duty of opened.filter(({ kind }) => kind === 'review')) {
    const reviewers = await somebodyFor(tx, audienceOf(file, { of: 'reviewer' }), { at, complaint: file.number });
    const codes = reviewers.map((staffId) => ({
      codeHash: approvalCodeHash(approvalCode(secret, file.number, duty.id, staffId)),
      complaint: file.number,
      duty: duty.id,
      staffId,
    }));
    await saveApprovalCodes(tx, codes);
  }
}

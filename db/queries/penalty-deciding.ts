import { and, eq } from 'drizzle-orm';
import type { ComplaintFile, Handled } from '../../domain/complaint-file';
import { dueTime } from '../../domain/due-time';
import type { Explanation } from '../../domain/due-time';
import type { Actor } from '../../domain/people';
import { decidePenalty } from '../../domain/penalties/decide';
import type { PenaltyAction, PenaltyStep } from '../../domain/penalties/decide';
import type { Penalty } from '../../domain/penalties/penalty';
import type { ManualGround, PenaltyState } from '../../domain/penalties/words';
import type { Rules } from '../../domain/policy';
import type { Refusal } from '../../domain/refusals';
import type { Database, Queries } from '../client';
import { complaints, idempotencyKeys, penalties, penaltySteps } from '../schema';
import { insertAtOnce } from './at-once';
import { calendarInForce } from './calendars';
import { onceFor } from './idempotency';
import type { CallKey } from './idempotency';
import { lastStep, noticesFor, proposePenalties } from './penalties';
import { lockComplaint } from './turns';

/** How a penalty stands after a step: the answer to whoever took it. Amounts in 分. */
export type PenaltyAnswer = {
  id: string;
  complaint: string;
  offender: string;
  state: PenaltyState;
  amountFen: number;
  appealUntil: string | null;
};

/** A step as it was called for. `at` is when the API had it in hand (ms, UTC). */
export type StepCall = {
  id: string;
  action: PenaltyAction;
  actor: Actor;
  reason?: string;
  at: number;
  key: string;
  bodyHash: string;
};

/** Done, perhaps before; refused; or there is no such penalty. */
export type StepResult = { answer: PenaltyAnswer; bodyHash: string } | { refused: Refusal } | undefined;

type Row = { penalty: typeof penalties.$inferSelect; file: ComplaintFile };

/** A penalty as those who decide need it. */
export const penaltyFrom = ({
  penalty: row,
  file,
}: {
  penalty: Row['penalty'];
  file: Pick<ComplaintFile, 'respondents'>;
}): Penalty => ({
  id: row.id,
  complaint: row.complaint,
  offender: { id: row.offender, role: row.offenderRole },
  team: row.offenderTeam,
  state: row.state,
  fen: row.fen,
  least: row.least,
  most: row.most,
  proposedBy: row.proposedBy,
  confirmedBy: row.confirmedBy && row.confirmedRole ? { id: row.confirmedBy, role: row.confirmedRole } : null,
  appealUntil: row.appealUntil?.getTime() ?? null,
  respondents: file.respondents,
});

/** Takes a step: one transaction with the penalty's row locked. The same key gives the same answer. */
export function takeStep(database: Database, call: StepCall): Promise<StepResult> {
  return database.transaction(async (tx) => {
    const row = await lockPenalty(tx, call.id);
    if (!row) return undefined;
    const penalty = penaltyFrom(row);
    const [earlier] = await tx
      .select()
      .from(penaltySteps)
      .where(and(eq(penaltySteps.penalty, call.id), eq(penaltySteps.key, call.key)));
    if (earlier) {
      const appealUntil = earlier.state === 'waived' ? null : penalty.appealUntil;
      const as = { ...penalty, state: earlier.state, fen: earlier.fen, appealUntil };
      return { answer: penaltyAnswer(as), bodyHash: earlier.bodyHash ?? '' };
    }
    const last = await lastStep(tx, call.id);
    // Nothing is dated before the step that it answers: a penalty may come of a complaint whose clock was moved ahead.
    const at = Math.max(call.at, last.at);
    const decided = decidePenalty(penalty, call.action, call.actor, at);
    if ('refused' in decided) return decided;
    const after = await save(tx, { penalty, rules: row.file.rules, no: last.no + 1, at }, decided.step, call);
    return { answer: penaltyAnswer(after), bodyHash: call.bodyHash };
  });
}

async function lockPenalty(tx: Queries, id: string): Promise<Row | undefined> {
  const [row] = await tx
    .select({ penalty: penalties, file: complaints.file })
    .from(penalties)
    .innerJoin(complaints, eq(complaints.number, penalties.complaint))
    .where(eq(penalties.id, id))
    .for('update', { of: penalties });
  return row;
}

type Given = { penalty: Penalty; rules: Rules; no: number; at: number };

async function save(
  tx: Queries,
  { penalty, rules, no, at: instant }: Given,
  { state, fen, by }: PenaltyStep,
  { reason, key, bodyHash }: StepCall,
): Promise<Penalty> {
  const at = new Date(instant);
  const appeal = state === 'confirmed' ? await appealTime(tx, rules, instant) : undefined;
  const confirmedBy: Handled | null = state === 'confirmed' ? by : penalty.confirmedBy;
  const after: Penalty = { ...penalty, state, fen, confirmedBy, appealUntil: appeal?.dueAt ?? penalty.appealUntil };
  await tx
    .update(penalties)
    .set({
      state,
      fen,
      lastAt: at,
      confirmedBy: confirmedBy?.id,
      confirmedRole: confirmedBy?.role,
      ...(appeal && { appealUntil: new Date(appeal.dueAt), appealExplanation: appeal.explanation }),
    })
    .where(eq(penalties.id, penalty.id));
  const step = { penalty: penalty.id, no, state, by: by.id, role: by.role, at, reason, fen, key, bodyHash };
  await insertAtOnce(tx, [tx.insert(penaltySteps).values(step), ...(await noticesFor(tx, after, at))]);
  return after;
}

/** Penalties go by the company's own calendar, whatever team the offender works in. */
const COMPANY = '';

async function appealTime(
  tx: Queries,
  { penaltyAppeal }: Rules,
  at: number,
): Promise<{ dueAt: number; explanation: Explanation }> {
  if (!penaltyAppeal) throw new Error('The policy has penalties and no time for appeals.');
  return dueTime(await calendarInForce(tx, COMPANY), at, penaltyAppeal, []);
}

export const penaltyAnswer = ({ id, complaint, offender, state, fen, appealUntil }: Penalty): PenaltyAnswer => ({
  id,
  complaint,
  offender: offender.id,
  state,
  amountFen: fen,
  appealUntil: appealUntil === null ? null : new Date(appealUntil).toISOString(),
});

/** What a superior brings forward (RE-7). */
export type ManualCall = {
  caller: CallKey;
  number: string;
  by: Handled;
  offender: Handled;
  clause: string;
  ground: ManualGround;
  range: [least: number, most: number];
  fen: number;
  reason: string;
  at: Date;
  /** What it is for: a breach that the record holds, or what somebody did on a day. */
  breach: string;
};

/** Puts a superior's proposal on record, once for a key; refused where the breach has its penalty already. */
export async function proposeByHand(
  database: Database,
  call: ManualCall,
): Promise<{ answer: PenaltyAnswer; bodyHash: string } | { refused: Refusal }> {
  let standing: string | undefined;
  const done = await onceFor<PenaltyAnswer | null>(database.queries, call.caller, () =>
    database.transaction(async (tx) => {
      const { caller, number, by, offender, clause, ground, range, fen, reason, at, breach } = call;
      const complaint = await lockComplaint(tx, number);
      if (!complaint) throw new Error(`Complaint ${number} is not in the record.`);
      standing = await penaltyFor(tx, number, breach);
      if (standing) return null;
      const arising = {
        breach,
        clause,
        cause: 'manual',
        what: ground,
        offender: offender.id,
        role: offender.role,
      } as const;
      const { key, bodyHash } = caller;
      const [penalty] = await proposePenalties(tx, complaint.file, [{ ...arising, fen: range, proposed: fen }], {
        by,
        at,
        reason,
        key,
        bodyHash,
      });
      if (!penalty) throw new Error(`Nothing was proposed in ${number}.`);
      const answer = penaltyAnswer(penalty);
      await tx.insert(idempotencyKeys).values({ ...caller, answer });
      return answer;
    }),
  );
  if (done.answer) return { answer: done.answer, bodyHash: done.bodyHash };
  return { refused: { code: 'breach_penalised', penalty: standing ?? '' } };
}

/** The penalty that a breach has already: one breach, one penalty. */
async function penaltyFor(tx: Queries, complaint: string, breach: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: penalties.id })
    .from(penalties)
    .where(and(eq(penalties.complaint, complaint), eq(penalties.breach, breach)));
  return row?.id;
}

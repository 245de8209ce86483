import { setTimeout as sleep } from 'node:timers/promises';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { eq } from 'drizzle-orm';
import { approvalCodeHash } from '../db/approval-code';
import type { Queries } from '../db/client';
import { turnsOf } from '../db/queries/reading';
import { approvalCodes } from '../db/schema';
import type { ComplaintFile } from '../domain/complaint-file';
import type { RejectionGround } from '../domain/words';
import { startUnlessRunning } from '../worker/healer';
import { complaintWorkflowId } from '../workflows/contract';
import { openComplaint } from './installation';
import type { Installation } from './installation';

/** Where a reviewer may send a case back to. */
export const BACK_TO = ['verification', 'cause_analysis', 'proposal', 'result', 'callback'] as const;

/** The answer of a reviewer as a plain signal carries it. */
export type Approval =
  | { name: 'approve'; code: string }
  | { name: 'reject'; code: string; ground: RejectionGround; backTo: (typeof BACK_TO)[number] };

/** What became of a signal. Nobody answers one, so this is read from the record. `undefined`: not dealt with yet. */
export type Filed = { accepted: true; by: string } | { accepted: false; because: string } | undefined;

const PATIENCE_MS = 15_000;
const MOST_TURNS = 100;

/** Sends the signal, and looks into the record whether it was accepted or put on file as refused. */
export async function sendApproval(
  installation: Pick<Installation, 'database' | 'client'>,
  number: string,
  approval: Approval,
  patienceMs = PATIENCE_MS,
): Promise<Filed> {
  const file = await openComplaint(installation, number);
  await signal(installation.client, file, approval);
  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(50)) {
    const filed = await filedSince(installation.database.queries, file, approval);
    if (filed) return filed;
  }
  return undefined;
}

/** A complaint whose run is gone is started from the record first. */
async function signal(client: Client, file: ComplaintFile, { name, ...payload }: Approval): Promise<void> {
  const handle = client.workflow.getHandle(complaintWorkflowId(file.number));
  try {
    await handle.signal(name, payload);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    await startUnlessRunning(client, file);
    await handle.signal(name, payload);
  }
}

async function filedSince(db: Queries, { number, seq }: ComplaintFile, { name, code }: Approval): Promise<Filed> {
  const turns = await turnsOf(db, number, seq, MOST_TURNS);
  // Used up by the very turn that accepted it: so no other signal can be taken for this one.
  const [used] = await db
    .select({ seq: approvalCodes.usedSeq })
    .from(approvalCodes)
    .where(eq(approvalCodes.codeHash, approvalCodeHash(code)));
  const accepted = turns.find((turn) => turn.seq === used?.seq);
  if (accepted) return { accepted: true, by: accepted.by };
  for (const event of turns.filter(({ via }) => via === 'signal').flatMap(({ events }) => events)) {
    if (event.type === 'refused' && event.action === name) return { accepted: false, because: event.because };
  }
  return undefined;
}

import { Worker } from '@temporalio/worker';
import { eq } from 'drizzle-orm';
import { tokenHash } from '../../db/approval-code';
import { apiTokens, improvementDuties, improvements, improvementTurns, staff } from '../../db/schema';
import { settle } from '../../domain/evolve';
import { dateAt } from '../../domain/improvement/dates';
import { blankImprovement, evolve } from '../../domain/improvement/evolve';
import type { ImprovementFile } from '../../domain/improvement/file';
import type { RecordedImprovement } from '../../domain/improvement/recorded';
import { improvementWorkflowId } from '../../workflows/contract-improvement';
import type { TestDatabase } from './database';
import { LOGISTICS, LOGISTICS_HEAD } from './paper-improvement';
import { workflowBundle } from './temporal';
import type { TestNamespace } from './temporal';
import { asJson, costOf } from './verify';

/** A department with its head, as a company hires them: their tokens are `LOGISTICS` and `LOGISTICS_HEAD`. */
export async function hireLogistics(db: TestDatabase): Promise<void> {
  const posts = [
    { envName: 'LOGISTICS', name: '物流专员', ...LOGISTICS },
    { envName: 'LOGISTICS_HEAD', name: '物流部负责人', ...LOGISTICS_HEAD },
  ];
  for (const { envName, ...post } of posts) {
    const token = `hy_test_${envName}`;
    await db.database.queries.insert(staff).values(post).onConflictDoNothing();
    await db.database.queries.insert(apiTokens).values({ tokenHash: tokenHash(token), staffId: post.id });
    db.tokens[envName] = token;
  }
}

/** The date so many days from now. */
export const dateIn = (days: number): string => dateAt(Date.now() + days * 86_400_000);

/** The first measure of 003 表2 五, to be done in thirty days. */
export const anImprovement = (given: object = {}) => ({
  what: '优化快递揽收预警机制',
  measure: '预警触发时间',
  target: '≤2小时',
  department: LOGISTICS.team,
  person: LOGISTICS.id,
  dueDate: dateIn(30),
  ...given,
});

/** What Postgres knows of an improvement. */
export async function improvementRecord({ database: { queries } }: TestDatabase, id: string) {
  const [row] = await queries.select().from(improvements).where(eq(improvements.id, id));
  if (!row) throw new Error(`No improvement ${id}.`);
  const turns = await queries
    .select()
    .from(improvementTurns)
    .where(eq(improvementTurns.improvement, id))
    .orderBy(improvementTurns.seq);
  const duties = await queries
    .select()
    .from(improvementDuties)
    .where(eq(improvementDuties.improvement, id))
    .orderBy(improvementDuties.openedAt);
  return { row, turns, duties };
}

type Turn = Awaited<ReturnType<typeof improvementRecord>>['turns'][number];

function fold(rules: ImprovementFile['rules'], turns: Turn[]): ImprovementFile {
  const file = blankImprovement(rules);
  for (const turn of turns) {
    for (const event of turn.events) evolve(file, event, turn.at.getTime());
    settle(file, (turn.outcome as RecordedImprovement).due, turn.at.getTime());
  }
  return asJson(file);
}

/**
 * Everything that must be true of any improvement: the stored turns fold to the stored file, without a gap; what was lived
 * replays on the present code; and it costs no more than a complaint of as many turns.
 */
export async function verifyImprovement(db: TestDatabase, { client }: TestNamespace, id: string): Promise<void> {
  const { row, turns } = await improvementRecord(db, id);
  expect(fold(row.file.rules, turns)).toEqual(row.file);
  let seq = 0;
  for (const turn of turns) {
    seq += turn.events.length;
    expect(turn.seq).toBe(seq);
  }
  const { seq: at, state, round, dueDate, closed } = row.file;
  expect(row).toMatchObject({ seq: at, state, round, dueDate });
  expect(row.closedAt !== null).toBe(closed);
  const workflowId = improvementWorkflowId(id);
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  await expect(
    Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history, workflowId),
  ).resolves.toBeUndefined();
  const { events, allowed } = costOf(history, turns.slice(1) as never);
  expect(events).toBeLessThanOrEqual(allowed);
}

import { z } from 'zod';
import type { Progress, refusedItems } from '../../db/queries/batches';
import type { batches } from '../../db/schema';
import { ACTION_NAMES } from '../../domain/decide';
import type { ActionName } from '../../domain/actions';
import type { Refusal } from '../../domain/refusals';
import { refusalSentence } from '../../templates/refusals';
import { ACTION_ZH } from '../../templates/words-zh';
import { utc } from '../schemas/basics';
import { nameIn } from './timeline';

/** One action for many complaints, and how far it is. */
export const batchSchema = z
  .object({
    id: z.string(),
    kind: z.string().describe('为何而设'),
    action: z.enum(ACTION_NAMES as [ActionName, ...ActionName[]]),
    actionZh: z.string(),
    requestedBy: z.object({ id: z.string(), name: z.string() }),
    reason: z.string(),
    at: utc(),
    state: z.enum(['waiting', 'running', 'finished']).describe('待开始 · 进行中 · 已办完'),
    finishedAt: utc().nullable(),
    progress: z.object({
      total: z.int(),
      waiting: z.int().describe('待办'),
      done: z.int().describe('已办'),
      refused: z.int().describe('未被接受'),
      skipped: z.int().describe('已结案，略过'),
    }),
  })
  .meta({ id: 'Batch' });

type BatchRow = typeof batches.$inferSelect;

export function batchView(row: BatchRow, progress: Progress, names: Map<string, string>): z.output<typeof batchSchema> {
  const { id, kind, action, requestedBy, reason, at, started, finishedAt } = row;
  return {
    id,
    kind,
    action,
    actionZh: ACTION_ZH[action],
    requestedBy: { id: requestedBy, name: nameIn(names)(requestedBy) },
    reason,
    at: at.toISOString(),
    state: finishedAt ? 'finished' : started ? 'running' : 'waiting',
    finishedAt: finishedAt?.toISOString() ?? null,
    progress,
  };
}

/** A complaint that did not take an action, or would not now, and why. */
export const notNowSchema = z.object({
  complaint: z.string(),
  why: z.looseObject({
    code: z.string(),
    title: z.string(),
    titleEn: z.string(),
    detail: z.string(),
    detailEn: z.string(),
  }),
});

/** A complaint that did not take the action of a batch, and why. */
export const refusedSchema = notNowSchema.extend({ at: utc().nullable() });

/** Why a complaint does not take an action, as readers get it. */
export const notNowView = (complaint: string, refusal: Refusal): z.output<typeof notNowSchema> => ({
  complaint,
  why: { ...refusal, ...refusalSentence(refusal) },
});

type Refused = Awaited<ReturnType<typeof refusedItems>>[number];

export const refusedView = ({ complaint, at, refusal }: Refused): z.output<typeof refusedSchema>[] =>
  refusal === null ? [] : [{ ...notNowView(complaint, refusal), at: at?.toISOString() ?? null }];

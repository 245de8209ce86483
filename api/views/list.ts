import { z } from 'zod';
import type { Listed, Place } from '../../db/queries/lists';
import { OUTCOMES, PRIORITIES, REQUEST_TYPES, STAGES } from '../../domain/words';
import { LEVEL_ZH, PRIORITY_ZH, STAGE_ZH } from '../../templates/words-zh';
import { allows } from '../http/issues';
import { levelSchema, utc } from '../schemas/basics';

/** A complaint as a list shows it. */
export const listedSchema = z
  .object({
    number: z.string(),
    seq: z.int(),
    stage: z.enum(STAGES).nullable(),
    level: levelSchema(),
    priority: z.enum(PRIORITIES),
    requestType: z.enum(REQUEST_TYPES),
    nature: z.string().nullable(),
    round: z.int(),
    owner: z.string(),
    ownerName: z.string().nullable(),
    team: z.string(),
    overdue: z.boolean(),
    nextDueAt: utc().nullable(),
    receivedAt: utc(),
    outcome: z.enum(OUTCOMES).nullable(),
    closedAt: utc().nullable(),
    product: z.string().nullable(),
    shop: z.string().nullable(),
    orderNo: z.string().nullable(),
    zh: z.object({ stage: z.string(), level: z.string(), priority: z.string() }),
  })
  .meta({ id: 'Listed' });

/** One row of a list. */
export function listedView({
  ownerId,
  nextDueAt,
  receivedAt,
  closedAt,
  ...row
}: Listed): z.output<typeof listedSchema> {
  return {
    ...row,
    owner: ownerId,
    nextDueAt: nextDueAt?.toISOString() ?? null,
    receivedAt: receivedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    zh: {
      stage: closedAt ? '已归档' : row.stage ? STAGE_ZH[row.stage] : '受理',
      level: LEVEL_ZH[row.level],
      priority: PRIORITY_ZH[row.priority],
    },
  };
}

/** Where a page ends, as the next call repeats it: `1764900000000~20261122-001`. */
export const placeSchema = z
  .string()
  .regex(/^(\d{1,14}|-)~\d{8}-\d{3,9}$/, { error: allows('上一页给出的 next', 'the `next` of the page before') })
  .transform((given): Place => {
    const [at = '', number = ''] = given.split('~');
    return { at: at === '-' ? null : Number(at), number };
  });

/** Where the page ends whose last row this is; `at` is what the list is sorted by. */
export const placeAfter = (at: Date | null, number: string): string => `${at?.getTime() ?? '-'}~${number}`;

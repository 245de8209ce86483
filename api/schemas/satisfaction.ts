import { z } from 'zod';
import { scoreOf, wordOf } from '../../domain/satisfaction';
import type { Scale } from '../../domain/satisfaction';
import { SATISFACTIONS } from '../../domain/words';
import type { Satisfaction } from '../../domain/words';
import { allows } from '../http/issues';
import { count, fields } from './basics';

/**
 * The customer's word (CO-2). 002 prints 1 as best and 003 prints 5 as best, so a number never travels without its scale; a
 * bare one is refused with this reason.
 */
export const satisfactionSchema = z.union(
  [
    z.enum(SATISFACTIONS),
    fields({
      score: count(1, 5),
      scale: z.enum(['one_best', 'five_best']).describe('one_best：1 为非常满意；five_best：5 为非常满意'),
    }),
  ],
  {
    error: allows(
      `满意度用词语（${SATISFACTIONS.join('、')}），或带分制的分数 { "score": 1–5, "scale": "one_best" 或 "five_best" }；只给数字分不清好坏：有的文件 1 最好，有的 5 最好`,
      `a word (${SATISFACTIONS.join(', ')}), or a score with its scale { "score": 1–5, "scale": "one_best" | "five_best" }; a bare number says nothing, since 1 is best in one document and 5 in another`,
    ),
  },
);

/** Translates a score to its word; nothing is said where nothing was asked. */
export function satisfactionOf(given: z.output<typeof satisfactionSchema>): Satisfaction;
export function satisfactionOf(given: z.output<typeof satisfactionSchema> | undefined): Satisfaction | undefined;
export function satisfactionOf(given: z.output<typeof satisfactionSchema> | undefined): Satisfaction | undefined {
  if (given === undefined || typeof given === 'string') return given;
  const { score, scale } = given;
  return wordOf(score, scale) ?? 'acceptable';
}

/** How answers write a number: never without its scale. Null where the policy has words only. */
export const scoreSchema = z
  .object({ score: z.int().min(1).max(5), scale: z.enum(['one_best', 'five_best']) })
  .nullable()
  .describe('按本流程的分制；只用词语的流程为空');

/** The number of a word under a policy. */
export function scoreView(satisfaction: Satisfaction | null, scale: Scale): z.output<typeof scoreSchema> {
  const score = satisfaction && scoreOf(satisfaction, scale);
  return score === null || scale === 'words' ? null : { score, scale };
}

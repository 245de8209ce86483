import { z } from 'zod';
import type { Length } from '../../domain/due-time';
import type { Prompt } from '../../domain/length';
import type { DutyRule, Rules, StageRule } from '../../domain/policy';
import { DUTY_KINDS, FACTS, LEVELS, PRIORITIES, ROLES, STAGES } from '../../domain/words';
import { allows } from '../http/issues';
import { fields, text } from './basics';

/** The shape of a policy's rules. Whether they make sense together is for `validateRules` to say. */
const lengthSchema: z.ZodType<Length> = z.union(
  [
    fields({ clock: z.enum(['wall', 'business']), minutes: z.int() }),
    fields({ clock: z.literal('days'), working: z.int() }),
    fields({ clock: z.literal('days'), calendar: z.int() }),
    fields({ clock: z.literal('days'), withinCalendar: z.int() }),
  ],
  {
    error: allows(
      '时长，如 { "clock": "days", "working": 1 } 或 { "clock": "business", "minutes": 120 }',
      'a length, like { "clock": "days", "working": 1 } or { "clock": "business", "minutes": 120 }',
    ),
  },
);

const promptSchema: z.ZodType<Prompt> = z.union(
  [
    z.enum(['openingOfFirstWorkingDay', 'openingOfLastDay']),
    fields({ businessMinutesBefore: z.int() }),
    fields({ wallMinutesBefore: z.int() }),
  ],
  {
    error: allows(
      '提醒，如 "openingOfLastDay" 或 { "businessMinutesBefore": 120 }',
      'a prompt, like "openingOfLastDay" or { "businessMinutesBefore": 120 }',
    ),
  },
);

const clause = () => text(100).describe('条款，或 choice（公司选择）');

const stageSchema: z.ZodType<StageRule> = fields({
  ends: z
    .array(z.array(z.enum(FACTS)).max(20))
    .max(10)
    .describe('任一组事实齐全即结束'),
  owes: z.array(z.enum(DUTY_KINDS)).max(20),
  clause: clause(),
});

const dutySchema: z.ZodType<DutyRule> = fields({
  of: z.enum(['owner', 'next_handler', 'superior', 'reviewer', 'clerk', 'administration', 'system']),
  within: z
    .array(
      fields({
        when: fields({
          level: z.array(z.literal(LEVELS)).optional(),
          priority: z.array(z.enum(PRIORITIES)).optional(),
        }).optional(),
        within: lengthSchema,
      }),
    )
    .max(20)
    .optional()
    .describe('时长；取第一个符合的，最后一个不带条件'),
  prompts: z.array(promptSchema).max(10),
  needs: z.array(z.enum(FACTS)).optional(),
  again: z.literal(true).optional(),
  clause: clause(),
});

const partiesSchema = fields({ handlers: z.array(z.enum(ROLES)), reviewers: z.array(z.enum(ROLES)) });

/** Rules as they are sent in: name and edition may stand in them, as they were read, and are given anew. */
export const rulesSchema = fields({
  policy: text(64).optional().describe('可不填；按网址中的名称'),
  edition: z.int().optional().describe('可不填；由系统编号'),
  stages: z.partialRecord(z.enum(STAGES), stageSchema),
  duties: z.partialRecord(z.enum(DUTY_KINDS), dutySchema),
  levels: fields({ 1: partiesSchema, 2: partiesSchema, 3: partiesSchema }),
  refusals: z.int(),
  unsolvedRounds: z.int(),
  repeatBack: z.boolean(),
  scale: z.enum(['one_best', 'five_best', 'words']),
}) satisfies z.ZodType<Omit<Rules, 'policy' | 'edition'>>;

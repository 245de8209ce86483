import { z } from 'zod';
import { DUTY_KINDS, OUTCOMES, PRIORITIES, STAGES } from '../../domain/words';
import { levelSchema, utc } from './basics';

/** Where a complaint stands after an action (`Answer` of domain/recorded.ts). */
export const answerSchema = z
  .object({
    number: z.string().describe('投诉编号'),
    seq: z.int().describe('记录号，即 ETag，供 If-Match 使用 / the version'),
    stage: z.enum(STAGES).nullable().describe('所处步骤'),
    level: levelSchema().describe('投诉级别'),
    priority: z.enum(PRIORITIES).describe('优先级'),
    round: z.int().describe('第几轮（第几张投诉处理单）'),
    owner: z.string().describe('责任人'),
    overdue: z.boolean().describe('有逾期未办的事项'),
    outcome: z.enum(OUTCOMES).nullable().describe('结果'),
    closed: z.boolean().describe('是否已归档'),
    nextDue: z
      .object({ duty: z.enum(DUTY_KINDS), dueAt: utc() })
      .nullable()
      .describe('下一个时限'),
  })
  .meta({ id: 'Answer' });

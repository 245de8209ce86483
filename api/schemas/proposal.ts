import { z } from 'zod';
import { BASES, PROPOSAL_KINDS, SEVERITIES } from '../../domain/words';
import { utc } from './basics';

/** What was offered to the customer, and what became of it (HA-6, HA-8). Amounts in 分. */
export const proposalSchema = z
  .object({
    no: z.int(),
    round: z.int().describe('第几轮'),
    by: z.string().describe('由谁拟定'),
    at: utc(),
    kinds: z.array(z.enum(PROPOSAL_KINDS)),
    amountFen: z.int().describe('金额，分'),
    basis: z.array(z.enum(BASES)),
    severity: z.enum(SEVERITIES).nullable(),
    text: z.string().nullable(),
    reason: z.string().nullable().describe('超出补偿标准的理由'),
    points: z
      .object({ solution: z.string().nullable(), standard: z.string().nullable(), promise: z.string().nullable() })
      .nullable()
      .describe('沟通要点'),
    approval: z
      .enum(['awaited', 'given', 'denied', 'withdrawn'])
      .nullable()
      .describe('须上一级批准时：待批、已批、未批、已撤回'),
    told: z.boolean(),
    answer: z.enum(['accepted', 'refused']).nullable(),
    steps: z.array(
      z.object({
        no: z.int(),
        what: z.string().nullable(),
        person: z.string(),
        workingDays: z.int(),
        reported: z.boolean().describe('执行人报告已完成，待责任人核对'),
        done: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Proposal' });

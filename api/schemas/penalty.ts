import { z } from 'zod';
import { MANUAL_GROUNDS, PENALTY_CAUSES, PENALTY_STATES } from '../../domain/penalties/words';
import { ROLES } from '../../domain/words';
import { allows } from '../http/issues';
import { count, fields, localDate, longText, text, utc } from './basics';

/** Beyond any amount of 002, in 分. */
const MOST_FEN = 1_000_000;
const fen = () => count(0, MOST_FEN).describe('金额，分（3000 即 30 元），须在规定范围内');

/** The id of a penalty: `<complaint>-F<n>`. */
export const penaltyParams = fields({
  id: z
    .string()
    .regex(/^\d{8}-\d{3,9}-F\d{1,6}$/, {
      error: allows('负激励编号，如 20261122-001-F1', 'an id like 20261122-001-F1'),
    })
    .meta({ examples: ['20261122-001-F1'] }),
});

/** What a superior brings forward (002 5.4.1.2–5.4.1.3): a breach that the record holds, or what somebody did on a day, and against which rule. */
export const manualBody = fields({
  ground: z
    .enum(MANUAL_GROUNDS)
    .default('against_rules')
    .describe('against_rules：违反受理权限或业务指引，导致客户投诉；data_manipulated：私自填写、操控数据'),
  breach: text(64)
    .optional()
    .describe('因记录中的哪一项：逾期事项的编号（见 GET …/obligations），或被拒绝并留痕的操作（如 record_callback）'),
  on: localDate().optional().describe('记录中没有的：哪一天；与 rule 一并填写'),
  rule: text(200).optional().describe('记录中没有的：违反哪一条规定，例如 5.3.1.4'),
  offender: text(64).describe('责任人：员工编号'),
  amountFen: fen().optional().describe('建议金额，分；不填为下限'),
  reason: longText().describe('违反了什么，何以导致投诉'),
});

/** The level above confirms, with or without another amount, or waives with a reason. */
export const decisionBody = z.discriminatedUnion('verdict', [
  fields({ verdict: z.literal('confirm'), amountFen: fen().optional(), reason: longText().optional() }),
  fields({ verdict: z.literal('waive'), reason: longText().describe('为什么免予处罚') }),
]);

/** The offender's one appeal. */
export const appealBody = fields({ reason: longText().describe('申诉理由') });

/** The last word. */
export const appealDecisionBody = z.discriminatedUnion('verdict', [
  fields({ verdict: z.literal('uphold'), reason: longText() }),
  fields({ verdict: z.literal('reduce'), amountFen: fen(), reason: longText() }),
  fields({ verdict: z.literal('lift'), reason: longText() }),
]);

/** How a penalty stands after a step. */
export const penaltyAnswerSchema = z
  .object({
    id: z.string(),
    complaint: z.string(),
    offender: z.string(),
    state: z.enum(PENALTY_STATES),
    amountFen: z.int(),
    appealUntil: utc().nullable().describe('本人可申诉至'),
  })
  .meta({ id: 'PenaltyAnswer' });

/** A penalty as a list shows it. */
export const listedPenaltySchema = penaltyAnswerSchema
  .extend({
    stateZh: z.string(),
    clause: z.string(),
    cause: z.enum(PENALTY_CAUSES),
    because: z.string().describe('因何产生，例如：满意度回访逾期'),
    offenderName: z.string().nullable(),
    offenderRole: z.enum(ROLES),
    leastFen: z.int(),
    mostFen: z.int(),
    proposedBy: z.string().describe('clock：系统依记录提出'),
    proposedAt: utc(),
    confirmedBy: z.string().nullable(),
  })
  .meta({ id: 'ListedPenalty' });

/** One penalty with all its steps. */
export const penaltySchema = listedPenaltySchema
  .extend({
    appealSentence: z.string().nullable().describe('申诉期限的由来'),
    steps: z.array(
      z.object({
        no: z.int(),
        state: z.enum(PENALTY_STATES),
        stateZh: z.string(),
        by: z.object({ id: z.string(), name: z.string() }),
        role: z.enum(ROLES).nullable(),
        at: utc(),
        amountFen: z.int(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Penalty' });

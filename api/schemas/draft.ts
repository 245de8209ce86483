import { z } from 'zod';
import { BASES, PROPOSAL_KINDS, SEVERITIES } from '../../domain/words';
import { ONLY_SAID, OF_MONEY } from '../../domain/compensation';
import { allows } from '../http/issues';
import { count, fields, longText, someOf, text } from './basics';

/** More steps than any remedy has. */
export const MOST_STEPS = 20;
/** Ten million yuan, in 分: beyond any complaint, within every number type. */
const MOST_FEN = 1_000_000_000;

const offered = fields({
  kinds: someOf(PROPOSAL_KINDS, 1).describe('方案种类'),
  amountFen: count(0, MOST_FEN).default(0).describe('金额，分'),
  basis: someOf(BASES, 1).describe('依据'),
  severity: z.enum(SEVERITIES).optional().describe('损害程度；与问题性质一起决定补偿标准'),
  text: longText().describe('方案内容'),
  reason: longText().optional().describe('超出补偿标准的理由'),
  points: fields({
    solution: longText().describe('解决方案'),
    standard: longText().describe('补偿标准'),
    promise: longText().describe('改进承诺'),
  })
    .optional()
    .describe('沟通要点；流程要求时必填'),
  steps: z
    .array(
      fields({
        what: longText().describe('做什么'),
        person: text(64).describe('由谁做：员工编号，或 owner（责任人）'),
        workingDays: count(1, 90).describe('客户同意后几个工作日内完成'),
      }),
    )
    .max(MOST_STEPS)
    .describe('执行步骤；没有要做的（只作说明、致歉或改进承诺）填 []'),
});

type Offered = z.output<typeof offered>;
const givesMoney = ({ kinds }: Offered): boolean => kinds.some((kind) => OF_MONEY.includes(kind));
const isOnlySaid = ({ kinds }: Offered): boolean => kinds.every((kind) => ONLY_SAID.includes(kind));

/** What is offered to the customer, as somebody draws it up (HA-6, HA-15, HA-19): kinds, amount and steps agree. */
export const draftSchema = offered
  .refine((draft) => draft.amountFen === 0 || givesMoney(draft), {
    path: ['amountFen'],
    error: allows(
      '方案种类中没有补偿、减免或退货退款的，金额为 0',
      '0 where the proposal is no compensation, fee waiver or return',
    ),
  })
  .refine(({ kinds, amountFen }) => amountFen > 0 || !kinds.includes('compensation'), {
    path: ['amountFen'],
    error: allows('补偿须有大于 0 的金额（分）', 'an amount above 0 (in 分) where compensation is offered'),
  })
  .refine((draft) => draft.steps.length > 0 || isOnlySaid(draft), {
    path: ['steps'],
    error: allows(
      '至少一个步骤；只作说明、致歉或改进承诺的才可为空',
      'at least one step, unless the proposal only explains, apologises or promises improvement',
    ),
  });

/** A draft that has been let in and understood. */
export type DraftBody = z.output<typeof draftSchema>;

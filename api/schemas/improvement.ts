import { z } from 'zod';
import { isEmptyPhrase, parseTarget } from '../../domain/improvement/standard';
import { COMPARISONS, IMPROVEMENT_DUTIES, IMPROVEMENT_STATES } from '../../domain/improvement/words';
import { allows } from '../http/issues';
import { dateAnswer, fields, localDate, longText, shortText, text, utc } from './basics';

/** The id of an improvement: `G<YYYYMMDD>-NNN`. */
export const improvementParams = fields({
  id: z
    .string()
    .regex(/^G\d{8}-\d{3,9}$/, { error: allows('改进措施编号，如 G20261122-001', 'an id like G20261122-001') })
    .meta({ examples: ['G20261122-001'] }),
});

const EXAMPLE_ZH =
  '具体、可验证的说法，如 what「揽收超过 2 小时自动预警」、measure「预警触发时间」、target「≤2小时」；「加强服务意识」「提高责任心」「多注意」之类无法核对的不行';
const EXAMPLE_EN =
  'something concrete that can be checked, like what "warn by itself when a parcel is not collected within 2 hours", measure "time until the warning", target "≤2 hours"; not "be more careful"';

const concrete = (given: z.ZodString) =>
  given.refine((said) => !isEmptyPhrase(said), { error: allows(EXAMPLE_ZH, EXAMPLE_EN) });

const TARGET = allows(
  '可衡量的目标：数值带单位，如「≤2小时」「100%」「至少95%」，或日期，如「2026-12-31前」；也可写 { "comparison": "at_most", "value": 2, "unit": "小时" } 或 { "by": "2026-12-31" }',
  'a measurable target: a value with its unit like "≤2小时", "100%", or a date like "2026-12-31前"; or { "comparison": "at_most", "value": 2, "unit": "小时" } or { "by": "2026-12-31" }',
);

/** What the improvement is held to, as people write it or taken apart. */
const targetSchema = z.union(
  [
    text(60).refine((written) => parseTarget(written) !== null, { error: TARGET }),
    fields({ comparison: z.enum(COMPARISONS), value: z.number(), unit: text(20).regex(/^\D+$/, { error: TARGET }) }),
    fields({ by: localDate() }),
  ],
  { error: TARGET },
);

/** An improvement as it is set (RE-3). */
export const improvementBody = fields({
  what: concrete(longText()).describe('改进内容：改什么，改成什么样'),
  measure: concrete(shortText()).describe('验证标准：衡量什么，如「预警触发时间」'),
  target: targetSchema.describe('验证标准：达到多少或何时，如「≤2小时」'),
  department: text(64).describe('责任部门（员工所属的团队，见 GET /staff）'),
  person: text(64).describe('责任人：该部门的员工编号'),
  dueDate: localDate().describe('计划完成时间'),
});

/** What was verified. */
export const verificationBody = z.discriminatedUnion('passed', [
  fields({ passed: z.literal(true), text: longText().describe('怎样验证的，结果如何') }),
  fields({
    passed: z.literal(false),
    text: longText().describe('未达标之处'),
    newDueDate: localDate().describe('新的计划完成时间'),
  }),
]);

const nextDueSchema = z.object({ duty: z.enum(IMPROVEMENT_DUTIES), dueAt: utc() }).nullable();

/** Where an improvement stands after an action. */
export const improvementAnswerSchema = z
  .object({
    id: z.string().describe('改进措施编号'),
    complaint: z.string().describe('由哪件投诉提出'),
    seq: z.int().describe('记录号，即 ETag'),
    state: z.enum(IMPROVEMENT_STATES),
    department: z.string(),
    person: z.string(),
    setBy: z.string().describe('提出人'),
    dueDate: dateAnswer(),
    round: z.int().describe('第几次：验证未通过即加一'),
    overdue: z.boolean(),
    closed: z.boolean(),
    nextDue: nextDueSchema.describe('下一个时限'),
  })
  .meta({ id: 'ImprovementAnswer' });

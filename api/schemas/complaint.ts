import { z } from 'zod';
import {
  ACCOUNT_OF,
  CHANNELS,
  COMPLAINANT_KINDS,
  DEMANDS,
  DEPARTMENTS,
  DUTY_KINDS,
  FACTS,
  MARKS,
  REQUEST_TYPES,
  SATISFACTIONS,
  SUBJECT_KINDS,
} from '../../domain/words';
import { answerSchema } from './answers';
import { informationSchema } from './information';
import { dateAnswer, levelSchema, utc } from './basics';
import { scoreSchema } from './satisfaction';
import { proposalSchema } from './proposal';
import { subTypeSchema } from './sub-type';

/** Complainant or agent; masked, but for a recorded look. */
export const personSchema = z.object({
  role: z.enum(['complainant', 'agent']),
  kind: z.enum(COMPLAINANT_KINDS).nullable(),
  anonymous: z.boolean(),
  name: z.string().nullable().describe('默认隐去部分'),
  contacts: z.array(z.object({ channel: z.enum(CHANNELS), address: z.string().describe('默认隐去部分') })),
  preferredChannel: z.enum(CHANNELS).nullable(),
  customerNo: z.string().nullable(),
  tier: z.string().nullable(),
  tags: z.array(z.string()),
});

/** What was taken down at intake (IN-2). */
export const intakeSchema = z.object({
  words: z.string().describe('客户原话'),
  demands: z.array(z.enum(DEMANDS)),
  demandText: z.string().nullable(),
  occurredAt: utc().nullable(),
  place: z.string().nullable(),
  cause: z.string().nullable(),
  shop: z.string().nullable(),
  staffInvolved: z.string().nullable(),
  subject: z.string().nullable(),
  product: z.string().nullable(),
  productCode: z.string().nullable(),
  orderNo: z.string().nullable(),
  region: z.string().nullable(),
  module: z.string().nullable(),
  nature: z.string().nullable().describe('登记时初步判断的性质'),
  newProduct: z.boolean(),
  followsUp: z.string().nullable().describe('归档后再次处理的原投诉'),
});

/** Something that is still to be done. */
export const dutySchema = z.object({
  id: z.string(),
  kind: z.enum(DUTY_KINDS),
  kindZh: z.string(),
  of: z.string(),
  step: z.int().nullable(),
  task: z.int().nullable(),
  account: z.int().nullable(),
  department: z.enum(DEPARTMENTS).nullable(),
  person: z.string().nullable(),
  dueAt: utc().nullable(),
  overdue: z.boolean(),
});

/** Something that the policy has and nobody owes, since nobody can be reached (IN-2, HA-1). */
export const notOwedSchema = z.object({ kind: z.enum(DUTY_KINDS), kindZh: z.string(), reason: z.string() });

/** Where a complaint stands beside its step: what sets it apart, who is asked, what is waited for. */
const standing = {
  floor: levelSchema().describe('规则或人工决定的最低级别；只有上一级可以再降'),
  marks: z.array(z.enum(MARKS)),
  cluster: z.string().nullable().describe('所属的集体投诉'),
  subjectKind: z.enum(SUBJECT_KINDS).nullable(),
  reachable: z.boolean().describe('是否有办法联系到客户'),
  notOwed: z.array(notOwedSchema).describe('因无法联系客户而不承担的事项及原因'),
  handOver: z.boolean().describe('须由其他受理人接手，尚未接手'),
  tasks: z.array(
    z.object({
      no: z.int(),
      department: z.enum(DEPARTMENTS),
      person: z.string().nullable(),
      state: z.enum(['open', 'answered', 'cancelled']),
    }),
  ),
  lead: z
    .object({ department: z.enum(DEPARTMENTS), person: z.string().nullable() })
    .nullable()
    .describe('牵头部门'),
  accounts: z.array(
    z.object({
      no: z.int(),
      of: z.enum(ACCOUNT_OF),
      state: z.enum(['asked', 'answered', 'silent']),
      urged: z.int().describe('催办次数'),
    }),
  ),
  waiting: z.object({ since: utc() }).nullable().describe('正在等客户答复；承诺的答复时限暂停'),
  extension: z.int().nullable().describe('已申请、待批的延长小时数'),
  tries: z.array(z.object({ day: dateAnswer(), channel: z.enum(CHANNELS) })).describe('本轮未接通的回访'),
};

/** A complaint as those who work on it see it: customers' names and numbers masked. */
export const complaintSchema = answerSchema
  .extend({
    policy: z.string().describe('流程与版本'),
    requestType: z.enum(REQUEST_TYPES),
    subType: subTypeSchema.nullable(),
    nature: z.string().nullable().describe('问题性质：所用流程列出的其中一种'),
    team: z.string(),
    channel: z.enum(CHANNELS).describe('来件渠道'),
    receivedAt: utc(),
    registeredBy: z.string(),
    closedAt: utc().nullable(),
    ownerName: z.string().nullable(),
    ownerAway: z
      .object({ until: utc(), deputy: z.string().describe('代班人的员工编号') })
      .nullable()
      .describe('责任人现正缺勤：至何时止，由谁代班'),
    respondents: z.array(z.string()),
    facts: z.array(z.enum(FACTS)),
    satisfaction: z.enum(SATISFACTIONS).nullable(),
    satisfactionScore: scoreSchema,
    people: z.array(personSchema),
    intake: intakeSchema,
    ...standing,
    information: z.array(informationSchema).describe('登记之后补充或更正的信息'),
    proposal: proposalSchema.nullable().describe('本轮当前的方案'),
    duties: z.array(dutySchema).describe('待办'),
    zh: z.record(z.string(), z.string()).describe('中文用语'),
  })
  .meta({ id: 'Complaint' });

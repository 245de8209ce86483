import { z } from 'zod';
import {
  BASES,
  CHANNELS,
  COMPLAINANT_KINDS,
  DEMANDS,
  DUTY_KINDS,
  FACTS,
  NATURES,
  PROPOSAL_KINDS,
  REQUEST_TYPES,
  SATISFACTIONS,
} from '../../domain/words';
import { answerSchema } from './answers';
import { informationSchema } from './information';
import { utc } from './basics';

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
});

/** The proposal on the table (HA-6). Amounts in 分. */
export const proposalSchema = z.object({
  no: z.int(),
  kinds: z.array(z.enum(PROPOSAL_KINDS)),
  amountFen: z.int().describe('金额，分'),
  basis: z.array(z.enum(BASES)),
  text: z.string().nullable(),
  told: z.boolean(),
  answer: z.enum(['accepted', 'refused']).nullable(),
  steps: z.array(
    z.object({ no: z.int(), what: z.string().nullable(), person: z.string(), workingDays: z.int(), done: z.boolean() }),
  ),
});

/** Something that is still to be done. */
export const dutySchema = z.object({
  id: z.string(),
  kind: z.enum(DUTY_KINDS),
  kindZh: z.string(),
  of: z.string(),
  step: z.int().nullable(),
  dueAt: utc().nullable(),
  overdue: z.boolean(),
});

/** A complaint as those who work on it see it: customers' names and numbers masked. */
export const complaintSchema = answerSchema
  .extend({
    policy: z.string().describe('流程与版本'),
    requestType: z.enum(REQUEST_TYPES),
    nature: z.enum(NATURES).nullable(),
    team: z.string(),
    channel: z.enum(CHANNELS).describe('来件渠道'),
    receivedAt: utc(),
    registeredBy: z.string(),
    closedAt: utc().nullable(),
    ownerName: z.string().nullable(),
    respondents: z.array(z.string()),
    facts: z.array(z.enum(FACTS)),
    satisfaction: z.enum(SATISFACTIONS).nullable(),
    people: z.array(personSchema),
    intake: intakeSchema,
    information: z.array(informationSchema).describe('登记之后补充或更正的信息'),
    proposal: proposalSchema.nullable(),
    duties: z.array(dutySchema).describe('待办'),
    zh: z.record(z.string(), z.string()).describe('中文用语'),
  })
  .meta({ id: 'Complaint' });

import { z } from 'zod';
import { GROUNDS } from '../../domain/classification';
import { reaches } from '../../domain/channels';
import { CHANNELS, COMPLAINANT_KINDS, DEMANDS, REQUEST_TYPES, SUBJECT_KINDS } from '../../domain/words';
import { allows } from '../http/issues';
import { complaintNumber, fields, instant, longText, messageId, shortText, someOf, text } from './basics';
import { contactSchema } from './contact';
import { ofItsType, subTypeSchema } from './sub-type';

const complainantShape = {
  kind: z.enum(COMPLAINANT_KINDS),
  name: shortText().optional().describe('姓名或昵称'),
  anonymous: z.boolean().default(false),
  contacts: z.array(contactSchema).max(10).default([]).describe('联系方式'),
  preferredChannel: z.enum(CHANNELS).optional().describe('希望的联系渠道'),
  customerNo: text(64).optional().describe('客户编号'),
  tier: text(64).optional().describe('客户等级'),
  tags: z.array(text(50)).max(20).default([]).describe('匿名客户的特征标签'),
};

const complainantSchema = fields(complainantShape).refine(
  ({ preferredChannel, contacts }) =>
    preferredChannel === undefined || contacts.some(({ channel }) => channel === preferredChannel),
  {
    path: ['preferredChannel'],
    error: allows('contacts 中已有的渠道', 'a channel for which contacts has an address'),
  },
);

const intakeShape = {
  message: messageId()
    .optional()
    .describe('由哪条来信立案（IN-11）：收到时间、渠道、流程以来信为准，原话默认为来信内容'),
  channel: z.enum(CHANNELS).optional().describe('来件渠道；由来信立案时不必填'),
  requestType: z.enum(REQUEST_TYPES).describe('来件类型'),
  subType: subTypeSchema.optional(),
  policy: text(64).optional().describe('流程；不填即 standard，由来信立案时为来信的流程'),
  receivedAt: instant().optional().describe('收到时间；不填即现在；由来信立案时为来信时间'),
  complainant: complainantSchema,
  agent: fields({
    name: shortText().optional(),
    contacts: z.array(contactSchema).min(1).max(10),
  })
    .optional()
    .describe('代理人'),
  words: longText().optional().describe('客户原话；由来信立案时可不填'),
  demands: someOf(DEMANDS).default([]).describe('诉求'),
  demandText: longText().optional(),
  occurredAt: instant().optional().describe('事件发生时间'),
  place: shortText().optional(),
  cause: longText().optional(),
  shop: shortText().optional(),
  staffInvolved: shortText().optional(),
  subject: shortText().optional().describe('投诉对象，按客户的说法'),
  subjectKind: z.enum(SUBJECT_KINDS).optional().describe('投诉对象属于哪一类'),
  product: shortText().optional(),
  productCode: text(64).optional(),
  orderNo: text(64).optional(),
  region: text(64).optional().describe('片区，如 华东、上海；据此归属客服团队'),
  module: text(64).optional().describe('业务模块，如 app；据此归属客服团队或责任部门'),
  nature: text(64).optional().describe('初步判断的问题性质，见 GET /policies/{name} 的 natures'),
  newProduct: z.boolean().default(false).describe('是否涉及新品'),
  followsUp: complaintNumber().optional().describe('归档后再次处理的原投诉编号'),
  respondents: z.array(text(64)).max(20).default([]).describe('被投诉的员工（编号）'),
  grounds: someOf(GROUNDS).default([]).describe('登记时已看出的依据；优先级和级别先由此得出，分类时确认或更正'),
  answered: z.boolean().default(false).describe('当场（电话、在线客服或当面）已答复客户；记入沟通记录'),
  callBackBy: instant().optional().describe('答应客户最迟何时再联系；由此成为时限'),
};

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Told together with whatever else is wrong. */
const together = { when: ({ value }: { value: unknown }) => isObject(value) };

/** A complaint as it is taken down (IN-2). What the message says that it is registered from need not be said again. */
export const intakeSchema = fields(intakeShape)
  .refine(...ofItsType)
  .refine(({ message, channel }) => message !== undefined || channel !== undefined, {
    ...together,
    path: ['channel'],
    error: allows(`必填，可选：${CHANNELS.join('、')}`, `required, one of: ${CHANNELS.join(', ')}`),
  })
  .refine(({ message, words }) => message !== undefined || words !== undefined, {
    ...together,
    path: ['words'],
    error: allows('必填：文字', 'required: a text'),
  })
  .refine(({ message, complainant }) => message !== undefined || isReachable(complainant), {
    path: ['complainant', 'contacts'],
    error: allows(
      '至少一种联系方式（到店 walk_in 不算）；匿名投诉（anonymous: true）可改填特征标签 tags',
      'at least one way to reach the complainant (walk_in is none); an anonymous one (anonymous: true) may have tags instead',
    ),
  });

const isReachable = ({ anonymous, contacts, tags }: z.output<typeof complainantSchema>): boolean =>
  contacts.some(({ channel }) => reaches(channel)) || (anonymous && tags.length > 0);

/** A complaint that is still being taken down (IN-13): whatever is known of it so far. */
export const draftSchema = fields({
  ...intakeShape,
  requestType: z.enum(REQUEST_TYPES).default('complaint'),
  complainant: fields(complainantShape).partial().optional(),
}).partial();

/** What is known of it so far, checked. */
export type IntakeDraft = z.output<typeof draftSchema>;

/** What a registration brings, checked. */
export type IntakeBody = z.output<typeof intakeSchema>;

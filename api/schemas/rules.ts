import { z } from 'zod';
import type { ChannelRule } from '../../domain/channels';
import type { Condition } from '../../domain/condition';
import type { Length } from '../../domain/due-time';
import type { Prompt } from '../../domain/length';
import type { CompensationRule, DutyRule, HandlingRule, Party, Rules, StageRule } from '../../domain/policy';
import {
  CHANNELS,
  DUTY_KINDS,
  FACTS,
  LEVELS,
  MARKS,
  PRIORITIES,
  PROPOSAL_KINDS,
  REQUEST_TYPES,
  ROLES,
  SEVERITIES,
  STAGES,
} from '../../domain/words';
import { allows } from '../http/issues';
import { fields, text } from './basics';

/** The shape of a policy's rules. Whether they make sense together is for `validateRules` to say. */
const MOST = 50;
const someWords = <W extends string>(words: readonly W[]) => z.array(z.enum(words)).max(MOST);
const levels = () => z.array(z.literal(LEVELS)).max(LEVELS.length);
const slots = () => z.array(fields({ opens: z.int(), closes: z.int() })).max(MOST);
const clause = () => text(100).describe('条款，或 choice（公司选择）');

const PARTIES = [
  'owner',
  'next_handler',
  'superior',
  'above_proposer',
  'reviewer',
  'level_above',
  'clerk',
  'administration',
  'head_of_service',
  'director',
  'department',
  'other_side',
  'customer',
  'system',
] as const satisfies readonly Party[];

const lengthSchema: z.ZodType<Length> = z.union(
  [
    fields({ clock: z.literal('wall'), minutes: z.int() }),
    fields({ clock: z.literal('wall'), seconds: z.int() }),
    fields({ clock: z.literal('business'), minutes: z.int(), hours: slots().optional() }),
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

const conditionSchema: z.ZodType<Condition> = fields({
  level: levels().optional(),
  priority: someWords(PRIORITIES).optional(),
  requestType: someWords(REQUEST_TYPES).optional(),
  channel: someWords(CHANNELS).optional(),
  mark: someWords(MARKS).optional(),
  respondent: someWords(ROLES).optional(),
  fact: someWords(FACTS).optional(),
  reachable: z.boolean().optional(),
  firstRound: z.boolean().optional(),
});
const conditions = () => z.array(conditionSchema).max(MOST);

const stageSchema: z.ZodType<StageRule> = fields({
  ends: z.array(someWords(FACTS)).max(MOST).describe('任一组事实齐全即结束'),
  owes: someWords(DUTY_KINDS),
  when: conditions().optional(),
  unless: someWords(FACTS).optional(),
  toCustomer: z.literal(true).optional(),
  clause: clause(),
});

const dutySchema: z.ZodType<DutyRule> = fields({
  of: z.enum(PARTIES),
  when: conditions().optional(),
  toCustomer: z.literal(true).optional(),
  inChannelHours: z.literal(true).optional(),
  lasting: z.literal(true).optional(),
  within: z
    .array(fields({ when: conditionSchema.optional(), within: lengthSchema }))
    .max(MOST)
    .optional()
    .describe('时长；取第一个符合的，最后一个不带条件'),
  prompts: z.array(promptSchema).max(MOST),
  needs: someWords(FACTS).optional(),
  arises: z.literal(true).optional(),
  again: z.literal(true).optional(),
  followedBy: z.enum(DUTY_KINDS).optional(),
  clause: clause(),
});

const handlingSchema: z.ZodType<HandlingRule> = fields({
  when: conditionSchema.optional(),
  handlers: someWords(ROLES),
  reviewers: someWords(ROLES),
});

const compensationSchema: z.ZodType<CompensationRule> = fields({
  nature: text(64),
  severity: z.enum(SEVERITIES),
  kinds: someWords(PROPOSAL_KINDS),
  fen: z.tuple([z.int().min(0), z.int().min(0)]).describe('至少与至多，分'),
});

const channelSchema: z.ZodType<ChannelRule> = fields({
  hours: z.union([z.enum(['business', 'always']), slots()]),
  answerWithin: lengthSchema,
  clause: clause(),
});

/** Rules as they are sent in: name and edition may stand in them, as they were read, and are given anew. */
export const rulesSchema = fields({
  policy: text(64).optional().describe('可不填；按网址中的名称'),
  edition: z.int().optional().describe('可不填；由系统编号'),
  stages: z.partialRecord(z.enum(STAGES), stageSchema),
  duties: z.partialRecord(z.enum(DUTY_KINDS), dutySchema),
  handling: z.array(handlingSchema).max(MOST),
  topLevel: z.literal(LEVELS),
  priorities: someWords(PRIORITIES),
  natures: z.record(text(64), text(64)),
  keyTiers: z.array(text(64)).max(MOST),
  tell: z.array(fields({ when: conditions(), roles: someWords(ROLES) })).max(MOST),
  refusals: z.int(),
  unsolvedRounds: z.int(),
  repeatBack: z.boolean(),
  talkingPoints: z.boolean(),
  bothSides: z.boolean(),
  compensation: fields({
    table: z.array(compensationSchema).max(1_000),
    limits: z.partialRecord(z.enum(ROLES), z.int().min(0)),
  }).optional(),
  directorWithdraws: conditions().optional(),
  callback: fields({
    askSatisfaction: z.boolean(),
    tries: z.int().min(1),
    days: z.int().min(1),
    channels: z.int().min(1),
  }).optional(),
  channels: z.partialRecord(z.enum(CHANNELS), channelSchema).optional(),
  scale: z.enum(['one_best', 'five_best', 'words']),
}) satisfies z.ZodType<Omit<Rules, 'policy' | 'edition'>>;

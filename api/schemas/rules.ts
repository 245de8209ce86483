import { z } from 'zod';
import type { Length } from '../../domain/due-time';
import type { Prompt } from '../../domain/length';
import type { ChannelRule } from '../../domain/channels';
import type { Condition } from '../../domain/condition';
import type { PenaltyRule } from '../../domain/penalties/rules';
import { MANUAL_GROUNDS } from '../../domain/penalties/words';
import { PARTIES } from '../../domain/policy';
import type { DutyRule, Rules, StageRule } from '../../domain/policy';
import {
  CHANNELS,
  DUTY_KINDS,
  FACTS,
  MARKS,
  PRIORITIES,
  PROPOSAL_KINDS,
  REQUEST_TYPES,
  ROLES,
  SEVERITIES,
  STAGES,
} from '../../domain/words';
import { allows } from '../http/issues';
import { fields, levelSchema, text } from './basics';

const slotSchema = fields({ opens: z.int(), closes: z.int() });

/** The shape of a policy's rules. Whether they make sense together is for `validateRules` to say. */
const lengthSchema: z.ZodType<Length> = z.union(
  [
    fields({ clock: z.literal('wall'), minutes: z.int() }),
    fields({ clock: z.literal('wall'), seconds: z.int() }),
    fields({ clock: z.literal('business'), minutes: z.int(), hours: z.array(slotSchema).max(6).optional() }),
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

const conditionSchema: z.ZodType<Condition> = fields({
  level: z.array(levelSchema()).optional(),
  priority: z.array(z.enum(PRIORITIES)).optional(),
  requestType: z.array(z.enum(REQUEST_TYPES)).optional(),
  channel: z.array(z.enum(CHANNELS)).optional(),
  mark: z.array(z.enum(MARKS)).optional(),
  respondent: z.array(z.enum(ROLES)).optional(),
  fact: z.array(z.enum(FACTS)).optional(),
  reachable: z.boolean().optional(),
  firstRound: z.boolean().optional(),
  inCluster: z.boolean().optional(),
});
const conditions = () => z.array(conditionSchema).max(20);
const roles = () => z.array(z.enum(ROLES)).max(ROLES.length);

const stageSchema: z.ZodType<StageRule> = fields({
  ends: z
    .array(z.array(z.enum(FACTS)).max(20))
    .max(10)
    .describe('任一组事实齐全即结束'),
  owes: z.array(z.enum(DUTY_KINDS)).max(20),
  when: conditions().optional(),
  unless: z.array(z.enum(FACTS)).optional(),
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
    .array(
      fields({
        when: conditionSchema.optional(),
        within: lengthSchema,
        final: lengthSchema.optional().describe('此时可先给初步答复，此后多久内给出最终答复（部门任务）'),
      }),
    )
    .max(20)
    .optional()
    .describe('时长；取第一个符合的，最后一个不带条件'),
  prompts: z.array(promptSchema).max(10),
  needs: z.array(z.enum(FACTS)).optional(),
  arises: z.literal(true).optional(),
  again: z.literal(true).optional(),
  againWithin: lengthSchema.optional().describe('届满后再次计算的时长（只用于推进办理）'),
  followedBy: z.enum(DUTY_KINDS).optional(),
  clause: clause(),
});

const compensationSchema = fields({
  table: z
    .array(
      fields({
        nature: text(40),
        severity: z.enum(SEVERITIES),
        kinds: z.array(z.enum(PROPOSAL_KINDS)),
        fen: z.tuple([z.int(), z.int()]),
      }),
    )
    .max(200),
  limits: z.partialRecord(z.enum(ROLES), z.int()),
});

const penaltySchema: z.ZodType<PenaltyRule> = z.union([
  fields({ clause: clause(), fen: z.tuple([z.int(), z.int()]), onMissed: z.enum(DUTY_KINDS) }),
  fields({ clause: clause(), fen: z.tuple([z.int(), z.int()]), onRefused: text(40), because: text(40) }),
  fields({ clause: clause(), fen: z.tuple([z.int(), z.int()]), manual: z.enum(MANUAL_GROUNDS) }),
]);

const channelSchema: z.ZodType<ChannelRule> = fields({
  hours: z.union([z.enum(['business', 'always']), z.array(slotSchema).max(6)]),
  answerWithin: lengthSchema,
  clause: clause(),
});

/** Rules as they are sent in: name and edition may stand in them, as they were read, and are given anew. */
export const rulesSchema = fields({
  policy: text(64).optional().describe('可不填；按网址中的名称'),
  edition: z.int().optional().describe('可不填；由系统编号'),
  stages: z.partialRecord(z.enum(STAGES), stageSchema),
  duties: z.partialRecord(z.enum(DUTY_KINDS), dutySchema),
  handling: z.array(fields({ when: conditionSchema.optional(), handlers: roles(), reviewers: roles() })).max(20),
  topLevel: levelSchema(),
  priorities: z.array(z.enum(PRIORITIES)).min(1),
  natures: z.record(z.string().regex(/^[a-z_]{1,40}$/), text(40)).describe('问题性质及其中文名称'),
  keyTiers: z.array(text(64)).max(50),
  tell: z.array(fields({ when: conditions(), roles: roles() })).max(20),
  refusals: z.int(),
  unsolvedRounds: z.int(),
  repeatBack: z.boolean(),
  apology: z.boolean(),
  talkingPoints: z.boolean(),
  bothSides: z.boolean(),
  referral: fields({ above: conditions() }).optional().describe('不属受理范围的可以转介；above 所列的须由上级'),
  typical: z.boolean().optional(),
  compensation: compensationSchema.optional(),
  directorWithdraws: conditions().optional(),
  callback: fields({
    askSatisfaction: z.boolean(),
    askMarks: z.boolean().optional(),
    tries: z.int(),
    days: z.int(),
    channels: z.int(),
  }).optional(),
  improvements: fields({
    reminders: z.array(promptSchema).max(10),
    verify: fields({ within: lengthSchema, reminders: z.array(promptSchema).max(10) }),
    escalateAfter: lengthSchema,
    clause: clause(),
  }).optional(),
  penalties: z.array(penaltySchema).max(50).optional(),
  penaltyAppeal: lengthSchema.optional(),
  repeat: fields({ days: z.int() }).optional(),
  mass: fields({
    complainants: z.int(),
    days: z.int(),
    newProductComplainants: z.int().optional(),
  }).optional(),
  channels: z.partialRecord(z.enum(CHANNELS), channelSchema).optional(),
  scale: z.enum(['one_best', 'five_best', 'words']),
}) satisfies z.ZodType<Omit<Rules, 'policy' | 'edition'>>;

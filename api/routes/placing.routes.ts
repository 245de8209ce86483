import { z } from 'zod';
import { directory } from '../../db/queries/directory';
import { levelRepeated } from '../../db/queries/repeats';
import { GROUNDS } from '../../domain/classification';
import { rolesLacking } from '../../domain/lacking';
import { fits } from '../../domain/people';
import { CHANNELS, PRIORITIES, REQUEST_TYPES } from '../../domain/words';
import { actionRoute } from '../action-route';
import { colleague } from '../colleagues';
import { fields, levelSchema, longText, someOf, text } from '../schemas/basics';
import { ofItsType, subTypeSchema } from '../schemas/sub-type';
import { sayIfAny, speechFields } from '../schemas/speech';

/** Who answers for a complaint, how high and how fast. */
export const placingRoutes = [
  actionRoute({
    names: ['classify'],
    method: 'put',
    path: '/classification',
    refusals: ['not_owner', 'verify_first', 'no_such_nature', 'complaint_stands', 'lowering', 'priority_lowering'],
    body: fields({
      nature: text(64).describe('问题性质：所用流程列出的其中一种'),
      requestType: z.enum(REQUEST_TYPES),
      subType: subTypeSchema.optional(),
      grounds: someOf(GROUNDS).describe('依据；优先级和级别由此按规则得出'),
      reason: longText().describe('分类分级的理由'),
    }).refine(...ofItsType),
    send: ({ reason, ...data }, { write }) => ({ name: 'classify', data: { ...data, ref: write('reason', reason) } }),
  }),
  actionRoute({
    names: ['change_request_type'],
    method: 'put',
    path: '/request-type',
    refusals: ['not_owner', 'role_needed', 'handled_before'],
    body: fields({
      requestType: z.enum(REQUEST_TYPES),
      subType: subTypeSchema.optional(),
      reason: longText().describe('为什么改'),
    }).refine(...ofItsType),
    send: ({ reason, ...data }, { write }) => ({
      name: 'change_request_type',
      data: { ...data, ref: write('reason', reason) },
    }),
  }),
  actionRoute({
    names: ['take_over'],
    method: 'post',
    path: '/take-over',
    refusals: ['role_needed', 'nothing_to_take_over', 'owner_already'],
    body: fields({}),
    send: () => ({ name: 'take_over', data: {} }),
  }),
  actionRoute({
    names: ['reassign'],
    method: 'put',
    path: '/owner',
    refusals: ['role_needed', 'handled_before', 'unfit', 'owner_already'],
    body: fields({
      to: text(64).describe('新责任人的员工编号，见 GET /staff'),
      reason: longText().describe('为什么改派'),
    }),
    send: async ({ to, reason }, { write, file, call }) => {
      const { id, roles, team } = await colleague(call.deps, 'to', to);
      const role = roles.find((own) => fits(file, own)) ?? roles[0] ?? 'department_member';
      const lacking =
        file.respondents.length > 0
          ? rolesLacking(await directory(call.deps.database.queries), file.respondents, team)
          : undefined;
      return { name: 'reassign', data: { to: { id, role, team }, lacking, ref: write('reason', reason) } };
    },
  }),
  actionRoute({
    names: ['raise_level', 'lower_level'],
    method: 'put',
    path: '/level',
    refusals: ['not_owner_nor_above', 'role_needed', 'handled_before', 'not_higher', 'not_lower', 'level_earned'],
    body: fields({
      direction: z.enum(['raise', 'lower']).describe('升级，或由上一级降级'),
      level: levelSchema(),
      reason: longText().describe('为什么升降'),
    }),
    send: async ({ direction, level, reason }, { write, file, call }) => {
      const data = { level, ref: write('reason', reason) };
      if (direction === 'raise') return { name: 'raise_level', data };
      const earlier = await levelRepeated(call.deps.database.queries, file.number);
      return { name: 'lower_level', data: { ...data, earlier } };
    },
  }),
  actionRoute({
    names: ['change_priority'],
    method: 'put',
    path: '/priority',
    refusals: ['not_owner_nor_above', 'role_needed', 'handled_before', 'no_such_priority'],
    body: fields({
      priority: z.enum(PRIORITIES).describe('改为哪一级；降低只能由上一级'),
      reason: longText().describe('为什么调整'),
    }),
    send: ({ priority, reason }, { write }) => ({
      name: 'change_priority',
      data: { priority, ref: write('reason', reason) },
    }),
  }),
  actionRoute({
    names: ['mark_typical'],
    method: 'post',
    path: '/typical',
    refusals: ['not_owner_nor_above', 'told_already'],
    body: fields({ reason: longText().describe('为什么典型') }),
    send: ({ reason }, { write }) => ({ name: 'mark_typical', data: { ref: write('reason', reason) } }),
  }),
  actionRoute({
    names: ['refer'],
    method: 'put',
    path: '/referral',
    refusals: [
      'not_owner',
      'role_needed',
      'handled_before',
      'director_needed',
      'step_unknown_here',
      'first_round_only',
      'referral_untold',
    ],
    body: fields({
      body: longText().describe('应由哪个机构受理'),
      channel: z.enum(CHANNELS).optional().describe('怎样告知客户的；没有联系方式的，不填'),
      ...speechFields,
    }),
    send: ({ body, channel, ...speech }, { write }) => ({
      name: 'refer',
      data: { channel, body: write('body', body), ref: sayIfAny(write, 'text', speech) },
    }),
  }),
];

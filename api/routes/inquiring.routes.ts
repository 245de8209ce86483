import { z } from 'zod';
import {
  ACCOUNT_OF,
  CAUSES,
  DEPARTMENTS,
  DIMENSIONS,
  RESPONSIBILITIES,
  VERIFICATION_SOURCES,
} from '../../domain/words';
import type { Cause } from '../../domain/words';
import { actionRoute } from '../action-route';
import { colleague } from '../colleagues';
import { checkedCauses } from '../root-cause';
import { complaintNumber, count, fields, longText, numberInAddress, someOf, text } from '../schemas/basics';

const MOST_ACCOUNTS = 999;
const accountParams = fields({ number: complaintNumber(), account: numberInAddress(MOST_ACCOUNTS) });

const causeSchema = z.enum(DIMENSIONS.flatMap((dimension): Cause[] => [...CAUSES[dimension]]) as [Cause, ...Cause[]]);

/** Finding out: what was looked up, what the other side says, why it happened. */
export const inquiringRoutes = [
  actionRoute({
    names: ['record_verification'],
    method: 'post',
    path: '/verifications',
    refusals: ['not_owner', 'accounts_open', 'other_side_unheard'],
    body: fields({
      sources: someOf(VERIFICATION_SOURCES, 1).describe('查了什么'),
      responsibility: z.enum(RESPONSIBILITIES),
      concluded: z.boolean().describe('是否已核实完毕'),
      findings: longText().describe('查明的情况与经过'),
      openPoints: longText().optional().describe('尚未查明的'),
    }),
    send: ({ findings, openPoints, ...data }, { write }) => ({
      name: 'record_verification',
      data: { ...data, ref: write('findings', findings), openPoints: write('openPoints', openPoints) },
    }),
  }),
  actionRoute({
    names: ['ask_account'],
    method: 'post',
    path: '/accounts',
    refusals: ['not_owner'],
    body: fields({
      of: z.enum(ACCOUNT_OF).describe('请谁说明情况'),
      workingDays: count(1, 30).optional().describe('几个工作日内答复；不填按流程'),
      text: longText().describe('要说明什么'),
    }),
    send: ({ text: wording, ...data }, { write }) => ({
      name: 'ask_account',
      data: { ...data, ref: write('text', wording) },
    }),
  }),
  actionRoute({
    names: ['urge_account'],
    method: 'post',
    path: '/accounts/{account}/urging',
    params: accountParams,
    refusals: ['not_owner', 'no_such_account', 'account_closed'],
    body: fields({ text: longText().describe('怎样催办的') }),
    send: ({ text: wording }, { write, params }) => ({
      name: 'urge_account',
      data: { account: params.account, ref: write('text', wording) },
    }),
  }),
  actionRoute({
    names: ['record_account'],
    method: 'put',
    path: '/accounts/{account}/answer',
    params: accountParams,
    refusals: ['not_owner', 'no_such_account', 'account_closed', 'not_urged'],
    body: fields({
      answered: z.boolean().describe('对方是否答复；false 即逾期且催办仍未答复'),
      text: longText().describe('对方的说明，或怎样催办无果'),
    }),
    send: ({ answered, text: wording }, { write, params }) => ({
      name: 'record_account',
      data: { account: params.account, answered, ref: write('text', wording) },
    }),
  }),
  actionRoute({
    names: ['call_cross_meeting'],
    method: 'post',
    path: '/cross-meetings',
    refusals: ['not_owner', 'meeting_called'],
    body: fields({
      departments: someOf(DEPARTMENTS, 1).describe('请哪些部门参加'),
      text: longText().describe('要议什么'),
    }),
    send: ({ departments, text: wording }, { write }) => ({
      name: 'call_cross_meeting',
      data: { departments, ref: write('text', wording) },
    }),
  }),
  actionRoute({
    names: ['record_cross_meeting'],
    method: 'put',
    path: '/cross-meetings/minutes',
    refusals: ['role_needed', 'no_meeting_called'],
    body: fields({ minutes: longText().describe('会议结论与纪要') }),
    send: ({ minutes }, { write }) => ({ name: 'record_cross_meeting', data: { minutes: write('minutes', minutes) } }),
  }),
  actionRoute({
    names: ['analyse_cause'],
    method: 'post',
    path: '/causes',
    refusals: ['not_owner', 'meeting_called', 'cause_of_other_dimension', 'person_alone'],
    body: fields({
      dimension: z.enum(DIMENSIONS).describe('从哪个维度：客户、流程、人员、系统'),
      cause: causeSchema.describe('该维度的哪一种'),
      behind: causeSchema.optional().describe('个人失误背后的管理原因；原因是个人失误时必填'),
      direct: longText().describe('直接原因'),
      root: longText().describe('根本原因：基于事实，从流程、系统等管理层面说明'),
      department: z.enum(DEPARTMENTS).describe('责任部门'),
      person: text(64).describe('由谁改进：员工编号，见 GET /staff'),
      direction: longText().describe('改进方向'),
    }),
    send: async ({ direct, root, direction, person, ...data }, { write, call }) => {
      await checkedCauses(call.deps, { direct, root });
      const { id } = await colleague(call.deps, 'person', person);
      const refs = {
        direct: write('direct', direct),
        root: write('root', root),
        direction: write('direction', direction),
      };
      return { name: 'analyse_cause', data: { ...data, person: id, ...refs } };
    },
  }),
];

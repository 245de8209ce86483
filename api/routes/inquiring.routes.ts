import { z } from 'zod';
import { ACCOUNT_OF, DEPARTMENTS } from '../../domain/words';
import { actionRoute } from '../action-route';
import { analysisOf } from '../analysis';
import { analysisSchema, looked } from '../schemas/analysis';
import { complaintNumber, count, fields, longText, numberInAddress, someOf, text } from '../schemas/basics';

const MOST_ACCOUNTS = 999;
const accountParams = fields({ number: complaintNumber(), account: numberInAddress(MOST_ACCOUNTS) });

/** Finding out: what was looked up, what the other side says, why it happened. */
export const inquiringRoutes = [
  actionRoute({
    names: ['record_verification'],
    method: 'post',
    path: '/verifications',
    refusals: ['not_owner', 'accounts_open', 'other_side_unheard'],
    body: fields({
      ...looked,
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
    refusals: ['not_owner', 'respondent_unnamed'],
    body: fields({
      of: z.enum(ACCOUNT_OF).describe('请谁说明情况：被投诉人、商家或门店、第三方'),
      person: text(64).optional().describe('被投诉人的员工编号；只有一名被投诉人的可不填'),
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
    names: ['cancel_cross_meeting'],
    method: 'put',
    path: '/cross-meetings/cancellation',
    refusals: ['not_owner', 'role_needed', 'no_meeting_called'],
    body: fields({ reason: longText().describe('为什么取消') }),
    send: ({ reason }, { write }) => ({ name: 'cancel_cross_meeting', data: { ref: write('reason', reason) } }),
  }),
  actionRoute({
    names: ['analyse_cause'],
    method: 'post',
    path: '/causes',
    refusals: ['not_owner', 'meeting_called', 'cause_of_other_dimension', 'person_alone'],
    body: analysisSchema,
    send: async (given, { write, call }) => ({
      name: 'analyse_cause',
      data: await analysisOf(call.deps, write, given),
    }),
  }),
];

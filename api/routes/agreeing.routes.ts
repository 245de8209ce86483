import { z } from 'zod';
import type { RefusalCode } from '../../domain/refusals';
import { CHANNELS, TELLING_POINTS } from '../../domain/words';
import { actionRoute } from '../action-route';
import { deskOf, draftOf } from '../draft';
import { waysTo } from '../ways';
import { complaintNumber, fields, longText, numberInAddress, someOf } from '../schemas/basics';
import { draftSchema } from '../schemas/draft';
import { agentKnown, proofOf, proofSchema } from '../schemas/proof';
import { say, speechFields, withSpeech } from '../schemas/speech';

const MOST_PROPOSALS = 999;
const proposalParams = fields({ number: complaintNumber(), no: numberInAddress(MOST_PROPOSALS) });

/** What stands against a proposal, whoever draws it up. */
const DRAFTS: RefusalCode[] = [
  'proposal_awaits_answer',
  'approval_awaited',
  'meeting_called',
  'analysis_missing',
  'points_missing',
  'outside_standard',
];
/** What stands against doing something with the proposal on the table. */
const ON_TABLE: RefusalCode[] = ['no_such_proposal', 'approval_awaited', 'approval_denied', 'proposal_answered'];

const wording = () => longText().describe('指示或理由');

const decisionSchema = z.discriminatedUnion('decision', [
  fields({ decision: z.enum(['instruct', 'take_over']).describe('给出指示，或自己接手'), text: wording() }),
  fields({ decision: z.literal('offer').describe('自己提出方案'), text: wording(), offer: draftSchema }),
]);

/** From the proposal to the agreement, or to the end without one. */
export const agreeingRoutes = [
  actionRoute({
    names: ['propose'],
    method: 'post',
    path: '/proposals',
    refusals: ['not_owner', 'decision_awaited', ...DRAFTS],
    body: draftSchema,
    send: async (draft, { write, file, call: { deps } }) => ({
      name: 'propose',
      data: await draftOf(deskOf(deps, file, write), draft),
    }),
  }),
  actionRoute({
    names: ['approve_proposal'],
    method: 'put',
    path: '/proposals/approval',
    refusals: ['role_needed', 'handled_before', 'no_approval_awaited'],
    body: fields({ approved: z.boolean(), text: longText().describe('理由') }),
    send: ({ approved, text }, { write }) => ({
      name: 'approve_proposal',
      data: { approved, ref: write('text', text) },
    }),
  }),
  actionRoute({
    names: ['withdraw_proposal'],
    method: 'put',
    path: '/proposals/withdrawal',
    refusals: ['not_owner', 'no_approval_awaited'],
    body: fields({ reason: longText().describe('为什么撤回待审批的方案') }),
    send: ({ reason }, { write }) => ({ name: 'withdraw_proposal', data: { ref: write('reason', reason) } }),
  }),
  actionRoute({
    names: ['tell_proposal'],
    method: 'post',
    path: '/proposals/{no}/telling',
    params: proposalParams,
    refusals: ['not_owner', ...ON_TABLE, 'telling_incomplete', 'apology_missing'],
    body: withSpeech(
      fields({
        channel: z.enum(CHANNELS).describe('客户希望的渠道，否则原渠道；须是能联系到客户的'),
        apologised: z.boolean().describe('已同时致歉（投诉类必须）'),
        covers: someOf(TELLING_POINTS).describe(
          '讲到了哪些：查明的情况、依据、内容、步骤、预期效果、注意事项，缺一不可',
        ),
        ...speechFields,
      }),
    ),
    send: async ({ text: wording, script, ...data }, { write, params, file, call }) => {
      await waysTo(call.deps, file, data.channel);
      return {
        name: 'tell_proposal',
        data: { ...data, proposal: params.no, ref: say(write, 'text', { text: wording, script }) },
      };
    },
  }),
  actionRoute({
    names: ['record_answer'],
    method: 'put',
    path: '/proposals/{no}/answer',
    params: proposalParams,
    refusals: ['not_owner', ...ON_TABLE, 'proposal_not_told', 'in_the_future', 'before_receipt', 'before_telling'],
    body: fields({
      answer: z.enum(['accepted', 'refused']),
      proof: proofSchema,
      text: longText().optional().describe('客户的说法'),
    }),
    send: async ({ answer, proof, text }, { write, params, call }) => {
      await agentKnown(call, proof.who, ['proof', 'who']);
      const data = { proposal: params.no, answer, proof: proofOf(proof, write), ref: write('text', text) };
      return { name: 'record_answer', data };
    },
  }),
  actionRoute({
    names: ['decide_proposal'],
    method: 'put',
    path: '/proposals/decision',
    refusals: ['role_needed', 'handled_before', 'no_decision_awaited', ...DRAFTS],
    body: decisionSchema,
    send: async (given, { write, file, call: { deps } }) => {
      const { decision } = given;
      const offer = decision === 'offer' ? await draftOf(deskOf(deps, file, write), given.offer, 'offer') : undefined;
      return { name: 'decide_proposal', data: { decision, offer, ref: write('text', given.text) } };
    },
  }),
  actionRoute({
    names: ['ask_conclusion'],
    method: 'post',
    path: '/conclusion',
    refusals: ['not_owner', 'decision_awaited', 'proposal_not_told', 'proposal_awaits_answer'],
    body: fields({ reason: longText().describe('为什么未达成一致也应办结，已尽了哪些合理义务') }),
    send: ({ reason }, { write }) => ({ name: 'ask_conclusion', data: { ref: write('reason', reason) } }),
  }),
  actionRoute({
    names: ['decide_conclusion'],
    method: 'put',
    path: '/conclusion/decision',
    refusals: ['role_needed', 'handled_before', 'nothing_to_decide'],
    body: fields({ granted: z.boolean(), text: longText().describe('理由') }),
    send: ({ granted, text }, { write }) => ({
      name: 'decide_conclusion',
      data: { granted, ref: write('text', text) },
    }),
  }),
];

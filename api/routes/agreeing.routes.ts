import { z } from 'zod';
import { BASES, CHANNELS, PROPOSAL_KINDS } from '../../domain/words';
import { actionRoute } from '../action-route';
import { stepsOf } from '../remedy-steps';
import { complaintNumber, count, fields, longText, numberInAddress, someOf, text } from '../schemas/basics';
import { proofOf, proofSchema } from '../schemas/proof';
import { say, speechFields, withSpeech } from '../schemas/speech';

const MOST_PROPOSALS = 999;
const MOST_STEPS = 20;
/** Ten million yuan, in 分: beyond any complaint, within every number type. */
const MOST_FEN = 1_000_000_000;

const proposalParams = fields({ number: complaintNumber(), no: numberInAddress(MOST_PROPOSALS) });
const stepParams = fields({ number: complaintNumber(), step: numberInAddress(MOST_STEPS) });

/** From the proposal to the last step of the remedy. */
export const agreeingRoutes = [
  actionRoute({
    names: ['propose'],
    method: 'post',
    path: '/proposals',
    refusals: ['not_owner', 'decision_awaited', 'proposal_awaits_answer'],
    body: fields({
      kinds: someOf(PROPOSAL_KINDS, 1).describe('方案种类'),
      amountFen: count(0, MOST_FEN).default(0).describe('金额，分'),
      basis: someOf(BASES, 1).describe('依据'),
      text: longText().describe('方案内容'),
      steps: z
        .array(
          fields({
            what: longText().describe('做什么'),
            person: text(64).describe('由谁做：员工编号，或 owner（责任人）'),
            workingDays: count(1, 90).describe('客户同意后几个工作日内完成'),
          }),
        )
        .min(1)
        .max(MOST_STEPS)
        .describe('执行步骤'),
    }),
    send: async ({ text: wording, steps, ...data }, { write, file, call }) => ({
      name: 'propose',
      data: { ...data, steps: await stepsOf(call.deps, file, steps, write), ref: write('text', wording) },
    }),
  }),
  actionRoute({
    names: ['tell_proposal'],
    method: 'post',
    path: '/proposals/{no}/telling',
    params: proposalParams,
    refusals: ['not_owner', 'no_such_proposal', 'proposal_answered', 'apology_missing'],
    body: withSpeech(
      fields({
        channel: z.enum(CHANNELS),
        apologised: z.boolean().describe('已同时致歉（投诉类必须）'),
        ...speechFields,
      }),
    ),
    send: ({ text: wording, script, ...data }, { write, params }) => ({
      name: 'tell_proposal',
      data: { ...data, proposal: params.no, ref: say(write, 'text', { text: wording, script }) },
    }),
  }),
  actionRoute({
    names: ['record_answer'],
    method: 'put',
    path: '/proposals/{no}/answer',
    params: proposalParams,
    refusals: [
      'not_owner',
      'no_such_proposal',
      'proposal_answered',
      'proposal_not_told',
      'in_the_future',
      'before_receipt',
    ],
    body: fields({
      answer: z.enum(['accepted', 'refused']),
      proof: proofSchema,
      text: longText().optional().describe('客户的说法'),
    }),
    send: ({ answer, proof, text: wording }, { write, params }) => ({
      name: 'record_answer',
      data: { proposal: params.no, answer, proof: proofOf(proof, write), ref: write('text', wording) },
    }),
  }),
  actionRoute({
    names: ['decide_proposal'],
    method: 'put',
    path: '/proposals/decision',
    refusals: ['role_needed', 'no_decision_awaited'],
    body: fields({
      decision: z.enum(['instruct', 'take_over']).describe('给出指示，或自己接手'),
      text: longText().describe('指示或理由'),
    }),
    send: ({ decision, text: wording }, { write }) => ({
      name: 'decide_proposal',
      data: { decision, ref: write('text', wording) },
    }),
  }),
  actionRoute({
    names: ['complete_step'],
    method: 'put',
    path: '/remedy/{step}/completion',
    params: stepParams,
    refusals: ['not_owner', 'no_such_step', 'step_done'],
    body: fields({ text: longText().describe('怎样完成的，凭证在何处') }),
    send: ({ text: wording }, { write, params }) => ({
      name: 'complete_step',
      data: { step: params.step, ref: write('text', wording) },
    }),
  }),
  actionRoute({
    names: ['delay_step'],
    method: 'put',
    path: '/remedy/{step}/delay',
    params: stepParams,
    refusals: ['not_owner', 'no_such_step', 'step_done'],
    body: fields({
      workingDays: count(1, 90).describe('改为自今日起几个工作日内完成'),
      reason: longText().describe('延误原因'),
    }),
    send: ({ workingDays, reason }, { write, params }) => ({
      name: 'delay_step',
      data: { step: params.step, workingDays, ref: write('reason', reason) },
    }),
  }),
];

import { z } from 'zod';
import { REPEATABLE } from '../../domain/action-rules/closing';
import { CHANNELS, REJECTION_GROUNDS, RESULTS } from '../../domain/words';
import { actionRoute } from '../action-route';
import { count, fields, longText, someOf } from '../schemas/basics';
import { proofOf, proofSchema } from '../schemas/proof';
import { say, sayIfAny, speechFields, withSpeech } from '../schemas/speech';
import { satisfactionOf, satisfactionSchema } from '../schemas/satisfaction';

const mark = () => count(1, 5);

const callbackSchema = z.discriminatedUnion('answered', [
  fields({ answered: z.literal(false), channel: z.enum(CHANNELS), ...speechFields }),
  fields({
    answered: z.literal(true),
    channel: z.enum(CHANNELS),
    ...speechFields,
    solved: z.boolean().describe('问题是否已解决'),
    satisfaction: satisfactionSchema.optional().describe('满意度；流程要求询问时必填'),
    recording: longText().describe('录音或记录在何处；满意度以此为证'),
    marks: fields({ efficiency: mark(), result: mark(), attitude: mark() })
      .optional()
      .describe('效率、结果、态度，1 至 5 分，5 最好；流程要求询问时必填'),
    suggestion: longText().optional().describe('客户的建议'),
  }),
]);

const reviewSchema = z.discriminatedUnion('verdict', [
  fields({ verdict: z.literal('approve'), text: longText().optional() }),
  fields({
    verdict: z.literal('reject'),
    ground: z.enum(REJECTION_GROUNDS).describe('退回原因'),
    backTo: z.enum(REPEATABLE).default('verification').describe('退回到哪一步'),
    text: longText().optional(),
  }),
]);

/** From the result to the archive. */
export const closingRoutes = [
  actionRoute({
    names: ['tell_result'],
    method: 'put',
    path: '/result',
    refusals: ['not_owner', 'not_reachable', 'told_already', 'not_original_channel'],
    body: withSpeech(
      fields({
        results: someOf(RESULTS, 1).describe('处理结果'),
        channel: z.enum(CHANNELS).describe('经客户来件的渠道；当面来访的不限'),
        ...speechFields,
      }),
    ),
    send: ({ results, channel, ...speech }, { write }) => ({
      name: 'tell_result',
      data: { results, channel, ref: say(write, 'text', speech) },
    }),
  }),
  actionRoute({
    names: ['record_callback'],
    method: 'post',
    path: '/callbacks',
    refusals: ['not_owner', 'satisfaction_missing', 'marks_missing', 'answer_final'],
    body: callbackSchema,
    send: (given, { write }) => {
      const { text, script, ...rest } = given;
      const ref = sayIfAny(write, 'text', { text, script });
      if (!rest.answered) return { name: 'record_callback', data: { ...rest, ref } };
      const { satisfaction, recording, suggestion, ...data } = rest;
      const refs = { ref, recording: write('recording', recording), suggestion: write('suggestion', suggestion) };
      return { name: 'record_callback', data: { ...data, satisfaction: satisfactionOf(satisfaction), ...refs } };
    },
  }),
  actionRoute({
    names: ['give_up_callback'],
    method: 'put',
    path: '/callbacks/giving-up',
    refusals: ['not_owner', 'answer_final', 'too_few_tries'],
    body: fields({ reason: longText().describe('为什么不再回访') }),
    send: ({ reason }, { write }) => ({ name: 'give_up_callback', data: { ref: write('reason', reason) } }),
  }),
  actionRoute({
    names: ['decide_finally'],
    method: 'put',
    path: '/meeting',
    refusals: ['role_needed'],
    body: fields({ minutes: longText().describe('会议决定与纪要') }),
    send: ({ minutes }, { write }) => ({ name: 'decide_finally', data: { minutes: write('minutes', minutes) } }),
  }),
  actionRoute({
    names: ['approve', 'reject'],
    method: 'put',
    path: '/review',
    refusals: ['handled_before', 'role_needed', 'reason_wanted', 'step_not_repeatable'],
    body: reviewSchema,
    send: (given, { write }) => {
      const ref = write('text', given.text);
      if (given.verdict === 'approve') return { name: 'approve', data: { ref } };
      return { name: 'reject', data: { ground: given.ground, backTo: given.backTo, ref } };
    },
  }),
  actionRoute({
    names: ['archive'],
    method: 'put',
    path: '/archive',
    refusals: ['role_needed', 'missing'],
    body: fields({}),
    send: () => ({ name: 'archive', data: {} }),
  }),
  actionRoute({
    names: ['withdraw'],
    method: 'put',
    path: '/withdrawal',
    refusals: ['not_owner', 'director_needed', 'in_the_future', 'before_receipt'],
    body: fields({ proof: proofSchema }),
    send: ({ proof }, { write }) => ({ name: 'withdraw', data: { proof: proofOf(proof, write) } }),
  }),
];

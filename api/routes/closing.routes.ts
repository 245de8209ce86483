import { z } from 'zod';
import { REPEATABLE } from '../../domain/action-rules/closing';
import { CHANNELS, REJECTION_GROUNDS, RESULTS } from '../../domain/words';
import type { Channel } from '../../domain/words';
import { actionRoute } from '../action-route';
import { fieldError } from '../http/issues';
import { Problem } from '../http/problem';
import { count, fields, longText, someOf } from '../schemas/basics';
import { agentKnown, proofOf, proofSchema } from '../schemas/proof';
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
    recording: longText().optional().describe('电话回访的录音在何处；满意度以此为证，电话必填'),
    proof: proofSchema.optional().describe('其他渠道：客户本人表态的凭证，必填'),
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

/** CO-2: what the customer said is on a recording of the call, or has its proof on another channel. */
function mustBeProved({ channel, recording, proof }: { channel: Channel; recording?: string; proof?: object }): void {
  const field = channel === 'phone' ? 'recording' : 'proof';
  if ((field === 'recording' ? recording : proof) !== undefined) return;
  const [zh, en] =
    field === 'recording'
      ? ['电话回访的录音所在', 'where the recording of the call is']
      : [
          '客户本人表态的凭证：种类 kind、时间 occurredAt、渠道 channel、所在 text',
          'the proof of his word: kind, occurredAt, channel, text',
        ];
  throw Problem.of('invalid_body', {}, { errors: [fieldError([field], undefined, zh, en)] });
}

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
        channel: z.enum(CHANNELS).describe('经客户来件的渠道；当面来访的不限；联系不上的，也可经回访时用过的书面渠道'),
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
    refusals: [
      'not_owner',
      'satisfaction_missing',
      'marks_missing',
      'answer_final',
      'in_the_future',
      'before_receipt',
      'before_callback',
    ],
    body: callbackSchema,
    send: async (given, { write, call }) => {
      const { text, script, ...rest } = given;
      const ref = sayIfAny(write, 'text', { text, script });
      if (!rest.answered) return { name: 'record_callback', data: { ...rest, ref } };
      const { satisfaction, recording, proof, suggestion, ...data } = rest;
      mustBeProved(rest);
      await agentKnown(call, proof?.who ?? 'complainant', ['proof', 'who']);
      const refs = {
        ref,
        recording: write('recording', recording),
        suggestion: write('suggestion', suggestion),
        ...(proof && { proof: proofOf(proof, write) }),
      };
      return { name: 'record_callback', data: { ...data, satisfaction: satisfactionOf(satisfaction), ...refs } };
    },
  }),
  actionRoute({
    names: ['give_up_callback'],
    method: 'put',
    path: '/callbacks/giving-up',
    refusals: ['not_owner', 'answer_final', 'given_up_already', 'too_few_tries'],
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
    refusals: ['handled_before', 'role_needed', 'reason_wanted', 'step_not_repeatable', 'tasks_open'],
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
    send: async ({ proof }, { write, call }) => {
      await agentKnown(call, proof.who, ['proof', 'who']);
      return { name: 'withdraw', data: { proof: proofOf(proof, write) } };
    },
  }),
];

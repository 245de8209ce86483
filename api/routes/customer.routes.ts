import { z } from 'zod';
import { customerLink } from '../../db/queries/customer-links';
import type { LinkKind } from '../../db/customer-link';
import { fileAndAnswer } from '../../db/queries/reading';
import { saveTexts } from '../../db/queries/texts';
import { takesAnswer } from '../../domain/action-rules/calling-back';
import { needsDirector } from '../../domain/action-rules/closing';
import type { ActionData } from '../../domain/actions';
import { nextDue } from '../../domain/clock';
import type { ComplaintFile } from '../../domain/complaint-file';
import { CUSTOMER } from '../../domain/people';
import { ActionRefused } from '../../gateway/gateway';
import { promisedTime } from '../../templates/local-time';
import { OUTCOME_ZH, SATISFACTION_ZH, STAGE_ZH } from '../../templates/words-zh';
import { SATISFACTIONS } from '../../domain/words';
import { textIdOf, updateIdOf } from '../http/idempotency';
import { Problem } from '../http/problem';
import type { Call } from '../http/route';
import { route } from '../http/route';
import { count, fields, longText, text, utc } from '../schemas/basics';
import { satisfactionOf, satisfactionSchema, scoreSchema, scoreView } from '../schemas/satisfaction';

const tokenParams = fields({ token: text(64).describe('链接中的密钥') });
type ByLink<B> = Call<'anyone', { token: string }, undefined, B>;

/** The complaint that a link opens, and the round that it was sent in; nothing is said of links that open nothing. */
async function opened({ deps, params, receivedAt, key }: ByLink<unknown>, kind: LinkKind) {
  const db = deps.database.queries;
  const link = await customerLink(db, params.token, kind);
  if (!link || link.expiresAt.getTime() < receivedAt) throw Problem.of('no_such_link', {});
  const update = updateIdOf(CUSTOMER.id, key, link.complaint);
  const found = await fileAndAnswer(db, link.complaint, update);
  if (!found) throw Problem.of('no_such_link', {});
  return { ...found, update, number: link.complaint, round: link.round };
}

const trackingSchema = z.object({
  number: z.string(),
  receivedAt: utc(),
  step: z.string().describe('目前进行到哪一步'),
  next: z.string().nullable().describe('下一步与预计时间'),
  outcome: z.string().nullable(),
  withdrawable: z.boolean().describe('是否还可以撤回'),
});

/** What a customer is told of his complaint: where it stands and what comes next; nothing of the company's inside. */
function standing(file: ComplaintFile): z.output<typeof trackingSchema> {
  const next = nextDue(file);
  const due = next?.dueAt === undefined || next.of !== 'owner' ? null : promisedTime(next.dueAt);
  return {
    number: file.number,
    receivedAt: new Date(file.receivedAt).toISOString(),
    step: file.closed ? '已办结' : STAGE_ZH[file.stage ?? 'first_contact'],
    next: due && `我们将在 ${due} 前进行下一步。`,
    outcome: file.outcome && OUTCOME_ZH[file.outcome],
    withdrawable: !file.closed && file.outcome === null && !needsDirector(file),
  };
}

/** Hands the customer's own action over to his complaint; what he wrote becomes a text first. */
async function act<N extends 'answer_survey' | 'withdraw_by_link'>(
  call: ByLink<unknown>,
  found: Awaited<ReturnType<typeof opened>>,
  name: N,
  data: ActionData[N],
) {
  const { deps, bodyHash, receivedAt } = call;
  const action = { by: CUSTOMER, data, receivedAt, seen: found.file.seq, bodyHash };
  const sent = { number: found.number, name, key: found.update, action };
  const recorded =
    found.answer ??
    (await deps.gateway.act(sent).catch((error: unknown) => {
      throw error instanceof ActionRefused ? Problem.toCustomer(error.refusal) : error;
    }));
  if (recorded.bodyHash !== bodyHash) throw Problem.of('key_used_otherwise', {});
  if (recorded.refused) throw Problem.toCustomer(recorded.refused);
}

const thanks = z.object({ message: z.string() });
const mark = () => count(1, 5);

/** What customers reach by the links that they were sent: the number alone opens nothing (IN-15, CO-1, CO-9). */
export const customerRoutes = [
  route({
    method: 'get',
    path: '/track/{token}',
    tag: 'customer',
    summary: { zh: '客户查询投诉进展', en: 'where a complaint stands, for its customer' },
    who: 'anyone',
    clauses: ['IN-15'],
    params: tokenParams,
    answer: trackingSchema,
    problems: ['no_such_link'],
    handle: async (call) => ({ body: standing((await opened(call, 'tracking')).file) }),
  }),
  route({
    method: 'post',
    path: '/track/{token}/withdrawal',
    tag: 'customer',
    summary: { zh: '客户自行撤回投诉', en: 'the customer withdraws' },
    who: 'anyone',
    clauses: ['CO-9'],
    params: tokenParams,
    body: fields({ confirmed: z.literal(true).describe('确认撤回') }),
    answer: thanks,
    problems: [
      'no_such_link',
      'not_in_stage',
      'withdrawn',
      'closed',
      'director_needed',
      'key_used_otherwise',
      'not_known_yet',
    ],
    handle: async (call) => {
      await act(call, await opened(call, 'tracking'), 'withdraw_by_link', {});
      return { body: { message: '您的投诉已撤回。感谢您的反馈。' } };
    },
  }),
  route({
    method: 'get',
    path: '/surveys/{token}',
    tag: 'customer',
    summary: { zh: '满意度问卷', en: 'the questions of the callback, for the customer' },
    who: 'anyone',
    clauses: ['CO-1', 'CO-2'],
    params: tokenParams,
    answer: z.object({
      number: z.string(),
      question: z.string(),
      options: z.array(z.object({ value: z.enum(SATISFACTIONS), zh: z.string(), score: scoreSchema })),
      marks: z.string(),
    }),
    problems: ['no_such_link', 'link_void', 'answer_final'],
    handle: async (call) => {
      const { file, round, number } = await opened(call, 'survey');
      if (file.answered && file.round === round) throw Problem.toCustomer({ code: 'answer_final' });
      if (!takesAnswer(file, round)) throw Problem.toCustomer({ code: 'link_void' });
      const { scale } = file.rules;
      const options = SATISFACTIONS.map((value) => ({
        value,
        zh: SATISFACTION_ZH[value],
        score: scoreView(value, scale),
      }));
      return {
        body: {
          number,
          question: '您的问题是否已经解决？您对处理结果是否满意？',
          options,
          marks: '服务效率、处理结果、服务态度，1 至 5 分，5 分最好',
        },
      };
    },
  }),
  route({
    method: 'post',
    path: '/surveys/{token}',
    tag: 'customer',
    summary: { zh: '客户评价处理结果', en: 'the customer says whether he is content' },
    who: 'anyone',
    clauses: ['CO-1', 'CO-2', 'CO-3'],
    params: tokenParams,
    body: fields({
      solved: z.boolean().describe('问题是否已解决'),
      satisfaction: satisfactionSchema.optional(),
      marks: fields({ efficiency: mark(), result: mark(), attitude: mark() }).optional(),
      suggestion: longText().optional(),
    }),
    answer: thanks,
    problems: [
      'no_such_link',
      'link_void',
      'answer_final',
      'not_in_stage',
      'satisfaction_missing',
      'withdrawn',
      'closed',
      'key_used_otherwise',
      'not_known_yet',
    ],
    handle: async (call) => {
      const found = await opened(call, 'survey');
      const { satisfaction, suggestion, ...word } = call.body;
      const ref = suggestion === undefined ? undefined : textIdOf(found.update, call.bodyHash, 'suggestion');
      if (ref !== undefined && suggestion !== undefined) {
        const row = {
          id: ref,
          complaint: found.number,
          kind: 'answer_survey.suggestion',
          body: suggestion,
          by: CUSTOMER.id,
        };
        await saveTexts(call.deps.database.queries, [row]);
      }
      await act(call, found, 'answer_survey', {
        ...word,
        round: found.round,
        satisfaction: satisfaction === undefined ? undefined : satisfactionOf(satisfaction),
        suggestion: ref,
      });
      return { body: { message: '感谢您的评价，这将帮助我们改进服务。' } };
    },
  }),
];

import { z } from 'zod';
import { namesOfStaff } from '../../db/queries/directory';
import { listMessages, messageOf, putBack, setAside, stepsOfMessage } from '../../db/queries/messages';
import type { MessageRow } from '../../db/queries/messages';
import { MESSAGE_STATES } from '../../domain/messages';
import { CHANNELS } from '../../domain/words';
import type { Role } from '../../domain/words';
import { colleague } from '../colleagues';
import type { Caller, Dependencies } from '../dependencies';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import type { Call } from '../http/route';
import { receive } from '../message-intake';
import { attach, once, readable, visibleMessage } from '../messages';
import { complaintNumber, fields, longText, numberInAddress, text } from '../schemas/basics';
import { arrivalSchema } from '../schemas/message';
import {
  listedMessageSchema,
  listedMessageView,
  messagePlaceAfter,
  messagePlaceSchema,
  messageSchema,
  messageView,
} from '../views/messages';
import { seesAllTeams } from '../visibility';

const params = fields({ id: text(20).describe('来信编号') });
const reason = fields({ reason: longText().describe('理由') });
const TAKEN = ['no_such_message', 'message_taken', 'message_set_aside', 'key_used_otherwise'] as const;

/** Who answers for a message: those who may register it. A connector only hands messages in. */
const ANSWERS_FOR: Role[] = ['handler', 'supervisor', 'manager'];

function mustAnswerFor({ roles }: Caller): void {
  if (!roles.some((role) => ANSWERS_FOR.includes(role))) {
    throw Problem.refusing({ code: 'role_needed', roles: ANSWERS_FOR });
  }
}

const viewOf = async ({ deps, caller, params: { id }, receivedAt }: Call<'staff', { id: string }, unknown, unknown>) =>
  wholeView(deps, await visibleMessage(deps, caller, id), receivedAt);

async function wholeView(deps: Dependencies, message: MessageRow, now: number) {
  const db = deps.database.queries;
  const [steps, names] = await Promise.all([stepsOfMessage(db, message.id), namesOfStaff(db)]);
  return messageView(message, steps, names, now);
}

/** The channel watch: every message becomes part of a complaint, or is set aside by a named person with a reason (IN-11). */
export const messageRoutes = [
  route({
    method: 'post',
    path: '/messages',
    tag: 'intake',
    summary: { zh: '收到一条渠道来信', en: 'a message has come by a connected channel' },
    who: 'staff',
    clauses: ['IN-11', 'IN-10'],
    body: arrivalSchema,
    answer: z.object({
      repeated: z.boolean().describe('渠道已送来过这一条'),
      message: messageSchema.nullable().describe('渠道已送来过、而您无权查看的为空'),
    }),
    status: 201,
    problems: ['key_used_otherwise'],
    handle: async (call) => {
      const { id, repeated } = await receive(call);
      // Whoever hands a message in knows it, whichever team it is for; what became of an earlier one is for those who may read it.
      const { deps, caller } = call;
      const message = repeated ? await readable(deps, caller, id) : await messageOf(deps.database.queries, id);
      const view = message ? await wholeView(deps, message, call.receivedAt) : null;
      return { body: { repeated, message: view }, location: `/messages/${id}` };
    },
  }),
  route({
    method: 'get',
    path: '/messages',
    tag: 'intake',
    summary: { zh: '渠道来信，先到的在前', en: 'messages of the channels, the oldest first' },
    who: 'staff',
    clauses: ['IN-11'],
    query: fields({
      state: z.enum(MESSAGE_STATES).optional().describe('waiting 待处理 · registered 已归入投诉 · set_aside 不立案'),
      channel: z.enum(CHANNELS).optional(),
      complaint: complaintNumber().optional().describe('归入这件投诉的'),
      after: messagePlaceSchema.optional(),
      limit: numberInAddress(100).default(50),
    }),
    answer: z.object({
      messages: z.array(listedMessageSchema),
      next: z.string().nullable().describe('还有更多时，下次的 after'),
    }),
    problems: [],
    handle: async ({ deps, caller, query, receivedAt }) => {
      const { limit } = query;
      const team = seesAllTeams(caller) ? undefined : caller.team;
      const rows = await listMessages(deps.database.queries, { ...query, limit: limit + 1, team, reader: caller.id });
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      const messages = page.map((row) => listedMessageView(row, receivedAt));
      return { body: { messages, next: last ? messagePlaceAfter(last) : null } };
    },
  }),
  route({
    method: 'get',
    path: '/messages/{id}',
    tag: 'intake',
    summary: { zh: '一条来信及其经过', en: 'one message, and what has happened to it' },
    who: 'staff',
    clauses: ['IN-11'],
    params,
    answer: messageSchema,
    problems: ['no_such_message'],
    handle: async (call) => ({ body: await viewOf(call) }),
  }),
  route({
    method: 'post',
    path: '/messages/{id}/set-aside',
    tag: 'intake',
    summary: { zh: '注明理由不立案', en: 'set aside, with a reason' },
    who: 'staff',
    clauses: ['IN-11'],
    params,
    body: fields({
      reason: longText().describe('理由'),
      about: z.array(text(64)).max(20).default([]).describe('来信所说的员工（编号）：本人不得查看'),
    }),
    answer: messageSchema,
    problems: [...TAKEN, 'role_needed'],
    handle: async (call) => {
      mustAnswerFor(call.caller);
      for (const id of call.body.about) await colleague(call.deps, 'about', id);
      await once(call, (id, caller) => setAside(call.deps.database, id, call.body, caller));
      return { body: await viewOf(call) };
    },
  }),
  route({
    method: 'put',
    path: '/messages/{id}/waiting',
    tag: 'intake',
    summary: { zh: '恢复为待处理', en: 'put back to wait' },
    who: 'staff',
    clauses: ['IN-11'],
    params,
    body: reason,
    answer: messageSchema,
    problems: ['no_such_message', 'message_taken', 'message_waits', 'role_needed', 'key_used_otherwise'],
    handle: async (call) => {
      mustAnswerFor(call.caller);
      const { reason: why } = call.body;
      await once(call, (id, caller) => putBack(call.deps.database, id, why, caller));
      return { body: await viewOf(call) };
    },
  }),
  route({
    method: 'post',
    path: '/messages/{id}/attachment',
    tag: 'intake',
    summary: { zh: '并入已有投诉', en: 'attach to a complaint that is open' },
    who: 'staff',
    clauses: ['IN-11', 'HA-13'],
    params,
    body: fields({ complaint: complaintNumber().describe('并入哪件投诉；由其责任人办理') }),
    answer: messageSchema,
    problems: [...TAKEN, 'no_such_complaint', 'not_owner', 'closed', 'complained_about', 'other_team', 'not_known_yet'],
    handle: async (call) => {
      await attach(call);
      return { body: await viewOf(call) };
    },
  }),
];

import { z } from 'zod';
import { saveContactWay } from '../../db/queries/reading';
import { CHANNELS, CONTACT_PURPOSES, EVIDENCE_KINDS, EVIDENCE_SOURCES } from '../../domain/words';
import { actionRoute } from '../action-route';
import { refOf } from '../hand-over';
import { fields, instant, longText, ms } from '../schemas/basics';
import { laterContactSchema } from '../schemas/contact';
import { agentKnown } from '../schemas/proof';
import { say, speechFields, withSpeech } from '../schemas/speech';
import { waysTo } from '../ways';

/** Words with the customer, and what is known of him and his matter. */
export const talkingRoutes = [
  actionRoute({
    names: ['record_contact'],
    method: 'post',
    path: '/contacts',
    refusals: ['not_owner', 'not_reachable', 'in_the_future', 'before_receipt'],
    body: withSpeech(
      fields({
        channel: z.enum(CHANNELS).describe('我方联系到客户的，须是能联系到客户的渠道'),
        direction: z.enum(['inbound', 'outbound']),
        reached: z.boolean().describe('是否联系到客户'),
        with: z.enum(['complainant', 'agent']).default('complainant').describe('agent 为已登记的代理人'),
        purpose: z.enum(CONTACT_PURPOSES),
        occurredAt: instant().optional().describe('实际联系时间；不填即现在'),
        ...speechFields,
      }),
    ),
    send: async ({ text, script, occurredAt, ...contact }, { write, file, call }) => {
      const ours = contact.reached && contact.direction === 'outbound';
      if (ours && file.reachable) await waysTo(call.deps, file, contact.channel);
      await agentKnown(call, contact.with, ['with']);
      const data = { ...contact, occurredAt: ms(occurredAt), ref: say(write, 'text', { text, script }) };
      return { name: 'record_contact', data };
    },
  }),
  actionRoute({
    names: ['fill_form'],
    method: 'put',
    path: '/form',
    refusals: ['not_owner', 'not_reachable', 'not_spoken_yet', 'repeat_back_unheard'],
    body: fields({
      text: longText().describe('投诉处理单内容'),
      repeatedBack: z.boolean().describe('已向客户复述，客户确认无误；审核起处理单不再改写，只可补记这一项'),
    }),
    send: ({ text, repeatedBack }, { write }) => ({
      name: 'fill_form',
      data: { repeatedBack, ref: write('text', text) },
    }),
  }),
  actionRoute({
    names: ['tell_acceptance'],
    method: 'post',
    path: '/acceptance',
    refusals: ['not_owner', 'not_reachable', 'told_already'],
    body: withSpeech(fields({ channel: z.enum(CHANNELS), ...speechFields })).describe(
      '告知客户：已受理、何时答复、初步方向',
    ),
    send: async ({ channel, ...speech }, { write, file, call }) => {
      if (file.reachable) await waysTo(call.deps, file, channel);
      return { name: 'tell_acceptance', data: { channel, ref: say(write, 'text', speech) } };
    },
  }),
  actionRoute({
    names: ['promise_call'],
    method: 'post',
    path: '/promised-calls',
    refusals: ['not_owner', 'not_reachable', 'in_the_past', 'too_far', 'promise_stands'],
    body: withSpeech(fields({ at: instant().describe('答应客户最迟何时再联系；由此成为时限'), ...speechFields })),
    send: ({ at, ...speech }, { write }) => ({
      name: 'promise_call',
      data: { until: Date.parse(at), ref: say(write, 'text', speech) },
    }),
  }),
  actionRoute({
    names: ['add_contact_way'],
    method: 'post',
    path: '/contact-ways',
    refusals: ['not_owner'],
    body: laterContactSchema,
    // The address is the customer's: it is a row in Postgres, and the action carries its id.
    send: async ({ channel, address, text }, { write, call }) => {
      const ref = write('text', text) ?? refOf(call, 'text');
      await saveContactWay(call.deps.database.queries, {
        ref,
        complaint: call.params.number,
        channel,
        address,
        by: call.caller.id,
      });
      return { name: 'add_contact_way', data: { channel, ref } };
    },
  }),
  actionRoute({
    names: ['ask_evidence'],
    method: 'post',
    path: '/evidence-requests',
    refusals: ['not_owner', 'not_reachable'],
    body: fields({
      of: z.enum(EVIDENCE_SOURCES).describe('向谁要'),
      text: longText().describe('要什么、怎样提供'),
    }),
    send: ({ of, text }, { write }) => ({ name: 'ask_evidence', data: { of, ref: write('text', text) } }),
  }),
  actionRoute({
    names: ['add_evidence'],
    method: 'post',
    path: '/evidence',
    refusals: ['in_the_future'],
    body: fields({
      kind: z.enum(EVIDENCE_KINDS).describe('材料类型'),
      from: z.enum(EVIDENCE_SOURCES).describe('由谁提交'),
      submittedAt: instant().optional().describe('提交时间；不填即现在'),
      text: longText().describe('是什么，文件在何处'),
    }),
    send: ({ kind, from, submittedAt, text }, { write }) => ({
      name: 'add_evidence',
      data: { kind, from, submittedAt: ms(submittedAt), ref: write('text', text) },
    }),
  }),
];

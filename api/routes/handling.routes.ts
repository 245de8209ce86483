import { z } from 'zod';
import { GROUNDS } from '../../domain/classification';
import {
  CHANNELS,
  CONTACT_PURPOSES,
  NATURES,
  REQUEST_TYPES,
  RESPONSIBILITIES,
  VERIFICATION_SOURCES,
} from '../../domain/words';
import { actionRoute } from '../action-route';
import { fields, instant, longText, ms, someOf } from '../schemas/basics';
import { say, speechFields, withSpeech } from '../schemas/speech';

/** Who speaks for the owner is the owner himself. */
const OWNERS = ['not_owner'] as const;

/** First contact to verification: what the owner does before there is a proposal. */
export const handlingRoutes = [
  actionRoute({
    names: ['record_contact'],
    method: 'post',
    path: '/contacts',
    refusals: [...OWNERS, 'in_the_future', 'before_receipt'],
    body: withSpeech(
      fields({
        channel: z.enum(CHANNELS),
        direction: z.enum(['inbound', 'outbound']),
        reached: z.boolean().describe('是否联系到客户'),
        with: z.enum(['complainant', 'agent']).default('complainant'),
        purpose: z.enum(CONTACT_PURPOSES),
        occurredAt: instant().optional().describe('实际联系时间；不填即现在'),
        ...speechFields,
      }),
    ),
    send: ({ text, script, occurredAt, ...contact }, { write }) => ({
      name: 'record_contact',
      data: { ...contact, occurredAt: ms(occurredAt), ref: say(write, 'text', { text, script }) },
    }),
  }),
  actionRoute({
    names: ['fill_form'],
    method: 'put',
    path: '/form',
    refusals: [...OWNERS],
    body: fields({
      text: longText().describe('投诉处理单内容'),
      repeatedBack: z.boolean().describe('已向客户复述，客户确认无误'),
    }),
    send: ({ text, repeatedBack }, { write }) => ({
      name: 'fill_form',
      data: { repeatedBack, ref: write('text', text) },
    }),
  }),
  actionRoute({
    names: ['classify'],
    method: 'put',
    path: '/classification',
    refusals: [...OWNERS],
    body: fields({
      nature: z.enum(NATURES),
      requestType: z.enum(REQUEST_TYPES),
      grounds: someOf(GROUNDS).describe('依据；优先级和级别由此按规则得出'),
      reason: longText().describe('分类分级的理由'),
    }),
    send: ({ reason, ...data }, { write }) => ({ name: 'classify', data: { ...data, ref: write('reason', reason) } }),
  }),
  actionRoute({
    names: ['take_over'],
    method: 'post',
    path: '/take-over',
    refusals: ['role_needed'],
    body: fields({}),
    send: () => ({ name: 'take_over', data: {} }),
  }),
  actionRoute({
    names: ['record_verification'],
    method: 'post',
    path: '/verifications',
    refusals: [...OWNERS],
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
];

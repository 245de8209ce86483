import { z } from 'zod';
import { actionRoute } from '../action-route';
import { count, fields, longText } from '../schemas/basics';

/** Nobody asks for more than a month at once. */
const MOST_HOURS = 720;

/** What was promised to the customer: progress, waiting for him, more time, and why it passed. */
export const promisingRoutes = [
  actionRoute({
    names: ['note_progress'],
    method: 'post',
    path: '/progress',
    refusals: ['not_owner'],
    body: fields({ text: longText().describe('今天的进展') }),
    send: ({ text }, { write }) => ({ name: 'note_progress', data: { ref: write('text', text) } }),
  }),
  actionRoute({
    names: ['explain_overdue'],
    method: 'post',
    path: '/overdue-reason',
    refusals: ['not_owner', 'nothing_overdue'],
    body: fields({ reason: longText().describe('为什么超时') }),
    send: ({ reason }, { write }) => ({ name: 'explain_overdue', data: { ref: write('reason', reason) } }),
  }),
  actionRoute({
    names: ['start_waiting'],
    method: 'post',
    path: '/waiting',
    refusals: ['not_owner', 'waiting_already', 'no_promise', 'nothing_asked', 'waited_enough'],
    body: fields({ reason: longText().describe('等客户的什么；只暂停承诺的答复时限') }),
    send: ({ reason }, { write }) => ({ name: 'start_waiting', data: { ref: write('reason', reason) } }),
  }),
  actionRoute({
    names: ['end_waiting'],
    method: 'put',
    path: '/waiting/end',
    refusals: ['not_owner', 'not_waiting'],
    body: fields({ text: longText().optional().describe('客户答复了什么') }),
    send: ({ text }, { write }) => ({ name: 'end_waiting', data: { ref: write('text', text) } }),
  }),
  actionRoute({
    names: ['ask_extension'],
    method: 'post',
    path: '/extensions',
    refusals: ['not_owner', 'waiting_already', 'decision_pending', 'no_promise'],
    body: fields({
      hours: count(1, MOST_HOURS).describe('承诺的答复要延长几小时'),
      reason: longText().describe('为什么要延长'),
    }),
    send: ({ hours, reason }, { write }) => ({
      name: 'ask_extension',
      data: { hours, ref: write('reason', reason) },
    }),
  }),
  actionRoute({
    names: ['decide_extension'],
    method: 'put',
    path: '/extensions/decision',
    refusals: ['role_needed', 'handled_before', 'nothing_to_decide'],
    body: fields({ granted: z.boolean(), text: longText().describe('理由') }),
    send: ({ granted, text }, { write }) => ({
      name: 'decide_extension',
      data: { granted, ref: write('text', text) },
    }),
  }),
];

import type { z } from 'zod';
import type { PenaltyAction } from '../../domain/penalties/decide';
import type { RefusalCode } from '../../domain/refusals';
import { route } from '../http/route';
import type { Route } from '../http/route';
import { propose, step } from '../penalties';
import { numberParams } from '../schemas/basics';
import {
  appealBody,
  appealDecisionBody,
  decisionBody,
  manualBody,
  penaltyAnswerSchema,
  penaltyParams,
} from '../schemas/penalty';

type Step<B extends z.ZodType<{ reason?: string }>> = {
  method: 'post' | 'put';
  /** Below `/penalties/{id}`. */
  path: string;
  summary: Route['summary'];
  body: B;
  refusals: RefusalCode[];
  action: (body: z.output<B>) => PenaltyAction;
};

/** A route that takes a step of a penalty. */
const stepRoute = <B extends z.ZodType<{ reason?: string }>>({
  method,
  path,
  summary,
  body,
  refusals,
  action,
}: Step<B>): Route =>
  route({
    method,
    path: `/penalties/{id}${path}`,
    tag: 'penalty',
    summary,
    who: 'staff',
    clauses: ['RE-7'],
    params: penaltyParams,
    absent: 'no_such_penalty',
    body,
    answer: penaltyAnswerSchema,
    problems: ['no_such_penalty', 'penalty_stands', 'key_used_otherwise', ...refusals],
    handle: async (call) => ({ body: await step(call, action(call.body), call.body.reason) }),
  });

const DECIDERS: RefusalCode[] = [
  'own_penalty',
  'proposed_by_yourself',
  'complained_about',
  'role_needed',
  'other_team',
];

/** What is done with penalties: proposed by hand, decided, appealed, decided again (RE-7). */
export const penalisingRoutes = [
  route({
    method: 'post',
    path: '/complaints/{number}/penalties',
    tag: 'penalty',
    summary: {
      zh: '提出负激励（违反权限或指引、操控数据）',
      en: 'propose a penalty for acting against the rules, or for manipulating data',
    },
    who: 'staff',
    clauses: ['RE-7'],
    params: numberParams,
    body: manualBody,
    answer: penaltyAnswerSchema,
    status: 201,
    problems: [
      'no_such_complaint',
      'complained_about',
      'other_team',
      'role_needed',
      'own_penalty',
      'penalties_not_in_policy',
      'fen_outside',
      'breach_penalised',
      'key_used_otherwise',
    ],
    handle: async (call) => {
      const body = await propose(call);
      return { body, location: `/penalties/${body.id}` };
    },
  }),
  stepRoute({
    method: 'put',
    path: '/decision',
    summary: { zh: '上级确认或免予处罚', en: 'the level above confirms or waives' },
    body: decisionBody,
    refusals: [...DECIDERS, 'fen_outside'],
    action: (body) => (body.verdict === 'waive' ? { name: 'waive' } : { name: 'confirm', fen: body.amountFen }),
  }),
  stepRoute({
    method: 'post',
    path: '/appeal',
    summary: { zh: '本人申诉，仅一次', en: 'the person concerned appeals, once' },
    body: appealBody,
    refusals: ['not_the_offender', 'appeal_too_late'],
    action: () => ({ name: 'appeal' }),
  }),
  stepRoute({
    method: 'put',
    path: '/appeal/decision',
    summary: { zh: '裁决申诉，为最终决定', en: 'the last word on an appeal' },
    body: appealDecisionBody,
    refusals: [...DECIDERS, 'confirmed_by_yourself', 'not_reduced'],
    action: (body) => (body.verdict === 'reduce' ? { name: 'reduce', fen: body.amountFen } : { name: body.verdict }),
  }),
];

import type { z } from 'zod';
import type { ImprovementActionName } from '../../domain/improvement/actions';
import type { RefusalCode } from '../../domain/refusals';
import { IMPROVEMENT_ACTION_ZH } from '../../templates/improvement-words';
import { wordEn } from '../../templates/words-en';
import { route } from '../http/route';
import type { Route } from '../http/route';
import { actOn, wrongPerson } from '../improvements';
import type { Said } from '../improvements';
import { fields, localDate, longText, text } from '../schemas/basics';
import { improvementAnswerSchema, improvementParams, verificationBody } from '../schemas/improvement';

type Improving<N extends ImprovementActionName, B extends z.ZodType> = {
  name: N;
  method: 'post' | 'put';
  /** Below `/improvements/{id}`. */
  path: string;
  body: B;
  refusals: RefusalCode[];
  said: (body: z.output<B>) => Omit<Said<N>, 'name'>;
};

/** A route that hands an action over to its improvement. */
const improving = <N extends ImprovementActionName, B extends z.ZodType>({
  name,
  method,
  path,
  body,
  refusals,
  said,
}: Improving<N, B>): Route =>
  route({
    method,
    path: `/improvements/{id}${path}`,
    tag: 'improvement',
    summary: { zh: IMPROVEMENT_ACTION_ZH[name], en: wordEn(name) },
    who: 'staff',
    clauses: ['RE-3'],
    params: improvementParams,
    absent: 'no_such_improvement',
    body,
    answer: improvementAnswerSchema,
    conditional: true,
    problems: [
      'no_such_improvement',
      'improvement_closed',
      'improvement_stands',
      'seen_outdated',
      'key_used_otherwise',
      'not_known_yet',
      ...refusals,
    ],
    handle: (call) => actOn(call, { name, ...said(call.body) }),
  });

/** What is done with an improvement (RE-3). */
export const improvingRoutes = [
  improving({
    name: 'note_progress',
    method: 'post',
    path: '/progress',
    body: fields({ text: longText().describe('进展') }),
    refusals: ['not_the_person'],
    said: ({ text }) => ({ text, data: (ref) => ({ ref }) }),
  }),
  improving({
    name: 'report_improvement',
    method: 'put',
    path: '/report',
    body: fields({ text: longText().describe('做了什么，依据在何处') }),
    refusals: ['not_the_person'],
    said: ({ text }) => ({ text, data: (ref) => ({ ref }) }),
  }),
  improving({
    name: 'verify_improvement',
    method: 'put',
    path: '/verification',
    body: verificationBody,
    refusals: ['own_improvement', 'complained_about', 'role_needed', 'other_team', 'due_date_not_ahead'],
    said: (body) => ({
      text: body.text,
      data: (ref) => (body.passed ? { passed: true, ref } : { passed: false, ref, dueDate: body.newDueDate }),
    }),
  }),
  improving({
    name: 'move_due_date',
    method: 'put',
    path: '/due-date',
    body: fields({ dueDate: localDate().describe('新的计划完成时间'), reason: longText().describe('为什么变更') }),
    refusals: ['own_improvement', 'not_the_setter', 'due_date_not_ahead'],
    said: ({ dueDate, reason }) => ({ text: reason, data: (ref) => ({ dueDate, ref }) }),
  }),
  improving({
    name: 'reassign_improvement',
    method: 'put',
    path: '/person',
    body: fields({
      person: text(64).describe('新的责任人：责任部门的在职员工编号'),
      reason: longText().describe('为什么改派'),
    }),
    refusals: ['not_the_head', 'person_already'],
    said: ({ person, reason }) => ({
      text: reason,
      data: (ref) => ({ person, ref }),
      wrong: (file, db) => wrongPerson(db, { department: file.department, person }),
    }),
  }),
  improving({
    name: 'cancel_improvement',
    method: 'put',
    path: '/cancellation',
    body: fields({ reason: longText().describe('为什么取消') }),
    refusals: ['own_improvement', 'complained_about', 'role_needed'],
    said: ({ reason }) => ({ text: reason, data: (ref) => ({ ref }) }),
  }),
];

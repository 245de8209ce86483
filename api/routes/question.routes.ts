import { z } from 'zod';
import type { IntakeField } from '../../domain/questions';
import { INTAKE_FIELDS } from '../../domain/questions';
import { actionRoute } from '../action-route';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import { problemOf } from '../http/translate';
import type { Route } from '../http/route';
import { checked, onRecord, questionsOf } from '../questions';
import { fields, longText, numberParams } from '../schemas/basics';
import { draftSchema } from '../schemas/intake';
import { answeredSchema, earlierSchema, questionSchema } from '../views/questions';

const UNSEEN = ['no_such_complaint', 'complained_about', 'other_team'] as const;

const asked = {
  lacking: z.array(questionSchema).describe('还要问的'),
  known: z.array(answeredSchema).describe('已有记录，不再问'),
};

const addInformation = actionRoute({
  names: ['add_information'],
  method: 'post',
  path: '/information',
  refusals: ['not_owner', 'already_on_record'],
  body: fields({
    field: z.enum(INTAKE_FIELDS).describe('哪一项'),
    text: longText().describe('客户的回答'),
    correction: z.boolean().default(false).describe('更正已有记录'),
  }),
  send: ({ field, text, correction }, { write }) => ({
    name: 'add_information',
    data: { field, ref: write('text', text), ...(correction ? { correction } : {}) },
  }),
});

/** Who asks what is on record is shown the answer: the workflow knows only that there is one (docs/decisions/0007). */
const pointsItOut = (action: Route): Route => ({
  ...action,
  handle: async (call) => {
    try {
      return await action.handle(call);
    } catch (error) {
      if (problemOf(error).code !== 'already_on_record') throw error;
      const { field } = call.body as { field: IntakeField };
      const { number } = call.params as { number: string };
      const { said } = await onRecord(call.deps.database.queries, number);
      throw Problem.refusing({ code: 'already_on_record', field }, { onRecord: said[field] ?? null });
    }
  },
});

/** Nothing is asked twice: what a matter lacks, what is on record, what earlier complaints tell (IN-13). */
export const questionRoutes = [
  route({
    method: 'post',
    path: '/intake/check',
    tag: 'intake',
    asks: true,
    summary: {
      zh: '登记前核对：还缺什么，以前的投诉已说明什么',
      en: 'what a draft lacks, and what earlier complaints tell',
    },
    who: 'staff',
    clauses: ['IN-13'],
    body: draftSchema,
    answer: z.object({ ...asked, earlier: z.array(earlierSchema).describe('同一客户以前的投诉，新的在前') }),
    problems: ['no_such_message'],
    handle: async (call) => ({ body: await checked(call) }),
  }),
  route({
    method: 'get',
    path: '/complaints/{number}/questions',
    tag: 'reading',
    summary: { zh: '还要问客户什么，已知什么', en: 'what is still to be asked, and what is on record' },
    who: 'staff',
    clauses: ['IN-13'],
    params: numberParams,
    answer: z.object(asked),
    problems: [...UNSEEN],
    handle: questionsOf,
  }),
  pointsItOut(addInformation),
];

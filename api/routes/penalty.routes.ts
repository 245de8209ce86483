import { z } from 'zod';
import { namesOfStaff } from '../../db/queries/directory';
import { listPenalties, penaltyStepsOf } from '../../db/queries/penalty-reading';
import { PENALTY_STATES } from '../../domain/penalties/words';
import { allows } from '../http/issues';
import { route } from '../http/route';
import { seen } from '../penalties';
import { complaintNumber, fields, numberInAddress, text } from '../schemas/basics';
import { listedPenaltySchema, penaltyParams, penaltySchema } from '../schemas/penalty';
import { listedPenaltyView, penaltyView } from '../views/penalty';

/** Where a page ends: `1764900000000~20261122-001-F1`. */
const placeSchema = z
  .string()
  .regex(/^\d{1,14}~\d{8}-\d{3,9}-F\d{1,6}$/, { error: allows('上一页给出的 next', 'the `next` of the page before') })
  .transform((given) => {
    const [at = '', id = ''] = given.split('~');
    return { at: Number(at), id };
  });

/** Penalties, as far as one may see them: one's own, those that one may decide, all of them (RE-7). */
export const penaltyRoutes = [
  route({
    method: 'get',
    path: '/penalties',
    tag: 'penalty',
    summary: { zh: '负激励列表，新的在前', en: 'penalties, newest first' },
    who: 'staff',
    clauses: ['RE-7'],
    query: fields({
      state: z.enum(PENALTY_STATES).optional(),
      person: text(64).optional().describe('责任人：员工编号'),
      complaint: complaintNumber().optional(),
      after: placeSchema.optional(),
      limit: numberInAddress(100).default(50),
    }),
    answer: z.object({
      penalties: z.array(listedPenaltySchema),
      next: z.string().nullable().describe('还有更多时，下次的 after'),
    }),
    problems: [],
    handle: async ({ deps, caller, query }) => {
      const db = deps.database.queries;
      const [rows, names] = await Promise.all([
        listPenalties(db, { ...query, actor: caller, limit: query.limit + 1 }),
        namesOfStaff(db),
      ]);
      const page = rows.slice(0, query.limit);
      const last = rows.length > query.limit ? page.at(-1) : undefined;
      const next = last ? `${last.proposedAt.getTime()}~${last.id}` : null;
      return { body: { penalties: page.map((row) => listedPenaltyView(row, names)), next } };
    },
  }),
  route({
    method: 'get',
    path: '/penalties/{id}',
    tag: 'penalty',
    summary: { zh: '查看负激励及其经过', en: 'one penalty, with its steps' },
    who: 'staff',
    clauses: ['RE-7'],
    params: penaltyParams,
    absent: 'no_such_penalty',
    answer: penaltySchema,
    problems: ['no_such_penalty'],
    handle: async ({ deps, params, caller }) => {
      const db = deps.database.queries;
      const row = await seen({ deps, params, caller });
      const [steps, names] = await Promise.all([penaltyStepsOf(db, params.id), namesOfStaff(db)]);
      return { body: penaltyView(row, steps, names) };
    },
  }),
];

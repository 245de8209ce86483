import { z } from 'zod';
import { namesOfStaff } from '../../db/queries/directory';
import {
  improvementDutiesOf,
  improvementTurnsOf,
  improvementWithFile,
  listImprovements,
} from '../../db/queries/improvement-reading';
import type { ImprovementQuery } from '../../db/queries/improvement-reading';
import { fileOf } from '../../db/queries/reading';
import { textsOf } from '../../db/queries/texts';
import { IMPROVEMENT_STATES } from '../../domain/improvement/words';
import type { Dependencies } from '../dependencies';
import { visibleTo } from '../hand-over';
import { allows } from '../http/issues';
import { route } from '../http/route';
import { seenBy, setFrom } from '../improvements';
import type { SettingCall } from '../improvements';
import { fields, numberInAddress, numberParams, text } from '../schemas/basics';
import { improvementAnswerSchema, improvementBody, improvementParams } from '../schemas/improvement';
import {
  improvementSchema,
  improvementView,
  listedImprovementSchema,
  listedImprovementView,
  refsIn,
} from '../views/improvement';
import { seesAllTeams } from '../visibility';

const UNSEEN = ['no_such_complaint', 'complained_about', 'other_team'] as const;
const MOST_OF_A_COMPLAINT = 200;

const listSchema = z.object({
  improvements: z.array(listedImprovementSchema),
  next: z.string().nullable().describe('还有更多时，下次的 after'),
});

/** Where a page ends: `2026-12-31~G20261122-001`. */
const placeSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d~G\d{8}-\d{3,9}$/, { error: allows('上一页给出的 next', 'the `next` of the page before') })
  .transform((given) => ({ dueDate: given.slice(0, 10), id: given.slice(11) }));

async function pageOf({ database }: Dependencies, query: ImprovementQuery): Promise<z.output<typeof listSchema>> {
  const db = database.queries;
  const [rows, names] = await Promise.all([
    listImprovements(db, { ...query, limit: query.limit + 1 }),
    namesOfStaff(db),
  ]);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    improvements: page.map((row) => listedImprovementView(row, names)),
    next: last ? `${last.dueDate}~${last.id}` : null,
  };
}

/** Improvements: set from a complaint, listed, read (RE-3). */
export const improvementRoutes = [
  route({
    method: 'post',
    path: '/complaints/{number}/improvements',
    tag: 'improvement',
    summary: { zh: '提出改进措施（核实以后，归档以后亦可）', en: 'set an improvement, also after the archive' },
    who: 'staff',
    clauses: ['RE-3'],
    params: numberParams,
    body: improvementBody,
    answer: improvementAnswerSchema,
    status: 201,
    problems: [...UNSEEN, 'role_needed', 'improvements_not_in_policy', 'improvement_too_early', 'key_used_otherwise'],
    handle: async (call: SettingCall) => {
      const { answer, seq } = await setFrom(call);
      return { body: answer, etag: seq, location: `/improvements/${answer.id}` };
    },
  }),
  route({
    method: 'get',
    path: '/complaints/{number}/improvements',
    tag: 'improvement',
    summary: { zh: '这件投诉的改进措施', en: 'the improvements of a complaint' },
    who: 'staff',
    clauses: ['RE-3'],
    params: numberParams,
    answer: listSchema,
    problems: [...UNSEEN],
    handle: async ({ deps, params, caller }) => {
      visibleTo({ params, caller }, await fileOf(deps.database.queries, params.number));
      const page = { complaint: params.number, limit: MOST_OF_A_COMPLAINT };
      // Who sees the complaint sees what came of it.
      return { body: await pageOf(deps, { ...page, actor: caller, allTeams: true }) };
    },
  }),
  route({
    method: 'get',
    path: '/improvements',
    tag: 'improvement',
    summary: { zh: '改进措施列表，先到期的在前', en: 'improvements, the nearest due date first' },
    who: 'staff',
    clauses: ['RE-3'],
    query: fields({
      state: z
        .enum(IMPROVEMENT_STATES)
        .optional()
        .describe('planned 进行中 · reported 待验证 · passed 通过 · cancelled 取消'),
      department: text(64).optional(),
      overdue: z
        .enum(['true', 'false'])
        .transform((given) => given === 'true')
        .optional()
        .describe('逾期未完成的'),
      after: placeSchema.optional(),
      limit: numberInAddress(100).default(50),
    }),
    answer: listSchema,
    problems: [],
    handle: async ({ deps, caller, query }) => ({
      body: await pageOf(deps, { ...query, actor: caller, allTeams: seesAllTeams(caller) }),
    }),
  }),
  route({
    method: 'get',
    path: '/improvements/{id}',
    tag: 'improvement',
    summary: { zh: '查看改进措施及其经过', en: 'one improvement, with its history' },
    who: 'staff',
    clauses: ['RE-3'],
    params: improvementParams,
    absent: 'no_such_improvement',
    answer: improvementSchema,
    problems: ['no_such_improvement'],
    handle: async ({ deps, params: { id }, caller }) => {
      const db = deps.database.queries;
      const [found, turns, duties, names] = await Promise.all([
        improvementWithFile(db, id),
        improvementTurnsOf(db, id),
        improvementDutiesOf(db, id),
        namesOfStaff(db),
      ]);
      const { seq } = seenBy(caller, id, found?.file);
      const texts = await textsOf(db, refsIn(turns));
      return { body: improvementView({ found: found!, turns, duties, names, texts }), etag: seq };
    },
  }),
];

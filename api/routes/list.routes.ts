import { z } from 'zod';
import { listComplaints, QUEUES } from '../../db/queries/lists';
import { STAGES } from '../../domain/words';
import { route } from '../http/route';
import { fields, numberInAddress } from '../schemas/basics';
import { listedSchema, listedView, placeAfter, placeSchema } from '../views/list';
import { seesAllTeams } from '../visibility';

/** Lists of complaints, page by page along an index. */
export const listRoutes = [
  route({
    method: 'get',
    path: '/complaints',
    tag: 'reading',
    summary: { zh: '投诉列表', en: 'lists of complaints' },
    who: 'staff',
    clauses: [],
    query: fields({
      queue: z
        .enum(QUEUES)
        .default('open')
        .describe('mine 我负责的 · team 本团队 · review 等我审核 · overdue 逾期 · open 未结 · all 全部（新的在前）'),
      stage: z.enum(STAGES).optional(),
      after: placeSchema.optional(),
      limit: numberInAddress(100).default(50),
    }),
    answer: z.object({
      complaints: z.array(listedSchema),
      next: z.string().nullable().describe('还有更多时，下次的 after'),
    }),
    problems: [],
    handle: async ({ deps, caller, query, receivedAt }) => {
      const db = deps.database.queries;
      const { queue, limit } = query;
      const allTeams = seesAllTeams(caller);
      const rows = await listComplaints(db, {
        ...query,
        limit: limit + 1,
        actor: caller,
        at: new Date(receivedAt),
        allTeams,
      });
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      const next = last ? placeAfter(queue === 'all' ? last.receivedAt : last.nextDueAt, last.number) : null;
      return { body: { complaints: page.map(listedView), next } };
    },
  }),
];

import { z } from 'zod';
import { batchOf, listBatches, progressOf, refusedItems } from '../../db/queries/batches';
import { namesOfStaff } from '../../db/queries/directory';
import { mustHold } from '../authority';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import { complaintNumber, fields, numberInAddress, text } from '../schemas/basics';
import { batchSchema, batchView, refusedSchema, refusedView } from '../views/batches';
import { SEES_ALL } from '../visibility';

/** What the system does to many complaints, for those who see all of them. */
export const batchRoutes = [
  route({
    method: 'get',
    path: '/batches',
    tag: 'batch',
    summary: { zh: '批量办理，新的在前', en: 'what is done to many complaints, newest first' },
    who: 'staff',
    clauses: [],
    query: fields({ limit: numberInAddress(100).default(20) }),
    answer: z.object({ batches: z.array(batchSchema) }),
    problems: ['role_needed'],
    handle: async ({ deps, caller, query: { limit } }) => {
      mustHold(caller, ...SEES_ALL);
      const db = deps.database.queries;
      const rows = await listBatches(db, limit);
      const ids = rows.map(({ id }) => id);
      const [progress, names] = await Promise.all([progressOf(db, ids), namesOfStaff(db)]);
      return { body: { batches: rows.map((row) => batchView(row, progress.get(row.id)!, names)) } };
    },
  }),
  route({
    method: 'get',
    path: '/batches/{id}',
    tag: 'batch',
    summary: {
      zh: '批量办理的进度，与未被接受的投诉及原因',
      en: 'how far it is, and which complaints refused and why',
    },
    who: 'staff',
    clauses: [],
    params: fields({ id: text(64) }),
    query: fields({
      after: complaintNumber().optional().describe('上一页给出的 next'),
      limit: numberInAddress(500).default(200),
    }),
    answer: batchSchema.extend({
      refused: z.array(refusedSchema).describe('未被接受的投诉与原因'),
      next: z.string().nullable().describe('还有更多时，下次的 after'),
    }),
    problems: ['role_needed', 'no_such_batch'],
    handle: async ({ deps, caller, params: { id }, query: { after = '', limit } }) => {
      mustHold(caller, ...SEES_ALL);
      const db = deps.database.queries;
      const row = await batchOf(db, id);
      if (!row) throw Problem.of('no_such_batch', {});
      const [progress, names, items] = await Promise.all([
        progressOf(db, [id]),
        namesOfStaff(db),
        refusedItems(db, id, caller.id, after, limit + 1),
      ]);
      const page = items.slice(0, limit);
      const next = items.length > limit ? (page.at(-1)?.complaint ?? null) : null;
      return { body: { ...batchView(row, progress.get(id)!, names), refused: page.flatMap(refusedView), next } };
    },
  }),
];

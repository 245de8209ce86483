import { z } from 'zod';
import { awayAt } from '../../db/queries/absences';
import { directory } from '../../db/queries/directory';
import { inboxOf, markRead } from '../../db/queries/inbox';
import { ROLES } from '../../domain/words';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import { fields, numberInAddress, utc } from '../schemas/basics';
import { noticeSchema, noticeView } from '../views/inbox';

/** The ids of notices are Postgres integers. */
const MOST_NOTICES = 2_147_483_647;

const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  team: z.string(),
  directContact: z.string().nullable().describe('告知客户的直拨电话'),
});

/** Who I am, who works here, and what I have been told. */
export const deskRoutes = [
  route({
    method: 'get',
    path: '/me',
    tag: 'desk',
    summary: { zh: '我是谁', en: 'who I am' },
    who: 'staff',
    clauses: ['RO-1'],
    answer: personSchema.extend({
      actsFor: z.array(z.string()).describe('现为哪些缺勤的同事代班（员工编号）'),
    }),
    problems: [],
    handle: ({ caller: { id, name, roles, team, directContact, actsFor = [] } }) =>
      Promise.resolve({ body: { id, name, roles, team, directContact, actsFor: actsFor.map((away) => away.id) } }),
  }),
  route({
    method: 'get',
    path: '/staff',
    tag: 'desk',
    summary: { zh: '员工', en: 'who works here' },
    who: 'staff',
    clauses: ['RO-1', 'IN-5'],
    answer: z.object({
      staff: z.array(
        personSchema.extend({
          awayUntil: utc().nullable().describe('现正缺勤，至何时止'),
          deputy: z.string().nullable().describe('由谁代班（员工编号）'),
        }),
      ),
    }),
    problems: [],
    handle: async ({ deps, receivedAt }) => {
      const db = deps.database.queries;
      const [everybody, away] = await Promise.all([directory(db), awayAt(db, new Date(receivedAt))]);
      const staff = everybody
        .filter(({ active }) => active)
        .map(({ id, name, roles, team, directContact }) => ({
          id,
          name,
          roles,
          team,
          directContact,
          awayUntil: away.get(id)?.until.toISOString() ?? null,
          deputy: away.get(id)?.deputy ?? null,
        }));
      return { body: { staff } };
    },
  }),
  route({
    method: 'get',
    path: '/inbox',
    tag: 'desk',
    summary: { zh: '我的收件箱，新的在前', en: 'what I have been told, newest first' },
    who: 'staff',
    clauses: ['CO-5'],
    query: fields({
      after: numberInAddress(MOST_NOTICES).optional().describe('上一页给出的 next'),
      limit: numberInAddress(100).default(50),
    }),
    answer: z.object({ notices: z.array(noticeSchema), next: z.int().nullable() }),
    problems: [],
    handle: async ({ deps, caller, query: { after, limit } }) => {
      const rows = await inboxOf(deps.database.queries, caller.id, after, limit + 1);
      const page = rows.slice(0, limit);
      const next = rows.length > limit ? (page.at(-1)?.id ?? null) : null;
      return { body: { notices: page.map((row) => noticeView(row, deps.secret, caller.id)), next } };
    },
  }),
  route({
    method: 'put',
    path: '/inbox/{id}/read',
    tag: 'desk',
    summary: { zh: '标记为已读', en: 'mark a notice as read' },
    who: 'staff',
    clauses: [],
    params: fields({ id: numberInAddress(MOST_NOTICES) }),
    body: fields({}),
    answer: z.object({ id: z.int(), readAt: utc() }),
    problems: ['no_such_notice'],
    handle: async ({ deps, caller, params: { id } }) => {
      const readAt = await markRead(deps.database.queries, caller.id, id);
      if (!readAt) throw Problem.of('no_such_notice', { id });
      return { body: { id, readAt: readAt.toISOString() } };
    },
  }),
];

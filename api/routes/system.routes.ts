import { z } from 'zod';
import { ping } from '../../db/queries/reading';
import { Problem } from '../http/problem';
import { route } from '../http/route';

/** What watches the process asks for. */
export const systemRoutes = [
  route({
    method: 'get',
    path: '/healthz',
    tag: 'system',
    summary: { zh: '进程在运行', en: 'the process is up' },
    who: 'anyone',
    clauses: [],
    answer: z.object({ status: z.literal('up') }),
    problems: [],
    handle: () => Promise.resolve({ body: { status: 'up' as const } }),
  }),
  route({
    method: 'get',
    path: '/readyz',
    tag: 'system',
    summary: { zh: '可以受理：数据库可用', en: 'ready to take complaints: Postgres answers' },
    who: 'anyone',
    clauses: [],
    answer: z.object({
      status: z.literal('ready'),
      postgres: z.literal('answers'),
      temporal: z.enum(['answers', 'away']).describe('流程引擎不可用时仍可登记投诉'),
    }),
    problems: ['database_away'],
    handle: async ({ deps }) => {
      const [postgres, temporal] = await Promise.all([ping(deps.database.queries), deps.gateway.answers()]);
      if (!postgres) throw Problem.databaseAway();
      return {
        body: {
          status: 'ready' as const,
          postgres: 'answers' as const,
          temporal: temporal ? ('answers' as const) : ('away' as const),
        },
      };
    },
  }),
];

import { z } from 'zod';
import type { Route } from '../http/route';
import { route } from '../http/route';
import { describe } from '../openapi';
import { agreeingRoutes } from './agreeing.routes';
import { batchRoutes } from './batch.routes';
import { calendarRoutes } from './calendar.routes';
import { closingRoutes } from './closing.routes';
import { complaintRoutes } from './complaint.routes';
import { deskRoutes } from './desk.routes';
import { dueTimeRoutes } from './due-times.routes';
import { handlingRoutes } from './handling.routes';
import { historyRoutes } from './history.routes';
import { intakeRoutes } from './intake.routes';
import { listRoutes } from './list.routes';
import { policyRoutes } from './policy.routes';
import { systemRoutes } from './system.routes';

/** Every route there is. */
export const ROUTES: readonly Route[] = [
  ...intakeRoutes,
  ...listRoutes,
  ...complaintRoutes,
  ...historyRoutes,
  ...handlingRoutes,
  ...agreeingRoutes,
  ...closingRoutes,
  ...deskRoutes,
  ...calendarRoutes,
  ...dueTimeRoutes,
  ...policyRoutes,
  ...batchRoutes,
  ...systemRoutes,
  route({
    method: 'get',
    path: '/openapi.json',
    tag: 'system',
    summary: { zh: '接口说明', en: 'this description' },
    who: 'anyone',
    clauses: [],
    answer: z.record(z.string(), z.unknown()),
    problems: [],
    handle: () => Promise.resolve({ body: { ...describe(ROUTES) } }),
  }),
];

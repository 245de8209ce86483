import { z } from 'zod';
import type { Route } from '../http/route';
import { route } from '../http/route';
import { describe } from '../openapi';
import { absenceRoutes } from './absence.routes';
import { agreeingRoutes } from './agreeing.routes';
import { channelRoutes } from './channel.routes';
import { batchRoutes } from './batch.routes';
import { calendarRoutes } from './calendar.routes';
import { closingRoutes } from './closing.routes';
import { clusterDecidingRoutes } from './cluster-deciding.routes';
import { clusterRoutes } from './cluster.routes';
import { complaintRoutes } from './complaint.routes';
import { customerRoutes } from './customer.routes';
import { departmentRoutes } from './departments.routes';
import { deskRoutes } from './desk.routes';
import { detailRoutes } from './details.routes';
import { dueTimeRoutes } from './due-times.routes';
import { historyRoutes } from './history.routes';
import { improvementRoutes } from './improvement.routes';
import { improvingRoutes } from './improving.routes';
import { inquiringRoutes } from './inquiring.routes';
import { intakeRoutes } from './intake.routes';
import { linkRoutes } from './link.routes';
import { listRoutes } from './list.routes';
import { mayRoute } from './may.routes';
import { messageRoutes } from './message.routes';
import { namingRoutes } from './naming.routes';
import { penalisingRoutes } from './penalising.routes';
import { penaltyRoutes } from './penalty.routes';
import { placingRoutes } from './placing.routes';
import { promisingRoutes } from './promising.routes';
import { staffRoutes } from './staff.routes';
import { questionRoutes } from './question.routes';
import { remedyingRoutes } from './remedying.routes';
import { scriptRoutes } from './script.routes';
import { policyRoutes } from './policy.routes';
import { systemRoutes } from './system.routes';
import { talkingRoutes } from './talking.routes';
import { teamRoutes } from './team.routes';

/** Every route there is. */
export const ROUTES: readonly Route[] = [
  ...intakeRoutes,
  ...channelRoutes,
  ...messageRoutes,
  ...questionRoutes,
  ...listRoutes,
  ...complaintRoutes,
  ...historyRoutes,
  mayRoute(() => ROUTES),
  ...detailRoutes,
  ...talkingRoutes,
  ...placingRoutes,
  ...namingRoutes,
  ...inquiringRoutes,
  ...departmentRoutes,
  ...promisingRoutes,
  ...agreeingRoutes,
  ...remedyingRoutes,
  ...closingRoutes,
  ...improvementRoutes,
  ...improvingRoutes,
  ...penaltyRoutes,
  ...penalisingRoutes,
  ...linkRoutes,
  ...clusterRoutes,
  ...clusterDecidingRoutes,
  ...deskRoutes,
  ...staffRoutes,
  ...absenceRoutes,
  ...teamRoutes,
  ...customerRoutes,
  ...scriptRoutes,
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

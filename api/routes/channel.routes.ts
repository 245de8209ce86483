import { z } from 'zod';
import { calendarInForce } from '../../db/queries/calendars';
import { policyNames } from '../../db/queries/reading';
import { rulesInForce } from '../../db/queries/rules';
import { channelsOf } from '../../domain/channels';
import { fieldError } from '../http/issues';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import { fields, text } from '../schemas/basics';
import { channelSchema, channelView } from '../views/channels';

/** By which ways customers reach the company, when somebody is there and how soon they hear: for anybody to read. */
export const channelRoutes = [
  route({
    method: 'get',
    path: '/channels',
    tag: 'intake',
    summary: { zh: '受理渠道、服务时间与响应时限', en: 'channels with their service hours and response times' },
    who: 'anyone',
    clauses: ['IN-1', 'IN-10'],
    query: fields({ policy: text(64).default('standard').describe('流程') }),
    answer: z.object({ policy: z.string().describe('流程与版本'), channels: z.array(channelSchema) }),
    problems: ['database_away'],
    handle: async ({ deps, query: { policy } }) => {
      const db = deps.database.queries;
      const rules = await rulesInForce(db, policy);
      if (!rules) {
        const names = await policyNames(db, policy);
        const errors = [fieldError(['policy'], policy, `可选：${names.join('、')}`, `one of: ${names.join(', ')}`)];
        throw Problem.of('invalid_query', {}, { errors });
      }
      const { hours } = await calendarInForce(db, '');
      const channels = channelsOf(rules).map((channel) => channelView(channel, rules.channels?.[channel], hours));
      return { body: { policy: `${rules.policy}@${rules.edition}`, channels } };
    },
  }),
];

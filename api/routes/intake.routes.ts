import { z } from 'zod';
import { MARKS } from '../../domain/words';
import { route } from '../http/route';
import { intakeAnswer, takeIn } from '../intake';
import type { IntakeCall } from '../intake';
import { answerSchema } from '../schemas/answers';
import { intakeSchema } from '../schemas/intake';
import { obligationSchema } from '../views/obligations';

const registeredSchema = answerSchema
  .extend({
    times: z.array(obligationSchema).describe('现已开始计的时限'),
    team: z.string().describe('所属团队'),
    handOver: z.boolean().describe('首问负责：待该团队受理人接手'),
    marks: z.array(z.enum(MARKS)).describe('系统识别的标记'),
    repeats: z.array(z.string()).describe('同一客户同一事项的先前投诉'),
    clusters: z.array(z.string()).describe('并入的集体投诉'),
    acknowledgement: z.string().nullable().describe('给客户的受理回执，逐字'),
    links: z.object({
      self: z.string(),
      obligations: z.string(),
      timeline: z.string(),
      contacts: z.string(),
      actions: z.string(),
      links: z.string(),
    }),
  })
  .meta({ id: 'Registered' });

/** Registering a complaint: one transaction in Postgres; works while Temporal is down. */
export const intakeRoutes = [
  route({
    method: 'post',
    path: '/complaints',
    tag: 'intake',
    summary: { zh: '登记投诉', en: 'register a complaint' },
    who: 'staff',
    clauses: ['IN-1', 'IN-2', 'IN-4', 'IN-5', 'IN-9', 'IN-11', 'IN-14', 'CL-4', 'CL-8', 'CO-10'],
    body: intakeSchema,
    answer: registeredSchema,
    status: 201,
    problems: [
      'role_cannot_register',
      'complained_about',
      'key_used_otherwise',
      'not_archived_yet',
      'no_such_message',
      'message_taken',
      'message_set_aside',
    ],
    handle: async (call: IntakeCall) => {
      const recorded = await takeIn(call);
      const body = await intakeAnswer(call, recorded);
      return { body, etag: recorded.seq, location: body.links.self };
    },
  }),
];

import { z } from 'zod';
import { apply, decide, end } from '../clusters';
import { route } from '../http/route';
import { fields, idInAddress, longText } from '../schemas/basics';
import { massDecisionBody } from '../schemas/mass-decision';
import { notNowSchema, notNowView } from '../views/batches';

const cluster = fields({ id: idInAddress().describe('集体投诉编号，如 M20261122-01') });
const sentSchema = z.object({
  sentTo: z.int().describe('送达几件未结的投诉；逐件办理，进度见 GET /batches'),
  skipped: z.array(notNowSchema).describe('现在还不能采用的未结投诉及原因；具备条件后再送达'),
});
const sentView = ({ sentTo, skipped }: Awaited<ReturnType<typeof apply>>): z.output<typeof sentSchema> => ({
  sentTo,
  skipped: skipped.map(({ complaint, refusal }) => notNowView(complaint, refusal)),
});
/** What stands against a decision, as against a proposal. */
const UNFIT = [
  'points_missing',
  'cause_missing',
  'beyond_limit',
  'outside_standard',
  'cause_of_other_dimension',
  'person_alone',
] as const;

const COMMON = ['no_such_cluster', 'role_needed', 'cluster_over', 'key_used_otherwise'] as const;

/** The one decision on a mass complaint: a director's, once, for every member that is open (CL-4). */
export const clusterDecidingRoutes = [
  route({
    method: 'put',
    path: '/clusters/{id}/decision',
    tag: 'desk',
    summary: {
      zh: '决定集体投诉的统一方案，并送达每件未结的投诉',
      en: 'make the one decision on a mass complaint and bring it to every open member',
    },
    who: 'staff',
    clauses: ['CL-4'],
    params: cluster,
    absent: 'no_such_cluster',
    body: massDecisionBody.describe('步骤的 person 填 owner，即由每件投诉各自的责任人做'),
    answer: sentSchema,
    problems: [...COMMON, ...UNFIT, 'cluster_decided'],
    handle: async (call) => ({ body: sentView(await decide(call)) }),
  }),
  route({
    method: 'post',
    path: '/clusters/{id}/decision/applications',
    tag: 'desk',
    summary: {
      zh: '把统一方案再送达后来并入、或当时还不能采用的投诉',
      en: 'bring the decision to the members that joined later or could not take it then',
    },
    who: 'staff',
    clauses: ['CL-4'],
    params: cluster,
    absent: 'no_such_cluster',
    body: fields({}),
    answer: sentSchema,
    problems: [...COMMON, 'cluster_undecided'],
    handle: async (call) => ({ body: sentView(await apply(call)) }),
  }),
  route({
    method: 'put',
    path: '/clusters/{id}/end',
    tag: 'desk',
    summary: { zh: '结束集体投诉，不再并入新的', en: 'end a mass complaint: nothing joins it any more' },
    who: 'staff',
    clauses: ['CL-4'],
    params: cluster,
    absent: 'no_such_cluster',
    body: fields({ reason: longText().describe('为何结束') }),
    answer: z.object({ id: z.string() }),
    problems: [...COMMON],
    handle: async (call) => ({ body: await end(call) }),
  }),
];

import { z } from 'zod';
import { clusterById, countMembers, listClusters, membersOf } from '../../db/queries/reading-clusters';
import { CLUSTER_STATES } from '../../domain/words';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import { complaintNumber, fields, idInAddress, numberInAddress } from '../schemas/basics';
import {
  clusterPlaceSchema,
  clusterSchema,
  clusterView,
  memberSchema,
  memberView,
  placeAfterCluster,
} from '../views/clusters';
import { seesAllTeams } from '../visibility';

/** Mass complaints (CL-4). */
export const clusterRoutes = [
  route({
    method: 'get',
    path: '/clusters',
    tag: 'reading',
    summary: { zh: '集体投诉，新的在前', en: 'mass complaints, newest first' },
    who: 'staff',
    clauses: ['CL-4', 'HA-18'],
    query: fields({
      state: z.enum(CLUSTER_STATES).optional(),
      after: clusterPlaceSchema.optional(),
      limit: numberInAddress(100).default(50),
    }),
    answer: z.object({
      clusters: z.array(clusterSchema),
      next: z.string().nullable().describe('还有更多时，下次的 after'),
    }),
    problems: [],
    handle: async ({ deps, caller, query: { limit, ...query } }) => {
      const looker = { actor: caller, allTeams: seesAllTeams(caller) };
      const rows = await listClusters(deps.database.queries, looker, { ...query, limit: limit + 1 });
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      const clusters = page.map(({ cluster, members }) => clusterView(cluster, members));
      return { body: { clusters, next: last ? placeAfterCluster(last.cluster) : null } };
    },
  }),
  route({
    method: 'get',
    path: '/clusters/{id}',
    tag: 'reading',
    summary: { zh: '一件集体投诉及其成员', en: 'one mass complaint and its members' },
    who: 'staff',
    clauses: ['CL-4', 'HA-18'],
    params: fields({ id: idInAddress().describe('集体投诉编号，如 M20261122-01') }),
    absent: 'no_such_cluster',
    query: fields({ after: complaintNumber().optional(), limit: numberInAddress(500).default(200) }),
    answer: clusterSchema.extend({
      complaints: z.array(memberSchema).describe('其中我可以查看的'),
      next: z.string().nullable().describe('还有更多时，下次的 after'),
    }),
    problems: ['no_such_cluster'],
    handle: async ({ deps, caller, params: { id }, query: { after, limit } }) => {
      const db = deps.database.queries;
      const looker = { actor: caller, allTeams: seesAllTeams(caller) };
      const [cluster, rows, count] = await Promise.all([
        clusterById(db, id),
        membersOf(db, id, looker, { after, limit: limit + 1 }),
        countMembers(db, id),
      ]);
      // Who may see none of its complaints does not hear of it.
      if (!cluster || (rows.length === 0 && after === undefined)) throw Problem.of('no_such_cluster', { id });
      const page = rows.slice(0, limit);
      const next = rows.length > limit ? (page.at(-1)?.number ?? null) : null;
      return { body: { ...clusterView(cluster, count), complaints: page.map(memberView), next } };
    },
  }),
];

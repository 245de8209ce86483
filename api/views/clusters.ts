import { z } from 'zod';
import type { clusterById, ClusterPlace, membersOf } from '../../db/queries/reading-clusters';
import { CLUSTER_STATES, CLUSTER_SUBJECTS, OUTCOMES, PRIORITIES, STAGES } from '../../domain/words';
import { CLUSTER_STATE_ZH, CLUSTER_SUBJECT_ZH, LEVEL_ZH, STAGE_ZH } from '../../templates/words-zh';
import { allows } from '../http/issues';
import { levelSchema, utc } from '../schemas/basics';
import { massDecisionSchema } from '../schemas/mass-decision';

/** A mass complaint (CL-4). */
export const clusterSchema = z
  .object({
    id: z.string(),
    subjectKind: z.enum(CLUSTER_SUBJECTS),
    subject: z.string().describe('产品（编码或名称）或门店'),
    openedAt: utc(),
    openedBy: z.string().describe('使其成为集体投诉的那一件'),
    days: z.int().describe('与成员相隔这些天内收到的同类投诉自动并入'),
    state: z.enum(CLUSTER_STATES),
    members: z.int().describe('共有几件'),
    zh: z.object({ subjectKind: z.string(), state: z.string() }),
  })
  .meta({ id: 'Cluster' });

/** The one decision on a mass complaint. Amounts in 分. */
export const clusterDecisionSchema = massDecisionSchema
  .extend({
    by: z.string(),
    at: utc(),
    applied: z.int().describe('已有几件采用；其余的见 GET /batches'),
  })
  .meta({ id: 'ClusterDecision' });

/** A complaint of a mass complaint: where it stands, and nothing of the customer. */
export const memberSchema = z
  .object({
    number: z.string(),
    stage: z.enum(STAGES).nullable(),
    level: levelSchema(),
    priority: z.enum(PRIORITIES),
    team: z.string(),
    owner: z.string(),
    outcome: z.enum(OUTCOMES).nullable(),
    receivedAt: utc(),
    joinedAt: utc(),
    closedAt: utc().nullable(),
    zh: z.object({ stage: z.string(), level: z.string() }),
  })
  .meta({ id: 'ClusterMember' });

type Cluster = NonNullable<Awaited<ReturnType<typeof clusterById>>>;
type Member = Awaited<ReturnType<typeof membersOf>>[number];

/** A mass complaint with how many complaints it has. */
export const clusterView = (cluster: Cluster, members: number): z.output<typeof clusterSchema> => ({
  id: cluster.id,
  subjectKind: cluster.subjectKind,
  subject: cluster.subject,
  openedAt: cluster.openedAt.toISOString(),
  openedBy: cluster.openedBy,
  days: cluster.days,
  state: cluster.state,
  members,
  zh: { subjectKind: CLUSTER_SUBJECT_ZH[cluster.subjectKind], state: CLUSTER_STATE_ZH[cluster.state] },
});

/** Its one decision, with its words. */
export function decisionView(
  { decision, decidedAt }: Cluster,
  texts: Map<string, string>,
  applied: number,
): z.output<typeof clusterDecisionSchema> | null {
  if (!decision || !decidedAt) return null;
  const { cluster: _cluster, by, ref, reason, points, steps, findings, cause, ...offer } = decision;
  const said = (id: string): string => texts.get(id) ?? '';
  return {
    ...offer,
    text: said(ref),
    ...(reason && { reason: said(reason) }),
    ...(points && {
      points: { solution: said(points.solution), standard: said(points.standard), promise: said(points.promise) },
    }),
    findings: { sources: findings.sources, responsibility: findings.responsibility, text: said(findings.ref) },
    ...(cause && {
      cause: { ...cause, direct: said(cause.direct), root: said(cause.root), direction: said(cause.direction) },
    }),
    steps: steps.map(({ person, workingDays, ref: what }) => ({ what: said(what), person, workingDays })),
    by: by.id,
    at: decidedAt.toISOString(),
    applied,
  };
}

/** Who said when, and why, that it is done with. */
export const endView = ({ endedBy, endedAt, endReason }: Cluster, texts: Map<string, string>) =>
  endedBy && endedAt && endReason
    ? { by: endedBy, at: endedAt.toISOString(), reason: texts.get(endReason) ?? '' }
    : null;

/** The ids of the texts that it refers to. */
export const refsOfDecision = ({ decision, endReason }: Cluster): string[] =>
  [
    ...(decision ? [decision.ref, decision.reason, ...Object.values(decision.points ?? {})] : []),
    ...(decision?.steps ?? []).map(({ ref }) => ref),
    decision?.findings.ref,
    ...(decision?.cause ? [decision.cause.direct, decision.cause.root, decision.cause.direction] : []),
    endReason,
  ].filter((ref) => typeof ref === 'string');

/** One of its complaints. */
export const memberView = ({ receivedAt, joinedAt, closedAt, ...member }: Member): z.output<typeof memberSchema> => ({
  ...member,
  receivedAt: receivedAt.toISOString(),
  joinedAt: joinedAt.toISOString(),
  closedAt: closedAt?.toISOString() ?? null,
  zh: {
    stage: closedAt ? '已归档' : member.stage ? STAGE_ZH[member.stage] : '受理',
    level: LEVEL_ZH[member.level],
  },
});

/** Where a page of mass complaints ends, as the next call repeats it: `1764900000000~M20261122-01`. */
export const clusterPlaceSchema = z
  .string()
  .regex(/^\d{1,14}~M\d{8}-\d{2,9}$/, { error: allows('上一页给出的 next', 'the `next` of the page before') })
  .transform((given): ClusterPlace => {
    const [at = '', id = ''] = given.split('~');
    return { at: Number(at), id };
  });

/** Where the page ends whose last row this is. */
export const placeAfterCluster = ({ openedAt, id }: Pick<Cluster, 'openedAt' | 'id'>): string =>
  `${openedAt.getTime()}~${id}`;

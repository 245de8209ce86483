import { z } from 'zod';
import type { Queries } from '../../db/client';
import { clustersOf } from '../../db/queries/links';
import { fileOf } from '../../db/queries/reading';
import type { Caller } from '../dependencies';
import { visibleTo } from '../hand-over';
import { fieldError } from '../http/issues';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import { link, linksFor, revoke } from '../links';
import { onceFor } from '../once';
import { complaintNumber, fields, longText, numberParams } from '../schemas/basics';
import { linkSchema, linkView } from '../views/links';

const answer = z.object({
  links: z.array(linkSchema),
  clusters: z.array(z.string()).describe('所属的集体投诉'),
});

async function answerFor(db: Queries, number: string, caller: Caller) {
  const [rows, clusters] = await Promise.all([linksFor(db, number, caller), clustersOf(db, number)]);
  return { links: rows.map((row) => linkView(row, number)), clusters };
}

const UNSEEN = ['no_such_complaint', 'complained_about', 'other_team'] as const;
/** Who else it may be refused to: whoever does not answer for the complaint, or once it is archived. */
const NOT_HIS = ['not_owner', 'closed', 'key_used_otherwise'] as const;

/** Complaints that belong together (IN-9, CO-10). */
export const linkRoutes = [
  route({
    method: 'get',
    path: '/complaints/{number}/links',
    tag: 'reading',
    summary: { zh: '关联的投诉', en: 'the complaints that belong to this one' },
    who: 'staff',
    clauses: ['IN-9', 'CL-4', 'CO-10', 'HA-18'],
    params: numberParams,
    answer,
    problems: [...UNSEEN],
    handle: async ({ deps, params, caller }) => {
      const db = deps.database.queries;
      const { seq } = visibleTo({ params, caller }, await fileOf(db, params.number));
      return { body: await answerFor(db, params.number, caller), etag: seq };
    },
  }),
  route({
    method: 'post',
    path: '/complaints/{number}/links',
    tag: 'reading',
    summary: { zh: '关联另一件投诉', en: 'link another complaint' },
    who: 'staff',
    clauses: ['IN-9'],
    params: numberParams,
    body: fields({
      other: complaintNumber().describe('另一件投诉'),
      kind: z.enum(['repeat', 'mass', 'same_customer']),
      reason: longText().describe('为什么关联'),
    }),
    answer,
    status: 201,
    problems: [...UNSEEN, ...NOT_HIS, 'linked_already'],
    handle: async (call) => {
      const { caller, body, receivedAt, deps } = call;
      const { number } = call.params;
      if (body.other === number) {
        const wanted = ['另一件投诉的编号', 'the number of another complaint'] as const;
        throw Problem.of('invalid_body', {}, { errors: [fieldError(['other'], body.other, ...wanted)] });
      }
      const at = new Date(receivedAt);
      await onceFor(call, async (tx) => {
        await link(tx, caller, { number, ...body }, at);
        return {};
      });
      return { body: await answerFor(deps.database.queries, number, caller) };
    },
  }),
  route({
    method: 'put',
    path: '/complaints/{number}/links/{other}/revocation',
    tag: 'reading',
    summary: { zh: '撤销关联，原记录保留', en: 'revoke a link; what was said stays' },
    who: 'staff',
    clauses: ['IN-9'],
    params: fields({ number: complaintNumber(), other: complaintNumber() }),
    body: fields({ reason: longText().describe('为什么撤销') }),
    answer,
    problems: [...UNSEEN, ...NOT_HIS, 'not_linked'],
    handle: async (call) => {
      const { caller, params, body, receivedAt, deps } = call;
      await onceFor(call, async (tx) => {
        await revoke(tx, caller, { ...params, ...body }, new Date(receivedAt));
        return {};
      });
      return { body: await answerFor(deps.database.queries, params.number, caller) };
    },
  }),
];

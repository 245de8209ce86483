import { z } from 'zod';
import { directory } from '../../db/queries/directory';
import { rolesLacking } from '../../domain/lacking';
import { SUBJECT_KINDS } from '../../domain/words';
import { actionRoute } from '../action-route';
import { known } from '../colleagues';
import { complaintNumber, fields, longText, text } from '../schemas/basics';

/** Who is complained about, where that only comes out later (HA-18). */
export const namingRoutes = [
  actionRoute({
    names: ['name_respondent'],
    method: 'post',
    path: '/respondents',
    refusals: ['not_owner', 'role_needed', 'handled_before', 'respondent_already'],
    body: fields({
      person: text(64).describe('被投诉的员工（编号），见 GET /staff；自此不能查看或办理这件投诉'),
      subjectKind: z.enum(SUBJECT_KINDS).optional().describe('投诉对象属于哪一类，如有变化'),
      reason: longText().describe('客户是怎样说的，或从何得知'),
    }),
    send: async ({ person, subjectKind: subject, reason }, { write, file, call }) => {
      const { id, roles, team } = await known(call.deps, 'person', person);
      const staff = await directory(call.deps.database.queries);
      const lacking = rolesLacking(staff, [...file.respondents, id], file.team);
      const data = { person: { id, roles, team }, lacking, subject };
      return { name: 'name_respondent', data: { ...data, ref: write('reason', reason) } };
    },
  }),
  actionRoute({
    names: ['clear_respondent'],
    method: 'put',
    path: '/respondents/{person}/clearance',
    params: fields({ number: complaintNumber(), person: text(64).describe('被投诉人的员工编号') }),
    refusals: ['role_needed', 'handled_before', 'not_a_respondent'],
    body: fields({ reason: longText().describe('为什么不是他') }),
    send: async ({ reason }, { write, file, params, call }) => {
      const staff = await directory(call.deps.database.queries);
      const others = file.respondents.filter((id) => id !== params.person);
      const lacking = rolesLacking(staff, others, file.team);
      return {
        name: 'clear_respondent',
        data: { who: params.person, others, lacking, ref: write('reason', reason) },
      };
    },
  }),
];

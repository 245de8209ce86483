import { z } from 'zod';
import { complaintWithIntake } from '../../db/queries/reading';
import { headsOfTeams, saveTeam, teamsOf } from '../../db/queries/teams';
import { departmentFor } from '../../domain/assignment';
import { DEPARTMENTS } from '../../domain/words';
import { DEPARTMENT_ZH } from '../../templates/words-zh';
import { visibleTo } from '../hand-over';
import { parsed } from '../http/parse';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import { mustBe, onceFor } from '../once';
import { fields, numberParams } from '../schemas/basics';
import { teamBodySchema, teamId, teamSchema } from '../schemas/staff';
import { teamErrors } from '../teams';
import { teamView } from '../views/teams';

/** Teams and departments, and what belongs to which (RO-2, CL-8). */
export const teamRoutes = [
  route({
    method: 'get',
    path: '/teams',
    tag: 'desk',
    summary: { zh: '团队与责任部门', en: 'teams and departments' },
    who: 'staff',
    clauses: ['RO-2', 'CL-8'],
    answer: z.object({ teams: z.array(teamSchema) }),
    problems: [],
    handle: async ({ deps }) => {
      const db = deps.database.queries;
      const [teams, heads] = await Promise.all([teamsOf(db), headsOfTeams(db)]);
      return { body: { teams: teams.map((team) => teamView(team, heads)) } };
    },
  }),
  route({
    method: 'put',
    path: '/teams/{id}',
    tag: 'desk',
    summary: { zh: '新增或更改团队', en: 'add or change a team' },
    who: 'staff',
    clauses: ['RO-2', 'CL-8'],
    params: fields({ id: z.string().describe('团队编号') }),
    body: teamBodySchema,
    answer: teamSchema,
    problems: ['role_needed', 'key_used_otherwise'],
    handle: async (call) => {
      const { caller, params, body, deps } = call;
      mustBe(caller, 'admin');
      const team = { ...parsed(fields({ id: teamId() }), params, 'invalid_body'), ...body };
      const saved = await onceFor(call, async (tx) => {
        const errors = teamErrors(team, await teamsOf(tx));
        if (errors.length > 0) throw Problem.of('invalid_body', {}, { errors });
        await saveTeam(tx, team);
        return team;
      });
      return { body: teamView(saved, await headsOfTeams(deps.database.queries)) };
    },
  }),
  route({
    method: 'get',
    path: '/complaints/{number}/suggested-department',
    tag: 'reading',
    summary: { zh: '按内容建议的责任部门', en: 'the department that the content points to' },
    who: 'staff',
    clauses: ['CL-8', 'RO-2'],
    params: numberParams,
    answer: z.object({
      department: z.enum(DEPARTMENTS).nullable().describe('无法由内容得出时为空，由责任人决定'),
      departmentZh: z.string().nullable(),
      because: z.enum(['module', 'nature']).nullable().describe('依据：模块或问题性质'),
      heads: z.array(z.object({ id: z.string(), name: z.string() })).describe('部门负责人'),
    }),
    problems: ['no_such_complaint', 'complained_about', 'other_team'],
    handle: async ({ deps, params, caller }) => {
      const db = deps.database.queries;
      const found = await complaintWithIntake(db, params.number);
      const file = visibleTo({ params, caller }, found?.complaint.file);
      const [teams, heads] = await Promise.all([teamsOf(db), headsOfTeams(db)]);
      // What the classification says counts before what was supposed at intake.
      const content = { module: found?.intake.module, nature: file.nature ?? found?.intake.nature };
      const suggested = departmentFor(content, teams);
      const body = {
        department: suggested?.department ?? null,
        departmentZh: suggested ? DEPARTMENT_ZH[suggested.department] : null,
        because: suggested?.because ?? null,
        heads: heads.filter(({ team }) => team === suggested?.department).map(({ id, name }) => ({ id, name })),
      };
      return { body, etag: file.seq };
    },
  }),
];

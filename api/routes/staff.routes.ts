import { z } from 'zod';
import { absencesOf } from '../../db/queries/absences';
import type { Absence } from '../../db/queries/absences';
import type { Account } from '../../db/queries/accounts';
import { personById } from '../../db/queries/directory';
import { callOff, recordAbsence } from '../absences';
import { fieldError } from '../http/issues';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import { mustBe, onceFor } from '../once';
import { fields, idInAddress, instant, text } from '../schemas/basics';
import { absenceSchema, accountChangeSchema, accountSchema, newAccountSchema } from '../schemas/staff';
import { change, depart, newToken, open, renewToken } from '../staff';

const person = fields({ id: idInAddress().describe('员工编号') });

const accountView = ({ id, name, roles, team, directContact, active }: Omit<Account, 'recordedAt'>) => ({
  id,
  name,
  roles,
  team,
  directContact,
  active,
});

const absenceView = ({ id, staff, deputy, from, until, by, cancelledAt }: Absence) => ({
  id,
  staff,
  deputy,
  from: from.toISOString(),
  until: until.toISOString(),
  by,
  cancelledAt: cancelledAt?.toISOString() ?? null,
});

/** Accounts of the staff: the administrator's. */
const accountRoutes = [
  route({
    method: 'post',
    path: '/staff',
    tag: 'desk',
    summary: { zh: '新增员工；令牌只在此告知', en: 'open an account; its token is told here only' },
    who: 'staff',
    clauses: ['RO-1', 'IN-5'],
    body: newAccountSchema,
    answer: accountSchema.extend({ token: z.string() }),
    status: 201,
    problems: ['role_needed', 'id_taken', 'key_used_otherwise'],
    handle: async (call) => {
      const { caller, body, deps, key, receivedAt } = call;
      mustBe(caller, 'admin');
      const token = newToken(deps.secret, caller.id, key);
      const trail = { by: caller.id, at: new Date(receivedAt) };
      const account = await onceFor(call, (tx) => open(tx, { ...body, active: true }, token, trail));
      return { body: { ...accountView(account), token }, location: `/staff/${account.id}` };
    },
  }),
  route({
    method: 'put',
    path: '/staff/{id}',
    tag: 'desk',
    summary: {
      zh: '更改员工的岗位、团队、名称或直拨电话',
      en: 'change roles, team, name or direct contact of somebody',
    },
    who: 'staff',
    clauses: ['RO-1', 'IN-5'],
    params: person,
    body: accountChangeSchema,
    answer: accountSchema,
    problems: [
      'role_needed',
      'no_such_person',
      'last_admin',
      'owns_open_complaints',
      'still_deputy',
      'key_used_otherwise',
    ],
    handle: async (call) => {
      const { caller, params, body, receivedAt } = call;
      mustBe(caller, 'admin');
      const trail = { by: caller.id, at: new Date(receivedAt) };
      return { body: await onceFor(call, async (tx) => accountView(await change(tx, params.id, body, trail))) };
    },
  }),
  route({
    method: 'put',
    path: '/staff/{id}/token',
    tag: 'desk',
    summary: { zh: '换发令牌，旧令牌即时失效', en: 'a new token for somebody; the old one is void at once' },
    who: 'staff',
    clauses: ['RO-1'],
    params: person,
    body: fields({}),
    answer: z.object({ id: z.string(), token: z.string() }),
    problems: ['role_needed', 'no_such_person', 'key_used_otherwise'],
    handle: async (call) => {
      const { caller, params, deps, key, receivedAt } = call;
      mustBe(caller, 'admin');
      const token = newToken(deps.secret, caller.id, key);
      const trail = { by: caller.id, at: new Date(receivedAt) };
      await onceFor(call, async (tx) => accountView(await renewToken(tx, params.id, token, trail)));
      return { body: { id: params.id, token } };
    },
  }),
  route({
    method: 'put',
    path: '/staff/{id}/departure',
    tag: 'desk',
    summary: {
      zh: '离职：未结投诉交接替人，令牌即时失效',
      en: 'somebody leaves, and his open complaints go to a successor',
    },
    who: 'staff',
    clauses: ['RO-1'],
    params: person,
    body: fields({ successor: text(64).optional().describe('接替人；名下有未结投诉时必填') }),
    answer: accountSchema,
    problems: [
      'role_needed',
      'no_such_person',
      'last_admin',
      'owns_open_complaints',
      'successor_unfit',
      'still_deputy',
      'key_used_otherwise',
    ],
    handle: async (call) => {
      const { caller, params, body, receivedAt } = call;
      mustBe(caller, 'admin');
      const trail = { by: caller.id, at: new Date(receivedAt) };
      const left = await onceFor(call, async (tx) => accountView(await depart(tx, params.id, body.successor, trail)));
      return { body: left };
    },
  }),
];

/** Who is away, and who stands in for him. */
const absenceRoutes = [
  route({
    method: 'post',
    path: '/staff/{id}/absences',
    tag: 'desk',
    summary: { zh: '登记缺勤与代班人', en: 'somebody will be away, and who stands in for him' },
    who: 'staff',
    clauses: ['RO-1', 'HA-18'],
    params: person,
    body: fields({
      deputy: text(64).describe('代班人'),
      from: instant().describe('自何时起'),
      until: instant().describe('至何时止，不含'),
    }),
    answer: absenceSchema,
    status: 201,
    problems: ['role_needed', 'no_such_person', 'absence_clash', 'key_used_otherwise'],
    handle: async (call) => {
      const { caller, params, body, receivedAt } = call;
      const [from, until] = [new Date(body.from), new Date(body.until)];
      if (until <= from || until.getTime() <= receivedAt) {
        const wanted = ['晚于 from，且晚于现在', 'later than from, and later than now'] as const;
        throw Problem.of('invalid_body', {}, { errors: [fieldError(['until'], body.until, ...wanted)] });
      }
      const asked = { deputy: body.deputy, from, until };
      const absence = await onceFor(call, async (tx) => absenceView(await recordAbsence(tx, caller, params.id, asked)));
      return { body: absence, location: `/staff/${params.id}/absences` };
    },
  }),
  route({
    method: 'get',
    path: '/staff/{id}/absences',
    tag: 'desk',
    summary: { zh: '某员工的缺勤', en: 'when somebody is away' },
    who: 'staff',
    clauses: ['RO-1'],
    params: person,
    answer: z.object({ absences: z.array(absenceSchema) }),
    problems: ['no_such_person'],
    handle: async ({ deps, params: { id } }) => {
      const db = deps.database.queries;
      if (!(await personById(db, id))) throw Problem.of('no_such_person', { id });
      return { body: { absences: (await absencesOf(db, id)).map(absenceView) } };
    },
  }),
  route({
    method: 'put',
    path: '/staff/{id}/absences/{absence}/cancellation',
    tag: 'desk',
    summary: { zh: '取消缺勤', en: 'call an absence off' },
    who: 'staff',
    clauses: ['RO-1'],
    params: fields({ id: idInAddress(), absence: idInAddress().describe('缺勤编号') }),
    body: fields({}),
    answer: absenceSchema,
    problems: ['role_needed', 'no_such_person', 'no_such_absence', 'key_used_otherwise'],
    handle: async (call) => {
      const { caller, params, receivedAt } = call;
      const at = new Date(receivedAt);
      const { id, absence } = params;
      return { body: await onceFor(call, async (tx) => absenceView(await callOff(tx, caller, id, absence, at))) };
    },
  }),
];

/** Accounts and absences. */
export const staffRoutes = [...accountRoutes, ...absenceRoutes];

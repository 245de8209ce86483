import { z } from 'zod';
import type { Account } from '../../db/queries/accounts';
import { route } from '../http/route';
import { mustHold } from '../authority';
import { onceFor } from '../once';
import { fields, idInAddress, text } from '../schemas/basics';
import { accountChangeSchema, accountSchema, changedAccountSchema, newAccountSchema } from '../schemas/staff';
import { change, depart, newToken, open, renewToken } from '../staff';
import type { Changed } from '../staff';

const person = fields({ id: idInAddress().describe('员工编号') });

const accountView = ({ id, name, roles, team, directContact, active }: Omit<Account, 'recordedAt'>) => ({
  id,
  name,
  roles,
  team,
  directContact,
  active,
});

const changedView = ({ account, vacant }: Changed) => ({ ...accountView(account), vacant });

/** Accounts of the staff: the administrator's. */
export const staffRoutes = [
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
      mustHold(caller, 'admin');
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
    absent: 'no_such_person',
    body: accountChangeSchema,
    answer: changedAccountSchema,
    problems: [
      'role_needed',
      'no_such_person',
      'last_admin',
      'owns_open_complaints',
      'successor_unfit',
      'still_deputy',
      'still_improves',
      'deputy_unfit',
      'key_used_otherwise',
    ],
    handle: async (call) => {
      const { caller, params, body, receivedAt } = call;
      mustHold(caller, 'admin');
      const trail = { by: caller.id, at: new Date(receivedAt) };
      return { body: await onceFor(call, async (tx) => changedView(await change(tx, params.id, body, trail))) };
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
    absent: 'no_such_person',
    body: fields({}),
    answer: z.object({ id: z.string(), token: z.string() }),
    problems: ['role_needed', 'no_such_person', 'key_used_otherwise'],
    handle: async (call) => {
      const { caller, params, deps, key, receivedAt } = call;
      mustHold(caller, 'admin');
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
    clauses: ['RO-1', 'RE-3'],
    params: person,
    absent: 'no_such_person',
    body: fields({ successor: text(64).optional().describe('接替人；名下有未结投诉时必填') }),
    answer: changedAccountSchema,
    problems: [
      'role_needed',
      'no_such_person',
      'last_admin',
      'owns_open_complaints',
      'successor_unfit',
      'still_deputy',
      'still_improves',
      'key_used_otherwise',
    ],
    handle: async (call) => {
      const { caller, params, body, receivedAt } = call;
      mustHold(caller, 'admin');
      const trail = { by: caller.id, at: new Date(receivedAt) };
      const left = await onceFor(call, async (tx) => changedView(await depart(tx, params.id, body.successor, trail)));
      return { body: left };
    },
  }),
];

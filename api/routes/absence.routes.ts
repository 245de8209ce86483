import { z } from 'zod';
import { absencesOf } from '../../db/queries/absences';
import type { Absence } from '../../db/queries/absences';
import { personById } from '../../db/queries/directory';
import { callOff, recordAbsence } from '../absences';
import { fieldError } from '../http/issues';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import { onceFor } from '../once';
import { fields, idInAddress, instant, text } from '../schemas/basics';
import { absenceSchema } from '../schemas/staff';

const person = fields({ id: idInAddress().describe('员工编号') });

const absenceView = ({ id, staff, deputy, from, until, by, cancelledAt }: Absence) => ({
  id,
  staff,
  deputy,
  from: from.toISOString(),
  until: until.toISOString(),
  by,
  cancelledAt: cancelledAt?.toISOString() ?? null,
});

/** Who is away, and who stands in for him. */
export const absenceRoutes = [
  route({
    method: 'post',
    path: '/staff/{id}/absences',
    tag: 'desk',
    summary: { zh: '登记缺勤与代班人', en: 'somebody will be away, and who stands in for him' },
    who: 'staff',
    clauses: ['RO-1', 'HA-18'],
    params: person,
    absent: 'no_such_person',
    body: fields({
      deputy: text(64).describe('代班人'),
      from: instant().describe('自何时起'),
      until: instant().describe('至何时止，不含'),
    }),
    answer: absenceSchema,
    status: 201,
    problems: ['absence_not_yours', 'no_such_person', 'absence_clash', 'key_used_otherwise'],
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
    absent: 'no_such_person',
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
    absent: 'no_such_person',
    body: fields({}),
    answer: absenceSchema,
    problems: ['absence_not_yours', 'no_such_person', 'no_such_absence', 'key_used_otherwise'],
    handle: async (call) => {
      const { caller, params, receivedAt } = call;
      const at = new Date(receivedAt);
      const { id, absence } = params;
      return { body: await onceFor(call, async (tx) => absenceView(await callOff(tx, caller, id, absence, at))) };
    },
  }),
];

import { z } from 'zod';
import { calendarEditions, calendarInForce } from '../../db/queries/calendars';
import { namesOfStaff } from '../../db/queries/directory';
import { addDays } from '../../domain/calendar';
import { knownTeam, publish, withDays, withYear } from '../calendar';
import { mustHold } from '../authority';
import { allows } from '../http/issues';
import { route } from '../http/route';
import { fields, localDate, numberInAddress, text } from '../schemas/basics';
import { exceptionsBody, yearBody } from '../schemas/calendar';
import {
  calendarDays,
  calendarDaySchema,
  calendarEditionSchema,
  calendarEditionView,
  publicationSchema,
} from '../views/calendar';

const MOST_DAYS = 400;
const PUBLISHING = ['role_needed', 'key_used_otherwise'] as const;

/** The working calendar: what it says, how it came about, and how it is changed. */
export const calendarRoutes = [
  route({
    method: 'get',
    path: '/calendar',
    tag: 'calendar',
    summary: { zh: '工作日历：逐日是否上班与营业时间', en: 'the working calendar, day by day' },
    who: 'staff',
    clauses: ['HA-1', 'HA-11', 'CO-1'],
    query: fields({
      from: localDate(),
      to: localDate(),
      team: text(64).optional().describe('按哪个团队的日历；不填即公司日历'),
    }).refine(({ from, to }) => from <= to && to < addDays(from, MOST_DAYS), {
      path: ['to'],
      error: allows(`不早于 from，至多 ${MOST_DAYS} 天`, `not before from, ${MOST_DAYS} days at most`),
    }),
    answer: z.object({
      team: z.string().nullable(),
      calendar: z.string().describe('日历版本'),
      days: z.array(calendarDaySchema),
    }),
    problems: ['no_such_team'],
    handle: async ({ deps, query: { from, to, team } }) => {
      const db = deps.database.queries;
      const calendar = await calendarInForce(db, team === undefined ? '' : await knownTeam(db, team));
      return { body: { team: team ?? null, calendar: calendar.edition, days: calendarDays(calendar, from, to) } };
    },
  }),
  route({
    method: 'get',
    path: '/calendar/editions',
    tag: 'calendar',
    summary: { zh: '日历各版：谁、何时、为什么', en: 'the editions of the calendar: who, when, why' },
    who: 'staff',
    clauses: [],
    query: fields({
      after: numberInAddress(999_999_999).optional().describe('上一页给出的 next'),
      limit: numberInAddress(100).default(50),
    }),
    answer: z.object({ editions: z.array(calendarEditionSchema), next: z.int().nullable() }),
    problems: [],
    handle: async ({ deps, query: { after, limit } }) => {
      const db = deps.database.queries;
      const [rows, names] = await Promise.all([calendarEditions(db, after, limit + 1), namesOfStaff(db)]);
      const page = rows.slice(0, limit);
      const next = rows.length > limit ? (page.at(-1)?.edition ?? null) : null;
      return { body: { editions: page.map((row) => calendarEditionView(row, names)), next } };
    },
  }),
  route({
    method: 'put',
    path: '/calendar/company/exceptions',
    tag: 'calendar',
    summary: { zh: '调整公司日历', en: 'change the calendar of the company' },
    who: 'staff',
    clauses: ['HA-1', 'HA-11', 'CO-1'],
    body: exceptionsBody,
    answer: publicationSchema,
    problems: [...PUBLISHING],
    handle: async (call) => ({ body: await publish(call, withDays('', call.body)) }),
  }),
  route({
    method: 'put',
    path: '/calendar/teams/{team}/exceptions',
    tag: 'calendar',
    summary: { zh: '调整团队日历', en: 'change the calendar of a team' },
    who: 'staff',
    clauses: ['HA-1', 'HA-11', 'CO-1'],
    params: fields({ team: text(64) }),
    body: exceptionsBody,
    answer: publicationSchema,
    problems: [...PUBLISHING, 'no_such_team'],
    handle: async (call) => {
      mustHold(call.caller, 'admin');
      const team = await knownTeam(call.deps.database.queries, call.params.team);
      return { body: await publish(call, withDays(team, call.body)) };
    },
  }),
  route({
    method: 'post',
    path: '/calendar/years',
    tag: 'calendar',
    summary: { zh: '导入国务院某年放假安排，或更正', en: 'import the official table of a year, or correct it' },
    who: 'staff',
    clauses: ['HA-1', 'HA-11', 'CO-1'],
    body: yearBody,
    answer: publicationSchema,
    problems: [...PUBLISHING],
    handle: async (call) => ({ body: await publish(call, withYear(call.body)) }),
  }),
];

import { z } from 'zod';
import type { Affected } from '../../db/queries/affected';
import type { calendarEditions } from '../../db/queries/calendars';
import { addDays, dayOf } from '../../domain/calendar';
import type { Calendar, CalendarLayer, LocalDate } from '../../domain/calendar';
import { DUTY_KINDS } from '../../domain/words';
import { weekdayName } from '../../templates/local-time';
import { moveSentence } from '../../templates/timeline';
import { DUTY_ZH } from '../../templates/words-zh';
import { dateAnswer, utc } from '../schemas/basics';
import { hoursAnswer, hoursView } from '../schemas/calendar';
import { nameIn } from './timeline';

const SCOPES = ['state', 'company', 'team'] as const;

/** What the calendar says of one day. */
export const calendarDaySchema = z
  .object({
    date: dateAnswer(),
    weekday: z.string(),
    working: z.boolean(),
    hours: hoursAnswer.describe('营业时间；休息日为空'),
    name: z.string().nullable().describe('为什么与平日不同'),
    scope: z.enum(SCOPES).nullable().describe('由谁定的：国务院 · 公司 · 团队'),
    provisional: z.boolean().describe('所据放假安排尚未公布'),
  })
  .meta({ id: 'CalendarDay' });

/** The days from a date to another, both included. */
export function calendarDays(calendar: Calendar, from: LocalDate, to: LocalDate): z.output<typeof calendarDaySchema>[] {
  const days: z.output<typeof calendarDaySchema>[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const { working, slots, name = null, scope = null, provisional } = dayOf(calendar, date);
    days.push({ date, weekday: weekdayName(date), working, hours: hoursView(slots), name, scope, provisional });
  }
  return days;
}

/** One edition of a calendar: what it says, who published it, when and why. */
export const calendarEditionSchema = z
  .object({
    edition: z.int(),
    scope: z.enum(SCOPES),
    team: z.string().nullable(),
    label: z.string().describe('时限说明中的日历版本名'),
    by: z.object({ id: z.string(), name: z.string() }),
    at: utc(),
    reason: z.string(),
    years: z.array(z.object({ year: z.int(), title: z.string(), url: z.string() })).describe('所含国务院放假安排'),
    hours: hoursAnswer.nullable().describe('平日营业时间；空即沿用上一层'),
    restDays: z.array(z.int()).nullable().describe('每周休息日；空即沿用上一层'),
    days: z
      .array(z.object({ date: dateAnswer(), working: z.boolean(), name: z.string(), hours: hoursAnswer.nullable() }))
      .describe('公司或团队的例外日子'),
  })
  .meta({ id: 'CalendarEdition' });

type EditionRow = Awaited<ReturnType<typeof calendarEditions>>[number];

export function calendarEditionView(
  row: EditionRow,
  names: Map<string, string>,
): z.output<typeof calendarEditionSchema> {
  const { edition, scope, team, label, by, at, reason, calendar, years } = row;
  const { hours, restDays, exceptions }: CalendarLayer | Calendar = calendar;
  const own = scope === 'state' ? [] : Object.entries(exceptions).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    edition,
    scope,
    team: scope === 'team' ? team : null,
    label,
    by: { id: by, name: nameIn(names)(by) },
    at: at.toISOString(),
    reason,
    years: (years ?? []).map(({ year, paper }) => ({ year, ...paper })),
    hours: hours ? hoursView(hours) : null,
    restDays: restDays ?? null,
    days: own.map(([date, { working, name, slots }]) => ({
      date,
      working,
      name,
      hours: slots ? hoursView(slots) : null,
    })),
  };
}

const MOST_MOVES = 200;

/** What a publication does, or would do, to open due times. */
export const publicationSchema = z
  .object({
    dryRun: z.boolean(),
    edition: z.int().nullable().describe('发布的版次；预览为空'),
    label: z.string().nullable(),
    batch: z.string().nullable().describe('重新计算时限的批量办理，见 GET /batches/{id}'),
    warnings: z.array(z.string()),
    complaints: z.int().describe('须重新计算的投诉件数'),
    total: z.int().describe('会变的时限总数'),
    moves: z
      .array(
        z.object({
          complaint: z.string(),
          duty: z.string(),
          kind: z.enum(DUTY_KINDS),
          kindZh: z.string(),
          was: utc(),
          now: utc(),
          sentence: z.string(),
        }),
      )
      .describe(`最近到期的在前，至多 ${MOST_MOVES} 项`),
  })
  .meta({ id: 'CalendarPublication' });

/** The due times that move, from when to when. */
export function movesView(
  affected: Affected[],
): Pick<z.output<typeof publicationSchema>, 'complaints' | 'total' | 'moves'> {
  const moves = affected.flatMap(({ complaint, changes }) =>
    changes
      .filter(({ was, instants }) => was !== instants.dueAt)
      .map(({ duty, was, instants: { dueAt: now } }) => ({
        complaint,
        duty: duty.id,
        kind: duty.kind,
        kindZh: DUTY_ZH[duty.kind],
        was: new Date(was).toISOString(),
        now: new Date(now).toISOString(),
        sentence: moveSentence({ duty: duty.id, was, now, team: null }),
      })),
  );
  return { complaints: affected.length, total: moves.length, moves: moves.slice(0, MOST_MOVES) };
}

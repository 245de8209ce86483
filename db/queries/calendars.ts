import { and, asc, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { OfficialYear } from '../../calendars/official-year';
import { calendarFor } from '../../domain/calendar-set';
import type { CalendarSet } from '../../domain/calendar-set';
import type { Calendar, CalendarLayer } from '../../domain/calendar';
import type { Queries } from '../client';
import { calendars, staff } from '../schema';

/** Editions never change, so a process puts each team's calendar together once for every edition that touches it. */
const known = new Map<string, { id: string; calendar: Calendar }>();

/** The working calendar that a team goes by now: the newest of the state's, the company's and its own editions. */
export async function calendarInForce(db: Queries, team: string): Promise<Calendar> {
  const its = or(inArray(calendars.scope, ['state', 'company']), eq(calendars.team, team));
  const newest = await db
    .selectDistinctOn([calendars.scope, calendars.team], {
      edition: calendars.edition,
      // Of two databases that one process has seen, edition 1 is not the same.
      recordedAt: sql<string>`${calendars.recordedAt}::text`,
    })
    .from(calendars)
    .where(its)
    .orderBy(calendars.scope, calendars.team, desc(calendars.edition));
  const id = newest.map(({ edition, recordedAt }) => `${edition} ${recordedAt}`).join();
  const cached = known.get(team);
  if (cached?.id === id) return cached.calendar;
  const { set } = await calendarSet(db, its);
  const calendar = calendarFor(set, team);
  known.set(team, { id, calendar });
  return calendar;
}

/** All calendars in force, and the official tables that the state's is made of (none where it came with an older release). */
export async function calendarSet(
  db: Queries,
  which?: SQL,
): Promise<{ set: CalendarSet; years: OfficialYear[] | null }> {
  const rows = await db
    .selectDistinctOn([calendars.scope, calendars.team])
    .from(calendars)
    .where(which)
    .orderBy(calendars.scope, calendars.team, desc(calendars.edition));
  const state = rows.find(({ scope }) => scope === 'state');
  if (!state) throw new Error('No calendar is published: run the migrations.');
  const company = rows.find(({ scope }) => scope === 'company');
  const teams = rows.filter(({ scope }) => scope === 'team');
  return {
    set: {
      state: state.calendar as Calendar,
      company: (company?.calendar as CalendarLayer | undefined) ?? null,
      teams: Object.fromEntries(teams.map(({ team, calendar }) => [team, calendar as CalendarLayer])),
    },
    years: state.years,
  };
}

/** How many editions of a scope there are already: the next one is named after its number. */
export async function editionsSoFar(db: Queries, scope: string, team: string): Promise<number> {
  return db.$count(calendars, and(sql`${calendars.scope} = ${scope}`, eq(calendars.team, team)));
}

/** Every edition ever published, newest first, before one of them. */
export async function calendarEditions(db: Queries, before: number | undefined, limit: number) {
  return db
    .select()
    .from(calendars)
    .where(before === undefined ? undefined : lt(calendars.edition, before))
    .orderBy(desc(calendars.edition))
    .limit(limit);
}

/** The teams that somebody works or worked in. */
export async function teamNames(db: Queries): Promise<string[]> {
  const rows = await db.selectDistinct({ team: staff.team }).from(staff).orderBy(asc(staff.team));
  return rows.map(({ team }) => team);
}

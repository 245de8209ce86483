import type { z } from 'zod';
import { missingStatutoryDays, yearFaults } from '../calendars/check-year';
import { chinaCalendar, OFFICIAL_YEARS } from '../calendars/china';
import type { OfficialYear } from '../calendars/official-year';
import { affectedBy } from '../db/queries/affected';
import { calendarSet, teamNames } from '../db/queries/calendars';
import type { Queries } from '../db/client';
import { once } from '../db/queries/once';
import { lockCalendars, publishCalendar } from '../db/queries/publish-calendar';
import type { NewEdition } from '../db/queries/publish-calendar';
import { addDays, validateCalendar } from '../domain/calendar';
import type { CalendarLayer } from '../domain/calendar';
import { calendarFor, longestRest, replaced } from '../domain/calendar-set';
import type { CalendarSet } from '../domain/calendar-set';
import { Lanes } from '../gateway/lanes';
import { localDay } from '../templates/local-time';
import { mustHold } from './authority';
import { fieldError } from './http/issues';
import { Problem } from './http/problem';
import type { FieldError } from './http/problem';
import type { Call } from './http/route';
import type { ExceptionsBody, YearBody } from './schemas/calendar';
import { movesView } from './views/calendar';
import type { publicationSchema } from './views/calendar';

type Publication = z.output<typeof publicationSchema>;
type PublishingCall = Call<'staff', unknown, unknown, { dryRun: boolean }>;
type InForce = Awaited<ReturnType<typeof calendarSet>>;

/** An edition as it is to be published, and what is odd about it though allowed. */
type Draft = { edition: NewEdition; reason: string; warnings?: string[] };

/** Whoever publishes waits for the others anyway: here he does so without holding a connection. */
const publications = new Lanes(1);

/** More days off in a row than any house takes; a calendar without work would stop every clock. */
const LONGEST_REST = 60;

/**
 * Publishes an edition made from the calendars in force, or with `dryRun` only says what it would do. `make` throws a problem
 * where it cannot be made.
 */
export async function publish(call: PublishingCall, make: (inForce: InForce) => Draft): Promise<Publication> {
  const { deps, caller, key, bodyHash, receivedAt, body } = call;
  mustHold(caller, 'admin');
  const at = new Date(receivedAt);
  if (body.dryRun) return preview(deps.database.queries, receivedAt, make);
  const { answer, bodyHash: theirs } = await publications.run('calendar', () =>
    once(deps.database, { principal: caller.id, key, bodyHash }, async (tx): Promise<Publication> => {
      await lockCalendars(tx);
      const inForce = await calendarSet(tx);
      const { edition, reason, warnings = [] } = checked(inForce.set, make(inForce));
      const published = await publishCalendar(tx, inForce.set, edition, { by: caller.id, reason, at });
      const { edition: number, label, affected, batch = null } = published;
      return { dryRun: false, edition: number, label, batch, warnings, ...movesView(affected) };
    }),
  );
  if (theirs !== bodyHash) throw Problem.of('key_used_otherwise', {});
  return answer;
}

async function preview(db: Queries, at: number, make: (inForce: InForce) => Draft): Promise<Publication> {
  const inForce = await calendarSet(db);
  const { edition, warnings = [] } = checked(inForce.set, make(inForce));
  const affected = await affectedBy(db, inForce.set, replaced(inForce.set, edition), at);
  return { dryRun: true, edition: null, label: null, batch: null, warnings, ...movesView(affected) };
}

/** No calendar that anybody works by may be one on which no deadline can be counted. */
function checked(inForce: CalendarSet, draft: Draft): Draft {
  const after = replaced(inForce, draft.edition);
  const errors = ['', ...Object.keys(after.teams)].flatMap((team): FieldError[] => {
    const calendar = calendarFor(after, team);
    const { days, first } = longestRest(after, team);
    const faults = validateCalendar({ ...calendar, edition: 'draft' });
    if (days <= LONGEST_REST) return faults.map(({ zh, en }) => fieldError([], null, zh, en));
    const zh = `连续休息至多 ${LONGEST_REST} 天；自 ${localDay(first)} 起会有 ${days} 天`;
    return [
      fieldError(
        ['days'],
        null,
        zh,
        `at most ${LONGEST_REST} days off in a row; from ${first} on there would be ${days}`,
      ),
    ];
  });
  if (errors.length > 0) throw Problem.of('invalid_body', {}, { errors });
  return draft;
}

/** A layer with days added, replaced and removed, and with hours of its own. Empty `team`: the company's. */
export const withDays =
  (team: string, { days, remove, hours, restDays, reason }: ExceptionsBody) =>
  ({ set }: InForce): Draft => {
    const scope = team === '' ? ('company' as const) : ('team' as const);
    const before: CalendarLayer = (team === '' ? set.company : ownLayer(set, team)) ?? {
      scope,
      edition: '',
      exceptions: {},
    };
    const exceptions = { ...before.exceptions };
    const errors = remove.flatMap((date, index) => (exceptions[date] ? [] : [notThere(date, index, exceptions)]));
    const dates = days.flatMap(({ date, to = date, hours: slots, ...day }, index) =>
      datesOf(date, to).map((each) => ({ index, date: each, day: { ...day, ...(slots ? { slots } : {}) } })),
    );
    for (const date of remove) delete exceptions[date];
    const given = new Set(remove);
    for (const { date, index, day } of dates) {
      if (given.has(date))
        errors.push(fieldError(['days', index, 'date'], date, '每个日子只出现一次', 'each day only once'));
      given.add(date);
      exceptions[date] = day;
    }
    if (errors.length > 0) throw Problem.of('invalid_body', {}, { errors });
    const calendar: CalendarLayer = {
      ...before,
      exceptions,
      ...(hours === undefined ? {} : { hours: hours ?? undefined }),
      ...(restDays === undefined ? {} : { restDays: restDays ?? undefined }),
    };
    return { edition: { scope, team, calendar }, reason };
  };

const ownLayer = ({ teams }: CalendarSet, team: string): CalendarLayer | undefined =>
  Object.hasOwn(teams, team) ? teams[team] : undefined;

function notThere(date: string, index: number, exceptions: CalendarLayer['exceptions']): FieldError {
  const known = Object.keys(exceptions).sort();
  const some = known.slice(0, 20);
  return fieldError(
    ['remove', index],
    date,
    known.length > 0
      ? `本层已有的例外日子：${some.join('、')}${known.length > some.length ? '……' : ''}`
      : '本层还没有例外日子',
    known.length > 0 ? `a day that this layer has: ${some.join(', ')}` : 'this layer has no days of its own',
  );
}

/** The state's calendar with the official table of one more year, or with a corrected one. */
export const withYear =
  ({ year, source, holidays, reason = `导入 ${source.title}` }: YearBody) =>
  ({ years }: InForce): Draft => {
    const table: OfficialYear = {
      year,
      paper: source,
      holidays: holidays.map(({ name, from, to, makeUp }) => ({ name, off: [from, to], makeUp })),
    };
    const known = years ?? OFFICIAL_YEARS;
    const [first, last] = [known[0]?.year ?? year, known.at(-1)?.year ?? year];
    const errors = yearFaults(table).map(({ holiday, field, given, zh, en }) =>
      fieldError(['holidays', holiday, field], given, zh, en),
    );
    if (year < first || year > last + 1) {
      const zh = `${first} 至 ${last}（更正），或 ${last + 1}（新的一年）`;
      errors.unshift(
        fieldError(['year'], year, zh, `${first} to ${last} (a correction), or ${last + 1} (the next one)`),
      );
    }
    if (errors.length > 0) throw Problem.of('invalid_body', {}, { errors });
    const all = [...known.filter((other) => other.year !== year), table].sort((a, b) => a.year - b.year);
    const warnings = missingStatutoryDays(table).map(
      ({ date, name }) => `${localDay(date)}是法定节假日（${name}），表中没有列为放假。`,
    );
    return { edition: { scope: 'state', calendar: chinaCalendar(all), years: all }, reason, warnings };
  };

function datesOf(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** A team that somebody works in, or a problem. */
export async function knownTeam(db: Queries, team: string): Promise<string> {
  const teams = await teamNames(db);
  if (!teams.includes(team)) throw Problem.of('no_such_team', { team, teams });
  return team;
}

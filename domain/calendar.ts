/**
 * The working calendar: which days count, and which minutes of them.
 *
 * A calendar is plain JSON. It knows one fixed offset from UTC instead of a time zone: Shanghai has kept +08:00 since
 * 1992, and a fixed offset gives the same answer on every machine and in every replay.
 */

import { fault } from './faults';
import type { Fault } from './faults';
import { dateOf, isLocalDate, midnightUtc, weekday } from './local-date';
import type { LocalDate } from './local-date';

export { addDays, isLocalDate, nextDate, previousDate, weekday } from './local-date';
export type { LocalDate } from './local-date';

/** A stretch of business, in minutes of the local day: `opens` belongs to it, `closes` (at most 1440) ends it. */
export type Slot = { opens: number; closes: number };

/** Who said that a day is not like its weekday; a later one in this list wins over an earlier one. */
export type ExceptionScope = 'state' | 'company' | 'team';

/** One date that does not follow the week: a day off, a make-up day (调休), or a working day with hours of its own. */
export type DayException = { working: boolean; name: string; slots?: Slot[]; scope: ExceptionScope };

/** Everything a deadline needs to know about days and hours (HA-1, HA-11, CO-1). */
export type Calendar = {
  /** Which tables made it; shown with each deadline. */
  edition: string;
  /** Minutes east of UTC; 480 for Shanghai. */
  utcOffsetMinutes: number;
  /** Business hours of an ordinary working day, in order. */
  hours: Slot[];
  /** Weekdays without work; 0 is Sunday. */
  restDays: number[];
  exceptions: Record<LocalDate, DayException>;
  /** Dates in [officialFrom, provisionalFrom) stand on official tables; all others are provisional. */
  officialFrom: LocalDate;
  provisionalFrom: LocalDate;
};

/** A company's or a team's own rules, to be laid over the statutory calendar. */
export type CalendarLayer = {
  scope: 'company' | 'team';
  /** Added to the calendar's edition, so that a deadline names every table it stands on. */
  edition: string;
  /** Replace the hours or the rest days below, where given: many service teams work seven days. */
  hours?: Slot[];
  restDays?: number[];
  exceptions: Record<LocalDate, Omit<DayException, 'scope'>>;
};

/** What a calendar says of one date. `slots` is empty on a day off; `name` and `scope` come from its exception. */
export type CalendarDay = {
  working: boolean;
  slots: Slot[];
  name?: string;
  scope?: ExceptionScope;
  provisional: boolean;
};

const MINUTE_MS = 60_000;
const SCOPES: ExceptionScope[] = ['state', 'company', 'team'];

/** The date on the calendar's wall at an instant (ms since the epoch, UTC). */
export function localDate(calendar: Pick<Calendar, 'utcOffsetMinutes'>, instantMs: number): LocalDate {
  return dateOf(instantMs + calendar.utcOffsetMinutes * MINUTE_MS);
}

/** The instant (ms, UTC) of a minute of a local day; minute 1440 is the next midnight. Throws on a text of another form. */
export function instantOf(calendar: Pick<Calendar, 'utcOffsetMinutes'>, date: LocalDate, minute: number): number {
  return midnightUtc(date) + (minute - calendar.utcOffsetMinutes) * MINUTE_MS;
}

/**
 * What the calendar says of a date: whether it is worked, in which hours, under which name, and whether that is sure.
 * A weekday already at hand (0 for Sunday) spares working it out.
 */
export function dayOf(calendar: Calendar, date: LocalDate, knownWeekday?: number): CalendarDay {
  const exception = Object.hasOwn(calendar.exceptions, date) ? calendar.exceptions[date] : undefined;
  const worked = exception?.working ?? !calendar.restDays.includes(knownWeekday ?? weekday(date));
  const slots = worked ? (exception?.slots ?? calendar.hours) : [];
  // A day without hours can hold no close of business, so it is no working day, whatever it is called.
  const working = slots.length > 0;
  // Dates in this form sort as text, which is what makes these comparisons right.
  const provisional = date < calendar.officialFrom || date >= calendar.provisionalFrom;
  return exception
    ? { working, slots, name: exception.name, scope: exception.scope, provisional }
    : { working, slots, provisional };
}

/**
 * A new calendar with company and team layers over it. Whatever order they come in, the team's word beats the company's
 * and the company's beats the state's. The calendar given is left as it is.
 */
export function withExceptions(calendar: Calendar, ...layers: CalendarLayer[]): Calendar {
  const ordered = [...layers].sort((a, b) => SCOPES.indexOf(a.scope) - SCOPES.indexOf(b.scope));
  return ordered.reduce(withLayer, calendar);
}

function withLayer(calendar: Calendar, layer: CalendarLayer): Calendar {
  const exceptions = { ...calendar.exceptions };
  for (const [date, day] of Object.entries(layer.exceptions)) {
    const below = exceptions[date];
    if (below && SCOPES.indexOf(below.scope) > SCOPES.indexOf(layer.scope)) continue;
    exceptions[date] = { ...day, scope: layer.scope };
  }
  return {
    ...calendar,
    edition: `${calendar.edition}+${layer.edition}`,
    hours: layer.hours ?? calendar.hours,
    restDays: layer.restDays ?? calendar.restDays,
    exceptions,
  };
}

/**
 * What is wrong with a calendar, one sentence for each fault, saying what was given and what is allowed; empty when
 * nothing is. A calendar must pass before deadlines are counted on it.
 */
export function validateCalendar(calendar: Calendar): Fault[] {
  const { edition, utcOffsetMinutes, hours, restDays, exceptions, officialFrom, provisionalFrom } = calendar;
  const faults: Fault[] = [];
  const wrong = (zh: string, en: string): void => void faults.push(fault(zh, en));
  if (edition.trim() === '') {
    wrong(
      'edition 为空；请写明所据的放假安排，如 cn-2026。',
      'edition is empty; name the tables that made the calendar, such as cn-2026.',
    );
  }
  if (!Number.isInteger(utcOffsetMinutes) || utcOffsetMinutes < -720 || utcOffsetMinutes > 840) {
    wrong(
      `utcOffsetMinutes 为 ${utcOffsetMinutes}；须为 -720 至 840 的整分钟（上海：480）。`,
      `utcOffsetMinutes is ${utcOffsetMinutes}; give whole minutes from -720 to 840 (Shanghai: 480).`,
    );
  }
  faults.push(...slotErrors('营业时间', 'hours', hours), ...restDayErrors(restDays));
  for (const [field, date] of Object.entries({ officialFrom, provisionalFrom })) {
    if (isLocalDate(date)) continue;
    wrong(
      `${field} 为“${date}”；须为存在的日期，写作 YYYY-MM-DD。`,
      `${field} is "${date}"; give a date that exists, written YYYY-MM-DD.`,
    );
  }
  if (officialFrom > provisionalFrom) {
    wrong(
      `officialFrom（${officialFrom}）不得晚于 provisionalFrom（${provisionalFrom}）。`,
      `officialFrom (${officialFrom}) is later than provisionalFrom (${provisionalFrom}); it may not be.`,
    );
  }
  for (const [date, day] of Object.entries(exceptions)) faults.push(...exceptionErrors(date, day));
  return faults;
}

/** What is wrong with the hours of a day, one sentence for each fault; the first two name the field in both languages. */
export function slotErrors(zh: string, en: string, slots: Slot[]): Fault[] {
  if (slots.length === 0) {
    return [fault(`${zh}为空；工作日至少有一段营业时间。`, `${en} is empty; a working day has at least one slot.`)];
  }
  return slots.flatMap(({ opens, closes }, i) => {
    const earliest = slots[i - 1]?.closes ?? 0;
    const whole = Number.isInteger(opens) && Number.isInteger(closes);
    if (whole && earliest <= opens && opens < closes && closes <= 1440) return [];
    const allowed = `whole minutes with ${earliest} <= opens < closes <= 1440, slots in order, without overlap`;
    return [
      fault(
        `${zh}第 ${i + 1} 段为 ${opens} 至 ${closes}；须为当日的整分钟，${earliest} ≤ opens < closes ≤ 1440，依次排列，互不重叠。`,
        `${en}: slot ${i + 1} is ${opens} to ${closes}; give ${allowed}.`,
      ),
    ];
  });
}

function restDayErrors(restDays: number[]): Fault[] {
  const faults = restDays
    .filter((day, i) => !Number.isInteger(day) || day < 0 || day > 6 || restDays.indexOf(day) !== i)
    .map((day) =>
      fault(
        `restDays 中有 ${day}；星期须为 0（周日）至 6，各至多一次。`,
        `restDays has ${day}; give each weekday from 0 (Sunday) to 6 at most once.`,
      ),
    );
  if (restDays.length < 7) return faults;
  const none = 'restDays leaves no weekday to work on; leave out at least one.';
  return [...faults, fault('restDays 没有留下任何工作日；至少去掉一天。', none)];
}

function exceptionErrors(date: LocalDate, { working, name, slots, scope }: DayException): Fault[] {
  const where = `exceptions["${date}"]`;
  const faults = slots && working ? slotErrors(`${date} 的营业时间`, `${where}.slots`, slots) : [];
  const wrong = (zh: string, en: string): void => void faults.push(fault(`${date}：${zh}`, `${where}${en}`));
  if (!isLocalDate(date))
    wrong('不是存在的日期；写作 YYYY-MM-DD。', ' is not on a date that exists; write it YYYY-MM-DD.');
  if (name.trim() === '') {
    wrong('没有写明缘由；如“国庆节”。', '.name is empty; say why the day differs, such as 国庆节.');
  }
  if (slots && !working) {
    wrong('休息日不能有营业时间；只有上班日才有。', ' is a day off with hours; give hours to working days only.');
  }
  if (!SCOPES.includes(scope)) {
    const scopes = SCOPES.join(', ');
    wrong(`scope 为“${scope}”；可选：${scopes}。`, `.scope is "${scope}"; give one of ${scopes}.`);
  }
  return faults;
}

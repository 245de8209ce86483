import { chinaCalendar } from '../../calendars/china';
import { withExceptions } from '../../domain/calendar';
import type { Calendar, Slot } from '../../domain/calendar';
import { dueTime } from '../../domain/due-time';
import type { Length, Prompt } from '../../domain/due-time';

const BEIJING_MS = 8 * 3_600_000;

/** The calendar the tests count on: the Chinese one as shipped. */
export function aCalendar(): Calendar {
  return chinaCalendar();
}

/** The shipped calendar with one company exception. */
export function aCalendarWith(date: string, day: { working: boolean; name: string; slots?: Slot[] }): Calendar {
  return withExceptions(aCalendar(), { scope: 'company', edition: 'acme-1', exceptions: { [date]: day } });
}

/** The instant of a Shanghai wall clock reading: `2026-09-30 20:00` or with seconds. */
export function at(shanghai: string): number {
  return Date.parse(`${shanghai.replace(' ', 'T')}+08:00`);
}

/** The Shanghai wall clock reading of an instant, to the minute, or to the second where there are any. */
export function reading(ms: number): string {
  return new Date(ms + BEIJING_MS).toISOString().replace('T', ' ').slice(0, 19).replace(/:00$/, '');
}

/** When a length from a Shanghai reading is due, as a reading. */
export function due(from: string, length: Length, calendar = aCalendar()): string {
  return reading(dueTime(calendar, at(from), length, []).dueAt);
}

/** The readings of the prompts of a length. */
export function prompts(from: string, length: Length, prompts: Prompt[], calendar = aCalendar()): string[] {
  return dueTime(calendar, at(from), length, prompts).promptsAt.map(reading);
}

/** Which parts of an instant to write; all are written unless switched off. Seconds appear only when there are any. */
export type LocalTimeParts = { date?: boolean; weekday?: boolean; time?: boolean; utcOffsetMinutes?: number };

/** Shanghai, the whole year round. */
const SHANGHAI_OFFSET_MINUTES = 480;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const WEEKDAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** An instant (ms, UTC) as people in Shanghai write it: 2026-09-30（周三）20:00. Another offset may be given. */
export function localTime(ms: number, parts: LocalTimeParts = {}): string {
  const { date = true, weekday = true, time = true } = parts;
  const local = atOffset(ms, parts.utcOffsetMinutes);
  const day = WEEKDAYS[local.getUTCDay()] ?? '';
  const bracketed = weekday && date ? `（${day}）` : weekday ? day : '';
  // The bracket is wide enough to part date and time; without it they need a space.
  const gap = date && time && !weekday ? ' ' : '';
  return `${date ? isoDate(local) : ''}${bracketed}${gap}${time ? clockTime(local) : ''}`;
}

/** The same for English readers: Wed 2026-09-30 20:00. */
export function localTimeEn(ms: number, parts: LocalTimeParts = {}): string {
  const { date = true, weekday = true, time = true } = parts;
  const local = atOffset(ms, parts.utcOffsetMinutes);
  const day = WEEKDAYS_EN[local.getUTCDay()] ?? '';
  return [weekday ? day : '', date ? isoDate(local) : '', time ? clockTime(local) : ''].filter(Boolean).join(' ');
}

/**
 * An instant (ms, UTC) as a customer is told until when he will hear from us: in whole minutes, the one that has begun counted
 * in full, so that whoever keeps his time also keeps the word given.
 */
export const promisedTime = (ms: number): string => localTime(Math.ceil(ms / 60_000) * 60_000);

/** A date (YYYY-MM-DD) with its weekday: 2026-10-08（周四）. */
export function localDay(date: string): string {
  return `${date}（${weekdayName(date)}）`;
}

/** The weekday of a date (YYYY-MM-DD): 周四. */
export function weekdayName(date: string): string {
  return WEEKDAYS[new Date(`${date}T00:00Z`).getUTCDay()] ?? '';
}

/**
 * A run of dates as people say it: 10月1日至7日, 9月30日至10月2日, or 10月10日 for a single one. The year is said when it
 * is not the one the reader already has in mind.
 */
export function dayRun(first: string, last: string, yearInMind: string): string {
  const from = `${first.slice(0, 4) === yearInMind ? '' : `${Number(first.slice(0, 4))}年`}${monthDay(first)}`;
  if (first === last) return from;
  if (first.slice(0, 7) === last.slice(0, 7)) return `${from}至${Number(last.slice(8))}日`;
  const year = first.slice(0, 4) === last.slice(0, 4) ? '' : `${Number(last.slice(0, 4))}年`;
  return `${from}至${year}${monthDay(last)}`;
}

/** Minutes of a day as a clock shows them: 540 is 09:00, 1440 is 24:00. */
export function minuteOfDay(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function monthDay(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
}

function atOffset(ms: number, utcOffsetMinutes = SHANGHAI_OFFSET_MINUTES): Date {
  return new Date(ms + utcOffsetMinutes * 60_000);
}

function isoDate(local: Date): string {
  return local.toISOString().slice(0, 10);
}

function clockTime(local: Date): string {
  return local.toISOString().slice(11, local.getUTCSeconds() === 0 ? 16 : 19);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

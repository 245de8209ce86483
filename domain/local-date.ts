/** A day on a calendar's own clock, `YYYY-MM-DD`. Dates sort as text. */
export type LocalDate = string;

/** A day of a clock without summer time. */
export const DAY_MS = 86_400_000;
/** Dates have four digits for the year, so that they sort as text. */
const EARLIEST = Date.UTC(1000, 0, 1);
const LATEST = Date.UTC(10000, 0, 1);

/** Whether a text is a date that exists, written `YYYY-MM-DD` (so not 2026-02-30). */
export function isLocalDate(text: string): boolean {
  const ms = Date.parse(text);
  return /^[1-9]\d{3}-\d\d-\d\d$/.test(text) && !Number.isNaN(ms) && dateOf(ms) === text;
}

/** The date so many days later (earlier when negative). Throws on a text of another form. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOf(midnightUtc(date) + days * DAY_MS);
}

/** The day after. Throws on a text of another form. */
export function nextDate(date: LocalDate): LocalDate {
  return addDays(date, 1);
}

/** The day before. Throws on a text of another form. */
export function previousDate(date: LocalDate): LocalDate {
  return addDays(date, -1);
}

/** The weekday, 0 for Sunday to 6 for Saturday. Throws on a text of another form. */
export function weekday(date: LocalDate): number {
  return weekdayOf(midnightUtc(date));
}

/** The weekday of a UTC midnight (ms), 0 for Sunday. */
export function weekdayOf(utcMs: number): number {
  // 1970 began on a Thursday.
  return (((utcMs / DAY_MS + 4) % 7) + 7) % 7;
}

/** The midnight of a date in UTC (ms). Throws on a text of another form. */
export function midnightUtc(date: LocalDate): number {
  // By hand, not by Date.parse: that reads 10/01/2026 too, and reads it as the machine's local time.
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  const formed = date.length === 10 && date[4] === '-' && date[7] === '-';
  const ms =
    year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= 31 ? Date.UTC(year, month - 1, day) : Number.NaN;
  if (!formed || Number.isNaN(ms)) throw new Error(`"${date}" is not a date; a date is written YYYY-MM-DD.`);
  return ms;
}

/** The UTC date of an instant (ms). Throws outside the years 1000 to 9999. */
export function dateOf(utcMs: number): LocalDate {
  if (!(utcMs >= EARLIEST && utcMs < LATEST)) throw new Error(`${utcMs} is not an instant of the years 1000 to 9999.`);
  const date = new Date(utcMs);
  // Put together by hand: toISOString costs four times as much, and a count of days does little else.
  return `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

import { z } from 'zod';
import { LEVELS } from '../../domain/words';
import { allows } from '../http/issues';

/**
 * Text that Postgres can hold: no NUL, no half of a surrogate pair, and something besides white space. Without flags, since
 * the description repeats it.
 */
const TEXT = /^(?=[\s\S]*\S)(?:[^\0\uD800-\uDFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF])+$/;

/** A text of at most so many characters. */
export const text = (most: number) =>
  z
    .string()
    .max(most)
    .regex(TEXT, {
      error: allows(
        '非空白的文字，不含空字符或残缺字符',
        'a text that is not blank, without NUL and without broken characters',
      ),
    });

/** What people write in full sentences. */
export const longText = () => text(10_000);
/** A name, a place, a number of something. */
export const shortText = () => text(200);

/** An object that takes the fields it names and no others. */
export const fields = <S extends z.core.$ZodLooseShape>(shape: S) =>
  z.strictObject(shape, {
    error: ({ code }) => {
      if (code !== 'unrecognized_keys') return undefined;
      const names = Object.keys(shape);
      return names.length === 0
        ? allows('没有这个字段；不接受任何字段', 'there is no such field; none is taken')
        : allows(`没有这个字段；可用：${names.join('、')}`, `there is no such field; allowed: ${names.join(', ')}`);
    },
  });

/** An instant, ISO 8601 with its offset. */
export const instant = () =>
  z.iso
    .datetime({
      offset: true,
      error: allows(
        '带时区的 ISO 8601 时间，如 2026-11-22T09:30:00+08:00',
        'an ISO 8601 time with its offset, like 2026-11-22T09:30:00+08:00',
      ),
    })
    .meta({ examples: ['2026-11-22T09:30:00+08:00'] });

/** What calendars reach: earlier nothing was complained about, later no holiday can be computed. */
const FIRST_INSTANT = Date.UTC(2000, 0, 1);
const AFTER_LAST = Date.UTC(2190, 0, 1);

const DATE = allows(
  '2000 年至 2189 年间存在的日期，如 2026-10-01',
  'a date that exists, in the years 2000 to 2189, like 2026-10-01',
);

/** A date on the calendar of Shanghai. Whatever is asked of it besides is asked of dates that calendars reach only. */
export const localDate = () =>
  z.iso
    .date({ error: DATE, abort: true })
    .refine((date) => date >= '2000-01-01' && date <= '2189-12-31', { error: DATE, abort: true })
    .meta({ examples: ['2026-10-01'] });

/**
 * An instant in an address; in ms, UTC. There a plus that nobody encoded arrives as a space. Only what a due time can be
 * counted from.
 */
export const instantInAddress = () =>
  z
    .string()
    .transform((given) => given.replace(' ', '+'))
    .pipe(
      instant().refine((given) => !(Date.parse(given) < FIRST_INSTANT || Date.parse(given) >= AFTER_LAST), {
        error: allows('2000 年至 2189 年的时间', 'a time in the years 2000 to 2189'),
      }),
    )
    .transform((given) => Date.parse(given))
    .meta({ examples: ['2026-11-22T09:30:00+08:00'] });

/** A whole number within bounds, both included. */
export const count = (least: number, most: number) => z.int().min(least).max(most);

/** A level (CL-3). Its numbers are named to the description once more: of several literals it would tell the first only. */
export const levelSchema = () => z.literal(LEVELS).meta({ type: 'integer', enum: [...LEVELS] });

/** `YYYYMMDD-NNN` (IN-4). */
export const complaintNumber = () =>
  z
    .string()
    .regex(/^\d{8}-\d{3,9}$/, { error: allows('投诉编号，如 20261122-001', 'a number like 20261122-001') })
    .meta({ examples: ['20261122-001'] });

/** The path of everything that belongs to one complaint. */
export const numberParams = fields({ number: complaintNumber() });

/** An id in an address; what it cannot be, there is none of. */
export const idInAddress = () => z.string().regex(/^[\w-]{1,64}$/, { error: allows('编号', 'an id') });
/** The ids of rows are Postgres integers. */
const MOST_ROWS = 2_147_483_647;

/** The id of a message (IN-11), in a body. */
export const messageId = () => count(1, MOST_ROWS);

/** Answers write instants in UTC. */
export const utc = () => z.iso.datetime().meta({ examples: ['2026-11-22T01:30:00.000Z'] });

/** Answers write dates by the calendar of Shanghai. */
export const dateAnswer = () => z.iso.date().meta({ examples: ['2026-10-01'] });

/** A whole number in an address, where everything is text. */
export const numberInAddress = (most: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,9}$/, { error: allows(`1 到 ${most} 的整数`, `a whole number from 1 to ${most}`) })
    .transform(Number)
    .refine((number) => number <= most, { error: allows(`不大于 ${most}`, `not more than ${most}`) });

/** Some of a list of words, each at most once. */
export const someOf = <W extends string>(words: readonly W[], least = 0) =>
  z
    .array(z.enum(words))
    .min(least)
    .max(words.length)
    .refine((given) => new Set(given).size === given.length, {
      error: allows('每项最多出现一次', 'each of them at most once'),
    });

/** An instant as the procedure counts it (ms, UTC). */
export const ms = (iso: string | undefined): number | undefined => (iso === undefined ? undefined : Date.parse(iso));

import { z } from 'zod';
import { addDays } from '../../domain/calendar';
import { minuteOfDay } from '../../templates/local-time';
import { allows } from '../http/issues';
import { count, fields, localDate, shortText, text } from './basics';

/** A time of day, `HH:MM` up to 24:00; in minutes. */
const timeOfDay = () =>
  z
    .string()
    .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, {
      error: allows('一天中的时刻，如 09:00，至 24:00 止', 'a time of day like 09:00, up to 24:00'),
    })
    .transform((given) => Number(given.slice(0, 2)) * 60 + Number(given.slice(3)));

/** Business hours: stretches of a day, in order and without overlap. */
export const hoursSchema = () =>
  z
    .array(fields({ opens: timeOfDay(), closes: timeOfDay() }))
    .min(1)
    .max(6)
    .refine((slots) => slots.every(({ opens, closes }, i) => (slots[i - 1]?.closes ?? 0) <= opens && opens < closes), {
      error: allows(
        '按先后排列、互不重叠、开始早于结束的时段',
        'stretches in order, without overlap, each opening before it closes',
      ),
    });

/** How answers write business hours. */
export const hoursAnswer = z.array(z.object({ opens: z.string(), closes: z.string() }));
export const hoursView = (slots: readonly { opens: number; closes: number }[]): z.output<typeof hoursAnswer> =>
  slots.map(({ opens, closes }) => ({ opens: minuteOfDay(opens), closes: minuteOfDay(closes) }));

const MOST_DAYS = 60;

const daySchema = fields({
  date: localDate().describe('哪一天，或从哪一天起'),
  to: localDate().optional().describe('到哪一天止；不填即只有一天'),
  working: z.boolean().describe('是否上班'),
  name: text(50).describe('为什么与平日不同，如：台风停工'),
  hours: hoursSchema().optional().describe('当日自己的营业时间；不填即照常'),
})
  .refine(({ date, to = date }) => date <= to && to < addDays(date, MOST_DAYS), {
    path: ['to'],
    error: allows(`不早于 date，至多 ${MOST_DAYS} 天`, `not before date, ${MOST_DAYS} days at most`),
  })
  .refine(({ working, hours }) => working || !hours, {
    path: ['hours'],
    error: allows('上班的日子才有营业时间', 'hours belong to working days only'),
  });

/** What is to change in a company's or a team's layer. */
export const exceptionsBody = fields({
  days: z.array(daySchema).max(100).default([]).describe('新增或替换的日子'),
  remove: z.array(localDate()).max(400).default([]).describe('不再例外的日子'),
  hours: hoursSchema().nullable().optional().describe('平日营业时间；null 即恢复上一层的'),
  restDays: z
    .array(count(0, 6))
    .max(6)
    .refine((given) => new Set(given).size === given.length, {
      error: allows('每项最多出现一次', 'each of them at most once'),
    })
    .nullable()
    .optional()
    .describe('每周休息日，0 为周日；null 即恢复上一层的'),
  reason: shortText().describe('为什么调整'),
  dryRun: z.boolean().default(false).describe('只看哪些时限会变，不发布'),
}).refine(
  ({ days, remove, hours, restDays }) =>
    days.length + remove.length > 0 || hours !== undefined || restDays !== undefined,
  {
    path: ['days'],
    error: allows('days、remove、hours、restDays 至少一项', 'at least one of days, remove, hours, restDays'),
  },
);
export type ExceptionsBody = z.output<typeof exceptionsBody>;

/** The State Council's table of one year. */
export const yearBody = fields({
  year: count(2000, 2050),
  source: fields({
    title: shortText().describe('通知名称'),
    url: shortText().default('').describe('通知网址'),
  }).describe('出处'),
  holidays: z
    .array(
      fields({
        name: text(50),
        from: localDate(),
        to: localDate(),
        makeUp: z.array(localDate()).max(10).default([]).describe('调休上班的日子'),
      }),
    )
    .min(1)
    .max(20),
  reason: shortText().optional().describe('为什么导入；不填即按该年通知'),
  dryRun: z.boolean().default(false).describe('只看哪些时限会变，不发布'),
});
export type YearBody = z.output<typeof yearBody>;

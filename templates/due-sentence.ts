import { instantOf, weekday } from '../domain/calendar';
import type { Slot } from '../domain/calendar';
import type { Explanation, Length, SkippedDays } from '../domain/due-time';
import type { DutyKind } from '../domain/words';
import { dayRun, localDay, localTime, localTimeEn, minuteOfDay, weekdayName } from './local-time';
import { DUTY_FROM_ZH } from './words-zh';

/** What the time runs from, in the words of a sentence: 收到投诉. */
export type DueSentenceWords = { event: string };

/** A duty of a complaint as the record has it, and what its beginning depends on. Instants in ms, UTC. */
type Counting = {
  kind: DutyKind;
  round: number;
  /** From when it is owed, and from when its time was reckoned. */
  from: number;
  reckonedFrom: number;
  receivedAt: number;
  /** Whether the customer was waited for. */
  waited: boolean;
};

/**
 * From what a duty of a complaint counts. What counts from the receipt begins again with each round, and where it was not owed
 * at first (nobody to reach, another edition) when it came to be owed (CO-3, IN-2); a promise that waited for the customer as
 * much later (CL-7). What a new situation would have made late counts from that.
 */
export function countedFromZh({ kind, round, from, reckonedFrom, receivedAt, waited }: Counting): string {
  const words = DUTY_FROM_ZH[kind];
  if (reckonedFrom !== from) return '情况变化';
  if (from === receivedAt || words !== DUTY_FROM_ZH.first_contact) return words;
  if (kind === 'promised_answer' && waited) return '顺延后的起点（原起点加上等候客户的时间）';
  return round > 1 ? `第 ${round} 轮处理开始` : '此项开始承担';
}

/** What a duty counts from where it is owed anew without having been done. */
const AFTER_ZH = { miss: '上一次时限届满', return: '审核退回' } as const;
/** The same from its row, among all rows of its complaint. */
export const rowCountedFromZh = (row: Row, rows: readonly Row[], receivedAt: number): string =>
  countedFromZh({
    kind: row.kind,
    round: row.round,
    from: row.countedFrom.getTime(),
    reckonedFrom: row.explanation.from,
    receivedAt,
    waited: rows.some(({ kind }) => kind === 'customer_reply'),
  });
type Row = { kind: DutyKind; round: number; countedFrom: Date; explanation: Explanation };

/** Of one reason so many runs are named one by one; beyond that (a long period's weekends) they are summed up. */
const RUNS_NAMED = 3;

/**
 * Why a deadline is when it is, in one Chinese sentence: from when, on which clock, which days were passed over or
 * counted and why, on which calendar, and whether that may still change.
 */
export function dueSentence(explanation: Explanation, what?: DueSentenceWords): string {
  const offset = { utcOffsetMinutes: explanation.utcOffsetMinutes };
  const event = explanation.after ? AFTER_ZH[explanation.after] : what?.event;
  const start = `自 ${localTime(explanation.from, offset)} ${event ?? ''}起`;
  return `${start}，${reckoning(explanation)}。依据日历 ${explanation.edition}。${grace(explanation)}${provisional(explanation)}`;
}

function reckoning(explanation: Explanation): string {
  const { length } = explanation;
  if (length.clock === 'wall') {
    return `按自然时间计 ${'minutes' in length ? duration(length.minutes) : inSeconds(length.seconds)}，昼夜、节假日连续计算，截至 ${dueInstant(explanation)}`;
  }
  if (length.clock === 'business') return businessReckoning(explanation, length.minutes);
  return daysReckoning(explanation, length);
}

function businessReckoning(explanation: Explanation, minutes: number): string {
  const { business, from, utcOffsetMinutes } = explanation;
  const still = [business?.breaks ? '午间' : '', business?.nights ? '夜间' : ''].filter(Boolean);
  const startsAt = business?.startsAt ?? from;
  const clauses = [
    startsAt > from ? `从 ${localTime(startsAt, { utcOffsetMinutes })} 开始计` : '',
    still.length > 0 ? `${still.join('、')}不计` : '',
    ...passed(explanation),
    ...(business?.ownHours ?? []).map(
      ({ date, name, slots }) => `${dayRun(date, date, eventYear(explanation))}营业 ${hoursOf(slots)}（${name}）`,
    ),
    `截至 ${dueInstant(explanation)}`,
  ];
  const clock = explanation.length.clock === 'business' && explanation.length.hours ? '渠道服务时间' : '营业时间';
  return `按${clock}（${hoursOf(business?.hours ?? [])}）计 ${duration(minutes)}：${clauses.filter(Boolean).join('，')}`;
}

function daysReckoning(explanation: Explanation, length: Extract<Length, { clock: 'days' }>): string {
  const { dueDate, lastDay = dueDate } = explanation;
  const due = localDay(dueDate);
  const end = `截至当日营业结束 ${closing(explanation)}`;
  const days = passed(explanation);
  if ('working' in length) {
    const last = [...days, `第 ${length.working} 个工作日为 ${due}`, end];
    return `当日不计，按工作日计 ${length.working} 天：${last.join('，')}`;
  }
  if ('calendar' in length) {
    const moved = lastDay === dueDate ? [] : ['该日休息，顺延', ...days, `至 ${due}`];
    const made = lastDay === dueDate ? days : [];
    return [`当日不计，按自然日计 ${length.calendar} 天，至 ${localDay(lastDay)}`, ...made, ...moved, end].join('，');
  }
  const within = `当日不计，${length.withinCalendar} 个自然日至 ${localDay(lastDay)}止`;
  if (dueDate > lastDay) return `${within}，其间没有工作日：${[...days, `其后第 1 个工作日为 ${due}`, end].join('，')}`;
  return [within, ...days, `其间最后一个工作日为 ${due}`, end].join('，');
}

/** The days that were passed over, then those that counted although they are no weekdays. */
function passed(explanation: Explanation): string[] {
  const { skipped, madeUp } = explanation;
  const year = eventYear(explanation);
  const groups = new Map<string, SkippedDays[]>();
  for (const run of skipped) groups.set(reason(run), [...(groups.get(reason(run)) ?? []), run]);
  const clauses: string[] = [];
  const named = [...groups].map(([why, runs]) => `${runsOf(runs, year)}（${why}）`);
  if (named.length > 0) clauses.push(`跳过 ${named.join('、')}`);
  const made = { state: '调休上班', company: '公司安排上班', team: '团队安排上班' };
  for (const [scope, words] of Object.entries(made)) {
    const days = madeUp.filter((day) => day.scope === scope);
    const dates = days.map(({ date }) => `${dayRun(date, date, year)}（${weekdayName(date)}）`);
    if (dates.length > 0) clauses.push(`${dates.join('、')}${words}，计入`);
  }
  return clauses;
}

/** The year a reader has in mind: that of the event. */
function eventYear({ from, utcOffsetMinutes }: Explanation): string {
  return localTime(from, { weekday: false, time: false, utcOffsetMinutes }).slice(0, 4);
}

/** Hours of a day: 09:00–12:00、13:30–18:00. */
export function hoursOf(slots: Slot[]): string {
  return slots.map(({ opens, closes }) => `${minuteOfDay(opens)}–${minuteOfDay(closes)}`).join('、');
}

function runsOf(runs: SkippedDays[], year: string): string {
  if (runs.length <= RUNS_NAMED) return runs.map(({ first, last }) => dayRun(first, last, year)).join('、');
  const days = runs.reduce((sum, { first, last }) => sum + (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1, 0);
  return `${dayRun(runs[0]?.first ?? '', runs.at(-1)?.last ?? '', year)}间共 ${days} 天`;
}

function reason({ first, last, name, scope }: SkippedDays): string {
  if (name === undefined) return isWeekend(first) && isWeekend(last) ? '周末' : '休息日';
  const by = { state: '', company: '公司：', team: '团队：' };
  return `${by[scope ?? 'state']}${name}`;
}

function isWeekend(date: string): boolean {
  return weekday(date) % 6 === 0;
}

function dueInstant({ dueAt, utcOffsetMinutes }: Explanation): string {
  return localTime(dueAt, { utcOffsetMinutes });
}

/** When the due day closes, with its name where it has hours of its own. */
function closing({ dueAt, dueDate, dueDayName, madeUp, utcOffsetMinutes }: Explanation): string {
  const minutes = (dueAt - instantOf({ utcOffsetMinutes }, dueDate, 0)) / 60_000;
  const known = madeUp.some(({ date }) => date === dueDate);
  return `${minuteOfDay(minutes)}${dueDayName && !known ? `（${dueDayName}）` : ''}`;
}

function inSeconds(seconds: number): string {
  const rest = seconds % 60 ? `${seconds % 60} 秒` : '';
  return [duration(Math.floor(seconds / 60)), rest].filter(Boolean).join(' ');
}

/** 4 小时, 1 小时 30 分钟. */
export function duration(minutes: number): string {
  const parts = [minutes >= 60 ? `${Math.floor(minutes / 60)} 小时` : '', minutes % 60 ? `${minutes % 60} 分钟` : ''];
  return parts.filter(Boolean).join(' ');
}

/** Where the calendar was changed so late that the due time would have been over: what is held to instead. */
function grace({ grace: given, utcOffsetMinutes }: Explanation): string {
  if (!given) return '';
  const [from, until] = [given.from, given.dueAt].map((ms) => localTime(ms, { utcOffsetMinutes }));
  return `日历于 ${from} 调整，不因此使人逾期，时限宽至 ${until}。`;
}

function provisional({ unpublishedYears, unrecordedYears }: Explanation): string {
  const causes = [
    unpublishedYears.length > 0 ? `${unpublishedYears.join('、')} 年放假安排尚未公布` : '',
    unrecordedYears.length > 0 ? `${unrecordedYears.join('、')} 年放假安排未收入本日历` : '',
  ].filter(Boolean);
  return causes.length > 0 ? `${causes.join('，')}，此时限为暂定。` : '';
}

const AFTER_EN = { miss: 'its last due time', return: 'sent back' } as const;

const HOLIDAYS_EN: Record<string, string> = {
  元旦: 'New Year',
  春节: 'Spring Festival',
  清明节: 'Qingming',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
};

/** The same in one short English sentence. `what.event` is an English noun here: complaint received. */
export function dueSentenceEn(explanation: Explanation, what?: DueSentenceWords): string {
  const { from, length, dueAt, dueDate, lastDay, skipped, madeUp, edition, utcOffsetMinutes } = explanation;
  const said = explanation.after ? AFTER_EN[explanation.after] : what?.event;
  const event = said ? ` (${said})` : '';
  const clauses = [
    `${lengthEn(length)} from ${localTimeEn(from, { utcOffsetMinutes })}${event}${length.clock === 'days' ? ', that day not counted' : ''}`,
    lastDay !== undefined && lastDay < dueDate ? `no working day by ${lastDay}, so the first one after` : '',
    ...skipped.flatMap((run) => (run.name === undefined ? [] : `skipped ${rangeEn(run)} (${holidayEn(run.name)})`)),
    skipped.some(({ name }) => name === undefined) ? 'rest days skipped' : '',
    ...madeUp.map(({ date, name }) => `${date} counted (${holidayEn(name)}, worked)`),
  ].filter(Boolean);
  // 24:00 is written as the end of the day it closes, as in the Chinese sentence.
  const closes = (dueAt - instantOf({ utcOffsetMinutes }, dueDate, 0)) / 60_000;
  const due =
    length.clock === 'days'
      ? `${localTimeEn(instantOf({ utcOffsetMinutes }, dueDate, 0), { time: false, utcOffsetMinutes })} ${minuteOfDay(closes)}`
      : localTimeEn(dueAt, { utcOffsetMinutes });
  return `Due ${due}: ${clauses.join('; ')}. Calendar ${edition}.${graceEn(explanation)}${provisionalEn(explanation)}`;
}

function graceEn({ grace: given, utcOffsetMinutes }: Explanation): string {
  if (!given) return '';
  const until = localTimeEn(given.dueAt, { utcOffsetMinutes });
  return ` The calendar was changed too late for that: held to ${until}.`;
}

function lengthEn(length: Length): string {
  if (length.clock === 'wall') {
    return `${'minutes' in length ? durationEn(length.minutes) : inSecondsEn(length.seconds)} of clock time`;
  }
  if (length.clock === 'business') {
    const hours = length.hours ? ` of the channel (${hoursOf(length.hours).replaceAll('、', ', ')})` : '';
    return `${durationEn(length.minutes)} of ${hours ? 'service' : 'business'} time${hours}`;
  }
  if ('working' in length) return plural(length.working, 'working day');
  if ('calendar' in length) return plural(length.calendar, 'calendar day');
  return `last working day within ${plural(length.withinCalendar, 'calendar day')}`;
}

function inSecondsEn(seconds: number): string {
  const rest = seconds % 60 ? `${seconds % 60} s` : '';
  return [durationEn(Math.floor(seconds / 60)), rest].filter(Boolean).join(' ');
}

function durationEn(minutes: number): string {
  return [minutes >= 60 ? `${Math.floor(minutes / 60)} h` : '', minutes % 60 ? `${minutes % 60} min` : '']
    .filter(Boolean)
    .join(' ');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function rangeEn({ first, last }: SkippedDays): string {
  return first === last ? first : `${first} to ${last}`;
}

function holidayEn(name: string): string {
  return name
    .split('、')
    .map((part) => HOLIDAYS_EN[part] ?? part)
    .join(' and ');
}

function provisionalEn({ unpublishedYears, unrecordedYears }: Explanation): string {
  return [
    unpublishedYears.length > 0
      ? ` Provisional: the holidays of ${unpublishedYears.join(' and ')} are not announced yet.`
      : '',
    unrecordedYears.length > 0 ? ` Provisional: the calendar has no table of ${unrecordedYears.join(' and ')}.` : '',
  ].join('');
}

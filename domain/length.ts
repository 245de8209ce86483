import { slotErrors } from './calendar';
import type { Slot } from './calendar';
import { fault } from './faults';
import type { Fault } from './faults';

/**
 * How long somebody has, and on which of the three clocks.
 *
 * - `wall`: minutes, or seconds, as they pass.
 * - `business`: minutes inside the business hours of working days; outside them the clock stands still. `hours` are those
 *   of a channel, in place of the calendar's ordinary ones; a day with hours of its own (half a day before a feast) keeps
 *   them, since then nobody is there at other times (IN-1).
 * - `days`: the day of the event does not count, the period ends at close of business of its last day:
 *   - `working`: the Nth working day (HA-1, CO-1);
 *   - `calendar`: the Nth day, or the first working day after it when it is a rest day;
 *   - `withinCalendar`: the last working day within N days, or the first after them when they hold none (HA-11).
 *
 * All numbers are whole and at least 1.
 */
export type Length =
  | { clock: 'wall'; minutes: number }
  | { clock: 'wall'; seconds: number }
  | { clock: 'business'; minutes: number; hours?: Slot[] }
  | { clock: 'days'; working: number }
  | { clock: 'days'; calendar: number }
  | { clock: 'days'; withinCalendar: number };

/**
 * When to remind the owner before the due instant. `openingOfFirstWorkingDay` is that of the first working day after
 * the day of the event (CO-1); `openingOfLastDay` that of the day on which the period ends.
 */
export type Prompt =
  'openingOfFirstWorkingDay' | 'openingOfLastDay' | { businessMinutesBefore: number } | { wallMinutesBefore: number };

const DAY_MS = 86_400_000;

/** What is left of a length when some of it has been used up (ms, as they pass); a day begun is a day used. Null: nothing. */
export function leftOf(length: Length, used: number): Length | null {
  const less = (amount: number, unit: number): number => amount - Math.ceil(used / unit);
  const left: Length =
    length.clock === 'days'
      ? 'working' in length
        ? { clock: 'days', working: less(length.working, DAY_MS) }
        : 'calendar' in length
          ? { clock: 'days', calendar: less(length.calendar, DAY_MS) }
          : { clock: 'days', withinCalendar: less(length.withinCalendar, DAY_MS) }
      : 'minutes' in length
        ? { ...length, minutes: less(length.minutes, 60_000) }
        : { ...length, seconds: less(length.seconds, 1_000) };
  return lengthErrors(left).length === 0 ? left : null;
}

const UNITS: Record<Length['clock'], string[]> = {
  wall: ['minutes', 'seconds'],
  business: ['minutes'],
  days: ['working', 'calendar', 'withinCalendar'],
};
const PROMPTS = ['openingOfFirstWorkingDay', 'openingOfLastDay'];
const PROMPT_UNITS = ['businessMinutesBefore', 'wallMinutesBefore'];

/** Ten years: no complaint has longer, and a slip of the pen (ms for minutes) soon has. */
const MOST_DAYS = 3660;
const MOST_MINUTES = MOST_DAYS * 1440;

/** What is wrong with a length, in sentences saying what was given and what is allowed; empty when nothing is. */
export function lengthErrors(length: Length): Fault[] {
  const { clock, ...rest } = length;
  const units = Object.hasOwn(UNITS, clock) ? UNITS[clock] : undefined;
  if (!units) {
    const [given, clocks] = [JSON.stringify(clock), Object.keys(UNITS)];
    const en = `There is no clock ${given}; give one of ${clocks.join(', ')}.`;
    return [fault(`没有 ${given} 这种钟；可选：${clocks.join('、')}。`, en)];
  }
  const [zh, en] = [`按 ${clock} 计的时长`, `A length on the ${clock} clock`];
  if (clock !== 'business') return amountErrors(zh, en, rest, units);
  const { hours, ...amount } = rest as { minutes: number; hours?: Slot[] };
  const ofHours = hours ? slotErrors(`${zh}的营业时间`, `hours of ${en.toLowerCase()}`, hours) : [];
  return [...amountErrors(zh, en, amount, units), ...ofHours];
}

/** What is wrong with a prompt, in sentences saying what was given and what is allowed; empty when nothing is. */
export function promptErrors(prompt: Prompt): Fault[] {
  if (typeof prompt !== 'string') return amountErrors('提醒', 'A prompt', prompt, PROMPT_UNITS);
  if (PROMPTS.includes(prompt)) return [];
  const [given, known] = [JSON.stringify(prompt), [...PROMPTS, ...PROMPT_UNITS]];
  const en = `There is no prompt ${given}; give one of ${known.join(', ')}.`;
  return [fault(`没有 ${given} 这种提醒；可选：${known.join('、')}。`, en)];
}

function amountErrors(zh: string, en: string, amount: object, units: string[]): Fault[] {
  const [entry, ...more] = Object.entries(amount) as [string, unknown][];
  if (!entry || more.length > 0 || !units.includes(entry[0])) {
    const given = JSON.stringify(amount);
    const wanted = `${en} has exactly one of ${units.join(', ')}; this one has ${given}.`;
    return [fault(`${zh}须且只须有 ${units.join('、')} 中的一项；现为 ${given}。`, wanted)];
  }
  const [unit, number] = entry;
  const most = units.includes('working') ? MOST_DAYS : unit === 'seconds' ? MOST_MINUTES * 60 : MOST_MINUTES;
  if (Number.isInteger(number) && Number(number) >= 1 && Number(number) <= most) return [];
  const wanted = `${en} has ${String(number)} (${unit}); give a whole number from 1 to ${most}.`;
  return [fault(`${zh}为 ${String(number)}（${unit}）；须为 1 至 ${most} 的整数。`, wanted)];
}

import { Trouble } from './servers/trouble';

/** Where a complaint's clock is to be moved: to the next thing it has to say, past the next due time, by some time, or to an instant. */
export type When = { to: 'wake' | 'due' } | { by: number } | { at: number };

/** How `npm run forward` is used. */
export const FORWARD_USAGE = `用法：npm run forward -- <投诉编号，或改进措施编号> <到何时>
  next                 到下一个提醒或时限
  next due             越过下一个时限：还没办的会记为逾期
  +3d、+4h、+30m       往前几天、几小时、几分钟
  2026-12-01 09:00     到这一时刻（上海时间；也可写带时区的 2026-12-01T09:00+08:00）`;

const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000 } as const;
const SHANGHAI = '+08:00';

/** Reads what was typed, or says what is allowed. */
export function parseWhen(text: string): When {
  const typed = text.trim().replace(/\s+/g, ' ');
  if (typed === 'next') return { to: 'wake' };
  if (typed === 'next due') return { to: 'due' };
  const by = /^\+(\d{1,6})([dhm])$/.exec(typed);
  if (by && Number(by[1]) > 0) return { by: Number(by[1]) * UNITS[by[2] as keyof typeof UNITS] };
  const at = instantOf(typed);
  if (at !== undefined) return { at };
  throw new Trouble(`看不懂时间“${text}”。\n${FORWARD_USAGE}`);
}

function instantOf(typed: string): number | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)?$/.exec(typed);
  if (!parts) return undefined;
  const [, date = '', minutes = '', seconds = ':00', offset = SHANGHAI] = parts;
  const at = Date.parse(`${date}T${minutes}${seconds}${offset}`);
  // Date.parse takes the 30th of February for the 2nd of March.
  if (Number.isNaN(at) || !new Date(Date.parse(date)).toISOString().startsWith(date)) return undefined;
  return at;
}

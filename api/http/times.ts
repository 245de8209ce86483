import { fieldError } from './issues';
import type { FieldError } from './problem';

/** Clocks of two machines differ; a time this little ahead is now. */
const CLOCK_SKEW_MS = 60_000;
/** Nothing that is still complained about is older, and due times are not computed before it. */
const EARLIEST = Date.parse('2000-01-01T00:00:00+08:00');

/**
 * What is wrong with instants (ISO 8601) by which something begins or has been; `now` in ms, UTC. Here the wall clock is the
 * right one: a complaint's own begins with the call.
 */
export const impossibleTimes = (times: Record<string, string | undefined>, now: number): FieldError[] =>
  Object.entries(times).flatMap(([field, given]) => {
    if (given === undefined) return [];
    const at = Date.parse(given);
    if (at > now + CLOCK_SKEW_MS) return [fieldError([field], given, '不晚于现在', 'not later than now')];
    return at < EARLIEST ? [fieldError([field], given, '不早于 2000 年', 'not earlier than the year 2000')] : [];
  });

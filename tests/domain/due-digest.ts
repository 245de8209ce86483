/** Prints the process's zone and a digest of many due times with their sentences; run by `time-zone.test.ts`. */

import { createHash } from 'node:crypto';
import { chinaCalendar } from '../../calendars/china';
import { withExceptions } from '../../domain/calendar';
import { dueTime } from '../../domain/due-time';
import type { Length, Prompt } from '../../domain/due-time';
import { dueSentence, dueSentenceEn } from '../../templates/due-sentence';

const calendar = withExceptions(chinaCalendar(), {
  scope: 'company',
  edition: 'acme-1',
  exceptions: { '2026-11-20': { working: true, name: '年会', slots: [{ opens: 540, closes: 720 }] } },
});
const lengths: Length[] = [
  { clock: 'wall', minutes: 1440 },
  { clock: 'business', minutes: 500 },
  { clock: 'days', working: 2 },
  { clock: 'days', calendar: 10 },
  { clock: 'days', withinCalendar: 7 },
];
const prompts: Prompt[] = ['openingOfFirstWorkingDay', 'openingOfLastDay', { businessMinutesBefore: 240 }];

const hash = createHash('sha256');
// Every 13 hours 17 minutes 13 seconds over two years: all hours, all zones' changes of clocks, all holidays.
for (let from = Date.UTC(2025, 11, 20); from < Date.UTC(2027, 11, 31); from += 47_833_000) {
  for (const length of lengths) {
    const due = dueTime(calendar, from, length, prompts);
    hash.update(JSON.stringify(due) + dueSentence(due.explanation) + dueSentenceEn(due.explanation));
  }
}
console.log(`${new Date(2026, 0, 1).getTimezoneOffset()} ${hash.digest('hex')}`);

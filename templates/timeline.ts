import type { Event } from '../domain/events';
import { localTime } from './local-time';
import { COURSE, dutyZh, PLACE } from './timeline/course';
import { CUSTOMER } from './timeline/customer';
import { INQUIRY } from './timeline/inquiry';
import type { NameOf, Sentences, Telling } from './timeline/parts';
import { END, REMEDY } from './timeline/remedy';

export type { NameOf } from './timeline/parts';

/** What is said of each event: a new one without its sentence does not compile. */
const SENTENCES: Sentences<Event['type']> = {
  ...COURSE,
  ...PLACE,
  ...CUSTOMER,
  ...INQUIRY,
  ...REMEDY,
  ...END,
};

/** What happened, in one Chinese sentence; null where nothing is to be said. `rules`: the policy whose natures and scale it uses. */
export function eventSentence(event: Event, nameOf: NameOf, rules?: Telling['rules']): string | null {
  const sentence = SENTENCES[event.type] as (event: Event, telling: Telling) => string | null;
  return sentence(event, { nameOf, rules });
}

/** What a change of the calendar did to a due time (instants in ms, UTC). */
export const moveSentence = ({ duty, was, now }: { duty: string; was: number; now: number }): string =>
  `「${dutyZh(duty)}」时限因工作日历调整由 ${localTime(was)} 改为 ${localTime(now)}`;

/** How something reached the complaint. */
export const VIA_ZH = { intake: '受理登记', api: '办理', signal: '审批信号', clock: '系统计时' } as const;

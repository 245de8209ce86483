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

/** What another calendar did to a due time (instants in ms, UTC); `team`: the one that the case was given to, if that was it. */
export const moveSentence = ({ duty, was, now, team }: Moved): string => {
  const why = team === null ? '因工作日历调整' : `因改由团队 ${team} 办理，按其工作日历`;
  return `「${dutyZh(duty)}」时限${why}由 ${localTime(was)} 改为 ${localTime(now)}`;
};

type Moved = { duty: string; was: number; now: number; team: string | null };

/** How something reached the complaint. */
export const VIA_ZH = { intake: '受理登记', api: '办理', signal: '审批信号', clock: '系统计时' } as const;

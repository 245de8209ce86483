import type { Slot } from '../domain/calendar';
import type { ChannelRule } from '../domain/channels';
import type { Channel } from '../domain/words';
import { duration, hoursOf } from './due-sentence';
import { CHANNEL_ZH } from './words-zh';

/** When somebody is there: 工作日 09:00–18:00. */
export const serviceHoursZh = ({ hours }: { hours: Slot[] | 'always' }): string =>
  hours === 'always' ? '每天 24 小时' : `工作日 ${hoursOf(hours)}`;

/** By when the customer hears: 收到后 30 分钟内首次回复（只计服务时间）. */
export function answerTimeZh({ answerWithin }: Pick<ChannelRule, 'answerWithin'>): string {
  if (answerWithin.clock === 'wall') {
    const minutes = 'minutes' in answerWithin ? answerWithin.minutes : Math.ceil(answerWithin.seconds / 60);
    return `收到后 ${duration(minutes)}内首次回复（昼夜连续计算）`;
  }
  if (answerWithin.clock === 'business') return `收到后 ${duration(answerWithin.minutes)}内首次回复（只计服务时间）`;
  if ('working' in answerWithin) return `收到后 ${answerWithin.working} 个工作日内首次回复`;
  const days = 'calendar' in answerWithin ? answerWithin.calendar : answerWithin.withinCalendar;
  return `收到后 ${days} 日内首次回复`;
}

/** What customers are told of a channel, in one sentence (IN-1). */
export const channelSentence = (
  channel: Channel,
  rule: (Omit<ChannelRule, 'hours'> & { hours: Slot[] | 'always' }) | undefined,
): string =>
  rule
    ? `${CHANNEL_ZH[channel]}：服务时间为${serviceHoursZh(rule)}；${answerTimeZh(rule)}。`
    : `${CHANNEL_ZH[channel]}：可受理，服务时间与响应时限未另行约定。`;

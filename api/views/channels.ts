import { z } from 'zod';
import type { Slot } from '../../domain/calendar';
import type { ChannelRule } from '../../domain/channels';
import { CHANNELS } from '../../domain/words';
import type { Channel } from '../../domain/words';
import { answerTimeZh, channelSentence, serviceHoursZh } from '../../templates/channels';
import { minuteOfDay } from '../../templates/local-time';
import { CHANNEL_ZH } from '../../templates/words-zh';

/** A channel as customers are told of it (IN-1). */
export const channelSchema = z
  .object({
    channel: z.enum(CHANNELS),
    zh: z.string(),
    always: z.boolean().describe('全天有人；否则为工作日的 hours'),
    hours: z.array(z.object({ opens: z.string(), closes: z.string() })).describe('工作日服务时间'),
    hoursZh: z.string().nullable(),
    answerZh: z.string().nullable().describe('首次回复的时限'),
    sentence: z.string().describe('向客户公示的一句话'),
  })
  .meta({ id: 'Channel' });

/** A channel with its rule, without one where the policy says nothing of channels; `ordinary` are the company's business hours. */
export function channelView(
  channel: Channel,
  given: ChannelRule | undefined,
  ordinary: Slot[],
): z.output<typeof channelSchema> {
  const rule = given && { ...given, hours: given.hours === 'business' ? ordinary : given.hours };
  const slots = rule && rule.hours !== 'always' ? rule.hours : [];
  return {
    channel,
    zh: CHANNEL_ZH[channel],
    always: rule?.hours === 'always',
    hours: slots.map(({ opens, closes }) => ({ opens: minuteOfDay(opens), closes: minuteOfDay(closes) })),
    hoursZh: rule ? serviceHoursZh(rule) : null,
    answerZh: rule ? answerTimeZh(rule) : null,
    sentence: channelSentence(channel, rule),
  };
}

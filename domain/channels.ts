import type { Slot } from './calendar';
import { slotErrors } from './calendar';
import { fault, faultsOf } from './faults';
import type { Fault } from './faults';
import { lengthErrors } from './length';
import type { Length } from './length';
import { CHANNELS } from './words';
import type { Channel } from './words';

/**
 * A channel as a policy has it (IN-1): when somebody is there to answer, `always` being every hour of every day, `business` the
 * hours of the working calendar, and slots other hours of working days; and how long the first answer may take from arrival (000 四(一)3). Business time runs in the
 * channel's own hours. Messages may arrive at any hour.
 */
export type ChannelRule = { hours: Slot[] | 'business' | 'always'; answerWithin: Length; clause: string };

/** Where two people speak with each other: whoever begins, it is a talk. */
const SPOKEN: readonly Channel[] = ['phone', 'walk_in', 'chat'];

/** Whether a talk has brought our word to the customer: what he writes to us has not (HA-1, HA-11). */
export const isOurWord = ({
  channel,
  direction,
  reached,
}: {
  channel: Channel;
  direction: 'inbound' | 'outbound';
  reached: boolean;
}): boolean => reached && (direction === 'outbound' || SPOKEN.includes(channel));

/** The channels that a policy takes complaints by. */
export type ChannelRules = Partial<Record<Channel, ChannelRule>>;

/** Whether somebody can be reached by a channel: where he once walked in, nobody finds him again. */
export const reaches = (channel: Channel): boolean => channel !== 'walk_in';

/** The channels of a policy, in the order of the words; one that says nothing of channels has them all. */
export const channelsOf = (rules: { channels?: ChannelRules }): Channel[] =>
  CHANNELS.filter((channel) => !rules.channels || rules.channels[channel]);

/** How long the first answer by a channel may take, in the channel's hours; nothing where the policy promises nothing. */
export function answerLength(rules: { channels?: ChannelRules }, channel: Channel): Length | undefined {
  const rule = rules.channels?.[channel];
  return rule && inHoursOf(rules, channel, rule.answerWithin);
}

/** A length as it runs on a channel: business time in the channel's hours, where the policy gives it any. */
export function inHoursOf(rules: { channels?: ChannelRules }, channel: Channel, length: Length): Length {
  const hours = rules.channels?.[channel]?.hours;
  return length.clock === 'business' && Array.isArray(hours) ? { ...length, hours } : length;
}

/** What is wrong with a policy's channels, one sentence for each fault. */
export function channelProblems(channels: ChannelRules = {}): Fault[] {
  return Object.entries(channels).flatMap(([channel, { hours, answerWithin }]) => {
    const faults = [
      ...lengthErrors(answerWithin),
      ...(Array.isArray(hours) ? slotErrors('服务时间', 'hours', hours) : []),
      ...(hours === 'always' && answerWithin.clock === 'business'
        ? [
            fault(
              '全天有人应答，首次回复须按 wall 或 days 计。',
              'somebody is always there, so the answer is due on the wall clock or in days.',
            ),
          ]
        : []),
    ];
    const known = CHANNELS.includes(channel as Channel) ? [] : [fault('没有这个渠道。', 'there is no such channel.')];
    return faultsOf(`渠道「${channel}」`, `Channel '${channel}'`, [...known, ...faults]);
  });
}

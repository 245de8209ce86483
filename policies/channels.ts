import type { ChannelRule, ChannelRules } from '../domain/channels';
import type { Length } from '../domain/due-time';
import { CHANNELS } from '../domain/words';
import { business, HOUR, workingDays } from './parts';

/**
 * The channels of each policy with their service hours and the time of the first answer, as customers are told (IN-1). Where
 * a document says 「等」 the list is open and all channels are taken. The hours are the company's own business hours, by
 * choice; a company with a night line gives that channel slots of its own, or `always`.
 */
const rule = (answerWithin: Length, clause: string): ChannelRule => ({ hours: 'business', answerWithin, clause });
const all = (answerWithin: Length, clause: string): ChannelRules =>
  Object.fromEntries(CHANNELS.map((channel) => [channel, rule(answerWithin, clause)]));

/** 003 步驟一: half an hour, for what is not urgent. */
export const STANDARD_CHANNELS = all(business(30), 'IN-1, IN-10');
export const CASE_ANALYSIS_CHANNELS = all(business(30), 'IN-1, IN-10');

/** 000 二, 四(一)3: on-line at once, messages and mail within X working hours, X = 4 by choice. */
export const ONLINE_SERVICE_CHANNELS: ChannelRules = {
  chat: rule(business(1), 'IN-1, IN-10'),
  instant_message: rule(business(1), 'IN-1, IN-10'),
  email: rule(business(4 * HOUR), 'IN-1, IN-10 (choice)'),
  social_media: rule(business(4 * HOUR), 'IN-1, IN-10 (choice)'),
  marketplace_message: rule(business(4 * HOUR), 'IN-1, IN-10 (choice)'),
};

/** 001 三(二): what is not urgent or important is answered within 8 hours. */
export const SERVICE_DESK_CHANNELS = all(business(8 * HOUR), 'IN-1, IN-10');

/** 002 5.1.1: whatever the form of the complaint, one working day. */
export const RETAIL_FRANCHISE_CHANNELS = all(workingDays(1), 'IN-1');

/** 004 三(一)1 leaves the times open: at once where somebody is on the line, four hours elsewhere, by choice. */
export const MARKETPLACE_CHANNELS: ChannelRules = {
  ...all(business(4 * HOUR), 'IN-1, IN-10 (choice)'),
  phone: rule(business(1), 'IN-1, IN-10 (choice)'),
  chat: rule(business(1), 'IN-1, IN-10 (choice)'),
};

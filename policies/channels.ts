import type { ChannelRules } from '../domain/channels';
import type { Length } from '../domain/due-time';

/**
 * The channels of each policy with their service hours and the time of the first answer, as customers are told (IN-1). The
 * documents name the channels; all hours, and the times of 004, are the company's choice.
 */
const at = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
/** At the desk: the ordinary hours of a working day. */
const DESK = [
  { opens: at('09:00'), closes: at('12:00') },
  { opens: at('13:30'), closes: at('18:00') },
];
/** Where customers wait for an answer on the spot, somebody is there over noon. */
const LINE = [{ opens: at('09:00'), closes: at('18:00') }];

const minutes = (amount: number): Length => ({ clock: 'business', minutes: amount });
const line = (answerWithin: Length, clause: string) => ({ hours: LINE, answerWithin, clause });
const desk = (answerWithin: Length, clause: string) => ({ hours: DESK, answerWithin, clause });

/** All of them; half an hour of service time, as 003 has it for what is not urgent. */
const HALF_AN_HOUR = minutes(30);
// prettier-ignore
export const STANDARD_CHANNELS: ChannelRules = {
  phone:               line(HALF_AN_HOUR, 'IN-1, IN-10'),
  sms:                 desk(HALF_AN_HOUR, 'IN-1, IN-10'),
  letter:              desk(HALF_AN_HOUR, 'IN-1, IN-10'),
  fax:                 desk(HALF_AN_HOUR, 'IN-1, IN-10'),
  chat:                line(HALF_AN_HOUR, 'IN-1, IN-10'),
  instant_message:     line(HALF_AN_HOUR, 'IN-1, IN-10'),
  email:               desk(HALF_AN_HOUR, 'IN-1, IN-10'),
  social_media:        desk(HALF_AN_HOUR, 'IN-1, IN-10'),
  marketplace_message: desk(HALF_AN_HOUR, 'IN-1, IN-10'),
  app:                 line(HALF_AN_HOUR, 'IN-1, IN-10'),
  web_form:            desk(HALF_AN_HOUR, 'IN-1, IN-10'),
  walk_in:             desk(HALF_AN_HOUR, 'IN-1 (choice), IN-10'),
};

/** 000 二, 四(一)3: on-line at once, messages and mail within X working hours, X = 4 by choice. */
const AT_ONCE = minutes(1);
const FOUR_HOURS = minutes(4 * 60);
// prettier-ignore
export const ONLINE_SERVICE_CHANNELS: ChannelRules = {
  chat:                line(AT_ONCE, 'IN-1, IN-10'),
  instant_message:     line(AT_ONCE, 'IN-1, IN-10'),
  email:               desk(FOUR_HOURS, 'IN-1, IN-10 (choice)'),
  social_media:        desk(FOUR_HOURS, 'IN-1, IN-10 (choice)'),
  marketplace_message: desk(FOUR_HOURS, 'IN-1, IN-10 (choice)'),
};

/** 001 三(一)–(二): what is not urgent or important is answered within 8 hours. */
const EIGHT_HOURS = minutes(8 * 60);
export const SERVICE_DESK_CHANNELS: ChannelRules = {
  phone: line(EIGHT_HOURS, 'IN-1, IN-10'),
  chat: line(EIGHT_HOURS, 'IN-1, IN-10'),
  email: desk(EIGHT_HOURS, 'IN-1, IN-10'),
  app: line(EIGHT_HOURS, 'IN-1, IN-10'),
};

/** 002 5.1.1: whatever the form of the complaint, one working day. 网络平台 are chat, instant messages and the web form. */
const ONE_WORKING_DAY: Length = { clock: 'days', working: 1 };
export const RETAIL_FRANCHISE_CHANNELS: ChannelRules = {
  phone: line(ONE_WORKING_DAY, 'IN-1'),
  sms: desk(ONE_WORKING_DAY, 'IN-1'),
  letter: desk(ONE_WORKING_DAY, 'IN-1'),
  fax: desk(ONE_WORKING_DAY, 'IN-1'),
  chat: line(ONE_WORKING_DAY, 'IN-1'),
  instant_message: line(ONE_WORKING_DAY, 'IN-1'),
  web_form: desk(ONE_WORKING_DAY, 'IN-1'),
};

/** 003 步驟一: half an hour. */
export const CASE_ANALYSIS_CHANNELS: ChannelRules = {
  phone: line(HALF_AN_HOUR, 'IN-1, IN-10'),
  chat: line(HALF_AN_HOUR, 'IN-1, IN-10'),
  email: desk(HALF_AN_HOUR, 'IN-1, IN-10'),
  social_media: desk(HALF_AN_HOUR, 'IN-1, IN-10'),
};

/** 004 三(一)1: on-line service, hot line, the platform's form, mail; all times by choice. */
export const MARKETPLACE_CHANNELS: ChannelRules = {
  phone: line(AT_ONCE, 'IN-1, IN-10 (choice)'),
  chat: line(AT_ONCE, 'IN-1, IN-10 (choice)'),
  email: desk(FOUR_HOURS, 'IN-1, IN-10 (choice)'),
  web_form: desk(FOUR_HOURS, 'IN-1, IN-10 (choice)'),
};

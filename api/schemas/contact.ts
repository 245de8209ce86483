import { z } from 'zod';
import { reaches } from '../../domain/channels';
import { CHANNELS } from '../../domain/words';
import type { Channel } from '../../domain/words';
import { allows } from '../http/issues';
import { fields, longText, shortText } from './basics';

const PHONE_CHANNELS: readonly Channel[] = ['phone', 'sms', 'fax'];
const PHONE = /^\+?[\d() -]{5,24}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Whether an address may be one of its channel: numbers are numbers and e-mail addresses have an @; of all else nothing is known. */
export const fitsChannel = (channel: Channel, address: string): boolean =>
  PHONE_CHANNELS.includes(channel) ? PHONE.test(address) : channel !== 'email' || EMAIL.test(address);

/** What an address may be. */
export const FITTING_ADDRESS = allows(
  '与渠道相符的号码或地址：电话如 13800138000，邮箱如 name@example.com',
  'an address that fits its channel: a phone number like 13800138000, an e-mail address like name@example.com',
);

const isFitting = ({ channel, address }: { channel: Channel; address: string }): boolean =>
  fitsChannel(channel, address);
const OTHERWISE = { path: ['address'], error: FITTING_ADDRESS };

const way = {
  channel: z.enum(CHANNELS),
  address: shortText().describe('号码、邮箱、账号或地址'),
};

/** A way to reach somebody. */
export const contactSchema = fields(way).refine(isFitting, OTHERWISE);

/** One that the customer gives later (IN-2). */
export const laterContactSchema = fields({
  ...way,
  channel: z.enum(CHANNELS.filter(reaches)),
  text: longText().optional().describe('怎样得知的'),
}).refine(isFitting, OTHERWISE);

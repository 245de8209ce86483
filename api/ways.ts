import { peopleOf } from '../db/queries/reading';
import type { ComplaintFile } from '../domain/complaint-file';
import type { Channel } from '../domain/words';
import { CHANNEL_ZH } from '../templates/words-zh';
import type { Dependencies } from './dependencies';
import { fieldError } from './http/issues';
import { Problem } from './http/problem';

/** One number, two channels. */
const BY_NUMBER: readonly Channel[] = ['phone', 'sms'];

/**
 * Sees to it that the customer, or his agent, can be told something by a channel (HA-7): the one that he prefers, the one that he came
 * by, or another on which he has left a way to reach him; or he is there in person. Throws a problem that names the channels.
 */
export async function waysTo(
  { database }: Pick<Dependencies, 'database'>,
  { number, channel: original }: ComplaintFile,
  channel: Channel,
): Promise<void> {
  const people = await peopleOf(database.queries, number);
  const left = people.flatMap(({ contacts }) => contacts.map((way) => way.channel));
  const ways = [
    ...people.flatMap(({ preferredChannel }) => preferredChannel ?? []),
    ...(original ? [original] : []),
    ...left,
    ...(left.some((way) => BY_NUMBER.includes(way)) ? BY_NUMBER : []),
    'walk_in' as const,
  ];
  if (ways.includes(channel)) return;
  const allowed = [...new Set(ways)];
  const zh = `能联系到客户的渠道：${allowed.map((way) => `${way}（${CHANNEL_ZH[way]}）`).join('、')}`;
  const error = fieldError(['channel'], channel, zh, `a channel that reaches the customer: ${allowed.join(', ')}`);
  throw Problem.of('invalid_body', {}, { errors: [error] });
}

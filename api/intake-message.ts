import type { MessageRow } from '../db/queries/messages';
import type { Channel } from '../domain/words';
import type { IntakeCall } from './intake';
import { visibleMessage } from './messages';
import { fieldError } from './http/issues';
import type { FieldError } from './http/problem';
import { Problem } from './http/problem';
import type { IntakeBody } from './schemas/intake';

/** A registration in which nothing is left to the message any more. */
export type FilledIntake = Omit<IntakeBody, 'channel' | 'words' | 'policy'> & {
  channel: Channel;
  words: string;
  policy: string;
};

/** The policy of whoever names none. */
export const DEFAULT_POLICY = 'standard';

/**
 * What a registration takes over from the message that it is registered from (IN-11): its clock starts at the message's
 * arrival, its channel and policy are the message's, and what is not said otherwise are the message's words and sender.
 */
export async function filledIn({ deps, caller, body }: IntakeCall): Promise<FilledIntake> {
  const { channel, words, policy = DEFAULT_POLICY, message: id } = body;
  if (id === undefined) return { ...body, channel: channel ?? 'phone', words: words ?? '', policy };
  const message = await visibleMessage(deps, caller, id);
  const errors = contradictions(body, message);
  if (errors.length > 0) throw Problem.of('invalid_body', {}, { errors });
  return {
    ...body,
    channel: message.channel,
    policy: message.policy,
    words: words ?? message.body,
    receivedAt: message.arrivedAt.toISOString(),
    complainant: withSender(body.complainant, message),
  };
}

/** Who left no other way can be reached by the one that he wrote on. */
const withSender = (
  complainant: IntakeBody['complainant'],
  { channel, sender }: MessageRow,
): IntakeBody['complainant'] =>
  complainant.contacts.length > 0 ? complainant : { ...complainant, contacts: [{ channel, address: sender }] };

function contradictions({ channel, policy, receivedAt }: IntakeBody, message: MessageRow): FieldError[] {
  const arrived = message.arrivedAt.toISOString();
  return [
    ...(channel === undefined || channel === message.channel
      ? []
      : [fieldError(['channel'], channel, `来信的渠道：${message.channel}`, `the message's: ${message.channel}`)]),
    ...(policy === undefined || policy === message.policy
      ? []
      : [fieldError(['policy'], policy, `来信的流程：${message.policy}`, `the message's: ${message.policy}`)]),
    ...(receivedAt === undefined || Date.parse(receivedAt) === message.arrivedAt.getTime()
      ? []
      : [fieldError(['receivedAt'], receivedAt, `来信的时间：${arrived}`, `the message's: ${arrived}`)]),
  ];
}

import { lateFrom } from './clock';
import type { Notice } from './notices';
import type { Channel } from './words';

export const MESSAGE_STATES = ['waiting', 'registered', 'set_aside'] as const;
/** What has become of a message of a connected channel: it waits, is (part of) a complaint, or was set aside with a reason (IN-11). */
export type MessageState = (typeof MESSAGE_STATES)[number];

export const MESSAGE_STEPS = ['received', 'registered', 'attached', 'set_aside', 'put_back'] as const;
/** What can happen to a message: `registered` as a complaint of its own, `attached` to one that is open, `put_back` to wait again. */
export type MessageStep = (typeof MESSAGE_STEPS)[number];

/** A message as notices speak of it: no sender, no words (RE-8). `about`: staff who do not hear of it (HA-18). `answerDueAt` in ms, UTC. */
type Announced = { id: number; channel: Channel; team: string; about: string[]; answerDueAt?: number | undefined };

/** A notice for later: not before an instant (ms, UTC), and not at all if its message waits no longer by then. */
export type MessageNotice = Notice & { notBefore?: number };

/**
 * Who is told that a message waits: the handlers of its team at once, and its supervisor when the first answer's time has
 * passed (IN-11). `step` names the occasion: a message that is put back is told of again. `now` in ms, UTC.
 */
export function messageNotices(
  { id, channel, team, about, answerDueAt }: Announced,
  step: number,
  now: number,
): MessageNotice[] {
  const params = { message: id, channel, dueAt: answerDueAt };
  const to = (role: 'handler' | 'supervisor') => ({ roles: [role], team, except: about });
  const waits: MessageNotice = {
    key: `message-${id}:${step}:waiting`,
    notice: 'message_waiting',
    recipients: to('handler'),
    params,
  };
  if (answerDueAt === undefined) return [waits];
  // Put back in time, it is still spoken of by the notice that was queued when it arrived.
  const late = step > 1 && lateFrom(answerDueAt) <= now ? `:${step}` : '';
  return [
    waits,
    {
      key: `message-${id}${late}:late`,
      notice: 'message_late',
      recipients: to('supervisor'),
      params,
      notBefore: lateFrom(answerDueAt),
    },
  ];
}

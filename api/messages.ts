import { createHash } from 'node:crypto';
import { attached, claimFor, giveBack, messageOf, MessageNotWaiting, stepOf } from '../db/queries/messages';
import type { MessageCaller, MessageRow, StepRow } from '../db/queries/messages';
import type { Caller, Dependencies } from './dependencies';
import { fileOf, saveContactWay } from '../db/queries/reading';
import { reaches } from '../domain/channels';
import { handOver, refOf, visibleTo } from './hand-over';
import { Problem } from './http/problem';
import type { Call } from './http/route';
import { seesAllTeams } from './visibility';

type MessageCall<B> = Call<'staff', { id: string }, unknown, B>;

/** Who calls, as a step of a message has it. */
export const callerOf = ({
  caller,
  key,
  bodyHash,
  receivedAt,
}: Omit<MessageCall<unknown>, 'params'>): MessageCaller => ({
  by: caller.id,
  key,
  bodyHash,
  at: new Date(receivedAt),
});

/** The message, if there is one, the caller's team may see it, and it is not about him (HA-18). */
export async function readable(deps: Dependencies, caller: Caller, id: number): Promise<MessageRow | undefined> {
  const message = await messageOf(deps.database.queries, id, caller.id);
  return message && (message.team === caller.team || seesAllTeams(caller)) ? message : undefined;
}

/** The same, by what stands in the address; what there is not, or not for him, is a problem. */
export async function visibleMessage(deps: Dependencies, caller: Caller, id: string | number): Promise<MessageRow> {
  const known = /^[1-9]\d{0,9}$/.test(String(id)) && Number(id) <= 2_147_483_647;
  const message = known ? await readable(deps, caller, Number(id)) : undefined;
  if (!message) throw Problem.of('no_such_message', { id: String(id) });
  return message;
}

/** The step that this call has made already, if it is the same call; another one under the same key is refused. */
export async function madeBefore(call: Omit<MessageCall<unknown>, 'params'>): Promise<StepRow | undefined> {
  const step = await stepOf(call.deps.database.queries, callerOf(call));
  if (step && step.bodyHash !== call.bodyHash) throw Problem.of('key_used_otherwise', {});
  return step;
}

/** Why a message is not to be had: what became of it, and who saw to that. */
export function notWaiting({ id, state, complaint, claimedFor, handledBy }: MessageRow): Problem {
  const of = complaint ?? claimedFor;
  const fields = { complaint: of, handledBy };
  if (of !== null) return Problem.of('message_taken', { id, complaint: of, underWay: complaint === null }, { fields });
  if (state === 'set_aside') return Problem.of('message_set_aside', { id, by: handledBy ?? '' }, { fields });
  return Problem.of('message_waits', { id });
}

/** Does something to a message, once: a repeated call changes nothing, and who comes second is told what became of it. */
export async function once(call: MessageCall<unknown>, act: (id: number, caller: MessageCaller) => Promise<unknown>) {
  const { id } = await visibleMessage(call.deps, call.caller, call.params.id);
  if (await madeBefore(call)) return;
  try {
    await act(id, callerOf(call));
  } catch (error) {
    if (await madeBefore(call)) return;
    throw error instanceof MessageNotWaiting ? notWaiting(error.found) : error;
  }
}

/**
 * Attaches a message to an open complaint (IN-11): claimed first, so that nobody else takes it; then put on file there as
 * what the customer said; then it is done. A call that is cut off in between is gone on with by the next one: the contact
 * has a key of its own, and is recorded once.
 */
export async function attach(call: MessageCall<{ complaint: string }>): Promise<void> {
  const { deps, body } = call;
  await once(call, async (id, caller) => {
    const params = { number: body.complaint };
    const file = visibleTo({ params, caller: call.caller }, await fileOf(deps.database.queries, body.complaint));
    const message = await claimFor(deps.database, id, body.complaint);
    try {
      if (!file.reachable && reaches(message.channel)) await reachableBy(call, message);
      await recordAt(call, message);
    } catch (error) {
      // A no is final; whoever does not know yet keeps his claim.
      if (error instanceof Problem && error.status < 500) {
        await giveBack(deps.database.queries, id, body.complaint);
      }
      throw error;
    }
    await attached(deps.database, id, body.complaint, caller);
  });
}

/** A call of the message's own. Its key is outside what callers may send: nobody's own call can stand in its place. */
function ownCall(call: MessageCall<{ complaint: string }>, name: string) {
  const own = { key: `\n${name}`, bodyHash: createHash('sha256').update(name).digest('hex') };
  return { ...call, ...own, params: { number: call.body.complaint } };
}

/** Whoever has left no way to be reached can be reached by the one that he writes on (IN-2). */
async function reachableBy(call: MessageCall<{ complaint: string }>, { id, channel, sender }: MessageRow) {
  const own = ownCall(call, `way of message ${id}`);
  const ref = refOf(own, 'text');
  const way = { ref, complaint: own.params.number, channel, address: sender, by: call.caller.id };
  await saveContactWay(call.deps.database.queries, way);
  await handOver(own, () => ({ name: 'add_contact_way', data: { channel, ref } }));
}

async function recordAt(call: MessageCall<{ complaint: string }>, { id, channel, arrivedAt, body }: MessageRow) {
  await handOver(ownCall(call, `message ${id}`), (file, write) => ({
    name: 'record_contact',
    data: {
      channel,
      direction: 'inbound',
      // The customer has written; nobody has spoken to him yet (HA-1, HA-11).
      reached: false,
      with: 'complainant',
      purpose: 'other',
      // A complaint's log begins with its receipt.
      occurredAt: Math.max(arrivedAt.getTime(), file.receivedAt),
      ref: write('text', body),
    },
  }));
}

import { and, asc, eq, sql } from 'drizzle-orm';
import { answerLength } from '../../domain/channels';
import { dueTime } from '../../domain/due-time';
import { messageNotices } from '../../domain/messages';
import type { MessageState, MessageStep } from '../../domain/messages';
import type { Rules } from '../../domain/policy';
import type { Channel } from '../../domain/words';
import type { Database, Queries } from '../client';
import { complaints, messages, messageSteps, outbox } from '../schema';
import { calendarInForce } from './calendars';

/** A message as it stands. */
export type MessageRow = typeof messages.$inferSelect;
export type StepRow = typeof messageSteps.$inferSelect;

/** Who calls, with which key and contents, and when the API had the call in hand. */
export type MessageCaller = { by: string; key: string; bodyHash: string; at: Date };

/** A message as it arrives. */
export type Arrival = Pick<MessageRow, 'channel' | 'externalId' | 'sender' | 'body' | 'team' | 'policy' | 'arrivedAt'>;

/** Somebody else was first: the message has become (or is becoming) part of a complaint, or was set aside. */
export class MessageNotWaiting extends Error {
  override readonly name = 'MessageNotWaiting';
  constructor(readonly found: MessageRow) {
    super(`Message ${found.id} does not wait.`);
  }
}

/** What has been done under a key, by the same person. */
export async function stepOf(db: Queries, { by, key }: MessageCaller): Promise<StepRow | undefined> {
  const [row] = await db
    .select()
    .from(messageSteps)
    .where(and(eq(messageSteps.by, by), eq(messageSteps.key, key)));
  return row;
}

/** Puts a message that has arrived on record, with its due time and its notices; the id of the one that there is already. */
export async function receiveMessage(
  database: Database,
  arrival: Arrival,
  rules: Rules,
  caller: MessageCaller,
): Promise<{ id: number; repeated: boolean }> {
  return database.transaction(async (tx) => {
    const length = answerLength(rules, arrival.channel);
    const due = length && dueTime(await calendarInForce(tx, arrival.team), arrival.arrivedAt.getTime(), length, []);
    const answerDueAt = due && new Date(due.dueAt);
    const [fresh] = await tx
      .insert(messages)
      .values({ ...arrival, answerDueAt, explanation: due?.explanation })
      .onConflictDoNothing({ target: [messages.channel, messages.externalId] })
      .returning();
    if (!fresh) return { id: await idOf(tx, arrival), repeated: true };
    await noteStep(tx, fresh, 'received', caller);
    await tellOf(tx, fresh, 1, caller.at);
    return { id: fresh.id, repeated: false };
  });
}

async function idOf(tx: Queries, { channel, externalId }: Pick<Arrival, 'channel' | 'externalId'>): Promise<number> {
  const [row] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.channel, channel), eq(messages.externalId, externalId)));
  if (!row) throw new Error('A message that is there cannot be found.');
  return row.id;
}

/** A message, locked until the end of the transaction, that still waits: for nobody, or for this complaint. Throws `MessageNotWaiting`. */
export async function lockWaiting(tx: Queries, id: number, complaint?: string): Promise<MessageRow> {
  const message = await locked(tx, id);
  const claimed = message.claimedFor !== null && message.claimedFor !== complaint;
  if (message.state !== 'waiting' || claimed) throw new MessageNotWaiting(message);
  return message;
}

async function locked(tx: Queries, id: number): Promise<MessageRow> {
  const [message] = await tx.select().from(messages).where(eq(messages.id, id)).for('update');
  if (!message) throw new Error(`There is no message ${id}.`);
  return message;
}

/** Becomes (part of) a complaint, in the transaction that holds its lock. */
export async function joinComplaint(
  tx: Queries,
  message: MessageRow,
  { complaint, step }: { complaint: string; step: 'registered' | 'attached' },
  caller: MessageCaller,
): Promise<void> {
  await tx
    .update(messages)
    .set({ state: 'registered', complaint, claimedFor: null, handledBy: caller.by, handledAt: caller.at, reason: null })
    .where(eq(messages.id, message.id));
  await noteStep(tx, message, step, caller, { complaint });
}

/** Set aside by a named person, with a reason (IN-11). Throws `MessageNotWaiting`. */
export async function setAside(
  database: Database,
  id: number,
  { reason, about }: { reason: string; about: string[] },
  caller: MessageCaller,
): Promise<void> {
  await database.transaction(async (tx) => {
    const message = await lockWaiting(tx, id);
    const handled = { state: 'set_aside' as const, handledBy: caller.by, handledAt: caller.at, reason, about };
    await tx.update(messages).set(handled).where(eq(messages.id, id));
    await noteStep(tx, message, 'set_aside', caller, { reason });
  });
}

/** Made to wait again, with a reason; its team is told once more. Throws `MessageNotWaiting` unless it was set aside. */
export async function putBack(database: Database, id: number, reason: string, caller: MessageCaller): Promise<void> {
  await database.transaction(async (tx) => {
    const message = await locked(tx, id);
    if (message.state !== 'set_aside') throw new MessageNotWaiting(message);
    const waits = { state: 'waiting' as const, handledBy: null, handledAt: null, reason: null };
    await tx.update(messages).set(waits).where(eq(messages.id, id));
    const no = await noteStep(tx, message, 'put_back', caller, { reason });
    await tellOf(tx, message, no, caller.at);
  });
}

/** Promises a message to a complaint, while the complaint is asked whether it takes it. Throws `MessageNotWaiting`. */
export async function claimFor(database: Database, id: number, complaint: string): Promise<MessageRow> {
  return database.transaction(async (tx) => {
    const message = await lockWaiting(tx, id, complaint);
    await tx.update(messages).set({ claimedFor: complaint }).where(eq(messages.id, id));
    return message;
  });
}

/** The complaint did not take it: anybody may have it again. */
export async function giveBack(db: Queries, id: number, complaint: string): Promise<void> {
  await db
    .update(messages)
    .set({ claimedFor: null })
    .where(and(eq(messages.id, id), eq(messages.state, 'waiting'), eq(messages.claimedFor, complaint)));
}

/** The complaint has taken it. */
export async function attached(
  database: Database,
  id: number,
  complaint: string,
  caller: MessageCaller,
): Promise<void> {
  await database.transaction(async (tx) => {
    const message = await lockWaiting(tx, id, complaint);
    await joinComplaint(tx, message, { complaint, step: 'attached' }, caller);
  });
}

/** Whether a message still waits: what a notice of it would say. */
export async function isStillWaiting(tx: Queries, id: number): Promise<boolean> {
  const [row] = await tx.select({ state: messages.state }).from(messages).where(eq(messages.id, id));
  return row?.state === 'waiting';
}

/** Who it is about, or who is complained about in what became of it, does not see it (HA-18). */
const notOf = (reader: string) => sql`not ${messages.about} ? ${reader} and not exists (
  select from ${complaints} where ${complaints.number} in (${messages.complaint}, ${messages.claimedFor})
    and ${complaints.respondents} ? ${reader})`;

/** A message as it stands, not locked; for a reader, if he may know of it. */
export async function messageOf(db: Queries, id: number, reader?: string): Promise<MessageRow | undefined> {
  const seen = reader === undefined ? undefined : notOf(reader);
  const [row] = await db
    .select()
    .from(messages)
    .where(and(eq(messages.id, id), seen));
  return row;
}

/** What has happened to a message, in order. */
export async function stepsOfMessage(db: Queries, id: number): Promise<StepRow[]> {
  return db.select().from(messageSteps).where(eq(messageSteps.message, id)).orderBy(asc(messageSteps.no));
}

/** Which messages are listed, for whom: `team` narrows to one team. Oldest first, after an arrival (ms, UTC) and an id. */
export type MessageQuery = {
  state?: MessageState | undefined;
  channel?: Channel | undefined;
  complaint?: string | undefined;
  team: string | undefined;
  reader: string;
  after?: { at: number; id: number } | undefined;
  limit: number;
};

export async function listMessages(db: Queries, query: MessageQuery): Promise<MessageRow[]> {
  const { state, channel, complaint, team, reader, after, limit } = query;
  const place = after && sql`(to_timestamp(${after.at / 1000}), ${after.id}::int)`;
  return db
    .select()
    .from(messages)
    .where(
      and(
        state && eq(messages.state, state),
        channel && eq(messages.channel, channel),
        complaint ? eq(messages.complaint, complaint) : undefined,
        team === undefined ? undefined : eq(messages.team, team),
        notOf(reader),
        place && sql`(${messages.arrivedAt}, ${messages.id}) > ${place}`,
      ),
    )
    .orderBy(asc(messages.arrivedAt), asc(messages.id))
    .limit(limit);
}

async function noteStep(
  tx: Queries,
  { id }: MessageRow,
  step: MessageStep,
  caller: MessageCaller,
  more: { reason?: string; complaint?: string } = {},
): Promise<number> {
  const next = sql`(select coalesce(max(${messageSteps.no}), 0) + 1 from ${messageSteps} where ${messageSteps.message} = ${id})`;
  const [row] = await tx
    .insert(messageSteps)
    .values({ message: id, no: next, step, ...caller, ...more })
    .returning({ no: messageSteps.no });
  return row?.no ?? 1;
}

/** Queues the notices of a message that waits. */
async function tellOf(tx: Queries, { answerDueAt, ...message }: MessageRow, step: number, at: Date): Promise<void> {
  const announced = { ...message, answerDueAt: answerDueAt?.getTime() };
  const notices = messageNotices(announced, step, at.getTime()).map(({ notBefore, ...notice }) => ({
    ...notice,
    at,
    ...(notBefore === undefined ? {} : { notBefore: new Date(notBefore) }),
  }));
  await tx
    .insert(outbox)
    .values(notices)
    .onConflictDoNothing({ target: [outbox.complaint, outbox.key] });
}

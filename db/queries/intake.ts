import { and, eq, sql } from 'drizzle-orm';
import { applyTurn } from '../../domain/apply-turn';
import type { ComplaintFile, Handled } from '../../domain/complaint-file';
import { blankFile, settle } from '../../domain/evolve';
import { noticesOf } from '../../domain/notices';
import { openingEvents } from '../../domain/opening';
import type { Rules } from '../../domain/policy';
import { answerOf } from '../../domain/recorded';
import type { Recorded } from '../../domain/recorded';
import type { Channel, RequestType } from '../../domain/words';
import type { Database, Queries } from '../client';
import { complaintPeople, complaints, idempotencyKeys, intakes, numbers, policies } from '../schema';
import { calendarInForce } from './calendars';
import { queueNotices } from './notices';
import { insertTurn, pictureOf, saveObligations } from './turns';

type Person = Omit<typeof complaintPeople.$inferInsert, 'complaint' | 'recordedAt'>;
type Details = Omit<typeof intakes.$inferInsert, 'complaint' | 'recordedAt'>;

/** A complaint as it is taken in (IN-2). Instants as dates; `now` is the time of registration, `receivedAt` that of arrival. */
export type Intake = {
  /** Who calls, with which idempotency key, and the fingerprint of what he sent. */
  caller: { principal: string; key: string; bodyHash: string };
  now: Date;
  receivedAt: Date;
  policy: string;
  owner: Handled;
  team: string;
  channel: Channel;
  requestType: RequestType;
  respondents: string[];
  people: Person[];
  details: Details;
};

/** The answer to an intake. `repeated`: the same call had been made before, and nothing was done. */
export type Registered = { recorded: Recorded; bodyHash: string; repeated: boolean; file?: ComplaintFile };

/** The day that stands in the number is the day in the company's zone (IN-4). */
const SHANGHAI_MS = 8 * 3_600_000;
const dayInShanghai = (now: Date): string =>
  new Date(now.getTime() + SHANGHAI_MS).toISOString().slice(0, 10).replaceAll('-', '');

/**
 * Takes a complaint in: number, file with its first events and due times, people, notices and idempotency key, in one
 * transaction (IN-2, IN-4, IN-5). Its workflow is started from this afterwards.
 */
export async function registerComplaint(database: Database, intake: Intake): Promise<Registered> {
  const earlier = await earlierIntake(database.queries, intake);
  if (earlier) return earlier;
  try {
    return await database.transaction((tx) => register(tx, intake));
  } catch (error) {
    // Two calls with one key at once: the other one was first, and its answer is the answer.
    const meanwhile = await earlierIntake(database.queries, intake);
    if (meanwhile) return meanwhile;
    throw error;
  }
}

async function earlierIntake(db: Queries, { caller: { principal, key } }: Intake): Promise<Registered | undefined> {
  const [row] = await db
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.principal, principal), eq(idempotencyKeys.key, key)));
  return row && { recorded: row.answer as Recorded, bodyHash: row.bodyHash, repeated: true };
}

async function register(tx: Queries, intake: Intake): Promise<Registered> {
  const rules = await rulesInForce(tx, intake.policy);
  const calendar = await calendarInForce(tx);
  // Taken as late as may be: the day's row stays locked until the commit, so that numbers come in order and without gaps.
  const number = await nextNumber(tx, intake.now);
  const file = blankFile(rules);
  const events = openingEvents(rules, { ...intake, number, receivedAt: intake.receivedAt.getTime() });
  const turn = applyTurn(file, events, intake.now.getTime(), calendar);
  const notices = noticesOf(turn);
  settle(file, turn.due, intake.now.getTime());

  const { bodyHash } = intake.caller;
  const recorded: Recorded = { seq: file.seq, due: turn.due, answer: answerOf(file), bodyHash };
  await tx.insert(complaints).values({
    ...pictureOf(file, intake.now),
    number,
    policy: rules.policy,
    edition: rules.edition,
    channel: intake.channel,
    receivedAt: intake.receivedAt,
    orderNo: intake.details.orderNo,
    product: intake.details.product,
    shop: intake.details.shop,
    registeredBy: intake.caller.principal,
  });
  const turnRow = {
    complaint: number,
    seq: file.seq,
    key: 'intake',
    bodyHash,
    by: intake.owner.id,
    at: intake.now,
    events,
  };
  await insertTurn(tx, { ...turnRow, via: 'intake', outcome: recorded });
  await saveObligations(tx, turn, intake.now);
  await tx.insert(complaintPeople).values(intake.people.map((person) => ({ complaint: number, ...person })));
  await tx.insert(intakes).values({ complaint: number, ...intake.details });
  await queueNotices(tx, number, notices, intake.now);
  await tx.insert(idempotencyKeys).values({ ...intake.caller, answer: recorded });
  return { recorded, bodyHash, repeated: false, file };
}

async function rulesInForce(tx: Queries, name: string): Promise<Rules> {
  const [row] = await tx
    .select({ rules: policies.rules })
    .from(policies)
    .where(eq(policies.name, name))
    .orderBy(sql`${policies.edition} desc`)
    .limit(1);
  if (!row) throw new Error(`No policy '${name}' is published.`);
  return row.rules;
}

async function nextNumber(tx: Queries, now: Date): Promise<string> {
  const day = dayInShanghai(now);
  const [row] = await tx
    .insert(numbers)
    .values({ day, last: 1 })
    .onConflictDoUpdate({ target: numbers.day, set: { last: sql`${numbers.last} + 1` } })
    .returning({ last: numbers.last });
  return `${day}-${String(row?.last ?? 1).padStart(3, '0')}`;
}

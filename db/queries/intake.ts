import { and, eq, sql } from 'drizzle-orm';
import { applyTurn } from '../../domain/apply-turn';
import { blankFile } from '../../domain/blank-file';
import { owesHandOver } from '../../domain/assignment';
import { channelsOf, reaches } from '../../domain/channels';
import type { ComplaintFile } from '../../domain/complaint-file';
import type { Event } from '../../domain/events';
import { settle } from '../../domain/evolve';
import { consequencesOf } from '../../domain/matching';
import type { Earlier } from '../../domain/matching';
import { massAlarm, noticesOf } from '../../domain/notices';
import type { Notice } from '../../domain/notices';
import { openingEvents } from '../../domain/opening';
import type { Birth } from '../../domain/opening';
import type { Rules } from '../../domain/policy';
import { answerOf } from '../../domain/recorded';
import type { Recorded } from '../../domain/recorded';
import type { Channel } from '../../domain/words';
import type { Database, Queries } from '../client';
import { complaintPeople, complaints, idempotencyKeys, intakes, numbers } from '../schema';
import { insertAtOnce } from './at-once';
import { calendarInForce } from './calendars';
import { clusterRows, raiseCluster, withNumbers } from './clusters';
import type { Joined } from './clusters';
import { matchingRows } from './links';
import { matchNew } from './matching';
import { followedOne } from './same-person';
import { joinComplaint, lockWaiting } from './messages';
import { insertNotices } from './notices';
import { rulesInForce } from './rules';
import { insertObligations, insertTurn, pictureOf } from './turns';
import type { TurnRow } from './turns';

type Person = Omit<typeof complaintPeople.$inferInsert, 'complaint' | 'recordedAt'>;
type Details = Omit<typeof intakes.$inferInsert, 'complaint' | 'recordedAt'>;

/** A complaint as it is taken in (IN-2). Instants as dates; `now` is the time of registration, `receivedAt` that of arrival. */
export type Intake = Omit<Birth, 'number' | 'receivedAt' | 'reachable'> & {
  /** Who calls, with which idempotency key, and the fingerprint of what he sent. */
  caller: { principal: string; key: string; bodyHash: string };
  now: Date;
  receivedAt: Date;
  policy: string;
  people: Person[];
  details: Details;
  /** Which fields are on record (IN-13). */
  known: string[];
  /** The message that it is registered from (IN-11). */
  message?: number | undefined;
};

/** The policy does not take complaints by this channel (IN-1). */
export class ChannelNotTaken extends Error {
  override readonly name = 'ChannelNotTaken';
  constructor(
    readonly channel: Channel,
    readonly taken: Channel[],
  ) {
    super(`Not by ${channel}.`);
  }
}

/** The answer to an intake. `repeated`: the same call had been made before, and nothing was done. */
export type Registered = { recorded: Recorded; bodyHash: string; repeated: boolean; file?: ComplaintFile };

/** The day that stands in the number is the day in the company's zone (IN-4). */
const SHANGHAI_MS = 8 * 3_600_000;
export const dayInShanghai = (now: Date): string =>
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
  if (!rules) throw new Error(`No policy '${intake.policy}' is published.`);
  const taken = channelsOf(rules);
  if (!taken.includes(intake.channel)) throw new ChannelNotTaken(intake.channel, taken);
  const message = intake.message === undefined ? undefined : await lockWaiting(tx, intake.message);
  const calendar = await calendarInForce(tx, intake.team);
  const day = dayInShanghai(intake.now);
  const matching = await matchNew(tx, rules, { ...intake, matter: intake.details });
  const joined = await withNumbers(tx, matching.crowds, day);
  // The day's row stays locked until the commit, so that numbers come in order and without gaps: after this, one statement.
  const number = await nextNumber(tx, day);
  const file = blankFile(rules);
  const { followsUp } = intake.details;
  const followed = rules.repeat && followsUp ? await followedOne(tx, followsUp) : [];
  const before = [...matching.repeats, ...followed];
  const events = openingEvents(rules, birthOf(rules, number, intake, before, joined));
  const turn = applyTurn(file, events, intake.now.getTime(), calendar);
  const notices = [...noticesOf(turn), ...alarms(file, joined)];
  settle(file, turn.due, intake.now.getTime());
  const { bodyHash } = intake.caller;
  const recorded: Recorded = { seq: file.seq, due: turn.due, answer: answerOf(file), bodyHash };
  await insertAtOnce(tx, [
    tx.insert(complaints).values(complaintRow(intake, file)),
    insertTurn(tx, turnRow(intake, events, recorded)),
    ...insertObligations(tx, turn, intake.now),
    tx.insert(complaintPeople).values(intake.people.map((person) => ({ complaint: number, ...person }))),
    tx.insert(intakes).values({ complaint: number, ...intake.details }),
    ...matchingRows(tx, number, intake, matching),
    ...clusterRows(tx, number, joined, rules.mass?.days ?? 0, intake.now),
    ...insertNotices(tx, number, notices, intake.now),
    tx.insert(idempotencyKeys).values({ ...intake.caller, answer: recorded }),
  ]);
  for (const { id, opens = [] } of joined) await raiseCluster(tx, id, openNumbers(opens), intake.now);
  if (message) {
    const { principal: by, key } = intake.caller;
    const caller = { by, key: `intake\n${key}`, bodyHash, at: intake.now };
    await joinComplaint(tx, message, { complaint: number, step: 'registered' }, caller);
  }
  return { recorded, bodyHash, repeated: false, file };
}

/**
 * What the record knows at birth, with what follows from the people and from what was found: a key customer (CL-2), somebody
 * whom nobody can reach, a repeat (IN-9), a mass complaint (CL-4), and who answers for it (IN-14).
 */
function birthOf({ keyTiers }: Rules, number: string, given: Intake, repeats: Earlier[], joined: Joined[]): Birth {
  const { people, marks = [], ...intake } = given;
  const isKey = people.some(({ tier }) => tier && keyTiers.includes(tier));
  const found = consequencesOf(repeats, joined.length > 0);
  return {
    ...intake,
    ...answering(given, found.follows),
    number,
    receivedAt: intake.receivedAt.getTime(),
    reachable: people.some(({ contacts }) => contacts.some(({ channel }) => reaches(channel))),
    marks: [...marks, ...found.marks, ...(isKey ? (['key_customer'] as const) : [])],
    level: found.level,
    cluster: joined[0]?.id,
  };
}

/** One owner for both while the first is open, unless he is the one who is complained about now (IN-9, HA-18); else who registers it. */
function answering({ owner, team, respondents }: Intake, follows: Earlier | undefined) {
  if (!follows?.owner || respondents.includes(follows.owner.id)) return { owner, team };
  const { owner: first, team: itsTeam, ownersTeam } = follows;
  return { owner: first, team: itsTeam, handOver: owesHandOver(first.role, ownersTeam ?? itsTeam, itsTeam) };
}

const alarms = (file: ComplaintFile, joined: Joined[]): Notice[] =>
  joined.flatMap(({ id, opens }) => (opens ? [massAlarm(file, id, opens.length + 1)] : []));

const openNumbers = (members: { number: string; open: boolean }[]): string[] =>
  members.filter(({ open }) => open).map(({ number }) => number);

const complaintRow = ({ caller, channel, receivedAt, details, now }: Intake, file: ComplaintFile) => ({
  ...pictureOf(file, now),
  number: file.number,
  policy: file.rules.policy,
  channel,
  receivedAt,
  orderNo: details.orderNo,
  product: details.product,
  shop: details.shop,
  registeredBy: caller.principal,
});

const turnRow = ({ caller, now }: Intake, events: Event[], outcome: Recorded): TurnRow => ({
  complaint: outcome.answer.number,
  seq: outcome.seq,
  key: 'intake',
  bodyHash: caller.bodyHash,
  by: caller.principal,
  via: 'intake',
  at: now,
  events,
  outcome,
});

/** The next number of a day; the days of other things than complaints have a prefix, and a row of their own. */
export async function nextNumber(tx: Queries, day: string): Promise<string> {
  const [row] = await tx
    .insert(numbers)
    .values({ day, last: 1 })
    .onConflictDoUpdate({ target: numbers.day, set: { last: sql`${numbers.last} + 1` } })
    .returning({ last: numbers.last });
  return `${day}-${String(row?.last ?? 1).padStart(3, '0')}`;
}

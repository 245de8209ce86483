import { and, asc, desc, eq, gt, inArray, or, sql } from 'drizzle-orm';
import type { ComplaintFile } from '../../domain/complaint-file';
import type { Event } from '../../domain/events';
import type { Recorded } from '../../domain/recorded';
import type { Queries } from '../client';
import {
  complaintPeople,
  complaints,
  contactWays,
  intakes,
  looks,
  obligations,
  outbox,
  policies,
  turns,
} from '../schema';
import { keyHashesOf } from './key-hashes';

/** The complaint's file as the record has it, not locked. */
export async function fileOf(db: Queries, number: string): Promise<ComplaintFile | undefined> {
  const [row] = await db.select({ file: complaints.file }).from(complaints).where(eq(complaints.number, number));
  return row?.file;
}

/** The file together with what the record answers to a key, in one round trip: this is asked before every action. */
export async function fileAndAnswer(
  db: Queries,
  number: string,
  key: string,
): Promise<{ file: ComplaintFile; answer: Recorded | null } | undefined> {
  const [row] = await db
    .select({ file: complaints.file, answer: turns.outcome })
    .from(complaints)
    .leftJoin(turns, and(eq(turns.complaint, complaints.number), eq(turns.key, key)))
    .where(eq(complaints.number, number));
  return row && { file: row.file, answer: row.answer as Recorded | null };
}

/** A complaint with what was taken down at intake. */
export async function complaintWithIntake(db: Queries, number: string) {
  const [row] = await db
    .select({ complaint: complaints, intake: intakes })
    .from(complaints)
    .innerJoin(intakes, eq(intakes.complaint, complaints.number))
    .where(eq(complaints.number, number));
  return row;
}

/** The complainant, with the ways to reach him that he gave later; then the agent. */
export async function peopleOf(db: Queries, number: string) {
  const [people, later] = await Promise.all([
    db.select().from(complaintPeople).where(eq(complaintPeople.complaint, number)).orderBy(desc(complaintPeople.role)),
    db
      .select({ channel: contactWays.channel, address: contactWays.address })
      .from(contactWays)
      .where(and(eq(contactWays.complaint, number), isOnFile))
      .orderBy(asc(contactWays.recordedAt)),
  ]);
  return people.map((person) =>
    person.role === 'complainant' ? { ...person, contacts: [...person.contacts, ...later] } : person,
  );
}

/** Whether a way of contact stands in a turn: one that was refused means nothing. */
const isOnFile = sql`exists (
  select from ${turns}
  where ${turns.complaint} = ${contactWays.complaint}
    and ${turns.events} @> jsonb_build_array(jsonb_build_object('type', 'contact_way_added', 'ref', ${contactWays.ref})))`;

/** Stores a way to reach the customer. The same call twice is one way. */
export async function saveContactWay(
  db: Queries,
  way: Omit<typeof contactWays.$inferInsert, 'recordedAt' | 'keyHash'>,
): Promise<void> {
  const [keyHash = null] = keyHashesOf({ contacts: [way] });
  await db
    .insert(contactWays)
    .values({ ...way, keyHash })
    .onConflictDoNothing();
}

/** Puts on record that somebody looked at a customer's full contacts, and why. */
export async function recordLook(db: Queries, look: Omit<typeof looks.$inferInsert, 'recordedAt'>): Promise<void> {
  await db.insert(looks).values(look);
}

/** Who has looked at the contacts of a complaint's customer, in order. */
export const looksOf = (db: Queries, complaint: string) =>
  db.select().from(looks).where(eq(looks.complaint, complaint)).orderBy(looks.recordedAt, looks.by);

/** Everything that was ever owed in a complaint, in the order in which it was owed. */
export async function obligationsOf(db: Queries, number: string) {
  return db
    .select()
    .from(obligations)
    .where(eq(obligations.complaint, number))
    .orderBy(asc(obligations.openedAt), asc(obligations.dueAt), asc(obligations.id));
}

/** A complaint's turns in order, after a `seq`. */
export async function turnsOf(db: Queries, number: string, after: number, limit: number) {
  return db
    .select({ seq: turns.seq, by: turns.by, via: turns.via, at: turns.at, events: turns.events })
    .from(turns)
    .where(and(eq(turns.complaint, number), gt(turns.seq, after)))
    .orderBy(asc(turns.seq))
    .limit(limit);
}

/** The turns in which an event of some types happened, in order. */
export async function turnsWith(db: Queries, number: string, ...types: Event['type'][]) {
  const happened = types.map((type) => sql`${turns.events} @> ${JSON.stringify([{ type }])}::jsonb`);
  return db
    .select({ seq: turns.seq, by: turns.by, via: turns.via, at: turns.at, events: turns.events })
    .from(turns)
    .where(and(eq(turns.complaint, number), or(...happened)))
    .orderBy(asc(turns.seq));
}

/** A turn as it is read. */
export type ReadTurn = Awaited<ReturnType<typeof turnsWith>>[number];

/** What the system itself has told the customer, word for word (HA-13). */
export async function messagesToCustomer(db: Queries, number: string) {
  return db
    .select({
      id: outbox.id,
      notice: outbox.notice,
      params: outbox.params,
      at: outbox.at,
      sentAt: outbox.sentAt,
      body: outbox.body,
    })
    .from(outbox)
    .where(
      and(eq(outbox.complaint, number), eq(outbox.dropped, false), sql`${outbox.recipients} @> '{"customer": true}'`),
    )
    .orderBy(asc(outbox.id));
}

/** The acknowledgement that the customer was sent when it came in, if there is a way to him (IN-5). */
export async function receiptOf(db: Queries, number: string) {
  const [row] = await db
    .select({ notice: outbox.notice, params: outbox.params })
    .from(outbox)
    .where(
      and(
        eq(outbox.complaint, number),
        inArray(outbox.notice, ['acknowledgement', 'acknowledgement_undated']),
        // Not the one that was sent later, when there was a way to him.
        sql`${outbox.key} like (select ${turns.seq} || ':%' from ${turns}
          where ${turns.complaint} = ${number} and ${turns.key} = 'intake')`,
      ),
    )
    .orderBy(asc(outbox.id))
    .limit(1);
  return row;
}

/** What is published stays published, so each name is asked for once. */
const known = new WeakMap<Queries, string[]>();

/** The names of the policies that are published, if a name is among them or not. */
export async function policyNames(db: Queries, wanted: string): Promise<string[]> {
  const before = known.get(db);
  if (before?.includes(wanted)) return before;
  const rows = await db.selectDistinct({ name: policies.name }).from(policies).orderBy(asc(policies.name));
  const names = rows.map(({ name }) => name);
  known.set(db, names);
  return names;
}

/** Whether Postgres answers. */
export async function ping(db: Queries): Promise<boolean> {
  return db.execute(sql`select 1`).then(
    () => true,
    () => false,
  );
}

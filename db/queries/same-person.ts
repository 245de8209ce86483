import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Earlier, Identity } from '../../domain/matching';
import type { Channel } from '../../domain/words';
import type { Queries } from '../client';
import { complaintPeople, complaints, contactKeys, contactWays, intakes } from '../schema';
import { keyHashesOf } from './key-hashes';

/** By what somebody is found again. */
export type Reach = { contacts: { channel: Channel; address: string }[]; customerNo?: string | undefined };

/** Complaints of the same person, the newest first: one way to reach him, or his customer number, is the same (IN-13). */
export async function complaintsOfPerson(db: Queries, { contacts, customerNo }: Reach, limit: number) {
  if (contacts.length === 0 && !customerNo) return [];
  const asked = sql`reach_keys(${JSON.stringify(contacts)}::jsonb, ${customerNo ?? null}::text)`;
  return db
    .select({ complaint: complaints, person: complaintPeople, intake: intakes })
    .from(complaintPeople)
    .innerJoin(complaints, eq(complaints.number, complaintPeople.complaint))
    .innerJoin(intakes, eq(intakes.complaint, complaintPeople.complaint))
    .where(
      sql`${complaintPeople.role} = 'complainant'
      and reach_keys(${complaintPeople.contacts}, ${complaintPeople.customerNo}) && ${asked}`,
    )
    .orderBy(desc(complaints.receivedAt), desc(complaints.number))
    .limit(limit);
}

/** Whether one of some people is known in a complaint, as its complainant or his agent: by a way of contact or a customer number (CO-10). */
export async function isKnownIn(db: Queries, number: string, people: Identity[]): Promise<boolean> {
  const hashes = people.flatMap(keyHashesOf);
  if (hashes.length === 0) return false;
  const known = (table: typeof contactKeys | typeof contactWays) =>
    db
      .select({ found: sql<number>`1` })
      .from(table)
      .where(and(eq(table.complaint, number), inArray(table.keyHash, hashes)))
      .limit(1);
  return (await known(contactKeys)).length > 0 || (await known(contactWays)).length > 0;
}

/** An archived complaint that is taken up again, as one that the same person has brought before (IN-9). */
export async function followedOne(db: Queries, number: string): Promise<Earlier[]> {
  const [row] = await db
    .select({ level: complaints.level, team: complaints.team, receivedAt: complaints.receivedAt })
    .from(complaints)
    .where(eq(complaints.number, number));
  if (!row) return [];
  const receivedAt = row.receivedAt.getTime();
  return [{ number, ...row, receivedAt, closed: true, owner: null, ownersTeam: null }];
}

/** An earlier complaint of a person, with what was taken down of both. */
export type EarlierComplaint = Awaited<ReturnType<typeof complaintsOfPerson>>[number];

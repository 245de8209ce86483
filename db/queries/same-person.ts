import { desc, eq, sql } from 'drizzle-orm';
import type { Channel } from '../../domain/words';
import type { Queries } from '../client';
import { complaintPeople, complaints, intakes } from '../schema';

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

/** An earlier complaint of a person, with what was taken down of both. */
export type EarlierComplaint = Awaited<ReturnType<typeof complaintsOfPerson>>[number];

import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { SQLWrapper } from 'drizzle-orm';
import { rolesNotCovered } from '../../domain/deputies';
import { isOfATeam } from '../../domain/ladder';
import type { Notice, Recipients } from '../../domain/notices';
import { rolesInstead } from '../../domain/people';
import type { InRoles, Person } from '../../domain/people';
import type { Queries } from '../client';
import { absences, approvalCodes, complaints, outbox, staff } from '../schema';
import { isOnAt, standInsOf } from './staff';

/** Notices for the outbox, to be inserted in the transaction of the turn that caused them; nothing where it caused none. */
export const insertNotices = (tx: Queries, complaint: string, notices: Notice[], at: Date) =>
  notices.length === 0
    ? []
    : [
        tx
          .insert(outbox)
          .values(notices.map((notice) => ({ complaint, at, ...notice })))
          .onConflictDoNothing({ target: [outbox.complaint, outbox.key] }),
      ];

/** The business instant of a notice, and its complaint, if it is of one. */
type Occasion = { at: Date; complaint: string | null };

/**
 * The members of staff whom a notice is for, now; and who stands in for those of them who are away. What is about somebody
 * himself is for nobody else (RE-7, RE-8).
 */
async function staffFor(db: Queries, recipients: Recipients, occasion: Occasion): Promise<string[]> {
  if ('customer' in recipients) return [];
  const everybody = await db.select().from(staff).where(eq(staff.active, true));
  if ('person' in recipients) {
    const holder = recipients.personal ? recipients.person : await presentHolder(db, recipients.person);
    const found = everybody.filter(({ id }) => id === holder);
    return recipients.personal ? found.map(({ id }) => id) : withDeputies(db, found, [], occasion);
  }
  const { complaint } = occasion;
  // Who has been named since the notice was written is told nothing either (HA-18).
  const except = [...recipients.except, ...(complaint === null ? [] : (await standingOf(db, complaint)).respondents)];
  const barred = recipients.impartial ? [...except, ...(await standInsOf(db, except, occasion.at))] : except;
  return withDeputies(db, holding(everybody, { ...recipients, except: barred }), barred, occasion);
}

/**
 * The same; and where nobody is left among those who were meant, whoever comes next: further up, at last the head of service,
 * or else whoever answers for the complaint; for somebody who has left without a successor, the head of service. No word is for
 * nobody (HA-18, CO-5).
 */
export async function somebodyFor(db: Queries, recipients: Recipients, occasion: Occasion): Promise<string[]> {
  const meant = await staffFor(db, recipients, occasion);
  if (meant.length > 0 || 'customer' in recipients) return meant;
  if ('person' in recipients) {
    const instead: InRoles = { roles: ['manager'], team: null, except: [recipients.person] };
    return recipients.personal ? meant : somebodyFor(db, instead, occasion);
  }
  for (const role of rolesInstead(recipients.roles)) {
    const team = isOfATeam(role) ? recipients.team : null;
    const instead = await staffFor(db, { ...recipients, roles: [role], team }, occasion);
    if (instead.length > 0) return instead;
  }
  const { complaint } = occasion;
  const owner = complaint === null ? null : await standingOf(db, complaint);
  return owner && !owner.respondents.includes(owner.id) ? staffFor(db, { person: owner.id }, occasion) : [];
}

/** Whether anybody is in some roles himself, whoever stands above. */
export const anybodyIn = async (db: Queries, wanted: InRoles): Promise<boolean> =>
  holding(await db.select().from(staff).where(eq(staff.active, true)), wanted).length > 0;

const holding = (everybody: Person[], { roles, team, except }: InRoles): Person[] =>
  everybody.filter(
    (person) =>
      roles.some((role) => person.roles.includes(role)) &&
      (!team || person.team === team) &&
      !except.includes(person.id),
  );

/** Who answers for a complaint, and who is complained about in it. */
async function standingOf(db: Queries, number: string): Promise<{ id: string; respondents: string[] }> {
  const [row] = await db
    .select({ id: complaints.ownerId, respondents: complaints.respondents })
    .from(complaints)
    .where(eq(complaints.number, number));
  return row ?? { id: '', respondents: [] };
}

/** Whom word for somebody reaches: himself, or who took over from him when he left, and so on. */
async function presentHolder(db: Queries, id: string): Promise<string | null> {
  const { rows } = await db.execute<{ id: string }>(sql`
    with recursive holder(id, passed) as (
      select ${id}::text, array[${id}::text]
      union all
      select left_to.id, passed || left_to.id from holder, lateral (
        select staff_changes.change ->> 'successor' as id from staff_changes join staff on staff.id = staff_changes.staff
        where staff_changes.staff = holder.id and not staff.active and staff_changes.change ? 'successor'
        order by staff_changes.id desc limit 1
      ) as left_to
      where left_to.id <> all (passed)
    )
    select id from holder order by cardinality(passed) desc limit 1`);
  return rows[0]?.id ?? null;
}

/**
 * Some people, and who stands in for them at an instant; nobody who is complained about hears of the complaint that way
 * (HA-18), and nobody who has come to hold other roles since he was named.
 */
async function withDeputies(
  db: Queries,
  people: Person[],
  except: string[],
  { at, complaint }: Occasion,
): Promise<string[]> {
  if (people.length === 0) return [];
  const ids = people.map(({ id }) => id);
  const rows = await db
    .select({ away: absences.staff, deputy: { id: staff.id, roles: staff.roles, team: staff.team } })
    .from(absences)
    .innerJoin(staff, and(eq(staff.id, absences.deputy), eq(staff.active, true)))
    .where(
      and(
        inArray(absences.staff, ids),
        isOnAt(at),
        complaint === null ? undefined : sql`not ${isComplainedAbout(complaint, absences.deputy)}`,
      ),
    );
  const deputies = rows
    .filter(({ away, deputy }) =>
      people.some((person) => person.id === away && rolesNotCovered(person, deputy).length === 0),
    )
    .map(({ deputy }) => deputy.id)
    .filter((id) => !except.includes(id));
  return [...new Set([...ids, ...deputies])];
}

/** Whether somebody is complained about in a complaint, now. */
const isComplainedAbout = (complaint: string, person: SQLWrapper) => sql`exists (
  select from ${complaints} where ${complaints.number} = ${complaint} and ${complaints.respondents} ? ${person})`;

/** Hashes of the codes by which these people may approve this review by a signal. */
export async function saveApprovalCodes(
  tx: Queries,
  codes: { codeHash: string; complaint: string; duty: string; staffId: string }[],
): Promise<void> {
  if (codes.length > 0) await tx.insert(approvalCodes).values(codes).onConflictDoNothing();
}

/** Who holds an approval code that has not been used, and for which review duty. */
export async function holderOfCode(
  db: Queries,
  complaint: string,
  codeHash: string,
): Promise<{ duty: string; staffId: string } | undefined> {
  const [row] = await db
    .select({ duty: approvalCodes.duty, staffId: approvalCodes.staffId })
    .from(approvalCodes)
    .where(
      and(eq(approvalCodes.codeHash, codeHash), eq(approvalCodes.complaint, complaint), isNull(approvalCodes.usedSeq)),
    );
  return row;
}

export async function useApprovalCode(tx: Queries, codeHash: string, seq: number): Promise<void> {
  await tx.update(approvalCodes).set({ usedSeq: seq }).where(eq(approvalCodes.codeHash, codeHash));
}

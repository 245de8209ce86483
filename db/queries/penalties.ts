import { count, eq, inArray, max } from 'drizzle-orm';
import type { ComplaintFile, Handled } from '../../domain/complaint-file';
import type { Recipients } from '../../domain/notices';
import type { Arising } from '../../domain/penalties/arising';
import { AWAITS, penaltyNotices } from '../../domain/penalties/notices';
import type { Penalty } from '../../domain/penalties/penalty';
import { deciderAudiences, penalisedRole } from '../../domain/penalties/people';
import type { Queries } from '../client';
import { penalties, penaltySteps, staff } from '../schema';
import { insertAtOnce } from './at-once';
import { anybodyIn, insertNotices } from './notices';

/** Who proposes: the system from the record, or a superior with a reason. `key` and `bodyHash` name his call. */
export type Proposing = { by: Handled | null; at: Date; reason?: string; key: string; bodyHash?: string };

/**
 * Puts proposed penalties on record, in the transaction that holds the complaint's row (RE-7): one breach, one penalty, and
 * nothing about somebody who is not on the staff. Gives back those that are new.
 */
export async function proposePenalties(
  tx: Queries,
  complaint: ComplaintFile,
  arising: Arising[],
  proposing: Proposing,
): Promise<Penalty[]> {
  const known = await tx
    .select({ breach: penalties.breach })
    .from(penalties)
    .where(eq(penalties.complaint, complaint.number));
  const fresh = arising.filter(({ breach }) => !known.some((old) => old.breach === breach));
  const people = await tx
    .select()
    .from(staff)
    .where(
      inArray(
        staff.id,
        fresh.map(({ offender }) => offender),
      ),
    );
  const proposed: Penalty[] = [];
  for (const one of fresh) {
    const person = people.find(({ id }) => id === one.offender);
    const role = person && (one.role ?? penalisedRole(person.roles));
    if (!person || !role) continue;
    const id = `${complaint.number}-F${known.length + proposed.length + 1}`;
    const offender = { id: person.id, role };
    const penalty = penaltyOf(id, complaint, one, offender, { team: person.team, proposing });
    await insert(tx, penalty, one, proposing);
    proposed.push(penalty);
  }
  return proposed;
}

const penaltyOf = (
  id: string,
  { number, respondents }: ComplaintFile,
  { fen: [least, most], proposed = least }: Arising,
  offender: Handled,
  { team, proposing }: { team: string; proposing: Proposing },
): Penalty => ({
  id,
  complaint: number,
  offender,
  team,
  state: 'proposed',
  fen: proposed,
  least,
  most,
  proposedBy: proposing.by?.id ?? 'clock',
  confirmedBy: null,
  appealUntil: null,
  respondents,
});

async function insert(
  tx: Queries,
  penalty: Penalty,
  { breach, clause, cause, what }: Arising,
  { by, at, reason, key, bodyHash }: Proposing,
): Promise<void> {
  const { id, complaint, offender, team, least, most, fen, state, proposedBy } = penalty;
  await tx.insert(penalties).values({
    id,
    complaint,
    breach,
    clause,
    cause,
    what,
    offender: offender.id,
    offenderRole: offender.role,
    offenderTeam: team,
    proposedBy,
    proposedAt: at,
    least,
    most,
    fen,
    state,
    lastAt: at,
  });
  const step = { penalty: id, no: 1, state, by: proposedBy, role: by?.role, at, reason, fen, key, bodyHash };
  await insertAtOnce(tx, [tx.insert(penaltySteps).values(step), ...(await noticesFor(tx, penalty, at))]);
}

/** The notices of a penalty as it stands now, ready to be inserted. */
export async function noticesFor(tx: Queries, penalty: Penalty, at: Date) {
  const deciding = AWAITS.includes(penalty.state) ? await nearestDeciders(tx, penalty) : undefined;
  return insertNotices(tx, penalty.complaint, penaltyNotices(penalty, deciding), at);
}

/** The nearest level above that anybody who may decide belongs to. */
async function nearestDeciders(tx: Queries, penalty: Penalty): Promise<Recipients | undefined> {
  for (const audience of deciderAudiences(penalty)) {
    if (await anybodyIn(tx, audience)) return audience;
  }
  return undefined;
}

/** How many steps a penalty has, and when the last one was. */
export async function lastStep(tx: Queries, id: string): Promise<{ no: number; at: number }> {
  const [row] = await tx
    .select({ no: count(), at: max(penaltySteps.at) })
    .from(penaltySteps)
    .where(eq(penaltySteps.penalty, id));
  return { no: row?.no ?? 0, at: row?.at?.getTime() ?? 0 };
}

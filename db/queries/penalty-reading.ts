import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { seatsOf } from '../../domain/deputies';
import type { Actor } from '../../domain/people';
import type { PenaltyState } from '../../domain/penalties/words';
import { SEES_PENALTIES } from '../../domain/penalties/people';
import type { Role } from '../../domain/words';
import type { Queries } from '../client';
import { complaints, penalties, penaltySteps } from '../schema';
import { notAbout } from './lists';

/** Which penalties, for whom. */
export type PenaltyQuery = {
  actor: Actor;
  state?: PenaltyState;
  person?: string;
  complaint?: string;
  /** Where the last page ended: the instant (ms, UTC) and the id. */
  after?: { at: number; id: string };
  limit: number;
};

/** One page, newest first. */
export async function listPenalties(db: Queries, { actor, state, person, complaint, after, limit }: PenaltyQuery) {
  const rows = await db
    .select({ penalty: penalties })
    .from(penalties)
    .innerJoin(complaints, eq(complaints.number, penalties.complaint))
    .where(
      and(
        state && eq(penalties.state, state),
        person === undefined ? undefined : eq(penalties.offender, person),
        complaint === undefined ? undefined : eq(penalties.complaint, complaint),
        visible(actor),
        after && sql`(${penalties.proposedAt}, ${penalties.id}) < (to_timestamp(${after.at / 1000}), ${after.id})`,
      ),
    )
    .orderBy(desc(penalties.proposedAt), desc(penalties.id))
    .limit(limit);
  return rows.map(({ penalty }) => penalty);
}

export type ListedPenalty = typeof penalties.$inferSelect;

/** The offender his own; those who see all; a supervisor those of his team's handlers; the centre those of the directors (RE-7). */
function visible(actor: Actor): SQL | undefined {
  const own = eq(penalties.offender, actor.id);
  const seats = seatsOf(actor);
  const sees = (role: Role): Actor[] => seats.filter(({ roles }) => roles.includes(role));
  if (SEES_PENALTIES.some((role) => sees(role).length > 0)) return or(own, notAbout(actor));
  const above = [
    ...sees('supervisor').map(({ team }) =>
      and(eq(penalties.offenderRole, 'handler'), eq(penalties.offenderTeam, team)),
    ),
    ...sees('administration_centre').map(() =>
      inArray(penalties.offenderRole, ['sales_director', 'administration_director']),
    ),
  ];
  return above.length === 0 ? own : or(own, and(or(...above), notAbout(actor)));
}

/** One penalty with its complaint's file. */
export async function penaltyWithFile(db: Queries, id: string) {
  const [row] = await db
    .select({ penalty: penalties, file: complaints.file })
    .from(penalties)
    .innerJoin(complaints, eq(complaints.number, penalties.complaint))
    .where(eq(penalties.id, id));
  return row;
}

/** Its steps in order. */
export async function penaltyStepsOf(db: Queries, id: string) {
  return db.select().from(penaltySteps).where(eq(penaltySteps.penalty, id)).orderBy(asc(penaltySteps.no));
}

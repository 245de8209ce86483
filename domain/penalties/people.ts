import { inASeat, isAmong, seatsOf } from '../deputies';
import { actingFor, isOfATeam, rolesAbove } from '../ladder';
import type { Acting } from '../ladder';
import type { Actor, InRoles } from '../people';
import type { Role } from '../words';
import type { Penalty } from './penalty';

/** Who may be held to the rules for those who handle complaints (002 4.2, 5.4.1). */
export const PENALISED: Role[] = ['handler', 'supervisor', 'manager', 'sales_director', 'administration_director'];
/** Who brings a breach forward that no clock sees. */
const PROPOSERS: Role[] = ['supervisor', 'manager', 'sales_director', 'administration_director'];

/** Supervisors and managers both handle level 2: neither is the level above the other (HA-2). */
const SAME_LEVEL: Partial<Record<Role, Role[]>> = { supervisor: ['manager'] };

/** The level above the offender. What one director brings forward against the other is for the general manager's meeting. */
function confirmers({ offender: { role }, proposedBy }: Pick<Penalty, 'offender' | 'proposedBy'>): Role[] {
  const above = rolesAbove(role).filter((other) => !SAME_LEVEL[role]?.includes(other));
  const ofDirectors = above.length === 1 && proposedBy !== 'clock';
  return ofDirectors ? [...above, 'administration_centre'] : above;
}

/**
 * Who decides next, nearest first: the level above the offender; of an appeal the level above who confirmed. Between two
 * directors there is no level above: then the general manager's meeting, whose word the administration centre records.
 */
export function deciders({
  offender,
  proposedBy,
  confirmedBy,
}: Pick<Penalty, 'offender' | 'proposedBy' | 'confirmedBy'>): Role[] {
  if (!confirmedBy) return confirmers({ offender, proposedBy });
  const above = rolesAbove(confirmedBy.role);
  return above.every((role) => role === offender.role) ? ['administration_centre'] : above;
}

/** Who sees the penalties of the whole company, besides those who may decide. */
export const SEES_PENALTIES: readonly Role[] = ['manager', 'sales_director', 'administration_director', 'clerk'];

/** The role in which somebody is held to the rules: the highest that he has, if any. */
export const penalisedRole = (roles: Role[]): Role | undefined => PENALISED.findLast((role) => roles.includes(role));

/** Whether somebody sees a penalty: his own, those that he may decide, all of them; never out of a case about himself. */
export function seesPenalty(penalty: Penalty, actor: Actor): boolean {
  if (actor.id === penalty.offender.id) return true;
  if (penalty.respondents.includes(actor.id)) return false;
  const wanted = [...SEES_PENALTIES, ...deciders({ ...penalty, confirmedBy: null }), ...deciders(penalty)];
  return seatsOf(actor).some((seat) => 'role' in actingFor(penalty.team, wanted, seat));
}

/** In which role somebody decides a proposal or an appeal; never the offender, who proposed or confirmed it, or who is complained about. */
export function decidingOf(penalty: Penalty, actor: Actor): Acting {
  if (isAmong(actor, [penalty.offender.id])) return { refused: { code: 'own_penalty' } };
  if (penalty.respondents.includes(actor.id)) return { refused: { code: 'complained_about' } };
  if (isAmong(actor, [penalty.proposedBy])) return { refused: { code: 'proposed_by_yourself' } };
  if (isAmong(actor, [penalty.confirmedBy?.id])) return { refused: { code: 'confirmed_by_yourself' } };
  return inASeat(actor, penalty.respondents, (seat) => actingFor(penalty.team, deciders(penalty), seat));
}

/** In which role somebody proposes a penalty in a complaint of a team. */
export const proposingOf = (team: string, actor: Actor): Acting =>
  inASeat(actor, [], (seat) => actingFor(team, PROPOSERS, seat));

/** Who is told that there is something to decide, level by level: the first of them that anybody belongs to. */
export const deciderAudiences = (penalty: Penalty): InRoles[] =>
  deciders(penalty).map((role) => ({
    roles: [role],
    team: isOfATeam(role) ? penalty.team : null,
    except: [
      ...penalty.respondents,
      penalty.offender.id,
      ...(penalty.proposedBy === 'clock' ? [] : [penalty.proposedBy]),
      ...(penalty.confirmedBy ? [penalty.confirmedBy.id] : []),
    ],
  }));

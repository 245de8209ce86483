import type { Actor } from '../../domain/people';
import type { Role } from '../../domain/words';
import type { Case, Person } from './reference-case';
import { rank } from './reference-ranks';

/** The procedure told a second time. This file: who is who, and who may do what (RO-1, HA-2, CO-5, HA-18). */
const LADDER: Role[] = ['supervisor', 'manager', 'sales_director', 'administration_director'];
export const DIRECTORS: Role[] = ['sales_director', 'administration_director'];

/** HA-2, CL-5: whose a complaint is. 000, 001 and 004 know neither levels nor that a supervisor follows the urgent ones. */
export function handlers(c: Case): Role[] {
  const levels = c.under('standard', 'retail-franchise');
  if (levels && c.level === 3)
    return [complainedAbout(c, 'sales_director') ? 'administration_director' : 'sales_director'];
  if (levels && c.level === 2) return ['supervisor', 'manager'];
  if (c.priority === 'urgent' && c.under('standard', 'case-analysis')) return ['supervisor', 'manager'];
  return ['handler', 'supervisor', 'manager'];
}

const complainedAbout = (c: Case, role: Role): boolean => (c.birth.respondentRoles ?? []).includes(role);

/** Whoever stands as high as one of those whose it is may answer for it. */
export const fits = (c: Case, role: Role): boolean => handlers(c).some((handler) => rank(role) >= rank(handler));
export const belongsElsewhere = (c: Case): boolean => !fits(c, c.owner.role);

/** Everybody above somebody, from below; above a director stands the other one. Who is complained about comes last. */
function above(c: Case, role: Role): Role[] {
  const higher = LADDER.filter((other) => rank(other) > rank(role));
  const roles = higher.length > 0 ? higher : DIRECTORS.filter((other) => other !== role);
  return [...roles.filter((r) => !complainedAbout(c, r)), ...roles.filter((r) => complainedAbout(c, r))];
}

export const superiors = (c: Case): Role[] => above(c, c.owner.role);
/** HA-15: above whoever drew the proposal up. */
export const approvers = (c: Case): Role[] => above(c, (c.proposal?.by ?? c.owner).role);

/** CL-3: the level above that of the complaint; above the third one stands nobody, and its directors lower it. */
export function aboveItsLevel(c: Case): Role[] {
  const lowest = Math.min(...handlers(c).map(rank));
  return lowest === 4 ? DIRECTORS : LADDER.filter((role) => rank(role) > lowest);
}

/**
 * CO-5: level 1 a supervisor or anybody above, levels 2 and 3 a director: each stands above everybody who had a hand in the
 * case, none holds a post that is complained about. Nobody is left so: whichever of the directors had no hand in it.
 */
export function reviewers(c: Case): Role[] {
  const highest = Math.max(...c.hands.map(({ role }) => rank(role)));
  const wanted = c.level === 1 ? LADDER : DIRECTORS;
  const found = wanted.filter((role) => rank(role) > highest && !complainedAbout(c, role));
  return found.length > 0 ? found : DIRECTORS;
}

/** CO-14: both directors had a hand in it, or are complained about. */
export const nobodyReviews = (c: Case): boolean =>
  reviewers(c).every((role) => complainedAbout(c, role) || c.hands.some((hand) => hand.role === role));

/** In which of some roles somebody acts here. Handlers and supervisors work for their own team, the others for all. */
export const roleAmong = (c: Case, by: Actor, roles: Role[]): Role | undefined =>
  roles.find((role) => worksAs(c, by, role));

function worksAs(c: Case, by: Actor, role: Role): boolean {
  const everywhere = role !== 'handler' && role !== 'supervisor';
  return by.roles.includes(role) && (everywhere || by.team === c.team);
}

export const isOneOf = (c: Case, by: Actor, roles: Role[]): boolean => roleAmong(c, by, roles) !== undefined;
export const owns = (c: Case, by: Actor): boolean => by.id === c.owner.id;
/** HA-8: the level above the owner is somebody else than he. */
export const isSuperior = (c: Case, by: Actor): boolean => !owns(c, by) && isOneOf(c, by, superiors(c));
export const isApprover = (c: Case, by: Actor): boolean =>
  by.id !== (c.proposal?.by ?? c.owner).id && isOneOf(c, by, approvers(c));
export const isReviewer = (c: Case, by: Actor): boolean =>
  !c.hands.some(({ id }) => id === by.id) && isOneOf(c, by, reviewers(c));
/** HA-3: a task is for the people of its department. */
export const isOfDepartment = (by: Actor, department: string): boolean =>
  by.team === department && (by.roles.includes('department_head') || by.roles.includes('department_member'));

/** Somebody as one who acts in one of these roles. */
export const as = (c: Case, by: Actor, roles: Role[]): Person => ({
  id: by.id,
  role: roleAmong(c, by, roles) ?? by.roles[0]!,
});
/** Somebody as whatever he is first. */
export const asHimself = (by: Actor): Person => ({ id: by.id, role: by.roles[0]! });

import type { Actor } from '../../domain/people';
import type { Role } from '../../domain/words';
import type { Case, Person } from './reference-case';
import { rank } from './reference-ranks';

/** The procedure told a second time. This file: who is who, and who may do what (RO-1, HA-2, CO-5, HA-18). */
const LADDER: Role[] = ['supervisor', 'manager', 'sales_director', 'administration_director'];
export const DIRECTORS: Role[] = ['sales_director', 'administration_director'];

/** CL-5: in 003 the supervisor follows the urgent ones himself, at once. */
const supervisorFollows = (c: Case): boolean => c.priority === 'urgent' && c.under('standard', 'case-analysis');

/** HA-2, CL-5: whose a complaint is. 000, 001 and 004 know neither levels nor that a supervisor follows the urgent ones. */
export function handlers(c: Case): Role[] {
  const its = itsHandlers(c);
  const lowest = Math.min(...its.map(rank));
  // Everybody so high is complained about: the head of service takes it.
  const somebody = [...its, ...LADDER].some((role) => rank(role) >= lowest && !complainedAbout(c, role));
  return somebody ? its : [...its, 'manager'];
}

function itsHandlers(c: Case): Role[] {
  const levels = c.under('standard', 'retail-franchise');
  if (levels && c.level === 3)
    return [complainedAbout(c, 'sales_director') ? 'administration_director' : 'sales_director'];
  if (levels && c.level === 2) return ['supervisor', 'manager'];
  if (supervisorFollows(c)) return ['supervisor', 'manager'];
  return ['handler', 'supervisor', 'manager'];
}

const complainedAbout = (c: Case, role: Role): boolean => c.lacking.includes(role);

/** Whoever stands as high as one of those whose it is may answer for it. */
export const fits = (c: Case, role: Role): boolean => handlers(c).some((handler) => rank(role) >= rank(handler));
/** HA-18: nobody keeps a complaint about himself. */
export const belongsElsewhere = (c: Case): boolean =>
  c.outcome === null && (!fits(c, c.owner.role) || c.isRespondent(c.owner.id));

/**
 * Everybody above somebody, from below; above a director stands the other one. Who is complained about comes last; where that
 * is everybody, the manager stands in, unless he is complained about as well.
 */
function above(c: Case, role: Role): Role[] {
  const higher = LADDER.filter((other) => rank(other) > rank(role));
  const roles = higher.length > 0 ? higher : DIRECTORS.filter((other) => other !== role);
  return [...instead(c, roles, ['manager']), ...roles.filter((r) => complainedAbout(c, r))];
}

/** Those who are not complained about, or the first such one of those who take their place. */
function instead(c: Case, roles: Role[], others: Role[]): Role[] {
  const free = roles.filter((role) => !complainedAbout(c, role));
  return free.length > 0 ? free : others.filter((role) => !complainedAbout(c, role)).slice(0, 1);
}

/** Posts of the company, and who takes the place of those who are complained about. */
export const clerks = (c: Case): Role[] => [...instead(c, ['clerk'], ['manager', 'administration_director']), 'clerk'];
export const administration = (c: Case): Role[] => {
  const posts: Role[] = ['administration_centre', 'administration_director'];
  return [...instead(c, posts, ['sales_director', 'manager']), ...posts];
};
export const headsOfService = (c: Case): Role[] => [...instead(c, ['manager'], DIRECTORS), 'manager'];
/** A director who asked leaves the decision to the other one. */
export const directors = (c: Case, asker?: Person): Role[] => {
  const others = DIRECTORS.filter((role) => role !== asker?.role);
  return [...instead(c, others, ['manager']), ...DIRECTORS];
};

const higher = (one: Person, other: Person | undefined): Role =>
  other && rank(other.role) > rank(one.role) ? other.role : one.role;

/** HA-8: above the owner, and above whoever asked for what is to be decided. */
export const superiors = (c: Case, asker?: Person): Role[] => above(c, higher(c.owner, asker));
/** HA-15, HA-6: above whoever drew the proposal up, and may grant so much himself; directors may anything. */
export function approvers(c: Case): Role[] {
  const roles = above(c, higher(c.owner, c.proposal?.by));
  const limited = c.under('standard', 'case-analysis');
  const mayGrant = (role: Role): boolean =>
    !limited || rank(role) === 4 || (LIMITS[role] ?? 0) >= (c.proposal?.fen ?? 0);
  return roles.some((role) => mayGrant(role) && !complainedAbout(c, role)) ? roles.filter(mayGrant) : roles;
}
const yuan = (amount: number): number => amount * 100;
/** HA-6: how much each may grant by himself. */
export const LIMITS: Partial<Record<Role, number>> = {
  handler: yuan(100),
  supervisor: yuan(500),
  manager: yuan(2_000),
  sales_director: yuan(20_000),
  administration_director: yuan(20_000),
};

/** CL-3: the level above that of the complaint; above the third one stands nobody, and its directors lower it. */
export function aboveItsLevel(c: Case): Role[] {
  const lowest = Math.min(...handlers(c).map(rank));
  return lowest === 4 ? DIRECTORS : LADDER.filter((role) => rank(role) > lowest);
}

/**
 * CO-5: level 1 a supervisor or anybody above, levels 2 and 3 a director: each stands above everybody who answered for the
 * case, none holds a post that is complained about. Nobody is left so: whichever of the directors had no hand in it.
 */
export const reviewers = (c: Case): Role[] => (impartial(c).length > 0 ? impartial(c) : DIRECTORS);

function impartial(c: Case): Role[] {
  const highest = Math.max(...c.owners.map(({ role }) => rank(role)));
  const wanted = c.level === 1 ? LADDER : DIRECTORS;
  return wanted.filter((role) => rank(role) > highest && !complainedAbout(c, role));
}

/** CO-5: of those only the lowest is called, and first one of whose post nobody had a hand in it; of the directors, both. */
export function reviewersCalled(c: Case): Role[] {
  const untouched = impartial(c).filter((role) => !c.hands.some((hand) => hand.role === role));
  const [called] = [...untouched, ...impartial(c)];
  return called ? [called] : DIRECTORS;
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
export const isSuperior = (c: Case, by: Actor, asker?: Person): boolean =>
  !owns(c, by) && by.id !== asker?.id && isOneOf(c, by, superiors(c, asker));
export const isApprover = (c: Case, by: Actor): boolean =>
  !owns(c, by) && by.id !== c.proposal?.by.id && isOneOf(c, by, approvers(c));
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

import type { ComplaintFile, Duty, Handled } from './complaint-file';
import { isAmong } from './deputies';
import { isOfATeam, LADDER, RANK } from './ladder';
import type { Party } from './policy';
import type { Refusal } from './refusals';
import { fits, freeOf, ownerOf, proposerOf, rolesAbove, rolesOf, reviewerRoles } from './standing';
import type { Department, Role } from './words';

export { fits, handlerRoles, nobodyLeftToReview, ownerOf, reviewerRoles } from './standing';

/** A member of staff, as far as it matters who he is. */
export type Person = { id: string; roles: Role[]; team: string };

/** Who acts: a member of staff as the API knows him at that moment, with the colleagues whom he stands in for (domain/deputies.ts). */
export type Actor = Person & { actsFor?: Person[] };

/** The product itself: recomputes deadlines, raises the members of a mass complaint. Nobody on the staff has this id. */
export const SYSTEM: Actor = { id: 'system', roles: [], team: '' };
/** The customer, by a link of his own. Nobody on the staff has this id. */
export const CUSTOMER: Actor = { id: 'customer', roles: [], team: '' };

/** Stands for whoever answers for the complaint, where somebody is to be named. */
export const OWNER = 'owner';

/** Ids that mean something else than a person, so that no member of staff may bear one. */
export const RESERVED_IDS = [SYSTEM.id, CUSTOMER.id, 'clock', 'unknown', OWNER] as const;

/**
 * Everybody in some roles, of one team only where it is named, but for some people; `impartial`: nor for whoever stands in for
 * one of those (HA-18, CO-5).
 */
export type InRoles = { roles: Role[]; team: string | null; except: string[]; impartial?: true };

/** The people whom a notice or a duty is for. `personal`: it is about the person himself, and nobody reads it in his place (RE-8). */
export type Audience = { person: string; personal?: true } | InRoles;

/** Who answered for the complaint at an instant: a breach belongs to who held the case when its last day opened (HA-1). */
export function ownerAt(file: ComplaintFile, instant: number): string {
  const held = file.owners.filter(({ since }) => since <= instant).at(-1) ?? file.owners[0];
  return held?.id ?? ownerOf(file).id;
}

/**
 * HA-2, CL-5: whether the case belongs to handlers who all stand above the present owner. Nobody hands a case down.
 * HA-18: nor does anybody answer for a complaint about himself. What is withdrawn or referred is handled by nobody any more.
 */
export const asksForAnotherHandler = (file: ComplaintFile): boolean =>
  file.outcome === null && (!fits(file, ownerOf(file).role) || isOwnersOwn(file));

/** HA-18: whether the owner himself is complained about: he does nothing in it any more, and somebody takes over at once. */
export const isOwnersOwn = (file: ComplaintFile): boolean => file.respondents.includes(ownerOf(file).id);

/** Whether a role stands above another one. */
export const isAbove = (role: Role, other: Role): boolean => RANK[role] > RANK[other];

/** Whether a role stands on the ladder of those who handle complaints; everybody else who hears of one hands it over (IN-14). */
export const isHandler = (role: Role): boolean => RANK[role] > 0;

/** Whether somebody is one of those whom a review calls upon, and not only one who may do it as well. */
export const isCalledToReview = (file: ComplaintFile, actor: Actor): boolean =>
  reviewerRoles(file).some((role) => actor.roles.includes(role) && reaches(file, role, actor));

type Owing = Pick<Duty, 'of' | 'department' | 'asker'>;

/** Who is told of a duty: the nearest of those who may do it, and nobody who may not. */
export function audienceOf(file: ComplaintFile, { of, department, asker }: Owing): Audience {
  // What the customer or the other side owes is the owner's to watch.
  if (of === 'owner' || of === 'customer' || of === 'other_side') return audienceOfOwner(file);
  const roles = nearest(file, of, rolesOf(file, of, asker));
  if (of === 'department') return { roles, team: department ?? null, except: file.respondents };
  const tooNear = partial(file, of, asker);
  return {
    roles,
    team: teamFor(file, roles),
    except: [...file.respondents, ...tooNear],
    ...(tooNear.length > 0 ? { impartial: true } : {}),
  };
}

/** Whoever answers for it; where he is complained about himself, he hears nothing, and the level above does (HA-18). */
export const audienceOfOwner = (file: ComplaintFile): Audience =>
  isOwnersOwn(file) ? audienceOf(file, { of: 'superior' }) : { person: ownerOf(file).id };

/** Who is told that a party has not done its duty: whoever stands next above it, or above the owner where it is on no ladder. */
export function audienceAbove(file: ComplaintFile, { of, department, asker }: Owing): Audience {
  if (of === 'department') return { roles: ['department_head'], team: department ?? null, except: file.respondents };
  const [role] = nearest(file, of, rolesOf(file, of, asker)).filter((candidate) => RANK[candidate] > 0);
  const roles = rolesAbove(file, role ?? ownerOf(file).role).slice(0, 1);
  return { roles, team: teamFor(file, roles), except: [...file.respondents, ownerOf(file).id] };
}

/** Everybody in some roles; those of a team only in the complaint's. */
export const audienceIn = (file: ComplaintFile, roles: Role[]): Audience => ({
  roles,
  team: teamFor(file, roles),
  except: file.respondents,
});

/** To whom word goes, step by step, that was for roles in which nobody is left: further up, and at last to the head of service (HA-18). */
export function rolesInstead(roles: Role[]): Role[] {
  const highest = Math.max(...roles.map((role) => RANK[role]));
  const up = LADDER.filter((role) => RANK[role] > highest && (highest > 0 || !isOfATeam(role)));
  return [...new Set<Role>([...up, 'manager'])];
}

/** A level above is told step by step; of the handlers of a level, those who stand lowest; of the others, those who are free. */
function nearest(file: ComplaintFile, party: Party, roles: Role[]): Role[] {
  if (party === 'reviewer') return reviewerRoles(file);
  if (party === 'superior' || party === 'above_proposer') return roles.slice(0, 1);
  const lowest = Math.min(...roles.map((role) => RANK[role]));
  if (party === 'next_handler') return roles.filter((role) => RANK[role] === lowest);
  const free = party === 'department' ? roles : freeOf(file, roles);
  return free.length > 0 ? free : roles;
}

/** Who stands too near the case to review it, or to be the level above its owner, its level, its proposer or who asked (CO-5, CL-3, HA-8, HA-15). */
function partial(file: ComplaintFile, party: Party, asker?: Handled): string[] {
  if (party === 'reviewer') return file.handled.map(({ id }) => id);
  const owner = ownerOf(file);
  if (party === 'above_proposer') return [proposerOf(file).id, owner.id];
  if (asker) return [asker.id, owner.id];
  return party === 'superior' || party === 'level_above' ? [owner.id] : [];
}

const teamFor = (file: ComplaintFile, roles: Role[]): string | null => (roles.every(isOfATeam) ? file.team : null);

const reaches = (file: ComplaintFile, role: Role, { team }: Pick<Person, 'team'>): boolean =>
  !isOfATeam(role) || team === file.team;

/**
 * Whether the owner may go on answering for the complaint as somebody of these roles and this team (HA-2, CO-5). Who only
 * stays with it until a handler has taken over may be anybody but an administrator (IN-14).
 */
export function mayStayOwner(file: ComplaintFile, person: Person): boolean {
  const { role } = ownerOf(file);
  if (!isHandler(role)) return person.roles.some((own) => own !== 'admin');
  return person.roles.some((own) => reaches(file, own, person) && (own === role || fits(file, own)));
}

/** Why somebody may not act for a department, or null: it is for its head and its members. */
export function mayNotFor(file: ComplaintFile, department: Department, { id, roles, team }: Actor): Refusal | null {
  if (file.respondents.includes(id)) return { code: 'complained_about' };
  const wanted = rolesOf(file, 'department');
  if (!roles.some((role) => wanted.includes(role))) return { code: 'role_needed', roles: wanted };
  return team === department ? null : { code: 'other_department', department };
}

/** Somebody as one who had a hand in the case, in the role that a party asks for. */
export const handOf = (file: ComplaintFile, party: Party, actor: Actor, asker?: Handled): Handled => ({
  id: actor.id,
  role: roleFor(file, party, actor, asker) ?? actor.roles[0] ?? 'handler',
});

/** The role in which somebody acts for a party: the first of his own that the party asks for and that reaches the case. */
export function roleFor(file: ComplaintFile, party: Party, actor: Actor, asker?: Handled): Role | undefined {
  const held = rolesOf(file, party, asker).filter((role) => actor.roles.includes(role));
  return held.find((role) => reaches(file, role, actor)) ?? held[0];
}

/** Why somebody may not act for a party, or null if he may. `asker`: who asked for what he is to decide. */
export function mayNot(file: ComplaintFile, party: Party, actor: Actor, asker?: Handled): Refusal | null {
  if (file.respondents.includes(actor.id)) return { code: 'complained_about' };
  if (party === 'system' || party === 'customer')
    return actor.id === party ? null : { code: 'not_for_staff', by: party };
  if (party === 'owner') {
    const owner = ownerOf(file).id;
    return actor.id === owner ? null : { code: 'not_owner', owner };
  }
  const tooNear = partial(file, party, asker);
  if (isAmong(actor, tooNear)) {
    return { code: 'handled_before', because: tooNear.includes(actor.id) ? 'himself' : 'stands_in' };
  }
  const role = roleFor(file, party, actor, asker);
  if (!role) return { code: 'role_needed', roles: rolesOf(file, party, asker) };
  if (!reaches(file, role, actor)) return { code: 'other_team', team: file.team };
  // Nobody judges a case in which a colleague whom he stands in for is complained about.
  const biased = tooNear.length > 0 && isAmong(actor, file.respondents);
  return biased ? { code: 'handled_before', because: 'respondent' } : null;
}

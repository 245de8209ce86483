import type { ComplaintFile, Handled } from './complaint-file';
import type { Party } from './policy';
import type { Refusal } from './refusals';
import type { Role } from './words';

/** Who acts: a member of staff as the API knows him at that moment. */
export type Actor = { id: string; roles: Role[]; team: string };

/** Who acts where nobody does: the calendar that changed, a decision for many that is carried out one by one. */
export const SYSTEM: Actor = { id: 'system', roles: [], team: '' };

/** Ids that mean something else than a person, so that no member of staff may bear one. */
export const RESERVED_IDS = [SYSTEM.id, 'customer', 'clock', 'unknown', 'owner'] as const;

/** How far up a role stands; what is not on the ladder of 002 4.2 stands at 0. */
const RANK: Record<Role, number> = {
  handler: 1,
  supervisor: 2,
  manager: 3,
  sales_director: 4,
  administration_director: 4,
  administration_centre: 0,
  clerk: 0,
  department_head: 0,
  department_member: 0,
  admin: 0,
};

/** The ladder above the handlers, from below: who decides where the one below cannot go on (002 4.2). */
const LADDER: Role[] = ['supervisor', 'manager', 'sales_director', 'administration_director'];

/** Up to this rank a role works for its own team only; above it for the whole company. */
const TEAM_RANK = 2;

/** The people whom a notice or a duty is for. */
export type Audience = { person: string } | { roles: Role[]; team: string | null; except: string[] };

/** The one person accountable now. */
export function ownerOf(file: ComplaintFile): Handled {
  const last = file.owners.at(-1);
  if (!last) throw new Error(`Complaint ${file.number} has no owner.`);
  return last;
}

/** Who answered for the complaint at an instant: a breach belongs to who held the case when its last day opened (HA-1). */
export function ownerAt(file: ComplaintFile, instant: number): string {
  const held = file.owners.filter(({ since }) => since <= instant).at(-1) ?? file.owners[0];
  return held?.id ?? ownerOf(file).id;
}

/** HA-2: whether the level belongs to handlers who all stand above the present owner. Nobody hands a case down. */
export function asksForAnotherHandler(file: ComplaintFile): boolean {
  const { handlers } = file.rules.levels[file.level];
  return handlers.every((role) => RANK[role] > RANK[ownerOf(file).role]);
}

/**
 * The roles that may review now (HA-2, CO-14). The first listed role that stands above everybody who handled the case,
 * or the next one of the ladder; where nobody stands above (the directors), those of equal rank who did not handle it.
 */
export function reviewerRoles(file: ComplaintFile): Role[] {
  const { reviewers } = file.rules.levels[file.level];
  const highest = Math.max(...file.handled.map(({ role }) => RANK[role]));
  const above = [...reviewers, ...LADDER].find((role) => RANK[role] > highest);
  return above ? [above] : LADDER.filter((role) => RANK[role] >= highest);
}

/** Whether everybody who could review has had a hand in the case: it then goes to the meeting (CO-14). */
export const nobodyLeftToReview = (file: ComplaintFile): boolean =>
  reviewerRoles(file).every((wanted) => file.handled.some(({ role }) => role === wanted));

/** The level above the present owner: decides where he cannot go on (HA-8). */
export const superiorRoles = (file: ComplaintFile): Role[] => rolesAbove(ownerOf(file).role);

/** Everybody on the ladder above a role, from below; for a director it is the other one. */
function rolesAbove(role: Role): Role[] {
  const above = LADDER.filter((candidate) => RANK[candidate] > RANK[role]);
  return above.length > 0 ? above : LADDER.filter((other) => RANK[other] === RANK[role] && other !== role);
}

function rolesOf(file: ComplaintFile, party: Party): Role[] {
  switch (party) {
    case 'owner':
      return [ownerOf(file).role];
    case 'next_handler':
      return file.rules.levels[file.level].handlers;
    case 'superior':
      return superiorRoles(file);
    case 'reviewer':
      return reviewerRoles(file);
    case 'clerk':
      return ['clerk'];
    case 'administration':
      return ['administration_centre', 'administration_director'];
    case 'system':
      return [];
  }
}

/** Who is told of a duty: the nearest of those who may do it, and nobody who may not. */
export function audienceOf(file: ComplaintFile, party: Party): Audience {
  if (party === 'owner') return { person: ownerOf(file).id };
  const roles = nearest(party, rolesOf(file, party));
  return { roles, team: teamFor(file, roles), except: [...file.respondents, ...partial(file, party)] };
}

/** Who is told that a party has not done its duty: whoever stands next above it, or above the owner where it is on no ladder. */
export function audienceAbove(file: ComplaintFile, party: Party): Audience {
  const [role] = nearest(party, rolesOf(file, party)).filter((candidate) => RANK[candidate] > 0);
  const roles = rolesAbove(role ?? ownerOf(file).role).slice(0, 1);
  return { roles, team: teamFor(file, roles), except: [...file.respondents, ownerOf(file).id] };
}

/** A level above is told step by step; of the handlers of a level, those who stand lowest. */
function nearest(party: Party, roles: Role[]): Role[] {
  if (party === 'superior') return roles.slice(0, 1);
  const lowest = Math.min(...roles.map((role) => RANK[role]));
  return party === 'next_handler' ? roles.filter((role) => RANK[role] === lowest) : roles;
}

/** Who stands too near the case to review it, or to be the level above its owner (CO-5, HA-8). */
function partial(file: ComplaintFile, party: Party): string[] {
  if (party === 'reviewer') return file.handled.map(({ id }) => id);
  return party === 'superior' ? [ownerOf(file).id] : [];
}

const teamFor = (file: ComplaintFile, roles: Role[]): string | null => (roles.every(isOfATeam) ? file.team : null);

const isOfATeam = (role: Role): boolean => RANK[role] > 0 && RANK[role] <= TEAM_RANK;

const reaches = (file: ComplaintFile, role: Role, actor: Actor): boolean =>
  !isOfATeam(role) || actor.team === file.team;

/** The role in which somebody acts for a party: the first of his own that the party asks for and that reaches the case. */
export function roleFor(file: ComplaintFile, party: Party, actor: Actor): Role | undefined {
  const held = rolesOf(file, party).filter((role) => actor.roles.includes(role));
  return held.find((role) => reaches(file, role, actor)) ?? held[0];
}

/** Why somebody may not act for a party, or null if he may. */
export function mayNot(file: ComplaintFile, party: Party, actor: Actor): Refusal | null {
  if (file.respondents.includes(actor.id)) return { code: 'complained_about' };
  if (party === 'system') return actor.id === SYSTEM.id ? null : { code: 'not_for_staff', by: 'system' };
  if (party === 'owner') {
    const owner = ownerOf(file).id;
    return actor.id === owner ? null : { code: 'not_owner', owner };
  }
  if (partial(file, party).includes(actor.id)) return { code: 'handled_before' };
  const role = roleFor(file, party, actor);
  if (!role) return { code: 'role_needed', roles: rolesOf(file, party) };
  return reaches(file, role, actor) ? null : { code: 'other_team', team: file.team };
}

import type { ComplaintFile, Duty, Handled } from './complaint-file';
import { isAmong } from './deputies';
import { isOfATeam, LADDER, RANK, rolesAbove as above } from './ladder';
import { handlingFor } from './policy';
import type { Party } from './policy';
import type { Refusal } from './refusals';
import type { Department, Role } from './words';

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

/** Everybody in some roles, of one team only where it is named, but for some people. */
export type InRoles = { roles: Role[]; team: string | null; except: string[] };

/** The people whom a notice or a duty is for. `personal`: it is about the person himself, and nobody reads it in his place (RE-8). */
export type Audience = { person: string; personal?: true } | InRoles;

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

/** HA-2, CL-5: whether the case belongs to handlers who all stand above the present owner. Nobody hands a case down. */
export const asksForAnotherHandler = (file: ComplaintFile): boolean => !fits(file, ownerOf(file).role);

/** Whether a role stands above another one. */
export const isAbove = (role: Role, other: Role): boolean => RANK[role] > RANK[other];

/** Whether a role stands on the ladder of those who handle complaints; everybody else who hears of one hands it over (IN-14). */
export const isHandler = (role: Role): boolean => RANK[role] > 0;

/** Whether a role may answer for the complaint as it stands: one of its handlers, or somebody above them. */
export const fits = (file: ComplaintFile, role: Role): boolean =>
  handlingFor(file.rules, file).handlers.some((handler) => RANK[role] >= RANK[handler]);

/** Whether nobody of a role who reaches the case is free to act in it, as far as the file tells: one of them is complained about (HA-18). */
const complainedAbout = (file: ComplaintFile, role: Role): boolean => file.respondentRoles.includes(role);

/**
 * Who may review now, nearest first (HA-2, CO-14): whoever stands above everybody who handled the case, and not below what the
 * level asks for; where nobody does (the directors), those of equal rank who did not handle it. `called`: the nearest alone.
 * The others may because nobody need hold that role.
 */
export function reviewerRoles(file: ComplaintFile, which: 'called' | 'allowed' = 'called'): Role[] {
  const { reviewers } = handlingFor(file.rules, file);
  const highest = Math.max(...file.handled.map(({ role }) => RANK[role]));
  // Nobody below what the level asks for reviews it, whoever of those is complained about.
  const candidates = [...reviewers, ...LADDER.filter((role) => RANK[role] >= lowestRank(reviewers))];
  const above = candidates.filter((role) => RANK[role] > highest && !complainedAbout(file, role));
  if (above.length === 0) return LADDER.filter((role) => RANK[role] >= highest);
  return which === 'called' ? above.slice(0, 1) : [...new Set(above)];
}

/** Whether somebody is one of those whom a review calls upon, and not only one who may do it as well. */
export const isCalledToReview = (file: ComplaintFile, actor: Actor): boolean =>
  reviewerRoles(file).some((role) => actor.roles.includes(role) && reaches(file, role, actor));

/** Whether everybody who could review has had a hand in the case: it then goes to the meeting (CO-14). */
export const nobodyLeftToReview = (file: ComplaintFile): boolean =>
  reviewerRoles(file).every(
    (wanted) => complainedAbout(file, wanted) || file.handled.some(({ role }) => role === wanted),
  );

/** The level above the present owner: decides where he cannot go on (HA-8). */
export const superiorRoles = (file: ComplaintFile): Role[] => rolesAbove(file, ownerOf(file).role);

/** Who drew the present proposal up. */
const proposerOf = (file: ComplaintFile): Handled => file.proposal?.by ?? ownerOf(file);

/** Everybody on the ladder above a role, from below. Roles complained about come last. */
const rolesAbove = (file: ComplaintFile, role: Role): Role[] =>
  above(role).sort((a, b) => Number(complainedAbout(file, a)) - Number(complainedAbout(file, b)));

/** The level above the complaint's: who alone may lower it (CL-3). */
function rolesAboveLevel(file: ComplaintFile): Role[] {
  const { handlers } = handlingFor(file.rules, file);
  const higher = LADDER.filter((role) => RANK[role] > lowestRank(handlers));
  return higher.length > 0 ? higher : LADDER.filter((role) => RANK[role] === lowestRank(handlers));
}

const lowestRank = (roles: Role[]): number => Math.min(...roles.map((role) => RANK[role]));

/** Parties that are the same for every complaint. */
const FIXED: Partial<Record<Party, Role[]>> = {
  clerk: ['clerk'],
  administration: ['administration_centre', 'administration_director'],
  head_of_service: ['manager'],
  director: ['sales_director', 'administration_director'],
  department: ['department_head', 'department_member'],
  other_side: [],
  customer: [],
  system: [],
};

function rolesOf(file: ComplaintFile, party: Party): Role[] {
  switch (party) {
    case 'owner':
      return [ownerOf(file).role];
    case 'next_handler':
      return handlingFor(file.rules, file).handlers;
    case 'superior':
      return superiorRoles(file);
    case 'above_proposer':
      return rolesAbove(file, proposerOf(file).role);
    case 'reviewer':
      return reviewerRoles(file, 'allowed');
    case 'level_above':
      return rolesAboveLevel(file);
    default:
      return FIXED[party] ?? [];
  }
}

type Owing = Pick<Duty, 'of' | 'department'>;

/** Who is told of a duty: the nearest of those who may do it, and nobody who may not. */
export function audienceOf(file: ComplaintFile, { of, department }: Owing): Audience {
  // What the customer or the other side owes is the owner's to watch.
  if (of === 'owner' || of === 'customer' || of === 'other_side') return { person: ownerOf(file).id };
  if (of === 'department') return { roles: FIXED.department ?? [], team: department ?? null, except: file.respondents };
  const roles = calledUpon(file, of);
  return { roles, team: teamFor(file, roles), except: [...file.respondents, ...partial(file, of)] };
}

/** Who is told that a party has not done its duty: whoever stands next above it, or above the owner where it is on no ladder. */
export function audienceAbove(file: ComplaintFile, { of, department }: Owing): Audience {
  if (of === 'department') return { roles: ['department_head'], team: department ?? null, except: file.respondents };
  const [role] = calledUpon(file, of).filter((candidate) => RANK[candidate] > 0);
  const roles = rolesAbove(file, role ?? ownerOf(file).role).slice(0, 1);
  return { roles, team: teamFor(file, roles), except: [...file.respondents, ownerOf(file).id] };
}

/** Everybody in some roles; those of a team only in the complaint's. */
export const audienceIn = (file: ComplaintFile, roles: Role[]): Audience => ({
  roles,
  team: teamFor(file, roles),
  except: file.respondents,
});

/** The nearest of those who may do something: a level above is told step by step; of the handlers of a level, those who stand lowest. */
function calledUpon(file: ComplaintFile, party: Party): Role[] {
  if (party === 'reviewer') return reviewerRoles(file);
  const roles = rolesOf(file, party);
  if (party === 'superior' || party === 'above_proposer') return roles.slice(0, 1);
  const lowest = lowestRank(roles);
  return party === 'next_handler' ? roles.filter((role) => RANK[role] === lowest) : roles;
}

/** Who stands too near the case to review it, or to be the level above its owner or its proposer (CO-5, HA-8, HA-15). */
function partial(file: ComplaintFile, party: Party): string[] {
  if (party === 'reviewer') return file.handled.map(({ id }) => id);
  if (party === 'above_proposer') return [proposerOf(file).id];
  const owner = ownerOf(file);
  if (party === 'level_above') return lowersHisOwn(file, owner) ? [owner.id] : [];
  return party === 'superior' ? [owner.id] : [];
}

/** Whether the owner stands where others may lower the case, and has somebody above him who may, too (CL-3). */
const lowersHisOwn = (file: ComplaintFile, { role }: Handled): boolean =>
  rolesAboveLevel(file).includes(role) && LADDER.some((above) => RANK[above] > RANK[role]);

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
  const held = roles.some((role) => FIXED.department?.includes(role));
  if (!held) return { code: 'role_needed', roles: FIXED.department ?? [] };
  return team === department ? null : { code: 'other_department', department };
}

/** Somebody as one who had a hand in the case, in the role that a party asks for. */
export const handOf = (file: ComplaintFile, party: Party, actor: Actor): Handled => ({
  id: actor.id,
  role: roleFor(file, party, actor) ?? actor.roles[0] ?? 'handler',
});

/** The role in which somebody acts for a party: the first of his own that the party asks for and that reaches the case. */
export function roleFor(file: ComplaintFile, party: Party, actor: Actor): Role | undefined {
  const held = rolesOf(file, party).filter((role) => actor.roles.includes(role));
  return held.find((role) => reaches(file, role, actor)) ?? held[0];
}

/** Why somebody may not act for a party, or null if he may. */
export function mayNot(file: ComplaintFile, party: Party, actor: Actor): Refusal | null {
  if (file.respondents.includes(actor.id)) return { code: 'complained_about' };
  if (party === 'system' || party === 'customer')
    return actor.id === party ? null : { code: 'not_for_staff', by: party };
  if (party === 'owner') {
    const owner = ownerOf(file).id;
    return actor.id === owner ? null : { code: 'not_owner', owner };
  }
  const tooNear = partial(file, party);
  if (isAmong(actor, tooNear)) return { code: 'handled_before' };
  const role = roleFor(file, party, actor);
  if (!role) return { code: 'role_needed', roles: rolesOf(file, party) };
  if (!reaches(file, role, actor)) return { code: 'other_team', team: file.team };
  // Nobody judges a case in which a colleague whom he stands in for is complained about.
  return tooNear.length > 0 && isAmong(actor, file.respondents) ? { code: 'handled_before' } : null;
}

import type { ComplaintFile, Handled } from './complaint-file';
import { LADDER, RANK, rolesAbove as higherRoles } from './ladder';
import { handlingFor } from './policy';
import type { Party } from './policy';
import type { Role } from './words';

/** The one person accountable now. */
export function ownerOf(file: ComplaintFile): Handled {
  const last = file.owners.at(-1);
  if (!last) throw new Error(`Complaint ${file.number} has no owner.`);
  return last;
}

/** Whether nobody of a role who reaches the case is free to act in it, as far as the file tells: one of them is complained about (HA-18). */
export const complainedAbout = (file: ComplaintFile, role: Role): boolean => file.lacking.includes(role);

/** Those of some roles who are free to act, as far as the file tells. */
export const freeOf = (file: ComplaintFile, roles: Role[]): Role[] =>
  roles.filter((role) => !complainedAbout(file, role));

const lowestRank = (roles: Role[]): number => Math.min(...roles.map((role) => RANK[role]));

/** Whose the complaint is to handle as it stands; the head of service's where everybody so high is complained about (HA-18). */
export function handlerRoles(file: ComplaintFile): Role[] {
  const { handlers } = handlingFor(file.rules, file);
  const high = [...handlers, ...LADDER.filter((role) => RANK[role] >= lowestRank(handlers))];
  return freeOf(file, high).length > 0 ? handlers : [...new Set<Role>([...handlers, 'manager'])];
}

/** Whether a role may answer for the complaint as it stands: one of its handlers, or somebody above them. */
export const fits = (file: ComplaintFile, role: Role): boolean =>
  handlerRoles(file).some((handler) => RANK[role] >= RANK[handler]);

/**
 * Who may review now, nearest first (HA-2, CO-14): whoever stands above everybody who answered for the case, and not below what
 * the level asks for, first those of whom nobody had a hand in it; where nobody does (the directors), those of equal rank.
 * `called`: the nearest alone. The others may because nobody need hold that role. Who had a hand in it himself does not.
 */
export function reviewerRoles(file: ComplaintFile, which: 'called' | 'allowed' = 'called'): Role[] {
  const { reviewers } = handlingFor(file.rules, file);
  const highest = Math.max(...file.owners.map(({ role }) => RANK[role]));
  // Nobody below what the level asks for reviews it, whoever of those is complained about.
  const least = lowestRank(reviewers);
  const candidates = [...reviewers, ...LADDER.filter((role) => RANK[role] >= least)];
  const above = candidates.filter((role) => RANK[role] > highest && !complainedAbout(file, role));
  if (above.length === 0) return LADDER.filter((role) => RANK[role] >= Math.max(highest, least));
  const [first] = [...above.filter((role) => !hadAHand(file, role)), ...above];
  return which === 'called' && first ? [first] : [...new Set(above)];
}

/** Whether everybody who could review has had a hand in the case: it then goes to the meeting (CO-14). */
export const nobodyLeftToReview = (file: ComplaintFile): boolean =>
  reviewerRoles(file, 'allowed').every((role) => complainedAbout(file, role) || hadAHand(file, role));

const hadAHand = ({ handled }: ComplaintFile, role: Role): boolean => handled.some((hand) => hand.role === role);

/** Who drew the present proposal up. */
export const proposerOf = (file: ComplaintFile): Handled => file.proposal?.by ?? ownerOf(file);

const higher = (one: Handled, other: Handled | undefined): Role =>
  other && RANK[other.role] > RANK[one.role] ? other.role : one.role;

/**
 * Everybody on the ladder above a role, from below. Roles complained about come last; where nobody else is left, the head of
 * service stands in, so that nothing gets stuck (HA-18).
 */
export function rolesAbove(file: ComplaintFile, role: Role): Role[] {
  const all = higherRoles(role);
  return [...standIns(file, all, ['manager']), ...all.filter((each) => complainedAbout(file, each))];
}

/** Those of some roles who are free; where there are none, the first free one of those who take their place. */
const standIns = (file: ComplaintFile, roles: Role[], instead: Role[]): Role[] => {
  const free = freeOf(file, roles);
  return free.length > 0 ? free : freeOf(file, instead).slice(0, 1);
};

/** The level above the present owner, and above whoever asked for the decision if that was another one (HA-8). */
const superiorRoles = (file: ComplaintFile, asker?: Handled): Role[] => rolesAbove(file, higher(ownerOf(file), asker));

/** Above whoever drew the proposal up and whose it is now: those who may grant so much by themselves (HA-6); a director, any amount. */
function approverRoles(file: ComplaintFile): Role[] {
  const fen = file.proposal?.amountFen ?? 0;
  const roles = rolesAbove(file, higher(ownerOf(file), proposerOf(file)));
  const { limits } = file.rules.compensation ?? {};
  const covers = (role: Role): boolean =>
    !limits || LADDER.every((other) => RANK[other] <= RANK[role]) || (limits[role] ?? 0) >= fen;
  const free = freeOf(file, roles);
  return free.some(covers) ? roles.filter(covers) : roles;
}

/** The level above the complaint's: who alone may lower it (CL-3). */
export function rolesAboveLevel(file: ComplaintFile): Role[] {
  const { handlers } = handlingFor(file.rules, file);
  const up = LADDER.filter((role) => RANK[role] > lowestRank(handlers));
  return up.length > 0 ? up : LADDER.filter((role) => RANK[role] === lowestRank(handlers));
}

/** Parties that are the same for every complaint; and who takes their place where all of them are complained about (HA-18). */
const FIXED: Partial<Record<Party, { roles: Role[]; instead?: Role[] }>> = {
  clerk: { roles: ['clerk'], instead: ['manager', 'administration_director'] },
  administration: {
    roles: ['administration_centre', 'administration_director'],
    instead: ['sales_director', 'manager'],
  },
  head_of_service: { roles: ['manager'], instead: ['sales_director', 'administration_director'] },
  director: { roles: ['sales_director', 'administration_director'], instead: ['manager'] },
  department: { roles: ['department_head', 'department_member'] },
};

function fixedRoles(file: ComplaintFile, party: Party, asker?: Handled): Role[] {
  const { roles = [], instead = [] } = FIXED[party] ?? {};
  // Who asked for the decision does not make it: a director leaves it to the other one.
  const others = roles.filter((role) => role !== asker?.role);
  return [...new Set([...standIns(file, others, instead), ...roles])];
}

/** The roles that a party asks for now, whoever comes first first. `asker`: who asked for what is to be decided. */
export function rolesOf(file: ComplaintFile, party: Party, asker?: Handled): Role[] {
  switch (party) {
    case 'owner':
      return [ownerOf(file).role];
    case 'next_handler':
      return handlerRoles(file);
    case 'superior':
      return superiorRoles(file, asker);
    case 'above_proposer':
      return approverRoles(file);
    case 'reviewer':
      return reviewerRoles(file, 'allowed');
    case 'level_above':
      return rolesAboveLevel(file);
    default:
      return fixedRoles(file, party, asker);
  }
}

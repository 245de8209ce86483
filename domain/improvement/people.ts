import type { ComplaintFile, Handled } from '../complaint-file';
import { inASeat, isAmong, seatsOf } from '../deputies';
import { actingFor, isOfATeam, rolesAbove } from '../ladder';
import type { Acting } from '../ladder';
import { ownerOf } from '../people';
import type { Actor, Audience } from '../people';
import type { Refusal } from '../refusals';
import type { Role } from '../words';
import type { ImprovementFile } from './file';

/** Besides the owner of the complaint: who may set an improvement. */
const SETTERS: Role[] = ['supervisor', 'manager', 'sales_director', 'administration_director'];
/** Who heads a department or a service team, as far as he belongs to it. */
const HEADS: Role[] = ['department_head', 'supervisor', 'manager'];
/** Who may call an improvement off. */
const CANCELLERS: Role[] = ['manager', 'sales_director', 'administration_director'];

/** In which role somebody sets an improvement from a complaint: its owner, a supervisor of its team, or above (RE-3). */
export function settingOf(complaint: ComplaintFile, actor: Actor): Acting {
  if (complaint.respondents.includes(actor.id)) return { refused: { code: 'complained_about' } };
  return inASeat(actor, complaint.respondents, (seat) => setting(complaint, seat));
}

function setting(complaint: ComplaintFile, seat: Actor): Acting {
  const owner = ownerOf(complaint);
  return owner.id === seat.id ? { role: owner.role } : actingFor(complaint.team, SETTERS, seat);
}

const isHead = ({ department }: ImprovementFile, { roles, team }: Actor): boolean =>
  team === department && HEADS.some((role) => roles.includes(role));

/**
 * Whether somebody sees it: whose it is, who set it, his department, and who sees the complaints of its team (`allTeams`: of
 * every team); who is complained about only what is his own to do (HA-18).
 */
export function seesImprovement(file: ImprovementFile, actor: Actor, allTeams: boolean): boolean {
  if (actor.id === file.person) return true;
  if (file.respondents.includes(actor.id)) return false;
  const concerns = ({ id, team }: Actor): boolean =>
    id === file.person || id === file.setBy.id || team === file.department || team === file.team;
  return allTeams || seatsOf(actor).some(concerns);
}

/** Why somebody may not speak for the work itself: it is the person's, and his head of department's. */
export function mayNotWork(file: ImprovementFile, actor: Actor): Refusal | null {
  const { person, department, respondents } = file;
  const asHead = seatsOf(actor).some((seat) => isHead(file, seat) && !respondents.includes(seat.id));
  const may = isAmong(actor, [person]) || asHead;
  if (may && (actor.id === person || !respondents.includes(actor.id))) return null;
  return { code: 'not_the_person', person, department };
}

/** In which role somebody verifies: who set it, or the level above him; never who did it, nor who was complained about. */
export function verifyingOf(file: ImprovementFile, actor: Actor): Acting {
  if (isAmong(actor, [file.person, file.doneBy])) return { refused: { code: 'own_improvement' } };
  if (file.respondents.includes(actor.id)) return { refused: { code: 'complained_about' } };
  return inASeat(actor, file.respondents, (seat) =>
    seat.id === file.setBy.id ? { role: file.setBy.role } : actingFor(file.team, rolesAbove(file.setBy.role), seat),
  );
}

/** In which role somebody calls it off: a manager or a director, and neither the person himself nor whom the complaint is about. */
export function cancellingOf(file: ImprovementFile, actor: Actor): Acting {
  if (isAmong(actor, [file.person])) return { refused: { code: 'own_improvement' } };
  if (file.respondents.includes(actor.id)) return { refused: { code: 'complained_about' } };
  return inASeat(actor, file.respondents, (seat) => actingFor(file.team, CANCELLERS, seat));
}

/** Why somebody may not move the due date: it is for who set it, or the level above him; never for whose work it is, even if he set it. */
export function mayNotMove({ setBy, person, team, respondents }: ImprovementFile, actor: Actor): Refusal | null {
  if (isAmong(actor, [person])) return { code: 'own_improvement' };
  const above = inASeat(actor, respondents, (seat) => actingFor(team, rolesAbove(setBy.role), seat));
  const may = (isAmong(actor, [setBy.id]) || 'role' in above) && !respondents.includes(actor.id);
  return may ? null : { code: 'not_the_setter', setter: setBy.id };
}

/**
 * Why somebody may not hand it to another: that is for the head of the department, for who set it, or the level above him. Whose
 * work it is hands it on only as the head himself, not where he stands in for one.
 */
export function mayNotReassign(file: ImprovementFile, actor: Actor): Refusal | null {
  const { setBy, person, department, respondents } = file;
  const asHead = seatsOf(actor).some(
    (seat) => isHead(file, seat) && !respondents.includes(seat.id) && (seat.id === person || !isAmong(actor, [person])),
  );
  const may = (asHead && !respondents.includes(actor.id)) || !mayNotMove(file, actor);
  return may ? null : { code: 'not_the_head', setter: setBy.id, department };
}

/** The head of the person's department, himself excepted. */
export const headOf = ({ department, person }: ImprovementFile): Audience => ({
  roles: HEADS,
  team: department,
  except: [person],
});

/** Who is called upon to verify: who set it; where he did the work himself, or is complained about, the level above. */
export const verifierOf = ({ person, doneBy, respondents, setBy }: ImprovementFile): Handled | null =>
  [person, doneBy, ...respondents].includes(setBy.id) ? null : setBy;

/** Whether these are complained about, as far as the improvement knows. */
export const hasRespondents = (
  { respondents }: Pick<ImprovementFile, 'respondents'>,
  now: readonly string[],
): boolean => respondents.length === now.length && respondents.every((id, place) => id === now[place]);

/**
 * Whether somebody else is to be called for what comes next, where others are complained about now (HA-18): to verify, or to hand
 * on the work of who is named. Nobody knows here who stands in the level above the setter, so it is called again for each.
 */
export function callsAnew(file: ImprovementFile, respondents: string[]): boolean {
  const named = respondents.filter((id) => !file.respondents.includes(id));
  if (file.state === 'planned') return named.includes(file.person);
  const verifier = verifierOf({ ...file, respondents });
  return verifier ? verifierOf(file) === null : verifierOf(file) !== null || named.length > 0;
}

/** The same as an audience. */
export function verifiers(file: ImprovementFile): Audience {
  const verifier = verifierOf(file);
  return verifier ? { person: verifier.id } : aboveSetter(file);
}

/** The level next above whoever set it. */
export function aboveSetter({ setBy, team, person, respondents }: ImprovementFile): Audience {
  const roles = rolesAbove(setBy.role).slice(0, 1);
  return { roles, team: roles.every(isOfATeam) ? team : null, except: [...respondents, setBy.id, person] };
}

/** Who hears that an improvement is still not done. */
export const managers = ({ person }: ImprovementFile): Audience => ({
  roles: ['manager'],
  team: null,
  except: [person],
});

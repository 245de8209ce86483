import type { ComplaintFile } from '../domain/complaint-file';
import { seatsOf } from '../domain/deputies';
import { mayNotFor, ownerOf } from '../domain/people';
import type { Actor } from '../domain/people';
import type { Refusal } from '../domain/refusals';
import type { Role } from '../domain/words';

/** Roles that see the complaints of the whole company; all others see those of their team. */
export const SEES_ALL: readonly Role[] = [
  'supervisor',
  'manager',
  'sales_director',
  'administration_director',
  'administration_centre',
  'clerk',
  'admin',
];

/** Besides the owner, who speaks to the customer: these may have to. */
const LOOKS_AT_CUSTOMERS: readonly Role[] = ['supervisor', 'manager', 'sales_director', 'administration_director'];

/** Why somebody who sees a complaint may not look at the customer's full name and contacts, or null (RE-8). */
export function mayNotLook(file: ComplaintFile, actor: Actor): Refusal | null {
  const owner = ownerOf(file).id;
  const may = seatsOf(actor).some(
    ({ id, roles }) => id === owner || roles.some((role) => LOOKS_AT_CUSTOMERS.includes(role)),
  );
  return may ? null : { code: 'not_owner', owner };
}

/** Why somebody may not read who has looked, or null: that is for those above and the clerk (RE-8). */
export const mayNotReadLooks = (actor: Actor): Refusal | null =>
  seesAllTeams(actor) ? null : { code: 'role_needed', roles: [...SEES_ALL] };

/** Whether somebody sees complaints of other teams than his own; who stands in for another sees what he does. */
export const seesAllTeams = (actor: Actor): boolean =>
  seatsOf(actor).some(({ roles }) => roles.some((role) => SEES_ALL.includes(role)));

/**
 * Why somebody may not see a complaint, or null. Who has a step to do sees it wherever he works, and so do the people of a
 * department that is asked for its part, or called to a meeting; who is complained about never does (HA-18).
 */
export function mayNotSee(file: ComplaintFile, actor: Actor): Refusal | null {
  if (file.respondents.includes(actor.id)) return { code: 'complained_about' };
  const concerned = [...file.handled.map(({ id }) => id), ...(file.proposal?.steps ?? []).map(({ person }) => person)];
  const tasks = file.tasks.filter(({ state }) => state !== 'cancelled');
  const asked = [...tasks.map(({ department }) => department), ...file.invited];
  const sees = (seat: Actor): boolean =>
    seat.roles.some((role) => SEES_ALL.includes(role)) ||
    seat.team === file.team ||
    concerned.includes(seat.id) ||
    asked.some((department) => !mayNotFor(file, department, seat));
  const seats = seatsOf(actor).filter(({ id }) => !file.respondents.includes(id));
  return seats.some(sees) ? null : { code: 'other_team', team: file.team };
}

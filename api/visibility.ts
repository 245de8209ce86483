import type { ComplaintFile } from '../domain/complaint-file';
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
export function mayNotLook(file: ComplaintFile, { id, roles }: Actor): Refusal | null {
  const owner = ownerOf(file).id;
  return id === owner || roles.some((role) => LOOKS_AT_CUSTOMERS.includes(role)) ? null : { code: 'not_owner', owner };
}

/** Whether somebody sees complaints of other teams than his own. */
export const seesAllTeams = ({ roles }: Actor): boolean => roles.some((role) => SEES_ALL.includes(role));

/**
 * Why somebody may not see a complaint, or null. Who has a step to do sees it wherever he works, and so do the people of a
 * department that is asked for its part; who is complained about never does (HA-18).
 */
export function mayNotSee(file: ComplaintFile, actor: Actor): Refusal | null {
  if (file.respondents.includes(actor.id)) return { code: 'complained_about' };
  const concerned = [...file.handled.map(({ id }) => id), ...(file.proposal?.steps ?? []).map(({ person }) => person)];
  if (seesAllTeams(actor) || actor.team === file.team || concerned.includes(actor.id)) return null;
  if (file.tasks.some((task) => task.state !== 'cancelled' && !mayNotFor(file, task.department, actor))) return null;
  return { code: 'other_team', team: file.team };
}

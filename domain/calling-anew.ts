import { openDuties } from './clock';
import type { ComplaintFile, Duty } from './complaint-file';
import { owes, voiding } from './duties';
import type { Event } from './events';
import { audienceOf, nobodyLeftToReview } from './people';
import type { InRoles, Person } from './people';
import { lookAhead } from './situation';

/** Somebody of whom the file or the turn tells as what he works; of hands in the case, not where. */
type Known = Pick<Person, 'id' | 'roles'> & { team?: string };

/**
 * What was to be decided or reviewed before, and is for others since these events: they are called, and a review gets a duty and
 * codes of its own. Where nobody is left to review it, the meeting has it (HA-18, CO-5, CO-14). `at` only dates the look ahead.
 */
export function callingAnew(before: ComplaintFile, events: Event[], at: number): Event[] {
  const owed = openDuties(before).filter(isForRoles);
  if (owed.length === 0) return [];
  const after = lookAhead(before, events, at);
  const known = knownFrom(after, events);
  const still = new Set(openDuties(after).map(({ id }) => id));
  const changed = owed.filter((duty) => still.has(duty.id) && isForOthers(duty, before, after, known));
  const duties = changed.filter(({ kind }) => kind !== 'review').map(({ id }) => id);
  const review = changed.some(({ kind }) => kind === 'review');
  const toMeeting = review && nobodyLeftToReview(after) && after.rules.stages.meeting;
  return [
    ...(duties.length > 0 || toMeeting
      ? [{ type: 'called_anew' as const, duties, ...(toMeeting ? { backTo: 'meeting' as const } : {}) }]
      : []),
    ...(review && !toMeeting
      ? [...voiding(after, ({ kind }) => kind === 'review'), ...owes(after, 'review', { stage: 'review' })]
      : []),
  ];
}

/** Whether a duty is for whoever holds a post, and not for one who is named. Whose it is to take over is called for anew by itself. */
const isForRoles = ({ of, person, kind }: Duty): boolean =>
  person === undefined && of !== 'owner' && of !== 'customer' && of !== 'other_side' && kind !== 'take_over';

const knownFrom = (file: ComplaintFile, events: Event[]): Known[] => [
  ...file.handled.map(({ id, role }) => ({ id, roles: [role] })),
  ...events.flatMap((event) =>
    event.type === 'respondent_named' ? [{ id: event.person, roles: event.roles, team: event.team }] : [],
  ),
];

/** Whether other roles or another team are called now, or somebody not who would have been. */
function isForOthers(duty: Duty, before: ComplaintFile, after: ComplaintFile, known: Known[]): boolean {
  const [was, is] = [audienceOf(before, duty), audienceOf(after, duty)];
  if (!('roles' in was) || !('roles' in is)) return false;
  if (was.roles.join() !== is.roles.join() || was.team !== is.team) return true;
  return known.some((one) => isMeant(was, one) && is.except.includes(one.id));
}

const isMeant = ({ roles, team, except }: InRoles, one: Known): boolean =>
  one.roles.some((role) => roles.includes(role)) &&
  (team === null || one.team === undefined || one.team === team) &&
  !except.includes(one.id);

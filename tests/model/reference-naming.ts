import { DEPARTMENTS } from '../../domain/words';
import type { Actor } from '../../domain/people';
import type { Role } from '../../domain/words';
import type { Case } from './reference-case';
import { newSituation } from './reference-course';
import { owe } from './reference-owing';
import { belongsElsewhere, isReviewer, isSuperior, nobodyReviews, owns, reviewers } from './reference-people';
import { callFor, passOn } from './reference-place';
import { nobodyOnTheStaff, OPEN } from './reference-telling';
import type { Tellings } from './reference-telling';

/** The procedure told a second time. This file: who is complained about, and who takes the place of somebody who leaves (HA-18). */
const mayReview = (c: Case, { id, roles, team }: Actor, wanted: Role[]): boolean =>
  !c.hands.some((hand) => hand.id === id) &&
  wanted.some((role) => roles.includes(role) && (role !== 'supervisor' || team === c.team));

/** CO-5, CO-14: others review it from now on; where nobody is left to, the meeting has it. */
function reviewAnew(c: Case, at: number, before: Role[], hisToo: boolean): void {
  if (!c.at('review') || (!hisToo && before.join() === reviewers(c).join())) return;
  if (nobodyReviews(c)) {
    c.backTo = 'meeting';
    return;
  }
  c.done('review');
  owe(c, 'review', at, { until: 'review' });
}

const isHis = (c: Case, id: string): boolean =>
  c.leadPerson === id ||
  c.tasks.some(({ person, state }) => person === id && state !== 'cancelled') ||
  (c.proposal?.steps ?? []).some(({ person, done }) => person === id && !done);

export const NAMING: Tellings<'name_respondent' | 'clear_respondent' | 'hand_on_work'> = {
  // The customer may say at any time who it was.
  name_respondent: {
    where: OPEN,
    whose: (c, by) => owns(c, by) || isSuperior(c, by) || (c.at('review') && isReviewer(c, by)),
    against: (c, { person }) => [c.isRespondent(person.id) && 'data'],
    does: (c, { person, subject }, at) =>
      newSituation(c, at, () => {
        const before = reviewers(c);
        const hisToo = mayReview(c, person, before);
        c.respondents = [...c.respondents, person.id];
        c.respondentRoles = [...c.respondentRoles, ...person.roles];
        if (subject) c.subject = subject;
        passOn(c, person.id, c.owner.id, null);
        callFor(c);
        reviewAnew(c, at, before, hisToo);
      }),
  },
  // And the level above, that it was not he.
  clear_respondent: {
    where: OPEN,
    whose: (c, by) => isSuperior(c, by) || (c.at('review') && isReviewer(c, by)),
    against: (c, { who, others }) => {
      const left = c.respondents.filter((id) => id !== who);
      return [!c.isRespondent(who) && 'data', left.some((id) => !others.some((other) => other.id === id)) && 'data'];
    },
    does: (c, { who, others }, at) =>
      newSituation(c, at, () => {
        const [before, called] = [reviewers(c), c.othersTurn];
        c.respondents = c.respondents.filter((id) => id !== who);
        c.respondentRoles = others.filter(({ id }) => c.isRespondent(id)).flatMap(({ roles }) => roles);
        if (c.owner.id !== who) callFor(c);
        else c.othersTurn = belongsElsewhere(c);
        // Nobody need take over from him any more.
        if (c.owner.id === who && called && !c.othersTurn) {
          c.takenOver = true;
          c.drop('take_over');
        }
        reviewAnew(c, at, before, false);
      }),
  },
  hand_on_work: {
    where: 'anywhere',
    whose: nobodyOnTheStaff('system'),
    against: (c, { from, to }) => [c.isRespondent(to.id) && 'person', (from === to.id || !isHis(c, from)) && 'data'],
    does: (c, { from, to }) => {
      const ofOne = to.roles.some((role) => role === 'department_head' || role === 'department_member');
      const department = ofOne ? DEPARTMENTS.find((known) => known === to.team) : undefined;
      passOn(c, from, to.id, department ?? null);
    },
  },
};

import { DEPARTMENTS } from '../../domain/words';
import type { Case } from './reference-case';
import { newSituation } from './reference-course';
import { belongsElsewhere, isReviewer, isSuperior, owns } from './reference-people';
import { callFor, passOn } from './reference-place';
import { nobodyOnTheStaff, OPEN } from './reference-telling';
import type { Tellings } from './reference-telling';

/** The procedure told a second time. This file: who is complained about, and who takes the place of somebody who leaves (HA-18). */
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
    does: (c, { person, lacking, subject }, at) =>
      newSituation(c, at, () => {
        c.respondents = [...c.respondents, person.id];
        c.lacking = [...new Set([...c.lacking, ...lacking])];
        if (subject) c.subject = subject;
        passOn(c, person.id, c.owner.id, null);
        callFor(c);
      }),
  },
  // And the level above, that it was not he.
  clear_respondent: {
    where: OPEN,
    whose: (c, by) => isSuperior(c, by) || (c.at('review') && isReviewer(c, by)),
    against: (c, { who, others }) => {
      const left = c.respondents.filter((id) => id !== who);
      return [!c.isRespondent(who) && 'data', left.some((id) => !others.includes(id)) && 'data'];
    },
    does: (c, { who, lacking }, at) =>
      newSituation(c, at, () => {
        const called = c.othersTurn;
        c.respondents = c.respondents.filter((id) => id !== who);
        c.lacking = [...lacking];
        if (c.owner.id !== who) callFor(c);
        else c.othersTurn = belongsElsewhere(c);
        // Nobody need take over from him any more.
        if (c.owner.id === who && called && !c.othersTurn) {
          c.takenOver = true;
          c.drop('take_over');
        }
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

import type { Actor } from '../../domain/people';
import type { Role } from '../../domain/words';
import type { Case } from './reference-case';
import { owe } from './reference-owing';
import { nobodyReviews, reviewersCalled } from './reference-people';

/** The procedure told a second time. This file: an open review that others are to make from now on (HA-18, CO-5, CO-14). */
export function calledAnew(c: Case, at: number, named: Actor | undefined, happens: () => void): void {
  const asked = c.owes('review')
    ? { roles: reviewersCalled(c), team: c.team, hands: idsOf(c), named: [...c.respondents] }
    : null;
  happens();
  if (!asked || !c.owes('review') || !c.at('review')) return;
  const sameOnes =
    reviewersCalled(c).join() === asked.roles.join() && (c.team === asked.team || !isOfTheTeam(asked.roles));
  const gone = [...c.hands.map(({ id, role }) => ({ id, roles: [role], team: c.team })), ...(named ? [named] : [])];
  const lost = gone.some(
    ({ id, roles, team }) =>
      ![...asked.hands, ...asked.named].includes(id) &&
      roles.some((role) => asked.roles.includes(role)) &&
      (!isOfTheTeam(asked.roles) || team === c.team),
  );
  if (sameOnes && !lost) return;
  if (nobodyReviews(c)) {
    c.backTo = 'meeting';
    return;
  }
  c.done('review');
  owe(c, 'review', at, { until: 'review' });
}

const idsOf = (c: Case): string[] => c.hands.map(({ id }) => id);
const isOfTheTeam = (roles: Role[]): boolean => roles.includes('supervisor');

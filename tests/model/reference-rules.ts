import { isOneOf } from './reference-people';
import { nobodyOnTheStaff } from './reference-telling';
import type { Tellings } from './reference-telling';

/**
 * The procedure told a second time. This file: by which calendar and which rules it goes. The editions of these lives all say
 * the same: to adopt one changes nothing else.
 */
export const RULES: Tellings<'recompute' | 'adopt_policy'> = {
  recompute: { where: 'anywhere', whose: nobodyOnTheStaff('system'), does: () => {} },
  adopt_policy: {
    where: 'anywhere',
    whose: (c, by) => isOneOf(c, by, ['manager']) || by.roles.includes('admin'),
    against: (c, { rules }) => [rules.policy !== c.birth.policy && 'data', rules.edition <= c.edition && 'data'],
    does: (c, { rules }) => {
      c.edition = rules.edition;
    },
  },
};

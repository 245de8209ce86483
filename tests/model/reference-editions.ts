import type { Tellings } from './reference-telling';

/** The procedure told a second time. This file: the calendar that it goes by, and the edition of its policy. */
export const EDITIONS: Tellings<'recompute' | 'adopt_policy'> = {
  // The calendar of these lives never changes: to count anew changes nothing.
  recompute: { where: 'anywhere', whose: (_c, by) => by.id === 'system', does: () => {} },
  // Moving an open complaint is a decision of the manager or an administrator. The editions of these lives all say the same.
  adopt_policy: {
    where: 'anywhere',
    whose: (_c, by) => by.roles.includes('manager') || by.roles.includes('admin'),
    against: (c, { rules }) => [(!c.under(rules.policy as never) || rules.edition <= c.edition) && 'data'],
    does: (c, { rules }) => {
      c.edition = rules.edition;
    },
  },
};

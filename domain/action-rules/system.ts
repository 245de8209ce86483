import type { ActionRule } from './rule';

/** The calendar that the complaint lives by has changed: the commit counts anew what is still to come (HA-1, HA-11, CO-1). */
export const recompute: ActionRule<'recompute'> = {
  clause: 'HA-1, HA-11, CO-1',
  stages: 'open',
  by: 'system',
  events: ({ data }) => [{ type: 'calendar_changed', edition: data.edition }],
};

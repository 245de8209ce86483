import type { ActionData } from '../actions';
import type { ComplaintFile } from '../complaint-file';
import { newOwner } from '../duties';
import type { Event } from '../events';
import { fits, ownerOf } from '../people';
import { withConsequences } from '../situation';
import type { Level } from '../words';
import { BEFORE_REVIEW } from './rule';
import type { ActionRule } from './rule';

type Raised = Extract<Event, { type: 'level_changed' }>;

/** CL-4, IN-9: what it turns out to be raises it, as far as its policy knows levels, and never lowers it. */
function atLeast({ rules, level: now }: ComplaintFile, level: Level, because: 'mass' | 'repeat'): Raised[] {
  const top = level < rules.topLevel ? level : rules.topLevel;
  return top > now ? [{ type: 'level_changed', level: top, because, by: null }] : [];
}

/** One owner for both, where the first one's may answer for this one as well as it stands then (HA-2, HA-18). */
function ofOneOwner(file: ComplaintFile, { owner: first, level }: ActionData['mark_repeat']): Event[] {
  if (!first || first.id === ownerOf(file).id || file.respondents.includes(first.id)) return [];
  const [raised] = atLeast(file, level, 'repeat');
  if (!fits(raised ? { ...file, level: raised.level } : file, first.role)) return [];
  const { team, ...owner } = first;
  return newOwner(file, { owner, team });
}

const repeating = (file: ComplaintFile, data: ActionData['mark_repeat']): Event[] => [
  ...ofOneOwner(file, data),
  ...(file.marks.includes('repeat') ? [] : [{ type: 'marked', mark: 'repeat' } as const]),
  ...atLeast(file, data.level, 'repeat'),
];

/** IN-9: linked by hand, or found by what was added later, it is no other repeat than one that was found at intake. */
export const markRepeat: ActionRule<'mark_repeat'> = {
  clause: 'IN-9',
  stages: BEFORE_REVIEW,
  by: 'system',
  refuses: ({ file, data }) => (repeating(file, data).length === 0 ? { code: 'told_already' } : null),
  events: ({ file, data, at }) => withConsequences(file, repeating(file, data), at),
};

/** IN-9: it repeats nothing after all. Its level stays: to lower it is for the level above. */
export const unmarkRepeat: ActionRule<'unmark_repeat'> = {
  clause: 'IN-9',
  stages: 'open',
  by: 'system',
  refuses: ({ file }) => (file.marks.includes('repeat') ? null : { code: 'told_already' }),
  events: ({ file, at }) => withConsequences(file, [{ type: 'unmarked', mark: 'repeat' }], at),
};

export const joinCluster: ActionRule<'join_cluster'> = {
  clause: 'CL-4',
  stages: BEFORE_REVIEW,
  by: 'system',
  refuses: ({ file, data }) => (file.cluster === data.cluster ? { code: 'told_already' } : null),
  events: ({ file, data: { cluster, level }, at }) => {
    return withConsequences(file, [{ type: 'joined_cluster', cluster }, ...atLeast(file, level, 'mass')], at);
  },
};

import { isSlower } from './classifying';
import type { ComplaintFile } from '../complaint-file';
import type { Event } from '../events';
import { establish, newOwner, voiding } from '../duties';
import { MASS_LEVEL, repeatLevel } from '../matching';
import { fits, handlerRoles, handOf, mayNot, ownerOf, roleFor } from '../people';
import type { Actor } from '../people';
import type { Rules } from '../policy';
import { withConsequences } from '../situation';
import { LEVELS } from '../words';
import type { Level } from '../words';
import { anyOf, BEFORE_REVIEW, ownerOrAbove } from './rule';
import type { ActionRule } from './rule';

/** CL-3: only one of the documents knows levels above the first. */
const hasLevels = ({ topLevel }: Rules): boolean => topLevel > 1;

export const takeOver: ActionRule<'take_over'> = {
  clause: 'HA-2, CL-5, IN-14',
  stages: 'open',
  by: 'next_handler',
  refuses: ({ file, by }) => {
    if (!file.handOver) return { code: 'nothing_to_take_over' };
    return ownerOf(file).id === by.id && ownerOf(file).role === roleFor(file, 'next_handler', by)
      ? { code: 'owner_already', person: by.id }
      : null;
  },
  events: ({ file, by }) => newOwner(file, { owner: handOf(file, 'next_handler', by) }),
};

const levelsOf = ({ rules }: ComplaintFile, which: (level: Level) => boolean): Level[] =>
  LEVELS.filter((level) => level <= rules.topLevel && which(level));

export const raiseLevel: ActionRule<'raise_level'> = {
  clause: 'CL-3',
  stages: BEFORE_REVIEW,
  known: hasLevels,
  by: ownerOrAbove,
  refuses: ({ file, data: { level } }) => {
    const allowed = levelsOf(file, (higher) => higher > file.level);
    return allowed.includes(level)
      ? null
      : { code: 'not_higher', level: file.level, highest: file.rules.topLevel, allowed };
  },
  events: ({ file, data: { level, ref }, by, at }) =>
    withConsequences(
      file,
      [{ type: 'level_changed', level, because: 'raised', by: { id: by.id, role: roleIn(file, by) }, ref }],
      at,
    ),
};

const roleIn = (file: ComplaintFile, by: Actor) =>
  ownerOf(file).id === by.id ? ownerOf(file).role : handOf(file, 'superior', by).role;

/** CL-3, CL-4: a member of a mass complaint goes with the others; IN-9: a repeat stands at level 2, and as high as what it repeats. */
function earnedBy(
  { cluster, marks, rules }: ComplaintFile,
  earlier?: Level,
): { least: Level; because: 'mass' | 'repeat' } | null {
  const atMost = (level: Level): Level => (level < rules.topLevel ? level : rules.topLevel);
  if (cluster !== null) return { least: atMost(MASS_LEVEL), because: 'mass' };
  return marks.includes('repeat') || earlier ? { least: atMost(repeatLevel(earlier ?? 1)), because: 'repeat' } : null;
}

export const lowerLevel: ActionRule<'lower_level'> = {
  clause: 'CL-3',
  stages: BEFORE_REVIEW,
  known: hasLevels,
  by: 'level_above',
  refuses: ({ file, data: { level, earlier } }) => {
    const allowed = levelsOf(file, (lower) => lower < file.level);
    if (!allowed.includes(level))
      return { code: 'not_lower', level: file.level, highest: file.rules.topLevel, allowed };
    const earned = earnedBy(file, earlier);
    return earned && level < earned.least ? { code: 'level_earned', ...earned } : null;
  },
  events: ({ file, data: { level, ref }, by, at }) => {
    const lowered = withConsequences(
      file,
      [{ type: 'level_changed', level, because: 'lowered', by: handOf(file, 'level_above', by), ref }],
      at,
    );
    return [...lowered, ...calledOff(file, { ...file, level })];
  },
};

/** Who was to take over because of how high or how fast it was need not any more. */
const calledOff = (file: ComplaintFile, after: ComplaintFile): Event[] =>
  file.handOver && !file.firstAsked && fits(after, ownerOf(file).role)
    ? [...voiding(file, ({ kind }) => kind === 'take_over'), ...establish(file, 'taken_over')]
    : [];

export const changePriority: ActionRule<'change_priority'> = {
  clause: 'CL-2',
  stages: BEFORE_REVIEW,
  by: (given) =>
    isSlower(given.file, given.data.priority) ? mayNot(given.file, 'level_above', given.by) : ownerOrAbove(given),
  refuses: ({ file, data: { priority } }) => {
    const allowed = file.rules.priorities.filter((other) => other !== file.priority);
    return allowed.includes(priority) ? null : { code: 'no_such_priority', priority: file.priority, allowed };
  },
  events: ({ file, data: { priority, ref }, by, at }) => {
    const lowered = isSlower(file, priority);
    const who = lowered ? handOf(file, 'level_above', by) : { id: by.id, role: roleIn(file, by) };
    const because = lowered ? 'lowered' : 'raised';
    const changed = withConsequences(file, [{ type: 'priority_changed', priority, because, by: who, ref }], at);
    return lowered ? [...changed, ...calledOff(file, { ...file, priority })] : changed;
  },
};

export const markTypical: ActionRule<'mark_typical'> = {
  clause: 'CO-1, RE-2',
  stages: 'open',
  known: ({ typical = false }) => typical,
  by: ownerOrAbove,
  refuses: ({ file }) => (file.marks.includes('typical') ? { code: 'told_already' } : null),
  events: ({ file, data, at }) => withConsequences(file, [{ type: 'marked', mark: 'typical', ref: data.ref }], at),
};

export const reassign: ActionRule<'reassign'> = {
  clause: 'HA-2, IN-14',
  stages: 'open',
  by: anyOf('superior', 'system'),
  refuses: ({ file, data: { to } }) => {
    if (to.id === ownerOf(file).id) return { code: 'owner_already', person: to.id };
    if (file.respondents.includes(to.id)) return { code: 'complained_about' };
    return fits(file, to.role) ? null : { code: 'unfit', person: to.id, roles: handlerRoles(file) };
  },
  events: ({ file, data: { to, lacking, ref }, by }) =>
    newOwner(file, {
      owner: { id: to.id, role: to.role },
      team: to.team,
      ...(lacking ? { lacking } : {}),
      by: by.id,
      ref,
    }),
};

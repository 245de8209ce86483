import { levelOf, priorityOf } from '../classification';
import type { Ground } from '../classification';
import type { ComplaintFile } from '../complaint-file';
import type { Event } from '../events';
import { establish, newOwner, voiding } from '../duties';
import { fits, handOf, ownerOf, roleFor } from '../people';
import type { Actor } from '../people';
import { handlingFor, priorityIn } from '../policy';
import type { Refusal } from '../refusals';
import { withConsequences } from '../situation';
import { LEVELS, SUB_TYPES } from '../words';
import type { Level, RequestType, SubType } from '../words';
import { anyOf, BEFORE_REMEDY, BEFORE_REVIEW } from './rule';
import type { ActionRule } from './rule';
import { logged, said, unreachable } from './talking';

/** The level that grounds give under the complaint's policy, not below what it has earned already (CL-3). */
function levelFor({ rules, floor }: ComplaintFile, grounds: Ground[]): Level {
  const level = levelOf(grounds);
  const earned = level > floor ? level : floor;
  return earned < rules.topLevel ? earned : rules.topLevel;
}

const withTier = (file: ComplaintFile, grounds: Ground[]): Ground[] =>
  file.marks.includes('key_customer') ? [...grounds, 'key_customer'] : grounds;

function foreignSubType(requestType: RequestType, subType: SubType | undefined): Refusal | null {
  const allowed: readonly string[] = SUB_TYPES[requestType];
  return subType === undefined || allowed.includes(subType)
    ? null
    : { code: 'sub_type_of_other', subType, allowed: [...allowed] };
}

export const classify: ActionRule<'classify'> = {
  clause: 'CL-1, CL-2, CL-3, IN-7',
  stages: ['first_contact', 'classification', 'verification'],
  by: 'owner',
  refuses: ({ file, data }) => {
    // A later round keeps the classification (CO-3): to do it again would undo the escalation.
    const over = file.rules.stages.classification
      ? file.left.includes('classification') || file.stage === 'verification'
      : file.round > 1;
    if (over) return { code: 'not_in_stage', stage: file.stage, allowed: ['classification'] };
    const { natures } = file.rules;
    if (!Object.hasOwn(natures, data.nature)) {
      return { code: 'no_such_nature', nature: data.nature, allowed: Object.keys(natures) };
    }
    const lowers = file.facts.includes('classified') && levelFor(file, data.grounds) < file.level;
    return lowers ? { code: 'lowering', level: file.level } : foreignSubType(data.requestType, data.subType);
  },
  events: ({ file, data: { nature, requestType, subType, grounds, ref }, at }) =>
    withConsequences(
      file,
      [
        {
          type: 'classified',
          nature,
          requestType,
          subType,
          priority: priorityIn(file.rules, priorityOf(withTier(file, grounds))),
          level: levelFor(file, grounds),
          grounds,
          ref,
        },
        ...establish(file, 'classified'),
      ],
      at,
    ),
};

export const changeRequestType: ActionRule<'change_request_type'> = {
  clause: 'IN-7, CL-5',
  stages: BEFORE_REVIEW,
  by: 'owner',
  refuses: ({ data }) => foreignSubType(data.requestType, data.subType),
  events: ({ file, data, at }) => withConsequences(file, [{ type: 'request_changed', ...data }], at),
};

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
  by: anyOf('owner', 'superior'),
  refuses: ({ file, data: { level } }) => {
    const allowed = levelsOf(file, (higher) => higher > file.level);
    return allowed.includes(level) ? null : { code: 'not_higher', level: file.level, allowed };
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

export const lowerLevel: ActionRule<'lower_level'> = {
  clause: 'CL-3',
  stages: BEFORE_REVIEW,
  by: 'level_above',
  refuses: ({ file, data: { level } }) => {
    const allowed = levelsOf(file, (lower) => lower < file.level);
    return allowed.includes(level) ? null : { code: 'not_lower', level: file.level, allowed };
  },
  events: ({ file, data: { level, ref }, by, at }) => {
    const lowered = withConsequences(
      file,
      [{ type: 'level_changed', level, because: 'lowered', by: handOf(file, 'level_above', by), ref }],
      at,
    );
    // Who was to take over because of the level need not any more.
    if (!file.handOver || !fits({ ...file, level }, ownerOf(file).role)) return lowered;
    return [...lowered, ...voiding(file, ({ kind }) => kind === 'take_over'), ...establish(file, 'taken_over')];
  },
};

export const markTypical: ActionRule<'mark_typical'> = {
  clause: 'CO-1, RE-2',
  stages: 'open',
  by: anyOf('owner', 'superior'),
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
    return fits(file, to.role) ? null : { code: 'unfit', person: to.id, roles: handlingFor(file.rules, file).handlers };
  },
  events: ({ file, data: { to, ref }, by }) =>
    newOwner(file, { owner: { id: to.id, role: to.role }, team: to.team, by: by.id, ref }),
};

/** CL-4, IN-9: what it turns out to be raises it, as far as its policy knows levels, and never lowers it. */
function atLeast({ rules, level: now }: ComplaintFile, level: Level, because: 'mass' | 'repeat'): Event[] {
  const top = level < rules.topLevel ? level : rules.topLevel;
  return top > now ? [{ type: 'level_changed', level: top, because, by: null }] : [];
}

/** IN-9: linked by hand, or found by what was added later, it is no other repeat than one that was found at intake. */
export const markRepeat: ActionRule<'mark_repeat'> = {
  clause: 'IN-9',
  stages: BEFORE_REVIEW,
  by: 'system',
  refuses: ({ file, data: { level } }) =>
    file.marks.includes('repeat') && atLeast(file, level, 'repeat').length === 0 ? { code: 'told_already' } : null,
  events: ({ file, data: { level }, at }) =>
    withConsequences(
      file,
      [
        ...(file.marks.includes('repeat') ? [] : [{ type: 'marked', mark: 'repeat' } as const]),
        ...atLeast(file, level, 'repeat'),
      ],
      at,
    ),
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

export const refer: ActionRule<'refer'> = {
  clause: 'IN-8',
  stages: BEFORE_REMEDY,
  by: 'owner',
  refuses: ({ file }) => unreachable(file),
  events: ({ file, data: { channel, body, ref }, at }) => [
    logged(said(channel, 'result', ref), at),
    { type: 'referred', channel, body, ref },
    ...voiding(file, () => true),
  ],
};

import { levelOf, priorityOf } from '../classification';
import type { Ground } from '../classification';
import type { ComplaintFile } from '../complaint-file';
import { establish, newOwner, voiding } from '../duties';
import { fits, handOf, ownerOf, roleFor } from '../people';
import type { Actor } from '../people';
import { handlingFor, priorityIn } from '../policy';
import type { Rules } from '../policy';
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

/** IN-7: where it makes a difference what kind of request it is: an apology with it, or somebody told of it at once. */
const knowsRequestTypes = ({ apology, tell }: Rules): boolean =>
  apology || tell.some(({ when }) => when.some(({ requestType }) => requestType !== undefined));

/** CL-3: only one of the documents knows levels above the first. */
const hasLevels = ({ topLevel }: Rules): boolean => topLevel > 1;

export const changeRequestType: ActionRule<'change_request_type'> = {
  clause: 'IN-7, CL-5',
  stages: BEFORE_REVIEW,
  known: knowsRequestTypes,
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
  known: hasLevels,
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
  known: hasLevels,
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
  known: ({ typical = false }) => typical,
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

export const joinCluster: ActionRule<'join_cluster'> = {
  clause: 'CL-4',
  stages: BEFORE_REVIEW,
  by: 'system',
  refuses: ({ file, data }) => (file.cluster === data.cluster ? { code: 'told_already' } : null),
  events: ({ file, data: { cluster, level }, at }) => {
    const top = level < file.rules.topLevel ? level : file.rules.topLevel;
    return withConsequences(
      file,
      [
        { type: 'joined_cluster', cluster },
        ...(top > file.level ? [{ type: 'level_changed', level: top, because: 'mass', by: null } as const] : []),
      ],
      at,
    );
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

import { levelOf, priorityOf } from '../classification';
import type { Ground } from '../classification';
import type { ComplaintFile } from '../complaint-file';
import type { Event } from '../events';
import { establish, newOwner, voiding } from '../duties';
import { MASS_LEVEL } from '../matching';
import { fits, handlerRoles, handOf, mayNot, ownerOf, roleFor } from '../people';
import type { Actor } from '../people';
import { priorityIn } from '../policy';
import type { Rules } from '../policy';
import type { Refusal } from '../refusals';
import { withConsequences } from '../situation';
import { LEVELS, PRIORITIES, SUB_TYPES } from '../words';
import type { Level, Priority, RequestType, SubType } from '../words';
import { anyOf, BEFORE_REVIEW, ownerOrAbove } from './rule';
import type { ActionRule } from './rule';

/** The level that grounds give under the complaint's policy, not below what it has earned already (CL-3). */
function levelFor({ rules, floor }: ComplaintFile, grounds: Ground[]): Level {
  const level = levelOf(grounds);
  const earned = level > floor ? level : floor;
  return earned < rules.topLevel ? earned : rules.topLevel;
}

const withTier = (file: ComplaintFile, grounds: Ground[]): Ground[] =>
  file.marks.includes('key_customer') ? [...grounds, 'key_customer'] : grounds;

const priorityFor = (file: ComplaintFile, grounds: Ground[]): Priority =>
  priorityIn(file.rules, priorityOf(withTier(file, grounds)));

/** CL-2, CL-3: what the registrar or an earlier classification saw is taken back by the level above only, with its reason. */
function lowering(file: ComplaintFile, grounds: Ground[]): Refusal | null {
  if (levelFor(file, grounds) < file.level) return { code: 'lowering', level: file.level };
  return isSlower(file, priorityFor(file, grounds)) ? { code: 'priority_lowering', priority: file.priority } : null;
}

/** Whether a priority is less urgent than the complaint's. */
const isSlower = (file: ComplaintFile, priority: Priority): boolean =>
  PRIORITIES.indexOf(priority) > PRIORITIES.indexOf(file.priority);

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
    if (dropsComplaint(file, data.requestType)) return { code: 'complaint_stands' };
    return lowering(file, data.grounds) ?? foreignSubType(data.requestType, data.subType);
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
          priority: priorityFor(file, grounds),
          level: levelFor(file, grounds),
          grounds,
          ref,
        },
        ...establish(file, 'classified'),
      ],
      at,
    ),
};

/** IN-7: a complaint that has been classified brings the report and the apology: it is no other request by its owner's word. */
const dropsComplaint = (file: ComplaintFile, requestType: RequestType): boolean =>
  file.requestType === 'complaint' && requestType !== 'complaint' && file.facts.includes('classified');
/** IN-7: where it makes a difference what kind of request it is: an apology with it, or somebody told of it at once. */
const knowsRequestTypes = ({ apology, tell }: Rules): boolean =>
  apology || tell.some(({ when }) => when.some(({ requestType }) => requestType !== undefined));

/** CL-3: only one of the documents knows levels above the first. */
const hasLevels = ({ topLevel }: Rules): boolean => topLevel > 1;

export const changeRequestType: ActionRule<'change_request_type'> = {
  clause: 'IN-7, CL-5',
  stages: BEFORE_REVIEW,
  known: knowsRequestTypes,
  by: ({ file, data, by }) => mayNot(file, dropsComplaint(file, data.requestType) ? 'superior' : 'owner', by),
  refuses: ({ data }) => foreignSubType(data.requestType, data.subType),
  events: ({ file, data, by, at }) => {
    const decided = dropsComplaint(file, data.requestType) ? { by: handOf(file, 'superior', by) } : {};
    return withConsequences(file, [{ type: 'request_changed', ...data, ...decided }], at);
  },
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

/** CL-3, CL-4: a repeat is no level-1 complaint, and a member of a mass complaint goes with the others. */
function earnedBy({ cluster, marks, rules }: ComplaintFile): { least: Level; because: 'mass' | 'repeat' } | null {
  const most = rules.topLevel;
  if (cluster !== null) return { least: MASS_LEVEL < most ? MASS_LEVEL : most, because: 'mass' };
  return marks.includes('repeat') && most > 1 ? { least: levelOf(['repeat']), because: 'repeat' } : null;
}

export const lowerLevel: ActionRule<'lower_level'> = {
  clause: 'CL-3',
  stages: BEFORE_REVIEW,
  known: hasLevels,
  by: 'level_above',
  refuses: ({ file, data: { level } }) => {
    const allowed = levelsOf(file, (lower) => lower < file.level);
    if (!allowed.includes(level))
      return { code: 'not_lower', level: file.level, highest: file.rules.topLevel, allowed };
    const earned = earnedBy(file);
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

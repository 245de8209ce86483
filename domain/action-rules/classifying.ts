import { levelOf, priorityOf } from '../classification';
import type { Ground } from '../classification';
import type { ComplaintFile } from '../complaint-file';
import { establish } from '../duties';
import { handOf, mayNot } from '../people';
import { priorityIn } from '../policy';
import type { Rules } from '../policy';
import type { Refusal } from '../refusals';
import { withConsequences } from '../situation';
import { PRIORITIES, SUB_TYPES } from '../words';
import type { Level, Priority, RequestType, SubType } from '../words';
import { BEFORE_REVIEW } from './rule';
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
export const isSlower = (file: ComplaintFile, priority: Priority): boolean =>
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
    // 000 四(二): where classifying is no step of its own, what it is follows from what was verified.
    if (!file.rules.stages.classification && !file.facts.includes('verified')) return { code: 'verify_first' };
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

import { wordEn, wordsEn } from '../words-en';
import { LEVEL_ZH, natureZh, PRIORITY_ZH, STAGE_ZH } from '../words-zh';
import { fieldZh, levelsEn, levelsZh, say, stagesZh, subTypeZh } from './parts';
import type { Refusals } from './parts';

/** Where the complaint stands, and what its situation allows. */
export const COURSE: Refusals<
  | 'closed'
  | 'withdrawn'
  | 'not_in_stage'
  | 'seen_outdated'
  | 'in_the_future'
  | 'in_the_past'
  | 'too_far'
  | 'before_receipt'
  | 'reason_wanted'
  | 'not_reachable'
  | 'step_unknown_here'
  | 'told_already'
  | 'first_round_only'
  | 'referral_untold'
  | 'no_such_nature'
  | 'sub_type_of_other'
  | 'not_higher'
  | 'not_lower'
  | 'lowering'
  | 'priority_lowering'
  | 'level_earned'
  | 'no_such_priority'
> = {
  closed: () =>
    say(
      '投诉已结案',
      'The complaint is closed',
      '已归档的投诉不再变更；如需重新处理，请登记一件新投诉并注明原编号。',
      'An archived complaint never changes; to take the matter up again, register a new one that names its number.',
    ),
  withdrawn: () =>
    say(
      '客户已撤回投诉',
      'The customer has withdrawn',
      '客户已撤回，只剩归档。',
      'The customer has withdrawn; nothing but the archive is left to do.',
    ),
  not_in_stage: ({ stage, allowed }) =>
    say(
      '当前步骤不能这样做',
      'Not in this step of the procedure',
      `投诉现处于「${stage ? STAGE_ZH[stage] : '受理'}」，此操作只能在「${stagesZh(allowed)}」进行。`,
      `The complaint stands at ${wordEn(stage ?? 'registered')}; this belongs to ${wordsEn(allowed)}.`,
    ),
  seen_outdated: ({ seq }) =>
    say(
      '投诉已有新进展',
      'The complaint has moved on',
      `你看到的不是最新情况（现为第 ${seq} 号记录），请重新查看后再决定。`,
      `What you saw is not the latest (it stands at record ${seq} now): look again before you decide.`,
    ),
  in_the_future: ({ field }) =>
    say(
      '时间在将来',
      'The time lies in the future',
      `「${fieldZh(field)}」不能晚于现在。`,
      `${field} cannot be later than now.`,
    ),
  in_the_past: ({ field }) =>
    say('时间已过', 'The time has passed', `「${fieldZh(field)}」必须晚于现在。`, `${field} has to be later than now.`),
  too_far: ({ field, days }) =>
    say(
      '时间太远',
      'The time is too far ahead',
      `「${fieldZh(field)}」最迟只能在 ${days} 天之内，请约定更近的时间。`,
      `${field} cannot lie more than ${days} days ahead; agree on an earlier time.`,
    ),
  before_receipt: ({ field }) =>
    say(
      '时间早于收到投诉',
      'The time lies before the receipt',
      `「${fieldZh(field)}」不能早于收到投诉的时间。`,
      `${field} cannot be earlier than the receipt of the complaint.`,
    ),
  reason_wanted: ({ field }) =>
    say(
      field === 'offer' ? '需要写明方案' : '需要说明理由',
      field === 'offer' ? 'The offer is wanted' : 'A reason is wanted',
      field === 'offer' ? '由上级自己提出方案的，请在「offer」写明方案。' : `请在「${field}」写明理由。`,
      field === 'offer' ? 'Who makes an offer himself gives it in offer.' : `Give the reason in ${field}.`,
    ),
  not_reachable: () =>
    say(
      '客户没有联系方式',
      'There is no way to reach the customer',
      '投诉人没有留下联系方式，无从联系或告知；得到联系方式后请先补充。',
      'The complainant left no way to reach him; add one first, once he has given it.',
    ),
  step_unknown_here: () =>
    say(
      '本流程没有这一步',
      'This policy has no such step',
      '这件投诉适用的流程没有这一步，不需要办理；请按可做的操作继续。',
      'The policy of this complaint does not have this step; go on with the actions that it has.',
    ),
  told_already: () =>
    say(
      '已有记录',
      'It is on record already',
      '此事已有记录，不必再做一次。',
      'This has been done and is on record; it is not done twice.',
    ),
  first_round_only: () =>
    say(
      '只能在第一轮办理',
      'In the first round only',
      '这件投诉已进入新一轮处理，表明公司已经受理，不能再转介；请继续办理。',
      'The complaint is in a later round: the company has taken it on and does not refer it any more. Go on with it.',
    ),
  referral_untold: () =>
    say(
      '转介须告知客户',
      'The customer has to hear of the referral',
      '客户有联系方式，须礼貌说明并告知应向何处反映：请填写渠道（channel）和所说内容（text 或 script）。',
      'The customer can be reached: tell him politely where to turn, and give the channel and what was said (text or script).',
    ),
  no_such_nature: ({ nature, allowed }) =>
    say(
      '没有这种问题性质',
      'There is no such nature',
      `这件投诉的流程没有问题性质「${nature}」，可选：${allowed.map((one) => natureZh(one)).join('、')}。`,
      `The policy of this complaint has no nature '${nature}'; allowed: ${allowed.join(', ')}.`,
    ),
  sub_type_of_other: ({ subType, allowed }) =>
    say(
      '细类不属于此来件类型',
      'The sub-type is of another type',
      `「${subTypeZh(subType)}」不属于这一来件类型，可选：${allowed.map(subTypeZh).join('、')}。`,
      `${wordEn(subType)} is no sub-type of this request type; allowed: ${wordsEn(allowed)}.`,
    ),
  not_higher: ({ level, allowed }) =>
    say(
      '级别没有提高',
      'That is not higher',
      `现在是${LEVEL_ZH[level]}，只能提高到更高的级别；可选：${levelsZh(allowed)}。`,
      `The complaint is at level ${level}; it can be raised to: ${levelsEn(allowed)}.`,
    ),
  not_lower: ({ level, allowed }) =>
    say(
      '级别没有降低',
      'That is not lower',
      `现在是${LEVEL_ZH[level]}，只能降低到更低的级别；可选：${levelsZh(allowed)}。`,
      `The complaint is at level ${level}; it can be lowered to: ${levelsEn(allowed)}.`,
    ),
  priority_lowering: ({ priority }) =>
    say(
      '分类不能降低优先级',
      'Classifying does not lower the priority',
      `按所给依据会低于现在的「${PRIORITY_ZH[priority]}」；降低优先级须由上一级另行决定并说明理由（PUT /priority）。`,
      `These grounds give less than the present priority ${wordEn(priority)}; lowering it is for the level above, with a reason (PUT /priority).`,
    ),
  level_earned: ({ least, because }) =>
    say(
      '不能再降低',
      'It has earned a higher level',
      because === 'mass'
        ? `这件投诉属于集体投诉，随集体投诉为${LEVEL_ZH[least]}，不能单独降低。`
        : `重复投诉至少为${LEVEL_ZH[least]}，不能再降低。`,
      because === 'mass'
        ? `It belongs to a mass complaint and stands at level ${least} with the others.`
        : `A repeat complaint stands at level ${least} at least.`,
    ),
  no_such_priority: ({ priority, allowed }) =>
    allowed.length === 0
      ? say(
          '本流程只有一种优先级',
          'This policy has one priority',
          `这件投诉的流程不分优先级，一律为「${PRIORITY_ZH[priority]}」。`,
          `The policy of this complaint knows one priority only: ${wordEn(priority)}.`,
        )
      : say(
          '不能改为这个优先级',
          'Not this priority',
          `现在是「${PRIORITY_ZH[priority]}」；可改为：${allowed.map((other) => PRIORITY_ZH[other]).join('、')}。`,
          `Its priority is ${wordEn(priority)}; it can be changed to: ${wordsEn(allowed)}.`,
        ),
  lowering: ({ level }) =>
    say(
      '分类不能降级',
      'Classifying does not lower the level',
      `按所给依据会低于现在的${LEVEL_ZH[level]}；降级须由上一级另行决定并说明理由（PUT /level）。`,
      `These grounds give less than the present level ${level}; lowering it is for the level above, with a reason (PUT /level).`,
    ),
};

import { wordEn, wordsEn } from '../words-en';
import { LEVEL_ZH, natureZh, PRIORITY_ZH } from '../words-zh';
import { levelsEn, levelsZh, say, subTypeZh } from './parts';
import type { Refusals } from './parts';

const ONE_LEVEL = () =>
  say(
    '本流程只有一个级别',
    'This policy has one level',
    '这件投诉的流程只有一个级别，不升降级；需要上级介入的，可调整优先级或由上级改派。',
    'The policy of this complaint knows one level only. Change the priority, or let a superior reassign it.',
  );

/** What it is, how high and how fast, and whether it is for the company at all. */
export const PLACE: Refusals<
  | 'first_round_only'
  | 'referral_untold'
  | 'no_such_nature'
  | 'sub_type_of_other'
  | 'not_higher'
  | 'not_lower'
  | 'complaint_stands'
  | 'priority_lowering'
  | 'level_earned'
  | 'no_such_priority'
  | 'lowering'
> = {
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
  not_higher: ({ level, highest, allowed }) =>
    highest === 1
      ? ONE_LEVEL()
      : say(
          '级别没有提高',
          'That is not higher',
          allowed.length > 0
            ? `现在是${LEVEL_ZH[level]}，只能提高到更高的级别；可选：${levelsZh(allowed)}。`
            : `现在已是最高的${LEVEL_ZH[level]}，不能再提高。`,
          allowed.length > 0
            ? `The complaint is at level ${level}; it can be raised to: ${levelsEn(allowed)}.`
            : `The complaint is at level ${level}, the highest that there is.`,
        ),
  not_lower: ({ level, highest, allowed }) =>
    highest === 1
      ? ONE_LEVEL()
      : say(
          '级别没有降低',
          'That is not lower',
          allowed.length > 0
            ? `现在是${LEVEL_ZH[level]}，只能降低到更低的级别；可选：${levelsZh(allowed)}。`
            : `现在已是最低的${LEVEL_ZH[level]}，不能再降低。`,
          allowed.length > 0
            ? `The complaint is at level ${level}; it can be lowered to: ${levelsEn(allowed)}.`
            : `The complaint is at level ${level}, the lowest that there is.`,
        ),
  complaint_stands: () =>
    say(
      '投诉类不能这样改为其他类型',
      'A complaint stays one',
      '已分类为投诉的，改为其他来件类型须由上级决定并说明理由（PUT /request-type）。',
      'What has been classified as a complaint is made another request by the level above only, with a reason (PUT /request-type).',
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
        : `重复投诉不低于二级，也不低于前一件投诉：至少为${LEVEL_ZH[least]}，不能再降低。`,
      because === 'mass'
        ? `It belongs to a mass complaint and stands at level ${least} with the others.`
        : `A repeat complaint stands at level 2, and as high as what it repeats: at level ${least} at least.`,
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

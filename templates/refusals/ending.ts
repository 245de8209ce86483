import type { Stage } from '../../domain/words';
import { wordEn, wordsEn } from '../words-en';
import { CHANNEL_ZH, STAGE_ZH } from '../words-zh';
import { say, stagesZh } from './parts';
import type { Refusals } from './parts';

/** What may be missing for filing: steps of the procedure, and the customer's word that what was written down is right. */
const BESIDE_STEPS: Record<string, string> = {
  repeat_back: '客户对复述内容的确认',
  tell_result: '向客户正式告知最终结果',
  open_tasks: '协办任务的答复（或取消）',
  other_side: '被投诉人的说明（或催办后的未说明记录）',
};
const missingZh = (what: string): string => BESIDE_STEPS[what] ?? STAGE_ZH[what as Stage];

/** How it ends, and what comes as a signal. */
export const ENDING: Refusals<
  | 'not_original_channel'
  | 'satisfaction_missing'
  | 'marks_missing'
  | 'answer_final'
  | 'given_up_already'
  | 'link_void'
  | 'repeat_back_unheard'
  | 'too_few_tries'
  | 'missing'
  | 'step_not_repeatable'
  | 'code_unknown'
  | 'code_void'
  | 'signal_unknown'
  | 'signal_malformed'
  | 'cancel_not_a_step'
> = {
  not_original_channel: ({ channel }) =>
    say(
      '须通过原渠道告知',
      'Not the original channel',
      `结果须通过客户投诉时的渠道正式告知：${CHANNEL_ZH[channel]}。`,
      `The result is told formally on the channel that the complaint came by: ${wordEn(channel)}.`,
    ),
  satisfaction_missing: () =>
    say(
      '缺少满意度',
      'The satisfaction is missing',
      '这件投诉的流程要求询问满意度：请以五个词之一，或分数加评分方式记录（satisfaction）。',
      'This policy asks for the satisfaction: give one of the five words, or a score with its scale (satisfaction).',
    ),
  marks_missing: () =>
    say(
      '缺少三项评分',
      'The marks are missing',
      '这件投诉的流程要求回访时询问三项评分：请记录服务效率、处理结果、服务态度，1 至 5 分，5 分最好（marks）。',
      'This policy asks for three marks in the callback: give efficiency, result and attitude, 1 to 5 with 5 best (marks).',
    ),
  answer_final: () =>
    say(
      '客户已作评价，不能更改',
      'The customer has given his word',
      '客户对这一轮处理的评价只记录一次，不能更改；客户另有意见的，请记录为一次联系。',
      'The word of the customer on this round is recorded once and not changed; what he says later is recorded as a contact.',
    ),
  given_up_already: () =>
    say(
      '已结束回访',
      'The callback has been given up',
      '这件投诉已按“联系不上”结束回访；尚未正式告知结果的，请经书面渠道告知（PUT /result）。',
      'The callback has been given up already; where the result has not been told, tell it in writing (PUT /result).',
    ),
  repeat_back_unheard: () =>
    say(
      '先与客户联系，再补记确认',
      'Talk to the customer first',
      '办理已结束，投诉处理单不再改写；补记客户对复述内容的确认，须先与客户联系并记录这次联系（POST …/contacts）。',
      'The handling is over and the form stands; before his agreement to what was repeated back is recorded, talk to the customer and record that (POST …/contacts).',
    ),
  link_void: () =>
    say(
      '链接已失效',
      'The link is void',
      '这个链接现在不能使用：它属于上一轮处理，或还没有到、已经过了评价的时候；请使用最近一次收到的链接，或致电客服。',
      'This link is of no use now: it belongs to an earlier round, or it is not the time to answer. Use the one that came last, or call the service desk.',
    ),
  too_few_tries: ({ tries, days, channels, needed }) =>
    say(
      '回访尝试还不够',
      'Not enough tries yet',
      `已回访 ${tries} 次，分 ${days} 天，用了 ${channels} 种渠道；须至少 ${needed.tries} 次、${needed.days} 天、${needed.channels} 种渠道，仍联系不上才能结束回访。`,
      `Tried ${tries} times on ${days} days by ${channels} channels; ${needed.tries} times on ${needed.days} days by ${needed.channels} channels are needed before the customer counts as unreachable.`,
    ),
  missing: ({ what }) =>
    say(
      '资料不全，不能归档',
      'Something is missing for the archive',
      `还缺：${what.map(missingZh).join('、')}。`,
      `Still missing: ${wordsEn(what)}.`,
    ),
  step_not_repeatable: ({ backTo, allowed }) =>
    say(
      '不能退回到该步骤',
      'It cannot be sent back there',
      `不能退回到「${STAGE_ZH[backTo]}」，可选：${stagesZh(allowed)}。`,
      `It cannot be sent back to ${wordEn(backTo)}; allowed: ${wordsEn(allowed)}.`,
    ),
  code_unknown: () =>
    say(
      '审批码无效',
      'The approval code is unknown',
      '这个审批码不存在、已用过，或不属于这件投诉；请从自己的收件箱取用。',
      'The code does not exist, has been used, or belongs to another complaint; take yours from your inbox.',
    ),
  code_void: () =>
    say(
      '审批码已失效',
      'The approval code is void',
      '这个审批码对应的审核已经结束。',
      'The review that this code was given for is over.',
    ),
  signal_unknown: () =>
    say(
      '不认识的信号',
      'The signal is unknown',
      '信号只有 approve（通过）和 reject（退回）。',
      'There are two signals: approve and reject.',
    ),
  signal_malformed: () =>
    say(
      '信号内容有误',
      'The signal is malformed',
      '信号须带 { "code": "审批码" }，退回另需 "ground"。',
      'A signal carries { "code": "…" }, and for reject a "ground" as well.',
    ),
  cancel_not_a_step: () =>
    say(
      '投诉不能取消',
      'A complaint cannot be cancelled',
      '投诉只能走完流程或由客户撤回，不能在系统中取消。',
      'A complaint ends by the procedure or by the customer withdrawing it; it cannot be cancelled.',
    ),
};

import { BASIS_ZH, DECISION_ZH, PROOF_ZH, PROPOSAL_KIND_ZH, RESULT_ZH, TELLING_POINT_ZH } from '../timeline-words';
import { CHANNEL_ZH, REJECTION_ZH, satisfactionZh, SEVERITY_ZH, STAGE_ZH } from '../words-zh';
import { hand, list, where, yuan } from './parts';
import type { Sentences } from './parts';

const WAITED_ZH = {
  customer_replied: '客户已答复',
  time_up: '等候期满，客户未答复',
  ended: '已答复客户',
} as const;

/** What is offered, promised, agreed and done. */
export const REMEDY: Sentences<
  | 'proposed'
  | 'proposal_approved'
  | 'proposal_withdrawn'
  | 'proposal_told'
  | 'proposal_answered'
  | 'proposal_decided'
  | 'waiting_started'
  | 'waiting_ended'
  | 'extension_asked'
  | 'extension_decided'
  | 'conclusion_asked'
  | 'conclusion_decided'
  | 'step_reported'
  | 'step_completed'
  | 'step_delayed'
> = {
  proposed: ({ no, kinds, amountFen, severity, basis, steps, reason, by, awaits }, telling) =>
    `${by ? `${hand(by, telling)}提出` : '拟定'}第 ${no} 号方案：${list(PROPOSAL_KIND_ZH, kinds)}` +
    where(amountFen > 0, `，金额 ${yuan(amountFen)}`) +
    where(severity, `；损害程度：${severity ? SEVERITY_ZH[severity] : ''}`) +
    `；依据：${list(BASIS_ZH, basis)}；共 ${steps.length} 步` +
    where(reason, '；已写明超出补偿标准的理由') +
    where(awaits, '；须先经上级审批'),
  proposal_approved: ({ no, approved, by }, telling) =>
    `${hand(by, telling)}${approved ? '批准' : '未批准'}第 ${no} 号方案`,
  proposal_withdrawn: ({ no }) => `责任人撤回第 ${no} 号方案，未再送审`,
  proposal_told: ({ no, apologised, covers }) =>
    `向客户告知第 ${no} 号方案${where(apologised, '并致歉')}${where(covers.length, `（${list(TELLING_POINT_ZH, covers)}）`)}`,
  proposal_answered: ({ no, answer, proof }) =>
    `客户${answer === 'accepted' ? '同意' : '拒绝'}第 ${no} 号方案（凭证：${PROOF_ZH[proof.kind]}）`,
  proposal_decided: ({ decision, by }, telling) => `${hand(by, telling)}对方案作出决定：${DECISION_ZH[decision]}`,
  waiting_started: () => '开始等候客户，承诺的答复时限暂停计时',
  waiting_ended: ({ because }) => `结束等候客户：${WAITED_ZH[because]}`,
  extension_asked: ({ hours }) => `申请将承诺的答复时限延长 ${hours} 小时`,
  extension_decided: ({ granted, hours, by }, telling) =>
    `${hand(by, telling)}${granted ? `同意延期 ${hours} 小时，须告知客户` : '不同意延期'}`,
  conclusion_asked: () => '申请未达成一致结案',
  conclusion_decided: ({ granted, by }, telling) => `${hand(by, telling)}${granted ? '批准' : '未批准'}未达成一致结案`,
  step_reported: ({ step, by }, telling) => `${hand(by, telling)}报告方案第 ${step} 步完成，待责任人验收`,
  step_completed: ({ step }) => `方案第 ${step} 步完成`,
  step_delayed: ({ step, workingDays }) => `方案第 ${step} 步延误，改为 ${workingDays} 个工作日内完成`,
};

/** How it ends. */
/** Who asks without the policy is told the word alone. */
const WORDS_ONLY = { scale: 'words' } as const;

export const END: Sentences<
  | 'result_told'
  | 'callback_tried'
  | 'callback_answered'
  | 'callback_given_up'
  | 'meeting_decided'
  | 'approved'
  | 'rejected'
> = {
  result_told: ({ results, channel }) =>
    `向客户正式告知处理结果（${CHANNEL_ZH[channel]}）：${list(RESULT_ZH, results)}`,
  callback_tried: ({ channel, day }) => `回访未联系上客户（${CHANNEL_ZH[channel]}），计为 ${day} 的一次尝试`,
  callback_answered: ({ by, channel, solved, satisfaction, marks }, { rules = WORDS_ONLY }) =>
    `${by === 'customer' ? '客户通过本人链接评价' : `回访（${CHANNEL_ZH[channel]}）`}：问题${solved ? '已' : '未'}解决` +
    (satisfaction ? `，客户${satisfactionZh(satisfaction, rules)}` : '') +
    (marks ? `；效率 ${marks.efficiency}、结果 ${marks.result}、态度 ${marks.attitude}（5 最好）` : ''),
  callback_given_up: () => '多次回访未联系上客户，结束回访，不计为满意',
  meeting_decided: ({ by }, telling) => `总经理会议作出决定，由 ${hand(by, telling)}记录`,
  approved: () => '审核通过',
  rejected: ({ ground, backTo }) => `审核退回到「${STAGE_ZH[backTo]}」：${REJECTION_ZH[ground]}`,
};

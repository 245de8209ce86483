import type { ImprovementActionName } from '../domain/improvement/actions';
import type { Target } from '../domain/improvement/standard';
import type { Comparison, ImprovementDutyKind, ImprovementNotice, ImprovementState } from '../domain/improvement/words';
import type { NoticeWords } from '../domain/notices';

/** The words of improvements (RE-3) as people read them. Complete by type. */
export const IMPROVEMENT_STATE_ZH: Record<ImprovementState, string> = {
  planned: '进行中',
  reported: '待验证',
  passed: '验证通过',
  cancelled: '已取消',
};

export const IMPROVEMENT_DUTY_ZH: Record<ImprovementDutyKind, string> = {
  improve: '完成改进措施',
  verify: '验证改进措施',
  escalate: '逾期未完成，报服务经理',
};

/** The event from which each counts. */
export const IMPROVEMENT_FROM_ZH: Record<ImprovementDutyKind, string> = {
  improve: '确定计划完成时间',
  verify: '报告完成',
  escalate: '改进措施到期',
};

export const IMPROVEMENT_ACTION_ZH: Record<ImprovementActionName, string> = {
  note_progress: '记录改进进展',
  report_improvement: '报告改进完成',
  verify_improvement: '验证改进措施',
  move_due_date: '变更计划完成时间',
  reassign_improvement: '改派责任人',
  cancel_improvement: '取消改进措施',
  follow_respondents: '随投诉更新被投诉人',
};

export const COMPARISON_ZH: Record<Comparison, string> = {
  at_most: '≤',
  at_least: '≥',
  below: '<',
  above: '>',
  exactly: '=',
};

/** The target as it stands behind what is measured: ≤2小时, 100%, 2026-12-31 前. */
export function targetZh(target: Target): string {
  if ('by' in target) return `${target.by} 前`;
  const sign = target.comparison === 'exactly' ? '' : COMPARISON_ZH[target.comparison];
  return `${sign}${target.value}${target.unit}`;
}

/**
 * Placeholders besides those of templates/notice-words.ts: {improvement} its id · {duty} what is owed. Its own words are read
 * in the system: no free text leaves in a notice.
 */
export const IMPROVEMENT_NOTICES_ZH: Record<ImprovementNotice, NoticeWords> = {
  improvement_set: {
    subject: '【改进措施】{improvement}',
    body: '由投诉 {number} 提出的改进措施 {improvement} 已下达，请责任人于 {due} 前完成并报告，按既定标准验证。',
  },
  improvement_reminder: {
    subject: '【临期】{improvement} {duty}',
    body: '改进措施 {improvement}（投诉 {number}）的「{duty}」将于 {due} 到期，请及时完成。',
  },
  improvement_breach: {
    subject: '【逾期】{improvement} {duty}',
    body: '改进措施 {improvement}（投诉 {number}）的「{duty}」已于 {due} 到期而未完成，已记录为逾期。',
  },
  improvement_escalated: {
    subject: '【逾期未完成】{improvement}',
    body: '改进措施 {improvement}（投诉 {number}）于 {due} 到期，至今仍未完成，请督促或处理。',
  },
  improvement_reported: {
    subject: '【待验证】{improvement}',
    body: '改进措施 {improvement}（投诉 {number}）已报告完成，请于 {due} 前按验证标准验证。',
  },
  improvement_passed: {
    subject: '【验证通过】{improvement}',
    body: '改进措施 {improvement}（投诉 {number}）验证通过，已关闭。',
  },
  improvement_failed: {
    subject: '【验证未通过】{improvement}',
    body: '改进措施 {improvement}（投诉 {number}）验证未通过，退回继续改进，新的完成期限为 {due}。',
  },
  improvement_due_moved: {
    subject: '【期限变更】{improvement}',
    body: '改进措施 {improvement}（投诉 {number}）的计划完成时间改为 {due}。',
  },
  improvement_reassigned: {
    subject: '【改派责任人】{improvement}',
    body: '改进措施 {improvement}（投诉 {number}）的责任人已变更，由现责任人继续办理；进展与时限见系统。',
  },
  improvement_cancelled: {
    subject: '【已取消】{improvement}',
    body: '改进措施 {improvement}（投诉 {number}）已取消，不必再办理。',
  },
  improvement_person_named: {
    subject: '【请酌情改派】{improvement}',
    body: '改进措施 {improvement}（投诉 {number}）的责任人现列为该投诉的被投诉人，请部门负责人或提出人决定是否改派；期限 {due} 不变。',
  },
};

export const IMPROVEMENT_NOTICES_EN: Record<ImprovementNotice, NoticeWords> = {
  improvement_set: {
    subject: 'Improvement {improvement}',
    body: 'Improvement {improvement} was set from complaint {number}. It is to be done and reported before {due}, and will be verified.',
  },
  improvement_reminder: {
    subject: 'Due soon: {improvement} {duty}',
    body: '"{duty}" of improvement {improvement} (complaint {number}) is due {due}.',
  },
  improvement_breach: {
    subject: 'Overdue: {improvement} {duty}',
    body: '"{duty}" of improvement {improvement} (complaint {number}) was due {due} and is not done; this has been recorded.',
  },
  improvement_escalated: {
    subject: 'Still not done: {improvement}',
    body: 'Improvement {improvement} (complaint {number}) was due {due} and is still not done.',
  },
  improvement_reported: {
    subject: 'To be verified: {improvement}',
    body: 'Improvement {improvement} (complaint {number}) is said to be done. Please verify it before {due}.',
  },
  improvement_passed: {
    subject: 'Verified: {improvement}',
    body: 'Improvement {improvement} (complaint {number}) has been verified and is closed.',
  },
  improvement_failed: {
    subject: 'Not verified: {improvement}',
    body: 'The verification of improvement {improvement} (complaint {number}) failed. It is now due {due}.',
  },
  improvement_due_moved: {
    subject: 'New due date: {improvement}',
    body: 'Improvement {improvement} (complaint {number}) is now due {due}.',
  },
  improvement_reassigned: {
    subject: 'In other hands: {improvement}',
    body: 'Somebody else is responsible for improvement {improvement} (complaint {number}) from now on; how far it is and when it is due stands in the system.',
  },
  improvement_cancelled: {
    subject: 'Cancelled: {improvement}',
    body: 'Improvement {improvement} (complaint {number}) has been cancelled.',
  },
  improvement_person_named: {
    subject: 'To be handed on?: {improvement}',
    body: 'Whoever is responsible for improvement {improvement} is complained about in complaint {number} now. Please decide whether somebody else is to do it; it stays due {due}.',
  },
};

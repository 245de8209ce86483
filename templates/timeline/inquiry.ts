import { RESPONSIBILITY_ZH, SOURCE_ZH, TASK_ANSWER_ZH } from '../timeline-words';
import { ACCOUNT_OF_ZH, CAUSE_ZH, DEPARTMENT_ZH, DIMENSION_ZH } from '../words-zh';
import { hand, list, office, where } from './parts';
import type { Sentences } from './parts';

/** CL-4: what was found out for all members at once. */
const ofTheDecision = (cluster: string | undefined): string => `（依据集体投诉 ${cluster} 的统一方案）`;

/** Finding out: verification, departments, the other side, causes. */
export const INQUIRY: Sentences<
  | 'verified'
  | 'task_assigned'
  | 'task_passed'
  | 'task_progressed'
  | 'task_answered'
  | 'task_returned'
  | 'task_cancelled'
  | 'lead_appointed'
  | 'account_asked'
  | 'account_urged'
  | 'account_recorded'
  | 'cross_meeting_called'
  | 'cross_meeting_held'
  | 'cross_meeting_cancelled'
  | 'cause_analysed'
  | 'progress_noted'
  | 'overdue_explained'
> = {
  verified: ({ sources, responsibility, concluded, cluster }) =>
    `核实（${list(SOURCE_ZH, sources)}）：${RESPONSIBILITY_ZH[responsibility]}${concluded ? '' : '，尚未核实完毕'}` +
    where(cluster, ofTheDecision(cluster)),
  task_assigned: ({ no, department, person }, telling) => `协办任务 ${no} 交${office(department, person, telling)}`,
  task_passed: ({ no, department, person }, telling) =>
    `协办任务 ${no} 转交${office(department, person, telling)}，时限不变`,
  task_progressed: ({ no, by }, { nameOf }) => `${nameOf(by)} 反馈协办任务 ${no} 的进度`,
  task_answered: ({ no, answer, by, preliminary }, telling) =>
    `${hand(by, telling)}${preliminary ? '初步' : ''}答复协办任务 ${no}：${TASK_ANSWER_ZH[answer]}`,
  task_returned: ({ no }) => `退回协办任务 ${no} 的答复，请重新办理`,
  task_cancelled: ({ no }) => `取消协办任务 ${no}`,
  lead_appointed: ({ department, person }, telling) => `第一责任人：${office(department, person, telling)}`,
  account_asked: ({ no, of, person }, { nameOf }) =>
    `请${ACCOUNT_OF_ZH[of]}${where(person, `（${nameOf(person ?? '')}）`)}说明情况（第 ${no} 号）`,
  account_urged: ({ no }) => `催办第 ${no} 号说明`,
  account_recorded: ({ no, answered }) =>
    answered ? `对方已就第 ${no} 号说明情况` : `第 ${no} 号经催办仍无答复，记录为未说明`,
  cross_meeting_called: ({ departments }) => `召集跨部门会议：${list(DEPARTMENT_ZH, departments)}`,
  cross_meeting_held: ({ by }, telling) => `跨部门会议已召开，由 ${hand(by, telling)}主持并记录结论`,
  cross_meeting_cancelled: () => '跨部门会议已取消',
  cause_analysed: ({ dimension, cause, behind, department, person, cluster }, telling) =>
    `原因分析（${DIMENSION_ZH[dimension]}）：${CAUSE_ZH[cause]}${behind ? `，其背后是${CAUSE_ZH[behind]}` : ''}；` +
    `由${office(department, person, telling)}负责改进` +
    where(cluster, ofTheDecision(cluster)),
  progress_noted: () => '登记处理进展',
  overdue_explained: () => '责任人向上级说明逾期原因',
};

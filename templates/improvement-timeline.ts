import type { ImprovementEvent } from '../domain/improvement/file';
import type { ImprovementDutyKind } from '../domain/improvement/words';
import { IMPROVEMENT_DUTY_ZH } from './improvement-words';
import type { NameOf } from './timeline';
import { ROLE_ZH } from './words-zh';

type Happened<T extends ImprovementEvent['type']> = Extract<ImprovementEvent, { type: T }>;

/** `improve-1` is 完成改进措施. */
const dutyZh = (id: string): string => IMPROVEMENT_DUTY_ZH[id.replace(/-\d+$/, '') as ImprovementDutyKind] ?? id;

/** What is said of each event; null where the events around it say it already. */
const SENTENCES: {
  [T in ImprovementEvent['type']]: (event: Happened<T>, nameOf: NameOf) => string | null;
} = {
  set: ({ complaint, setBy, department, person, dueDate }, nameOf) =>
    `${nameOf(setBy.id)}（${ROLE_ZH[setBy.role]}）由投诉 ${complaint} 提出改进措施，责任部门：${department}，责任人：${nameOf(person)}，` +
    `计划完成时间：${dueDate}`,
  owed: () => null,
  met: ({ duty }) => `「${dutyZh(duty)}」已办`,
  voided: () => null,
  reminded: ({ duty }) => `提醒：「${dutyZh(duty)}」即将到期`,
  missed: ({ duty, by }, nameOf) => `「${dutyZh(duty)}」逾期未完成，记录在案${by ? `（${nameOf(by)}）` : ''}`,
  escalated: () => '逾期后仍未完成，已报服务经理',
  progressed: () => '记录进展',
  reported: ({ by }, nameOf) => `${nameOf(by)}报告完成`,
  passed: ({ by }, nameOf) => `${nameOf(by.id)}（${ROLE_ZH[by.role]}）验证通过`,
  failed: ({ by, dueDate }, nameOf) =>
    `${nameOf(by.id)}（${ROLE_ZH[by.role]}）验证未通过，退回继续改进，计划完成时间改为 ${dueDate}`,
  due_moved: ({ dueDate }) => `计划完成时间改为 ${dueDate}`,
  reassigned: ({ from, to }, nameOf) => `责任人由${nameOf(from)}改为${nameOf(to)}`,
  cancelled: ({ by }, nameOf) => `${nameOf(by.id)}（${ROLE_ZH[by.role]}）取消改进措施`,
  // Whose names these are is for who sees the complaint.
  respondents_changed: () => '投诉的被投诉人有变更，回避的人随之变更',
  refused: ({ action }) => `收到操作「${action}」，未予接受：改进措施不接受信号`,
  closed: () => '关闭',
};

/** What happened, in one Chinese sentence; null where nothing is to be said. */
export function improvementSentence(event: ImprovementEvent, nameOf: NameOf): string | null {
  const sentence = SENTENCES[event.type] as (event: ImprovementEvent, nameOf: NameOf) => string | null;
  return sentence(event, nameOf);
}

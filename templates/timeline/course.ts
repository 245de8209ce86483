import type { ActionName } from '../../domain/actions';
import type { Ground } from '../../domain/classification';
import type { DutyKind } from '../../domain/words';
import { refusalTitle } from '../refusals';
import { GROUND_ZH } from '../timeline-words';
import {
  ACTION_ZH,
  CHANNEL_ZH,
  dutyName,
  DUTY_ZH,
  LEVEL_ZH,
  MARK_ZH,
  natureZh,
  OUTCOME_ZH,
  PRIORITY_ZH,
  REQUEST_TYPE_ZH,
  ROLE_ZH,
  STAGE_ZH,
  SUB_TYPE_ZH,
  SUBJECT_ZH,
} from '../words-zh';
import { hand, list, where } from './parts';
import type { Sentences } from './parts';

/** `follow_up-3` is a `follow_up`. */
const kindOf = (duty: string): DutyKind => duty.replace(/-\d+$/, '') as DutyKind;
export const dutyZh = (duty: string): string => DUTY_ZH[kindOf(duty)] ?? duty;
/** What is not owed by anybody on the staff is nobody's breach. */
const OF_OTHERS: readonly DutyKind[] = ['account', 'customer_reply', 'proposal_answer'];

/** The course of the procedure: stages, duties, rounds. */
export const COURSE: Sentences<
  | 'entered'
  | 'left'
  | 'owed'
  | 'not_owed'
  | 'met'
  | 'voided'
  | 'reminded'
  | 'missed'
  | 'established'
  | 'told'
  | 'round_opened'
  | 'sent_back'
  | 'calendar_changed'
  | 'policy_adopted'
  | 'closed'
  | 'refused'
> = {
  entered: ({ stage }) => `进入「${STAGE_ZH[stage]}」`,
  left: () => null,
  owed: ({ person, was, ...duty }, { nameOf }) =>
    (was ? `待办「${dutyName(duty)}」按新的情况重新计时` : `新增待办「${dutyName(duty)}」`) +
    where(person, `，由 ${nameOf(person ?? '')} 执行`),
  not_owed: ({ kind }) => `没有联系方式，不适用「${DUTY_ZH[kind]}」`,
  met: ({ duty }) => `待办「${dutyZh(duty)}」已完成`,
  voided: ({ duty }) => `待办「${dutyZh(duty)}」已取消`,
  reminded: ({ duty }) => `提醒：「${dutyZh(duty)}」即将到期`,
  missed: ({ duty, by }, { nameOf }) =>
    OF_OTHERS.includes(kindOf(duty))
      ? `「${dutyZh(duty)}」到期，未获答复`
      : `「${dutyZh(duty)}」逾期未完成，记为违规${by ? `（${nameOf(by)}）` : ''}`,
  established: () => null,
  told: ({ roles }) => `即时上报：${list(ROLE_ZH, roles)}`,
  round_opened: ({ level, because }, { rules }) =>
    `${because === 'dissatisfied' ? '客户不满意' : '问题未解决'}，重新处理，${LEVEL_ZH[level]}` +
    (rules?.duties?.first_contact?.needs?.includes('form_filled') ? '，另填投诉处理单' : ''),
  sent_back: ({ to }) => (to === 'meeting' ? `转「${STAGE_ZH[to]}」` : `退回「${STAGE_ZH[to]}」重新办理`),
  closed: ({ outcome }) => `结案归档：${OUTCOME_ZH[outcome]}`,
  calendar_changed: ({ edition }) => `工作日历已调整（第 ${edition} 版），重新计算未到期的时限`,
  policy_adopted: ({ edition, rules }) => `改按流程 ${rules.policy} 第 ${edition} 版办理，已起算的时限不变`,
  refused: ({ action, because, by }, { nameOf }) =>
    by
      ? `${nameOf(by)} 尝试「${ACTION_ZH[action as ActionName] ?? action}」，未予允许：${refusalTitle(because)}`
      : `收到操作「${action}」，未予接受：${refusalTitle(because)}`,
};

/** What it is, who answers for it, how high and how fast. */
export const PLACE: Sentences<
  | 'registered'
  | 'classified'
  | 'request_changed'
  | 'level_changed'
  | 'priority_changed'
  | 'marked'
  | 'unmarked'
  | 'joined_cluster'
  | 'owner_changed'
  | 'stood_in'
  | 'respondent_named'
  | 'respondent_cleared'
  | 'called_anew'
  | 'work_handed_on'
> = {
  registered: (event, telling) => {
    const { requestType, subType, channel, owner, subject, grounds, marks, respondents, reachable } = event;
    return (
      `登记${REQUEST_TYPE_ZH[requestType]}来件（${[CHANNEL_ZH[channel], subType && SUB_TYPE_ZH[subType]].filter(Boolean).join('，')}），` +
      `责任人：${hand(owner, telling)}${where(event.handOver, '，待受理人接手')}` +
      where(subject, `；投诉对象：${subject ? SUBJECT_ZH[subject] : ''}`) +
      where(grounds.length + marks.length, `；${LEVEL_ZH[event.level]}，${PRIORITY_ZH[event.priority]}`) +
      where(grounds.length, `；依据：${list(GROUND_ZH, grounds)}`) +
      where(marks.length, `；标记：${list(MARK_ZH, marks)}`) +
      where(respondents.length, `；被投诉人回避：${respondents.map(telling.nameOf).join('、')}`) +
      where(!reachable, '；投诉人没有留下联系方式')
    );
  },
  classified: ({ nature, requestType, subType, priority, level, grounds }, { rules }) =>
    `分类：${REQUEST_TYPE_ZH[requestType]}${subType ? `（${SUB_TYPE_ZH[subType]}）` : ''}，${natureZh(nature, rules)}；` +
    `${LEVEL_ZH[level]}，${PRIORITY_ZH[priority]}` +
    where(grounds.length, `；依据：${list(GROUND_ZH, grounds as Ground[])}`),
  request_changed: ({ requestType, subType }) =>
    `来件类型改为${REQUEST_TYPE_ZH[requestType]}${subType ? `（${SUB_TYPE_ZH[subType]}）` : ''}`,
  level_changed: ({ level, because, by }, telling) =>
    because === 'mass' || because === 'repeat'
      ? `因${MARK_ZH[because]}升为${LEVEL_ZH[level]}`
      : `${by ? hand(by, telling) : ''}${because === 'raised' ? '提高' : '降低'}级别，现为${LEVEL_ZH[level]}`,
  priority_changed: ({ priority, because, by }, telling) =>
    `${hand(by, telling)}${because === 'raised' ? '提高' : '降低'}优先级，现为${PRIORITY_ZH[priority]}`,
  marked: ({ mark }) => `标为${MARK_ZH[mark]}`,
  unmarked: ({ mark }) => `取消${MARK_ZH[mark]}标记，级别不变`,
  joined_cluster: ({ cluster }) => `并入集体投诉 ${cluster}`,
  owner_changed: ({ owner, by }, telling) =>
    `责任人变更为 ${hand(owner, telling)}${by ? `，由 ${telling.nameOf(by)} 改派` : ''}`,
  respondent_named: ({ person, subject }, { nameOf }) =>
    `补记被投诉人：${nameOf(person)}，自此回避${where(subject, `；投诉对象：${subject ? SUBJECT_ZH[subject] : ''}`)}`,
  respondent_cleared: ({ person }, { nameOf }) => `撤销被投诉人：${nameOf(person)}，不再回避`,
  called_anew: ({ duties, backTo }) =>
    backTo ? '无人可以审核，转投诉处理沟通会' : `可作决定的人有变，${duties.length} 项待办已重新通知`,
  work_handed_on: ({ from, to }, { nameOf }) => `${nameOf(from)} 名下的步骤与任务由 ${nameOf(to)} 接手`,
  stood_in: ({ by, for: absent }, { nameOf }) => `由 ${nameOf(by.id)} 代班办理（代 ${nameOf(absent)}）`,
};

import type { Event } from '../domain/complaint-file';
import type { DutyKind } from '../domain/words';
import type { Ground } from '../domain/classification';
import { localTime } from './local-time';
import { REFUSAL_CODES, refusalSentence } from './refusals';
import {
  BASIS_ZH,
  GROUND_ZH,
  PROOF_ZH,
  PROPOSAL_KIND_ZH,
  PURPOSE_ZH,
  RESPONSIBILITY_ZH,
  SOURCE_ZH,
} from './timeline-words';
import {
  CHANNEL_ZH,
  DUTY_ZH,
  LEVEL_ZH,
  NATURE_ZH,
  OUTCOME_ZH,
  PRIORITY_ZH,
  REJECTION_ZH,
  REQUEST_TYPE_ZH,
  ROLE_ZH,
  SATISFACTION_ZH,
  STAGE_ZH,
} from './words-zh';

/** Gives the name of a member of staff by his id. */
export type NameOf = (id: string) => string;

type Happened<T extends Event['type']> = Extract<Event, { type: T }>;

/** `follow_up-3` is a 定期联系客户. */
const dutyZh = (id: string): string => DUTY_ZH[id.replace(/-\d+$/, '') as DutyKind] ?? id;
const yuan = (fen: number): string => `${(fen / 100).toFixed(2)} 元`;
const list = <W extends string>(zh: Record<W, string>, words: readonly W[]): string =>
  words.map((word) => zh[word]).join('、');

/** What is said of each event; null where the events around it say it already. */
const SENTENCES: { [T in Event['type']]: (event: Happened<T>, nameOf: NameOf) => string | null } = {
  registered: ({ requestType, channel, owner, respondents }, nameOf) =>
    `登记${REQUEST_TYPE_ZH[requestType]}来件（${CHANNEL_ZH[channel]}），责任人：${nameOf(owner.id)}（${ROLE_ZH[owner.role]}）` +
    (respondents.length > 0 ? `；被投诉人回避：${respondents.map(nameOf).join('、')}` : ''),
  entered: ({ stage }) => `进入「${STAGE_ZH[stage]}」`,
  left: () => null,
  owed: ({ kind, step, person }, nameOf) =>
    `新增待办「${DUTY_ZH[kind]}${step === undefined ? '' : ` ${step}`}」${person ? `，由 ${nameOf(person)} 执行` : ''}`,
  met: ({ duty }) => `待办「${dutyZh(duty)}」已完成`,
  voided: ({ duty }) => `待办「${dutyZh(duty)}」已取消`,
  reminded: ({ duty }) => `提醒：「${dutyZh(duty)}」即将到期`,
  missed: ({ duty, by }, nameOf) => `「${dutyZh(duty)}」逾期未完成，记为违规${by ? `（${nameOf(by)}）` : ''}`,
  established: () => null,
  contacted: ({ channel, direction, reached, with: whom, purpose }) =>
    `${direction === 'inbound' ? '客户来联系' : '联系客户'}（${CHANNEL_ZH[channel]}，${PURPOSE_ZH[purpose]}` +
    `${whom === 'agent' ? '，代理人' : ''}）：${reached ? '已联系上' : '未联系上'}`,
  form_filled: ({ repeatedBack }) => `填写投诉处理单${repeatedBack ? '，已向客户复述并获确认' : '，尚未向客户复述'}`,
  classified: ({ nature, requestType, priority, level, grounds }) =>
    `分类：${REQUEST_TYPE_ZH[requestType]}，${NATURE_ZH[nature]}；${LEVEL_ZH[level]}，${PRIORITY_ZH[priority]}` +
    (grounds.length > 0 ? `；依据：${list(GROUND_ZH, grounds as Ground[])}` : ''),
  owner_changed: ({ owner }, nameOf) => `责任人变更为 ${nameOf(owner.id)}（${ROLE_ZH[owner.role]}）`,
  verified: ({ sources, responsibility, concluded }) =>
    `核实（${list(SOURCE_ZH, sources)}）：${RESPONSIBILITY_ZH[responsibility]}${concluded ? '' : '，尚未核实完毕'}`,
  proposed: ({ no, kinds, amountFen, basis, steps }) =>
    `拟定第 ${no} 号方案：${list(PROPOSAL_KIND_ZH, kinds)}${amountFen > 0 ? `，金额 ${yuan(amountFen)}` : ''}；` +
    `依据：${list(BASIS_ZH, basis)}；共 ${steps.length} 步`,
  proposal_told: ({ no, apologised }) => `向客户告知第 ${no} 号方案${apologised ? '并致歉' : ''}`,
  proposal_answered: ({ no, answer, proof }) =>
    `客户${answer === 'accepted' ? '同意' : '拒绝'}第 ${no} 号方案（凭证：${PROOF_ZH[proof.kind]}）`,
  proposal_decided: ({ decision, by }, nameOf) =>
    `${nameOf(by.id)}（${ROLE_ZH[by.role]}）对方案作出决定：${decision === 'instruct' ? '给出指示' : '自己接手'}`,
  step_completed: ({ step }) => `方案第 ${step} 步完成`,
  step_delayed: ({ step, workingDays }) => `方案第 ${step} 步延误，改为 ${workingDays} 个工作日内完成`,
  callback_answered: ({ channel, solved, satisfaction, marks }) =>
    `回访（${CHANNEL_ZH[channel]}）：问题${solved ? '已' : '未'}解决，客户${SATISFACTION_ZH[satisfaction]}` +
    (marks ? `；效率 ${marks.efficiency}、结果 ${marks.result}、态度 ${marks.attitude}（5 最好）` : ''),
  round_opened: ({ level, because }) =>
    `${because === 'dissatisfied' ? '客户不满意' : '问题未解决'}，重新处理，${LEVEL_ZH[level]}，另填投诉处理单`,
  meeting_decided: ({ by }, nameOf) => `总经理会议作出决定，由 ${nameOf(by.id)}（${ROLE_ZH[by.role]}）记录`,
  approved: () => '审核通过',
  rejected: ({ ground, backTo }) => `审核退回到「${STAGE_ZH[backTo]}」：${REJECTION_ZH[ground]}`,
  sent_back: ({ to }) => `退回「${STAGE_ZH[to]}」重新办理`,
  withdrawn: ({ proof }) => `客户撤回投诉（凭证：${PROOF_ZH[proof.kind]}）`,
  closed: ({ outcome }) => `结案归档：${OUTCOME_ZH[outcome]}`,
  calendar_changed: ({ edition }) => `工作日历已调整（第 ${edition} 次），重新计算未到期的时限`,
  policy_adopted: ({ edition, rules }) => `改按流程 ${rules.policy} 第 ${edition} 版办理，已起算的时限不变`,
  refused: ({ action, because }) => `收到操作「${action}」，未予接受：${whyZh(because)}`,
};

/** What a change of the calendar did to a due time (instants in ms, UTC). */
export const moveSentence = ({ duty, was, now }: { duty: string; was: number; now: number }): string =>
  `「${dutyZh(duty)}」时限因工作日历调整由 ${localTime(was)} 改为 ${localTime(now)}`;

/** The title of a refusal that needs no values of its own to be named. */
function whyZh(because: string): string {
  const code = REFUSAL_CODES.find((known) => known === because);
  const withoutValues = { code, allowed: [], roles: [], persons: [], steps: [], what: [] } as never;
  return code ? refusalSentence(withoutValues).title : because;
}

/** What happened, in one Chinese sentence; null where nothing is to be said. */
export function eventSentence(event: Event, nameOf: NameOf): string | null {
  const sentence = SENTENCES[event.type] as (event: Event, nameOf: NameOf) => string | null;
  return sentence(event, nameOf);
}

/** How something reached the complaint. */
export const VIA_ZH = { intake: '受理登记', api: '办理', signal: '审批信号', clock: '系统计时' } as const;

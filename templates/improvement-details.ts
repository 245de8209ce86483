import { nextDue, openDuties } from '../domain/clock';
import type { Wake } from '../domain/clock';
import type { ImprovementActionName } from '../domain/improvement/actions';
import type { ImprovementDuty, ImprovementEvent, ImprovementFile } from '../domain/improvement/file';
import { IMPROVEMENT_ACTION_ZH, IMPROVEMENT_DUTY_ZH, IMPROVEMENT_STATE_ZH } from './improvement-words';
import { localTime } from './local-time';
import { ROLE_ZH } from './words-zh';

/** What an administrator reads of an improvement in the Temporal UI. Ids, words and instants only. */
export function improvementTimerSummary({ at, duty: { kind, dueAt = at } }: Wake<ImprovementDuty>): string {
  const until = `时限 ${localTime(dueAt)}`;
  return at > dueAt ? `${IMPROVEMENT_DUTY_ZH[kind]} · ${until}` : `${IMPROVEMENT_DUTY_ZH[kind]} · 到期前提醒，${until}`;
}

/** Beside the activity that commits a turn: what it puts on file. */
export function improvementTurnSummary(
  file: ImprovementFile,
  events: ImprovementEvent[],
  done?: { action: string } | { signal: string },
): string {
  if (done && 'action' in done) return `存档：${IMPROVEMENT_ACTION_ZH[done.action as ImprovementActionName]}`;
  if (done) return `存档：信号 ${done.signal}`;
  const late = events.find(({ type }) => type === 'missed' || type === 'reminded' || type === 'escalated');
  const duty = late && 'duty' in late && file.duties.find(({ id }) => id === late.duty);
  if (!late || !duty) return '存档';
  const what = late.type === 'missed' ? '逾期' : late.type === 'reminded' ? '提醒' : '上报';
  return `存档：${what} ${IMPROVEMENT_DUTY_ZH[duty.kind]}`;
}

/** One line for the list of runs. Written at the start, never changed. */
export const improvementStaticSummary = ({ id, complaint, department }: ImprovementFile): string =>
  `改进措施 ${id} · 投诉 ${complaint} · ${department}`;

/** What the run is about. Written at the start, never changed. */
export const improvementStaticDetails = ({ id, complaint, setBy, department }: ImprovementFile): string =>
  [
    `**改进措施 ${id}**，由投诉 ${complaint} 提出。`,
    '',
    `提出人：${setBy.id}（${ROLE_ZH[setBy.role]}）· 责任部门：${department}`,
    '此运行从下达到验证通过（或取消）一直存在，投诉归档后也是如此；到期前提醒，逾期记录并上报。',
    '改进内容与验证标准只在数据库中，此处仅有编号。',
  ].join('\n');

/** Where the improvement stands: rewritten with every turn. */
export function improvementCurrentDetails(file: ImprovementFile): string {
  const state = `**${IMPROVEMENT_STATE_ZH[file.state]}** · 第 ${file.round} 次`;
  if (file.closed) return `${state}。`;
  const next = nextDue(file);
  return [
    `${state} · 计划完成时间 ${file.dueDate}`,
    `责任部门：${file.department} · 责任人：${file.person}`,
    `下一时限：${next?.dueAt === undefined ? '无' : `${IMPROVEMENT_DUTY_ZH[next.kind]}，${localTime(next.dueAt)}`}`,
    '',
    '| 待办 | 时限 | 状态 |',
    '|---|---|---|',
    ...openDuties(file).map(
      ({ kind, dueAt, missed }) =>
        `| ${IMPROVEMENT_DUTY_ZH[kind]} | ${dueAt === undefined ? '' : localTime(dueAt)} | ${missed ? '**逾期**' : '待办'} |`,
    ),
  ].join('\n');
}

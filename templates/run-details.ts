import type { Wake } from '../domain/clock';
import { nextDue, openDuties } from '../domain/clock';
import type { ComplaintFile, Duty, Task } from '../domain/complaint-file';
import type { Event } from '../domain/events';
import type { ActionName } from '../domain/actions';
import { ownerOf } from '../domain/people';
import { STAGES } from '../domain/words';
import { localTime } from './local-time';
import {
  ACTION_ZH,
  DEPARTMENT_ZH,
  dutyName,
  FACT_ZH,
  LEVEL_ZH,
  MARK_ZH,
  OUTCOME_ZH,
  PRIORITY_ZH,
  REQUEST_TYPE_ZH,
  ROLE_ZH,
  STAGE_ZH,
} from './words-zh';

// What an administrator reads of a run in the Temporal UI. Ids, words and instants only: no personal data, no free text.

/** Beside the timer: what it waits for, and when that is due. */
export function timerSummary({ at, duty }: Wake): string {
  const due = localTime(duty.dueAt ?? at);
  return at > (duty.dueAt ?? at) ? `${dutyName(duty)} · 时限 ${due}` : `${dutyName(duty)} · 到期前提醒，时限 ${due}`;
}

/** Beside the activity that commits a turn: what it puts on file. */
export function turnSummary(
  file: ComplaintFile,
  events: Event[],
  done?: { action: ActionName } | { signal: string },
): string {
  if (done && 'action' in done) {
    return `存档：${ACTION_ZH[done.action]}${events.some(({ type }) => type === 'refused') ? '（未予允许）' : ''}`;
  }
  if (done) return `存档：信号 ${done.signal}`;
  const late = events.find((event) => event.type === 'missed') ?? events.find((event) => event.type === 'reminded');
  const duty = late && file.duties.find(({ id }) => id === late.duty);
  if (!late || !duty) return '存档：流程推进';
  return late.type === 'missed' ? `存档：逾期 ${dutyName(duty)}` : `存档：提醒 ${dutyName(duty)}`;
}

/** One line for the list of runs. Written at the start, never changed. */
export const staticSummary = (file: ComplaintFile): string =>
  `投诉 ${file.number} · ${REQUEST_TYPE_ZH[file.requestType]}`;

/** What the run is about, for somebody who opens it the first time. Written at the start, never changed. */
export const staticDetails = (file: ComplaintFile): string =>
  [
    `**投诉 ${file.number}**，${localTime(file.receivedAt)} 收到。`,
    '',
    '此运行从受理到归档一直存在；每个待办时限是一个计时器，到期前提醒，过期记为违规。',
    '客户姓名、联系方式和文字内容只在数据库中，此处仅有编号。',
    '',
    `流程：${STAGES.filter((stage) => file.rules.stages[stage])
      .map((stage) => STAGE_ZH[stage])
      .join(' → ')}`,
    `流程版本：${file.rules.policy}@${file.rules.edition}`,
  ].join('\n');

/** Where the complaint stands: rewritten with every turn. */
export function currentDetails(file: ComplaintFile): string {
  if (file.closed) return `**已结案**：${OUTCOME_ZH[file.outcome ?? 'completed']}。`;
  const owner = ownerOf(file);
  const next = nextDue(file);
  return [
    `**${file.stage ? STAGE_ZH[file.stage] : '受理'}** · 第 ${file.round} 轮 · ${LEVEL_ZH[file.level]} · ${PRIORITY_ZH[file.priority]}`,
    `责任人：${owner.id}（${ROLE_ZH[owner.role]}）`,
    `下一时限：${next?.dueAt === undefined ? '无' : `${dutyName(next)}，${localTime(next.dueAt)}`}`,
    ...(file.marks.length > 0 ? [`标记：${file.marks.map((mark) => MARK_ZH[mark]).join('、')}`] : []),
    ...table(['待办', '时限', '状态'], openDuties(file).map(dutyRow)),
    ...(file.tasks.length > 0 ? table(['协办任务', '部门', '状态'], file.tasks.map(taskRow(file.lead))) : []),
    '',
    `已成立：${file.facts.map((fact) => FACT_ZH[fact]).join('、') || '尚无'}`,
  ].join('\n');
}

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: string[][]): string[] => [
  '',
  row(head),
  `|${head.map(() => '---|').join('')}`,
  ...rows.map(row),
];

const dutyRow = (duty: Duty): string[] => [
  dutyName(duty),
  duty.dueAt === undefined ? '' : localTime(duty.dueAt),
  duty.missed ? '**逾期**' : '待办',
];

const TASK_STATE_ZH: Record<Task['state'], string> = { open: '办理中', answered: '已答复', cancelled: '已取消' };

const taskRow =
  (lead: ComplaintFile['lead']) =>
  ({ no, department, person, state }: Task): string[] => [
    String(no),
    `${DEPARTMENT_ZH[department]}${person ? ` ${person}` : ''}${lead?.department === department ? '（第一责任）' : ''}`,
    TASK_STATE_ZH[state],
  ];

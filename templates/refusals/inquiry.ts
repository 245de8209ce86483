import { INTAKE_FIELD_ZH } from '../questions';
import { wordEn, wordsEn } from '../words-en';
import { ACCOUNT_OF_ZH, DEPARTMENT_ZH } from '../words-zh';
import { causeZh, choiceEn, choiceZh, say } from './parts';
import type { Refusals } from './parts';

/** Finding out: departments, the other side, causes. */
export const INQUIRY: Refusals<
  | 'no_such_task'
  | 'task_closed'
  | 'no_preliminary'
  | 'tasks_open'
  | 'respondent_unnamed'
  | 'no_task_for_lead'
  | 'no_such_account'
  | 'account_closed'
  | 'not_urged'
  | 'accounts_open'
  | 'other_side_unheard'
  | 'meeting_called'
  | 'no_meeting_called'
  | 'cause_of_other_dimension'
  | 'person_alone'
  | 'nothing_overdue'
  | 'already_on_record'
  | 'verify_first'
> = {
  already_on_record: ({ field }) =>
    say(
      '已有答案，不必再问',
      'The answer is on record already',
      `「${INTAKE_FIELD_ZH[field]?.name ?? field}」已有记录，请勿重复询问客户；如需更正，请以 correction: true 记录。`,
      `The answer to ${field} is on record already: do not ask the customer again. To correct it, record it with correction: true.`,
    ),
  verify_first: () =>
    say(
      '须先核实',
      'Verification comes first',
      '这套流程先核实，再定性定责；请先记录核实结论，再分类。',
      'In this procedure what it is follows from what was verified: record the findings first, then classify.',
    ),
  no_such_task: ({ task, tasks }) =>
    say(
      '没有这项协办任务',
      'There is no such task',
      `没有第 ${task} 号协办任务，${choiceZh(tasks)}。`,
      `There is no task ${task}; ${choiceEn(tasks)}.`,
    ),
  task_closed: ({ task }) =>
    say(
      '协办任务的状态不符',
      'The task is not in that state',
      `第 ${task} 号协办任务不能这样处理：已答复或取消的任务不再办理，尚未答复的不能退回；需要重做的，退回答复或另交部门。`,
      `Task ${task} does not stand so: one that is answered or cancelled is not worked on, and one without an answer cannot be returned. Return the answer, or assign another task.`,
    ),
  no_preliminary: ({ task }) =>
    say(
      '不能只作初步答复',
      'No preliminary answer here',
      `第 ${task} 号协办任务不能作初步答复：只有重要级的任务可以先给初步方案，而且只有一次；请给出最终答复。`,
      `Task ${task} takes no preliminary answer: only an important one does, and once. Give the final answer.`,
    ),
  tasks_open: ({ tasks }) =>
    say(
      '协办任务尚未了结',
      'Tasks are still open',
      `第 ${tasks.join('、')} 号协办任务还没有答复；请部门答复，或由责任人取消，再通过审核。`,
      `Tasks still open: ${tasks.join(', ')}. They are answered, or cancelled by the owner, before the case is approved.`,
    ),
  no_task_for_lead: ({ departments }) =>
    say(
      '该部门没有协办任务',
      'This department has no task',
      `第一责任人须在有协办任务的部门中指定，${departments.length > 0 ? `可选：${departments.map((one) => DEPARTMENT_ZH[one]).join('、')}` : '现在没有协办任务'}。`,
      `The lead is one of the departments that have a task; ${departments.length > 0 ? `these are: ${wordsEn(departments)}` : 'there is no task now'}.`,
    ),
  no_such_account: ({ account, accounts }) =>
    say(
      '没有这项情况说明',
      'There is no such account',
      `没有第 ${account} 号情况说明，${choiceZh(accounts)}。`,
      `No account ${account} was asked for; ${choiceEn(accounts)}.`,
    ),
  account_closed: ({ account }) =>
    say(
      '情况说明已有结果',
      'The account is closed',
      `第 ${account} 号情况说明已记录答复或未说明；需要补充的，请另行请对方说明。`,
      `Account ${account} has been recorded as given or as silence; ask for another one if more is wanted.`,
    ),
  not_urged: () =>
    say(
      '尚未催办到期',
      'Not urged in vain yet',
      '对方的说明期限未过，或还没有催办过；到期并催办后仍无答复的，才能记录为未说明。',
      'Silence is recorded only when the time has passed and the other side has been urged; urge it first.',
    ),
  accounts_open: ({ accounts }) =>
    say(
      '对方尚未说明情况',
      'The other side has not answered yet',
      `第 ${accounts.join('、')} 号情况说明还没有结果；请先记录答复，或催办后记录为未说明，再完成核实。`,
      `Accounts still open: ${accounts.join(', ')}. Record the answer, or the silence after urging, before the verification is concluded.`,
    ),
  other_side_unheard: ({ respondents, side }) =>
    say(
      '尚未听取对方说明',
      'The other side has not been heard',
      `涉及员工、商家或门店的投诉须听取双方意见，尚未听取：${[...respondents, ...(side ? [ACCOUNT_OF_ZH[side]] : [])].join('、')}；请先由责任人请对方说明情况并记录结果（POST …/accounts）。`,
      `Both sides are heard where staff, a merchant or a shop is complained about. Not heard yet: ${[...respondents, ...(side ? [wordEn(side)] : [])].join(', ')}. The owner asks for an account and records it first.`,
    ),
  respondent_unnamed: ({ respondents }) =>
    say(
      '须写明由谁说明',
      'Say who is asked',
      respondents.length > 0
        ? `person 只用于被投诉人（of: respondent），须是被投诉的员工之一：${respondents.join('、')}。`
        : '这件投诉没有登记被投诉的员工，不填 person。',
      respondents.length > 0
        ? `person goes with of: respondent and is one of those who are complained about: ${respondents.join(', ')}.`
        : 'Nobody on the staff is complained about here: leave out person.',
    ),
  meeting_called: () =>
    say(
      '跨部门会议尚未召开',
      'A meeting has been called',
      '跨部门会议已召集、尚无结论；请先记录会议结论。',
      'A cross-department meeting has been called and not been held; its minutes come first.',
    ),
  no_meeting_called: () =>
    say(
      '没有待召开的会议',
      'No meeting has been called',
      '没有已召集而未召开的跨部门会议；请由责任人先召集。',
      'No cross-department meeting is awaited; the owner has to call one first.',
    ),
  cause_of_other_dimension: ({ cause, allowed }) =>
    say(
      '原因不属于此维度',
      'The cause is of another dimension',
      `「${causeZh(cause)}」不属于这一维度，可选：${allowed.map(causeZh).join('、')}。`,
      `${wordEn(cause)} is no cause of this dimension; allowed: ${wordsEn(allowed)}.`,
    ),
  person_alone: () =>
    say(
      '不能只归因于个人',
      'A person alone is no root cause',
      '个人失误或态度不能单独作为根本原因；请写明其背后的流程、培训或系统原因。',
      "A person's mistake or attitude alone is no root cause: name what lies behind it in process, training or system.",
    ),
  nothing_overdue: () =>
    say(
      '没有逾期事项',
      'Nothing is overdue',
      '这件投诉没有逾期事项，不需要说明逾期原因。',
      'Nothing of this complaint is overdue; there is nothing to explain.',
    ),
};

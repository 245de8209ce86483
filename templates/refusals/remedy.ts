import { TELLING_POINT_ZH } from '../timeline-words';
import { wordEn, wordsEn } from '../words-en';
import { DUTY_ZH } from '../words-zh';
import { yuan } from '../timeline/parts';
import { say } from './parts';
import type { Refusals } from './parts';

/** What is offered, promised, agreed and done. */
export const REMEDY: Refusals<
  | 'no_such_proposal'
  | 'proposal_not_told'
  | 'before_telling'
  | 'before_callback'
  | 'analysis_missing'
  | 'proposal_answered'
  | 'proposal_awaits_answer'
  | 'points_missing'
  | 'cause_missing'
  | 'beyond_limit'
  | 'outside_standard'
  | 'approval_awaited'
  | 'approval_denied'
  | 'no_approval_awaited'
  | 'telling_incomplete'
  | 'apology_missing'
  | 'decision_awaited'
  | 'no_decision_awaited'
  | 'decision_pending'
  | 'nothing_to_decide'
  | 'no_promise'
  | 'waiting_already'
  | 'nothing_asked'
  | 'waited_enough'
  | 'not_waiting'
  | 'no_such_step'
  | 'step_done'
  | 'step_reported'
  | 'step_not_reported'
> = {
  no_such_proposal: ({ proposal, current }) =>
    current === null
      ? say(
          '没有这个方案',
          'There is no such proposal',
          `没有第 ${proposal} 号方案：这一轮还没有拟定方案。`,
          `There is no proposal ${proposal}: none has been made in this round.`,
        )
      : say(
          '不是当前方案',
          'This is not the proposal on the table',
          `第 ${proposal} 号不是当前方案，当前是第 ${current} 号。`,
          `Proposal ${proposal} is not the one on the table; that is ${current}.`,
        ),
  proposal_not_told: () =>
    say(
      '方案尚未告知客户',
      'The customer has not been told the proposal',
      '请先把方案告知客户，再记录客户的答复。',
      'Tell the customer the proposal before you record an answer to it.',
    ),
  before_telling: ({ field }) =>
    say(
      '客户的答复早于告知方案',
      'The answer is older than the telling',
      `${field} 早于把方案告知客户的时间；客户听到方案以后才能答复。`,
      `${field} lies before the customer was told the proposal; he answers what he has heard.`,
    ),
  before_callback: ({ field }) =>
    say(
      '早于本次回访',
      'The time lies before this callback',
      `${field} 早于本次回访：客户此前说的话不是对这次处理结果的答复，请在回访后再登记。`,
      `${field} cannot be earlier than this callback: what the customer said before is no answer to it; ask him, and record what he says then.`,
    ),
  analysis_missing: () =>
    say(
      '须先分析原因',
      'The causes come first',
      '这件投诉（现在的级别或情形）须先分析原因再拟方案；召开过跨部门会议的，会议之后须重新分析。请先记录原因分析。',
      'As it stands, this complaint needs a cause analysis before another proposal, and a new one after a cross-department meeting: record it first.',
    ),
  proposal_answered: () =>
    say(
      '客户已答复此方案',
      'The proposal has been answered',
      '客户对这个方案已有答复；如被拒绝，请另拟方案。',
      'The customer has answered this proposal; if it was refused, make another one.',
    ),
  proposal_awaits_answer: ({ proposal }) =>
    say(
      '方案正等待客户答复',
      'A proposal awaits its answer',
      `第 ${proposal} 号方案已告知客户、尚无答复；请先记录答复，再拟新方案。`,
      `Proposal ${proposal} has been told and not been answered; record the answer before you make another one.`,
    ),
  points_missing: () =>
    say(
      '缺少沟通要点',
      'The talking points are missing',
      '与客户沟通前须写明解决方案、补偿标准与改进承诺三项要点（points）。',
      'Before the talk three points are written down: solution, standard of compensation, promise of improvement (points).',
    ),
  cause_missing: () =>
    say(
      '缺少原因分析',
      'The cause analysis is missing',
      '成员投诉的流程要求集体投诉作原因分析：请在决定中一并写明（cause）。',
      'The policy of a member asks for a cause analysis of mass complaints: give it with the decision (cause).',
    ),
  beyond_limit: ({ limitFen }) =>
    say(
      '超出本人权限',
      'Beyond your own limit',
      `金额超出决定人的权限，至多 ${yuan(limitFen)}（${limitFen} 分）。`,
      `The amount is more than the director who decides may grant: at most ${limitFen} fen.`,
    ),
  outside_standard: () =>
    say(
      '超出补偿标准',
      'Outside the standard of compensation',
      '方案种类或金额不在该问题性质和损害程度的补偿标准之内；请改按标准，或写明理由（reason），由上级审批。',
      'The kind or the amount lies outside the standard for this nature and severity: keep to it, or give a reason, and the level above decides.',
    ),
  approval_awaited: () =>
    say(
      '方案正等待上级审批',
      'The proposal awaits approval',
      '方案须先经上级审批；批准后才能告知客户，审批前不能另拟方案。',
      'The level above has to approve the proposal first: until then it is not told, and no other one is made.',
    ),
  approval_denied: () =>
    say(
      '上级未批准此方案',
      'The proposal was not approved',
      '上级未批准这个方案，不能告知客户；请另拟方案。',
      'The level above did not approve this proposal: it is not told to the customer. Make another one.',
    ),
  no_approval_awaited: () =>
    say(
      '没有待审批的方案',
      'No proposal awaits approval',
      '当前方案不需要审批，或已经审批。',
      'The proposal on the table needs no approval, or has been decided upon.',
    ),
  telling_incomplete: ({ missing }) =>
    say(
      '告知内容不全',
      'The telling is incomplete',
      `还须告知客户：${missing.map((point) => TELLING_POINT_ZH[point]).join('、')}；告知后在 covers 中逐项列出。`,
      `The customer still has to hear of: ${wordsEn(missing)}. Tell him, and list them in covers.`,
    ),
  apology_missing: () =>
    say(
      '缺少道歉',
      'The apology is missing',
      '投诉类须在告知方案的同时道歉：致歉后以 apologised: true 记录。',
      'A complaint gets the apology together with the proposal: apologise, and record it with apologised: true.',
    ),
  decision_awaited: ({ duty }) =>
    say(
      '正等待上级决定',
      'A decision of the level above is awaited',
      `须先完成「${DUTY_ZH[duty]}」。`,
      `First of all this has to be done: ${wordEn(duty)}.`,
    ),
  no_decision_awaited: () =>
    say(
      '没有待上级决定的事项',
      'No decision is awaited',
      '客户拒绝方案的次数尚未达到须由上级决定的程度。',
      'The customer has not refused so often that the level above has to decide.',
    ),
  decision_pending: ({ duty }) =>
    say(
      '已提交，等待上级',
      'The decision is pending',
      `「${DUTY_ZH[duty]}」尚未完成，请等待上级，不必重复提交。`,
      `It has been asked for and awaits the level above: ${wordEn(duty)}.`,
    ),
  nothing_to_decide: ({ duty }) =>
    say(
      '没有待决定的申请',
      'There is nothing to decide',
      `没有等待「${DUTY_ZH[duty]}」的申请；须由责任人先提出。`,
      `Nothing awaits this decision: ${wordEn(duty)}. The owner has to ask for it first.`,
    ),
  no_promise: () =>
    say(
      '没有计时中的答复承诺',
      'No promised answer is running',
      '现在没有未到期的答复承诺，无从等候或延期；已逾期的，请说明逾期原因。',
      'No promised answer is running, so there is nothing to pause or to extend; once it is overdue, give the reason.',
    ),
  waiting_already: () =>
    say(
      '已在等候客户',
      'Waiting already',
      '正在等候客户，承诺的答复时限已经暂停，不必再次等候或申请延期；客户答复后请结束等候。',
      'The promised answer stands still while the customer is waited for; end the waiting when he has replied, then ask for longer if need be.',
    ),
  nothing_asked: () =>
    say(
      '还没有请客户答复',
      'The customer has been asked nothing',
      '还没有与客户联系过，也没有请客户补充材料，无从等候客户；请先联系客户，说明需要什么。',
      'Nobody has spoken to the customer or asked him for evidence, so there is nothing to wait for: talk to him first.',
    ),
  waited_enough: () =>
    say(
      '等候时间已用完',
      'The time for waiting is used up',
      '每项承诺等候客户的时间合计有上限，现已用完；请按时答复，或向上级申请延期。',
      'There is one limit to waiting for each promise, and it is used up: answer in time, or ask the level above for longer.',
    ),
  not_waiting: () =>
    say(
      '没有在等候客户',
      'Not waiting',
      '现在没有在等候客户，承诺的答复时限正常计时。',
      'Nobody waits for the customer now; the time of the promised answer runs.',
    ),
  no_such_step: ({ step, steps }) =>
    say(
      '没有这个步骤',
      'There is no such step',
      steps.length > 0
        ? `方案没有第 ${step} 步，可选：${steps.join('、')}。`
        : `方案没有第 ${step} 步：当前没有待执行的步骤。`,
      steps.length > 0
        ? `The remedy has no step ${step}; its steps are ${steps.join(', ')}.`
        : `There is no step ${step}: no remedy is under way.`,
    ),
  step_done: ({ step }) =>
    say('该步骤已完成', 'The step is done', `第 ${step} 步已经完成。`, `Step ${step} has been done already.`),
  step_reported: ({ step }) =>
    say(
      '该步骤已报告完成',
      'The step has been reported',
      `第 ${step} 步已报告完成，正等待责任人验收。`,
      `Step ${step} has been reported as done; it waits for the owner to see it off.`,
    ),
  step_not_reported: ({ step }) =>
    say(
      '该步骤尚未报告完成',
      'The step has not been reported',
      `执行人还没有报告第 ${step} 步完成，不能验收；责任人自己办完的，直接登记完成。`,
      `Nobody has reported step ${step} as done, so there is nothing to see off; if you did it yourself, complete it.`,
    ),
};

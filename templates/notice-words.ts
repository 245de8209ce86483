import type { NoticeKey, NoticeWords } from '../domain/notices';
import { IMPROVEMENT_NOTICES_EN, IMPROVEMENT_NOTICES_ZH } from './improvement-words';
import { PENALTY_NOTICES_EN, PENALTY_NOTICES_ZH } from './penalty-words';

/**
 * Placeholders: {message} a message's id · {channel} by which it came · {number} the complaint's number · {duty} what is owed ·
 * {due} until when · {was} until when before · {because} a ground or a refusal · {action} what was tried · {outcome} how it
 * ended · {handler} the post of the responsible person · {no} of which task · {level} and {priority} the situation · {granted}
 * how a decision went · {decision} what was decided about a refused proposal · {department} the one that leads · {round} which time it is
 * handled · {cluster} a mass complaint · {count} how many complaints it has.
 * Inside the company no notice names a customer: 「客户」 and the number (RE-8).
 */
export const NOTICES_ZH: Record<NoticeKey, NoticeWords> = {
  acknowledgement: {
    subject: '投诉受理回执 {number}',
    body: [
      '您好，您的投诉我们已收到，感谢您的反馈。受理编号：{number}，可凭此编号查询进展。',
      '接下来，{handler}将在 {due} 前与您联系，了解情况并说明处理流程和预计时间。',
      '我们会认真核实，尽力为您解决问题。',
    ].join('\n'),
  },
  acknowledgement_undated: {
    subject: '投诉受理回执 {number}',
    body: [
      '您好，您的投诉我们已收到，感谢您的反馈。受理编号：{number}，可凭此编号查询进展。',
      '接下来，{handler}会先核实情况，再与您沟通处理方案。',
      '我们会认真核实，尽力为您解决问题。',
    ].join('\n'),
  },
  handler_changed: {
    subject: '投诉 {number} 的受理人已变更',
    body: '您好，您的投诉（编号 {number}）现由{handler}负责处理，将继续与您联系。感谢您的理解。',
  },
  survey_invitation: {
    subject: '邀请您评价投诉 {number} 的处理',
    body: '您好，您的投诉（编号 {number}）已处理。我们会与您联系回访；您也可以通过随附的评价链接，直接告诉我们问题是否已经解决、您是否满意，以及您的建议。',
  },
  farewell: {
    subject: '投诉 {number} 已办结',
    body: '您好，您的投诉（编号 {number}）已办结，结果：{outcome}。感谢您提出的宝贵意见，帮助我们改进。祝您生活愉快，再见。',
  },
  assigned: {
    subject: '【新投诉】{number}',
    body: '投诉 {number} 由您负责。请在 {due} 前完成：{duty}。',
  },
  assigned_undated: {
    subject: '【新投诉】{number}',
    body: '投诉 {number} 由您负责，请及时办理。',
  },
  called_upon: {
    subject: '【待办】{number} {duty}',
    body: '投诉 {number} 等待您：{duty}。时限：{due}。',
  },
  reminder: {
    subject: '【临期】{number} {duty}',
    body: '投诉 {number} 的「{duty}」将于 {due} 到期，请及时完成。',
  },
  breach: {
    subject: '【逾期】{number} {duty}',
    body: '投诉 {number} 的「{duty}」已于 {due} 到期而未完成，已记录为违规。请尽快完成并说明原因。',
  },
  silence: {
    subject: '【未获答复】{number} {duty}',
    body: '投诉 {number} 的「{duty}」已于 {due} 到期，仍未获答复。请继续催办，并如实记录。',
  },
  informed: {
    subject: '【上报】{number} {level}，{priority}',
    body: '投诉 {number} 按规定即时上报。级别：{level}；优先级：{priority}。请关注处理情况。',
  },
  progress_reported: {
    subject: '【协办进度】{number} 任务 {no}',
    body: '投诉 {number} 的协办任务 {no} 有新的进度，请查看。',
  },
  task_answered: {
    subject: '【协办答复】{number} 任务 {no}',
    body: '投诉 {number} 的协办任务 {no} 已有答复。请查看；答复不足的，可以退回。',
  },
  step_reported: {
    subject: '【待验收】{number} 步骤 {no}',
    body: '投诉 {number} 的方案步骤 {no} 已由执行人报告完成，请验收；未办妥的，请改期并告知客户。',
  },
  task_late: {
    subject: '【已逾期】{number} 任务 {no}',
    body: '投诉 {number} 的协办任务 {no} 转到贵部门时已逾期（原时限 {due}）。逾期不计在贵部门名下；请立即答复。',
  },
  task_cancelled: {
    subject: '【取消】{number} 任务 {no}',
    body: '投诉 {number} 的协办任务 {no} 已取消，不必再办理。',
  },
  lead_appointed: {
    subject: '【第一责任人】{number} {department}',
    body: '投诉 {number} 的协办事项由{department}牵头，为第一责任人。各协办部门的进展请与其协调。',
  },
  instructed: {
    subject: '【上级决定】{number} {decision}',
    body: '客户拒绝方案后，投诉 {number} 的上级已作出决定：{decision}。请查看并据此办理。',
  },
  invited: {
    subject: '【会议】{number} 跨部门会议',
    body: '投诉 {number} 召集跨部门会议，请贵部门参加。要议的事项请查看投诉。',
  },
  decided: {
    subject: '【上级决定】{number} {granted}',
    body: '投诉 {number} 的「{duty}」已有结果：{granted}。请据此继续办理。',
  },
  overdue_explained: {
    subject: '【逾期说明】{number}',
    body: '投诉 {number} 的责任人已说明逾期原因，请查看。',
  },
  due_earlier: {
    subject: '【时限提前】{number} {duty}',
    body: '因所适用的工作日历有变，投诉 {number} 的「{duty}」时限由 {was} 提前到 {due}，请及时完成。',
  },
  sent_back: {
    subject: '【退回】{number}',
    body: '投诉 {number} 审核未通过，退回原因：{because}。请补充办理后重新提交。',
  },
  round_opened: {
    subject: '【重新处理】{number} 第 {round} 轮',
    body: '投诉 {number} 因{because}重新处理，现为第 {round} 轮，{level}。请从首次联系起，按流程重新办理。',
  },
  meeting_decided: {
    subject: '【会议决定】{number}',
    body: '总经理会议已对投诉 {number} 作出最终决定，请查看会议纪要，并按流程办完余下的事项。',
  },
  ...IMPROVEMENT_NOTICES_ZH,
  ...PENALTY_NOTICES_ZH,
  signal_refused: {
    subject: '【提示】{number} 收到一次无效操作',
    body: '投诉 {number} 收到来自管理界面或脚本的操作「{action}」，未被接受：{because}。如非您本人所为，请核查审批码是否泄露。',
  },
  attempt_filed: {
    subject: '【提示】{number} 有人尝试不允许的操作',
    body: '投诉 {number}：有人尝试「{action}」，未予允许：{because}。已记录在案，请核实处理。',
  },
  mass_alarm: {
    subject: '【集体投诉】{cluster}',
    body: '集体投诉 {cluster} 已成立：至 {number} 为止，已有 {count} 件投诉针对同一产品或门店，均升为三级。此后登记的同类投诉自动并入，不再逐件报警。',
  },
  message_waiting: {
    subject: '【新来信】{channel} 第 {message} 号',
    body: '收到一条{channel}来信（第 {message} 号），尚无人处理。请立案、并入已有投诉，或注明理由不立案。首次回复时限：{due}。',
  },
  message_late: {
    subject: '【来信逾期】{channel} 第 {message} 号',
    body: '第 {message} 号{channel}来信仍未处理，首次回复时限已过（{due}）。请安排人员立即处理。',
  },
};

export const NOTICES_EN: Record<NoticeKey, NoticeWords> = {
  acknowledgement: {
    subject: 'Complaint {number} received',
    body: 'We have received your complaint, thank you. Your number is {number}. {handler} will contact you before {due} to hear what happened and to explain the next steps. We will do our best to solve it.',
  },
  acknowledgement_undated: {
    subject: 'Complaint {number} received',
    body: 'We have received your complaint, thank you. Your number is {number}. {handler} will look into it and then talk to you about a solution. We will do our best to solve it.',
  },
  handler_changed: {
    subject: 'Complaint {number}: a new handler',
    body: 'Your complaint {number} is now handled by {handler}, who will be in touch with you.',
  },
  survey_invitation: {
    subject: 'Complaint {number}: please tell us how we did',
    body: 'Your complaint {number} has been dealt with. We will call you; or tell us by the link that comes with this message whether it is solved, how satisfied you are, and what we could do better.',
  },
  farewell: {
    subject: 'Complaint {number} is closed',
    body: 'Your complaint {number} is closed: {outcome}. Thank you for helping us improve.',
  },
  assigned: { subject: 'New complaint {number}', body: 'Complaint {number} is yours. Due {due}: {duty}.' },
  assigned_undated: { subject: 'New complaint {number}', body: 'Complaint {number} is yours: please see to it.' },
  called_upon: { subject: '{number}: {duty}', body: 'Complaint {number} waits for you: {duty}. Due {due}.' },
  reminder: { subject: 'Due soon: {number} {duty}', body: '"{duty}" of complaint {number} is due {due}.' },
  breach: {
    subject: 'Overdue: {number} {duty}',
    body: '"{duty}" of complaint {number} was due {due} and is not done; a breach has been recorded.',
  },
  silence: {
    subject: 'No answer: {number} {duty}',
    body: '"{duty}" of complaint {number} was due {due} and has brought no answer. Urge again, and record what comes of it.',
  },
  informed: {
    subject: 'Reported to you: {number}, {level}, {priority}',
    body: 'Complaint {number} is reported to you at once. Level: {level}; priority: {priority}.',
  },
  progress_reported: {
    subject: 'Progress: {number}, task {no}',
    body: 'There is news of task {no} of complaint {number}.',
  },
  task_answered: {
    subject: 'Answered: {number}, task {no}',
    body: 'Task {no} of complaint {number} has been answered. You may return an answer that is not enough.',
  },
  step_reported: {
    subject: 'Reported done: {number}, step {no}',
    body: 'Step {no} of complaint {number} is reported as done. See it off; if it is not done, set another time and tell the customer.',
  },
  task_late: {
    subject: 'Late already: {number}, task {no}',
    body: 'Task {no} of complaint {number} was late (due {due}) when it was handed to your department. The miss is not yours; please answer at once.',
  },
  task_cancelled: {
    subject: 'Cancelled: {number}, task {no}',
    body: 'Task {no} of complaint {number} has been cancelled; nothing is left to be done.',
  },
  lead_appointed: {
    subject: 'Lead: {number}, {department}',
    body: 'The departments that complaint {number} asks for their part are led by {department}.',
  },
  instructed: {
    subject: 'Decided above: {number}, {decision}',
    body: 'The customer refused, and the level above has decided on complaint {number}: {decision}. Read it and go on accordingly.',
  },
  invited: {
    subject: 'Meeting: {number}',
    body: 'Your department is called to a cross-department meeting on complaint {number}. What it is about stands in the complaint.',
  },
  decided: {
    subject: 'Decided: {number} {granted}',
    body: '"{duty}" of complaint {number} has been decided: {granted}. Go on accordingly.',
  },
  overdue_explained: {
    subject: 'Why it is late: {number}',
    body: 'The owner of complaint {number} has given the reason for what is overdue.',
  },
  due_earlier: {
    subject: 'Due sooner: {number} {duty}',
    body: 'Another working calendar counts now: "{duty}" of complaint {number} was due {was} and is due {due} now.',
  },
  sent_back: { subject: 'Sent back: {number}', body: 'The review of complaint {number} sent it back: {because}.' },
  round_opened: {
    subject: 'Begun again: {number}, round {round}',
    body: 'Complaint {number} begins again, round {round}: {because}. Level: {level}. Contact the customer and fill in a new form.',
  },
  meeting_decided: {
    subject: 'Decided by the meeting: {number}',
    body: 'The general manager’s meeting has decided complaint {number} finally. See its minutes, and tell the customer the result.',
  },
  ...IMPROVEMENT_NOTICES_EN,
  ...PENALTY_NOTICES_EN,
  signal_refused: {
    subject: '{number}: an attempt was refused',
    body: 'Complaint {number} received "{action}" from the admin page or a script and refused it: {because}. If it was not you, check whether an approval code has leaked.',
  },
  attempt_filed: {
    subject: '{number}: something was tried that is not allowed',
    body: 'Complaint {number}: somebody tried "{action}" and was refused: {because}. It is on record; please look into it.',
  },
  mass_alarm: {
    subject: 'Mass complaint {cluster}',
    body: 'Mass complaint {cluster} is open: with {number}, {count} complaints are about one product or shop; all of them go up to level 3. Later ones join it without another alarm.',
  },
  message_waiting: {
    subject: 'New message {message} by {channel}',
    body: 'Message {message} has come by {channel} and waits. Register it, attach it to a complaint, or set it aside with a reason. First answer due: {due}.',
  },
  message_late: {
    subject: 'Message {message} by {channel} is late',
    body: 'Message {message} by {channel} still waits and its first answer was due {due}.',
  },
};

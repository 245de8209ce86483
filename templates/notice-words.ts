import type { NoticeKey, NoticeWords } from '../domain/notices';

/**
 * Placeholders: {number} the complaint's number · {duty} what is owed · {due} until when · {was} until when before · {because} a ground ·
 * {action} what was tried · {outcome} how it ended · {handler} the post of the responsible person.
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
  handler_changed: {
    subject: '投诉 {number} 的受理人已变更',
    body: '您好，您的投诉（编号 {number}）现由{handler}负责处理，将继续与您联系。感谢您的理解。',
  },
  farewell: {
    subject: '投诉 {number} 已办结',
    body: '您好，您的投诉（编号 {number}）已办结，结果：{outcome}。感谢您提出的宝贵意见，帮助我们改进。祝您生活愉快，再见。',
  },
  assigned: {
    subject: '【新投诉】{number}',
    body: '投诉 {number} 由您负责。请在 {due} 前完成：{duty}。',
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
  due_earlier: {
    subject: '【时限提前】{number} {duty}',
    body: '因工作日历调整，投诉 {number} 的「{duty}」时限由 {was} 提前到 {due}，请及时完成。',
  },
  sent_back: {
    subject: '【退回】{number}',
    body: '投诉 {number} 审核未通过，退回原因：{because}。请补充办理后重新提交。',
  },
  signal_refused: {
    subject: '【提示】{number} 收到一次无效操作',
    body: '投诉 {number} 收到来自管理界面或脚本的操作「{action}」，未被接受：{because}。如非您本人所为，请核查审批码是否泄露。',
  },
};

export const NOTICES_EN: Record<NoticeKey, NoticeWords> = {
  acknowledgement: {
    subject: 'Complaint {number} received',
    body: 'We have received your complaint, thank you. Your number is {number}. {handler} will contact you before {due} to hear what happened and to explain the next steps. We will do our best to solve it.',
  },
  handler_changed: {
    subject: 'Complaint {number}: a new handler',
    body: 'Your complaint {number} is now handled by {handler}, who will be in touch with you.',
  },
  farewell: {
    subject: 'Complaint {number} is closed',
    body: 'Your complaint {number} is closed: {outcome}. Thank you for helping us improve.',
  },
  assigned: { subject: 'New complaint {number}', body: 'Complaint {number} is yours. Due {due}: {duty}.' },
  called_upon: { subject: '{number}: {duty}', body: 'Complaint {number} waits for you: {duty}. Due {due}.' },
  reminder: { subject: 'Due soon: {number} {duty}', body: '"{duty}" of complaint {number} is due {due}.' },
  breach: {
    subject: 'Overdue: {number} {duty}',
    body: '"{duty}" of complaint {number} was due {due} and is not done; a breach has been recorded.',
  },
  due_earlier: {
    subject: 'Due sooner: {number} {duty}',
    body: 'The working calendar has changed: "{duty}" of complaint {number} was due {was} and is due {due} now.',
  },
  sent_back: { subject: 'Sent back: {number}', body: 'The review of complaint {number} sent it back: {because}.' },
  signal_refused: {
    subject: '{number}: an attempt was refused',
    body: 'Complaint {number} received "{action}" from the admin page or a script and refused it: {because}. If it was not you, check whether an approval code has leaked.',
  },
};

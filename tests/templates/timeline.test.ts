import type { Event } from '../../domain/events';
import type { Scale } from '../../domain/satisfaction';
import { eventSentence } from '../../templates/timeline';

const said = (event: Event): string | null => eventSentence(event, (id) => `<${id}>`);
const ref = 't-1';
const at = Date.parse('2026-11-24T10:00:00+08:00');
const supervisor = { id: 'supervisor-1', role: 'supervisor' } as const;
const member = { id: 'logistics-1', role: 'department_member' } as const;
const registered: Extract<Event, { type: 'registered' }> = {
  type: 'registered',
  number: '20261124-001',
  policy: 'standard',
  edition: 1,
  receivedAt: at,
  team: 'east',
  owner: { id: 'handler-1', role: 'handler' },
  requestType: 'complaint',
  channel: 'phone',
  respondents: [],
  lacking: [],
  subject: null,
  reachable: true,
  level: 1,
  floor: 1,
  priority: 'normal',
  marks: [],
  grounds: [],
  known: [],
  cluster: null,
  handOver: false,
};
const classified: Event = {
  type: 'classified',
  nature: 'logistics',
  requestType: 'complaint',
  priority: 'normal',
  level: 1,
  grounds: [],
  ref,
};
const proposed: Extract<Event, { type: 'proposed' }> = {
  type: 'proposed',
  no: 1,
  kinds: ['compensation', 'apology'],
  amountFen: 12_000,
  basis: ['policy'],
  steps: [{ no: 1, person: 'handler-1', workingDays: 3, ref }],
  ref,
};

/** Each kind of event in each of its ways, as people read it. */
const TOLD: [Event, string][] = [
  [registered, '登记投诉类来件（电话），责任人：<handler-1>（一级受理人）'],
  [
    {
      ...registered,
      subType: 'product_quality_complaint',
      owner: member,
      subject: 'staff',
      respondents: ['handler-2'],
      level: 2,
      priority: 'urgent',
      marks: ['repeat', 'safety'],
      grounds: ['safety'],
      reachable: false,
      handOver: true,
    },
    '登记投诉类来件（电话，产品质量投诉），责任人：<logistics-1>（部门人员），待受理人接手；投诉对象：员工；二级（较为严重），紧急；' +
      '依据：安全风险；标记：重复投诉、安全风险；被投诉人回避：<handler-2>；投诉人没有留下联系方式',
  ],
  [{ type: 'entered', stage: 'cause_analysis' }, '进入「原因分析」'],
  [
    { type: 'owed', kind: 'task_solution', of: 'department', stage: null, task: 2, department: 'logistics' },
    '新增待办「协办部门给出方案 2（物流部）」',
  ],
  [
    { type: 'owed', kind: 'remedy_step', of: 'owner', stage: 'remedy', step: 1, person: 'handler-2' },
    '新增待办「执行方案步骤 1」，由 <handler-2> 执行',
  ],
  [
    {
      type: 'owed',
      kind: 'follow_up',
      of: 'owner',
      stage: null,
      was: { clock: 'days', working: 3 },
    },
    '待办「定期联系客户」按新的情况重新计时',
  ],
  [{ type: 'not_owed', kind: 'first_contact' }, '没有联系方式，不适用「首次联系并填写投诉处理单」'],
  [{ type: 'missed', duty: 'account-4', by: null }, '「对方说明情况」到期，未获答复'],
  [
    { type: 'missed', duty: 'promised_answer-4', by: 'handler-1' },
    '「按承诺答复客户」逾期未完成，记为违规（<handler-1>）',
  ],
  [{ type: 'told', rule: 0, roles: ['supervisor', 'manager'] }, '即时上报：服务主管、服务经理'],
  [
    { type: 'refused', action: 'record_callback', because: 'answer_final', by: 'handler-1' },
    '<handler-1> 尝试「记录回访」，未予允许：客户已作评价，不能更改',
  ],
  [{ type: 'acceptance_told', channel: 'sms', ref }, '告知客户投诉已受理、答复时限与初步方向（短信）'],
  [{ type: 'call_promised', until: at + 500, ref }, '与客户约定在 2026-11-24（周二）10:00 前再次联系'],
  [{ type: 'contact_way_added', channel: 'phone', ref }, '补充客户联系方式（电话）'],
  [
    { type: 'contact_way_added', channel: 'phone', ref, backTo: 'proposal' },
    '补充客户联系方式（电话），从「方案与客户确认」补办',
  ],
  [{ type: 'evidence_asked', of: 'customer', ref }, '请客户补充佐证材料'],
  [
    { type: 'evidence_added', kind: 'photo', from: 'respondent', submittedAt: at, ref },
    '收到佐证材料：照片（被投诉人提供，2026-11-24（周二）10:00）',
  ],
  [
    { type: 'request_changed', requestType: 'after_sales', subType: 'repair_booking', ref },
    '来件类型改为售后支持类（维修预约）',
  ],
  [{ type: 'referred', channel: 'phone', body: ref, ref }, '不属受理范围，已向客户说明并转介（电话）'],
  [{ type: 'withdrawn' }, '客户通过本人链接撤回投诉'],
  [
    {
      type: 'withdrawn',
      proof: { kind: 'chat_record', who: 'complainant', channel: 'chat', occurredAt: at, ref },
    },
    '客户撤回投诉（凭证：聊天记录）',
  ],
  [classified, '分类：投诉类，物流配送；一级（普通），一般'],
  [
    { ...classified, subType: 'negotiation', level: 2, grounds: ['emotional'] },
    '分类：投诉类（协商解决方案），物流配送；二级（较为严重），一般；依据：情绪激动',
  ],
  [
    { type: 'level_changed', level: 2, because: 'raised', by: supervisor, ref },
    '<supervisor-1>（服务主管）提高级别，现为二级（较为严重）',
  ],
  [
    { type: 'level_changed', level: 1, because: 'lowered', by: supervisor, ref },
    '<supervisor-1>（服务主管）降低级别，现为一级（普通）',
  ],
  [{ type: 'level_changed', level: 3, because: 'mass', by: null }, '因集体投诉升为三级（极为严重）'],
  [{ type: 'marked', mark: 'typical', ref }, '标为典型投诉'],
  [{ type: 'unmarked', mark: 'repeat' }, '取消重复投诉标记，级别不变'],
  [{ type: 'level_changed', level: 2, because: 'repeat', by: null }, '因重复投诉升为二级（较为严重）'],
  [{ type: 'joined_cluster', cluster: 'JT-1' }, '并入集体投诉 JT-1'],
  [{ type: 'owner_changed', owner: supervisor }, '责任人变更为 <supervisor-1>（服务主管）'],
  [
    { type: 'owner_changed', owner: supervisor, by: 'manager-1', team: 'east', ref },
    '责任人变更为 <supervisor-1>（服务主管），由 <manager-1> 改派',
  ],
  [{ type: 'task_assigned', no: 1, department: 'logistics', ref }, '协办任务 1 交物流部'],
  [
    { type: 'task_passed', no: 1, department: 'warehouse', person: 'warehouse-1', ref },
    '协办任务 1 转交仓储部（<warehouse-1>），时限不变',
  ],
  [{ type: 'task_progressed', no: 1, by: 'logistics-1', ref }, '<logistics-1> 反馈协办任务 1 的进度'],
  [
    { type: 'task_answered', no: 1, answer: 'workaround', by: member, ref },
    '<logistics-1>（部门人员）答复协办任务 1：临时解决措施',
  ],
  [{ type: 'task_returned', no: 1, ref }, '退回协办任务 1 的答复，请重新办理'],
  [{ type: 'task_cancelled', no: 1, ref }, '取消协办任务 1'],
  [{ type: 'lead_appointed', department: 'technical' }, '第一责任人：技术部'],
  [{ type: 'account_asked', no: 1, of: 'merchant', ref }, '请商家或门店说明情况（第 1 号）'],
  [{ type: 'account_urged', no: 1, ref }, '催办第 1 号说明'],
  [{ type: 'account_recorded', no: 1, answered: true, ref }, '对方已就第 1 号说明情况'],
  [{ type: 'account_recorded', no: 1, answered: false, ref }, '第 1 号经催办仍无答复，记录为未说明'],
  [{ type: 'cross_meeting_called', departments: ['product', 'warehouse'], ref }, '召集跨部门会议：产品部、仓储部'],
  [
    { type: 'cross_meeting_held', by: { id: 'manager-1', role: 'manager' }, minutes: ref },
    '跨部门会议已召开，由 <manager-1>（服务经理）主持并记录结论',
  ],
  [
    {
      type: 'cause_analysed',
      dimension: 'people',
      direct: ref,
      cause: 'operating_error',
      behind: 'insufficient_training',
      root: ref,
      department: 'warehouse',
      person: 'warehouse-1',
      direction: ref,
    },
    '原因分析（人员）：操作失误，其背后是培训不足；由仓储部（<warehouse-1>）负责改进',
  ],
  [{ type: 'progress_noted', ref }, '登记处理进展'],
  [{ type: 'overdue_explained', ref }, '责任人向上级说明逾期原因'],
  [proposed, '拟定第 1 号方案：补偿、道歉，金额 120.00 元；依据：公司政策；共 1 步'],
  [
    { ...proposed, severity: 'serious', reason: ref, by: supervisor, awaits: 'approval' },
    '<supervisor-1>（服务主管）提出第 1 号方案：补偿、道歉，金额 120.00 元；损害程度：严重；依据：公司政策；共 1 步；' +
      '已写明超出补偿标准的理由；须先经上级审批',
  ],
  [
    { type: 'proposal_approved', no: 1, approved: false, by: supervisor, ref },
    '<supervisor-1>（服务主管）未批准第 1 号方案',
  ],
  [
    { type: 'proposal_told', no: 1, apologised: true, covers: ['findings', 'care'] },
    '向客户告知第 1 号方案并致歉（查明的情况、注意事项）',
  ],
  [
    { type: 'proposal_decided', decision: 'offer', by: supervisor, ref },
    '<supervisor-1>（服务主管）对方案作出决定：自己提出方案',
  ],
  [{ type: 'waiting_started', from: at, ref }, '开始等候客户，承诺的答复时限暂停计时'],
  [{ type: 'waiting_ended', because: 'time_up' }, '结束等候客户：等候期满，客户未答复'],
  [{ type: 'extension_asked', hours: 24, ref }, '申请将承诺的答复时限延长 24 小时'],
  [
    { type: 'extension_decided', granted: true, hours: 24, by: supervisor, ref },
    '<supervisor-1>（服务主管）同意延期 24 小时，须告知客户',
  ],
  [
    { type: 'extension_decided', granted: false, hours: 24, by: supervisor, ref },
    '<supervisor-1>（服务主管）不同意延期',
  ],
  [{ type: 'conclusion_asked', ref }, '申请未达成一致结案'],
  [{ type: 'conclusion_decided', granted: true, by: supervisor, ref }, '<supervisor-1>（服务主管）批准未达成一致结案'],
  [{ type: 'step_reported', step: 2, by: member, ref }, '<logistics-1>（部门人员）报告方案第 2 步完成，待责任人验收'],
  [{ type: 'step_completed', step: 2, by: member, ref }, '方案第 2 步完成'],
  [
    { type: 'result_told', results: ['refund', 'apology'], channel: 'email', ref },
    '向客户正式告知处理结果（电子邮件）：退款、道歉',
  ],
  [
    { type: 'callback_tried', channel: 'phone', day: '2026-11-24' },
    '回访未联系上客户（电话），计为 2026-11-24 的一次尝试',
  ],
  [
    { type: 'callback_answered', by: 'recorded_call', channel: 'phone', solved: true, recording: ref },
    '回访（电话）：问题已解决',
  ],
  [
    {
      type: 'callback_answered',
      by: 'customer',
      channel: 'web_form',
      solved: false,
      satisfaction: 'acceptable',
      marks: { efficiency: 3, result: 2, attitude: 5 },
    },
    '客户通过本人链接评价：问题未解决，客户可以理解/接受；效率 3、结果 2、态度 5（5 最好）',
  ],
  [{ type: 'callback_given_up', ref }, '多次回访未联系上客户，结束回访，不计为满意'],
  [{ type: 'closed', outcome: 'concluded' }, '结案归档：未达成一致，经批准结案'],
];

test.each(TOLD)('%j reads: %s', (event, sentence) => {
  expect(said(event)).toBe(sentence);
});

test('CO-2 the word of the callback comes with the number that its policy prints', () => {
  const event: Event = {
    type: 'callback_answered',
    by: 'recorded_call',
    channel: 'phone',
    solved: true,
    satisfaction: 'very_satisfied',
  };
  const told = (scale: Scale) => eventSentence(event, String, { natures: {}, scale });
  expect(told('one_best')).toContain('客户非常满意（1 分，1 分最好）');
  expect(told('five_best')).toContain('客户非常满意（5 分，5 分最好）');
  expect(told('words')).toMatch(/客户非常满意$/);
});

test('events that others say already say nothing', () => {
  expect(said({ type: 'left', stage: 'proposal' })).toBeNull();
  expect(said({ type: 'established', fact: 'agreed' })).toBeNull();
});

test('a nature is called what its own policy calls it (CL-1)', () => {
  const packaging: Event = { ...classified, nature: 'packaging' };
  expect(eventSentence(packaging, String, { natures: { packaging: '包装破损' }, scale: 'words' })).toContain(
    '投诉类，包装破损；',
  );
});

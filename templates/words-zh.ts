import type {
  ClusterState,
  ClusterSubject,
  LinkKind,
  TeamKind,
  AccountOf,
  Cause,
  Channel,
  Department,
  Dimension,
  DutyKind,
  Fact,
  Level,
  Mark,
  Nature,
  NATURES,
  Outcome,
  Priority,
  RejectionGround,
  RequestType,
  Role,
  Satisfaction,
  Severity,
  Stage,
  SubjectKind,
  SubType,
} from '../domain/words';
import type { ActionName } from '../domain/actions';
import type { Duty } from '../domain/complaint-file';
import type { Rules } from '../domain/policy';
import { scoreOf } from '../domain/satisfaction';

/** The words of the procedure as Chinese service teams read them. Complete by type: a new word without its Chinese does not compile. */
export const STAGE_ZH: Record<Stage, string> = {
  first_contact: '首次联系',
  classification: '分类分级',
  hand_over: '移交受理人',
  verification: '调查核实',
  cause_analysis: '原因分析',
  proposal: '方案与客户确认',
  result: '正式告知结果',
  remedy: '方案执行',
  callback: '满意度回访',
  meeting: '总经理会议',
  review: '上级审核',
  archive: '归档',
};

export const DUTY_ZH: Record<DutyKind, string> = {
  first_answer: '首次响应客户',
  first_contact: '首次联系并填写投诉处理单',
  contact_again: '新一轮联系客户',
  fill_form: '填写投诉处理单',
  tell_acceptance: '告知客户已受理',
  promised_call: '按约定联系客户',
  promised_answer: '按承诺答复客户',
  customer_reply: '等候客户答复',
  proposal_answer: '等候客户答复方案',
  extension_decision: '上级决定是否延期',
  tell_extension: '向客户告知延期',
  overdue_reason: '向上级说明逾期原因',
  follow_up: '定期联系客户',
  progress_entry: '登记处理进展',
  take_over: '接手投诉',
  task_solution: '协办部门给出方案',
  task_progress: '协办部门反馈进度',
  account: '对方说明情况',
  urge: '催办对方说明情况',
  cross_meeting: '召开跨部门会议',
  tell_proposal: '向客户告知方案',
  proposal_approval: '上级审批方案',
  proposal_decision: '上级对方案作出决定',
  conclusion_decision: '上级审批未达成一致结案',
  remedy_step: '执行方案步骤',
  see_off_step: '验收方案步骤',
  tell_delay: '向客户说明延误',
  tell_result: '向客户正式告知结果',
  callback: '满意度回访',
  meeting: '总经理会议决定',
  review: '审核',
  archive: '归档',
  next_step: '推进办理',
};

/** The event from which each duty counts, as it stands in the sentence that explains a due time. */
export const DUTY_FROM_ZH: Record<DutyKind, string> = {
  first_answer: '收到投诉',
  first_contact: '收到投诉',
  contact_again: '收到投诉',
  fill_form: '收到投诉',
  tell_acceptance: '收到投诉',
  promised_call: '与客户约定',
  promised_answer: '收到投诉',
  customer_reply: '开始等候客户',
  proposal_answer: '告知客户方案',
  extension_decision: '申请延期',
  tell_extension: '批准延期',
  overdue_reason: '承诺的答复时限届满',
  follow_up: '最近一次联系客户',
  progress_entry: '最近一次登记进展（或列为紧急）',
  take_over: '移交',
  task_solution: '交部门协办（或退回答复、给出初步答复）',
  task_progress: '交部门协办（或最近一次反馈）',
  account: '请对方说明情况',
  urge: '对方逾期未说明（或最近一次催办）',
  cross_meeting: '召集会议',
  tell_proposal: '方案拟定（或获批）',
  proposal_approval: '方案拟定',
  proposal_decision: '客户拒绝方案（或上级的方案未获批准）',
  conclusion_decision: '申请未达成一致结案',
  remedy_step: '客户同意方案（或改期）',
  see_off_step: '执行人报告完成',
  tell_delay: '登记延误（或步骤逾期）',
  tell_result: '结果确定',
  callback: '方案执行完毕（或批准结案）',
  meeting: '提交会议',
  review: '提交审核',
  archive: '提交归档',
  next_step: '最近一个时限事项了结（或届满）',
};

export const FACT_ZH: Record<Fact, string> = {
  contacted: '已联系客户',
  form_filled: '已填写投诉处理单',
  acceptance_told: '已告知客户受理',
  nobody_to_reach: '没有联系方式，无从联系',
  classified: '已分类分级',
  taken_over: '已接手',
  verified: '已核实',
  analysed: '已分析原因',
  agreed: '客户同意方案',
  concluded: '批准未达成一致结案',
  remedied: '方案执行完毕',
  result_told: '已正式告知结果',
  satisfied: '客户确认问题已解决',
  unsolved: '问题未解决',
  dissatisfied: '客户不满意',
  unreachable: '多次回访未联系上客户',
  nobody_to_tell: '联系不上，也没有书面渠道可告知结果',
  decided_finally: '总经理会议已决定',
  approved: '审核通过',
  rejected: '审核退回',
  archived: '已归档',
};

export const LEVEL_ZH: Record<Level, string> = { 1: '一级（普通）', 2: '二级（较为严重）', 3: '三级（极为严重）' };
export const PRIORITY_ZH: Record<Priority, string> = { urgent: '紧急', important: '重要', normal: '一般' };

export const REQUEST_TYPE_ZH: Record<RequestType, string> = {
  enquiry: '咨询类',
  problem_report: '问题反馈类',
  complaint: '投诉类',
  after_sales: '售后支持类',
};

export const CHANNEL_ZH: Record<Channel, string> = {
  phone: '电话',
  sms: '短信',
  letter: '信件',
  fax: '传真',
  chat: '在线客服',
  instant_message: '即时通讯',
  email: '电子邮件',
  social_media: '社交媒体',
  marketplace_message: '电商平台留言',
  app: 'APP',
  web_form: '网页表单',
  walk_in: '到店',
};

/** The natures of the shipped policies; a complaint's own list is that of its policy's edition (CL-1). */
export const NATURE_ZH: Record<Nature, string> = {
  product_quality: '产品质量',
  logistics: '物流配送',
  after_sales: '售后服务',
  attitude: '服务态度',
  price_dispute: '价格争议',
  system_fault: '系统故障',
  policy: '政策',
  transport: '运输问题',
  quantity: '货物数量',
  other: '其他',
} satisfies Record<(typeof NATURES)[number], string>;

/** A nature as its policy has it, else as the shipped ones do; the word itself where none knows it. */
export const natureZh = (nature: Nature, rules?: Pick<Rules, 'natures'>): string =>
  rules?.natures[nature] ?? NATURE_ZH[nature] ?? nature;

/** What sets a complaint apart (IN-9, CL-2 to CL-5). */
export const MARK_ZH: Record<Mark, string> = {
  repeat: '重复投诉',
  mass: '集体投诉',
  typical: '典型投诉',
  safety: '安全风险',
  authority: '监管投诉',
  key_customer: '重点客户',
  dissatisfied: '客户曾不满意',
};

/** 投诉对象 (IN-2). */
export const SUBJECT_ZH: Record<SubjectKind, string> = {
  product: '产品',
  service: '服务',
  staff: '员工',
  merchant: '商家',
  shop: '门店',
  policy: '政策',
  other: '其他',
};

/** The scenes of 001 二(二) (IN-7). */
export const SUB_TYPE_ZH: Record<SubType, string> = {
  product_function: '产品功能咨询',
  usage: '使用方法咨询',
  service_policy: '服务政策咨询',
  charges: '收费标准咨询',
  policy_interpretation: '政策解读咨询',
  order_enquiry: '订单咨询',
  service_experience: '服务体验不佳',
  product_malfunction: '产品功能异常',
  logistics_delay: '物流延迟',
  account_trouble: '账户异常',
  product_quality_complaint: '产品质量投诉',
  service_quality_complaint: '服务质量投诉',
  negotiation: '协商解决方案',
  return_or_exchange: '退换货',
  repair_booking: '维修预约',
  fee_reduction: '费用减免',
};

/** 责任部门 (RO-2). */
export const DEPARTMENT_ZH: Record<Department, string> = {
  product: '产品部',
  logistics: '物流部',
  technical: '技术部',
  after_sales: '售后部',
  warehouse: '仓储部',
  finance: '财务部',
  product_operation: '产品运营部',
  merchant_management: '商家管理部',
  service_quality: '客服质控部',
};

/** Who is asked for his side of the matter (HA-9, HA-18). */
export const ACCOUNT_OF_ZH: Record<AccountOf, string> = {
  respondent: '被投诉人',
  merchant: '商家或门店',
  third_party: '第三方',
};

/** 损害程度 (HA-15). */
export const SEVERITY_ZH: Record<Severity, string> = { minor: '轻微', moderate: '中等', serious: '严重' };

/** 原因维度 (HA-5). */
export const DIMENSION_ZH: Record<Dimension, string> = {
  customer: '客户',
  process: '流程',
  people: '人员',
  system: '系统',
};

/** What the questions of each dimension ask for, in the words of 003 步驟三 (HA-5). */
export const CAUSE_ZH: Record<Cause, string> = {
  misuse: '使用不当',
  misinformation: '信息误解',
  rule_gap: '规则漏洞',
  missing_node: '节点缺失',
  poor_cooperation: '跨部门协作不畅',
  operating_error: '操作失误',
  insufficient_training: '培训不足',
  service_attitude: '服务意识欠缺',
  functional_defect: '功能缺陷',
  data_error: '数据异常',
  slow_response: '响应延迟',
};

/** The five options of 002 5.3.1.6, in its own wording. */
export const SATISFACTION_ZH: Record<Satisfaction, string> = {
  very_satisfied: '非常满意',
  satisfied: '满意',
  acceptable: '可以理解/接受',
  dissatisfied: '不满意',
  very_dissatisfied: '非常不满意',
};

/** The customer's word, with its number where the policy prints one: 满意（2 分，1 分最好）. */
export function satisfactionZh(satisfaction: Satisfaction, { scale }: Pick<Rules, 'scale'>): string {
  const score = scoreOf(satisfaction, scale);
  const number = score === null ? '' : `（${score} 分，${scale === 'one_best' ? 1 : 5} 分最好）`;
  return `${SATISFACTION_ZH[satisfaction]}${number}`;
}

export const OUTCOME_ZH: Record<Outcome, string> = {
  completed: '处理完整',
  settled: '达成一致并已执行',
  concluded: '未达成一致，经批准结案',
  unreachable: '多次回访未联系上客户',
  anonymous: '匿名投诉，已核实处理',
  referred: '不属受理范围，已转介',
  withdrawn: '客户撤回',
  decided_by_meeting: '总经理会议决定',
};

export const REJECTION_ZH: Record<RejectionGround, string> = {
  form_incomplete: '投诉处理单不完整',
  facts_unclear: '事实未查清',
  remedy_unproven: '方案执行缺少凭证',
  callback_doubtful: '回访结果存疑',
  other: '其他',
};

export const ROLE_ZH: Record<Role, string> = {
  handler: '一级受理人',
  supervisor: '服务主管',
  manager: '服务经理',
  sales_director: '销售总监',
  administration_director: '行政总监',
  administration_centre: '行政中心',
  clerk: '事务文员',
  department_head: '部门负责人',
  department_member: '部门人员',
  admin: '系统管理员',
};

export const ACTION_ZH: Record<ActionName, string> = {
  record_contact: '记录与客户的联系',
  fill_form: '填写投诉处理单',
  tell_acceptance: '告知客户已受理',
  promise_call: '与客户约定再次联系',
  add_contact_way: '补充联系方式',
  ask_evidence: '索取佐证材料',
  add_evidence: '补充佐证材料',
  add_information: '补充或更正信息',
  classify: '分类分级',
  change_request_type: '变更来件类型',
  take_over: '接手投诉',
  raise_level: '提高级别',
  lower_level: '降低级别',
  change_priority: '调整优先级',
  mark_typical: '标为典型投诉',
  reassign: '改派责任人',
  name_respondent: '补记被投诉人',
  clear_respondent: '撤销被投诉人',
  hand_on_work: '交接步骤与任务',
  join_cluster: '并入集体投诉',
  mark_repeat: '标为重复投诉',
  unmark_repeat: '取消重复投诉标记',
  refer: '转介',
  record_verification: '记录核实情况',
  ask_account: '请对方说明情况',
  urge_account: '催办对方说明情况',
  record_account: '记录对方的说明',
  call_cross_meeting: '召集跨部门会议',
  record_cross_meeting: '记录跨部门会议结论',
  cancel_cross_meeting: '取消跨部门会议',
  analyse_cause: '分析原因',
  assign_task: '交部门协办',
  pass_task: '转交协办任务',
  report_progress: '反馈协办进度',
  answer_task: '答复协办任务',
  return_task: '退回协办答复',
  cancel_task: '取消协办任务',
  appoint_lead: '指定第一责任人',
  note_progress: '登记处理进展',
  explain_overdue: '说明逾期原因',
  start_waiting: '开始等候客户',
  end_waiting: '结束等候客户',
  ask_extension: '申请延期',
  decide_extension: '决定是否延期',
  propose: '拟定方案',
  withdraw_proposal: '撤回待审批的方案',
  approve_proposal: '审批方案',
  tell_proposal: '告知客户方案',
  record_answer: '记录客户对方案的答复',
  decide_proposal: '上级对方案作出决定',
  apply_decision: '采用集体投诉的统一方案',
  ask_conclusion: '申请未达成一致结案',
  decide_conclusion: '审批未达成一致结案',
  complete_step: '完成方案步骤',
  see_off_step: '验收方案步骤',
  delay_step: '登记步骤延误',
  tell_result: '正式告知结果',
  record_callback: '记录回访',
  answer_survey: '客户自填评价',
  give_up_callback: '登记回访联系不上',
  decide_finally: '记录总经理会议决定',
  approve: '审核通过',
  reject: '审核退回',
  archive: '归档',
  withdraw: '记录客户撤回',
  withdraw_by_link: '客户自助撤回',
  recompute: '重新计算时限',
  adopt_policy: '改用流程新版次',
};

type Named = Pick<Duty, 'kind' | 'step' | 'task' | 'account' | 'department'>;

/** Which duty, of which step, task or account, and of which department: 协办部门给出方案 1（物流部）. */
export function dutyName({ kind, step, task, account, department }: Named): string {
  const no = step ?? task ?? account;
  return `${DUTY_ZH[kind]}${no === undefined ? '' : ` ${no}`}${department ? `（${DEPARTMENT_ZH[department]}）` : ''}`;
}

export const TEAM_KIND_ZH: Record<TeamKind, string> = {
  service: '客服团队',
  department: '责任部门',
  head_office: '公司总部',
};

export const LINK_ZH: Record<LinkKind, string> = {
  repeat: '同一客户同一事项',
  reopened: '归档后再次处理',
  mass: '同一集体投诉',
  same_customer: '同一客户',
};

export const CLUSTER_SUBJECT_ZH: Record<ClusterSubject, string> = { product: '产品', shop: '门店' };

export const CLUSTER_STATE_ZH: Record<ClusterState, string> = { open: '进行中', decided: '已决定', over: '已结束' };

import type {
  Channel,
  DutyKind,
  Fact,
  Level,
  Nature,
  Outcome,
  Priority,
  RejectionGround,
  RequestType,
  Role,
  Satisfaction,
  Stage,
} from '../domain/words';
import type { ActionName } from '../domain/actions';

/** The words of the procedure as Chinese service teams read them. Complete by type: a new word without its Chinese does not compile. */
export const STAGE_ZH: Record<Stage, string> = {
  first_contact: '首次联系与填单',
  classification: '分类分级',
  hand_over: '移交上级受理人',
  verification: '调查核实',
  proposal: '方案与客户确认',
  remedy: '方案执行',
  callback: '满意度回访',
  meeting: '总经理会议',
  review: '上级审核',
  archive: '归档',
};

export const DUTY_ZH: Record<DutyKind, string> = {
  first_contact: '首次联系并填写投诉处理单',
  follow_up: '定期联系客户',
  take_over: '接手投诉',
  tell_proposal: '向客户告知方案',
  proposal_decision: '上级对方案作出决定',
  remedy_step: '执行方案步骤',
  tell_delay: '向客户说明延误',
  callback: '满意度回访',
  meeting: '总经理会议决定',
  review: '审核',
  archive: '归档',
};

/** The event from which each duty counts, as it stands in the sentence that explains a due time. */
export const DUTY_FROM_ZH: Record<DutyKind, string> = {
  first_contact: '收到投诉',
  follow_up: '最近一次联系客户',
  take_over: '移交',
  tell_proposal: '方案拟定',
  proposal_decision: '客户再次拒绝方案',
  remedy_step: '客户同意方案（或改期）',
  tell_delay: '登记延误',
  callback: '方案执行完毕',
  meeting: '提交会议',
  review: '提交审核',
  archive: '审核通过',
};

export const FACT_ZH: Record<Fact, string> = {
  contacted: '已联系客户',
  form_filled: '已填写投诉处理单',
  classified: '已分类分级',
  taken_over: '已接手',
  verified: '已核实',
  agreed: '客户同意方案',
  remedied: '方案执行完毕',
  satisfied: '客户满意，问题已解决',
  unsolved: '问题未解决',
  dissatisfied: '客户不满意',
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
};

/** The five options of 002 5.3.1.6, in its own wording. */
export const SATISFACTION_ZH: Record<Satisfaction, string> = {
  very_satisfied: '非常满意',
  satisfied: '满意',
  acceptable: '可以理解/接受',
  dissatisfied: '不满意',
  very_dissatisfied: '非常不满意',
};

export const OUTCOME_ZH: Record<Outcome, string> = {
  completed: '处理完整',
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
  classify: '分类分级',
  take_over: '接手投诉',
  record_verification: '记录核实情况',
  propose: '拟定方案',
  tell_proposal: '告知客户方案',
  record_answer: '记录客户对方案的答复',
  decide_proposal: '上级对方案作出决定',
  complete_step: '完成方案步骤',
  delay_step: '登记步骤延误',
  record_callback: '记录回访',
  decide_finally: '记录总经理会议决定',
  approve: '审核通过',
  reject: '审核退回',
  archive: '归档',
  withdraw: '记录客户撤回',
  recompute: '重新计算时限',
  adopt_policy: '改用流程新版次',
};

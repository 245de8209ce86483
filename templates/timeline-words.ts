import type { Ground } from '../domain/classification';
import type {
  Basis,
  ContactPurpose,
  EvidenceKind,
  EvidenceSource,
  ProofKind,
  ProposalKind,
  Responsibility,
  Result,
  TaskAnswer,
  TellingPoint,
  VerificationSource,
} from '../domain/words';

/** 联系目的. Like the others here: words that only the timeline and the log of contacts say in full, complete by type. */
export const PURPOSE_ZH: Record<ContactPurpose, string> = {
  first_contact: '首次联系',
  acceptance: '告知受理',
  follow_up: '定期联系',
  promised_call: '约定的联系',
  proposal: '告知方案',
  delay: '说明延误',
  extension: '告知延期',
  result: '告知结果',
  callback: '满意度回访',
  other: '其他',
};

/** 责任归属 (CL-6). */
export const RESPONSIBILITY_ZH: Record<Responsibility, string> = {
  ours: '我方责任',
  misunderstanding: '客户误解',
  third_party: '第三方责任',
};

/** 核实依据 (HA-14). */
export const SOURCE_ZH: Record<VerificationSource, string> = {
  order: '订单',
  logistics: '物流',
  member_system: '会员系统',
  logs: '系统日志',
  stock: '库存',
  recordings: '录音',
  chat: '聊天记录',
  vouchers: '票据',
  pictures: '图片',
  testimony: '当事人陈述',
};

/** 方案种类 (HA-6). */
export const PROPOSAL_KIND_ZH: Record<ProposalKind, string> = {
  apology: '道歉',
  explanation: '解释说明',
  return: '退货',
  exchange: '换货',
  repair: '维修',
  compensation: '补偿',
  fee_waiver: '减免费用',
  improvement_promise: '改进承诺',
};

/** 方案依据 (HA-6). */
export const BASIS_ZH: Record<Basis, string> = {
  policy: '公司政策',
  law: '法律法规',
  platform_rules: '平台规则',
  service_agreement: '服务协议',
  merchant_contract: '商家合同',
};

/** 凭证种类 (HA-8). */
export const PROOF_ZH: Record<ProofKind, string> = {
  signature: '签字',
  chat_record: '聊天记录',
  call_recording: '通话录音',
  letter: '书面来函',
};

/** 分级依据 (CL-2, CL-3). */
export const GROUND_ZH: Record<Ground, string> = {
  core_business: '影响核心业务',
  core_rights: '影响核心权益',
  safety: '安全风险',
  system_fault: '系统故障',
  public_opinion: '舆情风险',
  use_impaired: '影响使用',
  many_concerned: '涉及多人',
  key_customer: '重点客户',
  regulator_12315: '12315 等监管投诉',
  franchisees_mass_on_new_product: '加盟商对新品集体投诉',
  department_inaction: '部门不作为',
  harms_company: '损害公司声誉或利益',
  harms_franchisee_business: '影响加盟商经营',
  emotional: '情绪激动',
  beyond_handler: '超出一级受理人权限',
  repeat: '重复投诉',
  shop_attitude: '门店态度',
  desk_service: '客服服务问题',
  policy_resented: '不理解或不满政策',
};

/** 协办答复 (HA-3). */
export const TASK_ANSWER_ZH: Record<TaskAnswer, string> = {
  fix: '修复方案',
  workaround: '临时解决措施',
  finding: '核查结论',
};

/** 处理结果 (CO-12). */
export const RESULT_ZH: Record<Result, string> = {
  refund: '退款',
  return: '退货',
  exchange: '换货',
  repair: '维修',
  compensation: '补偿',
  apology: '道歉',
  fee_waiver: '减免费用',
  explanation: '解释说明',
  merchant_penalty: '处罚商家',
  none: '未支持诉求',
};

/** 告知要点 (HA-7). */
export const TELLING_POINT_ZH: Record<TellingPoint, string> = {
  findings: '查明的情况',
  basis: '处理依据',
  content: '方案内容',
  steps: '执行步骤',
  effect: '预期效果',
  care: '注意事项',
};

/** 佐证材料的类型 (IN-3). */
export const EVIDENCE_KIND_ZH: Record<EvidenceKind, string> = {
  order_screenshot: '订单截图',
  chat_screenshot: '聊天截图',
  photo: '照片',
  video: '视频',
  recording: '录音',
  voucher: '票据',
  document: '文件',
  other: '其他材料',
};

/** 佐证材料的提供方 (IN-3). */
export const EVIDENCE_SOURCE_ZH: Record<EvidenceSource, string> = {
  customer: '客户',
  respondent: '被投诉人',
  company: '公司',
};

/** What the level above does about a proposal that was refused (HA-8). */
export const DECISION_ZH = { instruct: '给出指示', offer: '自己提出方案', take_over: '自己接手' } as const;

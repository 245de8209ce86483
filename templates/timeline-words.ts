import type { Ground } from '../domain/classification';
import type {
  Basis,
  ContactPurpose,
  ProofKind,
  ProposalKind,
  Responsibility,
  VerificationSource,
} from '../domain/words';

/** 联系目的. Like the others here: words that only the timeline and the log of contacts say in full, complete by type. */
export const PURPOSE_ZH: Record<ContactPurpose, string> = {
  first_contact: '首次联系',
  follow_up: '定期联系',
  proposal: '告知方案',
  delay: '说明延误',
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
  logs: '日志',
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
  compensation: '赔偿',
  fee_waiver: '减免费用',
  improvement_promise: '承诺改进',
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
  safety: '安全问题',
  system_fault: '系统故障',
  public_opinion: '舆情风险',
  use_impaired: '影响使用',
  many_concerned: '涉及多人',
  key_customer: '重要客户',
  regulator_12315: '12315 等监管投诉',
  franchisees_mass_on_new_product: '新品引发加盟商集中投诉',
  department_inaction: '部门不作为',
  harms_company: '损害公司名誉或利益',
  harms_franchisee_business: '损害加盟商经营',
  emotional: '客户情绪激动',
  beyond_handler: '超出一级受理人权限',
  repeat: '重复投诉',
  shop_attitude: '门店服务态度',
  desk_service: '客服服务',
  policy_resented: '不理解或不满政策',
};

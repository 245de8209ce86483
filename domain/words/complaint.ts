export const LEVELS = [1, 2, 3] as const;
/** 一/二/三级投诉 (002 4.3): who may handle it and who reviews. */
export type Level = (typeof LEVELS)[number];

export const PRIORITIES = ['urgent', 'important', 'normal'] as const;
/** 紧急 · 重要 · 一般 (001 三(二), 003 步驟二): how fast. */
export type Priority = (typeof PRIORITIES)[number];

export const REQUEST_TYPES = ['enquiry', 'problem_report', 'complaint', 'after_sales'] as const;
/** 咨询 · 问题反馈 · 投诉 · 售后 (IN-7). */
export type RequestType = (typeof REQUEST_TYPES)[number];

export const CHANNELS = [
  'phone',
  'sms',
  'letter',
  'fax',
  'chat',
  'instant_message',
  'email',
  'social_media',
  'marketplace_message',
  'app',
  'web_form',
  'walk_in',
] as const;
/** The ways in which customers reach the company, and it them (IN-1). */
export type Channel = (typeof CHANNELS)[number];

export const COMPLAINANT_KINDS = ['consumer', 'franchisee', 'franchisee_staff'] as const;
/** 消费者 · 加盟商 · 加盟店员工 (002 4.1). */
export type ComplainantKind = (typeof COMPLAINANT_KINDS)[number];

export const NATURES = [
  'product_quality',
  'logistics',
  'after_sales',
  'attitude',
  'price_dispute',
  'system_fault',
  'policy',
  'transport',
  'quantity',
  'other',
] as const;
/** 问题性质 as the shipped policies have them. The list is each policy's own and may grow with an edition (CL-1). */
export type Nature = string;

export const DEMANDS = [
  'refund',
  'exchange',
  'return',
  'repair',
  'apology',
  'compensation',
  'fee_waiver',
  'explanation',
  'other',
] as const;
/** 诉求: what the customer wants (IN-2). */
export type Demand = (typeof DEMANDS)[number];

export const SATISFACTIONS = [
  'very_satisfied',
  'satisfied',
  'acceptable',
  'dissatisfied',
  'very_dissatisfied',
] as const;
/** 满意度, always a word: 002 and 003 number it in opposite directions (CO-2). Best first. */
export type Satisfaction = (typeof SATISFACTIONS)[number];

export const RESPONSIBILITIES = ['ours', 'misunderstanding', 'third_party'] as const;
/** 责任归属: 我方 · 客户误解 · 第三方 (CL-6). */
export type Responsibility = (typeof RESPONSIBILITIES)[number];

export const VERIFICATION_SOURCES = [
  'order',
  'logistics',
  'member_system',
  'logs',
  'stock',
  'recordings',
  'chat',
  'vouchers',
  'pictures',
  'testimony',
] as const;
/** What was looked up to verify a complaint (HA-14). */
export type VerificationSource = (typeof VERIFICATION_SOURCES)[number];

export const PROPOSAL_KINDS = [
  'apology',
  'explanation',
  'return',
  'exchange',
  'repair',
  'compensation',
  'fee_waiver',
  'improvement_promise',
] as const;
/** What a proposal offers (HA-6). */
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const BASES = ['policy', 'law', 'platform_rules', 'service_agreement', 'merchant_contract'] as const;
/** What a proposal rests on (HA-6). */
export type Basis = (typeof BASES)[number];

export const PROOF_KINDS = ['signature', 'chat_record', 'call_recording', 'letter'] as const;
/** How the customer's answer or word is proved (HA-8, CO-9). */
export type ProofKind = (typeof PROOF_KINDS)[number];

export const CONTACT_PURPOSES = [
  'first_contact',
  'acceptance',
  'follow_up',
  'promised_call',
  'proposal',
  'delay',
  'extension',
  'result',
  'callback',
  'other',
] as const;
/** Why staff and customer spoke. */
export type ContactPurpose = (typeof CONTACT_PURPOSES)[number];

export const REJECTION_GROUNDS = [
  'form_incomplete',
  'facts_unclear',
  'remedy_unproven',
  'callback_doubtful',
  'other',
] as const;
/** Why a reviewer sends a case back (CO-5). Words, so that a signal may carry one without free text. */
export type RejectionGround = (typeof REJECTION_GROUNDS)[number];

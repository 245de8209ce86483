/**
 * The words of the procedure. One word for one idea, in code, in Postgres and in the API; templates/ gives the Chinese.
 *
 * complaint: one case, one workflow · complainant: who complains · handler: works the case at its level · owner: the one
 * person accountable now (受理人 who speaks to the customer) · level: how high (002 4.3) · priority: how fast (001 三(二)) ·
 * duty: something owed by somebody within some time · round: one complaint form, one pass through the steps (002 5.3.1.6) ·
 * turn: one action, or one lapse of the clock, with everything decided in it.
 */
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
/** 问题性质 (CL-1). */
export type Nature = (typeof NATURES)[number];

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

export const CONTACT_PURPOSES = ['first_contact', 'follow_up', 'proposal', 'delay', 'callback', 'other'] as const;
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

export const ROLES = [
  'handler',
  'supervisor',
  'manager',
  'sales_director',
  'administration_director',
  'administration_centre',
  'clerk',
  'department_head',
  'department_member',
  'admin',
] as const;
/** RO-1. `manager` is also the head of service; `admin` runs the system and handles nothing. */
export type Role = (typeof ROLES)[number];

export const STAGES = [
  'first_contact',
  'classification',
  'hand_over',
  'verification',
  'proposal',
  'remedy',
  'callback',
  'meeting',
  'review',
  'archive',
] as const;
/** The steps of the procedure, in order. A policy may lack some of them. */
export type Stage = (typeof STAGES)[number];

export const FACTS = [
  'contacted',
  'form_filled',
  'classified',
  'taken_over',
  'verified',
  'agreed',
  'remedied',
  'satisfied',
  'unsolved',
  'dissatisfied',
  'decided_finally',
  'approved',
  'rejected',
  'archived',
] as const;
/** What a stage waits for. */
export type Fact = (typeof FACTS)[number];

/** The facts that each stage puts on file: cleared when the stage is to be gone through again. */
export const FACTS_OF: Record<Stage, Fact[]> = {
  first_contact: ['contacted', 'form_filled'],
  classification: ['classified'],
  hand_over: ['taken_over'],
  verification: ['verified'],
  proposal: ['agreed'],
  remedy: ['remedied'],
  callback: ['satisfied', 'unsolved', 'dissatisfied'],
  meeting: ['decided_finally'],
  review: ['approved', 'rejected'],
  archive: ['archived'],
};

export const DUTY_KINDS = [
  'first_contact',
  'follow_up',
  'take_over',
  'tell_proposal',
  'proposal_decision',
  'remedy_step',
  'tell_delay',
  'callback',
  'meeting',
  'review',
  'archive',
] as const;
/** What can be owed. */
export type DutyKind = (typeof DUTY_KINDS)[number];

export const OUTCOMES = ['completed', 'withdrawn', 'decided_by_meeting'] as const;
/** How a complaint ended. `completed` only after the customer has confirmed (CO-13). */
export type Outcome = (typeof OUTCOMES)[number];

export const TEAM_KINDS = ['service', 'department', 'head_office'] as const;
/** 客服团队 (handles complaints of its regions and modules) · 责任部门 (is asked for its part) · 公司总部 (RO-2). */
export type TeamKind = (typeof TEAM_KINDS)[number];

export const DEPARTMENTS = [
  'product',
  'logistics',
  'technical',
  'after_sales',
  'warehouse',
  'finance',
  'product_operation',
  'merchant_management',
  'service_quality',
] as const;
/** The departments that may be asked for their part (RO-2). */
export type Department = (typeof DEPARTMENTS)[number];

export const MARKS = ['repeat', 'mass', 'typical', 'safety', 'key_customer'] as const;
/** What sets a complaint apart: a repeat (IN-9) or mass complaint (CL-4), typical of many, a safety risk (CL-5), a key customer's (CL-2). */
export type Mark = (typeof MARKS)[number];

export const LINK_KINDS = ['repeat', 'reopened', 'mass', 'same_customer'] as const;
/** Why two complaints belong together: the same matter again (IN-9), taken up after its archive (CO-10), many about one thing (CL-4), one customer. */
export type LinkKind = (typeof LINK_KINDS)[number];

export const CLUSTER_SUBJECTS = ['product', 'shop'] as const;
/** What a mass complaint is about (CL-4). */
export type ClusterSubject = (typeof CLUSTER_SUBJECTS)[number];

export const CLUSTER_STATES = ['open', 'decided', 'over'] as const;
/** Where a mass complaint stands: complaints join it · its decision is there · it is done with, and nothing joins it any more. */
export type ClusterState = (typeof CLUSTER_STATES)[number];

import type { RequestType } from './complaint';

export const MARKS = ['repeat', 'mass', 'typical', 'safety', 'authority', 'key_customer', 'dissatisfied'] as const;
/**
 * What sets a complaint apart: a repeat (IN-9) or mass complaint (CL-4), typical of many, a safety risk (CL-5), one that
 * reached an authority (CL-3), one of a key customer (CL-2), one whose customer was dissatisfied once.
 */
export type Mark = (typeof MARKS)[number];

export const SUBJECT_KINDS = ['product', 'service', 'staff', 'merchant', 'shop', 'policy', 'other'] as const;
/** 投诉对象: what, or who, is complained about (IN-2). */
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const SUB_TYPES = {
  enquiry: ['product_function', 'usage', 'service_policy', 'charges', 'policy_interpretation', 'order_enquiry'],
  problem_report: ['service_experience', 'product_malfunction', 'logistics_delay', 'account_trouble'],
  complaint: ['product_quality_complaint', 'service_quality_complaint', 'negotiation'],
  after_sales: ['return_or_exchange', 'repair_booking', 'fee_reduction'],
} as const satisfies Record<RequestType, readonly string[]>;
/** The sub-types of 001 二(二) (IN-7). */
export type SubType = (typeof SUB_TYPES)[RequestType][number];

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

export const TASK_ANSWERS = ['fix', 'workaround', 'finding'] as const;
/** What a department gives back: a fix, a temporary workaround, an order or policy finding (HA-3). */
export type TaskAnswer = (typeof TASK_ANSWERS)[number];

export const ACCOUNT_OF = ['respondent', 'merchant', 'third_party'] as const;
/** Who is asked for his side of the matter (HA-9, HA-18). */
export type AccountOf = (typeof ACCOUNT_OF)[number];

export const SEVERITIES = ['minor', 'moderate', 'serious'] as const;
/** How bad the harm is: the other side of the compensation table beside the nature (HA-15). */
export type Severity = (typeof SEVERITIES)[number];

export const DIMENSIONS = ['customer', 'process', 'people', 'system'] as const;
/** The four dimensions of a cause analysis (HA-5). */
export type Dimension = (typeof DIMENSIONS)[number];

export const CAUSES = {
  customer: ['misuse', 'misinformation'],
  process: ['rule_gap', 'missing_node', 'poor_cooperation'],
  people: ['operating_error', 'insufficient_training', 'service_attitude'],
  system: ['functional_defect', 'data_error', 'slow_response'],
} as const satisfies Record<Dimension, readonly string[]>;
/** The causes that the questions of each dimension ask for (HA-5, 003 步驟三). */
export type Cause = (typeof CAUSES)[Dimension][number];

export const RESULTS = [
  'refund',
  'return',
  'exchange',
  'repair',
  'compensation',
  'apology',
  'fee_waiver',
  'explanation',
  'merchant_penalty',
  'none',
] as const;
/** What came of a complaint, as the customer is formally told (CO-12). */
export type Result = (typeof RESULTS)[number];

export const TELLING_POINTS = ['findings', 'basis', 'content', 'steps', 'effect', 'care'] as const;
/** What the customer has to hear of a proposal: what was found, basis, content, steps, expected effect, what to watch for (HA-7). */
export type TellingPoint = (typeof TELLING_POINTS)[number];

export const EVIDENCE_KINDS = [
  'order_screenshot',
  'chat_screenshot',
  'photo',
  'video',
  'recording',
  'voucher',
  'document',
  'other',
] as const;
/** 佐证材料的类型 (IN-3). */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const EVIDENCE_SOURCES = ['customer', 'respondent', 'company'] as const;
/** Who submitted a piece of evidence (IN-3). */
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];

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
  'cause_analysis',
  'proposal',
  'result',
  'remedy',
  'callback',
  'meeting',
  'review',
  'archive',
] as const;
/** The steps of the procedure, in order. A policy may lack some of them, or have them for some complaints only. */
export type Stage = (typeof STAGES)[number];

export const FACTS = [
  'contacted',
  'form_filled',
  'acceptance_told',
  'nobody_to_reach',
  'classified',
  'taken_over',
  'verified',
  'analysed',
  'agreed',
  'concluded',
  'remedied',
  'result_told',
  'satisfied',
  'unsolved',
  'dissatisfied',
  'unreachable',
  'nobody_to_tell',
  'decided_finally',
  'approved',
  'rejected',
  'archived',
] as const;
/** What a stage waits for. `nobody_to_reach` is never put on file: it holds while an anonymous complainant has left no way of contact. */
export type Fact = (typeof FACTS)[number];

/** The facts that each stage puts on file: cleared when the stage is to be gone through again. */
export const FACTS_OF: Record<Stage, Fact[]> = {
  first_contact: ['contacted', 'form_filled', 'acceptance_told', 'nobody_to_reach'],
  classification: ['classified'],
  hand_over: ['taken_over'],
  verification: ['verified'],
  cause_analysis: ['analysed'],
  proposal: ['agreed', 'concluded'],
  result: ['result_told'],
  remedy: ['remedied'],
  callback: ['satisfied', 'unsolved', 'dissatisfied', 'unreachable', 'nobody_to_tell'],
  meeting: ['decided_finally'],
  review: ['approved', 'rejected'],
  archive: ['archived'],
};

export const DUTY_KINDS = [
  'first_answer',
  'first_contact',
  'contact_again',
  'fill_form',
  'tell_acceptance',
  'promised_call',
  'promised_answer',
  'customer_reply',
  'extension_decision',
  'tell_extension',
  'overdue_reason',
  'follow_up',
  'progress_entry',
  'take_over',
  'task_solution',
  'task_progress',
  'account',
  'urge',
  'cross_meeting',
  'tell_proposal',
  'proposal_answer',
  'proposal_approval',
  'proposal_decision',
  'conclusion_decision',
  'remedy_step',
  'see_off_step',
  'tell_delay',
  'tell_result',
  'callback',
  'meeting',
  'review',
  'archive',
  'next_step',
] as const;
/** What can be owed. `next_step`: to go on with the step, where nothing else is owed. */
export type DutyKind = (typeof DUTY_KINDS)[number];

export const OUTCOMES = [
  'completed',
  'settled',
  'concluded',
  'unreachable',
  'anonymous',
  'referred',
  'withdrawn',
  'decided_by_meeting',
] as const;
/**
 * How a complaint ended. `completed` only after the customer has confirmed (CO-13); `settled`: agreed and carried out under a
 * policy that does not ask him again; `concluded`: without his agreement (CO-11); `unreachable`: he did not answer the
 * callback (CO-8); `anonymous`: looked into, and nobody to tell.
 */
export type Outcome = (typeof OUTCOMES)[number];

/** The words of improvements (RE-3). The same house rules as in domain/words.ts; templates/improvement-words.ts gives the Chinese. */

export const IMPROVEMENT_STATES = ['planned', 'reported', 'passed', 'cancelled'] as const;
/** Where an improvement stands: being done · said to be done, waits for verification · verified · called off. */
export type ImprovementState = (typeof IMPROVEMENT_STATES)[number];

export const IMPROVEMENT_DUTIES = ['improve', 'verify', 'escalate'] as const;
/** What the clock of an improvement runs for: that it is done, that it is verified, that the manager hears it is still not done. */
export type ImprovementDutyKind = (typeof IMPROVEMENT_DUTIES)[number];

export const COMPARISONS = ['at_most', 'at_least', 'below', 'above', 'exactly'] as const;
/** How what is measured has to stand to its target value: ≤ ≥ < > =. */
export type Comparison = (typeof COMPARISONS)[number];

export const IMPROVEMENT_NOTICES = [
  'improvement_set',
  'improvement_reminder',
  'improvement_breach',
  'improvement_escalated',
  'improvement_reported',
  'improvement_passed',
  'improvement_failed',
  'improvement_due_moved',
  'improvement_reassigned',
  'improvement_cancelled',
  'improvement_person_named',
] as const;
/** What is said of an improvement, to staff only. */
export type ImprovementNotice = (typeof IMPROVEMENT_NOTICES)[number];

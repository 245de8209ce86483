/** The words of penalties (RE-7, 002 5.4.1). The same house rules as in domain/words.ts; templates/penalty-words.ts gives the Chinese. */

export const PENALTY_STATES = ['proposed', 'confirmed', 'waived', 'appealed', 'upheld', 'reduced', 'lifted'] as const;
/** Where a penalty stands: proposed · confirmed · waived · appealed · the appeal's end: upheld, reduced, lifted. */
export type PenaltyState = (typeof PENALTY_STATES)[number];

export const PENALTY_CAUSES = ['missed', 'refused', 'manual'] as const;
/** What it came of: a duty that was let pass, an attempt that was refused, or what a superior brought forward. */
export type PenaltyCause = (typeof PENALTY_CAUSES)[number];

export const MANUAL_GROUNDS = ['against_rules', 'data_manipulated'] as const;
/** What a superior may bring forward: acting against the rules of authority or the handling guide (002 5.4.1.2), and data filled in or manipulated (002 5.4.1.3). */
export type ManualGround = (typeof MANUAL_GROUNDS)[number];

export const PENALTY_NOTICES = [
  'penalty_proposed',
  'penalty_to_confirm',
  'penalty_confirmed',
  'penalty_waived',
  'penalty_appealed',
  'penalty_appeal_decided',
] as const;
/** What is said of a penalty: to the offender, and to whoever may decide it. */
export type PenaltyNotice = (typeof PENALTY_NOTICES)[number];

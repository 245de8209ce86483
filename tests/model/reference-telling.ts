import type { ActionData, ActionName } from '../../domain/actions';
import type { Actor } from '../../domain/people';
import type { Stage } from '../../domain/words';
import type { Case } from './reference-case';
import { directors, isOneOf } from './reference-people';

/** What can stand against an action: the step (or the policy) has no place for it, it is not his, or what it says is not so. */
export type Objection = 'step' | 'person' | 'data';

/** An action told plainly: in which steps, whose it is, what stands against what it says, and what it does. */
export type Telling<N extends ActionName> = {
  where: 'anywhere' | Stage[];
  whose: (c: Case, by: Actor, data: ActionData[N]) => boolean;
  against?: (c: Case, data: ActionData[N], at: number, by: Actor) => (Objection | false | undefined)[];
  does: (c: Case, data: ActionData[N], at: number, by: Actor) => void;
};

export type Tellings<N extends ActionName> = { [K in N]: Telling<K> };

/** Until there is something to carry out. */
export const LOOKING_INTO: Stage[] = [
  'first_contact',
  'classification',
  'hand_over',
  'verification',
  'cause_analysis',
  'proposal',
  'result',
];
/** Until the level above, or the meeting, has it. */
export const HANDLING: Stage[] = [...LOOKING_INTO, 'remedy', 'callback'];
/** Until it is only left to be filed. */
export const OPEN: Stage[] = [...HANDLING, 'meeting', 'review'];
/** HA-18: who is named late is heard late. */
export const UNTIL_FILED: Stage[] = [...OPEN, 'archive'];
/** Withdrawn or referred: there is only the filing. */
export const isGone = (c: Case): false | 'step' => c.outcome !== null && 'step';

/** What staff say of when something happened lies between the receipt and now, give or take a minute. */
export const unbelievable = (c: Case, told: number | undefined, at: number): false | 'data' =>
  told !== undefined && (told > at + 60_000 || told < c.birth.receivedAt - 60_000) && 'data';

export const nobodyToTell = (c: Case): false | 'data' => !c.reachable && 'data';

/** CO-9: a level-3 case that reached an authority needs a director. */
export const needsDirector = (c: Case, by: Actor): boolean =>
  c.level === 3 && c.marks.has('authority') && !isOneOf(c, by, directors(c));

export const nobodyOnTheStaff = (id: 'system' | 'customer') => (_c: Case, by: Actor) => by.id === id;

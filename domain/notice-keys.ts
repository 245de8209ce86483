import { IMPROVEMENT_NOTICES } from './improvement/words';
import type { ImprovementDutyKind } from './improvement/words';
import { PENALTY_NOTICES } from './penalties/words';
import type { PenaltyState } from './penalties/words';
import type { Channel, Department, DutyKind, Level, Outcome, Priority } from './words';

export const NOTICE_KEYS = [
  'acknowledgement',
  'acknowledgement_undated',
  'handler_changed',
  'survey_invitation',
  'farewell',
  'assigned',
  'assigned_undated',
  'called_upon',
  'reminder',
  'breach',
  'silence',
  'informed',
  'progress_reported',
  'task_answered',
  'step_reported',
  'instructed',
  'task_late',
  'task_cancelled',
  'lead_appointed',
  'invited',
  'decided',
  'overdue_explained',
  'due_earlier',
  'sent_back',
  'round_opened',
  'meeting_decided',
  'signal_refused',
  'attempt_filed',
  'mass_alarm',
  'message_waiting',
  'message_late',
  ...IMPROVEMENT_NOTICES,
  ...PENALTY_NOTICES,
] as const;
/** What can be said, to customers (the first five) and to staff. templates/ has the words. */
export type NoticeKey = (typeof NOTICE_KEYS)[number];

/** Plain values for the words. No personal data: 「客户」 and the number (RE-8). */
export type NoticeParams = {
  /** By which channel the customer is to hear it (IN-5). */
  channel?: Channel;
  duty?: DutyKind;
  /** Which step, task or account of them. */
  step?: number;
  /** The department that leads (HA-4). */
  department?: Department;
  level?: Level;
  priority?: Priority;
  granted?: boolean;
  /** What the level above does about a proposal that was refused (HA-8). */
  decision?: 'instruct' | 'offer';
  /** The round that a survey speaks of (CO-1). */
  round?: number;
  dueAt?: number;
  /** When it was due before the calendar changed. */
  wasDueAt?: number;
  outcome?: Outcome;
  because?: string;
  action?: string;
  /** The mass complaint, and how many complaints make it one. */
  cluster?: string;
  count?: number;
  /** The message that waits, by its id (IN-11). */
  message?: number;
  /** The improvement that it is about, and what is owed there (RE-3). */
  improvement?: string;
  owed?: ImprovementDutyKind;
  /** The penalty that it is about, its amount in 分, and how it stands now (RE-7). */
  penalty?: string;
  fen?: number;
  verdict?: PenaltyState;
};

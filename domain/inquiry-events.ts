import type { Handled, Ref } from './complaint-file';
import type { AccountOf, Cause, Department, Dimension, Responsibility, TaskAnswer, VerificationSource } from './words';

/** Finding out: verification, departments, the other side, causes. */
export type OfTheInquiry =
  | {
      type: 'verified';
      sources: VerificationSource[];
      responsibility: Responsibility;
      concluded: boolean;
      ref: Ref;
      openPoints?: Ref;
    }
  | { type: 'task_assigned'; no: number; department: Department; person?: string; ref: Ref }
  | { type: 'task_passed'; no: number; department: Department; person?: string; ref: Ref }
  | { type: 'task_progressed'; no: number; by: string; ref: Ref }
  | { type: 'task_answered'; no: number; answer: TaskAnswer; by: Handled; ref: Ref }
  | { type: 'task_returned'; no: number; ref: Ref }
  | { type: 'task_cancelled'; no: number; ref: Ref }
  | { type: 'lead_appointed'; department: Department; person?: string }
  | { type: 'account_asked'; no: number; of: AccountOf; ref: Ref }
  | { type: 'account_urged'; no: number; ref: Ref }
  | { type: 'account_recorded'; no: number; answered: boolean; ref: Ref }
  | { type: 'cross_meeting_called'; departments: Department[]; ref: Ref }
  | { type: 'cross_meeting_held'; by: Handled; minutes: Ref }
  | {
      type: 'cause_analysed';
      dimension: Dimension;
      direct: Ref;
      cause: Cause;
      behind?: Cause;
      root: Ref;
      department: Department;
      person: string;
      direction: Ref;
    }
  | { type: 'progress_noted'; ref: Ref }
  | { type: 'overdue_explained'; ref: Ref };

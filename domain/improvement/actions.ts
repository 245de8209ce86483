import type { Action } from '../actions';
import type { LocalDate } from '../calendar';
import type { Ref } from '../complaint-file';

/** What each action on an improvement brings with it. Texts are in Postgres already; the action carries their ids. */
export type ImprovementActionData = {
  note_progress: { ref: Ref };
  report_improvement: { ref: Ref };
  verify_improvement: { passed: true; ref: Ref } | { passed: false; ref: Ref; dueDate: LocalDate };
  move_due_date: { dueDate: LocalDate; ref: Ref };
  reassign_improvement: { person: string; ref: Ref };
  cancel_improvement: { ref: Ref };
  /** Who is complained about now, in the complaint that it came of (HA-18). */
  follow_respondents: { respondents: string[] };
};

export type ImprovementActionName = keyof ImprovementActionData;

/** An action as it reaches the improvement's workflow. */
export type ImprovementAction<N extends ImprovementActionName = ImprovementActionName> = Omit<Action, 'data'> & {
  data: ImprovementActionData[N];
};

import type { Length, Prompt } from '../due-time';
import { faultsOf } from '../faults';
import type { Fault } from '../faults';
import { lengthErrors, promptErrors } from '../length';

/** How a policy chases improvements (RE-3). Pinned in each of them when it is set. */
export type ImprovementRules = {
  /** When the person is reminded before the due date, and on it. */
  reminders: Prompt[];
  /** How long whoever set it has to verify what was reported, and when he is reminded. */
  verify: { within: Length; reminders: Prompt[] };
  /** How long after a missed due date the manager is told that it is still not done. */
  escalateAfter: Length;
  /** The clause, or `choice` where the document leaves the time to the company. */
  clause: string;
};

/** What is wrong with these rules, one sentence each. */
export function improvementRuleProblems({ reminders, verify, escalateAfter }: ImprovementRules): Fault[] {
  const faults = [
    ...[verify.within, escalateAfter].flatMap(lengthErrors),
    ...[...reminders, ...verify.reminders].flatMap(promptErrors),
  ];
  return faultsOf('改进措施', 'Improvements', faults);
}

import type { ComplaintFile } from '../complaint-file';
import type { Refusal } from '../refusals';
import { STAGES } from '../words';
import { owing } from './decide';
import type { ImprovementEvent, ImprovementFile } from './file';

/** What is known of an improvement when it is set. */
export type ImprovementBirth = Pick<ImprovementFile, 'id' | 'setBy' | 'department' | 'person' | 'dueDate'>;

const VERIFICATION = STAGES.indexOf('verification');

/** Why no improvement may be set from a complaint yet: before anything has been verified there is nothing to improve. */
export function tooEarly({ closed, round, stage, left, rules }: ComplaintFile): Refusal | null {
  if (!rules.improvements) return { code: 'improvements_not_in_policy', policy: rules.policy };
  const looked = closed || round > 1 || left.includes('verification');
  if (looked || (stage && STAGES.indexOf(stage) >= VERIFICATION)) return null;
  return { code: 'improvement_too_early', stage };
}

/** The first turn of an improvement (RE-3). `at` in ms, UTC. */
export function openingEvents(complaint: ComplaintFile, birth: ImprovementBirth, at: number): ImprovementEvent[] {
  const { number, team, respondents } = complaint;
  return [{ type: 'set', ...birth, complaint: number, team, respondents }, owing(birth.person, at, birth.dueDate)];
}

import { lapsed, openDuties } from '../clock';
import type { ImprovementDuty, ImprovementEvent, ImprovementFile } from './file';

/** What silence means (RE-3): reminders before the due date and on it, a breach when it has passed, then word to the manager. */
export const lapse = (file: ImprovementFile, now: number): ImprovementEvent[] =>
  lapsed<ImprovementDuty, ImprovementEvent>(file, now, (duty, dueAt) => miss(file, duty, dueAt));

function miss({ rules }: ImprovementFile, { id, kind, person }: ImprovementDuty, dueAt: number): ImprovementEvent[] {
  if (kind === 'escalate') return [{ type: 'escalated', duty: id }];
  const missed: ImprovementEvent = { type: 'missed', duty: id, by: person };
  if (kind === 'verify') return [missed];
  return [missed, { type: 'owed', kind: 'escalate', person, within: rules.escalateAfter, from: dueAt }];
}

/** Calls off the open duties of some kinds. */
export const voiding = (file: ImprovementFile, ...kinds: ImprovementDuty['kind'][]): ImprovementEvent[] =>
  openDuties(file)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id }) => ({ type: 'voided', duty: id }));

/** Meets the open duty of a kind. */
export const meeting = (file: ImprovementFile, kind: ImprovementDuty['kind']): ImprovementEvent[] =>
  openDuties(file)
    .filter((duty) => duty.kind === kind)
    .map(({ id }) => ({ type: 'met', duty: id }));

/** Whether nothing is left to be done: verified, or called off. */
export const isOver = ({ state }: ImprovementFile): boolean => state === 'passed' || state === 'cancelled';

/** The end: nothing is owed any more. */
export const closing = (file: ImprovementFile): ImprovementEvent[] =>
  file.closed ? [] : [...voiding(file, 'improve', 'verify', 'escalate'), { type: 'closed' }];

import { giveTimes } from '../apply-turn';
import type { Times } from '../apply-turn';
import type { Calendar } from '../calendar';
import { dueTime } from '../due-time';
import type { Prompt } from '../due-time';
import { evolve } from './evolve';
import type { ImprovementDuty, ImprovementEvent, ImprovementFile } from './file';
import type { ImprovementRules } from './rules';

/** A turn as the commit sees it: the file with the turn's events and due times, and the duties that it opened. */
export type AppliedImprovementTurn = Times & {
  file: ImprovementFile;
  events: ImprovementEvent[];
  opened: ImprovementDuty[];
};

/** Puts a turn's events on file and gives its new duties their instants, by the calendar of the day. Changes the file. */
export function applyImprovementTurn(
  file: ImprovementFile,
  events: ImprovementEvent[],
  at: number,
  calendar: Calendar,
): AppliedImprovementTurn {
  const known = new Set(file.duties.map(({ id }) => id));
  for (const event of events) evolve(file, event, at);
  const opened = file.duties.filter(({ id, closed }) => !known.has(id) && !closed);
  const times = giveTimes(opened, at, ({ kind, from, within }) =>
    dueTime(calendar, from, within, remindersOf(file.rules, kind)),
  );
  return { file, events, opened, ...times };
}

function remindersOf({ reminders, verify }: ImprovementRules, kind: ImprovementDuty['kind']): Prompt[] {
  if (kind === 'escalate') return [];
  return kind === 'improve' ? reminders : verify.reminders;
}

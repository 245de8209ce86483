import type { ComplaintFile, Duty } from './complaint-file';

/** The instant at which the clock next has something to say, and about which duty. */
export type Wake = { at: number; duty: Duty };

/** The duties that are still to be done, missed ones included. */
export const openDuties = (file: ComplaintFile): Duty[] => file.duties.filter(({ closed }) => !closed);

/** Whether a promise stands broken now: put on file by the clock, never compared with a wall clock. */
export const isOverdue = (file: ComplaintFile): boolean =>
  openDuties(file).some(({ missed, of }) => missed && of !== 'customer' && of !== 'other_side');

/** The nearest reminder or due time of all open duties. The millisecond after the due instant is the first that is late. */
export function nextWake(file: ComplaintFile): Wake | null {
  let nearest: Wake | null = null;
  for (const duty of openDuties(file)) {
    if (duty.missed || duty.dueAt === undefined) continue;
    const at = duty.promptsAt?.[0] ?? duty.dueAt + 1;
    if (!nearest || at < nearest.at) nearest = { at, duty };
  }
  return nearest;
}

/** The due time that comes next, for people: the nearest open duty that is not yet missed; of some kinds, if they are told. */
export function nextDue(file: ComplaintFile, which: (duty: Duty) => boolean = () => true): Duty | null {
  const due = openDuties(file).filter((duty) => !duty.missed && duty.dueAt !== undefined && which(duty));
  return due.sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))[0] ?? null;
}

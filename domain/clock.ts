import type { Duty } from './complaint-file';

/** What the clock has to know of something owed, in whatever file it stands. */
export type Owed = Pick<Duty, 'id' | 'dueAt' | 'promptsAt' | 'missed' | 'closed'>;
/** A file with duties in it. */
type Owing<D extends Owed> = { duties: D[] };
type Reminded = { type: 'reminded'; duty: string };

const SECOND_MS = 1000;

/** Due times are as exact as a second: whatever is done within the due second is in time. The first instant that is late, in ms. */
export const lateFrom = (dueAt: number): number => Math.floor(dueAt / SECOND_MS) * SECOND_MS + SECOND_MS;

/** The instant at which the clock next has something to say, and about which duty. */
export type Wake<D extends Owed = Duty> = { at: number; duty: D };

/** The duties that are still to be done, missed ones included. */
export const openDuties = <D extends Owed>(file: Owing<D>): D[] => file.duties.filter(({ closed }) => !closed);

/** Whether a promise stands broken now: put on file by the clock, never compared with a wall clock. */
export const isOverdue = (file: Owing<Owed & { of?: string }>): boolean =>
  openDuties(file).some(({ missed, of }) => missed && of !== 'customer' && of !== 'other_side');

/**
 * What silence means for whatever is owed in a file: a reminder, or what the caller says that a missed duty comes to, in the
 * order of their due times.
 */
export function lapsed<D extends Owed, E>(
  file: Owing<D>,
  now: number,
  miss: (duty: D, dueAt: number) => E[],
): (E | Reminded)[] {
  return byDueTime(openDuties(file)).flatMap((duty): (E | Reminded)[] => {
    if (duty.missed || duty.dueAt === undefined) return [];
    if (lateFrom(duty.dueAt) <= now) return miss(duty, duty.dueAt);
    const prompt = duty.promptsAt?.[0];
    return prompt !== undefined && prompt <= now ? [{ type: 'reminded', duty: duty.id }] : [];
  });
}

const byDueTime = <D extends Owed>(duties: D[]): D[] => duties.sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0));

/** The nearest reminder or due time of all open duties; a due time has passed with its second. */
export function nextWake<D extends Owed>(file: Owing<D>): Wake<D> | null {
  let nearest: Wake<D> | null = null;
  for (const duty of openDuties(file)) {
    if (duty.missed || duty.dueAt === undefined) continue;
    const at = duty.promptsAt?.[0] ?? lateFrom(duty.dueAt);
    if (!nearest || at < nearest.at) nearest = { at, duty };
  }
  return nearest;
}

/** The due time that comes next, for people: the nearest open duty that is not yet missed; of some kinds, if they are told. */
export function nextDue<D extends Owed>(file: Owing<D>, which: (duty: D) => boolean = () => true): D | null {
  const due = openDuties(file).filter((duty) => !duty.missed && duty.dueAt !== undefined && which(duty));
  return byDueTime(due)[0] ?? null;
}

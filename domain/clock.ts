import type { ComplaintFile, Duty, Event } from './complaint-file';
import { ownerAt } from './people';

/** What the clock has to know of something owed, in whatever file it stands. */
export type Owed = Pick<Duty, 'id' | 'dueAt' | 'promptsAt' | 'missed' | 'closed'>;
/** A file with duties in it. */
type Owing<D extends Owed> = { duties: D[] };
type Reminded = { type: 'reminded'; duty: string };

/** The instant at which the clock next has something to say, and about which duty. */
export type Wake<D extends Owed = Duty> = { at: number; duty: D };

/** The duties that are still to be done, missed ones included. */
export const openDuties = <D extends Owed>(file: Owing<D>): D[] => file.duties.filter(({ closed }) => !closed);

/** Whether a promise stands broken now: put on file by the clock, never compared with a wall clock. */
export const isOverdue = (file: Owing<Owed>): boolean => openDuties(file).some(({ missed }) => missed);

/**
 * What silence means: a reminder, then a breach, then the recurring duty arms itself again (HA-1, HA-11).
 * A duty done at the due instant is in time; anything after is late.
 */
export const lapse = (file: ComplaintFile, now: number): Event[] =>
  lapsed<Duty, Event>(file, now, (duty, dueAt) => miss(file, duty, dueAt));

/** The same for any file: what a duty that was let pass comes to is for the caller to say. */
export function lapsed<D extends Owed, E>(
  file: Owing<D>,
  now: number,
  miss: (duty: D, dueAt: number) => E[],
): (E | Reminded)[] {
  return openDuties(file).flatMap((duty): (E | Reminded)[] => {
    if (duty.missed || duty.dueAt === undefined) return [];
    if (duty.dueAt < now) return miss(duty, duty.dueAt);
    const prompt = duty.promptsAt?.[0];
    return prompt !== undefined && prompt <= now ? [{ type: 'reminded', duty: duty.id }] : [];
  });
}

function miss(file: ComplaintFile, duty: Duty, dueAt: number): Event[] {
  const missed: Event = { type: 'missed', duty: duty.id, by: duty.person ?? whoOwed(file, duty, dueAt) };
  if (!file.rules.duties[duty.kind]?.again) return [missed];
  return [missed, { type: 'owed', kind: duty.kind, of: duty.of, stage: duty.stage, from: dueAt }];
}

/** Whose breach it is where the duty names nobody: of the owner's, who held the case when the last day opened (HA-1). */
const whoOwed = (file: ComplaintFile, { of, lastDayOpensAt }: Duty, dueAt: number): string | null =>
  of === 'owner' ? ownerAt(file, lastDayOpensAt ?? dueAt) : null;

/** The nearest reminder or due time of all open duties. The millisecond after the due instant is the first that is late. */
export function nextWake<D extends Owed>(file: Owing<D>): Wake<D> | null {
  let nearest: Wake<D> | null = null;
  for (const duty of openDuties(file)) {
    if (duty.missed || duty.dueAt === undefined) continue;
    const at = duty.promptsAt?.[0] ?? duty.dueAt + 1;
    if (!nearest || at < nearest.at) nearest = { at, duty };
  }
  return nearest;
}

/** The due time that comes next, for people: the nearest open duty that is not yet missed. */
export function nextDue<D extends Owed>(file: Owing<D>): D | null {
  const due = openDuties(file).filter(({ missed, dueAt }) => !missed && dueAt !== undefined);
  return due.sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))[0] ?? null;
}

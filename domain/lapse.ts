import { lapsed, openDuties } from './clock';
import type { ComplaintFile, Duty } from './complaint-file';
import { owes } from './duties';
import type { Event } from './events';
import { ownerAt } from './people';
import { waitingEnds } from './promises';

/** What silence means: a reminder, then a breach, then the recurring duty arms itself again (HA-1, HA-11). */
export function lapse(file: ComplaintFile, now: number): Event[] {
  const events = lapsed<Duty, Event>(file, now, (duty, dueAt) =>
    // The customer breaks no promise: the one that waited for him goes on.
    duty.kind === 'customer_reply' ? waitingEnds(file, dueAt, 'time_up') : miss(file, duty, dueAt),
  );
  return [...events, ...goingOn(file, events)];
}

/**
 * Where everything has been missed and nothing followed, to go on is owed from when the last of it was due; but not from before
 * the last turn: what lay about too long is no volley of breaches.
 */
function goingOn(file: ComplaintFile, events: Event[]): Event[] {
  const ids = events.flatMap((event) => (event.type === 'missed' ? [event.duty] : []));
  if (ids.length === 0 || events.some(({ type }) => type === 'owed')) return [];
  const open = openDuties(file).filter(({ missed }) => !missed);
  if (open.some(({ id }) => !ids.includes(id))) return [];
  const from = Math.max(file.lastAt, ...open.map(({ dueAt = 0 }) => dueAt));
  return owes(file, 'next_step', { stage: file.stage, from });
}

function miss(file: ComplaintFile, duty: Duty, dueAt: number): Event[] {
  const rule = file.rules.duties[duty.kind];
  const { kind, of, stage, step, task, account, department } = duty;
  const missed: Event = { type: 'missed', duty: duty.id, by: duty.person ?? whoOwed(file, duty, dueAt) };
  const again: Event[] = rule?.again
    ? [{ type: 'owed', kind, of, stage, from: dueAt, step, task, account, department }]
    : [];
  const next = rule?.followedBy && file.rules.duties[rule.followedBy];
  const then: Event[] =
    rule?.followedBy && next && !isOpen(file, rule.followedBy, duty)
      ? [{ type: 'owed', kind: rule.followedBy, of: next.of, stage, from: dueAt, step, task, account, department }]
      : [];
  return [missed, ...again, ...then];
}

const isOpen = (file: ComplaintFile, kind: Duty['kind'], { step, task, account }: Duty): boolean =>
  openDuties(file).some((d) => d.kind === kind && d.step === step && d.task === task && d.account === account);

/** Whose breach it is where the duty names nobody: of the owner's, who held the case when the last day opened (HA-1). */
const whoOwed = (file: ComplaintFile, { of, lastDayOpensAt }: Duty, dueAt: number): string | null =>
  of === 'owner' ? ownerAt(file, lastDayOpensAt ?? dueAt) : null;

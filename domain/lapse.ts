import { lapsed, openDuties } from './clock';
import type { ComplaintFile, Duty } from './complaint-file';
import type { Event } from './events';
import { ownerAt } from './people';
import { waitingEnds } from './promises';

/** What silence means: a reminder, then a breach, then the recurring duty arms itself again (HA-1, HA-11). */
export const lapse = (file: ComplaintFile, now: number): Event[] =>
  lapsed<Duty, Event>(file, now, (duty, dueAt) =>
    // The customer breaks no promise: the one that waited for him goes on.
    duty.kind === 'customer_reply' ? waitingEnds(file, dueAt, 'time_up') : miss(file, duty, dueAt),
  );

function miss(file: ComplaintFile, duty: Duty, dueAt: number): Event[] {
  const rule = file.rules.duties[duty.kind];
  const { kind, of, stage, step, task, account, department } = duty;
  const missed: Event = { type: 'missed', duty: duty.id, by: whoOwed(file, duty, dueAt) };
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

/** Whose breach it is: of whom the duty names; else of the owner's, who held the case when the last day opened (HA-1). */
function whoOwed(file: ComplaintFile, { of, person, lastDayOpensAt }: Duty, dueAt: number): string | null {
  const held = person ?? (of === 'owner' ? ownerAt(file, lastDayOpensAt ?? dueAt) : null);
  // HA-18: nobody is blamed for what he was not let do, being complained about.
  return held !== null && file.respondents.includes(held) ? null : held;
}

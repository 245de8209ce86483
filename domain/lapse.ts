import { lapsed, openDuties } from './clock';
import type { ComplaintFile, Duty } from './complaint-file';
import { owes } from './duties';
import type { Event } from './events';
import { ownerAt } from './people';
import { waitingEnds } from './promises';
import type { DutyKind } from './words';

/** What silence means: a reminder, then a breach, then the recurring duty arms itself again (HA-1, HA-11). */
export function lapse(file: ComplaintFile, now: number): Event[] {
  const events = lapsed<Duty, Event>(file, now, (duty, dueAt) =>
    // The customer breaks no promise: the one that waited for him goes on.
    duty.kind === 'customer_reply' ? waitingEnds(file, dueAt, 'time_up') : miss(file, duty, dueAt),
  );
  // Two misses at once may owe the same thing: it is owed once, from the first of them.
  const once = events.filter(
    (event, place) =>
      event.type !== 'owed' ||
      !events.slice(0, place).some((earlier) => earlier.type === 'owed' && isSame(earlier, event)),
  );
  return [...once, ...goingOn(file, once)];
}

type About = Pick<Duty, 'kind' | 'step' | 'task' | 'account'>;
const isSame = (one: About, other: About): boolean =>
  one.kind === other.kind && one.step === other.step && one.task === other.task && one.account === other.account;

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
  const within = open.some(({ kind }) => kind === 'next_step') && file.rules.duties.next_step?.againWithin;
  return owes(file, 'next_step', { stage: file.stage, from, ...(within && { within }) });
}

function miss(file: ComplaintFile, duty: Duty, dueAt: number): Event[] {
  const rule = file.rules.duties[duty.kind];
  const { kind, of, stage, step, task, account, department, person } = duty;
  const missed: Event = { type: 'missed', duty: duty.id, by: whoOwed(file, duty, dueAt) };
  const about = { step, task, account, department };
  const again: Event[] = rule?.again
    ? [{ type: 'owed', kind, of, stage, from: dueAt, after: 'miss', ...about, person }]
    : [];
  return [
    missed,
    ...superseded(file, duty),
    ...again,
    // Of what lay about too long: nobody is late at once with what he could not know of.
    ...followingUp(file, rule?.followedBy, about, { stage, from: Math.max(dueAt, file.lastAt) }),
  ];
}

/** To go on is overdue once, however often it was missed: the breaches stay on record, each for itself. */
const superseded = (file: ComplaintFile, { kind }: Duty): Event[] =>
  kind === 'next_step'
    ? openDuties(file).flatMap((earlier): Event[] =>
        earlier.kind === kind && earlier.missed ? [{ type: 'voided', duty: earlier.id }] : [],
      )
    : [];

/** What a missed duty owes besides, about the same thing; what is said to the customer is said once, whatever it is about. */
function followingUp(
  file: ComplaintFile,
  kind: DutyKind | undefined,
  about: Omit<About, 'kind'>,
  owing: Pick<Duty, 'stage' | 'from'>,
): Event[] {
  if (!kind) return [];
  const next = { kind, ...(file.rules.duties[kind]?.toCustomer ? {} : about) };
  return openDuties(file).some((duty) => isSame(duty, next)) ? [] : owes(file, kind, { ...owing, ...next });
}

/**
 * Whose breach it is: of whom the duty names; else of the owner's, who held the case when the last day opened (HA-1). Nobody's, where
 * it was over before anybody held the case.
 */
function whoOwed(file: ComplaintFile, { of, person, lastDayOpensAt }: Duty, dueAt: number): string | null {
  const [first] = file.owners;
  const isOwn = of === 'owner' && (first === undefined || first.since <= dueAt);
  const held = person ?? (isOwn ? ownerAt(file, lastDayOpensAt ?? dueAt) : null);
  // HA-18: nobody is blamed for what he was not let do, being complained about.
  return held !== null && file.respondents.includes(held) ? null : held;
}

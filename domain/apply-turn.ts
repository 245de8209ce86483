import type { Calendar } from './calendar';
import { inHoursOf } from './channels';
import { lateFrom } from './clock';
import type { Owed } from './clock';
import type { ComplaintFile, DueInstants, Duty } from './complaint-file';
import type { Event } from './events';
import { dueTime } from './due-time';
import type { Explanation } from './due-time';
import { evolve } from './evolve';
import type { Committed } from './notices';
import type { Length } from './length';
import { lengthFor } from './policy';
import type { DutyRule } from './policy';
import { recomputed } from './recompute';
import type { Recomputed } from './recompute';

/** The instants of a duty, and why they are these. */
type Timed = DueInstants & { explanation: Explanation };

/** When the new duties of a turn are due, and why then. */
export type Times = { due: Record<string, DueInstants>; explanations: Record<string, Explanation> };

/** How open duties were explained when they were last counted, by their ids. */
export type Reckoned = Record<string, Explanation>;

/** A turn put on file, with everything that its commit has to store. */
export type AppliedTurn = Committed & Times & { changed: Recomputed[] };

/** The team whose calendar counts once a turn's events are on file: a case that is given to another team lives by its days (HA-1). */
export const teamAfter = ({ team }: ComplaintFile, events: readonly Event[]): string =>
  events.reduce((before, event) => (event.type === 'owner_changed' ? (event.team ?? before) : before), team);

/** Whether a turn changes the calendar that the complaint lives by. */
export const changesCalendar = (file: ComplaintFile, events: readonly Event[]): boolean =>
  events.some(({ type }) => type === 'calendar_changed') || teamAfter(file, events) !== file.team;

/**
 * Puts a turn's events on file and gives its new duties their instants, by the calendar of the day, which is that of the team
 * that has the case after them; where it is another one than before, the open ones too. Changes the file. Due times are computed here and nowhere else: the workflow gets them back as instants.
 */
export function applyTurn(
  file: ComplaintFile,
  events: Event[],
  at: number,
  calendar: Calendar,
  reckoned: Reckoned = {},
): AppliedTurn {
  const known = new Set(file.duties.map(({ id }) => id));
  const recounts = changesCalendar(file, events);
  for (const event of events) evolve(file, event, at);
  const opened = file.duties.filter(({ id, closed }) => !known.has(id) && !closed);
  const times = giveTimes(opened, at, (duty) => saying(duty, timeFor(file, duty, calendar, at)));
  const changed = recounts ? changedBy(file, at, calendar, reckoned) : [];
  for (const { duty, instants, explanation } of changed) {
    times.due[duty.id] = instants;
    times.explanations[duty.id] = explanation;
    Object.assign(duty, instants);
  }
  return { file, events, opened, changed, at, ...times };
}

/** Gives the duties that a turn has opened their instants, and says why then. */
export function giveTimes<D extends Owed>(opened: D[], at: number, timeOf: (duty: D) => Timed): Times {
  const due: Times['due'] = {};
  const explanations: Times['explanations'] = {};
  for (const duty of opened) {
    const { explanation, ...instants } = timeOf(duty);
    // What would have been a reminder in the past is none: a complaint that arrives late is not answered by a volley.
    due[duty.id] = { ...instants, promptsAt: instants.promptsAt.filter((prompt) => prompt > at) };
    explanations[duty.id] = explanation;
    Object.assign(duty, due[duty.id]);
  }
  return { due, explanations };
}

/** Its due time with what it counts from, where that is not what its kind counts from. */
const saying = <T extends Timed>({ after }: Pick<Duty, 'after'>, time: T): T =>
  after ? { ...time, explanation: { ...time.explanation, after } } : time;

/** The open due times of a complaint that a calendar would change at an instant (ms, UTC). Changes nothing. */
export const changedBy = (file: ComplaintFile, at: number, calendar: Calendar, reckoned: Reckoned): Recomputed[] =>
  recomputed(file, at, calendar, reckoned, (duty) => {
    const before = reckoned[duty.id] ?? duty.counted;
    // As long as it was given when it was opened, and from then: what the complaint has become since is no part of it.
    const prompts = file.rules.duties[duty.kind]?.prompts ?? [];
    return saying(
      duty,
      before ? dueTime(calendar, before.from, before.length, prompts) : timeFor(file, duty, calendar, at),
    );
  });

function timeFor(file: ComplaintFile, duty: Duty, calendar: Calendar, at: number): Timed {
  const rule = file.rules.duties[duty.kind];
  const length = duty.within ?? (rule && lengthFor(rule, file));
  if (!rule || !length) {
    throw new Error(`Policy ${file.rules.policy}@${file.rules.edition} gives no time for duty '${duty.kind}'.`);
  }
  const count = (from: number, long: Length) => dueTime(calendar, from, onChannel(file, rule, long), rule.prompts);
  const byRule = count(duty.from, length);
  const changed = duty.asOf ?? at;
  const isOver = (dueAt: number): boolean => lateFrom(dueAt) <= changed;
  if (!duty.was || !isOver(byRule.dueAt)) return byRule;
  // A new situation alone makes nobody late: its time then runs from the change, but not beyond the old time.
  const [fromNow, asBefore] = [
    { from: changed, length },
    { from: duty.wasFrom ?? duty.from, length: duty.was },
  ];
  const [soon, old] = [count(fromNow.from, fromNow.length), count(asBefore.from, asBefore.length)];
  return !isOver(old.dueAt) && old.dueAt < soon.dueAt ? { ...old, counted: asBefore } : { ...soon, counted: fromNow };
}

const onChannel = ({ rules, channel }: ComplaintFile, rule: DutyRule, length: Length): Length =>
  rule.inChannelHours && channel ? inHoursOf(rules, channel, length) : length;

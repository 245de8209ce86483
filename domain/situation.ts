import { openDuties } from './clock';
import type { ComplaintFile, Duty } from './complaint-file';
import { anyHolds } from './condition';
import { owes, rests } from './duties';
import type { Event } from './events';
import { evolve } from './evolve';
import { asksForAnotherHandler } from './people';
import { handlingFor, lengthFor } from './policy';
import { byRule } from './promises';
import type { DutyKind } from './words';

/**
 * Events that change the situation (level, priority, marks, request type), with what follows from it: times counted anew,
 * duties that it brings, a handler of another rank, and who is told at once. `at` only dates the look ahead.
 */
export function withConsequences(file: ComplaintFile, events: Event[], at = file.lastAt): Event[] {
  const after = lookAhead(file, events, at);
  const all = [...events, ...rearmed(file, after)];
  const counted = lookAhead(file, all, at);
  return [...all, ...arising(counted), ...handingOver(file, counted), ...telling(after)];
}

/** The file as it will be, without touching the one that is. */
export function lookAhead(file: ComplaintFile, events: Event[], at: number): ComplaintFile {
  const { rules, ...plain } = file;
  const after = { ...(JSON.parse(JSON.stringify(plain)) as Omit<ComplaintFile, 'rules'>), rules };
  for (const event of events) evolve(after, event, at);
  return after;
}

/**
 * A new situation gives other times: what is owed and not yet missed is counted anew, from the same event, by the new rule
 * (HA-11).
 */
function rearmed(before: ComplaintFile, after: ComplaintFile): Event[] {
  const known = new Set(before.duties.map(({ id }) => id));
  return openDuties(after).flatMap((duty): Event[] => {
    const rule = after.rules.duties[duty.kind];
    const own = duty.within !== undefined && duty.extended === undefined;
    if (!rule || duty.missed || own || !known.has(duty.id)) return [];
    if (!anyHolds(rule.when, after)) return [{ type: 'voided', duty: duty.id }];
    const [was, now] = [lengthFor(rule, before), lengthFor(rule, after)];
    if (JSON.stringify(was) === JSON.stringify(now)) return [];
    const { kind, of, stage, from, after: since, step, task, account, department, person, asker } = duty;
    const again = { kind, of, stage, from, after: since, step, task, account, department, person, asker };
    const { length, from: wasFrom } = duty.counted ?? { length: duty.within ?? was, from: undefined };
    return [
      { type: 'voided', duty: duty.id },
      { type: 'owed', ...again, ...granted(after, duty), was: length, ...(wasFrom === undefined ? {} : { wasFrom }) },
    ];
  });
}

/** What was granted to a promise is granted whatever its time by the rule (HA-12). */
const granted = (file: ComplaintFile, { extended }: Duty): Pick<Duty, 'within' | 'extended'> =>
  extended ? { within: byRule(file, extended), extended } : {};

/** Duties that a situation brings by itself, whatever the step (HA-11: an entry every day while it is urgent). */
export const arising = (file: ComplaintFile): Event[] =>
  Object.entries(file.rules.duties).flatMap(([kind, rule]) =>
    rule.arises && !rests(file) && !openDuties(file).some((duty) => duty.kind === kind)
      ? owes(file, kind as DutyKind)
      : [],
  );

/**
 * Who is told at once that a situation has arisen: the rules that hold now and have not been followed yet (CL-4, CL-5, HA-2).
 * Rules that arise together tell the same people once.
 */
export function telling(file: ComplaintFile): Event[] {
  const told: Extract<Event, { type: 'told' }>[] = [];
  for (const [rule, { when, roles }] of file.rules.tell.entries()) {
    if (file.told.includes(rule) || !anyHolds(when, file)) continue;
    const same = told.find((other) => roles.every((role) => other.roles.includes(role)));
    if (same) same.also = [...(same.also ?? []), rule];
    else told.push({ type: 'told', rule, roles });
  }
  return told;
}

/** What nobody can be told is put on file as not owed, so that it shows (IN-2, HA-1). */
export const notOwed = (file: ComplaintFile): Event[] =>
  Object.entries(file.rules.duties)
    .filter(([, rule]) => rule.toCustomer && anyHolds(rule.when, file))
    .map(([kind]) => ({ type: 'not_owed', kind: kind as DutyKind }));

/**
 * HA-2, CL-5: a new situation asks for another handler: at once, whatever step is under way, and the present owner goes on with
 * it until somebody has taken over. Whoever was called upon before is so no longer where it is now for somebody else.
 */
function handingOver(before: ComplaintFile, file: ComplaintFile): Event[] {
  if (file.outcome || !asksForAnotherHandler(file)) return [];
  const called = openDuties(file).filter(({ kind }) => kind === 'take_over');
  if (called.length > 0 && handlersOf(before) === handlersOf(file)) return [];
  return [...called.map(({ id }): Event => ({ type: 'voided', duty: id })), ...owes(file, 'take_over')];
}

const handlersOf = (file: ComplaintFile): string => handlingFor(file.rules, file).handlers.join();

import { openDuties } from './clock';
import type { ComplaintFile } from './complaint-file';
import { anyHolds } from './condition';
import { owes, rests } from './duties';
import type { Event } from './events';
import { evolve } from './evolve';
import { asksForAnotherHandler, isOwnersOwn } from './people';
import { lengthFor } from './policy';
import { STAGES } from './words';
import type { DutyKind, Stage } from './words';

/**
 * Events that change the situation (level, priority, marks, request type), with what follows from it: times counted anew,
 * duties that it brings, a handler of another rank, and who is told at once. `at` only dates the look ahead.
 */
export function withConsequences(file: ComplaintFile, events: Event[], at = file.lastAt): Event[] {
  const after = lookAhead(file, events, at);
  const all = [...events, ...rearmed(file, after)];
  return [...all, ...arising(lookAhead(file, all, at)), ...handingOver(after), ...telling(after)];
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
    if (!rule || duty.missed || duty.within || !known.has(duty.id)) return [];
    if (!anyHolds(rule.when, after)) return [{ type: 'voided', duty: duty.id }];
    const [was, now] = [lengthFor(rule, before), lengthFor(rule, after)];
    if (JSON.stringify(was) === JSON.stringify(now)) return [];
    const { kind, of, stage, from, after: since, step, task, account, department, person, asker } = duty;
    const again = { kind, of, stage, from, after: since, step, task, account, department, person, asker };
    const { length, from: wasFrom } = duty.counted ?? { length: was, from: undefined };
    return [
      { type: 'voided', duty: duty.id },
      { type: 'owed', ...again, was: length, ...(wasFrom === undefined ? {} : { wasFrom }) },
    ];
  });
}

/** Duties that a situation brings by itself, whatever the step (HA-11: an entry every day while it is urgent). */
export const arising = (file: ComplaintFile): Event[] =>
  Object.entries(file.rules.duties).flatMap(([kind, rule]) =>
    rule.arises && !rests(file) && !openDuties(file).some((duty) => duty.kind === kind)
      ? owes(file, kind as DutyKind)
      : [],
  );

/** Who is told at once that a situation has arisen: the rules that hold now and have not been followed yet (CL-4, CL-5, HA-2). */
export const telling = (file: ComplaintFile): Event[] =>
  file.rules.tell.flatMap(({ when, roles }, rule): Event[] =>
    file.told.includes(rule) || !anyHolds(when, file) ? [] : [{ type: 'told', rule, roles }],
  );

/** What nobody can be told is put on file as not owed, so that it shows (IN-2, HA-1). */
export const notOwed = (file: ComplaintFile): Event[] =>
  Object.entries(file.rules.duties)
    .filter(([, rule]) => rule.toCustomer && anyHolds(rule.when, file))
    .map(([kind]) => ({ type: 'not_owed', kind: kind as DutyKind }));

/**
 * HA-2: a new situation asks for another handler. In the first round the stage of hand-over still comes; later the hand-over
 * is a duty beside the step under way, and the present owner goes on until somebody has taken over.
 */
function handingOver(file: ComplaintFile): Event[] {
  // HA-18: an owner who is complained about himself does nothing until that step comes.
  const goesOn = file.round === 1 && !isOwnersOwn(file);
  const stageComes = goesOn && file.rules.stages.hand_over && isBefore(file.stage, 'verification');
  if (file.outcome || !asksForAnotherHandler(file) || stageComes) return [];
  return openDuties(file).some(({ kind }) => kind === 'take_over') ? [] : owes(file, 'take_over');
}

const isBefore = (stage: Stage | null, other: Stage): boolean =>
  stage === null || STAGES.indexOf(stage) < STAGES.indexOf(other);

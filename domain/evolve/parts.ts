import type { ComplaintFile, Duty, Handled } from '../complaint-file';
import type { Event } from '../events';
import { asksForAnotherHandler, isAbove } from '../people';
import { FACTS_OF } from '../words';
import type { Department, Mark, Stage } from '../words';

/** What some kinds of events change in the file. `at` is the instant of the turn. */
export type Changes<T extends Event['type']> = {
  [K in T]: (file: ComplaintFile, event: Extract<Event, { type: K }>, at: number) => void;
};

/** For events that only stand in the record. */
export const nothingElse = (): void => {};

/** The open duty of an id. */
export function dutyOf(file: ComplaintFile, id: string): Duty {
  const found = file.duties.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`Complaint ${file.number} has no duty '${id}'.`);
  return found;
}

/** The one of a numbered list. */
export function numbered<T extends { no: number }>(file: ComplaintFile, list: T[], no: number): T {
  const found = list.find((candidate) => candidate.no === no);
  if (!found) throw new Error(`Complaint ${file.number} has nothing numbered ${no} here.`);
  return found;
}

/** HA-18: who had a hand in the case does not review it; who had it in two roles counts as the higher one (CO-5). */
export function putHand(file: ComplaintFile, { id, role }: Handled): void {
  const before = file.handled.find((hand) => hand.id === id);
  if (!before) file.handled.push({ id, role });
  else if (isAbove(role, before.role)) before.role = role;
}

/**
 * What names somebody names somebody else from now on: steps his successor, tasks of a department him only if he works there, or
 * the department as a whole (HA-3, HA-16).
 */
export function passWork(
  file: ComplaintFile,
  {
    from,
    to,
    department,
    calls,
  }: Pick<Extract<Event, { type: 'work_handed_on' }>, 'from' | 'to' | 'department' | 'calls'>,
): void {
  const inIts = (task: { department?: Department }): string | undefined =>
    task.department === department ? to : undefined;
  for (const step of file.proposal?.steps ?? []) if (step.person === from && !step.done) step.person = to;
  for (const task of file.tasks) if (task.person === from && task.state !== 'cancelled') task.person = inIts(task);
  for (const id of calls) {
    const duty = dutyOf(file, id);
    duty.person = duty.task === undefined ? to : inIts(duty);
  }
  if (file.lead?.person === from) file.lead.person = inIts(file.lead);
}

/** Takes the facts of some stages off the file: they are gone through again. */
export function forget(file: ComplaintFile, stages: Stage[]): void {
  file.facts = file.facts.filter((fact) => !stages.some((stage) => FACTS_OF[stage].includes(fact)));
}

/** Sets the complaint apart, once for each mark. */
export function addMarks(file: ComplaintFile, marks: readonly Mark[]): void {
  file.marks = [...new Set([...file.marks, ...marks])];
}

/** HA-2, CL-5: where the situation asks for another handler, nobody has taken over yet. */
export function askForHandler(file: ComplaintFile): void {
  if (!asksForAnotherHandler(file)) return;
  file.handOver = true;
  file.facts = file.facts.filter((fact) => fact !== 'taken_over');
}

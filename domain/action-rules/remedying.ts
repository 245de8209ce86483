import { openDuties } from '../clock';
import type { ComplaintFile } from '../complaint-file';
import { establish, meeting, owes, voiding } from '../duties';
import type { Event } from '../events';
import { mayNot, ownerOf } from '../people';
import type { Refusal } from '../refusals';
import type { ActionRule, Case } from './rule';

const stepOf = (file: ComplaintFile, no: number) => file.proposal?.steps.find((step) => step.no === no);

/** The owner sees to every step; whoever is to do it may also say that it is done. */
function notOwnerNorDoer({ file, data, by }: Case<'complete_step'>): Refusal | null {
  return stepOf(file, data.step)?.person === by.id ? null : mayNot(file, 'owner', by);
}

function notOpen(file: ComplaintFile, no: number): Refusal | null {
  const step = stepOf(file, no);
  if (!step) return { code: 'no_such_step', step: no, steps: (file.proposal?.steps ?? []).map((known) => known.no) };
  return step.done ? { code: 'step_done', step: no } : null;
}

/** A step that is done for good; with the last one the remedy is. */
function done(
  file: ComplaintFile,
  { step, ref }: { step: number; ref: string },
  by: Case<'complete_step'>['by'],
): Event[] {
  const others = file.proposal?.steps.filter(({ no }) => no !== step) ?? [];
  return [
    // Whoever does a step has a hand in the case, and does not review it (CO-5).
    { type: 'step_completed', step, ref, by: { id: by.id, role: by.roles[0] ?? 'department_member' } },
    ...meeting(file, 'remedy_step', { step }),
    ...meeting(file, 'see_off_step', { step }),
    ...(others.every((other) => other.done) ? establish(file, 'remedied') : []),
  ];
}

export const completeStep: ActionRule<'complete_step'> = {
  clause: 'HA-10, HA-16',
  stages: ['remedy'],
  by: notOwnerNorDoer,
  refuses: ({ file, data, by }) =>
    notOpen(file, data.step) ??
    (stepOf(file, data.step)?.reported && by.id !== ownerOf(file).id
      ? { code: 'step_reported', step: data.step }
      : null),
  // What somebody else has done the owner sees off himself (002 5.3.1.4).
  events: ({ file, data, by }) =>
    by.id === ownerOf(file).id || !file.rules.duties.see_off_step
      ? done(file, data, by)
      : [
          { type: 'step_reported', ...data, by: { id: by.id, role: by.roles[0] ?? 'department_member' } },
          ...meeting(file, 'remedy_step', { step: data.step }),
          ...owes(file, 'see_off_step', { stage: 'remedy', step: data.step }),
        ],
};

export const seeOffStep: ActionRule<'see_off_step'> = {
  clause: 'HA-16',
  stages: ['remedy'],
  by: 'owner',
  refuses: ({ file, data }) =>
    notOpen(file, data.step) ??
    (stepOf(file, data.step)?.reported ? null : { code: 'step_not_reported', step: data.step }),
  events: ({ file, data, by }) => done(file, data, by),
};

export const delayStep: ActionRule<'delay_step'> = {
  clause: 'HA-10',
  stages: ['remedy'],
  by: 'owner',
  refuses: ({ file, data }) => notOpen(file, data.step),
  events: ({ file, data: { step, workingDays, ref } }) => [
    { type: 'step_delayed', step, workingDays, ref },
    ...voiding(file, (duty) => (duty.kind === 'remedy_step' || duty.kind === 'see_off_step') && duty.step === step),
    ...owes(file, 'remedy_step', {
      stage: 'remedy',
      step,
      person: stepOf(file, step)?.person,
      within: { clock: 'days', working: workingDays },
    }),
    ...(openDuties(file).some(({ kind }) => kind === 'tell_delay')
      ? []
      : owes(file, 'tell_delay', { stage: 'remedy' })),
  ],
};

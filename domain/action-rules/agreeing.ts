import { openDuties } from '../clock';
import type { ComplaintFile, Event, Proposal } from '../complaint-file';
import { mayNot, roleFor } from '../people';
import type { Refusal } from '../refusals';
import { establish, meeting, owes, voiding } from '../stages';
import { contacted, wrongTime } from './handling';
import type { ActionRule, Case } from './rule';

const awaitsDecision = (file: ComplaintFile): boolean =>
  openDuties(file).some(({ kind }) => kind === 'proposal_decision');

export const propose: ActionRule<'propose'> = {
  clause: 'HA-6, HA-7',
  stages: ['proposal'],
  by: 'owner',
  refuses: ({ file }) => {
    if (awaitsDecision(file)) return { code: 'decision_awaited', duty: 'proposal_decision' };
    const { proposal } = file;
    return proposal?.told && !proposal.answer ? { code: 'proposal_awaits_answer', proposal: proposal.no } : null;
  },
  events: ({ file, data }) => {
    const steps = data.steps.map((step, index) => ({ no: index + 1, ...step }));
    return [
      { type: 'proposed', ...data, no: file.proposals + 1, steps },
      ...voiding(file, ({ kind }) => kind === 'tell_proposal'),
      ...owes(file, 'tell_proposal', { stage: 'proposal' }),
    ];
  },
};

/** The proposal that an action speaks of must be the one on the table. */
function notOnTable(proposal: Proposal | null, no: number): Refusal | null {
  if (proposal?.no !== no) return { code: 'no_such_proposal', proposal: no, current: proposal?.no ?? null };
  return proposal.answer ? { code: 'proposal_answered' } : null;
}

export const tellProposal: ActionRule<'tell_proposal'> = {
  clause: 'HA-7',
  stages: ['proposal'],
  by: 'owner',
  refuses: ({ file, data }) => {
    const amiss = notOnTable(file.proposal, data.proposal);
    if (amiss) return amiss;
    return file.requestType === 'complaint' && !data.apologised ? { code: 'apology_missing' } : null;
  },
  events: ({ file, data: { proposal, apologised, channel, ref }, at }) => [
    { type: 'proposal_told', no: proposal, apologised },
    ...meeting(file, 'tell_proposal'),
    ...contacted(
      file,
      { channel, ref, direction: 'outbound', reached: true, with: 'complainant', purpose: 'proposal' },
      at,
    ),
  ],
};

export const recordAnswer: ActionRule<'record_answer'> = {
  clause: 'HA-8, HA-10',
  stages: ['proposal'],
  by: 'owner',
  refuses: ({ file, data, at }) => {
    const amiss = notOnTable(file.proposal, data.proposal);
    if (amiss) return amiss;
    if (!file.proposal?.told) return { code: 'proposal_not_told' };
    return wrongTime(file, 'proof.occurredAt', data.proof.occurredAt, at);
  },
  events: ({ file, data: { proposal, answer, proof, ref } }) => [
    { type: 'proposal_answered', no: proposal, answer, proof, ref },
    ...(answer === 'accepted' ? establish(file, 'agreed') : afterRefusal(file)),
  ],
};

/** HA-8: a handler who cannot satisfy the customer reports upward and waits for the decision of the level above. */
function afterRefusal(file: ComplaintFile): Event[] {
  return file.refusals + 1 > file.rules.refusals ? owes(file, 'proposal_decision', { stage: 'proposal' }) : [];
}

export const decideProposal: ActionRule<'decide_proposal'> = {
  clause: 'HA-8',
  stages: ['proposal'],
  by: 'superior',
  refuses: ({ file }) => (awaitsDecision(file) ? null : { code: 'no_decision_awaited' }),
  events: ({ file, data: { decision, ref }, by }) => {
    const decider = { id: by.id, role: roleFor(file, 'superior', by) ?? 'supervisor' };
    return [
      { type: 'proposal_decided', decision, by: decider, ref },
      ...meeting(file, 'proposal_decision'),
      ...(decision === 'take_over' ? [{ type: 'owner_changed', owner: decider } as const] : []),
    ];
  },
};

/** HA-16: the owner sees off every step; whoever is to do it may also say that it is done. */
function notOwnerNorDoer({ file, data, by }: Case<'complete_step'>): Refusal | null {
  const doer = file.proposal?.steps.find(({ no }) => no === data.step)?.person;
  return doer === by.id ? null : mayNot(file, 'owner', by);
}

function notOpen(file: ComplaintFile, no: number): Refusal | null {
  const steps = file.proposal?.steps ?? [];
  const step = steps.find((candidate) => candidate.no === no);
  if (!step) return { code: 'no_such_step', step: no, steps: steps.map((known) => known.no) };
  return step.done ? { code: 'step_done', step: no } : null;
}

export const completeStep: ActionRule<'complete_step'> = {
  clause: 'HA-10, HA-16',
  stages: ['remedy'],
  by: notOwnerNorDoer,
  refuses: ({ file, data }) => notOpen(file, data.step),
  events: ({ file, data, by }) => {
    const others = file.proposal?.steps.filter(({ no }) => no !== data.step) ?? [];
    // Whoever does a step has a hand in the case, and does not review it (CO-5).
    const doer = { id: by.id, role: by.roles[0] ?? 'department_member' };
    return [
      { type: 'step_completed', ...data, by: doer },
      ...meeting(file, 'remedy_step', data.step),
      ...(others.every(({ done }) => done) ? establish(file, 'remedied') : []),
    ];
  },
};

export const delayStep: ActionRule<'delay_step'> = {
  clause: 'HA-10',
  stages: ['remedy'],
  by: 'owner',
  refuses: ({ file, data }) => notOpen(file, data.step),
  events: ({ file, data: { step, workingDays, ref } }) => [
    { type: 'step_delayed', step, workingDays, ref },
    ...voiding(file, (duty) => duty.kind === 'remedy_step' && duty.step === step),
    ...owes(file, 'remedy_step', {
      stage: 'remedy',
      step,
      person: file.proposal?.steps.find(({ no }) => no === step)?.person,
      within: { clock: 'days', working: workingDays },
    }),
    ...(openDuties(file).some(({ kind }) => kind === 'tell_delay')
      ? []
      : owes(file, 'tell_delay', { stage: 'remedy' })),
  ],
};

import type { Draft, ProposedStep } from '../actions';
import { openDuties } from '../clock';
import { beyondStandard } from '../compensation';
import type { ComplaintFile, Handled, Proposal } from '../complaint-file';
import { establish, meeting, newOwner, owes, voiding } from '../duties';
import type { Owing } from '../duties';
import type { Event } from '../events';
import { handOf, mayNot, OWNER, ownerOf } from '../people';
import type { Party } from '../policy';
import { answerGiven } from '../promises';
import type { Refusal } from '../refusals';
import { applies } from '../stages';
import { TELLING_POINTS } from '../words';
import type { DutyKind } from '../words';
import { before, withDuty } from './rule';
import type { ActionRule } from './rule';
import { contacted, said, wrongTime } from './talking';

const isOwed = (file: ComplaintFile, kind: DutyKind): boolean => openDuties(file).some((duty) => duty.kind === kind);

/** What has to be decided above before the owner goes on. */
function undecided(file: ComplaintFile): Refusal | null {
  for (const duty of ['proposal_decision', 'conclusion_decision'] as const) {
    if (isOwed(file, duty)) return { code: 'decision_awaited', duty };
  }
  return null;
}

/** Why somebody may not put this proposal on the table: another lies there, or it leaves the standard without a reason. */
function notProposable(file: ComplaintFile, draft: Draft, by: Handled): Refusal | null {
  const { proposal } = file;
  if (proposal?.told && !proposal.answer) return { code: 'proposal_awaits_answer', proposal: proposal.no };
  if (proposal?.awaits) return { code: 'approval_awaited' };
  if (file.rules.talkingPoints && !draft.points) return { code: 'points_missing' };
  return beyondStandard(file, draft, by.role) === 'outside' && !draft.reason ? { code: 'outside_standard' } : null;
}

/** Puts a proposal on the table, the owner's or somebody else's: to be told, or first to be allowed by the level above (HA-7, HA-15). */
function onTheTable(file: ComplaintFile, { steps, ...draft }: Draft, by?: Handled, decided = false): Event[] {
  const awaits = !decided && beyondStandard(file, draft, (by ?? ownerOf(file)).role) !== null;
  // What the level above offers beyond its own limit is for the level above that, not for itself.
  const approval: Owing = by ? { stage: 'proposal', of: 'above_proposer' } : { stage: 'proposal' };
  return [
    {
      type: 'proposed',
      ...draft,
      no: file.proposals + 1,
      steps: steps.map((step, index) => ({ no: index + 1, ...step })),
      ...(by ? { by } : {}),
      ...(awaits ? { awaits: 'approval' as const } : {}),
    },
    ...voiding(file, ({ kind }) => kind === 'tell_proposal'),
    ...(awaits ? owes(file, 'proposal_approval', approval) : owes(file, 'tell_proposal', { stage: 'proposal' })),
  ];
}

export const propose: ActionRule<'propose'> = {
  clause: 'HA-6, HA-7, HA-15, HA-19',
  stages: ['proposal'],
  by: 'owner',
  refuses: ({ file, data }) => undecided(file) ?? notProposable(file, data, ownerOf(file)),
  events: ({ file, data }) => onTheTable(file, data),
};

/** Whose approval it is: of the level above who drew it up (HA-15). */
const approver = ({ proposal }: ComplaintFile): Party => (proposal?.by ? 'above_proposer' : 'superior');

export const approveProposal: ActionRule<'approve_proposal'> = {
  clause: 'HA-6, HA-15',
  stages: ['proposal'],
  known: withDuty('proposal_approval'),
  by: ({ file, by }) => mayNot(file, approver(file), by),
  refuses: ({ file }) => (file.proposal?.awaits ? null : { code: 'no_approval_awaited' }),
  events: ({ file, data: { approved, ref }, by }) => [
    { type: 'proposal_approved', no: file.proposal?.no ?? 0, approved, by: handOf(file, approver(file), by), ref },
    ...meeting(file, 'proposal_approval'),
    ...(approved ? owes(file, 'tell_proposal', { stage: 'proposal' }) : []),
  ],
};

/** The proposal that an action speaks of must be the one on the table. */
function notOnTable(proposal: Proposal | null, no: number): Refusal | null {
  if (proposal?.no !== no) return { code: 'no_such_proposal', proposal: no, current: proposal?.no ?? null };
  if (proposal.awaits) return { code: 'approval_awaited' };
  if (proposal.denied) return { code: 'approval_denied' };
  return proposal.answer ? { code: 'proposal_answered' } : null;
}

export const tellProposal: ActionRule<'tell_proposal'> = {
  clause: 'HA-7',
  stages: ['proposal'],
  by: 'owner',
  refuses: ({ file, data }) => {
    const amiss = notOnTable(file.proposal, data.proposal);
    if (amiss) return amiss;
    const missing = TELLING_POINTS.filter((point) => !data.covers.includes(point));
    if (missing.length > 0) return { code: 'telling_incomplete', missing };
    return file.rules.apology && file.requestType === 'complaint' && !data.apologised
      ? { code: 'apology_missing' }
      : null;
  },
  events: ({ file, data: { proposal, apologised, covers, channel, ref }, at }) => [
    { type: 'proposal_told', no: proposal, apologised, covers },
    ...meeting(file, 'tell_proposal'),
    ...answerGiven(file, at),
    ...contacted(file, said(channel, 'proposal', ref), at),
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

/** Whose decision it is where the handler cannot go on: the policy says (003: a director). */
const decider = (file: ComplaintFile) => file.rules.duties.proposal_decision?.of ?? 'superior';

export const decideProposal: ActionRule<'decide_proposal'> = {
  clause: 'HA-8',
  stages: ['proposal'],
  known: withDuty('proposal_decision'),
  by: ({ file, by }) => mayNot(file, decider(file), by),
  refuses: ({ file, data: { decision, offer }, by }) => {
    if (!isOwed(file, 'proposal_decision')) return { code: 'no_decision_awaited' };
    if (decision !== 'offer') return null;
    return offer
      ? notProposable(file, offer, handOf(file, decider(file), by))
      : { code: 'reason_wanted', field: 'offer' };
  },
  events: ({ file, data: { decision, offer, ref }, by }) => {
    const hand = handOf(file, decider(file), by);
    return [
      { type: 'proposal_decided', decision, by: hand, ref },
      ...meeting(file, 'proposal_decision'),
      ...(decision === 'take_over' ? newOwner(file, { owner: hand }) : []),
      ...(decision === 'offer' && offer ? onTheTable(file, offer, hand) : []),
    ];
  },
};

/** What the one decision leaves to the owner of each complaint, or to somebody who may not touch this one (HA-18), is this owner's. */
const hisOwn = (file: ComplaintFile, step: ProposedStep): ProposedStep =>
  step.person === OWNER || file.respondents.includes(step.person) ? { ...step, person: ownerOf(file).id } : step;

/** The one decision on a mass complaint is offered to every member that has not agreed to something else already (CL-4). */
export const applyDecision: ActionRule<'apply_decision'> = {
  clause: 'CL-4',
  stages: before('remedy'),
  by: 'system',
  refuses: ({ file }) => {
    if (!file.facts.includes('contacted') && applies(file, 'first_contact')) {
      return { code: 'not_in_stage', stage: file.stage, allowed: ['verification', 'cause_analysis', 'proposal'] };
    }
    return undecided(file);
  },
  events: ({ file, data: { cluster: _cluster, by, ...draft } }) => [
    ...(['verified', 'analysed'] as const).flatMap((fact) => (file.facts.includes(fact) ? [] : establish(file, fact))),
    ...voiding(file, ({ kind }) => kind === 'proposal_approval'),
    ...onTheTable(file, { ...draft, steps: draft.steps.map((step) => hisOwn(file, step)) }, by, true),
  ],
};

export const askConclusion: ActionRule<'ask_conclusion'> = {
  clause: 'CO-11',
  stages: ['proposal'],
  known: withDuty('conclusion_decision'),
  by: 'owner',
  refuses: ({ file }) => {
    // Reasonable duty has been done when something was offered, told, and not agreed to.
    return undecided(file) ?? (file.proposal?.told ? null : { code: 'proposal_not_told' });
  },
  events: ({ file, data: { ref } }) => [
    { type: 'conclusion_asked', ref },
    ...owes(file, 'conclusion_decision', { stage: 'proposal' }),
  ],
};

export const decideConclusion: ActionRule<'decide_conclusion'> = {
  clause: 'CO-11',
  stages: ['proposal'],
  known: withDuty('conclusion_decision'),
  by: 'superior',
  refuses: ({ file }) =>
    isOwed(file, 'conclusion_decision') ? null : { code: 'nothing_to_decide', duty: 'conclusion_decision' },
  events: ({ file, data: { granted, ref }, by }) => [
    { type: 'conclusion_decided', granted, by: handOf(file, 'superior', by), ref },
    ...meeting(file, 'conclusion_decision'),
    ...(granted ? establish(file, 'concluded') : []),
  ],
};

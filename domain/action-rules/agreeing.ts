import type { Draft } from '../actions';
import { openDuties } from '../clock';
import { beyondStandard } from '../compensation';
import type { ComplaintFile, Handled, Proposal } from '../complaint-file';
import { askerOf, establish, handed, meeting, newOwner, owes, voiding } from '../duties';
import type { Owing } from '../duties';
import type { Event } from '../events';
import { handOf, mayNot, ownerOf } from '../people';
import { answerGiven } from '../promises';
import type { Refusal } from '../refusals';
import { stageEnds } from '../stages';
import { TELLING_POINTS } from '../words';
import type { DutyKind } from '../words';
import { withDuty } from './rule';
import type { ActionRule } from './rule';
import { contacted, said, wrongTime } from './talking';

const MINUTE = 60_000;

const isOwed = (file: ComplaintFile, kind: DutyKind): boolean => openDuties(file).some((duty) => duty.kind === kind);

/** What has to be decided above before the owner goes on. */
export function undecided(file: ComplaintFile): Refusal | null {
  for (const duty of ['proposal_decision', 'conclusion_decision'] as const) {
    if (isOwed(file, duty)) return { code: 'decision_awaited', duty };
  }
  return null;
}

/** The customer has been told of a proposal, and has not answered yet. */
export const unansweredProposal = ({ proposal }: ComplaintFile): Refusal | null =>
  proposal?.told && !proposal.answer ? { code: 'proposal_awaits_answer', proposal: proposal.no } : null;

/** HA-5, HA-17: whatever has made the analysis necessary, and the meeting that was called, come before another proposal. */
function causesUnknown(file: ComplaintFile): Refusal | null {
  if (isOwed(file, 'cross_meeting')) return { code: 'meeting_called' };
  return stageEnds(file, 'cause_analysis') ? null : { code: 'analysis_missing' };
}

/** Why somebody may not put this proposal on the table: another lies there, or it leaves the standard without a reason. */
function notProposable(file: ComplaintFile, draft: Draft, by: Handled): Refusal | null {
  const unanswered = unansweredProposal(file);
  if (unanswered) return unanswered;
  if (file.proposal?.awaits) return { code: 'approval_awaited' };
  const amiss = causesUnknown(file);
  if (amiss) return amiss;
  if (file.rules.talkingPoints && !draft.points) return { code: 'points_missing' };
  return beyondStandard(file, draft, by.role) === 'outside' && !draft.reason ? { code: 'outside_standard' } : null;
}

/** Puts a proposal on the table, the owner's or somebody else's: to be told, or first to be allowed by the level above (HA-7, HA-15). */
export function onTheTable(file: ComplaintFile, { steps, ...draft }: Draft, by?: Handled, decided = false): Event[] {
  const awaits = !decided && beyondStandard(file, draft, (by ?? ownerOf(file)).role) !== null;
  // Not for whoever drew it up, whoever answers for the complaint by then (HA-6, HA-15).
  const approval: Owing = { stage: 'proposal', of: 'above_proposer' };
  return [
    {
      type: 'proposed',
      ...draft,
      no: file.proposals + 1,
      steps: steps.map((step, index) => ({ no: index + 1, ...step })),
      ...(by ? { by } : {}),
      ...(awaits ? { awaits: 'approval' as const } : {}),
    },
    ...voiding(file, ({ kind }) => kind === 'tell_proposal' || kind === 'proposal_answer'),
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

/** HA-15: what waits for the level above may be taken back; another one can then be drawn up, if nobody is left to approve. */
export const withdrawProposal: ActionRule<'withdraw_proposal'> = {
  clause: 'HA-6, HA-15',
  stages: ['proposal'],
  by: 'owner',
  refuses: ({ file }) => (file.proposal?.awaits ? null : { code: 'no_approval_awaited' }),
  events: ({ file, data: { ref } }) => [
    { type: 'proposal_withdrawn', no: file.proposal?.no ?? 0, ref },
    ...voiding(file, ({ kind }) => kind === 'proposal_approval'),
  ],
};

/** HA-8: what the level above offered itself and may not offer leaves its decision open. */
const decidedAgain = (file: ComplaintFile): Event[] =>
  file.proposal?.fromAbove ? owes(file, 'proposal_decision', { stage: 'proposal', asker: handed(ownerOf(file)) }) : [];

export const approveProposal: ActionRule<'approve_proposal'> = {
  clause: 'HA-6, HA-15',
  stages: ['proposal'],
  known: withDuty('proposal_approval'),
  by: 'above_proposer',
  refuses: ({ file }) => (file.proposal?.awaits ? null : { code: 'no_approval_awaited' }),
  events: ({ file, data: { approved, ref }, by }) => [
    { type: 'proposal_approved', no: file.proposal?.no ?? 0, approved, by: handOf(file, 'above_proposer', by), ref },
    ...meeting(file, 'proposal_approval'),
    ...(approved ? owes(file, 'tell_proposal', { stage: 'proposal' }) : decidedAgain(file)),
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
    ...(isOwed(file, 'proposal_answer') ? [] : owes(file, 'proposal_answer', { stage: 'proposal' })),
    ...answerGiven(file, at),
    ...contacted(file, said(channel, 'proposal', ref), at),
  ],
};

/** Nobody answers what he has not heard: give or take a minute, as staff say it. */
const beforeTelling = ({ toldAt = 0 }: Proposal, occurredAt: number): Refusal | null =>
  occurredAt < toldAt - MINUTE ? { code: 'before_telling', field: 'proof.occurredAt' } : null;

export const recordAnswer: ActionRule<'record_answer'> = {
  clause: 'HA-8, HA-10',
  stages: ['proposal'],
  by: 'owner',
  refuses: ({ file, data, at }) => {
    const amiss = notOnTable(file.proposal, data.proposal);
    if (amiss) return amiss;
    if (!file.proposal?.told) return { code: 'proposal_not_told' };
    const { occurredAt } = data.proof;
    return wrongTime(file, 'proof.occurredAt', occurredAt, at) ?? beforeTelling(file.proposal, occurredAt);
  },
  events: ({ file, data: { proposal, answer, proof, ref } }) => [
    { type: 'proposal_answered', no: proposal, answer, proof, ref },
    ...meeting(file, 'proposal_answer'),
    ...(answer === 'accepted' ? establish(file, 'agreed') : afterRefusal(file)),
  ],
};

/** HA-8: a handler who cannot satisfy the customer reports upward and waits for the decision of the level above. */
function afterRefusal(file: ComplaintFile): Event[] {
  const asker = handed(ownerOf(file));
  const before = file.refusals.filter((handler) => handler === asker.id).length;
  return before + 1 > file.rules.refusals ? owes(file, 'proposal_decision', { stage: 'proposal', asker }) : [];
}

/** Whose decision it is where the handler cannot go on: the policy says (003: a director). */
const decider = (file: ComplaintFile) => file.rules.duties.proposal_decision?.of ?? 'superior';

export const decideProposal: ActionRule<'decide_proposal'> = {
  clause: 'HA-8',
  stages: ['proposal'],
  known: withDuty('proposal_decision'),
  by: ({ file, by }) => mayNot(file, decider(file), by, askerOf(file, 'proposal_decision')),
  refuses: ({ file, data: { decision, offer }, by }) => {
    if (!isOwed(file, 'proposal_decision')) return { code: 'no_decision_awaited' };
    if (decision !== 'offer') return null;
    return offer
      ? notProposable(file, offer, handOf(file, decider(file), by, askerOf(file, 'proposal_decision')))
      : { code: 'reason_wanted', field: 'offer' };
  },
  events: ({ file, data: { decision, offer, ref }, by }) => {
    const hand = handOf(file, decider(file), by, askerOf(file, 'proposal_decision'));
    return [
      { type: 'proposal_decided', decision, by: hand, ref },
      ...meeting(file, 'proposal_decision'),
      ...(decision === 'take_over' ? newOwner(file, { owner: hand }) : []),
      ...(decision === 'offer' && offer ? onTheTable(file, offer, hand) : []),
    ];
  },
};

/** A proposal that was told may still be agreed to: the customer has not refused it, nor been silent for long. */
const isAwaited = (file: ComplaintFile): boolean =>
  !file.proposal?.answer && openDuties(file).some(({ kind, missed }) => kind === 'proposal_answer' && !missed);

export const askConclusion: ActionRule<'ask_conclusion'> = {
  clause: 'CO-11',
  stages: ['proposal'],
  known: withDuty('conclusion_decision'),
  by: 'owner',
  refuses: ({ file }) => {
    // Reasonable duty has been done when something was offered, told, and not agreed to.
    const refused = undecided(file);
    if (refused) return refused;
    if (!file.proposal?.told) return { code: 'proposal_not_told' };
    return isAwaited(file) ? { code: 'proposal_awaits_answer', proposal: file.proposal.no } : null;
  },
  events: ({ file, data: { ref } }) => [
    { type: 'conclusion_asked', ref },
    ...owes(file, 'conclusion_decision', { stage: 'proposal', asker: handed(ownerOf(file)) }),
  ],
};

export const decideConclusion: ActionRule<'decide_conclusion'> = {
  clause: 'CO-11',
  stages: ['proposal'],
  known: withDuty('conclusion_decision'),
  by: ({ file, by }) => mayNot(file, 'superior', by, askerOf(file, 'conclusion_decision')),
  refuses: ({ file }) =>
    isOwed(file, 'conclusion_decision') ? null : { code: 'nothing_to_decide', duty: 'conclusion_decision' },
  events: ({ file, data: { granted, ref }, by }) => [
    {
      type: 'conclusion_decided',
      granted,
      by: handOf(file, 'superior', by, askerOf(file, 'conclusion_decision')),
      ref,
    },
    ...meeting(file, 'conclusion_decision'),
    ...(granted ? establish(file, 'concluded') : []),
  ],
};

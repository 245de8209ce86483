import type { ActionData, Draft } from '../../domain/actions';
import type { Actor } from '../../domain/people';
import { TELLING_POINTS } from '../../domain/words';
import type { ProposalKind, Role } from '../../domain/words';
import type { Case, Person } from './reference-case';
import { isPartOf } from './reference-course';
import { unheard } from './reference-inquiry';
import { owe, timeFor } from './reference-owing';
import {
  approvers,
  as,
  asHimself,
  directors,
  isApprover,
  isOneOf,
  isSuperior,
  LIMITS,
  owns,
  superiors,
} from './reference-people';
import { handTo } from './reference-place';
import { reached } from './reference-talk';
import { LOOKING_INTO, nobodyOnTheStaff, unbelievable } from './reference-telling';
import type { Tellings } from './reference-telling';

/** The procedure told a second time. This file: what is offered, agreed, and carried out (HA-6 to HA-8, HA-10, HA-15, CO-11). */
const yuan = (amount: number): number => amount * 100;

/** HA-15: what a harm is usually worth, of whatever nature. */
const STANDARD = { minor: yuan(50), moderate: yuan(300), serious: yuan(2_000) };

/** HA-6: how each nature is put right beside words, which are never out of place. */
const USUAL: Record<string, ProposalKind[]> = {
  product_quality: ['return', 'exchange', 'repair', 'compensation'],
  logistics: ['exchange', 'compensation'],
  after_sales: ['repair', 'exchange', 'compensation'],
  attitude: ['compensation'],
  price_dispute: ['fee_waiver', 'compensation'],
  system_fault: ['repair', 'compensation'],
  policy: ['fee_waiver', 'compensation'],
  transport: ['exchange', 'compensation'],
  quantity: ['exchange', 'return', 'compensation'],
  other: ['compensation'],
};
const WORDS: ProposalKind[] = ['explanation', 'apology', 'improvement_promise'];

/** HA-15: in 003 there is one standard for all. Nothing fits it before the complaint is classified. */
function outsideStandard(c: Case, { kinds, amountFen, severity }: Draft): boolean {
  if (!c.under('standard', 'case-analysis')) return false;
  const usual = [...WORDS, ...(c.nature === null ? [] : (USUAL[c.nature] ?? []))];
  const unusual = kinds.some((kind) => !usual.includes(kind));
  return unusual || (amountFen > 0 && (c.nature === null || severity === undefined || amountFen > STANDARD[severity]));
}

/** HA-6: what he had in earlier rounds counts as well. */
const beyondLimit = (c: Case, { amountFen }: Draft, role: Role): boolean =>
  c.under('standard', 'case-analysis') && amountFen > 0 && c.granted + amountFen > (LIMITS[role] ?? 0);

const needsApproval = (c: Case, draft: Draft, role: Role): boolean =>
  outsideStandard(c, draft) || beyondLimit(c, draft, role);

/** What waits for the level above: nothing new is offered before it has decided. */
const undecided = (c: Case): boolean => c.owes('proposal_decision') || c.owes('conclusion_decision');

/** HA-6, HA-19, HA-15: nothing else lies before the customer or above; the points are written down; outside the standard with a reason. */
function notReady(c: Case, draft: Draft): false | 'data' {
  const lies = c.proposal !== null && ((c.proposal.told !== null && !c.proposal.answered) || c.proposal.awaits);
  const pointless = c.under('standard', 'case-analysis') && !draft.points;
  // HA-5, HA-17: a meeting that was called, and the analysis of the causes, come first.
  const tooSoon = c.owes('cross_meeting') || (isPartOf(c, 'cause_analysis') && !c.analysed);
  return (lies || pointless || tooSoon || (outsideStandard(c, draft) && !draft.reason)) && 'data';
}

/** HA-5: 003 asks why of everything, the policy that has all of what many complain of. */
const asksWhy = (c: Case): boolean => c.under('standard', 'case-analysis');

/** CL-4: what would not do as a proposal does not do as the one decision; nor does a director grant more than he may. */
function unfit(c: Case, draft: ActionData['apply_decision']): boolean {
  const strict = c.under('standard', 'case-analysis');
  if (strict && (!draft.points || draft.amountFen > (LIMITS[draft.by.role] ?? 0))) return true;
  if (asksWhy(c) && !c.analysed && !draft.cause) return true;
  return c.nature !== null && outsideStandard(c, draft) && !draft.reason;
}

/** HA-7: it goes to the customer, or first to the level above. What a mass complaint was decided on is decided (CL-4). */
function offer(c: Case, draft: Draft, at: number, by: Person | null, decided = false): void {
  const awaits = !decided && needsApproval(c, draft, (by ?? c.owner).role);
  c.proposals += 1;
  const steps = draft.steps.map(({ person, workingDays: days }, i) => ({
    no: i + 1,
    person,
    days,
    reported: false,
    done: false,
  }));
  const proposed = { by: by ?? { ...c.owner }, fromAbove: by !== null, fen: draft.amountFen };
  c.proposal = { no: c.proposals, steps, awaits, denied: false, told: null, answered: false, ...proposed };
  if (by) c.hand(by);
  c.drop('tell_proposal', 'proposal_answer');
  owe(c, awaits ? 'proposal_approval' : 'tell_proposal', at, { until: 'proposal' });
}

/** The proposal that is spoken of lies on the table, allowed, and without an answer. */
const onTable = (c: Case, no: number): boolean =>
  c.proposal?.no === no && !c.proposal.awaits && !c.proposal.denied && !c.proposal.answered;

/** HA-8: the customer has the answer that he was promised; nothing is left to wait for, to extend or to say before it. */
function answerGiven(c: Case): void {
  c.drop('promised_answer', 'customer_reply', 'extension_decision', 'tell_extension', 'tell_acceptance');
  c.waiting = null;
}

/** HA-8: 000 asks the supervisor at the first refusal, 003 the director at the second, the others at the third. */
const refusalsBefore = (c: Case): number => (c.under('online-service') ? 0 : c.under('case-analysis') ? 1 : 2);
const deciders = (c: Case): Role[] => {
  const asker = c.asked.proposal_decision;
  return c.under('case-analysis') ? directors(c, asker) : superiors(c, asker);
};
/** Who cannot go on asks the level above, and does not decide himself, whoever answers for it by then (HA-8). */
function askAbove(c: Case, kind: 'proposal_decision' | 'conclusion_decision', at: number): void {
  c.asked[kind] = { ...c.owner };
  owe(c, kind, at, { until: 'proposal' });
}
const isDecider = (c: Case, by: Actor): boolean =>
  !owns(c, by) && by.id !== c.asked.proposal_decision?.id && isOneOf(c, by, deciders(c));

const stepOf = (c: Case, no: number) => c.proposal?.steps.find((step) => step.no === no);
const isUndone = (c: Case, no: number): boolean => stepOf(c, no)?.done === false;

function stepDone(c: Case, no: number, by: Person): void {
  stepOf(c, no)!.done = true;
  c.hand(by);
  c.done('remedy_step', { step: no });
  c.done('see_off_step', { step: no });
  c.remedied ||= c.proposal!.steps.every(({ done }) => done);
}

export const AGREEMENT: Tellings<
  | 'propose'
  | 'withdraw_proposal'
  | 'approve_proposal'
  | 'tell_proposal'
  | 'record_answer'
  | 'decide_proposal'
  | 'apply_decision'
  | 'ask_conclusion'
  | 'decide_conclusion'
  | 'complete_step'
  | 'see_off_step'
  | 'delay_step'
> = {
  propose: {
    where: ['proposal'],
    whose: owns,
    against: (c, draft) => [undecided(c) && 'data', notReady(c, draft)],
    does: (c, draft, at) => offer(c, draft, at, null),
  },
  // What waits for the level above may be taken back.
  withdraw_proposal: {
    where: ['proposal'],
    whose: owns,
    against: (c) => [!c.proposal?.awaits && 'data'],
    does: (c) => {
      c.proposal = null;
      c.done('proposal_approval');
    },
  },
  // HA-15: allowed by somebody above whoever drew it up.
  approve_proposal: {
    where: ['proposal'],
    whose: isApprover,
    against: (c) => [!c.proposal?.awaits && 'data'],
    does: (c, { approved }, at, by) => {
      c.hand(as(c, by, approvers(c)));
      Object.assign(c.proposal!, { awaits: false, denied: !approved });
      c.done('proposal_approval');
      if (approved) owe(c, 'tell_proposal', at, { until: 'proposal' });
      // HA-8: the level above has not decided yet, if it may not offer what it wanted to.
      else if (c.proposal!.fromAbove) askAbove(c, 'proposal_decision', at);
    },
  },
  // HA-7: all six points, and the apology where it is a complaint.
  tell_proposal: {
    where: ['proposal'],
    whose: owns,
    against: (c, { proposal, apologised, covers }) => [
      !onTable(c, proposal) && 'data',
      TELLING_POINTS.some((point) => !covers.includes(point)) && 'data',
      c.under('standard', 'service-desk') && c.requestType === 'complaint' && !apologised && 'data',
    ],
    does: (c, _data, at) => {
      c.proposal!.told = at;
      c.done('tell_proposal');
      if (!c.owes('proposal_answer')) owe(c, 'proposal_answer', at, { until: 'proposal' });
      answerGiven(c);
      reached(c, at);
    },
  },
  record_answer: {
    where: ['proposal'],
    whose: owns,
    against: (c, { proposal, proof }, at) => [
      !(onTable(c, proposal) && c.proposal!.told !== null) && 'data',
      // Nobody answers before he has heard.
      proof.occurredAt < (c.proposal?.told ?? 0) - 60_000 && 'data',
      unbelievable(c, proof.occurredAt, at),
    ],
    does: (c, { answer }, at) => {
      c.proposal!.answered = true;
      c.done('proposal_answer');
      if (answer === 'accepted') {
        c.agreed = true;
        c.granted += c.proposal!.fen;
        return;
      }
      c.refusals.push(c.owner.id);
      // What one handler was refused is not counted against the next.
      const his = c.refusals.filter((id) => id === c.owner.id).length;
      if (his > refusalsBefore(c) && timeFor(c, 'proposal_decision')) askAbove(c, 'proposal_decision', at);
    },
  },
  // HA-8: the level above instructs, offers something itself, or takes over; in 003 a director.
  decide_proposal: {
    where: ['proposal'],
    whose: isDecider,
    against: (c, { decision, offer: draft }) => [
      !c.owes('proposal_decision') && 'data',
      decision === 'offer' && (draft ? notReady(c, draft) : 'data'),
    ],
    does: (c, { decision, offer: draft }, at, by) => {
      const person = as(c, by, deciders(c));
      c.refusals = [];
      c.hand(person);
      c.done('proposal_decision');
      if (decision === 'take_over') handTo(c, person);
      if (decision === 'offer') offer(c, draft!, at, person);
    },
  },
  // CL-4: the one decision on a mass complaint, offered to everybody who has been spoken to and has not agreed already.
  apply_decision: {
    where: LOOKING_INTO,
    whose: nobodyOnTheStaff('system'),
    against: (c, draft) => [
      !c.contacted && isPartOf(c, 'first_contact') && 'step',
      undecided(c) && 'data',
      // What he was told of he answers first.
      c.proposal !== null && c.proposal.told !== null && !c.proposal.answered && 'data',
      // Nor in the place of what each complaint has to have of its own: both sides heard, and the meeting held that was called.
      !c.verified && unheard(c) && 'data',
      c.owes('cross_meeting') && 'data',
      unfit(c, draft) && 'data',
    ],
    does: (c, draft, at) => {
      c.verified = true;
      c.analysed ||= asksWhy(c);
      c.drop('proposal_approval');
      // What it leaves to each owner, or to somebody who may not touch this one, is this owner's (HA-18).
      const owners = (person: string): boolean => person === 'owner' || c.isRespondent(person);
      const steps = draft.steps.map((step) => (owners(step.person) ? { ...step, person: c.owner.id } : step));
      offer(c, { ...draft, steps }, at, draft.by, true);
    },
  },
  // CO-11: reasonable duty has been done when something was offered and told; the level above decides.
  ask_conclusion: {
    where: ['proposal'],
    whose: owns,
    // Nor while he may still agree: he has refused, or been silent for longer than he is waited for.
    against: (c) => [
      (undecided(c) || (c.proposal?.told ?? null) === null) && 'data',
      !c.proposal?.answered && c.owed.some(({ kind, missed }) => kind === 'proposal_answer' && !missed) && 'data',
    ],
    does: (c, _data, at) => askAbove(c, 'conclusion_decision', at),
  },
  decide_conclusion: {
    where: ['proposal'],
    whose: (c, by) => isSuperior(c, by, c.asked.conclusion_decision),
    against: (c) => [!c.owes('conclusion_decision') && 'data'],
    does: (c, { granted }, _at, by) => {
      c.hand(as(c, by, superiors(c, c.asked.conclusion_decision)));
      c.done('conclusion_decision');
      c.concluded ||= granted;
    },
  },
  // HA-16: what somebody else has done, the owner sees off himself.
  complete_step: {
    where: ['remedy'],
    whose: (c, by, { step }) => owns(c, by) || stepOf(c, step)?.person === by.id,
    against: (c, { step }, _at, by) => [
      !isUndone(c, step) && 'data',
      stepOf(c, step)?.reported && !owns(c, by) && 'data',
    ],
    does: (c, { step }, at, by) => {
      if (owns(c, by)) return stepDone(c, step, asHimself(by));
      stepOf(c, step)!.reported = true;
      c.hand(asHimself(by));
      c.done('remedy_step', { step });
      owe(c, 'see_off_step', at, { step, until: 'remedy' });
    },
  },
  see_off_step: {
    where: ['remedy'],
    whose: owns,
    against: (c, { step }) => [!(isUndone(c, step) && stepOf(c, step)!.reported) && 'data'],
    does: (c, { step }, _at, by) => stepDone(c, step, asHimself(by)),
  },
  // HA-10: delays are told to the customer.
  delay_step: {
    where: ['remedy'],
    whose: owns,
    against: (c, { step }) => [!isUndone(c, step) && 'data'],
    does: (c, { step, workingDays }, at) => {
      Object.assign(stepOf(c, step)!, { days: workingDays, reported: false });
      c.done('remedy_step', { step });
      c.done('see_off_step', { step });
      owe(c, 'remedy_step', at, { step, until: 'remedy', own: { workingDays } });
      if (!c.owes('tell_delay')) owe(c, 'tell_delay', at, { until: 'remedy' });
    },
  },
};

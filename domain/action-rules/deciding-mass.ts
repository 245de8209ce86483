import type { MassDecision, ProposedStep } from '../actions';
import { beyondStandard } from '../compensation';
import type { ComplaintFile } from '../complaint-file';
import { establish, voiding } from '../duties';
import type { Event } from '../events';
import { OWNER, ownerOf } from '../people';
import type { Refusal } from '../refusals';
import { applies } from '../stages';
import { onTheTable, unansweredProposal, undecided } from './agreeing';
import { meetingAhead, unheard, unsoundCause } from './inquiring';
import { BEFORE_REMEDY } from './rule';
import type { ActionRule } from './rule';

/** What the one decision leaves to the owner of each complaint, or to somebody who may not touch this one (HA-18), is this owner's. */
const hisOwn = (file: ComplaintFile, step: ProposedStep): ProposedStep =>
  step.person === OWNER || file.respondents.includes(step.person) ? { ...step, person: ownerOf(file).id } : step;

/** Whether the policy still wants to know why it happened, now that the complaint is one of many (HA-5). */
const wantsCause = (file: ComplaintFile): boolean =>
  !file.facts.includes('analysed') && applies({ ...file, marks: [...file.marks, 'mass'] }, 'cause_analysis');

/** Why a decision cannot stand for a member, as a proposal of its own could not: its policy asks for more, or the director may not grant so much (HA-6, HA-15, HA-19). */
export function unfit(file: ComplaintFile, decision: MassDecision): Refusal | null {
  const { points, cause, amountFen, reason, by } = decision;
  const { talkingPoints, compensation } = file.rules;
  if (talkingPoints && !points) return { code: 'points_missing' };
  if (wantsCause(file) && !cause) return { code: 'cause_missing' };
  const unsound = cause && unsoundCause(cause);
  if (unsound) return unsound;
  const limitFen = compensation?.limits[by.role] ?? 0;
  if (compensation && amountFen > limitFen) return { code: 'beyond_limit', limitFen };
  // Before it is classified there is nothing to compare it with.
  const outside = file.nature !== null && beyondStandard(file, decision, by.role) === 'outside';
  return outside && !reason ? { code: 'outside_standard' } : null;
}

/** What was found out for all stands in the record of each that has not got so far by itself (HA-14, HA-5). */
function foundOut(file: ComplaintFile, { cluster, findings, cause }: MassDecision): Event[] {
  return [
    ...(file.facts.includes('verified')
      ? []
      : [{ type: 'verified', ...findings, concluded: true, cluster } as const, ...establish(file, 'verified')]),
    ...(cause && wantsCause(file)
      ? [{ type: 'cause_analysed', ...cause, cluster } as const, ...establish(file, 'analysed')]
      : []),
  ];
}

/** The one decision on a mass complaint is offered to every member that has not agreed to something else already (CL-4). */
export const applyDecision: ActionRule<'apply_decision'> = {
  clause: 'CL-4',
  stages: BEFORE_REMEDY,
  by: 'system',
  refuses: ({ file, data }) => {
    if (!file.facts.includes('contacted') && applies(file, 'first_contact')) {
      return { code: 'not_in_stage', stage: file.stage, allowed: ['verification', 'cause_analysis', 'proposal'] };
    }
    // HA-17, HA-18: what each complaint has to have of its own is not skipped for all of them.
    const unready = (file.facts.includes('verified') ? null : unheard(file)) ?? meetingAhead(file);
    return undecided(file) ?? unansweredProposal(file) ?? unready ?? unfit(file, data);
  },
  events: ({ file, data }) => {
    const { cluster: _cluster, by, findings: _findings, cause: _cause, ...draft } = data;
    return [
      ...foundOut(file, data),
      ...voiding(file, ({ kind }) => kind === 'proposal_approval'),
      ...onTheTable(file, { ...draft, steps: draft.steps.map((step) => hisOwn(file, step)) }, by, true),
    ];
  },
};

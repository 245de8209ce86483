import type { ComplaintFile, RemedyStep } from '../complaint-file';
import { ownerOf } from '../people';
import { longer } from '../promises';
import { nothingElse, numbered, putHand } from './parts';
import type { Changes } from './parts';

const stepOf = (file: ComplaintFile, no: number): RemedyStep => numbered(file, file.proposal?.steps ?? [], no);

/** What is offered, promised, agreed and done. */
export const REMEDY: Changes<
  | 'proposed'
  | 'proposal_approved'
  | 'proposal_withdrawn'
  | 'proposal_told'
  | 'proposal_answered'
  | 'proposal_decided'
  | 'waiting_started'
  | 'waiting_ended'
  | 'extension_asked'
  | 'extension_decided'
  | 'conclusion_asked'
  | 'conclusion_decided'
  | 'step_reported'
  | 'step_completed'
  | 'step_delayed'
> = {
  proposed: (file, { no, steps, awaits, by, amountFen }) => {
    file.proposals = no;
    // A copy: what is done with a step later is no part of what was proposed.
    file.proposal = {
      no,
      amountFen,
      steps: steps.map((step) => ({ ...step })),
      ...(awaits ? { awaits } : {}),
      by: by ?? { id: ownerOf(file).id, role: ownerOf(file).role },
      ...(by ? { fromAbove: true } : {}),
    };
    if (by) putHand(file, by);
  },
  proposal_approved: (file, { approved, by }) => {
    if (file.proposal) {
      delete file.proposal.awaits;
      if (!approved) file.proposal.denied = true;
    }
    putHand(file, by);
  },
  proposal_withdrawn: (file) => {
    file.proposal = null;
  },
  proposal_told: (file, _event, at) => {
    if (file.proposal) Object.assign(file.proposal, { told: true, toldAt: at });
  },
  proposal_answered: (file, { answer }) => {
    if (file.proposal) file.proposal.answer = answer;
    if (answer === 'refused') file.refusals.push(ownerOf(file).id);
    else file.granted += file.proposal?.amountFen ?? 0;
  },
  proposal_decided: (file, { by }) => {
    file.refusals = [];
    putHand(file, by);
  },
  waiting_started: (file, event, at) => {
    const { type: _type, ref: _ref, ...promise } = event;
    file.waiting = { since: at, ...promise };
  },
  waiting_ended: (file, _event, at) => {
    file.waited = (file.waited ?? 0) + (file.waiting ? at - file.waiting.since : 0);
    file.waiting = null;
  },
  extension_asked: (file, { hours }) => {
    file.extension = hours;
  },
  extension_decided: (file, { granted, hours, by }) => {
    file.extension = null;
    if (granted && file.waiting) Object.assign(file.waiting, longer(file.waiting, hours));
    putHand(file, by);
  },
  conclusion_asked: nothingElse,
  conclusion_decided: (file, { by }) => putHand(file, by),
  step_reported: (file, { step, by }) => {
    stepOf(file, step).reported = true;
    putHand(file, by);
  },
  step_completed: (file, { step, by }) => {
    stepOf(file, step).done = true;
    putHand(file, by);
  },
  step_delayed: (file, { step, workingDays }) => {
    const delayed = stepOf(file, step);
    delayed.workingDays = workingDays;
    // What was reported is not done after all: its doer reports it again.
    delete delayed.reported;
  },
};

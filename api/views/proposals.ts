import type { z } from 'zod';
import type { ReadTurn } from '../../db/queries/reading';
import type { Event } from '../../domain/events';
import type { proposalSchema } from '../schemas/proposal';

/** The events that a proposal is read from. */
export const OF_PROPOSALS = [
  'round_opened',
  'proposed',
  'proposal_approved',
  'proposal_withdrawn',
  'proposal_told',
  'proposal_answered',
  'step_reported',
  'step_completed',
  'step_delayed',
  'work_handed_on',
] as const satisfies Event['type'][];

type Shown = z.output<typeof proposalSchema>;
type Texts = Map<string, string>;

/** Every proposal that was ever made, of all rounds, in order. */
export function proposalsView(turns: ReadTurn[], texts: Texts): Shown[] {
  const shown: Shown[] = [];
  let round = 1;
  for (const turn of turns) {
    for (const event of turn.events) {
      const last = shown.at(-1);
      if (event.type === 'round_opened') round += 1;
      else if (event.type === 'proposed') shown.push(drawnUp(event, round, turn, texts));
      else if (last) become(last, event);
    }
  }
  return shown;
}

function drawnUp(event: Extract<Event, { type: 'proposed' }>, round: number, turn: ReadTurn, texts: Texts): Shown {
  const { no, kinds, amountFen, basis, severity = null, ref, reason, points, awaits, steps } = event;
  const said = (id: string | undefined): string | null => (id && texts.get(id)) ?? null;
  return {
    no,
    round,
    by: event.by?.id ?? turn.by,
    at: turn.at.toISOString(),
    kinds,
    amountFen,
    basis,
    severity,
    text: said(ref),
    reason: said(reason),
    points: points
      ? { solution: said(points.solution), standard: said(points.standard), promise: said(points.promise) }
      : null,
    approval: awaits ? 'awaited' : null,
    told: false,
    answer: null,
    steps: steps.map((step) => ({
      no: step.no,
      what: said(step.ref),
      person: step.person,
      workingDays: step.workingDays,
      reported: false,
      done: false,
    })),
  };
}

/** What happens to the proposal on the table, and to the steps of the one agreed upon. */
function become(proposal: Shown, event: Event): void {
  switch (event.type) {
    case 'proposal_approved':
      proposal.approval = event.approved ? 'given' : 'denied';
      return;
    case 'proposal_withdrawn':
      proposal.approval = 'withdrawn';
      return;
    case 'proposal_told':
      proposal.told = true;
      return;
    case 'proposal_answered':
      proposal.answer = event.answer;
      return;
    case 'step_reported':
      return step(proposal, event.step, { reported: true });
    case 'step_completed':
      return step(proposal, event.step, { done: true });
    case 'step_delayed':
      return step(proposal, event.step, { workingDays: event.workingDays });
    case 'work_handed_on':
      for (const own of proposal.steps) if (own.person === event.from && !own.done) own.person = event.to;
      return;
    default:
  }
}

function step(proposal: Shown, no: number, changes: Partial<Shown['steps'][number]>): void {
  const found = proposal.steps.find((one) => one.no === no);
  if (found) Object.assign(found, changes);
}

import type { ActionData, ActionName } from '../../domain/actions';
import type { ComplaintFile } from '../../domain/complaint-file';
import { decide } from '../../domain/decide';
import type { Actor } from '../../domain/people';
import { anAction, STAFF } from './files';

export const STAFF_AT_HAND: Actor[] = Object.values(STAFF);

/** Something that a helpful crew does next. */
export type CrewStep = { by: Actor; name: ActionName; data: Partial<ActionData[ActionName]> };

/** What brings a complaint on from where it stands, done by the first of the crew who may. */
export function nextStep(file: ComplaintFile, now: number, crew: Actor[]): CrewStep {
  const [name, data] = whatIsNext(file);
  const by = crew.find((somebody) => 'events' in decide(file, name, anAction(name, somebody, now, data), now));
  if (!by) throw new Error(`Nobody can '${name}' at ${file.stage}: ${JSON.stringify({ ...file, rules: undefined })}`);
  return { by, name, data };
}

function whatIsNext(file: ComplaintFile): [ActionName, CrewStep['data']] {
  switch (file.stage) {
    case 'first_contact':
      return [file.facts.includes('contacted') ? 'fill_form' : 'record_contact', {}];
    case 'classification':
      return ['classify', {}];
    case 'hand_over':
      return ['take_over', {}];
    case 'verification':
      return ['record_verification', {}];
    case 'proposal':
      return towardsAgreement(file);
    case 'remedy':
      return ['complete_step', { step: file.proposal?.steps.find(({ done }) => !done)?.no ?? 1 }];
    case 'callback':
      return ['record_callback', {}];
    case 'meeting':
      return ['decide_finally', {}];
    case 'review':
      return ['approve', {}];
    case 'archive':
      return [file.repeatedBack || file.outcome === 'withdrawn' ? 'archive' : 'fill_form', {}];
    case null:
      throw new Error('Between two stages nobody is waited for.');
  }
}

function towardsAgreement({ proposal, duties }: ComplaintFile): [ActionName, CrewStep['data']] {
  if (duties.some(({ kind }) => kind === 'proposal_decision')) return ['decide_proposal', {}];
  if (!proposal || proposal.answer) return ['propose', {}];
  return [proposal.told ? 'record_answer' : 'tell_proposal', { proposal: proposal.no }];
}

import type { ActionData, ActionName } from '../../domain/actions';
import type { ComplaintFile } from '../../domain/complaint-file';
import { decide } from '../../domain/decide';
import { groundsLike } from '../../domain/likely';
import type { Actor } from '../../domain/people';
import { TELLING_POINTS } from '../../domain/words';
import type { Fact } from '../../domain/words';
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

type Next = [ActionName, CrewStep['data']];

/** The action that puts each fact on file. */
const ACTION_FOR: Partial<Record<Fact, (file: ComplaintFile) => Next>> = {
  contacted: () => ['record_contact', {}],
  form_filled: ({ reachable }) => ['fill_form', { repeatedBack: reachable }],
  acceptance_told: () => ['tell_acceptance', {}],
  classified: (file) => ['classify', { grounds: groundsLike(file) }],
  taken_over: () => ['take_over', {}],
  verified: towardsFacts,
  analysed: (file) =>
    file.duties.some(({ kind }) => kind === 'cross_meeting') ? ['record_cross_meeting', {}] : ['analyse_cause', {}],
  agreed: towardsAgreement,
  result_told: (file) => ['tell_result', { channel: file.channel ?? 'phone' }],
  remedied: (file) => {
    const step = file.proposal?.steps.find(({ done }) => !done)?.no ?? 1;
    return ['complete_step', { step }];
  },
  satisfied: () => ['record_callback', {}],
  decided_finally: () => ['decide_finally', {}],
  approved: () => ['approve', {}],
};

function whatIsNext(file: ComplaintFile): Next {
  if (file.stage === null) throw new Error('Between two stages nobody is waited for.');
  if (file.stage === 'archive') {
    const bare = file.outcome === 'withdrawn' || file.outcome === 'referred' || !file.reachable;
    return [file.repeatedBack || bare || !file.rules.repeatBack ? 'archive' : 'fill_form', {}];
  }
  const ways = file.rules.stages[file.stage]?.ends ?? [];
  const way = ways.find((facts) => file.reachable || facts.includes('nobody_to_reach')) ?? ways[0] ?? [];
  const lacking = way.find((fact) => fact !== 'nobody_to_reach' && !file.facts.includes(fact));
  const next = lacking && ACTION_FOR[lacking];
  if (!next) throw new Error(`Nothing brings '${lacking}' at ${file.stage}.`);
  return next(file);
}

/** Both sides are heard first, where there is another one (HA-18). */
function towardsFacts(file: ComplaintFile): Next {
  const asked = file.accounts.find(({ state }) => state === 'asked');
  if (asked) return ['record_account', { account: asked.no, answered: true }];
  const other = file.respondents.length > 0 || ['staff', 'merchant', 'shop'].includes(file.subject ?? '');
  return file.rules.bothSides && other && file.accounts.length === 0
    ? ['ask_account', {}]
    : ['record_verification', {}];
}

function towardsAgreement({ proposal, duties }: ComplaintFile): Next {
  const owed = (wanted: string): boolean => duties.some(({ kind }) => kind === wanted);
  if (owed('proposal_decision')) return ['decide_proposal', {}];
  if (owed('conclusion_decision')) return ['decide_conclusion', { granted: false }];
  if (proposal?.awaits) return ['approve_proposal', {}];
  if (!proposal || proposal.answer || proposal.denied) return ['propose', {}];
  if (proposal.told) return ['record_answer', { proposal: proposal.no }];
  return ['tell_proposal', { proposal: proposal.no, covers: [...TELLING_POINTS] }];
}

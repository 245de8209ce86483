import { missingForFiling } from '../../domain/action-rules/closing';
import { openTasks } from '../../domain/action-rules/departments';
import { unheard, unheardPersons } from '../../domain/action-rules/inquiring';
import type { ActionData, ActionName } from '../../domain/actions';
import type { ComplaintFile } from '../../domain/complaint-file';
import { decide } from '../../domain/decide';
import { groundsLike } from '../../domain/likely';
import { isOwnersOwn } from '../../domain/people';
import type { Actor } from '../../domain/people';
import { TELLING_POINTS } from '../../domain/words';
import { stageEnds } from '../../domain/stages';
import type { Fact, ProposalKind } from '../../domain/words';
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
  approved: (file) => calledOff(file) ?? heardLate(file) ?? ['approve', {}],
};

function whatIsNext(file: ComplaintFile): Next {
  if (file.stage === null) throw new Error('Between two stages nobody is waited for.');
  // HA-18: an owner who is complained about himself brings nothing on.
  const barred = file.respondents.includes(file.owners.at(-1)?.id ?? '');
  if (barred && file.stage !== 'meeting' && file.stage !== 'review') return ['take_over', {}];
  if (file.stage === 'archive') {
    const missing = missingForFiling(file);
    if (missing.includes('cause_analysis')) return ['analyse_cause', {}];
    if (missing.includes('open_tasks')) return calledOff(file)!;
    if (missing.includes('other_side')) return heardLate(file)!;
    const bare = file.outcome === 'withdrawn' || file.outcome === 'referred' || !file.reachable;
    if (!bare && missingForFiling(file).includes('tell_result'))
      return ['tell_result', { channel: file.channel ?? 'phone' }];
    if (file.repeatedBack || bare || !file.rules.repeatBack) return ['archive', {}];
    const since = file.duties.find(({ kind }) => kind === 'archive')?.from ?? 0;
    return [(file.lastWordAt ?? 0) >= since ? 'fill_form' : 'record_contact', {}];
  }
  const ways = file.rules.stages[file.stage]?.ends ?? [];
  const givenUp = file.facts.includes('unreachable') && ways.find((facts) => facts.includes('unreachable'));
  const way = givenUp || (ways.find((facts) => file.reachable || facts.includes('nobody_to_reach')) ?? ways[0] ?? []);
  const lacking = way.find((fact) => fact !== 'nobody_to_reach' && !file.facts.includes(fact));
  const next = lacking && ACTION_FOR[lacking];
  if (!next) throw new Error(`Nothing brings '${lacking}' at ${file.stage}.`);
  return next(file);
}

/** Nothing is filed that a department still works on (HA-3). */
function calledOff(file: ComplaintFile): Next | undefined {
  const [task] = openTasks(file);
  return task === undefined ? undefined : ['cancel_task', { task }];
}

/** Who was named when the facts stood already is heard all the same, by an owner who is not the one (HA-18). */
function heardLate(file: ComplaintFile): Next | undefined {
  const [person] = unheardPersons(file);
  if (person === undefined) return undefined;
  if (isOwnersOwn(file)) return ['take_over', {}];
  const asked = file.accounts.find((account) => account.person === person);
  return asked
    ? ['record_account', { account: asked.no, answered: true }]
    : ['ask_account', { of: 'respondent', person }];
}

/** Both sides are heard first, where there is another one (HA-18). */
function towardsFacts(file: ComplaintFile): Next {
  const asked = file.accounts.find(({ state }) => state === 'asked');
  if (asked) return ['record_account', { account: asked.no, answered: true }];
  const lacking = unheard(file);
  if (lacking?.code !== 'other_side_unheard') return ['record_verification', {}];
  const [person] = lacking.respondents;
  return ['ask_account', person ? { of: 'respondent', person } : { of: lacking.side ?? 'merchant' }];
}

function towardsAgreement(file: ComplaintFile): Next {
  const { proposal, duties } = file;
  const owed = (wanted: string): boolean => duties.some(({ kind }) => kind === wanted);
  if (owed('proposal_decision')) return ['decide_proposal', {}];
  if (owed('conclusion_decision')) return ['decide_conclusion', { granted: false }];
  if (proposal?.awaits) return ['approve_proposal', {}];
  if (!proposal || proposal.answer || proposal.denied) return afterTheCauses(file);
  if (proposal.told) return ['record_answer', { proposal: proposal.no }];
  return ['tell_proposal', { proposal: proposal.no, covers: [...TELLING_POINTS] }];
}

/** Another proposal waits for the meeting that was called, and for the causes (HA-5, HA-17). */
function afterTheCauses(file: ComplaintFile): Next {
  if (file.duties.some(({ kind }) => kind === 'cross_meeting')) return ['record_cross_meeting', {}];
  return stageEnds(file, 'cause_analysis') ? ['propose', { kinds: usualKinds(file) }] : ['analyse_cause', {}];
}

/** Whatever puts such a harm right (HA-6). */
const usualKinds = (file: ComplaintFile): ProposalKind[] =>
  file.rules.compensation?.table.find(({ nature }) => nature === file.nature)?.kinds.slice(0, 2) ?? [
    'exchange',
    'apology',
  ];

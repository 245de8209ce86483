import type { ComplaintFile, DueInstants, Duty, Event, Handled, RemedyStep } from './complaint-file';
import { asksForAnotherHandler } from './people';
import type { Rules } from './policy';
import { FACTS_OF, STAGES } from './words';
import type { Stage } from './words';

/** An empty file, before its first event. */
export function blankFile(rules: Rules): ComplaintFile {
  return {
    number: '',
    seq: 0,
    rules,
    receivedAt: 0,
    lastAt: 0,
    stage: null,
    left: [],
    facts: [],
    round: 1,
    level: 1,
    priority: 'normal',
    nature: null,
    requestType: 'complaint',
    team: '',
    owners: [],
    handled: [],
    channel: null,
    respondents: [],
    duties: [],
    dutyCount: 0,
    contacts: 0,
    lastWordAt: null,
    repeatedBack: false,
    handOver: false,
    backTo: null,
    proposal: null,
    proposals: 0,
    refusals: 0,
    unsolved: 0,
    satisfaction: null,
    outcome: null,
    closed: false,
  };
}

type Happened<T extends Event['type']> = Extract<Event, { type: T }>;
const nothingElse = (): void => {};

/** What each event changes in the file, beyond standing in the record. */
const CHANGES: { [T in Event['type']]: (file: ComplaintFile, event: Happened<T>, at: number) => void } = {
  registered: register,
  entered: (file, { stage }) => {
    file.stage = stage;
    // HA-1: what somebody else noted while the round was handed over is not the new handler's contact and form.
    if (stage === 'first_contact') forget(file, [stage]);
  },
  left: (file, { stage }) => {
    file.left.push(stage);
  },
  owed: owe,
  met: (file, { duty }) => {
    dutyOf(file, duty).closed = 'met';
  },
  voided: (file, { duty }) => {
    dutyOf(file, duty).closed = 'void';
  },
  reminded: (file, { duty }, at) => {
    const reminded = dutyOf(file, duty);
    reminded.promptsAt = reminded.promptsAt?.filter((prompt) => prompt > at);
  },
  missed: (file, { duty }) => {
    dutyOf(file, duty).missed = true;
  },
  established: (file, { fact }) => {
    if (!file.facts.includes(fact)) file.facts.push(fact);
    if (fact === 'taken_over') file.handOver = false;
  },
  contacted: (file, { reached }, at) => {
    file.contacts += 1;
    if (reached) file.lastWordAt = at;
  },
  form_filled: (file, { repeatedBack }) => {
    file.repeatedBack = repeatedBack;
  },
  classified: (file, { nature, requestType, priority, level }) => {
    Object.assign(file, { nature, requestType, priority, level });
    file.handOver = asksForAnotherHandler(file);
  },
  owner_changed: (file, { owner }, at) => changeOwner(file, owner, at),
  verified: nothingElse,
  proposed: (file, { no, steps }) => {
    file.proposals = no;
    // A copy: what is done with a step later is no part of what was proposed.
    file.proposal = { no, steps: steps.map((step) => ({ ...step })) };
  },
  proposal_told: (file) => {
    if (file.proposal) file.proposal.told = true;
  },
  proposal_answered: (file, { answer }) => {
    if (file.proposal) file.proposal.answer = answer;
    if (answer === 'refused') file.refusals += 1;
  },
  proposal_decided: (file, { by }) => {
    file.refusals = 0;
    putHand(file, by);
  },
  step_completed: (file, { step, by }) => {
    stepOf(file, step).done = true;
    putHand(file, by);
  },
  step_delayed: (file, { step, workingDays }) => {
    stepOf(file, step).workingDays = workingDays;
  },
  callback_answered: (file, { satisfaction }) => {
    file.satisfaction = satisfaction;
  },
  round_opened: openRound,
  meeting_decided: (file, { by }) => putHand(file, by),
  approved: nothingElse,
  rejected: (file, { backTo }) => {
    file.backTo = backTo;
  },
  sent_back: (file, { to }) => goBack(file, to),
  withdrawn: (file) => {
    file.outcome = 'withdrawn';
  },
  closed: (file, { outcome }) => {
    file.outcome = outcome;
    file.closed = true;
  },
  // The commit gives its duties their new times; nothing else in the file depends on a calendar.
  calendar_changed: nothingElse,
  policy_adopted: (file, { rules }) => {
    file.rules = rules;
  },
  refused: nothingElse,
};

/** Puts one event on file. Changes the file in place: it is the workflow's state. `at` is the instant of the turn. */
export function evolve(file: ComplaintFile, event: Event, at: number): void {
  file.seq += 1;
  const change = CHANGES[event.type] as (file: ComplaintFile, event: Event, at: number) => void;
  change(file, event, at);
}

/**
 * After the commit: what it computed goes into the file, what it closed leaves it.
 * The file that the workflow holds and the file in Postgres are equal after this, never before.
 */
export function settle(file: ComplaintFile, due: Record<string, DueInstants>, at: number): void {
  file.duties = file.duties.filter(({ closed }) => !closed);
  for (const open of file.duties) Object.assign(open, due[open.id]);
  file.lastAt = at;
}

function register(file: ComplaintFile, event: Happened<'registered'>): void {
  file.number = event.number;
  file.receivedAt = event.receivedAt;
  file.team = event.team;
  file.requestType = event.requestType;
  file.channel = event.channel;
  file.respondents = event.respondents;
  changeOwner(file, event.owner, event.receivedAt);
}

function owe(file: ComplaintFile, event: Happened<'owed'>, at: number): void {
  const { type: _, ...owed } = event;
  file.dutyCount += 1;
  file.duties.push({ ...owed, id: `${event.kind}-${file.dutyCount}`, round: file.round, from: event.from ?? at });
}

function dutyOf(file: ComplaintFile, id: string): Duty {
  const found = file.duties.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`Complaint ${file.number} has no duty '${id}'.`);
  return found;
}

function stepOf(file: ComplaintFile, no: number): RemedyStep {
  const found = file.proposal?.steps.find((step) => step.no === no);
  if (!found) throw new Error(`Complaint ${file.number} has no remedy step ${no}.`);
  return found;
}

function changeOwner(file: ComplaintFile, owner: Handled, at: number): void {
  file.owners.push({ ...owner, since: at });
  putHand(file, owner);
}

function putHand(file: ComplaintFile, by: Handled): void {
  if (!file.handled.some(({ id }) => id === by.id)) file.handled.push(by);
}

/** CO-3: a new complaint form; the classification of the complaint stays, everything else is done again. */
function openRound(file: ComplaintFile, event: Happened<'round_opened'>): void {
  file.round += 1;
  file.unsolved = event.because === 'unsolved' && event.level === file.level ? file.unsolved + 1 : 0;
  file.level = event.level;
  file.facts = file.facts.filter((fact) => fact === 'classified');
  file.left = file.left.filter((stage) => stage === 'classification');
  file.stage = null;
  file.proposal = null;
  file.refusals = 0;
  file.repeatedBack = false;
  file.handOver = asksForAnotherHandler(file);
}

/** CO-5: sent back to a step; that step and all after it are gone through again. */
function goBack(file: ComplaintFile, to: Stage): void {
  const again = STAGES.slice(STAGES.indexOf(to));
  forget(file, again);
  file.left = file.left.filter((stage) => !again.includes(stage));
  file.stage = null;
  file.backTo = null;
}

function forget(file: ComplaintFile, stages: Stage[]): void {
  file.facts = file.facts.filter((fact) => !stages.some((stage) => FACTS_OF[stage].includes(fact)));
}

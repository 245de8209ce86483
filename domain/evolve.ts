import type { Owed } from './clock';
import type { ComplaintFile, DueInstants, Duty } from './complaint-file';
import type { Event } from './events';
import { INQUIRY } from './evolve/inquiry';
import { PLACE } from './evolve/place';
import { REMEDY } from './evolve/remedy';
import { addMarks, askForHandler, dutyOf, forget, nothingElse, putHand } from './evolve/parts';
import type { Changes } from './evolve/parts';
import { asksForAnotherHandler } from './people';
import { STAGES } from './words';
import type { Stage } from './words';

/** What each event changes in the file, beyond standing in the record. */
const CHANGES: Changes<Event['type']> = {
  ...PLACE,
  ...INQUIRY,
  ...REMEDY,
  entered: (file, { stage }) => {
    file.stage = stage;
    // HA-1: what somebody else noted while the round was handed over is not the new handler's contact and form.
    if (stage === 'first_contact') forget(file, [stage]);
    // CO-2: a word that was given is final until the customer is asked anew, in whatever round that is.
    if (stage === 'callback') file.answered = false;
  },
  left: (file, { stage }) => {
    file.left.push(stage);
  },
  owed: owe,
  not_owed: (file, { kind }) => {
    file.notOwed.push(kind);
  },
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
  told: (file, { rule, also = [] }) => {
    file.told.push(rule, ...also);
  },
  contacted: (file, { reached, occurredAt }, at) => {
    file.contacts += 1;
    if (reached) file.lastWordAt = Math.max(file.lastWordAt ?? 0, Math.min(occurredAt, at));
  },
  form_filled: (file, { repeatedBack }) => {
    file.repeatedBack = repeatedBack;
  },
  repeat_back_confirmed: (file) => {
    file.repeatedBack = true;
  },
  information_added: (file, { field }) => {
    if (!file.known.includes(field)) file.known.push(field);
  },
  acceptance_told: nothingElse,
  call_promised: nothingElse,
  contact_way_added: (file, { backTo = null }) => {
    file.reachable = true;
    file.notOwed = [];
    file.backTo = backTo;
  },
  evidence_asked: (file, { of }) => {
    if (of === 'customer') file.evidenceAsked = true;
  },
  evidence_added: nothingElse,
  progress_noted: nothingElse,
  overdue_explained: nothingElse,
  result_told: nothingElse,
  callback_answered: (file, { satisfaction = null }) => {
    file.satisfaction = satisfaction;
    file.answered = true;
    // CO-8: who answers after all can be reached.
    file.facts = file.facts.filter((fact) => fact !== 'unreachable' && fact !== 'nobody_to_tell');
  },
  callback_tried: (file, { channel, day }) => {
    file.tries.push({ channel, day });
  },
  callback_given_up: nothingElse,
  meeting_decided: (file, { by }) => {
    putHand(file, by);
    // CO-12: whatever was told before, this result is another one.
    file.facts = file.facts.filter((fact) => fact !== 'result_told');
  },
  approved: nothingElse,
  rejected: (file, { backTo }) => {
    file.backTo = backTo;
  },
  sent_back: (file, { to }) => goBack(file, to),
  round_opened: openRound,
  // Nobody is waited for any more.
  referred: (file) => void Object.assign(file, { outcome: 'referred', waiting: null, handOver: false }),
  withdrawn: (file) => void Object.assign(file, { outcome: 'withdrawn', waiting: null, handOver: false }),
  closed: (file, { outcome }) => {
    file.outcome = outcome;
    file.closed = true;
  },
  // The commit gives its duties their new times; nothing else in the file depends on a calendar.
  calendar_changed: nothingElse,
  policy_adopted: adoptRules,
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
export function settle(file: { duties: Owed[]; lastAt: number }, due: Record<string, DueInstants>, at: number): void {
  file.duties = file.duties.filter(({ closed }) => !closed);
  for (const open of file.duties) Object.assign(open, due[open.id]);
  file.lastAt = at;
}

function owe(file: ComplaintFile, event: Extract<Event, { type: 'owed' }>, at: number): void {
  const { type: _, ...owed } = event;
  file.dutyCount += 1;
  const duty: Duty = { ...owed, id: `${event.kind}-${file.dutyCount}`, round: file.round, from: event.from ?? at };
  file.duties.push(duty);
}

/** Who has been told by a rule that both editions have is not told once more; the others are counted by their new places. */
function adoptRules(file: ComplaintFile, { rules }: Extract<Event, { type: 'policy_adopted' }>): void {
  const followed = file.told.map((rule) => JSON.stringify(file.rules.tell[rule]));
  file.told = rules.tell.flatMap((rule, place) => (followed.includes(JSON.stringify(rule)) ? [place] : []));
  // An edition that asks for the same handler as before calls upon nobody.
  const asked = asksForAnotherHandler(file);
  file.rules = rules;
  if (!asked) askForHandler(file);
}

/** CO-3: a new complaint form; the classification of the complaint stays, everything else is done again. */
function openRound(file: ComplaintFile, event: Extract<Event, { type: 'round_opened' }>): void {
  file.round += 1;
  file.unsolved = event.because === 'unsolved' && event.level === file.level ? file.unsolved + 1 : 0;
  file.level = event.level;
  if (event.because === 'dissatisfied') addMarks(file, ['dissatisfied']);
  file.facts = file.facts.filter((fact) => fact === 'classified');
  file.left = file.left.filter((stage) => stage === 'classification');
  Object.assign(file, {
    stage: null,
    proposal: null,
    refusals: [],
    repeatedBack: false,
    waiting: null,
    extension: null,
  });
  delete file.waited;
  delete file.evidenceAsked;
  Object.assign(file, { tasks: [], lead: null, invited: [], tries: [], satisfaction: null });
  askForHandler(file);
}

/** Back to a step: that step and all after it are gone through again. */
function goBack(file: ComplaintFile, to: Stage): void {
  const again = STAGES.slice(STAGES.indexOf(to));
  forget(file, again);
  file.left = file.left.filter((stage) => !again.includes(stage));
  file.stage = null;
  file.backTo = null;
  if (again.includes('callback')) Object.assign(file, { satisfaction: null, tries: [] });
}

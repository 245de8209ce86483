import type { Level, Stage } from '../../domain/words';
import type { Case } from './reference-case';
import { belongsElsewhere, handlers, nobodyReviews } from './reference-people';
import { owe, recount } from './reference-owing';

/** The procedure told a second time. This file: how a complaint goes from step to step, back, and round again. */
const ORDER: Stage[] = [
  'first_contact',
  'classification',
  'hand_over',
  'verification',
  'cause_analysis',
  'proposal',
  'result',
  'remedy',
  'callback',
];
const AFTER: Stage[] = ['meeting', 'review', 'archive'];
const place = (stage: Stage): number => [...ORDER, ...AFTER].indexOf(stage);

/** Whether a step is part of this complaint as it stands. What a document does not know is no step of its policy. */
export function isPartOf(c: Case, stage: Stage): boolean {
  switch (stage) {
    case 'first_contact':
      return !c.under('marketplace') || c.round > 1;
    case 'classification':
      return !c.under('online-service');
    case 'cause_analysis':
      return c.under('case-analysis') || (c.under('standard') && deservesAnalysis(c));
    case 'proposal':
      return c.reachable;
    // 004: told by itself where nothing is agreed upon.
    case 'result':
      return c.under('marketplace') && c.reachable && c.concluded;
    case 'remedy':
      return c.reachable && !c.concluded;
    case 'callback':
      return c.reachable && (!c.under('marketplace') || matters(c) || c.concluded);
    case 'meeting':
    case 'review':
      return c.under('standard', 'retail-franchise');
    default:
      return true;
  }
}

/** HA-5 in the policy that has everything: level 2 and up, urgent, mass, repeat, dissatisfied. */
const deservesAnalysis = ({ level, priority, marks }: Case): boolean =>
  level > 1 || priority === 'urgent' || marks.has('mass') || marks.has('repeat') || marks.has('dissatisfied');

/** CO-1 in 004: called back are the urgent and the typical ones; and whoever did not agree (CO-11). */
const matters = ({ priority, level, marks }: Case): boolean =>
  priority === 'urgent' || level > 1 || marks.has('typical');

/** What a step waits for. */
function isDone(c: Case, stage: Stage): boolean {
  switch (stage) {
    case 'first_contact':
      return (c.contacted || !c.reachable) && (c.formFilled || !c.under('standard', 'retail-franchise'));
    case 'classification':
      return c.classified;
    case 'hand_over':
      return c.takenOver;
    // 000: what it is and whose fault follows from what was verified.
    case 'verification':
      return c.verified && (c.classified || !c.under('online-service'));
    case 'cause_analysis':
      return c.analysed;
    case 'proposal':
      return c.agreed || c.concluded;
    case 'result':
      return c.resultTold;
    // CO-12: 004 tells the result while it is carried out, the policy that has everything before the case is reviewed.
    case 'remedy':
      return c.remedied && (c.resultTold || !c.under('marketplace'));
    case 'callback':
      if (c.word === null || c.word === 'dissatisfied' || c.word === 'unsolved') return c.word !== null;
      return c.resultTold || !c.under('standard') || (c.word === 'unreachable' && c.untellable);
    case 'meeting':
      return c.decidedFinally;
    // CO-8: he turned up while it was reviewed, and is not content.
    case 'review':
      return c.reviewed || c.word === 'dissatisfied' || c.word === 'unsolved';
    case 'archive':
      return c.archived;
  }
}

/** Nothing more is promised to a customer who is content, has gone, cannot be found, or has had the last word of the company. */
export const rests = (c: Case): boolean =>
  c.outcome !== null || c.decidedFinally || c.word === 'satisfied' || c.word === 'unreachable';

/** How a complaint begins: with the first step that asks for something, its times from the receipt (IN-11). */
export function begin(c: Case): void {
  const from = c.birth.receivedAt;
  const first = ORDER.find((stage) => stage !== 'hand_over' && isPartOf(c, stage) && !isDone(c, stage))!;
  enter(c, first, from);
  // IN-10: on the telephone or at the desk he was answered there and then: that is a word that reached him.
  if (c.birth.answered) {
    c.contacted = true;
    c.drop('first_answer');
    c.lastWord = c.lastWordAt = from;
    owe(c, 'follow_up', from);
  }
  if (c.othersTurn) owe(c, 'take_over', c.firstAsked ? from : c.birth.registeredAt);
  // That it is urgent is known since it was registered.
  daily(c, c.birth.registeredAt);
}

/** What a step begins with. What is owed already is not owed twice. */
function enter(c: Case, stage: Stage, at: number): void {
  c.stage = stage;
  c.enteredAt = at;
  const owing = (...kinds: Parameters<typeof owe>[1][]): void => {
    for (const kind of kinds) if (!c.owes(kind)) owe(c, kind, at, { until: stage });
  };
  if (stage === 'first_contact') {
    // HA-1: what somebody else noted while a round was handed over is not the new handler's contact and form.
    c.contacted = c.formFilled = c.acceptanceTold = false;
    owing('first_answer', 'first_contact', 'contact_again', 'fill_form', 'tell_acceptance', 'promised_answer');
  }
  // IN-10: 004 begins with asking what it is.
  if (stage === 'classification' && c.under('marketplace') && !c.contacted) owing('first_answer');
  if (stage === 'hand_over') owing('take_over');
  if (stage === 'remedy') startRemedy(c, at);
  // What has been told already is not told again.
  if (!c.resultTold && (stage === 'result' || (stage === 'remedy' && c.under('marketplace')))) owing('tell_result');
  if (!c.resultTold && stage === 'callback' && c.under('standard')) owing('tell_result');
  if (stage === 'callback') {
    c.spoken = false;
    owing('callback');
  }
  if (stage === 'meeting') owing('meeting');
  if (stage === 'review') owing('review');
  if (stage === 'archive') owing('archive');
  // Nobody inquires any more: what the other side was asked for is not owed. What a department has to do still is.
  if (AFTER.includes(stage))
    c.owed = c.owed.filter(({ kind, account }) => kind !== 'cross_meeting' && account === undefined);
  if (stage === 'archive') c.drop('task_progress');
}

/** HA-10: from the moment of the agreement, each step within its own working days; no steps are soon done. */
function startRemedy(c: Case, at: number): void {
  const { steps } = c.proposal!;
  for (const { no, days } of steps)
    owe(c, 'remedy_step', at, { step: no, until: 'remedy', own: { workingDays: days } });
  if (steps.length === 0) c.remedied = true;
}

/** HA-11, 003: an entry every day while it is urgent and not at rest. */
function daily(c: Case, at: number): void {
  if (!rests(c) && !c.owes('progress_entry')) owe(c, 'progress_entry', at);
}

/** Whatever is ready to be left is left. */
export function moveOn(c: Case, at: number): void {
  while (c.stage !== 'closed') {
    const over = (c.outcome !== null && c.stage !== 'archive') || c.backTo !== null;
    if (c.stage && !over && isPartOf(c, c.stage) && !isDone(c, c.stage)) return;
    const left = c.stage;
    if (left) {
      c.gone.add(left);
      c.owed = c.owed.filter(({ until }) => until !== left);
    }
    if (left === 'archive' && c.backTo === null) close(c);
    else if (c.outcome !== null) enter(c, 'archive', at);
    else if (c.backTo !== null) goBack(c, c.backTo, at);
    else next(c, at);
  }
}

/** A round that somebody else is to have begins with his taking it over; otherwise step follows step (CO-3, HA-2). */
function next(c: Case, at: number): void {
  const comes = (stage: Stage): boolean =>
    !c.gone.has(stage) && (stage === 'hand_over' ? c.othersTurn : isPartOf(c, stage));
  if (c.stage === null && c.round > 1 && comes('hand_over')) return enter(c, 'hand_over', at);
  if (c.at('review') && !c.reviewed) {
    if (!again(c, at)) enter(c, 'meeting', at);
    return;
  }
  if (c.at('meeting', 'review')) return enter(c, 'archive', at);
  // A round that was taken over, or sent back, goes through whatever it has not gone through yet.
  const from = c.stage === null || (c.stage === 'hand_over' && c.round > 1) ? 0 : place(c.stage as Stage) + 1;
  const following = ORDER.slice(from).find(comes);
  if (following) enter(c, following, at);
  else if (!again(c, at)) enter(c, lastWord(c), at);
}

/** CO-4, CO-14: reviewed by the level above, or where there is none, decided by the general manager's meeting. */
function lastWord(c: Case): Stage {
  if (!isPartOf(c, 'review')) return 'archive';
  return c.word === 'dissatisfied' || nobodyReviews(c) ? 'meeting' : 'review';
}

/** CO-3: dissatisfied, one level up; not solved, once more, and the second time one level up. */
function again(c: Case, at: number): boolean {
  const up = c.under('standard', 'retail-franchise') && c.level < 3 ? ((c.level + 1) as Level) : undefined;
  // CO-11: what was concluded by leave of the level above stands, where there is nobody further up to turn to.
  if (c.concluded && c.under('marketplace')) return false;
  if (c.word === 'dissatisfied') {
    // CO-4: at the highest level it goes to the meeting; a policy without one begins again.
    if (!up && isPartOf(c, 'meeting')) return false;
    newRound(c, at, up ?? c.level, 'dissatisfied');
    return true;
  }
  if (c.word !== 'unsolved') return false;
  newRound(c, at, c.unsolved === 0 || !up ? c.level : up, 'unsolved');
  return true;
}

/** CO-3: a new form. The classification stays, and what was promised to the customer; everything else is done again. */
function newRound(c: Case, at: number, level: Level, because: 'dissatisfied' | 'unsolved'): void {
  // What the other side was asked for lives on, and so does what it has said (HA-18).
  c.owed = c.owed.filter(
    ({ kind, account }) => kind === 'follow_up' || kind === 'promised_call' || account !== undefined,
  );
  newSituation(c, at, () => {
    c.round += 1;
    c.unsolved = because === 'unsolved' && level === c.level ? c.unsolved + 1 : 0;
    c.level = level;
    if (because === 'dissatisfied') c.marks.add('dissatisfied');
    for (const stage of c.gone) if (stage !== 'classification') c.gone.delete(stage);
    forgetFrom(c, 'first_contact');
    Object.assign(c, { stage: null, proposal: null, refusals: [], repeatedBack: false, waiting: null, extension: 0 });
    Object.assign(c, { tasks: [], lead: null, leadPerson: undefined, waited: 0, evidenceAsked: false });
    c.othersTurn ||= belongsElsewhere(c);
  });
}

/** CO-5: that step, and all after it, once more. The customer is promised word again, and the urgent have their entry every day. */
function goBack(c: Case, to: Stage, at: number): void {
  for (const stage of c.gone) if (place(stage) >= place(to)) c.gone.delete(stage);
  forgetFrom(c, to);
  c.stage = c.backTo = null;
  // To the meeting it goes on, not back.
  if (to !== 'meeting' && c.contacted && !c.owes('follow_up')) {
    c.wentBackAt = at;
    owe(c, 'follow_up', at);
  }
  daily(c, at);
  callForHandler(c, at);
}

/** What a step and those after it have put on file. */
function forgetFrom(c: Case, stage: Stage): void {
  const again = (other: Stage): boolean => place(other) >= place(stage);
  if (again('first_contact')) c.contacted = c.formFilled = c.acceptanceTold = false;
  if (again('hand_over')) c.takenOver = false;
  if (again('verification')) c.verified = false;
  if (again('cause_analysis')) c.analysed = false;
  if (again('proposal')) c.agreed = c.concluded = false;
  if (again('result')) c.resultTold = false;
  if (again('remedy')) c.remedied = false;
  if (again('callback')) Object.assign(c, { word: null, untellable: false, tries: [] });
  if (again('meeting')) c.decidedFinally = false;
  c.reviewed = c.archived = false;
}

/** Level, priority, marks change: times are counted anew, and whoever it now belongs to is called for. */
export function newSituation(c: Case, at: number, changes: () => void): void {
  const whose = handlers(c).join();
  changes();
  recount(c, at);
  daily(c, at);
  callForHandler(c, at, handlers(c).join() !== whose);
}

/** HA-2, CL-5: at once, beside the step under way. `others`: it is for other people now than a moment ago, who have to be called. */
function callForHandler(c: Case, at: number, others = false): void {
  if (c.outcome !== null || !belongsElsewhere(c)) return;
  if (others) c.drop('take_over');
  if (!c.owes('take_over')) owe(c, 'take_over', at);
}

/** Nothing is owed any more. CO-13: completed is what the customer has confirmed. */
function close(c: Case): void {
  c.stage = 'closed';
  c.owed = [];
  if (c.outcome) return;
  if (c.decidedFinally && c.word !== 'satisfied') c.outcome = 'decided_by_meeting';
  else if (c.concluded) c.outcome = 'concluded';
  else if (c.word === 'satisfied') c.outcome = 'completed';
  else if (c.word === 'unreachable') c.outcome = 'unreachable';
  else c.outcome = c.reachable ? 'settled' : 'anonymous';
}

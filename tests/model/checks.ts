import { applyTurn } from '../../domain/apply-turn';
import type { ComplaintFile } from '../../domain/complaint-file';
import type { Event } from '../../domain/events';
import { blankFile } from '../../domain/blank-file';
import { settle } from '../../domain/evolve';
import type { Rules } from '../../domain/policy';
import { STAGES } from '../../domain/words';
import type { Stage } from '../../domain/words';
import { CALENDAR, fileAsText } from '../support/files';
import type { PaperTurn } from '../support/paper-desk';
import type { PaperComplaint } from '../support/paper-complaint';
import { checkDuties, checkWaiting } from './duty-checks';
import { asText, must } from './must';

/** What must be true of every life, told by the record alone. Each check says in its message what was broken. */
export function checkLife({ record, count }: PaperComplaint): void {
  const { turns, notices } = record;
  const file = record.read();
  must(record.commits === count.actions + count.wakes, 'commits are actions and wakes');
  checkSerials(turns);
  must(fileAsText(folded(turns, file.rules)) === record.text, 'the turns fold to the stored file');
  must(new Set(notices.map(({ key }) => key)).size === notices.length, 'every notice has a key of its own');
  checkDuties(turns);
  checkWaiting(turns);
  checkCourse(turns);
  checkReviews(turns);
  checkEnd(turns, file.rules);
}

/** `seq` counts events, and no turn happens before the one before it. */
function checkSerials(turns: PaperTurn[]): void {
  let [seq, at] = [0, 0];
  for (const turn of turns) {
    seq += turn.events.length;
    must(turn.seq === seq, 'seq counts events', turn);
    must(turn.at >= at, 'time does not run backwards', turn);
    at = turn.at;
  }
}

/** The file as it follows from all turns, with due times computed anew; looked at after each of them. */
function folded(turns: PaperTurn[], rules: Rules): ComplaintFile {
  const file = blankFile(rules);
  for (const { events, at, due } of turns) {
    const again = applyTurn(file, events, at, CALENDAR);
    must(asText(again.due) === asText(due), 'due times come out the same again', { due, again: again.due });
    settle(file, again.due, at);
    checkFile(file);
  }
  return file;
}

/** What must be true of a complaint at any time. */
function checkFile({ duties, rules, reachable, tasks, lead, closed, outcome, stage }: ComplaintFile): void {
  const owed = duties.filter(({ missed }) => !missed);
  const keys = owed.map(({ kind, step, task, account }) => [kind, step, task, account].join());
  must(new Set(keys).size === keys.length, 'no duty is owed twice', keys);
  const toCustomer = duties.filter(({ kind }) => rules.duties[kind]?.toCustomer);
  must(reachable || toCustomer.length === 0, 'nothing is owed to a customer who cannot be reached', toCustomer);
  const asked = tasks.filter(({ state }) => state !== 'cancelled').map(({ department }) => department);
  must(asked.length === 0 || (lead !== null && asked.includes(lead.department)), 'one of those asked leads', {
    tasks,
    lead,
  });
  must(!closed || (duties.length === 0 && outcome !== null), 'a closed complaint owes nothing', duties);
  const gone = outcome === 'withdrawn' || outcome === 'referred';
  must(!gone || stage === 'archive', 'what is withdrawn or referred is only left to be filed', stage);
  const ofFiling = duties.every(({ kind }) => kind === 'archive' || kind === 'next_step');
  must(!gone || ofFiling, 'nothing but filing is owed for it', duties);
  must(closed || owed.length > 0, 'an open complaint owes something that is still in time', { stage, duties });
  must(
    owed.length < 2 || owed.every(({ kind }) => kind !== 'next_step'),
    'to go on is owed where nothing else is',
    duties,
  );
}

/** Step follows step. Back it goes only where somebody sends it, or with a new round, which a new handler may begin (CO-3, CO-5). */
function checkCourse(turns: PaperTurn[]): void {
  let reached = -1;
  let beginning = false;
  for (const event of turns.flatMap(({ events }) => events)) {
    if (event.type === 'round_opened' || event.type === 'sent_back') {
      reached = -1;
      beginning = true;
    }
    // Who had been given up and was heard during the review may yet have to go to the meeting (CO-8, CO-4).
    if (event.type === 'callback_answered') reached = STAGES.indexOf('callback');
    if (event.type !== 'entered') continue;
    const place = STAGES.indexOf(event.stage);
    must(place > reached, 'no step is gone back to', event);
    if (!(beginning && event.stage === 'hand_over')) reached = place;
    beginning = false;
  }
}

const REVIEWING = new Set<Event['type']>(['approved', 'rejected']);
/** Whoever does one of these has handled the case or decided in it. */
const HANDLING = new Set<Event['type']>([
  'task_answered',
  'cross_meeting_held',
  'proposed',
  'proposal_approved',
  'proposal_decided',
  'extension_decided',
  'conclusion_decided',
  'step_reported',
  'step_completed',
  'meeting_decided',
]);

/** Who is complained about after a turn. */
const respondentsAfter = (before: string[], events: Event[]): string[] =>
  events.reduce((known, event) => {
    if (event.type === 'registered') return event.respondents;
    if (event.type === 'respondent_named') return [...known, event.person];
    return event.type === 'respondent_cleared' ? known.filter((id) => id !== event.person) : known;
  }, before);

/** Nobody reviews what he handled or decided, and who is complained about does nothing at all. */
function checkReviews(turns: PaperTurn[]): void {
  const handled = new Set<string>();
  let respondents: string[] = [];
  let owns = '';
  for (const { by, via, events } of turns) {
    const owner = events.find((event) => event.type === 'registered' || event.type === 'owner_changed');
    const raises = events.some((event) => event.type === 'level_changed' && event.because === 'raised') && by !== owns;
    if (owner && 'owner' in owner) handled.add((owns = owner.owner.id));
    must(
      !owner || !('owner' in owner) || !respondents.includes(owner.owner.id),
      'who is complained about owns nothing',
    );
    const before = respondents;
    respondents = respondentsAfter(respondents, events);
    if (via !== 'api' || events.every(({ type }) => type === 'refused')) continue;
    must(!before.includes(by), 'who is complained about does nothing', by);
    const reviews = events.some(({ type }) => REVIEWING.has(type));
    must(!reviews || !handled.has(by), 'nobody reviews what he handled', by);
    const lowers = events.some(
      (event) => (event.type === 'level_changed' || event.type === 'priority_changed') && event.because === 'lowered',
    );
    if (lowers || raises || events.some(({ type }) => HANDLING.has(type))) handled.add(by);
  }
}

/** Closed is the last word, and `completed` only what the customer has confirmed and somebody else has checked (CO-13). */
function checkEnd(turns: PaperTurn[], rules: Rules): void {
  const events = turns.flatMap((turn) => turn.events);
  const end = events.findIndex(({ type }) => type === 'closed');
  if (end === -1) return;
  must(end === events.length - 1, 'nothing happens after the end');
  must(stageBefore(events) === 'archive', 'every complaint is filed before its end', stageBefore(events));
  must(
    events.some((event) => event.type === 'established' && event.fact === 'archived'),
    'somebody has filed it',
  );
  const closed = events[end];
  if (closed?.type !== 'closed' || closed.outcome !== 'completed') return;
  const answer = events.filter((event) => event.type === 'callback_answered').at(-1);
  const content = answer?.satisfaction !== 'dissatisfied' && answer?.satisfaction !== 'very_dissatisfied';
  must(answer?.solved === true && content, 'completed is what the customer has confirmed', answer);
  if (!rules.stages.review) return;
  const checked = events.filter(({ type }) => REVIEWING.has(type) || type === 'meeting_decided').at(-1);
  must(checked !== undefined && checked.type !== 'rejected', 'completed is what somebody has approved', checked);
}

const stageBefore = (events: Event[]): Stage | undefined =>
  events.filter((event) => event.type === 'entered').at(-1)?.stage;

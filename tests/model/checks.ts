import { applyTurn } from '../../domain/apply-turn';
import type { ComplaintFile, Duty, Event } from '../../domain/complaint-file';
import { blankFile, settle } from '../../domain/evolve';
import type { Rules } from '../../domain/policy';
import { CALENDAR, fileAsText, wall } from '../support/files';
import type { PaperTurn } from '../support/paper-desk';
import type { PaperComplaint } from '../support/paper-complaint';

/** What must be true of every life, told by the record alone. Each check says in its message what was broken. */
export function checkLife({ record, count }: PaperComplaint): void {
  const { turns, notices } = record;
  const file = record.read();
  must(record.commits === count.actions + count.wakes, 'commits are actions and wakes');
  checkSerials(turns);
  must(fileAsText(folded(turns, file.rules)) === record.text, 'the turns fold to the stored file');
  must(new Set(notices.map(({ key }) => key)).size === notices.length, 'every notice has a key of its own');
  checkDuties(turns);
  checkReviews(turns, file.respondents);
  checkEnd(turns);
}

const asText = (value: unknown): string => JSON.stringify(value);

function must(holds: boolean, what: string, about: unknown = ''): void {
  if (!holds) throw new Error(`Broken: ${what}. ${typeof about === 'string' ? about : asText(about)}`);
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

/** The file as it follows from all turns, with due times computed anew. */
function folded(turns: PaperTurn[], rules: Rules): ComplaintFile {
  const file = blankFile(rules);
  for (const { events, at, due } of turns) {
    const again = applyTurn(file, events, at, CALENDAR);
    must(asText(again.due) === asText(due), 'due times come out the same again', { due, again: again.due });
    settle(file, again.due, at);
  }
  return file;
}

/** A duty as the record tells its story. */
type Story = Pick<Duty, 'id' | 'kind' | 'of' | 'step' | 'person'> & {
  dueAt: number;
  lastDayOpensAt: number;
  prompts: number[];
  missed: boolean;
  closed: boolean;
};

class Duties {
  readonly all = new Map<string, Story>();
  private readonly owners: { id: string; since: number }[] = [];
  private count = 0;

  get open(): Story[] {
    return [...this.all.values()].filter(({ closed }) => !closed);
  }

  turn({ at, via, events, due }: PaperTurn): void {
    if (via === 'api') this.mustHaveNoticed(at);
    for (const event of events) this.happened(event, at, due);
    const keys = this.open.filter(({ missed }) => !missed).map(({ kind, step }) => `${kind} ${step ?? ''}`);
    must(new Set(keys).size === keys.length, 'no duty is owed twice', keys);
  }

  /** Nothing is dealt with before what the clock had to say of the time until then. */
  mustHaveNoticed(at: number): void {
    for (const { id, dueAt, missed, prompts } of this.open) {
      must(missed || dueAt >= at, 'no deadline passes unremarked', id);
      must(missed || !prompts.some((prompt) => prompt <= at), 'no reminder is forgotten', id);
    }
  }

  private happened(event: Event, at: number, due: PaperTurn['due']): void {
    if (event.type === 'registered') this.owners.push({ id: event.owner.id, since: event.receivedAt });
    if (event.type === 'owner_changed') this.owners.push({ id: event.owner.id, since: at });
    if (event.type === 'owed') this.owe(event, at, due);
    if (event.type === 'reminded') this.remind(this.story(event.duty), at);
    if (event.type === 'missed') this.miss(this.story(event.duty), event.by, at);
    if (event.type === 'met' || event.type === 'voided') {
      must(!this.story(event.duty).closed, 'a duty is closed once', event);
      this.story(event.duty).closed = true;
    }
  }

  private owe({ kind, of, step, person }: Extract<Event, { type: 'owed' }>, at: number, due: PaperTurn['due']): void {
    this.count += 1;
    const id = `${kind}-${this.count}`;
    // What is called off in the turn that opened it never had a time.
    const { dueAt, lastDayOpensAt, promptsAt } = due[id] ?? { dueAt: Infinity, lastDayOpensAt: 0, promptsAt: [] };
    must(
      promptsAt.every((prompt) => prompt > at),
      'nobody is reminded of the past',
      id,
    );
    this.all.set(id, {
      id,
      kind,
      of,
      step,
      person,
      dueAt,
      lastDayOpensAt,
      prompts: [...promptsAt],
      missed: false,
      closed: false,
    });
  }

  private remind(story: Story, at: number): void {
    must(!story.closed && !story.missed && at <= story.dueAt, 'nobody is reminded of what is done or too late', story);
    must((story.prompts[0] ?? Infinity) <= at, 'no reminder comes early', story);
    story.prompts = story.prompts.filter((prompt) => prompt > at);
  }

  private miss(story: Story, by: string | null, at: number): void {
    must(at > story.dueAt, `no deadline falls early: ${wall(at)} before ${wall(story.dueAt)}`, story);
    must(!story.missed && !story.closed, 'a duty is missed at most once, and not after it was done', story);
    const { person, of, lastDayOpensAt } = story;
    const held = this.owners.filter(({ since }) => since <= lastDayOpensAt).at(-1) ?? this.owners[0];
    const right = person ?? (of === 'owner' ? held?.id : null);
    must(by === right, 'a miss is recorded with the right person', { by, right, story });
    story.missed = true;
  }

  private story(id: string): Story {
    const story = this.all.get(id);
    if (!story) throw new Error(`Broken: '${id}' was never owed.`);
    return story;
  }
}

function checkDuties(turns: PaperTurn[]): void {
  const duties = new Duties();
  for (const turn of turns) duties.turn(turn);
  const ended = turns.some(({ events }) => events.some(({ type }) => type === 'closed'));
  must(!ended || duties.open.length === 0, 'nothing is owed after the end', duties.open);
}

const REVIEWING = new Set(['approved', 'rejected']);

/** Nobody reviews what he handled or decided, and who is complained about does nothing at all. */
function checkReviews(turns: PaperTurn[], respondents: string[]): void {
  const handled = new Set<string>();
  for (const { by, via, events } of turns) {
    for (const event of events) {
      if (event.type === 'registered' || event.type === 'owner_changed') handled.add(event.owner.id);
    }
    if (via !== 'api') continue;
    must(!respondents.includes(by), 'who is complained about does nothing', by);
    const reviews = events.some(({ type }) => REVIEWING.has(type));
    must(!reviews || !handled.has(by), 'nobody reviews what he handled', by);
    // Under which edition a case goes on is said of the rules, not of the case.
    const governs = events.some(({ type }) => type === 'policy_adopted');
    if (!reviews && !governs) handled.add(by);
  }
}

/** Closed is the last word, and `completed` only what the customer has confirmed and somebody else has checked (CO-13). */
function checkEnd(turns: PaperTurn[]): void {
  const events = turns.flatMap((turn) => turn.events);
  const end = events.findIndex(({ type }) => type === 'closed');
  if (end === -1) return;
  must(end === events.length - 1, 'nothing happens after the end');
  const closed = events[end];
  if (closed?.type !== 'closed' || closed.outcome !== 'completed') return;
  const answer = events.filter((event) => event.type === 'callback_answered').at(-1);
  const content = answer?.satisfaction !== 'dissatisfied' && answer?.satisfaction !== 'very_dissatisfied';
  must(answer?.solved === true && content, 'completed is what the customer has confirmed', answer);
  const checked = events.filter(({ type }) => REVIEWING.has(type) || type === 'meeting_decided').at(-1);
  must(checked !== undefined && checked.type !== 'rejected', 'completed is what somebody has approved', checked);
}

import type { Duty } from '../../domain/complaint-file';
import type { Event } from '../../domain/events';
import { wall } from '../support/files';
import type { PaperTurn } from '../support/paper-desk';
import { must } from './must';

/** Due times have the precision of a second. */
const SECOND = 1000;

/** A duty as the record tells its story. */
type Story = Pick<Duty, 'id' | 'kind' | 'of' | 'person' | 'department'> & {
  dueAt: number;
  lastDayOpensAt: number;
  prompts: number[];
  missed: boolean;
  closed: boolean;
};

class Duties {
  readonly all = new Map<string, Story>();
  private readonly owners: { id: string; since: number }[] = [];
  private readonly respondents = new Set<string>();
  private count = 0;

  get open(): Story[] {
    return [...this.all.values()].filter(({ closed }) => !closed);
  }

  turn({ at, via, events, due }: PaperTurn): void {
    if (via === 'api') this.mustHaveNoticed(at);
    for (const event of events) this.happened(event, at, due);
  }

  /** Nothing is dealt with before what the clock had to say of the time until then. */
  mustHaveNoticed(at: number): void {
    for (const { id, dueAt, missed, prompts } of this.open) {
      must(missed || dueAt + SECOND > at, 'no deadline passes unremarked', id);
      must(missed || !prompts.some((prompt) => prompt <= at), 'no reminder is forgotten', id);
    }
  }

  private happened(event: Event, at: number, due: PaperTurn['due']): void {
    if (event.type === 'registered') this.owners.push({ id: event.owner.id, since: at });
    if (event.type === 'registered') for (const id of event.respondents) this.respondents.add(id);
    if (event.type === 'respondent_named') this.respondents.add(event.person);
    if (event.type === 'respondent_cleared') this.respondents.delete(event.person);
    if (event.type === 'work_handed_on') this.handOn(event);
    if (event.type === 'owner_changed') this.owners.push({ id: event.owner.id, since: at });
    if (event.type === 'owed') this.owe(event, at, due);
    if (event.type === 'reminded') this.remind(this.story(event.duty), at);
    if (event.type === 'missed') this.miss(this.story(event.duty), event.by, at);
    if (event.type === 'met' || event.type === 'voided') {
      must(!this.story(event.duty).closed, 'a duty is closed once', event);
      this.story(event.duty).closed = true;
    }
  }

  private owe(
    { kind, of, person, department }: Extract<Event, { type: 'owed' }>,
    at: number,
    due: PaperTurn['due'],
  ): void {
    this.count += 1;
    const id = `${kind}-${this.count}`;
    // What is called off in the turn that opened it never had a time.
    const { dueAt, lastDayOpensAt, promptsAt } = due[id] ?? { dueAt: Infinity, lastDayOpensAt: 0, promptsAt: [] };
    must(
      promptsAt.every((prompt) => prompt > at),
      'nobody is reminded of the past',
      id,
    );
    const prompts = [...promptsAt];
    this.all.set(id, {
      id,
      kind,
      of,
      person,
      department,
      dueAt,
      lastDayOpensAt,
      prompts,
      missed: false,
      closed: false,
    });
  }

  private remind(story: Story, at: number): void {
    must(
      !story.closed && !story.missed && at < story.dueAt + SECOND,
      'nobody is reminded of what is done or too late',
      story,
    );
    must((story.prompts[0] ?? Infinity) <= at, 'no reminder comes early', story);
    story.prompts = story.prompts.filter((prompt) => prompt > at);
  }

  private miss(story: Story, by: string | null, at: number): void {
    must(at >= story.dueAt + SECOND, `no deadline falls early: ${wall(at)} before ${wall(story.dueAt)}`, story);
    must(!story.missed && !story.closed, 'a duty is missed at most once, and not after it was done', story);
    const { person, of, lastDayOpensAt, dueAt } = story;
    const held = this.owners.filter(({ since }) => since <= lastDayOpensAt).at(-1) ?? this.owners[0];
    // What was over before it was registered was nobody's.
    const heldInTime = of === 'owner' && (this.owners[0]?.since ?? 0) <= dueAt;
    const his = person ?? (heldInTime ? held?.id : null);
    // HA-18: nobody is blamed for what he was not let do.
    const right = his && this.respondents.has(his) ? null : his;
    must(by === right, 'a miss is recorded with the right person', { by, right, story });
    story.missed = true;
  }

  private handOn({ calls, to, department }: Extract<Event, { type: 'work_handed_on' }>): void {
    for (const id of calls) {
      const story = this.story(id);
      const stays = story.department !== undefined && story.department !== department;
      story.person = stays ? undefined : to;
    }
  }

  private story(id: string): Story {
    const story = this.all.get(id);
    if (!story) throw new Error(`Broken: '${id}' was never owed.`);
    return story;
  }
}

/** Every duty from its beginning to its end. */
export function checkDuties(turns: PaperTurn[]): void {
  const duties = new Duties();
  for (const turn of turns) duties.turn(turn);
  const ended = turns.some(({ events }) => events.some(({ type }) => type === 'closed'));
  must(!ended || duties.open.length === 0, 'nothing is owed after the end', duties.open);
}

const kindOf = (duty: string): string => duty.replace(/-\d+$/, '');

/** What begins to wait, and what goes on after it: the promised answer, and nothing else (CL-7). */
export function checkWaiting(turns: PaperTurn[]): void {
  for (const { events } of turns) {
    const ended = events.find((event) => event.type === 'waiting_ended');
    const started = events.some(({ type }) => type === 'waiting_started');
    // Who has given the promised answer waits no longer, and a good deal else may follow from that.
    // A word of his that ends the wait keeps the promise of the week as well.
    const spoken = events.some(({ type }) => type === 'contacted');
    if (!started && (!ended || ended.because === 'ended' || spoken)) continue;
    const [stops, goesOn] = started ? ['promised_answer', 'customer_reply'] : ['customer_reply', 'promised_answer'];
    for (const event of events) {
      if (event.type === 'voided') must(kindOf(event.duty) === stops, 'nothing else is put off by waiting', event);
      if (event.type === 'owed' && !isOfTheClock(event, events)) {
        must(event.kind === goesOn, 'nothing else begins with waiting or its end', event);
      }
    }
  }
}

/** The same turn may tell of another duty that was missed and begins again. */
const isOfTheClock = ({ kind, from }: Extract<Event, { type: 'owed' }>, events: Event[]): boolean =>
  from !== undefined && kind !== 'promised_answer' && events.some(({ type }) => type === 'missed');

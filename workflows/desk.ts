import { condition, continueAsNew, setCurrentDetails, sleep, upsertSearchAttributes } from '@temporalio/workflow';
import type { Refusal } from '../domain/refusals';
import { Alarm } from './alarm';
import type { Labels } from './contract';
import { changedLabels } from './desk-support';
import { Doors } from './doors';
import { refused as refusal } from './failures';
import { answerFromRecord, isSignal, printable, timeOf } from './letters';
import type { ActionLetter, Letter, SignalLetter } from './letters';
import type { AnyAction, Entry, Filed, Matter } from './matter';
import { patiently } from './proxies';
import type { Asking } from './proxies';

/** What is being decided: everything between two waits. It becomes one commit. */
type Turn<E> = {
  key: string;
  by: string;
  at: number;
  events: E[];
  letter?: Letter;
  codeHash?: string;
  /** Not allowed, and on file all the same: whoever sent it hears so once that is committed. */
  refused?: Refusal;
};

/**
 * The desk of one complaint, or of one improvement: what people send lands here, one thing is dealt with at a time, and to wait
 * is to commit.
 */
export class TemporalDesk<F extends Filed, E, O> {
  private turn: Turn<E>;
  private labels: Labels;
  private readonly alarm = new Alarm();
  private readonly doors: Doors<F, E, O>;
  /** Letters and wakes that this run has dealt with: what its length is measured by. */
  private dealt = 0;
  /** Local activities since the last workflow task that is known to have ended. */
  private inThisTask = 0;

  constructor(
    private readonly matter: Matter<F, E, O>,
    readonly file: F,
    private readonly inbox: Letter[],
    private readonly runLength: number,
  ) {
    this.turn = this.ownTurn();
    this.labels = matter.labels(file);
    const isAhead = (action: AnyAction): boolean => this.isBehind(action.seen);
    this.doors = new Doors(matter, inbox, file, isAhead, () => this.turn.events.length > 0);
  }

  /** Opens every way in. Before the first await: messages that already wait are handed over while the handlers are set. */
  listen(): this {
    this.doors.open();
    setCurrentDetails(this.matter.details(this.file));
    return this;
  }

  add(...events: E[]): void {
    for (const event of events) this.matter.evolve(this.file, event, this.turn.at);
    this.turn.events.push(...events);
  }

  async until(done: (file: F) => boolean): Promise<void> {
    while (!done(this.file)) {
      await this.commit();
      this.alarm.set(this.matter.wake(this.file));
      const called = (): boolean => this.inbox.length > 0 || this.alarm.rang;
      if (!called()) this.inThisTask = 0;
      await condition(called);
      await this.takeTurn();
    }
  }

  async close(): Promise<O> {
    this.add(...this.matter.closing(this.file));
    for (;;) {
      await this.commit();
      this.alarm.set(null);
      await this.endTask();
      if (this.inbox.length === 0) return this.matter.outcome(this.file);
      await this.takeTurn();
    }
  }

  /** Things are taken in the order of their own times: what came in time is in time, and what came late does not undo a miss. */
  private async takeTurn(): Promise<void> {
    this.dealt += 1;
    const [letter] = this.inbox;
    const received = letter && !isSignal(letter) ? letter.action.receivedAt : undefined;
    this.turn.at = timeOf(this.file, received, Date.now());
    const late = this.matter.lapse(this.file, this.turn.at);
    if (late.length > 0) return this.add(...late);
    if (!letter) return;
    this.inbox.shift();
    await (isSignal(letter) ? this.dealWithSignal(letter) : this.dealWith(letter));
  }

  /** Decides again: the validator's verdict is as old as the queue is long. */
  private dealWith(letter: ActionLetter): void {
    const { name, action, key, reply } = letter;
    this.turn = { key, by: action.by.id, at: this.turn.at, events: [], letter };
    if (this.isBehind(action.seen)) return;
    const verdict = this.matter.decide(this.file, name, action, this.turn.at);
    if ('events' in verdict) return this.add(...verdict.events);
    if (!verdict.filed) return reply.reject(refusal(verdict.refused));
    this.turn.refused = verdict.refused;
    this.add(...verdict.filed);
  }

  /** Who holds the one-time code is who did it. Whatever is not allowed is put on file, never silently dropped. */
  private async dealWithSignal(letter: SignalLetter): Promise<void> {
    this.turn = { key: letter.key, by: 'unknown', at: this.turn.at, events: [], letter };
    const { file, turn } = this;
    const authorised = await this.matter.authorise(file, letter, turn.at, (summary, call) => this.ask(summary, call));
    if ('refused' in authorised) return this.putOff(letter, authorised.refused);
    const { name, action } = authorised;
    this.turn.by = action.by.id;
    const verdict = this.matter.decide(this.file, name, action, this.turn.at);
    if ('refused' in verdict) return this.putOff(letter, verdict.refused);
    // A code is used up by what it brought about: who was refused may send it once more.
    this.turn.codeHash = action.codeHash;
    this.add(...verdict.events);
  }

  private putOff({ signal }: SignalLetter, because: Refusal): void {
    this.add(this.matter.putOff(printable(signal), because));
  }

  /** Everything decided since the last wait becomes one commit; then whoever asked is answered. */
  private async commit(): Promise<void> {
    const { key, by, at, events, letter, codeHash, refused } = this.turn;
    const action = letter && !isSignal(letter) ? letter.action : undefined;
    if (events.length > 0 || this.isBehind(action?.seen)) {
      const expected = this.file.seq - events.length;
      const via: Entry<E>['via'] = letter ? (isSignal(letter) ? 'signal' : 'api') : 'clock';
      const entry: Entry<E> = { expected, key, by, via, at, events, bodyHash: action?.bodyHash, codeHash, refused };
      const done = letter && (isSignal(letter) ? { signal: printable(letter.signal) } : { action: letter.name });
      const recorded = await this.ask(this.matter.turnSummary(this.file, events, done), (activities) =>
        this.matter.record(activities, this.file, entry),
      );
      if (recorded === 'stale') return this.startOver();
      this.matter.settle(this.file, recorded.due, at);
      if (letter && !isSignal(letter)) letter.reply.resolve(recorded);
      this.show();
    }
    this.turn = this.ownTurn();
    if (!this.file.closed) await this.handOverIfLong(action === undefined);
  }

  /** What an administrator sees in the UI. Labels cost an event, so they are written only when they change. */
  private show(): void {
    const labels = this.matter.labels(this.file);
    const changed = changedLabels(this.labels, labels);
    if (changed.length > 0) upsertSearchAttributes(changed);
    this.labels = labels;
    setCurrentDetails(this.matter.details(this.file));
  }

  /** The sender has seen more than we know: a task was lost, or the run was reset. */
  private isBehind(seen = 0): boolean {
    return seen > this.file.seq - this.turn.events.length;
  }

  private ownTurn(): Turn<E> {
    return { key: `turn:${this.file.seq}`, by: 'clock', at: Date.now(), events: [] };
  }

  /**
   * A run that has grown long hands over to a new one when nobody waits; one that is never left alone, without waiting for
   * that. Its length is counted here: the length of the history is not the same at each point of a replay.
   */
  private async handOverIfLong(nobodyWaits: boolean): Promise<void> {
    if (this.dealt >= this.runLength * NEVER_LEFT_ALONE) return this.startOver();
    if (this.dealt < this.runLength || !nobodyWaits) return;
    await this.endTask();
    if (this.inbox.length === 0) await continueAsNew(this.file, [], this.runLength);
  }

  /**
   * Begins again from the record: because it is ahead, and what we remember is worth nothing, or because this run is long.
   * Whoever waits is told by the record, or told to send again; signals travel along.
   */
  private async startOver(): Promise<void> {
    if (this.turn.letter) this.inbox.unshift(this.turn.letter);
    const signals: SignalLetter[] = [];
    let fresh: F | undefined;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      await this.endTask();
      if (fresh && this.inbox.length === 0) break;
      const letters = this.inbox.splice(0);
      const keys = letters.map(({ key }) => key);
      const record = await this.ask('重新读取档案', (activities) => this.matter.reread(activities, this.file, keys));
      fresh = record.file;
      signals.push(...answerFromRecord(letters, record.answered));
    }
    await continueAsNew(fresh ?? this.file, [...signals, ...this.inbox.filter(isSignal)], this.runLength);
  }

  /** Asks an activity; no more than two of them in one workflow task, so that no task lasts long enough to heartbeat. */
  private async ask<T>(summary: string, call: Asking<T>): Promise<T> {
    if (this.inThisTask === MOST_IN_A_TASK) await this.endTask();
    this.inThisTask += 1;
    return patiently(summary, call);
  }

  /**
   * Ends the workflow task under way. A signal that arrives together with continue-as-new or the end fails the whole task,
   * and every answer in it, so these get a task of their own; and what lies in the inbox after it does so in every replay.
   */
  private async endTask(): Promise<void> {
    await sleep(1, { summary: '交接前的最后一看' });
    this.inThisTask = 0;
  }
}

/** How many times its length a run may grow before it no longer waits for a quiet moment. */
const NEVER_LEFT_ALONE = 4;
/** How often a run that begins again looks for senders who came meanwhile; later ones are aborted, and their callers ask the record. */
const MOST_TRIES = 5;
const MOST_IN_A_TASK = 2;

import { isDeepStrictEqual } from 'node:util';
import type { Action, ActionName } from '../../domain/actions';
import { applyTurn } from '../../domain/apply-turn';
import { nextWake } from '../../domain/clock';
import { lapse } from '../../domain/lapse';
import type { ComplaintFile, DueInstants } from '../../domain/complaint-file';
import type { Event } from '../../domain/events';
import { decide } from '../../domain/decide';
import { evolve, settle } from '../../domain/evolve';
import { noticesOf } from '../../domain/notices';
import type { Notice } from '../../domain/notices';
import type { Refusal } from '../../domain/refusals';
import { closing } from '../../domain/stages';
import type { Outcome } from '../../domain/words';
import { timeOf } from '../../workflows/letters';
import { procedure } from '../../workflows/procedure';
import type { Desk } from '../../workflows/procedure';
import { asJson, CALENDAR, fileAsText, fileFromText, frozen } from './files';
import type { Born } from './files';

/** What an action came to: done, at which instant; or refused. */
export type Reply = { done: { seq: number; at: number } } | { refused: Refusal };
/** An action on its way to the desk. */
export type Sent = { name: ActionName; action: Action };
/** A turn in the record. */
export type PaperTurn = {
  seq: number;
  at: number;
  by: string;
  via: 'intake' | 'api' | 'clock';
  events: Event[];
  due: Record<string, DueInstants>;
};

type Letter = Sent & { reply: (reply: Reply) => void };
type Turn = { by: string; at: number; events: Event[]; letter?: Letter; refused?: Refusal };

/** The record on paper: what Postgres is to the product. It shares nothing with the desk but frozen rules. */
export class PaperRecord {
  readonly turns: PaperTurn[];
  readonly notices: Notice[];
  /** Commits after the birth. */
  commits = 0;
  /** The file as JSON, without the rules. */
  text: string;
  private readonly file: ComplaintFile;

  constructor({ file, turn, now }: Born) {
    this.text = fileAsText(file);
    this.file = fileFromText(this.text, file.rules);
    const { events, due } = asJson({ events: turn.events, due: turn.due });
    this.turns = [{ seq: file.seq, at: now, by: 'intake', via: 'intake', events, due }];
    this.notices = noticesOf(turn);
  }

  /** The file as a new run gets it: out of JSON. */
  read(): ComplaintFile {
    return fileFromText(this.text, this.file.rules);
  }

  /** One turn, as activities/record.ts writes it. */
  commit(expected: number, turn: Omit<PaperTurn, 'seq' | 'due'>): Record<string, DueInstants> {
    const { file } = this;
    if (file.seq !== expected) throw new Error(`The record is at ${file.seq}, the desk believes ${expected}.`);
    const events = asJson(turn.events);
    const applied = applyTurn(file, events, turn.at, CALENDAR);
    this.notices.push(...noticesOf(applied));
    settle(file, applied.due, turn.at);
    this.text = fileAsText(file);
    const due = asJson(applied.due);
    this.turns.push({ ...turn, events, seq: file.seq, due });
    this.commits += 1;
    return due;
  }
}

/** What one run of the procedure counts. */
export type Count = { actions: number; wakes: number; refusals: number };

/**
 * The desk of workflows/desk.ts made of an array and a clock: one thing is dealt with at a time, in the order of its own
 * time, and to wait is to commit. It can be abandoned at any wait.
 */
export class PaperDesk implements Desk {
  private turn: Turn;
  private busy = false;
  private goOn?: () => void;
  private atRest: () => void = () => {};
  private failed: (error: unknown) => void = () => {};
  outcome?: Outcome;

  constructor(
    readonly file: ComplaintFile,
    private readonly inbox: Letter[],
    private readonly record: PaperRecord,
    private readonly clock: { now: number },
    private readonly count: Count,
  ) {
    this.turn = this.ownTurn();
  }

  /** Begins the procedure at its top. Over when it waits for somebody, or has ended. */
  begin(): Promise<void> {
    return this.rest(() => {
      procedure(this).then(
        (outcome) => {
          this.outcome = outcome;
          this.atRest();
        },
        (error: unknown) => this.failed(error),
      );
    });
  }

  /** Lets the procedure deal with what lies on the desk and with what the clock says. Over when it waits again. */
  wake(...letters: Letter[]): Promise<void> {
    return this.rest(() => {
      this.inbox.push(...letters);
      const { goOn } = this;
      this.goOn = undefined;
      goOn?.();
    });
  }

  add(...events: Event[]): void {
    for (const event of events) evolve(this.file, frozen(event), this.turn.at);
    this.turn.events.push(...events);
  }

  async until(done: (file: ComplaintFile) => boolean): Promise<void> {
    while (!done(this.file)) {
      this.commit();
      const wake = nextWake(this.file);
      const ringing = wake !== null && wake.at <= this.clock.now;
      if (this.inbox.length === 0 && !ringing) await this.somebody();
      this.takeTurn();
    }
  }

  async close(): Promise<Outcome> {
    this.add(...closing(this.file));
    for (;;) {
      this.commit();
      if (this.inbox.length === 0) return this.file.outcome ?? 'completed';
      this.takeTurn();
    }
  }

  private takeTurn(): void {
    const [letter] = this.inbox;
    this.turn.at = timeOf(this.file, letter?.action.receivedAt, this.clock.now);
    const late = lapse(this.file, this.turn.at);
    if (late.length > 0) {
      this.count.wakes += 1;
      return this.add(...late);
    }
    if (!letter) return;
    this.inbox.shift();
    this.deal(letter);
  }

  private deal(letter: Letter): void {
    const { name, action, reply } = letter;
    this.turn = { by: action.by.id, at: this.turn.at, events: [], letter };
    const verdict = decide(this.file, name, action, this.turn.at);
    if ('events' in verdict) {
      this.count.actions += 1;
      return this.add(...verdict.events);
    }
    if (verdict.filed) {
      // Refused, and on file: a commit like that of an action.
      this.count.actions += 1;
      this.turn.refused = verdict.refused;
      return this.add(...verdict.filed);
    }
    // A refused action changes nothing: memory is still what was last committed.
    mustAgree(this.file, this.record);
    this.count.refusals += 1;
    reply(verdict);
  }

  private commit(): void {
    const { by, at, events, letter, refused } = this.turn;
    if (events.length > 0) {
      const due = this.record.commit(this.file.seq - events.length, { by, at, events, via: letter ? 'api' : 'clock' });
      settle(this.file, due, at);
      mustAgree(this.file, this.record);
      letter?.reply(refused ? { refused } : { done: { seq: this.file.seq, at } });
    }
    this.turn = this.ownTurn();
  }

  private ownTurn(): Turn {
    return { by: 'clock', at: this.clock.now, events: [] };
  }

  private somebody(): Promise<void> {
    return new Promise((resolve) => {
      this.goOn = resolve;
      this.atRest();
    });
  }

  private async rest(start: () => void): Promise<void> {
    if (this.busy) throw new Error('The desk is at work: wait for it before you hand it something else.');
    this.busy = true;
    await new Promise<void>((resolve, reject) => {
      this.atRest = resolve;
      this.failed = reject;
      start();
    });
    this.busy = false;
  }
}

/** What the workflow remembers is what the record says. The order of keys is no difference in JSON. */
function mustAgree(file: ComplaintFile, record: PaperRecord): void {
  const [memory, recorded] = [fileAsText(file), record.text];
  if (memory === recorded || isDeepStrictEqual(JSON.parse(memory), JSON.parse(recorded))) return;
  throw new Error(`Memory and record differ.\nmemory ${memory}\nrecord ${recorded}`);
}

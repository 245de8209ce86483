import type { ActivityInterfaceFor } from '@temporalio/workflow';
import type { Activities } from '../activities';
import type { Action } from '../domain/actions';
import type { DueInstants } from '../domain/complaint-file';
import type { Recorded } from '../domain/recorded';
import type { Refusal } from '../domain/refusals';
import type { Labels } from './contract';
import type { SignalLetter } from './letters';
import type { Ask } from './proxies';

/** What every file has that a desk keeps. */
export type Filed = { seq: number; lastAt: number; closed: boolean };

/** An action on whatever lies on the desk. */
export type AnyAction = Omit<Action, 'data'> & { data: unknown };

/** A turn on its way into the record. Instants are milliseconds, UTC. */
export type Entry<E> = {
  /** The `seq` that the workflow believes the record to have. */
  expected: number;
  key: string;
  by: string;
  via: 'api' | 'signal' | 'clock';
  at: number;
  events: E[];
  bodyHash?: string;
  codeHash?: string;
  /** Not allowed, and on file all the same. */
  refused?: Refusal;
};

/** What lay in a letter that this turn has dealt with. */
export type Done = { action: string } | { signal: string };

/** An action that a signal stands for, or why it stands for none. */
export type Authorised = { name: string; action: AnyAction } | { refused: Refusal };

/**
 * What a desk has to know of the matter that lies on it, be it a complaint or an improvement: what may be done, what it comes
 * to, how it is recorded and what people read of it. `F` its file, `E` its events, `O` how it ends.
 */
export type Matter<F extends Filed, E, O> = {
  /** Its actions; each is an update. */
  actions: readonly string[];
  /** The plain signals that it knows. */
  signals: readonly string[];
  /** What an action comes to; `filed`: it is refused, and that it was tried is put on file. */
  decide(file: F, name: string, action: AnyAction, at: number): { events: E[] } | { refused: Refusal; filed?: E[] };
  evolve(file: F, event: E, at: number): void;
  settle(file: F, due: Record<string, DueInstants>, at: number): void;
  lapse(file: F, now: number): E[];
  /** The end: nothing is owed any more. */
  closing(file: F): E[];
  outcome(file: F): O;
  /** What is put on file when something dropped in is not allowed. */
  putOff(action: string, because: Refusal): E;
  authorise(file: F, letter: SignalLetter, at: number, ask: Ask): Promise<Authorised>;
  record(activities: ActivityInterfaceFor<Activities>, file: F, entry: Entry<E>): Promise<Recorded<unknown> | 'stale'>;
  reread(
    activities: ActivityInterfaceFor<Activities>,
    file: F,
    keys: string[],
  ): Promise<{ file: F; answered: Record<string, Recorded<unknown>> }>;
  /** The next instant at which the clock has something to say, and what stands beside the timer. */
  wake(file: F): { at: number; summary: string } | null;
  labels(file: F): Labels;
  details(file: F): string;
  turnSummary(file: F, events: E[], done?: Done): string;
};

import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Database } from '../db/client';
import { runAnswerFor, runFileOf } from '../db/queries/runs';
import type { Action, ActionName } from '../domain/actions';
import type { ImprovementAction, ImprovementActionName } from '../domain/improvement/actions';
import type { Answer, Recorded } from '../domain/recorded';
import type { Refusal } from '../domain/refusals';
import type { RunFile } from '../domain/runs';
import { startOf, workflowIdOf } from '../workflows/contract-runs';
import { Lanes } from './lanes';
import { meaningOf } from './temporal-failures';

/**
 * An action on its way to its complaint, or improvement: `number` is the one's number or the other's id. `key` is the update's id
 * and the turn's key.
 */
export type Update = { number: string; key: string } & (
  { name: ActionName; action: Action } | { name: ImprovementActionName; action: ImprovementAction }
);

/** The little that is asked of Temporal. */
export type Temporal = {
  update(update: Update): Promise<Recorded<unknown>>;
  start(file: RunFile): Promise<void>;
  /** Whether the server answers at this moment. */
  answers(): Promise<boolean>;
};

/** The record in Postgres, which alone knows whether something has been done. */
export type TheRecord = {
  answerFor(number: string, key: string): Promise<Recorded<unknown> | undefined>;
  fileOf(number: string): Promise<RunFile | undefined>;
};

/** The procedure does not allow the action. */
export class ActionRefused extends Error {
  override readonly name = 'ActionRefused';

  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** It cannot be said yet whether the action was done: the same one, sent again with its key, is told. */
export class NotKnownYet extends Error {
  override readonly name = 'NotKnownYet';

  constructor() {
    super('not known yet');
  }
}

const UPDATE_DEADLINE_MS = 10_000;
const SHORT_DEADLINE_MS = 1_000;
/** Sent again after these pauses (ms), with the same key, where it is not known what became of an action. */
const PAUSES_MS = [300, 1_000, 2_000];
/** Nobody waits longer than this, and then the time that the last attempt takes. */
const PATIENCE_MS = 12_000;
/** The server takes 10 updates of one workflow at once and refuses more in ways that look like failures (docs/architecture.md, M4). */
const LANES_PER_COMPLAINT = 4;

/** Temporal by its client. */
export const temporalBy = (client: Client): Temporal => ({
  update: ({ number, name, key, action }) =>
    client.withDeadline(Date.now() + UPDATE_DEADLINE_MS, () =>
      client.workflow
        .getHandle(workflowIdOf(number))
        .executeUpdate<Recorded<unknown>, [Update['action']]>(name, { args: [action], updateId: key }),
    ),
  start: async (file) => {
    const { type, options } = startOf(file);
    await client.withDeadline(Date.now() + UPDATE_DEADLINE_MS, () => client.workflow.start(type, options));
  },
  answers: () =>
    client
      .withDeadline(Date.now() + SHORT_DEADLINE_MS, () => client.workflowService.getSystemInfo({}))
      .then(
        () => true,
        () => false,
      ),
});

/**
 * Hands actions over, and finds out what a failed call means: a call that failed is not a no, so before anything is denied
 * the key is looked up in the record (docs/architecture.md).
 */
export class Gateway {
  private readonly lanes = new Lanes(LANES_PER_COMPLAINT);

  constructor(
    private readonly temporal: Temporal,
    private readonly record: TheRecord,
    private readonly pause: (ms: number) => Promise<unknown> = sleep,
  ) {}

  /** What the record says of the action. Throws `ActionRefused` or `NotKnownYet`. */
  act<A = Answer>(update: Update): Promise<Recorded<A>> {
    return this.lanes.run(update.number, () => this.untilKnown(update)) as Promise<Recorded<A>>;
  }

  /** Whether Temporal answers at this moment. */
  answers(): Promise<boolean> {
    return this.temporal.answers();
  }

  private async untilKnown(update: Update): Promise<Recorded<unknown>> {
    const giveUpAt = Date.now() + PATIENCE_MS;
    let broughtBack = false;
    for (const before of [0, ...PAUSES_MS]) {
      if (before > 0 && !broughtBack) await this.pause(before);
      const outcome = await this.attempt(update);
      if (typeof outcome === 'object') return outcome;
      broughtBack = outcome === 'brought back';
      if (Date.now() > giveUpAt) break;
    }
    throw new NotKnownYet();
  }

  /** The answer, or that it is to be sent again: later, or at once to a workflow that was gone. Refusals and defects are thrown. */
  private async attempt(update: Update): Promise<Recorded<unknown> | 'later' | 'brought back'> {
    try {
      return await this.temporal.update(update);
    } catch (error) {
      const meaning = meaningOf(error);
      const done = await this.record.answerFor(update.number, update.key);
      if (done) return done;
      if (meaning.is === 'refused') throw new ActionRefused(meaning.refusal);
      if (meaning.is === 'gone') return this.bringBack(update);
      if (meaning.is === 'defect') throw error;
      return 'later';
    }
  }

  /** A workflow that is gone: rightly so if the complaint is closed; else it is started again from the record. */
  private async bringBack(update: Update): Promise<'later' | 'brought back'> {
    const file = await this.record.fileOf(update.number);
    if (!file || file.closed) throw new ActionRefused(closedRefusal(file));
    try {
      await this.temporal.start(file);
      return 'brought back';
    } catch (error) {
      if (meaningOf(error).is === 'defect') throw error;
      return 'later';
    }
  }
}

const closedRefusal = (file: RunFile | undefined): Refusal =>
  file && !('number' in file) ? { code: 'improvement_closed', state: file.state } : { code: 'closed' };

/** The record by its database. */
export const recordBy = ({ queries }: Database): TheRecord => ({
  answerFor: (number, key) => runAnswerFor(queries, number, key),
  fileOf: (number) => runFileOf(queries, number),
});

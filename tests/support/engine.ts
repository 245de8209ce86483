import { randomUUID } from 'node:crypto';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { eq } from 'drizzle-orm';
import { registerComplaint } from '../../db/queries/intake';
import type { Intake } from '../../db/queries/intake';
import { complaints, obligations, turns } from '../../db/schema';
import type { ActionData, ActionName } from '../../domain/actions';
import type { ComplaintFile } from '../../domain/complaint-file';
import type { Actor } from '../../domain/people';
import type { Recorded } from '../../domain/recorded';
import type { Refusal } from '../../domain/refusals';
import { forwardTo, virtualNow } from '../../scripts/fast-forward';
import { meaningOf } from '../../gateway/temporal-failures';
import { complaintWorkflowId, startOptions, WORKFLOW_TYPE } from '../../workflows/contract';
import { testDatabase } from './database';
import type { TestDatabase } from './database';
import { testNamespace, workflowBundle } from './temporal';
import type { RunningWorker, TestNamespace } from './temporal';
import { verifyRecord } from './verify';

/** The demo staff that walk through the engine tests. */
export const HANDLER: Actor = { id: 'handler-1', roles: ['handler'], team: 'east' };
export const HANDLER2: Actor = { id: 'handler-2', roles: ['handler'], team: 'east' };
export const SUPERVISOR: Actor = { id: 'supervisor-1', roles: ['supervisor'], team: 'east' };
export const MANAGER: Actor = { id: 'manager-1', roles: ['manager'], team: 'head_office' };
export const SALES_DIRECTOR: Actor = { id: 'director-1', roles: ['sales_director'], team: 'head_office' };
export const CLERK: Actor = { id: 'clerk-1', roles: ['clerk'], team: 'head_office' };

/** For tests whose workers are processes of their own. */
const NO_WORKER: RunningWorker = { stop: () => Promise.resolve() };

export type ActOptions = { seen?: number; expects?: number; receivedAt?: number; key?: string };

/** The real parts together: a database, a namespace and a worker of its own, and what one does with them. */
export class Engine {
  private constructor(
    readonly db: TestDatabase,
    readonly ns: TestNamespace,
    public worker: RunningWorker,
  ) {}

  /** On the servers of the test run, or on others; the worker's way to Postgres may be another one than the test's. */
  static async start(servers: { postgres?: string; temporal?: string; worker?: 'none' } = {}): Promise<Engine> {
    const [db, ns] = await Promise.all([testDatabase(servers.postgres), testNamespace(servers.temporal)]);
    return new Engine(db, ns, servers.worker === 'none' ? NO_WORKER : await ns.startWorker(db.url));
  }

  async stop(): Promise<void> {
    await this.worker.stop();
    await this.ns.close();
    await this.db.drop();
  }

  /** Takes in a complaint as the API does; with `start: false` its workflow is left to the sweep. */
  async register({
    start = true,
    runLength,
    ...given
  }: Partial<Intake> & { start?: boolean; runLength?: number } = {}): Promise<string> {
    const now = given.now ?? new Date();
    const { file } = await registerComplaint(this.db.database, {
      caller: { principal: HANDLER.id, key: randomUUID(), bodyHash: 'none' },
      now,
      receivedAt: now,
      policy: 'standard',
      owner: { id: HANDLER.id, role: 'handler' },
      team: 'east',
      channel: 'phone',
      requestType: 'complaint',
      respondents: [],
      known: [],
      people: [
        {
          role: 'complainant',
          kind: 'consumer',
          name: '某客户',
          contacts: [{ channel: 'phone', address: '13800000000' }],
          tags: [],
        },
      ],
      details: { words: '收到的货是坏的', demands: ['exchange'] },
      ...given,
    });
    if (!file) throw new Error('The complaint was registered before.');
    this.numbers.push(file.number);
    if (start) await this.startRun(file, runLength);
    return file.number;
  }

  async startRun(file: ComplaintFile, runLength?: number): Promise<void> {
    const options = startOptions(file);
    const args: unknown[] = runLength ? [file, [], runLength] : options.args;
    await this.ns.client.workflow.start(WORKFLOW_TYPE, { ...options, args });
  }

  handle(number: string) {
    return this.ns.client.workflow.getHandle(complaintWorkflowId(number));
  }

  /** An action through the workflow, sent again with the same key when the run had to begin anew or is overloaded: as the gateway does it. */
  async act<N extends ActionName>(
    number: string,
    by: Actor,
    name: N,
    data: ActionData[N],
    options: ActOptions = {},
  ): Promise<Recorded> {
    const key = options.key ?? randomUUID();
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.send(number, by, name, data, { ...options, key });
      } catch (error) {
        // Within one run the same key gets the same answer; the new run may be some time in coming.
        if (tries === 40 || meaningOf(error).is !== 'unknown') throw error;
        await new Promise((done) => setTimeout(done, 250));
      }
    }
  }

  /** An action sent once, whatever comes of it. */
  send<N extends ActionName>(
    number: string,
    by: Actor,
    name: N,
    data: ActionData[N],
    options: ActOptions = {},
  ): Promise<Recorded> {
    const { key = randomUUID(), receivedAt = Date.now(), ...more } = options;
    return this.handle(number).executeUpdate<Recorded, [unknown]>(name, {
      args: [{ by, data, receivedAt, ...more }],
      updateId: key,
    });
  }

  /** The same, for an action that is expected to be refused: why. */
  async refusalOf<N extends ActionName>(
    number: string,
    by: Actor,
    name: N,
    data: ActionData[N],
    options: ActOptions = {},
  ): Promise<Refusal> {
    try {
      await this.act(number, by, name, data, options);
    } catch (error) {
      const cause =
        error instanceof WorkflowUpdateFailedError
          ? (error.cause as { details?: Refusal[]; message?: string })
          : undefined;
      if (cause?.details?.[0]) return cause.details[0];
      throw error;
    }
    throw new Error(`${name} was accepted.`);
  }

  /** Moves the complaint's clock by some milliseconds, or to an instant. */
  async forward(number: string, to: { by: number } | { until: number }): Promise<void> {
    const target = 'until' in to ? to.until : (await virtualNow(this.ns.client, number)) + to.by;
    await forwardTo(this.ns.client, number, target);
  }

  now(number: string): Promise<number> {
    return virtualNow(this.ns.client, number);
  }

  async record(number: string) {
    const [row] = await this.db.database.queries.select().from(complaints).where(eq(complaints.number, number));
    if (!row) throw new Error(`No complaint ${number}.`);
    return row;
  }

  turns(number: string) {
    return this.db.database.queries.select().from(turns).where(eq(turns.complaint, number)).orderBy(turns.seq);
  }

  async events(number: string) {
    return (await this.turns(number)).flatMap(({ events }) => events);
  }

  /** Everything that must be true of any complaint, however it was lived; of all that were taken in, unless some are named. */
  async verify(...numbers: string[]): Promise<void> {
    const chosen = numbers.length > 0 ? numbers : this.numbers;
    for (const number of chosen) verifyRecord(await this.record(number), await this.turns(number));
    const results = Worker.runReplayHistories({ workflowBundle: await workflowBundle() }, this.histories(chosen));
    for await (const { workflowId, error } of results) expect({ workflowId, error }).toEqual({ workflowId });
  }

  /** The histories of all runs that the complaints went through: the last one for certain, earlier ones by Temporal's list. */
  private async *histories(numbers: string[]) {
    for (const number of numbers) {
      const workflowId = complaintWorkflowId(number);
      const last = await this.handle(number).fetchHistory();
      yield { workflowId, history: last };
      for (const runId of await this.runsOf(number)) {
        yield { workflowId, history: await this.ns.client.workflow.getHandle(workflowId, runId).fetchHistory() };
      }
    }
  }

  /** The runs of a complaint, as far as Temporal's list knows them by now. */
  async runsOf(number: string): Promise<string[]> {
    const runs: string[] = [];
    const query = `WorkflowId = '${complaintWorkflowId(number)}'`;
    for await (const { runId } of this.ns.client.workflow.list({ query })) runs.push(runId);
    return runs;
  }

  /** The complaints that this engine has taken in. */
  readonly numbers: string[] = [];

  obligations(number: string) {
    return this.db.database.queries
      .select()
      .from(obligations)
      .where(eq(obligations.complaint, number))
      .orderBy(obligations.dueAt);
  }
}

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
export const MINUTE = 60_000;

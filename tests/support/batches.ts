import pino from 'pino';
import { batchOf, progressOf, queueBatch } from '../../db/queries/batches';
import type { NewBatch } from '../../db/queries/batches';
import { SYSTEM } from '../../domain/people';
import { startBatches } from '../../worker/batches';
import type { Engine } from './engine';

/** Batches as a test meets them: asked for, started, waited for. */
export class Batches {
  constructor(private readonly engine: Engine) {}

  /** So many complaints. A few at a time: those of one day wait for each other, for its next number. */
  async complaints(count: number): Promise<string[]> {
    const numbers: string[] = [];
    while (numbers.length < count) {
      const few = Math.min(4, count - numbers.length);
      numbers.push(...(await Promise.all(Array.from({ length: few }, () => this.engine.register()))));
    }
    return numbers;
  }

  /** Asks for one, of recomputing unless told, and has it started. */
  async begin(complaints: string[], given: Partial<NewBatch> = {}): Promise<string> {
    const { database } = this.engine.db;
    const id = await database.transaction((tx) =>
      queueBatch(tx, {
        kind: 'calendar',
        action: 'recompute',
        data: { edition: 1 },
        by: SYSTEM,
        requestedBy: 'admin-1',
        reason: '试验',
        at: new Date(),
        complaints,
        ...given,
      }),
    );
    if (!id) throw new Error('There was nothing to do.');
    await this.start();
    return id;
  }

  /** What the worker's sweep does every few seconds. */
  start(): Promise<number> {
    const { db, ns } = this.engine;
    return startBatches({ database: db.database, client: ns.client, log: pino({ level: 'silent' }) });
  }

  /** Waits until a batch is at its end, or until something is so of it; how far it is then. */
  async until(id: string, so = (waiting: number): boolean => waiting === 0) {
    for (;;) {
      const progress = await this.progress(id);
      if (so(progress.waiting)) return progress;
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  async progress(id: string) {
    const { queries } = this.engine.db.database;
    return (await progressOf(queries, [id])).get(id)!;
  }

  row(id: string) {
    return batchOf(this.engine.db.database.queries, id);
  }

  /** The run, or the last of its runs. */
  run(id: string) {
    return this.engine.ns.client.workflow.getHandle(`batch-${id}`);
  }
}

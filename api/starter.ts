import type { Logger } from 'pino';
import type { Database } from '../db/client';
import { markRunsStarted } from '../db/queries/runs';
import { idOf } from '../domain/runs';
import type { RunFile } from '../domain/runs';
import type { Temporal } from '../gateway/gateway';
import { logged } from './http/translate';

/** How long started complaints are collected before one statement marks them all. */
const COLLECT_MS = 20;
/** More than this many at once are left to the worker's sweep: nothing piles up here while Temporal is slow. */
const MOST_AT_ONCE = 200;

type Starting = { temporal: Temporal; database: Database; log: Logger };

/**
 * Starts the workflows of complaints and improvements that have just been registered. Nobody waits for it: they are in the record, and
 * whatever fails here is started by the worker's sweep.
 */
export class Starter {
  private readonly running = new Set<Promise<void>>();
  private started: string[] = [];
  private marking: NodeJS.Timeout | undefined;

  constructor(private readonly needs: Starting) {}

  start(file: RunFile): void {
    if (this.running.size >= MOST_AT_ONCE) return;
    const starting = this.startOne(file).finally(() => this.running.delete(starting));
    this.running.add(starting);
  }

  /** Waits for what is under way and marks it. */
  async close(): Promise<void> {
    await Promise.all(this.running);
    clearTimeout(this.marking);
    await this.mark();
  }

  private async startOne(file: RunFile): Promise<void> {
    try {
      await this.needs.temporal.start(file);
      this.started.push(idOf(file));
      this.marking ??= setTimeout(() => void this.mark(), COLLECT_MS);
    } catch (error) {
      this.needs.log.warn({ id: idOf(file), error: logged(error) }, 'workflow not started yet');
    }
  }

  private async mark(): Promise<void> {
    this.marking = undefined;
    const ids = this.started.splice(0);
    try {
      await markRunsStarted(this.needs.database.queries, ids);
    } catch (error) {
      this.needs.log.warn({ runs: ids.length, error: logged(error) }, 'started workflows not marked yet');
    }
  }
}

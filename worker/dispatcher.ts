import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from 'pino';
import type { Database, Queries } from '../db/client';
import { errorCode } from '../db/error-code';
import { somebodyFor } from '../db/queries/notices';
import { isStillTrue, markDropped, markSent, notToldYet, putInInbox, putOff, takeWaiting } from '../db/queries/outbox';
import type { Waiting } from '../db/queries/outbox';
import type { NoticeWords } from '../domain/notices';
import { handlerWords, renderNotice } from '../templates/notices';
import { withLink } from './customer-links';
import type { LinkMaker } from './customer-links';
import type { Channel } from './file-channel';

export type DispatcherDependencies = {
  database: Database;
  databaseUrl: string;
  channels: Channel[];
  links: LinkMaker;
  log: Logger;
};

/** How often the outbox is looked at when nothing wakes the dispatcher. */
const LOOK_EVERY_MS = 5_000;
const BATCH = 50;
/** Sends what lies in the outbox until it is told to stop. A dead channel holds up its own message, never a complaint. */
export async function runDispatcher(dependencies: DispatcherDependencies, stopped: AbortSignal): Promise<void> {
  const bell = new Bell(dependencies.databaseUrl);
  while (!stopped.aborted) {
    try {
      await bell.listen();
      while (!stopped.aborted && (await dispatchBatch(dependencies)) === BATCH);
    } catch (error) {
      dependencies.log.warn({ code: errorCode(error) }, 'outbox not reachable, trying again');
    }
    await bell.rungOrAfter(LOOK_EVERY_MS, stopped);
  }
  await bell.close();
}

/** Sends one batch, in the order of the outbox; gives back how many notices it took. */
export async function dispatchBatch(dependencies: Omit<DispatcherDependencies, 'databaseUrl'>): Promise<number> {
  return dependencies.database.transaction(async (tx) => {
    const waiting = await takeWaiting(tx, BATCH);
    for (const notice of waiting) await dispatch(tx, notice, dependencies);
    return waiting.length;
  });
}

async function dispatch(
  tx: Queries,
  notice: Waiting,
  { database, channels, links, log }: Omit<DispatcherDependencies, 'databaseUrl'>,
): Promise<void> {
  if (!(await isStillTrue(tx, notice))) return markDropped(tx, notice.id);
  try {
    const words = renderNotice(notice.notice, notice.complaint, notice.params, handlerWords(notice.handler));
    await deliver(tx, notice, await withLink(database.queries, notice, words, links), channels);
    await markSent(tx, notice.id, words);
  } catch (error) {
    log.warn(
      { notice: notice.id, complaint: notice.complaint, code: errorCode(error) },
      'notice not sent, will be tried again',
    );
    await putOff(tx, notice.id, errorCode(error));
  }
}

async function deliver(tx: Queries, notice: Waiting, words: NoticeWords, channels: Channel[]): Promise<void> {
  const staffIds = await notToldYet(tx, notice, await somebodyFor(tx, notice.recipients, notice));
  const recipients = 'customer' in notice.recipients ? [`customer-${notice.complaint}`] : staffIds;
  for (const to of recipients) {
    for (const channel of channels) await channel({ id: notice.id, to, at: notice.at, ...words });
  }
  await putInInbox(tx, notice, staffIds);
}

/** Rings when a notice has been put into the outbox. */
class Bell {
  private client: Client | undefined;
  private ring: () => void = () => {};

  constructor(private readonly databaseUrl: string) {}

  /** Makes sure that somebody listens; after a broken connection a new one. */
  async listen(): Promise<void> {
    if (this.client) return;
    const client = new Client({ connectionString: this.databaseUrl, connectionTimeoutMillis: 1_500 });
    client.on('notification', () => this.ring());
    client.on('error', () => this.forget(client));
    client.on('end', () => this.forget(client));
    await client.connect();
    await client.query('listen outbox');
    this.client = client;
  }

  async rungOrAfter(ms: number, stopped: AbortSignal): Promise<void> {
    const waiting = new AbortController();
    this.ring = () => waiting.abort();
    await sleep(ms, undefined, { signal: AbortSignal.any([waiting.signal, stopped]) }).catch(() => {});
  }

  async close(): Promise<void> {
    await this.client?.end().catch(() => {});
  }

  /** Only the connection that is listened on: one that never came about must not wake anybody, again and again. */
  private forget(client: Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.ring();
  }
}

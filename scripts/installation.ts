import { Client } from '@temporalio/client';
import type { Connection } from '@temporalio/client';
import { openDatabase } from '../db/client';
import type { Database } from '../db/client';
import { fileOf } from '../db/queries/reading';
import type { ComplaintFile } from '../domain/complaint-file';
import { connectTemporal, requireDatabase } from './servers/external';
import { readRunning } from './servers/running';
import type { Running } from './servers/running';
import { Trouble } from './servers/trouble';

/** The running installation as a script reaches it: that of `npm start`, or the one that the environment names. */
export type Installation = {
  readonly running: Running;
  readonly database: Database;
  readonly connection: Connection;
  readonly client: Client;
};

/** Connects to it for some work and lets go again; what cannot be reached is said in one sentence. */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const running = readRunning();
  await requireDatabase(running.databaseUrl);
  const connection = await connectTemporal(running.config);
  const database = openDatabase(running.databaseUrl, { max: 8, statement_timeout: 10_000 });
  try {
    const client = new Client({ connection, namespace: running.namespace });
    return await work({ running, database, connection, client });
  } finally {
    await database.close();
    await connection.close();
  }
}

/** The file of a complaint that is still open; a number that does not exist or is closed is told in one sentence. */
export async function openComplaint(
  { database }: Pick<Installation, 'database'>,
  number: string,
): Promise<ComplaintFile> {
  const file = await fileOf(database.queries, number);
  if (!file) throw new Trouble(`没有编号为 ${number} 的投诉。`);
  if (file.closed) throw new Trouble(`投诉 ${number} 已结案，流程已经走完。`);
  return file;
}

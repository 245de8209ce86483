import { NativeConnection } from '@temporalio/worker';
import { openDatabase } from '../../db/client';
import type { Database } from '../../db/client';
import { createBatchWorker } from '../../worker/batches';
import { createWorker, runTogether } from '../../worker/worker';

/**
 * A worker in a process of its own, which a test may kill. With DIE_AFTER_SEQ it kills itself, with -9, right after the
 * commit that takes a complaint beyond that serial: before anybody hears of it.
 */
async function main(): Promise<void> {
  const { DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, HUIYIN_SECRET, DIE_AFTER_SEQ } = process.env;
  const database = openDatabase(DATABASE_URL ?? '');
  const connection = await NativeConnection.connect({ address: TEMPORAL_ADDRESS ?? '' });
  const namespace = TEMPORAL_NAMESPACE ?? '';
  const worker = await createWorker({
    connection,
    namespace,
    secret: HUIYIN_SECRET ?? '',
    database: DIE_AFTER_SEQ ? dyingAfter(database, Number(DIE_AFTER_SEQ)) : database,
  });
  const pace = { group: 5, pauseMs: 50 };
  const batchWorker = await createBatchWorker({ connection, namespace, database, pace });
  console.log('worker ready');
  await runTogether(worker, batchWorker);
}

function dyingAfter(database: Database, seq: number): Database {
  return {
    ...database,
    transaction: async (run) => {
      const result = await database.transaction(run);
      const committed = (result as { seq?: number } | undefined)?.seq ?? 0;
      if (committed > seq) process.kill(process.pid, 'SIGKILL');
      return result;
    },
  };
}

void main();

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { TEST_SECRET } from './database';

export type ChildWorker = { kill(): Promise<void>; died: Promise<unknown> };

/** Starts a worker in a process of its own, ready to work. */
export async function startChildWorker(
  where: { databaseUrl: string; address: string; namespace: string },
  dieAfterSeq?: number,
): Promise<ChildWorker> {
  const child = spawn(process.execPath, ['--import', 'tsx', require.resolve('./worker-child.ts')], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      DATABASE_URL: where.databaseUrl,
      TEMPORAL_ADDRESS: where.address,
      TEMPORAL_NAMESPACE: where.namespace,
      HUIYIN_SECRET: TEST_SECRET,
      DIE_AFTER_SEQ: dieAfterSeq === undefined ? '' : String(dieAfterSeq),
    },
  });
  const died = once(child, 'exit');
  await new Promise<void>((ready, failed) => {
    child.stdout.on('data', (text: Buffer) => text.toString().includes('worker ready') && ready());
    void died.then(() => failed(new Error('The worker process ended before it was ready.')));
  });
  return {
    died,
    kill: async () => {
      child.kill('SIGKILL');
      await died;
    },
  };
}

// Healthy is a worker that Temporal has seen asking for work within the last two long polls. Ends with 0 or 1.
import { hostname } from 'node:os';

const TASK_QUEUE = 'complaints';
const TWO_LONG_POLLS_MS = 2 * 70_000;

const host = process.env.TEMPORAL_ADDRESS?.split(':')[0] ?? '127.0.0.1';
const namespace = process.env.TEMPORAL_NAMESPACE ?? 'huiyin';
const url = `http://${host}:7243/api/v1/namespaces/${namespace}/task-queues/${TASK_QUEUE}?taskQueueType=1`;

const answer = await fetch(url, { signal: AbortSignal.timeout(4_000) });
const { pollers = [] } = await answer.json();
const ours = pollers.some(
  ({ identity, lastAccessTime }) =>
    identity.endsWith(`@${hostname()}`) && Date.now() - Date.parse(lastAccessTime) < TWO_LONG_POLLS_MS,
);
process.exit(ours ? 0 : 1);

import { CancellationScope, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';

/**
 * Inside the workflow task, if Postgres answers at once. Well under 80 % of the workflow task timeout (5 s, set at start):
 * beyond it the task heartbeats, three events each.
 */
const quick = proxyLocalActivities<Activities>({
  startToCloseTimeout: '2s',
  scheduleToCloseTimeout: '3s',
  retry: { maximumAttempts: 2, initialInterval: '200ms' },
});

/** Postgres is away: an ordinary activity waits for days and writes no event while it does. */
const patient = proxyActivities<Activities>({
  startToCloseTimeout: '20s',
  retry: { initialInterval: '1s', maximumInterval: '30s' },
  summary: '等待数据库恢复后写入投诉档案',
});

/** Quickly if possible, patiently if not. Never gives up and cannot be cancelled. */
export function patiently<T>(call: (activities: typeof quick) => Promise<T>): Promise<T> {
  return CancellationScope.nonCancellable(async () => {
    try {
      return await call(quick);
    } catch {
      // Whatever its class: a local activity that times out throws another class on replay than it did live.
      return await call(patient);
    }
  });
}

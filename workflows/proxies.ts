import { CancellationScope, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { ActivityInterfaceFor, ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';
import type { Activities } from '../activities';

/**
 * Inside the workflow task, if Postgres answers at once. Well under 80 % of the workflow task timeout (5 s, set at start):
 * beyond it the task heartbeats, three events each.
 */
const QUICK: LocalActivityOptions = {
  startToCloseTimeout: '2s',
  scheduleToCloseTimeout: '3s',
  retry: { maximumAttempts: 2, initialInterval: '200ms' },
};

/** Postgres is away: an ordinary activity waits for days and writes no event while it does. */
const PATIENT: ActivityOptions = {
  startToCloseTimeout: '20s',
  retry: { initialInterval: '1s', maximumInterval: '30s' },
};

/**
 * Quickly if possible, patiently if not. Never gives up and cannot be cancelled. The summary stands beside the activity
 * in the UI.
 */
export function patiently<T>(
  summary: string,
  call: (activities: ActivityInterfaceFor<Activities>) => Promise<T>,
): Promise<T> {
  return CancellationScope.nonCancellable(async () => {
    try {
      return await call(proxyLocalActivities<Activities>({ ...QUICK, summary }));
    } catch {
      // Whatever its class: a local activity that times out throws another class on replay than it did live.
      return await call(proxyActivities<Activities>({ ...PATIENT, summary }));
    }
  });
}

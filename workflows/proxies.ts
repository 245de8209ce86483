import { CancellationScope, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { ActivityInterfaceFor, ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';
import type { Activities } from '../activities';

/**
 * Inside the workflow task, if Postgres answers at once. Two of these take less than 80 % of the workflow task timeout (5 s,
 * set at start): beyond it the task heartbeats, and what is replayed then may come in another order than it was lived.
 */
const QUICK: LocalActivityOptions = {
  startToCloseTimeout: '1.4s',
  scheduleToCloseTimeout: '1.5s',
  retry: { maximumAttempts: 1 },
};

/** Postgres is away: an ordinary activity waits for days and writes no event while it does. */
const PATIENT: ActivityOptions = {
  startToCloseTimeout: '20s',
  retry: { initialInterval: '1s', maximumInterval: '30s' },
};

/** A call of an activity, in whichever way it is made. */
export type Asking<T> = (activities: ActivityInterfaceFor<Activities>) => Promise<T>;
/** How a desk makes such a call; the summary stands beside it in the UI. */
export type Ask = <T>(summary: string, call: Asking<T>) => Promise<T>;

/**
 * Quickly if possible, patiently if not. Never gives up and cannot be cancelled. The summary stands beside the activity
 * in the UI.
 */
export function patiently<T>(summary: string, call: Asking<T>): Promise<T> {
  return CancellationScope.nonCancellable(async () => {
    try {
      return await call(proxyLocalActivities<Activities>({ ...QUICK, summary }));
    } catch {
      // Whatever its class: a local activity that times out throws another class on replay than it did live.
      return await call(proxyActivities<Activities>({ ...PATIENT, summary }));
    }
  });
}

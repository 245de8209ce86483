import { CancellationScope, continueAsNew, proxyActivities, setCurrentDetails, sleep } from '@temporalio/workflow';
import type { BatchActivities } from '../activities/send-group';
import { batchDetails } from '../templates/batch-details';
import { BATCH_PRIORITY, BATCH_TASK_QUEUE, GROUPS_OF_A_RUN } from './contract';

const { sendGroup } = proxyActivities<BatchActivities>({
  taskQueue: BATCH_TASK_QUEUE,
  startToCloseTimeout: '1h',
  // After a kill -9 the group goes on elsewhere.
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', maximumInterval: '30s' },
  priority: BATCH_PRIORITY,
  summary: '办理下一组',
});

/**
 * One action for many complaints: group after group, with a pause after each, so that people keep their room. It remembers
 * nothing: which complaints still wait is in Postgres. "Cancel" in the UI does not end it; a batch that is begun is finished.
 */
export async function batch(id: string, groups: number = GROUPS_OF_A_RUN): Promise<void> {
  await CancellationScope.nonCancellable(async () => {
    for (let sent = 0; sent < groups; sent += 1) {
      const progress = await sendGroup(id);
      setCurrentDetails(batchDetails(progress));
      if (progress.waiting === 0) return;
      await sleep(progress.pauseMs, { summary: '让出给人工办理' });
    }
    await continueAsNew<typeof batch>(id, groups);
  });
}

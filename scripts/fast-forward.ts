import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { msToTs, tsToMs } from '@temporalio/common/lib/time';
import { nextWake } from '../domain/clock';
import type { ComplaintFile } from '../domain/complaint-file';
import { complaintWorkflowId } from '../workflows/contract';
import { Trouble } from './servers/trouble';

/** What the server answers to a poll: not yet, there, or never. */
const POLL_TIMEOUT = 1;
const COMPLETED = 2;
/** gRPC: the server does not skip time. */
const UNIMPLEMENTED = 12;
/** How long a run may take over what its clock has to say. */
const PATIENCE_MS = 15_000;

/** The instant at which a complaint stands on its own clock: the wall's, and whatever has been skipped so far. */
export async function virtualNow(client: Client, number: string): Promise<number> {
  const { workflowExtendedInfo } = await client.workflowService.describeWorkflowExecution({
    namespace: client.options.namespace,
    execution: { workflowId: complaintWorkflowId(number) },
  });
  const currentTime = workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  return currentTime ? tsToMs(currentTime) : Date.now();
}

/** What the run itself holds now. */
export const fileOf = (client: Client, number: string): Promise<ComplaintFile> =>
  client.workflow.getHandle(complaintWorkflowId(number)).query<ComplaintFile>('file');

/**
 * Moves the clock of one complaint to an instant (ms, UTC), from one reminder or due time to the next: a single leap over a
 * continue-as-new would lose the new run's first timer. Only on a server that skips time; the past is refused.
 */
export async function forwardTo(client: Client, number: string, target: number): Promise<void> {
  const now = await virtualNow(client, number);
  if (target < now) {
    throw new Trouble(
      `不能把时间往回拨：该投诉的时钟已是 ${new Date(now).toISOString()}，给出的是 ${new Date(target).toISOString()}。`,
    );
  }
  for (;;) {
    const wake = nextWake(await fileOf(client, number));
    if (!wake || wake.at > target) break;
    await leapTo(client, number, wake.at + 1);
    await dealtWith(client, number, wake.at);
  }
  await leapTo(client, number, target);
}

/** One fast-forward of the server's own. */
async function leapTo(client: Client, number: string, target: number): Promise<void> {
  const duration = target - (await virtualNow(client, number));
  if (duration <= 0) return;
  const id = randomUUID();
  const { namespace } = client.options;
  const workflowExecution = { workflowId: complaintWorkflowId(number) };
  const timeSkippingConfig = { enabled: true, fastForwardConfig: { id, duration: msToTs(duration) } };
  try {
    await client.workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution,
      workflowExecutionOptions: { timeSkippingConfig },
      updateMask: { paths: ['time_skipping_config'] },
    });
  } catch (error) {
    if ((error as { code?: number }).code !== UNIMPLEMENTED) throw error;
    throw new Trouble('这个 Temporal 服务器不能快进时间：只有开发用的服务器（npm start 内置的）可以。');
  }
  for (;;) {
    const { fastForwardPollingResult, failedReason } = await client.workflowService.pollWorkflowExecutionTimeSkipping({
      namespace,
      workflowExecution,
      fastForwardId: id,
    });
    if (fastForwardPollingResult === COMPLETED) return;
    if (fastForwardPollingResult !== POLL_TIMEOUT) throw new Trouble(`快进没有完成：${failedReason}`);
  }
}

/** Waits until the run has put on file what its clock had to say up to an instant. */
async function dealtWith(client: Client, number: string, instant: number): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const wake = nextWake(await fileOf(client, number));
    if (!wake || wake.at > instant) return;
    await sleep(10);
  }
  throw new Trouble(`投诉 ${number} 的运行没有在 ${PATIENCE_MS / 1000} 秒内处理到期事项：工作进程在运行吗？`);
}

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { msToTs, tsToMs } from '@temporalio/common/lib/time';
import { nextWake } from '../domain/clock';
import type { Owed } from '../domain/clock';
import { idOf, isImprovementId } from '../domain/runs';
import type { RunFile } from '../domain/runs';
import { localTime } from '../templates/local-time';
import { workflowIdOf } from '../workflows/contract-runs';
import { Trouble } from './servers/trouble';

/** gRPC status codes. */
const DEADLINE_EXCEEDED = 4;
const NOT_FOUND = 5;
const FAILED_PRECONDITION = 9;
const UNIMPLEMENTED = 12;
const UNAVAILABLE = 14;

/** How long a run may take over one thing that its clock has to say, or over beginning again. */
const PATIENCE_MS = 15_000;
/** Shorter ways are waited for: a leap whose end goes by while the run works is not stopped there by the server (1.32). */
const SHORTEST_LEAP_MS = 1_000;
/** On the way to an instant before which no deadline lies there is at most the handing over to a new run. */
const FEW_SKIPS = 100;
/** A timer is set a little after the turn that wants it, and rings as much later. */
const TIMER_LAG_MS = 100;

/** The instant at which a complaint or an improvement stands on its own clock: the wall's, and whatever has been skipped so far. */
export async function virtualNow(client: Client, number: string): Promise<number> {
  return (await clockOf(client, number)).now;
}

/** What the run itself holds, and Postgres has. One that is at work, or has just handed over to a new run, is waited for. */
export async function fileOf(client: Client, number: string): Promise<RunFile> {
  const handle = client.workflow.getHandle(workflowIdOf(number));
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const file = await client
      .withDeadline(until, () => handle.query<RunFile | null>('recorded'))
      .catch((error: unknown) => {
        if (!isPassing(error)) throw translated(error, number);
        return undefined;
      });
    if (file) return file;
    await sleep(10);
  }
  throw tooSlow(number);
}

/**
 * Moves the clock of one complaint or improvement to an instant (ms, UTC), from one reminder or due time to the next: a single leap over a
 * continue-as-new would lose the new run's first timer. Only on a server that skips time; the past is refused.
 */
export async function forwardTo(client: Client, number: string, target: number): Promise<void> {
  let file = await fileOf(client, number);
  if (file.closed) throw new Trouble(`${named(number)}已结束，它的时钟不再走。`);
  if (file.lastAt > Date.now()) await reach(client, number, file.lastAt);
  const now = await virtualNow(client, number);
  if (target < now) {
    const [already, asked] = [now, target].map((instant) => localTime(Math.floor(instant / 1_000) * 1_000));
    throw new Trouble(`不能把时间往回拨：${named(number)}的时钟已是 ${already}，给出的是 ${asked}。`);
  }
  for (let wake = wakeOf(file); wake && wake.at <= target; wake = wakeOf(file)) {
    file = await ring(client, number, wake.at);
  }
  await reach(client, number, target);
}

/**
 * A run that was started again from the record begins at the wall's time. Where its own last turn lies ahead of that, its
 * clock is set to it, as soon as a worker has taken the run up: nobody waits for that here.
 */
export async function restoreClock(client: Client, file: RunFile): Promise<void> {
  const ahead = file.lastAt - Date.now();
  if (ahead >= SHORTEST_LEAP_MS) await takeOff(client, idOf(file), ahead, FEW_SKIPS);
}

/** Lets the timer of a wake ring, and waits until the run has put on file what there was to say. */
async function ring(client: Client, number: string, at: number): Promise<RunFile> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
    const ahead = at - (await virtualNow(client, number));
    // One skip ends exactly at the timer. The length limits it where somebody has moved the timer in between.
    if (ahead >= SHORTEST_LEAP_MS) await leap(client, number, ahead + TIMER_LAG_MS, 1);
    else await sleep(Math.max(ahead, 5));
    const file = await fileOf(client, number);
    if ((wakeOf(file)?.at ?? Infinity) > at) return file;
  }
  throw tooSlow(number);
}

/** Moves the clock to an instant before which no timer is set. */
async function reach(client: Client, number: string, target: number): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
    const ahead = target - (await virtualNow(client, number));
    if (ahead <= 0) return;
    if (ahead < SHORTEST_LEAP_MS) await sleep(ahead);
    else await leap(client, number, ahead, FEW_SKIPS);
  }
  throw tooSlow(number);
}

async function clockOf(client: Client, number: string): Promise<{ now: number; isLeaping: boolean }> {
  const execution = { workflowId: workflowIdOf(number) };
  const { workflowExtendedInfo } = await client.workflowService
    .describeWorkflowExecution({ namespace: client.options.namespace, execution })
    .catch((error: unknown) => {
      throw translated(error, number);
    });
  const { currentTime, effectiveConfig } = workflowExtendedInfo?.timeSkippingInfo ?? {};
  return { now: currentTime ? tsToMs(currentTime) : Date.now(), isLeaping: effectiveConfig?.enabled ?? false };
}

/** One fast-forward of the server's own: ends after the time given or after so many skips, whichever comes first. */
async function leap(client: Client, number: string, duration: number, mostSkips: number): Promise<void> {
  await takeOff(client, number, duration, mostSkips);
  // Looked at rather than polled for: the server's own long poll is not told of a leap that ends after so many skips.
  // Work in hand holds it up; who leaps looks at the clock afterwards.
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(5)) {
    if (!(await clockOf(client, number)).isLeaping) return;
  }
}

async function takeOff(client: Client, number: string, duration: number, maxSessionSkipCount: number): Promise<void> {
  const id = randomUUID();
  const { namespace } = client.options;
  const workflowExecution = { workflowId: workflowIdOf(number) };
  const timeSkippingConfig = {
    enabled: true,
    fastForwardConfig: { id, duration: msToTs(duration) },
    maxSessionSkipCount,
  };
  try {
    await client.workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution,
      workflowExecutionOptions: { timeSkippingConfig },
      updateMask: { paths: ['time_skipping_config'] },
    });
  } catch (error) {
    throw translated(error, number);
  }
}

const wakeOf = (file: { duties: Owed[] }) => nextWake(file);

/** How people call it. */
const named = (number: string): string => `${isImprovementId(number) ? '改进措施' : '投诉'} ${number} `;

/** Between two runs, or while the worker restarts, nobody answers a query; that passes. */
const isPassing = (error: unknown): boolean =>
  [DEADLINE_EXCEEDED, FAILED_PRECONDITION, UNAVAILABLE].includes(codeOf(error) ?? -1);

/** In plain words where the words of the service would help nobody. */
function translated(error: unknown, number: string): unknown {
  if (codeOf(error) === UNIMPLEMENTED) {
    return new Trouble('这个 Temporal 服务器不能快进时间：只有开发用的服务器（npm start 内置的）可以。');
  }
  const isGone = codeOf(error) === NOT_FOUND || error instanceof WorkflowNotFoundError;
  return isGone ? new Trouble(`${named(number)}没有流程在运行：请用 npm run restart -- ${number} 重新启动。`) : error;
}

const tooSlow = (number: string): Trouble =>
  new Trouble(`${named(number)}的流程 ${PATIENCE_MS / 1_000} 秒内没有回应：Worker 和数据库在运行吗？`);

/** The gRPC status of an error, looked for in its causes: the client wraps what the service says. */
function codeOf(error: unknown): number | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as Error & { code?: unknown };
    if (typeof code === 'number') return code;
  }
  return undefined;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { startChild } from './child';
import type { Child } from './child';
import { accepts } from './ports';
import { ensureTemporalBuilt } from './temporal-build';
import { ensureTemporalDatabases, TEMPORAL_ROLE } from './temporal-schema';

/** Every port the server listens on, by its official setting, and how far it lies from the frontend's (7233). */
const OFFSETS = {
  FRONTEND_GRPC_PORT: 0,
  FRONTEND_HTTP_PORT: 10,
  FRONTEND_MEMBERSHIP_PORT: -300,
  HISTORY_GRPC_PORT: 1,
  HISTORY_MEMBERSHIP_PORT: -299,
  MATCHING_GRPC_PORT: 2,
  MATCHING_MEMBERSHIP_PORT: -298,
  WORKER_GRPC_PORT: 6,
  WORKER_MEMBERSHIP_PORT: -294,
} as const;

/** The server's ports; clients use FRONTEND_GRPC_PORT only. */
export type TemporalPorts = Readonly<Record<keyof typeof OFFSETS, number>>;

/** How many ports `temporalPortsFrom` takes. */
export const TEMPORAL_PORT_COUNT = Object.keys(OFFSETS).length;

/** What a Temporal server runs on. */
export interface TemporalOptions {
  /** The superuser's address of the Postgres that holds its two databases; they are made or updated. */
  readonly postgres: { readonly url: string };
  /** The password of its own Postgres role, which is made or updated. */
  readonly password: string;
  readonly ports: TemporalPorts;
  /** Where its settings are written. */
  readonly folder: string;
  /** @default temporal.log in the folder */
  readonly logFile?: string;
  readonly signal?: AbortSignal;
}

/** A running Temporal server. */
export interface TemporalServer extends Child {
  /** host:port, as clients want it. */
  readonly address: string;
}

/** Gives each of these ports its part. */
export function temporalPortsFrom(ports: readonly number[]): TemporalPorts {
  return Object.fromEntries(Object.keys(OFFSETS).map((name, index) => [name, ports[index]!])) as TemporalPorts;
}

/** The official layout around a frontend port: one number to change moves them all. */
export function temporalPortsAround(frontend: number): TemporalPorts {
  return temporalPortsFrom(Object.values(OFFSETS).map((offset) => frontend + offset));
}

/** Starts the official Temporal server on a Postgres, building it on first use; done when it answers for workflows. */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const programs = await ensureTemporalBuilt(options.signal);
  await ensureTemporalDatabases(programs['temporal-sql-tool'], options.postgres.url, options.password);
  mkdirSync(options.folder, { recursive: true });
  const dynamicConfig = join(options.folder, 'temporal-dynamic-config.yaml');
  writeFileSync(dynamicConfig, DYNAMIC_CONFIG);
  const child = await startChild({
    name: 'Temporal',
    command: programs['temporal-server'],
    args: ['--allow-no-auth', 'start'],
    cwd: options.folder,
    env: serverEnvironment(options, dynamicConfig),
    logFile: options.logFile ?? join(options.folder, 'temporal.log'),
    signal: options.signal,
    ready: () => answers(options.ports.FRONTEND_GRPC_PORT),
    readyWithinMs: 90_000,
  });
  return { ...child, address: `127.0.0.1:${options.ports.FRONTEND_GRPC_PORT}` };
}

/** For development and tests only: the clock of single workflows can be moved, and new search attributes hold at once. */
const DYNAMIC_CONFIG = `frontend.WorkflowTimeSkippingEnabled:
  - value: true
# How many timers one fast-forward may pass; a complaint of some months passes more than the default of 200.
frontend.WorkflowTimeSkippingMaxSkipPerSession:
  - value: 100000
# With the default of 1s every skipped timer costs a second.
history.timerProcessorMaxTimeShift:
  - value: 1ms
# With the default of 20 a second, a fast-forward waits for its timers and tasks to be read once it has passed some twenty.
history.timerProcessorMaxPollRPS:
  - value: 1000
history.transferProcessorMaxPollRPS:
  - value: 1000
system.forceSearchAttributesCacheRefreshOnRead:
  - value: true
# A fast-forward runs from one run into the next without waiting.
history.workflowIdReuseMinimalInterval:
  - value: 0s
`;

/** Only what is named here: a TEMPORAL_… variable meant for our own connection must not reach the server's template. */
function serverEnvironment({ postgres, password, ports }: TemporalOptions, dynamicConfig: string): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DB: 'postgres12',
    POSTGRES_SEEDS: '127.0.0.1',
    DB_PORT: new URL(postgres.url).port,
    POSTGRES_USER: TEMPORAL_ROLE,
    POSTGRES_PWD: password,
    // Can never be changed for a database that has been used.
    NUM_HISTORY_SHARDS: '4',
    DYNAMIC_CONFIG_FILE_PATH: dynamicConfig,
    BIND_ON_IP: '127.0.0.1',
    LOG_LEVEL: 'warn',
  };
}

const NOT_FOUND = 5;
const NOBODY = 'huiyin-is-anybody-there';

/** The frontend accepts connections before the services behind it do, so matching and history are each asked something. */
async function answers(port: number): Promise<boolean> {
  if (!(await accepts(port))) return false;
  const connection = Connection.lazy({ address: `127.0.0.1:${port}`, interceptors: [] });
  const { workflowService } = connection;
  const namespace = 'temporal-system';
  try {
    return await connection.withDeadline(Date.now() + 2_000, async () => {
      await workflowService.describeTaskQueue({
        namespace,
        taskQueue: { name: NOBODY },
        taskQueueType: temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
      });
      await workflowService.describeWorkflowExecution({ namespace, execution: { workflowId: NOBODY } });
      return true;
    });
  } catch (error) {
    // Of a workflow that cannot be, only history says so.
    return (error as { code?: number }).code === NOT_FOUND;
  } finally {
    await connection.close();
  }
}

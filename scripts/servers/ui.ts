import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './child';
import type { Child } from './child';
import { ensureTemporalBuilt } from './temporal-build';

/** What the Web UI shows, and where. */
export interface UiOptions {
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly port: number;
  /** Where its settings are written. */
  readonly folder: string;
  /** @default temporal-ui.log in the folder */
  readonly logFile?: string;
  readonly signal?: AbortSignal;
}

/** A running Web UI. */
export interface UiServer extends Child {
  readonly url: string;
}

/** Starts Temporal's Web UI; done when it answers. */
export async function startUi(options: UiOptions): Promise<UiServer> {
  const programs = await ensureTemporalBuilt(options.signal);
  const url = `http://127.0.0.1:${options.port}`;
  mkdirSync(options.folder, { recursive: true });
  // JSON is YAML too.
  writeFileSync(join(options.folder, 'temporal-ui.yaml'), JSON.stringify(settings(options), null, 2));
  const child = await startChild({
    name: 'Temporal UI',
    command: programs['temporal-ui'],
    args: ['--root', options.folder, '--config', '.', '--env', 'temporal-ui', 'start'],
    cwd: options.folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
    logFile: options.logFile ?? join(options.folder, 'temporal-ui.log'),
    signal: options.signal,
    ready: () => isHealthy(`${url}/healthz`),
  });
  return { ...child, url };
}

/** Of all the buttons that change something, only "send a signal" stays: approvals come that way, everything else would go past the procedure. */
function settings({ temporalAddress, namespace, port }: UiOptions) {
  return {
    temporalGrpcAddress: temporalAddress,
    host: '127.0.0.1',
    port,
    enableUi: true,
    defaultNamespace: namespace,
    disableNewsFetch: true,
    notifyOnNewVersion: false,
    disableWriteActions: false,
    workflowSignalDisabled: false,
    workflowUpdateDisabled: true,
    workflowCancelDisabled: true,
    workflowTerminateDisabled: true,
    workflowResetDisabled: true,
    workflowPauseDisabled: true,
    startWorkflowDisabled: true,
    batchActionsDisabled: true,
    activityCommandsDisabled: true,
  };
}

/** Whether this address answers 2xx. */
export async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { signalQuietly } from './processes';
import { remember } from './records';
import { PortTaken, Trouble } from './trouble';

/** How to start one program and how to know that it is ready. */
export interface ChildOptions {
  /** The name people see. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Run as somebody else; only root may. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Everything it prints is appended here. */
  readonly logFile: string;
  /** Asked again and again until true; gets what the program has printed so far. */
  readonly ready: (printed: string) => boolean | Promise<boolean>;
  /** @default 60000 */
  readonly readyWithinMs?: number;
  /** @default SIGTERM */
  readonly stopSignal?: NodeJS.Signals;
  /** How long a polite stop may take before SIGKILL. @default 15000 */
  readonly stopWithinMs?: number;
  /** Gives up waiting for it and stops it; once it is ready this means nothing any more. */
  readonly signal?: AbortSignal;
}

/** A running program that we started. */
export interface Child {
  readonly name: string;
  readonly pid: number;
  /** Resolves with a few words when it ends, for whatever reason; never rejects. */
  readonly exited: Promise<string>;
  /** Ends it politely, then by force; done when it is gone. Safe to call twice. */
  stop(): Promise<void>;
  /** SIGKILL, as a crash would; done when it is gone. */
  kill(): Promise<void>;
}

const living = new Set<number>();
let lastResort = false;

/** Starts a program in a process group of its own (so the terminal's Ctrl-C does not reach it) and waits until it is ready. */
export async function startChild(options: ChildOptions): Promise<Child> {
  mkdirSync(dirname(options.logFile), { recursive: true });
  // A file, not a pipe: a program whose starter was killed must not die of a broken pipe while it holds data.
  const log = openSync(options.logFile, 'a+', 0o600);
  const from = fstatSync(log).size;
  try {
    const child = follow(launch(options, log), options);
    await becomeReady(child, options, () => readFrom(log, from));
    return child;
  } finally {
    closeSync(log);
  }
}

function launch(options: ChildOptions, log: number): ChildProcess {
  return spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', log, log],
    detached: true,
    ...options.user,
  });
}

function follow(spawned: ChildProcess, options: ChildOptions): Child {
  const { pid } = spawned;
  if (pid === undefined) {
    // The reason also comes as an event, which nobody needs any more.
    spawned.once('error', () => undefined);
    throw new Trouble(`${options.name} 无法运行：${options.command} 不存在或不可执行。`);
  }
  const stopSignal = options.stopSignal ?? 'SIGTERM';
  const stopWithinMs = options.stopWithinMs ?? 15_000;
  const forget = remember(options.name, pid, stopSignal, stopWithinMs);
  living.add(pid);
  killTheLivingOnExit();
  const exited = new Promise<string>((resolve) => {
    spawned.once('exit', (code, signal) => {
      living.delete(pid);
      forget();
      resolve(signal ? `signal ${signal}` : `exit code ${code}`);
    });
  });
  const end = async (signal: NodeJS.Signals, withinMs: number) => {
    if (!living.has(pid)) return;
    signalQuietly(pid, signal);
    await Promise.race([exited, sleep(withinMs, undefined, { ref: false })]);
    // The whole group, always: what the program itself started must not outlive it.
    signalQuietly(-pid, 'SIGKILL');
    await exited;
  };
  const stop = () => end(stopSignal, stopWithinMs);
  return { name: options.name, pid, exited, stop, kill: () => end('SIGKILL', 1_000) };
}

async function becomeReady(child: Child, options: ChildOptions, printed: () => string): Promise<void> {
  const until = Date.now() + (options.readyWithinMs ?? 60_000);
  let ended: string | undefined;
  void child.exited.then((how) => (ended = how));
  try {
    for (;;) {
      if (ended !== undefined) throw didNotStart(options, printed(), ended);
      if (await options.ready(printed())) return;
      if (options.signal?.aborted) throw new Trouble(`${options.name} 的启动被取消。`);
      if (Date.now() > until) throw didNotStart(options, printed(), 'no answer in time');
      await sleep(25);
    }
  } catch (error) {
    await child.stop();
    throw error;
  }
}

function didNotStart(options: ChildOptions, printed: string, how: string): Trouble {
  if (/address already in use/i.test(printed)) return new PortTaken(`${options.name} 要用的端口已被占用。`);
  const lines = printed.split('\n').filter((line) => line.trim() !== '');
  const reason = lines.findLast((line) => /FATAL|PANIC|error|unable|cannot/i.test(line)) ?? lines.at(-1) ?? '';
  return new Trouble(`${options.name} 没有启动（${how}）：${reason.trim().slice(0, 500)} 日志：${options.logFile}`);
}

/** Nothing we started outlives us, even when we end without having stopped it; only our own SIGKILL gets past this. */
function killTheLivingOnExit(): void {
  if (lastResort) return;
  lastResort = true;
  process.on('exit', () => living.forEach((pid) => signalQuietly(-pid, 'SIGKILL')));
}

function readFrom(file: number, from: number): string {
  const bytes = Buffer.alloc(Math.max(0, fstatSync(file).size - from));
  readSync(file, bytes, 0, bytes.length, from);
  return bytes.toString('utf8');
}

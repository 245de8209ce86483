import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process as we remember it between two runs. A pid alone is not enough: the system hands it out again. */
export interface ProcessRecord {
  readonly name: string;
  readonly pid: number;
  /** When it started, as the system tells it; see `birthOf`. */
  readonly birth: string;
}

/**
 * When a living process started, in a form that is never the same for two processes of one machine: boot and clock tick
 * on Linux, the start time of `ps` elsewhere. Undefined for a dead one, and for a zombie, which only waits to be reaped.
 */
export function birthOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return fromPs(pid, 'lstart=');
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in brackets and may itself hold brackets and spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

/** The command line of a living process, empty when it cannot be read. */
export function commandOf(pid: number): string {
  if (process.platform !== 'linux') return fromPs(pid, 'command=') ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** Remembers a running process. */
export function recordOf(name: string, pid: number): ProcessRecord {
  return { name, pid, birth: birthOf(pid) ?? '' };
}

/** Whether exactly the process we remember still runs. */
export function isRunning(record: ProcessRecord): boolean {
  return record.birth !== '' && birthOf(record.pid) === record.birth;
}

/**
 * Ends a remembered process, politely first, with SIGKILL when it is still there after `withinMs`. Never touches another
 * process under its pid. Answers whether there was anything to end.
 */
export async function endProcess(record: ProcessRecord, signal: NodeJS.Signals, withinMs: number): Promise<boolean> {
  if (!isRunning(record)) return false;
  signalQuietly(record.pid, signal);
  if (await goneWithin(record, withinMs)) return true;
  signalQuietly(record.pid, 'SIGKILL');
  await goneWithin(record, 5_000);
  return true;
}

/** Sends a signal; a process (or group, when negative) that is already gone, or was never ours to signal, is no error. */
export function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

async function goneWithin(record: ProcessRecord, withinMs: number): Promise<boolean> {
  const until = Date.now() + withinMs;
  while (isRunning(record)) {
    if (Date.now() > until) return false;
    await sleep(20);
  }
  return true;
}

function fromPs(pid: number, column: string): string | undefined {
  try {
    const args = ['-o', `stat=,${column}`, '-p', String(pid)];
    const text = execFileSync('ps', args, { encoding: 'utf8', env: { PATH: process.env.PATH, LC_ALL: 'C' } });
    const [, state, rest] = /^\s*(\S+)\s+(.*?)\s*$/s.exec(text) ?? [];
    return state === undefined || state.startsWith('Z') ? undefined : rest;
  } catch {
    return undefined;
  }
}

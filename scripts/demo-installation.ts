import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { ROOT } from './servers/data-folder';
import { readRunning } from './servers/running';
import { Trouble } from './servers/trouble';
import { coloured } from './demo-layout';

/** What `npm start` prints when everything is up. */
const UP = '回音已启动';
/** Ends the installation in order when whoever started it is gone, by whatever end: the channel between the two breaks. */
const tethered = (script: string): string =>
  `process.on('disconnect', () => process.kill(process.pid, 'SIGTERM')); import(${JSON.stringify(script)});`;

/** Works on the installation that runs, or brings one up for as long as that takes; says whether it did. */
export async function withRunningInstallation(work: () => Promise<void>): Promise<boolean> {
  if (isRunning()) {
    await work();
    return false;
  }
  const start = launch();
  const release = stopWithUs(start);
  try {
    await becomeUp(start);
    await work();
    console.log(coloured('dim', '\n正在停止回音…'));
  } finally {
    await stop(start);
    release();
  }
  return true;
}

function isRunning(): boolean {
  try {
    readRunning();
    return true;
  } catch (error) {
    if (error instanceof Trouble) return false;
    throw error;
  }
}

function launch(): ChildProcess {
  const script = pathToFileURL(join(ROOT, 'scripts', 'run.mjs')).href;
  // The arguments are as run.mjs expects them: a file, the name of the script.
  return spawn(process.execPath, ['-e', tethered(script), 'run.mjs', 'start'], {
    cwd: ROOT,
    // In a process group of its own: Ctrl-C reaches us, and we stop it in order.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
}

async function becomeUp(start: ChildProcess): Promise<void> {
  const lines = createInterface({ input: start.stdout! });
  let isUp = false;
  await new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      isUp ||= line.includes(UP);
      if (isUp) resolve();
      else if (line) console.log(coloured('dim', `  ${line}`));
    });
    start.once('exit', () => resolve());
  });
  if (!isUp) throw new Trouble('回音没有启动，演示不能进行。');
}

async function stop(start: ChildProcess): Promise<void> {
  if (start.exitCode !== null || start.signalCode !== null) return;
  start.kill('SIGTERM');
  await once(start, 'exit');
}

/** Ctrl-C and its like: first the installation stops, then we end. */
function stopWithUs(start: ChildProcess): () => void {
  const onSignal = () => void stop(start).then(() => process.exit(130));
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, onSignal);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
}

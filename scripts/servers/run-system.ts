import { join } from 'node:path';
import { lockDataFolder, openDataFolder, rotateLogs, secretsOf } from './data-folder';
import { logFile } from './embedded';
import type { Site } from './embedded';
import { Keeper } from './keeper';
import { endRemembered, RECORDS_VARIABLE } from './records';
import { forgetRunning, readRunning, writeRunning } from './running';
import type { Running } from './running';
import { readSettings, refuseTakenPorts } from './settings';
import { environmentFor, startSystem } from './system';
import type { Application } from './system';

/** A second Ctrl-C counts as one only after this time: the terminal and npm both pass on the first. */
const ECHO_MS = 1_000;

/**
 * Starts the whole system in a data folder and keeps it running until Ctrl-C or its like; then stops it in order. `welcome`
 * is called once, when everything is up.
 */
export async function runSystem<Prepared>(
  path: string,
  application: Application<Prepared>,
  welcome: (running: Running, prepared: Prepared, folder: string) => void,
): Promise<void> {
  const settings = readSettings(process.env);
  const folder = openDataFolder(path);
  const unlock = lockDataFolder(folder);
  let update = () => undefined as void;
  const keeper = new Keeper(say, () => update());
  const stopped = stopOnSignals(keeper);
  try {
    await endLeftovers(folder);
    await refuseTakenPorts(settings);
    rotateLogs(['postgres', 'temporal', 'ui', 'worker', 'api'].map((key) => logFile(folder, key)));
    const site: Site = { folder, settings, secrets: secretsOf(folder), keeper };
    const environment = environmentFor(site, process.env);
    const prepared = await startSystem(site, application, environment);
    update = () => writeRunning(folder, environment, keeper.pids());
    update();
    welcome(readRunning({ HUIYIN_DATA: folder }), prepared, folder);
    await stopped;
  } catch (error) {
    // What a stop interrupts fails in its own way, and that is nobody's news.
    if (!keeper.signal.aborted) throw error;
  } finally {
    await keeper.stop();
    forgetRunning(folder);
    unlock();
  }
}

/** What a killed run left behind is ended before it can hold ports and data. */
async function endLeftovers(folder: string): Promise<void> {
  const records = join(folder, 'processes');
  process.env[RECORDS_VARIABLE] = records;
  const ended = await endRemembered(records);
  if (ended.length > 0) say(`上次没有正常停止，已结束留下的进程：${ended.join('、')}。`);
}

/** Resolves at the first Ctrl-C (or TERM, or a closed terminal). One more, and nothing is waited for. */
function stopOnSignals(keeper: Keeper): Promise<void> {
  return new Promise((resolve) => {
    let first = 0;
    const onSignal = () => {
      if (first === 0) {
        first = Date.now();
        say('正在停止（再按一次 Ctrl-C 立即结束）…');
        keeper.abandon();
        resolve();
      } else if (Date.now() - first > ECHO_MS) {
        // Our exit kills what still runs; see child.ts.
        process.exit(130);
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
    // The terminal may be gone before we are; what we say then goes nowhere.
    process.stdout.on('error', () => undefined);
  });
}

function say(sentence: string): void {
  console.log(sentence);
}

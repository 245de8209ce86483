import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { signalQuietly } from './servers/processes';
import { remember } from './servers/records';
import { startThrowAwayServers } from './servers/throw-away';
import { explain, runScript } from './servers/trouble';

/** What the last line says. */
interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** `npm test`: one Postgres and one Temporal server for the whole run, then jest with the arguments given. */
async function test(args: readonly string[]): Promise<number> {
  const interrupted = interruption();
  try {
    const servers = await startThrowAwayServers();
    try {
      const env = {
        ...process.env,
        HUIYIN_TEST_POSTGRES_URL: servers.postgres.url,
        HUIYIN_TEST_TEMPORAL_ADDRESS: servers.temporal.address,
        HUIYIN_TEST_FOLDER: servers.folder,
      };
      const file = join(servers.folder, 'results.json');
      const code = await runJest([...defaults(args), ...args, '--json', `--outputFile=${file}`], env, interrupted);
      return tell(countsIn(file, code), code);
    } finally {
      await servers.dispose();
    }
  } catch (error) {
    // Without servers nothing was tested, and that is a failure, not a skip.
    console.error(interrupted.aborted ? '测试被中断。' : explain(error));
    return tell({ passed: 0, failed: 1 }, 1);
  }
}

/** Turns Ctrl-C and its like into something to wait for, so that the servers are always stopped first. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => controller.abort(signal));
  return controller.signal;
}

/** Two workers unless said otherwise: each brings Temporal workers of its own, and more only wait for each other. */
function defaults(args: readonly string[]): string[] {
  const chosen = args.some((arg) => /^(-w|-i|--maxWorkers|--runInBand)(=|\d|$)/.test(arg));
  return chosen ? [] : ['--maxWorkers=2'];
}

function runJest(args: readonly string[], env: NodeJS.ProcessEnv, interrupted: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    if (interrupted.aborted) return resolve(130);
    const jest = spawn(process.execPath, [require.resolve('jest/bin/jest'), ...args], { env, stdio: 'inherit' });
    const forget = remember('jest', jest.pid!, 'SIGKILL', 0);
    const passOn = () => signalQuietly(jest.pid!, interrupted.reason as NodeJS.Signals);
    interrupted.addEventListener('abort', passOn);
    jest.once('error', reject);
    jest.once('exit', (code, signal) => {
      forget();
      resolve(code ?? 128 + constants.signals[signal!]);
    });
  });
}

function countsIn(file: string, code: number): Counts {
  const results = readResults(file);
  // A file that does not even load has no tests to count; it is a failure all the same, and so is whatever else ended jest badly.
  const failed = (results.numFailedTests ?? 0) + (results.numRuntimeErrorTestSuites ?? 0);
  return { passed: results.numPassedTests ?? 0, failed: Math.max(failed, code === 0 ? 0 : 1) };
}

function readResults(file: string): Record<string, number | undefined> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, number | undefined>;
  } catch {
    return {};
  }
}

let lastLine = '';

/** The run's last words, printed when everything is stopped. */
function tell({ passed, failed }: Counts, code: number): number {
  lastLine = `${passed} passed, ${failed} failed`;
  return code;
}

runScript(async () => {
  const code = await test(process.argv.slice(2));
  console.log(lastLine);
  return code;
});

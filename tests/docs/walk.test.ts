import { execFile, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePorts, isPortTaken } from '../../scripts/servers/ports';
import { endProcess, recordOf } from '../../scripts/servers/processes';
import { remember } from '../../scripts/servers/records';
import { temporalPortsAround } from '../../scripts/servers/temporal';
import { scratchFolder } from '../scripts/scratch';
import { textOf } from './pages';

const ROOT = join(__dirname, '..', '..');
const home = scratchFolder('walk');
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The commands of the README's walk, in their order. */
const WALK = [...textOf('README.md').matchAll(/^```sh walk\n([\s\S]*?)^```/gm)].map(([, block]) => block!).join('\n');

test('the README leads a complaint from registration to the archive on the system that npm start brings up', async () => {
  const system = await start();
  try {
    const { stdout, stderr } = await walk(system.env);
    expect(stderr.replace(/^npm warn .*$/gm, '').trim()).toBe('');
    // The one refusal that it shows is shown as its sentence; any other would be a problem document.
    expect(stdout).not.toContain('urn:huiyin:problem');
    expect(stdout).toContain('此操作只能在「归档」进行');
    expect(stdout).toMatch(/自 .+ 收到投诉起，当日不计，按工作日计 1 天：/);
    expect(stdout).toMatch(/【临期】\d{8}-001 满意度回访/);
    expect(stdout).toContain('已接受：华东服务主管 审核通过');
    expect(stdout).toContain('"outcome":"completed","closed":true');
  } finally {
    await system.stop();
  }
}, 180_000);

async function walk(env: NodeJS.ProcessEnv): Promise<{ stdout: string; stderr: string }> {
  expect(WALK).toContain('. .data/demo.env');
  const script = WALK.replace('. .data/demo.env', '. "$HUIYIN_DATA/demo.env"');
  return promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd: ROOT, env, timeout: 120_000 });
}

/** `npm start` with a data folder and ports of its own. */
async function start(): Promise<{ env: NodeJS.ProcessEnv; stop(): Promise<unknown> }> {
  const [postgres, ui, api] = await freePorts(3);
  const env = {
    ...process.env,
    HUIYIN_DATA: join(home, 'data'),
    HUIYIN_POSTGRES_PORT: String(postgres),
    HUIYIN_TEMPORAL_PORT: String(await freeTemporalPort()),
    HUIYIN_TEMPORAL_UI_PORT: String(ui),
    PORT: String(api),
    DATABASE_URL: '',
    TEMPORAL_ADDRESS: '',
  };
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'run.mjs'), 'start'], { cwd: ROOT, env });
  const forget = remember('npm start', child.pid!, 'SIGTERM', 60_000);
  child.once('exit', forget);
  const record = recordOf('npm start', child.pid!);
  await new Promise<void>((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes: Buffer) => {
        said += bytes.toString();
        if (said.includes('回音已启动')) resolve();
      });
    }
    child.once('exit', () => reject(new Error(`npm start ended:\n${said}`)));
  });
  return { env, stop: () => endProcess(record, 'SIGTERM', 30_000) };
}

async function freeTemporalPort(): Promise<number> {
  const [port] = await freePorts(1);
  const taken = await Promise.all(Object.values(temporalPortsAround(port!)).map(isPortTaken));
  return taken.includes(true) || port! > 32_000 ? freeTemporalPort() : port!;
}

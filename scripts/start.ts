import { randomUUID } from 'node:crypto';
import { join, relative } from 'node:path';
import { loadDemoStaff } from '../db/demo-staff';
import type { DemoStaff } from '../db/demo-staff';
import { migrate } from '../db/migrate';
import { EXAMPLE_COMPLAINT } from './example-complaint';
import { dataFolder, ROOT, writePrivateText } from './servers/data-folder';
import { runSystem } from './servers/run-system';
import type { Running } from './servers/running';
import { runScript } from './servers/trouble';

const APPLICATION = {
  worker: ['--import', 'tsx', join(ROOT, 'worker', 'main.ts')],
  api: ['--import', 'tsx', join(ROOT, 'api', 'main.ts')],
  async prepare(databaseUrl: string, secret: string): Promise<DemoStaff[]> {
    await migrate(databaseUrl);
    return loadDemoStaff(databaseUrl, secret);
  },
};

/** `npm start`: everything the product needs, in one terminal. */
runScript(() => runSystem(dataFolder(), APPLICATION, welcome));

function welcome(running: Running, staff: readonly DemoStaff[], folder: string): void {
  const demoFile = join(folder, 'demo.env');
  writePrivateText(demoFile, demoEnvironment(running, staff));
  const shown = (path: string) => (path.startsWith(ROOT) ? relative(ROOT, path) : path);
  console.log(`
回音已启动，Ctrl-C 停止。
  接口 API            ${running.apiUrl}
  接口文档 API docs   ${running.apiUrl}/docs
  流程 Temporal UI    ${running.uiUrl ?? '（外部 Temporal，未给出 HUIYIN_TEMPORAL_UI）'}
  数据与日志          ${shown(folder)}

登记一条投诉（另开一个终端，在项目文件夹里）：
  . ${shown(demoFile)}
  ${registerLine()}
`);
}

/** The variables the README's examples use: where the API is, and a token for each demo post. */
function demoEnvironment(running: Running, staff: readonly DemoStaff[]): string {
  const lines = staff.map(({ envName, token, name }) => `export ${envName}=${quote(token)} # ${name}`);
  return [`export HUIYIN=${quote(running.apiUrl)}`, ...lines, ''].join('\n');
}

/** The key is drawn anew for each start, so the line registers one complaint, however often it is sent. */
function registerLine(): string {
  return [
    'curl -sS "$HUIYIN/complaints"',
    '-H "Authorization: Bearer $HANDLER"',
    `-H "Idempotency-Key: ${randomUUID()}"`,
    `-H 'Content-Type: application/json'`,
    `-d ${quote(JSON.stringify(EXAMPLE_COMPLAINT))}`,
  ].join(' \\\n    ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

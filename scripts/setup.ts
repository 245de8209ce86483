import { setTimeout as sleep } from 'node:timers/promises';
import { loadConfig } from '../config';
import type { Config } from '../config';
import { loadDemoStaff } from '../db/demo-staff';
import { migrate } from '../db/migrate';
import { connectTemporal, requireDatabase } from './servers/external';
import { ensureNamespace } from './servers/namespace';
import { explain, runScript, Trouble } from './servers/trouble';

/** Servers that are only just starting get this long. */
const PATIENCE_MS = 120_000;

/**
 * Makes servers of our own choosing fit for worker and API: tables, policies and working calendar in Postgres, namespace
 * and search attributes in Temporal. Twice does no harm; it runs before every deployment.
 */
runScript(async () => {
  const config = loadConfig(process.env);
  const wantsDemoStaff = flag('HUIYIN_DEMO_STAFF');
  await patiently(() => requireDatabase(config.databaseUrl));
  await migrate(config.databaseUrl);
  console.log('数据库结构、流程与工作日历：已就绪。');
  await patiently(() => prepareTemporal(config));
  console.log(`Temporal 命名空间 ${config.temporal.namespace} 与检索字段：已就绪。`);
  if (wantsDemoStaff) await tellDemoStaff(config);
});

async function prepareTemporal(config: Config): Promise<void> {
  const connection = await connectTemporal(config);
  try {
    await ensureNamespace(connection, config.temporal.namespace);
  } finally {
    await connection.close();
  }
}

/** The demo posts and their tokens, as lines for a shell. Only who asked for demo staff gets to see them. */
async function tellDemoStaff({ databaseUrl, secret }: Config): Promise<void> {
  const staff = await loadDemoStaff(databaseUrl, secret);
  console.log('演示岗位与令牌（仅供演示，请勿用于正式环境）：');
  for (const { envName, token, name } of staff) console.log(`export ${envName}='${token}' # ${name}`);
}

/** Again and again until it succeeds or patience is at its end; every attempt may be made twice. */
async function patiently(attempt: () => Promise<void>): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until) throw error;
      if (tries === 1) console.log(`${explain(error)} 最多再等两分钟…`);
      await sleep(1_000);
    }
  }
}

function flag(name: string): boolean {
  const value = process.env[name] || 'false';
  if (value !== 'true' && value !== 'false') throw new Trouble(`${name} 应为 true 或 false，现在是“${value}”。`);
  return value === 'true';
}

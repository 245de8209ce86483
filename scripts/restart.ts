import { parseArgs } from 'node:util';
import { withInstallation } from './installation';
import { openNumbers, restartComplaints } from './restart-complaints';
import type { Restarted } from './restart-complaints';
import { ensureNamespace } from './servers/namespace';
import { runScript, Trouble } from './servers/trouble';

const USAGE = `用法：npm run restart -- <编号>…                重新启动流程已不在的投诉或改进措施
      npm run restart -- --all                  所有未结的投诉和改进措施
      npm run restart -- --all --terminate      先结束正在运行的流程（代码有大改动时）`;
const MOST_NAMED = 20;

/** `npm run restart`: complaints whose workflow is gone come back from Postgres alone, at the step where they stood. */
runScript(async () => {
  const { numbers, all, terminate } = readArguments(process.argv.slice(2));
  return withInstallation(async (installation) => {
    const { connection, database, running } = installation;
    await ensureNamespace(connection, running.namespace);
    const chosen = all ? openNumbers(database.queries) : numbers;
    return tell(await restartComplaints(installation, chosen, terminate));
  });
});

function readArguments(args: string[]): { numbers: string[]; all: boolean; terminate: boolean } {
  const { values, positionals } = parse(args);
  const { all = false, terminate = false } = values;
  if (all === positionals.length > 0) throw new Trouble(USAGE);
  return { numbers: [...new Set(positionals)], all, terminate };
}

function parse(args: string[]) {
  const options = { all: { type: 'boolean' }, terminate: { type: 'boolean' } } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new Trouble(USAGE);
  }
}

function tell({ started, running, closed, failed }: Restarted): number {
  const counts = [`已启动 ${started} 件`, `本来就在运行 ${running} 件`, `已结案 ${closed} 件`];
  console.log(`${counts.join('，')}，未能启动 ${failed.length} 件。`);
  for (const { number, why } of failed.slice(0, MOST_NAMED)) console.error(`  ${number}  ${why}`);
  if (failed.length > MOST_NAMED) console.error(`  ……另有 ${failed.length - MOST_NAMED} 件`);
  return failed.length > 0 ? 1 : 0;
}

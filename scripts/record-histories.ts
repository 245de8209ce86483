import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { IMPROVEMENT_LIVES } from '../tests/replay/improvement-lives';
import { LIVES } from '../tests/replay/lives';
import { Engine } from '../tests/support/engine';
import { workflowIdOf } from '../workflows/contract-runs';
import { startThrowAwayServers } from './servers/throw-away';
import { runScript } from './servers/trouble';

/**
 * Lives every life of tests/replay/lives.ts on the real servers and keeps its history for the replay gate. To be run before
 * the workflow's code changes in a release, under a new label: `npm run history:record -- 2026-11`; with names, only these lives.
 */
async function record(label: string, names: string[]): Promise<void> {
  const servers = await startThrowAwayServers();
  try {
    const engine = await Engine.start({ postgres: servers.postgres.url, temporal: servers.temporal.address });
    for (const [name, live] of Object.entries({ ...LIVES, ...IMPROVEMENT_LIVES })) {
      if (names.length > 0 && !names.includes(name)) continue;
      const number = await live(engine);
      const history = withoutMachine(
        historyToJSON(await engine.ns.client.workflow.getHandle(workflowIdOf(number)).fetchHistory()),
      );
      writeFileSync(join(__dirname, '../tests/replay/histories', `${label}-${name}.json`), `${history}\n`);
      console.log(`${name}: ${number}`);
    }
    await engine.stop();
  } finally {
    await servers.dispose();
  }
}

/** Who did it is told as process and machine, which is nobody's business a year later. */
const withoutMachine = (history: string): string => history.replace(/"\d+@[^"]*"/g, '"recorded"');

runScript(async () => {
  const [label, ...names] = process.argv.slice(2);
  if (!label || !/^[\w.-]+$/.test(label)) {
    console.error('请给这批历史一个名字，例如：npm run history:record -- 2026-11');
    return 1;
  }
  await record(label, names);
  return 0;
});

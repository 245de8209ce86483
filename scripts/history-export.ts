import { writeFile } from 'node:fs/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { WorkflowNotFoundError } from '@temporalio/client';
import { withInstallation } from './installation';
import { runScript, Trouble } from './servers/trouble';

const USAGE = '用法：npm run history:export -- <workflowId，如 complaint-20261122-001> <文件.json>';

/** `npm run history:export`: saves the history of a run, so that tests/replay holds future code to it. */
runScript(async () => {
  const [workflowId, file, ...more] = process.argv.slice(2);
  if (!workflowId || !file || more.length > 0) throw new Trouble(USAGE);
  return withInstallation(async ({ client }) => {
    const history = await client.workflow
      .getHandle(workflowId)
      .fetchHistory()
      .catch((error: unknown) => {
        if (error instanceof WorkflowNotFoundError) throw new Trouble(`Temporal 里没有 ${workflowId} 的历史。`);
        throw error;
      });
    await writeFile(file, `${historyToJSON(history)}\n`);
    console.log(`已保存 ${history.events?.length ?? 0} 个事件：${file}`);
  });
});

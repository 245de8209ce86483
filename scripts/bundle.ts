import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import { runScript } from './servers/trouble';

/** Bundles the workflows into one file, so that a worker need not do it at each start: `npm run bundle -- <file>`. */
runScript(async () => {
  const [file] = process.argv.slice(2);
  if (!file) {
    console.error('请给出要写入的文件，例如：npm run bundle -- workflow-bundle.js');
    return 1;
  }
  const { code } = await bundleWorkflowCode({ workflowsPath: require.resolve('../workflows') });
  writeFileSync(resolve(file), code);
  return 0;
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { clausePage } from './clause-table';
import { ROOT } from './servers/data-folder';
import { runScript } from './servers/trouble';

/** Writes into docs/clauses.md which code and which tests each clause has: `npm run docs:clauses`. */
runScript(async () => {
  const path = join(ROOT, 'docs', 'clauses.md');
  const options = await resolveConfig(path);
  writeFileSync(path, await format(clausePage(ROOT), { ...options, parser: 'markdown' }));
  console.log('docs/clauses.md 已更新。');
});

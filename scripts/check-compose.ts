import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from './servers/data-folder';
import { GO_ENV, requireGo } from './servers/go';
import { runScript, Trouble } from './servers/trouble';

/** A module of its own, so that its dependencies never move those of the Temporal server. */
const MODULE = join(__dirname, 'servers', 'compose');

/**
 * Reads a compose file (docker-compose.yml unless another is named) with the parser Docker Compose itself uses: syntax,
 * schema, variables, and whether what it refers to is there. Variables that a file demands of the environment are given
 * a stand-in: whether they are set is a matter of the machine it will run on.
 */
runScript(async () => {
  const file = resolve(process.argv[2] ?? join(ROOT, 'docker-compose.yml'));
  if (!existsSync(file)) throw new Trouble(`没有找到 ${file}。`);
  requireGo(/^go (\S+)/m.exec(readFileSync(join(MODULE, 'go.mod'), 'utf8'))?.[1] ?? '');
  const env = { ...standIns(readFileSync(file, 'utf8')), ...GO_ENV };
  const done = spawnSync('go', ['run', '.', file], { cwd: MODULE, env, encoding: 'utf8', timeout: 300_000 });
  if (done.status !== 0)
    throw new Trouble(`${file} 不是有效的 compose 文件：${done.stderr.replace(/exit status \d+\s*$/, '').trim()}`);
  console.log(`${file} 有效：${done.stdout.trim().split('\n').join('、')}。`);
});

/** One value for each `${NAME:?…}`. */
function standIns(text: string): NodeJS.ProcessEnv {
  const demanded = text.matchAll(/\$\{(\w+):?\?/g);
  return Object.fromEntries([...demanded].map(([, name]) => [name, 'stand-in']));
}

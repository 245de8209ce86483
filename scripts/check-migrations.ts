import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from './servers/data-folder';
import { runScript, Trouble } from './servers/trouble';

/** Fails when the schema says something that no migration does: what `db:generate` would add is what is missing. */
runScript(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-migrations-'));
  try {
    cpSync(join(ROOT, 'db', 'migrations'), folder, { recursive: true });
    const before = new Set(readdirSync(folder));
    drizzleKit(['check', '--dialect', 'postgresql', '--out', relative(ROOT, folder)]);
    const schema = join('db', 'schema', 'index.ts');
    drizzleKit(['generate', '--dialect', 'postgresql', '--schema', schema, '--out', relative(ROOT, folder)]);
    const added = readdirSync(folder).filter((file) => !before.has(file));
    if (added.length > 0) {
      const missing = added.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n');
      throw new Trouble(`db/schema 与 db/migrations 不一致，请运行 npm run db:generate。缺少的部分：\n${missing}`);
    }
    console.log('db/schema 与 db/migrations 一致。');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** It asks when a change could be a rename; without a terminal that is a failure too, and a migration is missing anyway. */
function drizzleKit(args: readonly string[]): void {
  const kit = join(ROOT, 'node_modules', '.bin', 'drizzle-kit');
  const done = spawnSync(kit, args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
  });
  if (done.status !== 0) throw new Trouble(`drizzle-kit ${args[0]} 失败：\n${done.stdout}${done.stderr}`.trim());
}

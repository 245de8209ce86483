import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const RUN = join(__dirname, '..', '..', 'scripts', 'run.mjs');

function run(args: readonly string[], options: readonly string[] = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...options, RUN, ...args], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

test.each(['18.20.8', '20.18.3'])('an old Node (%s) is named, together with what to do', (version) => {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`;
  expect(run(['start'], ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`])).toEqual({
    status: 1,
    said: `Node 太旧（${version}）：请安装 Node 20.19 或更新的版本（nodejs.org）。\n`,
  });
});

test.each([['nothing'], ['../api/main'], ['servers/child']])('there is no command %s', (name) => {
  expect(run([name])).toEqual({ status: 1, said: `没有这个命令：${name}\n` });
});

test('a script gets its arguments, and its exit code is the command’s', () => {
  expect(run(['check-compose', '/no/such.yml'])).toEqual({ status: 1, said: '没有找到 /no/such.yml。\n' });
});

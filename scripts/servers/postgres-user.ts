import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { Trouble } from './trouble';

/** The account Postgres runs under when we are root; undefined when we are not. */
export interface PostgresUser {
  readonly uid: number;
  readonly gid: number;
}

/** How to run one of Postgres' programs: directly, or as root under another name. */
export interface Invocation {
  readonly command: string;
  readonly args: readonly string[];
  readonly user?: PostgresUser;
}

/** Postgres refuses to run as root, so root lends it the account `postgres`, made here where the machine has none. */
export function postgresUser(): PostgresUser | undefined {
  if (userInfo().uid !== 0) return undefined;
  const user = lookUp() ?? create();
  if (!user) throw new Trouble('以 root 运行时 Postgres 需要帐号 postgres，但无法创建：请先建好它，或换普通用户运行。');
  return user;
}

/**
 * How to run a program on a data folder so that Postgres accepts it. A root's clone often lies where no other account may
 * enter (/root, a `mktemp -d`). There setpriv lends the one capability that folder permissions do not stop, so that we
 * need not open the folders of others.
 */
export function asPostgresUser(
  user: PostgresUser | undefined,
  folder: string,
  command: string,
  args: readonly string[],
): Invocation {
  if (!user || [command, folder].every((path) => isOpenToAll(dirname(path)))) return { command, args, user };
  // Without the last one the capability would not count in access(2), with which Postgres looks for its own programs.
  const lent = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup'];
  const setpriv = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...lent, '--', command];
  if (!succeeds('setpriv', [...setpriv, '--version'])) {
    throw new Trouble(
      `以 root 运行时 Postgres 要换用 postgres 帐号，但它进不了 ${folder} 或 ${command} 所在的文件夹：请换普通用户运行，或把项目放到人人可进入的文件夹。`,
    );
  }
  return { command: 'setpriv', args: [...setpriv, ...args] };
}

/** Whether any account may pass through this folder and all above it. */
function isOpenToAll(folder: string): boolean {
  return (statSync(folder).mode & 0o001) !== 0 && (folder === dirname(folder) || isOpenToAll(dirname(folder)));
}

function lookUp(): PostgresUser | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function create(): PostgresUser | undefined {
  succeeds('groupadd', ['--system', 'postgres']);
  succeeds('useradd', ['--system', '--no-create-home', '--gid', 'postgres', 'postgres']);
  return lookUp();
}

function succeeds(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

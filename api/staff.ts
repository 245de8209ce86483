import { createHmac } from 'node:crypto';
import { tokenHash } from '../db/approval-code';
import type { Queries } from '../db/client';
import { accountOf, anotherAdmin, changeAccount, oneAtATime, openAccount, replaceToken } from '../db/queries/accounts';
import type { Account } from '../db/queries/accounts';
import { vacantAfter } from '../db/queries/vacancies';
import { teamsOf } from '../db/queries/teams';
import { RESERVED_IDS } from '../domain/people';
import type { Role } from '../domain/words';
import { leave, transfer } from './departure';
import { fieldError } from './http/issues';
import type { FieldError } from './http/problem';
import { Problem } from './http/problem';

/** Who changes something about somebody, and when. */
export type Trail = { by: string; at: Date };

/** Opens an account. Its token follows from the installation's secret and the call, so that a repeated call tells the same one. */
export async function open(tx: Queries, account: Omit<Account, 'recordedAt'>, token: string, trail: Trail) {
  await oneAtATime(tx);
  if (RESERVED_IDS.some((reserved) => reserved === account.id)) {
    const why = [
      `不能用保留的编号：${RESERVED_IDS.join('、')}`,
      `none of the reserved ids: ${RESERVED_IDS.join(', ')}`,
    ] as const;
    throw Problem.of('invalid_body', {}, { errors: [fieldError(['id'], account.id, ...why)] });
  }
  if (await accountOf(tx, account.id)) throw Problem.of('id_taken', { id: account.id });
  await mustFitItsTeam(tx, account);
  await openAccount(tx, account, tokenHash(token), trail.by, trail.at);
  return account;
}

/** The token of a new account. */
export const newToken = (secret: string, by: string, key: string): string =>
  `hy_${createHmac('sha256', secret).update(`staff\n${by}\n${key}`).digest('base64url').slice(0, 32)}`;

/** Gives somebody who works here another token; the one that he had is void at once. */
export async function renewToken(tx: Queries, id: string, token: string, trail: Trail): Promise<Account> {
  const account = await existing(tx, id);
  if (!account.active) throw Problem.of('no_such_person', { id });
  await replaceToken(tx, id, tokenHash(token), trail);
  return account;
}

/** An account as it is after a change, and its roles that nobody else holds where he held them. */
export type Changed = { account: Account; vacant: Role[] };

/**
 * Changes an account; from the next call on it counts. Open complaints that he may not answer for any more need a successor,
 * as when he leaves (HA-2).
 */
export async function change(
  tx: Queries,
  id: string,
  { successor, ...given }: Partial<Account> & { successor?: string },
  trail: Trail,
): Promise<Changed> {
  await oneAtATime(tx);
  const before = await existing(tx, id);
  const after = { ...before, ...given };
  await mustFitItsTeam(tx, after);
  await mustLeaveAnAdmin(tx, before, after);
  if (before.active && !after.active) await leave(tx, id, successor, trail);
  else if (before.active) await transfer(tx, [before, after], successor, trail);
  await changeAccount(tx, id, given, { ...trail, successor });
  return { account: after, vacant: await vacantAfter(tx, before) };
}

/** Somebody leaves: what waits for him goes to his successor, his tokens die at once, his name stays in what he did. */
export async function depart(tx: Queries, id: string, successor: string | undefined, trail: Trail): Promise<Changed> {
  await oneAtATime(tx);
  const before = await existing(tx, id);
  await mustLeaveAnAdmin(tx, before, { ...before, active: false });
  await leave(tx, id, successor, trail);
  await changeAccount(tx, id, { active: false }, { ...trail, successor });
  return { account: { ...before, active: false }, vacant: await vacantAfter(tx, before) };
}

async function existing(tx: Queries, id: string): Promise<Account> {
  const account = await accountOf(tx, id);
  if (!account) throw Problem.of('no_such_person', { id });
  return account;
}

async function mustLeaveAnAdmin(tx: Queries, before: Account, after: Account): Promise<void> {
  const runs = ({ roles, active }: Account): boolean => active && roles.includes('admin');
  if (runs(before) && !runs(after) && !(await anotherAdmin(tx, before.id))) throw Problem.of('last_admin', {});
}

/** Handlers and supervisors work in a service team, heads and members in a department (RO-2). */
async function mustFitItsTeam(tx: Queries, { roles, team }: Pick<Account, 'roles' | 'team'>): Promise<void> {
  const teams = await teamsOf(tx);
  const kind = teams.find(({ id }) => id === team)?.kind;
  const errors: FieldError[] = [];
  const wants = (which: boolean, wanted: string, zh: string, en: string): void => {
    if (!which || kind === wanted) return;
    const ids = teams.filter((known) => known.kind === wanted).map(({ id }) => id);
    errors.push(fieldError(['team'], team, `${zh}：${ids.join('、')}`, `${en}: ${ids.join(', ')}`));
  };
  if (kind === undefined) errors.push(fieldError(['team'], team, '团队编号，见 GET /teams', 'an id of GET /teams'));
  else {
    const has = (...wanted: Account['roles']): boolean => roles.some((role) => wanted.includes(role));
    wants(
      has('handler', 'supervisor'),
      'service',
      '受理人与主管须属于客服团队',
      'handlers and supervisors: a service team',
    );
    wants(
      has('department_head', 'department_member'),
      'department',
      '部门岗位须属于责任部门',
      'department posts: a department',
    );
  }
  if (errors.length > 0) throw Problem.of('invalid_body', {}, { errors });
}

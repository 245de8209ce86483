import type { Queries } from '../db/client';
import { cancelAbsence, insertAbsence, touching } from '../db/queries/absences';
import type { Absence } from '../db/queries/absences';
import { accountOf, oneAtATime } from '../db/queries/accounts';
import type { Account } from '../db/queries/accounts';
import { rolesNotCovered, rolesStandingAbove, standsAbove } from '../domain/deputies';
import type { Role } from '../domain/words';
import { ROLE_ZH } from '../templates/words-zh';
import { wordsEn } from '../templates/words-en';
import type { Caller } from './dependencies';
import { fieldError } from './http/issues';
import { Problem } from './http/problem';

/** An absence as it is asked for. */
export type Asked = { deputy: string; from: Date; until: Date };

/** Records that somebody will be away and who stands in for him, if that can be: checked and stored in one transaction. */
export async function recordAbsence(
  tx: Queries,
  caller: Caller,
  id: string,
  { deputy, from, until }: Asked,
): Promise<Absence> {
  await oneAtATime(tx);
  const away = await accountOf(tx, id);
  if (!away?.active) throw Problem.of('no_such_person', { id });
  mustBeHisToSay(caller, away);
  mustFit(away, await accountOf(tx, deputy), deputy);
  await mustNotClash(tx, away.id, deputy, from, until);
  return insertAbsence(tx, { staff: away.id, deputy, from, until, by: caller.id });
}

/** Calls an absence off; from then on the deputy acts for himself only. */
export async function callOff(tx: Queries, caller: Caller, id: string, absence: string, at: Date): Promise<Absence> {
  const away = await accountOf(tx, id);
  if (!away) throw Problem.of('no_such_person', { id });
  mustBeHisToSay(caller, away);
  const number = /^[1-9]\d{0,8}$/.test(absence) ? Number(absence) : 0;
  const cancelled = await cancelAbsence(tx, { id: number, staff: id, by: caller.id, at });
  if (!cancelled) throw Problem.of('no_such_absence', { id: absence });
  return cancelled;
}

/** Himself, whoever stands above him, or the administrator. */
function mustBeHisToSay(caller: Caller, away: Account): void {
  if (caller.id === away.id || caller.roles.includes('admin') || standsAbove(caller, away)) return;
  const roles: Role[] = [...rolesStandingAbove(away), 'admin'];
  throw Problem.of('absence_not_yours', { person: away.id, roles }, { fields: { person: away.id, roles } });
}

function mustFit(away: Account, deputy: Account | undefined, given: string): void {
  const problem = (zh: string, en: string) =>
    Problem.of('invalid_body', {}, { errors: [fieldError(['deputy'], given, zh, en)] });
  if (!deputy?.active || deputy.id === away.id) {
    throw problem('另一名在职员工的编号', 'the id of somebody else who works here');
  }
  const missing = rolesNotCovered(away, deputy);
  if (missing.length === 0) return;
  const zh = missing.map((role) => ROLE_ZH[role]).join('、');
  throw problem(
    `能代班${zh}的人：同团队的同级或上级`,
    `somebody who can stand in for ${wordsEn(missing)}: a colleague or superior of the team`,
  );
}

/** No chains: a deputy is there himself, and who stands in for somebody does not go away; one deputy at a time. */
async function mustNotClash(tx: Queries, away: string, deputy: string, from: Date, until: Date): Promise<void> {
  const [own] = await touching(tx, away, from, until);
  if (own) {
    throw Problem.of('absence_clash', { person: away, absence: own.id, how: own.staff === away ? 'away' : 'deputy' });
  }
  const deputys = (await touching(tx, deputy, from, until)).find(({ staff }) => staff === deputy);
  if (deputys) throw Problem.of('absence_clash', { person: deputy, absence: deputys.id, how: 'away' });
}

import type { TeamRow } from '../db/queries/teams';
import { DEPARTMENTS } from '../domain/words';
import { fieldError } from './http/issues';
import type { FieldError } from './http/problem';

type Team = Omit<TeamRow, 'recordedAt'>;

/** What stands against a team as an administrator wants it, among those there are (RO-2): one lead, the documents' departments, no region twice. */
export function teamErrors(team: Team, teams: readonly Team[]): FieldError[] {
  const isDepartment = (DEPARTMENTS as readonly string[]).includes(team.id);
  const before = teams.find(({ id }) => id === team.id);
  const errors: FieldError[] = [];
  if (!before && isDepartment !== (team.kind === 'department')) {
    const list = DEPARTMENTS.join(', ');
    errors.push(fieldError(['kind'], team.kind, `责任部门即：${list}`, `departments are these: ${list}`));
  }
  if (before && before.kind !== team.kind) {
    errors.push(
      fieldError(['kind'], team.kind, `已有团队的类型不变：${before.kind}`, `a team keeps its kind: ${before.kind}`),
    );
  }
  if (team.lead && team.kind !== 'service') {
    errors.push(fieldError(['lead'], true, '牵头部门须是客服团队（service）', 'the lead is a service team'));
  }
  if (before?.lead && !team.lead) {
    errors.push(
      fieldError(
        ['lead'],
        false,
        '须有一个牵头部门：改由另一团队牵头即可',
        'there is always a lead: give it to another team',
      ),
    );
  }
  return [...errors, ...servedTwice(team, teams)];
}

/** What two teams of a kind serve would belong to nobody for certain (CL-8). */
function servedTwice(team: Team, teams: readonly Team[]): FieldError[] {
  const others = teams.filter(({ id, kind }) => id !== team.id && kind === team.kind);
  return (['regions', 'modules'] as const).flatMap((field) =>
    team[field].flatMap((word, index) => {
      const other = others.find((candidate) => candidate[field].includes(word));
      if (!other) return [];
      return [
        fieldError(
          [field, index],
          word,
          `未被其他团队负责的；${other.id} 已负责`,
          `one that no other team serves; ${other.id} does`,
        ),
      ];
    }),
  );
}

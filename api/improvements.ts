import type { z } from 'zod';
import type { Queries } from '../db/client';
import { directory } from '../db/queries/directory';
import { earlierCall } from '../db/queries/idempotency';
import { setImprovement } from '../db/queries/improvement-setting';
import { improvementAndAnswer } from '../db/queries/improvements';
import { fileOf } from '../db/queries/reading';
import { saveTexts } from '../db/queries/texts';
import type { ImprovementActionData, ImprovementActionName } from '../domain/improvement/actions';
import { dateAt, mayBeDue, MOST_DAYS_AHEAD } from '../domain/improvement/dates';
import type { ImprovementFile } from '../domain/improvement/file';
import { tooEarly } from '../domain/improvement/opening';
import { hasRespondents, seesImprovement, settingOf } from '../domain/improvement/people';
import type { ImprovementAnswer, RecordedImprovement } from '../domain/improvement/recorded';
import { parseTarget } from '../domain/improvement/standard';
import type { Target } from '../domain/improvement/standard';
import { actorOf } from './authority';
import type { Caller } from './dependencies';
import type { Update } from '../gateway/gateway';
import { tellRespondents } from '../gateway/respondents';
import { visibleTo } from './hand-over';
import { textIdOf, updateIdOf } from './http/idempotency';
import { fieldError } from './http/issues';
import { Problem } from './http/problem';
import type { FieldError } from './http/problem';
import type { Call, Reply } from './http/route';
import type { improvementBody } from './schemas/improvement';
import { seesAllTeams } from './visibility';

/** A call that sets an improvement. */
export type SettingCall = Call<'staff', { number: string }, undefined, z.output<typeof improvementBody>>;
type ActionCall = Call<'staff', { id: string }, unknown, unknown>;

/** Sets an improvement from a complaint (RE-3): in Postgres, whatever has become of the complaint; its workflow follows. */
export async function setFrom(call: SettingCall): Promise<RecordedImprovement> {
  const { deps, caller, params, body, bodyHash, key, receivedAt } = call;
  const callKey = { principal: caller.id, key, bodyHash };
  const earlier = await earlierCall(deps.database.queries, callKey);
  if (earlier) return sameCall(earlier, bodyHash).answer as RecordedImprovement;
  const complaint = visibleTo({ params, caller }, await fileOf(deps.database.queries, params.number));
  const setting = settingOf(complaint, caller);
  if ('refused' in setting) throw Problem.refusing(setting.refused);
  const early = tooEarly(complaint);
  if (early) throw Problem.refusing(early);
  const { improvements: rules } = complaint.rules;
  const target = targetOf(body.target);
  const errors = [...wrongDate(call), ...pastTarget(call, target), ...(await wrongPerson(deps.database.queries, body))];
  if (errors.length > 0 || !target || !rules) throw Problem.of('invalid_body', {}, { errors });

  const { what, measure, department, person, dueDate } = body;
  const done = await setImprovement(deps.database, {
    caller: callKey,
    now: new Date(receivedAt),
    complaint,
    rules,
    birth: { setBy: { id: caller.id, role: setting.role }, department, person, dueDate },
    what,
    measure,
    target,
  });
  if (done.file) deps.starter.start(done.file);
  return sameCall(done, bodyHash).recorded;
}

function sameCall<C extends { bodyHash: string | null }>(call: C, ours: string): C {
  if (call.bodyHash !== ours) throw Problem.of('key_used_otherwise', {});
  return call;
}

const targetOf = (given: z.output<typeof improvementBody>['target']): Target | null =>
  typeof given === 'string' ? parseTarget(given) : given;

/** Here the wall clock is the right one: the improvement's own begins with this call. */
function wrongDate({ body: { dueDate }, receivedAt }: SettingCall): FieldError[] {
  if (mayBeDue(receivedAt, dueDate)) return [];
  const today = dateAt(receivedAt);
  return [
    fieldError(
      ['dueDate'],
      dueDate,
      `晚于今天（${today}），且不超过 ${MOST_DAYS_AHEAD} 天`,
      `after today (${today}), by no more than ${MOST_DAYS_AHEAD} days`,
    ),
  ];
}

/** Something that is to stand by a date stands there by a date that is still to come. */
function pastTarget({ body, receivedAt }: SettingCall, target: Target | null): FieldError[] {
  if (!target || !('by' in target) || mayBeDue(receivedAt, target.by)) return [];
  const today = dateAt(receivedAt);
  const [zh, en] = [
    `晚于今天（${today}）的日期，且不超过 ${MOST_DAYS_AHEAD} 天`,
    `a date after today (${today}), by no more than ${MOST_DAYS_AHEAD} days`,
  ];
  return [fieldError(['target'], body.target, zh, en)];
}

/** Whoever is responsible works in the department. */
export async function wrongPerson(
  db: Queries,
  { department, person }: { department: string; person: string },
): Promise<FieldError[]> {
  const staff = (await directory(db)).filter(({ active }) => active);
  const there = staff.filter(({ team }) => team === department).map(({ id }) => id);
  if (there.length === 0) {
    const teams = [...new Set(staff.map(({ team }) => team))];
    const [zh, en] = [`可选：${teams.join('、')}`, `one of: ${teams.join(', ')}`];
    return [fieldError(['department'], department, zh, en)];
  }
  if (there.includes(person)) return [];
  const zh = `部门 ${department} 的在职员工：${there.join('、')}`;
  return [fieldError(['person'], person, zh, `somebody who works in ${department}: ${there.join(', ')}`)];
}

/** An improvement, if there is one and it concerns the caller. */
export function seenBy(caller: Caller, id: string, file: ImprovementFile | undefined): ImprovementFile {
  if (!file || !seesImprovement(file, caller, seesAllTeams(caller))) throw Problem.of('no_such_improvement', { id });
  return file;
}

/** What an action says, and how it carries the id of what was said. */
export type Said<N extends ImprovementActionName> = {
  name: N;
  text: string;
  data: (ref: string) => ImprovementActionData[N];
  /** What does not fit this improvement. */
  wrong?: (file: ImprovementFile, db: Queries) => Promise<FieldError[]>;
};

/** Hands an action over to its improvement and answers with what the record says of it; as for complaints. */
export async function actOn<N extends ImprovementActionName>(
  call: ActionCall,
  { name, text, data, wrong }: Said<N>,
): Promise<Reply<ImprovementAnswer>> {
  const { deps, caller, bodyHash, params, receivedAt, expects } = call;
  const db = deps.database.queries;
  const key = updateIdOf(caller.id, call.key, params.id);
  const found = await improvementAndAnswer(db, params.id, key);
  const file = seenBy(caller, params.id, found && { ...found.file, respondents: found.respondents });
  if (found?.answer) return answered(found.answer, bodyHash);
  if (file.closed) throw Problem.refusing({ code: 'improvement_closed', state: file.state });

  const errors = (await wrong?.(file, db)) ?? [];
  if (errors.length > 0) throw Problem.of('invalid_body', {}, { errors });
  if (found && !hasRespondents(found.file, file.respondents)) await tellRespondents(deps.gateway, file, receivedAt);
  const ref = textIdOf(key, bodyHash, 'text');
  await saveTexts(db, [{ id: ref, complaint: file.complaint, kind: `${name}.text`, body: text, by: caller.id }]);
  const action = { by: actorOf(caller), data: data(ref), receivedAt, seen: file.seq, expects, bodyHash };
  const update = { number: params.id, name, key, action } as Update;
  return answered(await deps.gateway.act<ImprovementAnswer>(update), bodyHash);
}

function answered(recorded: RecordedImprovement, ours: string): Reply<ImprovementAnswer> {
  const { answer, seq } = sameCall(recorded, ours);
  return { body: answer, etag: seq };
}

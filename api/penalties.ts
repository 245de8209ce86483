import type { z } from 'zod';
import { directory } from '../db/queries/directory';
import { earlierCall } from '../db/queries/idempotency';
import { penaltyFrom, proposeByHand, takeStep } from '../db/queries/penalty-deciding';
import type { PenaltyAnswer } from '../db/queries/penalty-deciding';
import { penaltyWithFile } from '../db/queries/penalty-reading';
import { fileOf, turnsWith } from '../db/queries/reading';
import type { ComplaintFile, Handled } from '../domain/complaint-file';
import { dateAt } from '../domain/improvement/dates';
import { breachesOf } from '../domain/penalties/breaches';
import { outside } from '../domain/penalties/decide';
import type { PenaltyAction } from '../domain/penalties/decide';
import { PENALISED, penalisedRole, proposingOf, seesPenalty } from '../domain/penalties/people';
import { ROLE_ZH } from '../templates/words-zh';
import { visibleTo } from './hand-over';
import { updateIdOf } from './http/idempotency';
import { fieldError } from './http/issues';
import { Problem } from './http/problem';
import type { Call } from './http/route';
import type { manualBody } from './schemas/penalty';

type ManualCall = Call<'staff', { number: string }, undefined, z.output<typeof manualBody>>;
type StepCall = Call<'staff', { id: string }, unknown, unknown>;

/** What a superior brings forward against somebody (RE-7, 002 5.4.1.2). */
export async function propose(call: ManualCall): Promise<PenaltyAnswer> {
  const { deps, caller, params, body, key, bodyHash, receivedAt } = call;
  const callKey = { principal: caller.id, key, bodyHash };
  const earlier = await earlierCall(deps.database.queries, callKey);
  if (earlier) return answered({ ...earlier, answer: earlier.answer as PenaltyAnswer }, bodyHash);
  const complaint = visibleTo({ params, caller }, await fileOf(deps.database.queries, params.number));
  const proposing = proposingOf(complaint.team, caller);
  if ('refused' in proposing) throw Problem.refusing(proposing.refused);
  const rule = complaint.rules.penalties?.find((one) => 'manual' in one && one.manual === body.ground);
  if (!rule) throw Problem.refusing({ code: 'penalties_not_in_policy', policy: complaint.rules.policy });
  if (body.offender === caller.id) throw Problem.refusing({ code: 'own_penalty' });
  const offender = await offenderOf(call, complaint);
  const fen = body.amountFen ?? rule.fen[0];
  const refused = outside(fen, rule.fen);
  if (refused) throw Problem.refusing(refused);
  const what = await whatFor(call, offender.id);

  const done = await proposeByHand(deps.database, {
    caller: callKey,
    number: params.number,
    by: { id: caller.id, role: proposing.role },
    offender,
    clause: rule.clause,
    ground: body.ground,
    range: rule.fen,
    fen,
    at: new Date(receivedAt),
    ...what,
  });
  if ('refused' in done) throw Problem.refusing(done.refused);
  return answered(done, bodyHash);
}

/** What the proposal is for, so that one breach has one penalty: what the record holds against him, or a day and the rule. */
async function whatFor({ deps, params, body, receivedAt }: ManualCall, offender: string) {
  const { breach, on, rule, reason } = body;
  if (breach !== undefined && on === undefined && rule === undefined) {
    const turns = await turnsWith(deps.database.queries, params.number, 'missed', 'refused', 'round_opened');
    const known = breachesOf(
      turns.flatMap(({ events }) => events),
      offender,
    );
    const named = known.get(breach);
    if (named) return { breach: named, reason };
    const names = [...known.keys()];
    const [zh, en] = [
      names.join('、') || '记录中没有；请填写 on 和 rule',
      names.join(', ') || 'nothing on record; give on and rule',
    ];
    throw Problem.of('invalid_body', {}, { errors: [fieldError(['breach'], breach, zh, en)] });
  }
  if (breach === undefined && on !== undefined && rule !== undefined && on <= dateAt(receivedAt)) {
    return { breach: `manual:${offender}:${on}:${rule}`, reason: `${on}，${rule}：${reason}` };
  }
  const [zh, en] = [
    '因何产生：记录中的 breach，或不晚于今天的日期 on 和所违反的规定 rule，二者择一',
    'what it is for: either breach, or on (not after today) and rule',
  ];
  const path = breach === undefined && on === undefined ? 'breach' : 'on';
  throw Problem.of('invalid_body', {}, { errors: [fieldError([path], body[path], zh, en)] });
}

/** Who is held to the rules for those who handle complaints: in the role in which he has this one, or his own. */
async function offenderOf({ deps, body }: ManualCall, { handled }: ComplaintFile): Promise<Handled> {
  const person = (await directory(deps.database.queries)).find(({ id }) => id === body.offender);
  const role = handled.find(({ id }) => id === body.offender)?.role ?? (person && penalisedRole(person.roles));
  if (person && role) return { id: person.id, role };
  const roles = PENALISED.map((one) => ROLE_ZH[one]).join('、');
  const [zh, en] = [
    `${roles}之一的员工编号（见 GET /staff）`,
    'the id of a handler, a supervisor, a manager or a director',
  ];
  throw Problem.of('invalid_body', {}, { errors: [fieldError(['offender'], body.offender, zh, en)] });
}

/** Takes a step of a penalty: confirm, waive, appeal, or decide the appeal. */
export async function step(call: StepCall, action: PenaltyAction, reason?: string): Promise<PenaltyAnswer> {
  const { deps, caller, params, bodyHash, receivedAt } = call;
  // Who may not decide is told so; an appeal is only for whom it concerns, and nobody else hears whose it is.
  if (action.name === 'appeal') await seen(call);
  const key = updateIdOf(caller.id, call.key, params.id);
  const at = receivedAt;
  const result = await takeStep(deps.database, { id: params.id, action, actor: caller, reason, at, key, bodyHash });
  if (!result) throw Problem.of('no_such_penalty', { id: params.id });
  if ('refused' in result) throw Problem.refusing(result.refused);
  return answered(result, bodyHash);
}

/** A penalty with its complaint's file, if there is one and the caller may see it. */
export async function seen({ deps, caller, params }: Pick<StepCall, 'deps' | 'caller' | 'params'>) {
  const row = await penaltyWithFile(deps.database.queries, params.id);
  if (!row || !seesPenalty(penaltyFrom(row), caller)) throw Problem.of('no_such_penalty', { id: params.id });
  return row.penalty;
}

function answered({ answer, bodyHash }: { answer: PenaltyAnswer; bodyHash: string }, ours: string): PenaltyAnswer {
  if (bodyHash !== ours) throw Problem.of('key_used_otherwise', {});
  return answer;
}

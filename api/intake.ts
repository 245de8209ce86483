import type { Queries } from '../db/client';
import { directory } from '../db/queries/directory';
import { ChannelNotTaken, registerComplaint } from '../db/queries/intake';
import { movesOf } from '../db/queries/moves';
import type { Intake } from '../db/queries/intake';
import { birthOf } from '../db/queries/links';
import { MessageNotWaiting } from '../db/queries/messages';
import { isKnownIn } from '../db/queries/same-person';
import { fileOf, obligationsOf, policyNames, receiptOf } from '../db/queries/reading';
import { teamsOf } from '../db/queries/teams';
import { teamFor } from '../domain/assignment';
import type { Handled } from '../domain/complaint-file';
import type { Explanation } from '../domain/due-time';
import { rolesLacking } from '../domain/lacking';
import { isHandler, ownerOf } from '../domain/people';
import { fieldsIn } from '../domain/questions';
import type { Recorded } from '../domain/recorded';
import { ROLES } from '../domain/words';
import { handlerWords, renderNotice } from '../templates/notices';
import { ROLE_ZH } from '../templates/words-zh';
import type { Caller } from './dependencies';
import { impossibleTimes } from './http/times';
import { fieldError } from './http/issues';
import type { FieldError } from './http/problem';
import { Problem } from './http/problem';
import type { Call } from './http/route';
import { notAtOnce, notToBeCalled, unknownNature } from './intake-checks';
import { filledIn } from './intake-message';
import type { FilledIntake } from './intake-message';
import { notWaiting } from './messages';
import type { IntakeBody } from './schemas/intake';
import { detailsIn, peopleIn } from './taken-down';
import { obligationView } from './views/obligations';

/** A registration that has been let in and understood. */
export type IntakeCall = Call<'staff', undefined, undefined, IntakeBody>;

/** IN-14: who registers answers for it until a handler has taken over, in the first of these roles that he has. `admin` runs the system. */
const REGISTRARS = [...ROLES.filter(isHandler), ...ROLES.filter((role) => !isHandler(role) && role !== 'admin')];

/** Takes a complaint in. Its workflow is started afterwards; the caller has the number and the times already (IN-2, IN-4). */
export async function takeIn(call: IntakeCall): Promise<Recorded> {
  const owner = ownerBy(call.caller);
  if (call.body.respondents.includes(call.caller.id)) throw Problem.refusing({ code: 'complained_about' });
  const { receivedAt, occurredAt } = call.body;
  const body = await filledIn(call);
  const { errors: unknown, staff } = await namesIn(call, body);
  const times = impossibleTimes({ receivedAt, occurredAt }, call.receivedAt);
  const said = [...notAtOnce(body, call.receivedAt), ...notToBeCalled(body, call.receivedAt)];
  const errors = [...times, ...said, ...unknown, ...(await notToBeFollowed(call))];
  if (errors.length > 0) throw Problem.of('invalid_body', {}, { errors });

  const { database, registrations } = call.deps;
  await mustBeHis(call, body);
  const team = await teamOf(call);
  const lacking = rolesLacking(staff, body.respondents, team);
  const intake = { ...intakeOf(call, body, owner), team, lacking };
  const registered = await registrations.run('intake', () => registerComplaint(database, intake)).catch(asProblem);
  if (registered.bodyHash !== call.bodyHash) throw Problem.of('key_used_otherwise', {});
  if (registered.file) call.deps.starter.start(registered.file);
  return registered.recorded;
}

/** What only the transaction could see. */
function asProblem(error: unknown): never {
  if (error instanceof MessageNotWaiting) throw notWaiting(error.found);
  if (!(error instanceof ChannelNotTaken)) throw error;
  const { channel, taken } = error;
  const allowed = [`此流程的渠道：${taken.join('、')}`, `channels of this policy: ${taken.join(', ')}`] as const;
  throw Problem.of('invalid_body', {}, { errors: [fieldError(['channel'], channel, ...allowed)] });
}

function ownerBy({ id, roles }: Caller): Handled {
  const role = REGISTRARS.find((candidate) => roles.includes(candidate));
  if (!role) throw Problem.of('role_cannot_register', { roles: roles.map((own) => ROLE_ZH[own]).join('、') });
  return { id, role };
}

/** CL-8: where the complaint belongs. */
async function teamOf({ deps, caller, body }: IntakeCall): Promise<string> {
  return teamFor(body, caller.team, await teamsOf(deps.database.queries))?.id ?? caller.team;
}

/** CO-10: only an archived complaint is taken up again. Who is complained about in it hears nothing of it (HA-18). */
async function notToBeFollowed({ deps, caller, body: { followsUp } }: IntakeCall): Promise<FieldError[]> {
  if (followsUp === undefined) return [];
  const file = await fileOf(deps.database.queries, followsUp);
  if (!file || file.respondents.includes(caller.id)) {
    return [fieldError(['followsUp'], followsUp, '已归档投诉的编号', 'the number of an archived complaint')];
  }
  if (!file.closed) throw Problem.of('not_archived_yet', { number: followsUp, owner: ownerOf(file).id });
  return [];
}

/** CO-10: taken up again for the same person, or by or for his agent: somebody else's complaint is his own new one. */
async function mustBeHis({ deps, body: { followsUp } }: IntakeCall, filled: FilledIntake): Promise<void> {
  if (followsUp === undefined || (await isKnownIn(deps.database.queries, followsUp, peopleIn(filled)))) return;
  const [zh, en] = [
    '同一投诉人或其代理人已归档的投诉（电话、邮箱、账号或客户编号相同）；他人的投诉请另行登记，不填 followsUp',
    'an archived complaint of the same complainant or his agent (same contact or customer number); for anybody else register without followsUp',
  ];
  throw Problem.of('invalid_body', {}, { errors: [fieldError(['followsUp'], followsUp, zh, en)] });
}

function intakeOf({ caller, key, bodyHash, receivedAt }: IntakeCall, body: FilledIntake, owner: Handled): Intake {
  const { message, channel, requestType, subType, policy, subjectKind, respondents, grounds, answered } = body;
  const { callBackBy } = body;
  const now = new Date(receivedAt);
  return {
    caller: { principal: caller.id, key, bodyHash },
    now,
    receivedAt: body.receivedAt === undefined ? now : new Date(Math.min(Date.parse(body.receivedAt), receivedAt)),
    policy,
    owner,
    team: caller.team,
    ownTeam: caller.team,
    channel,
    requestType,
    subType,
    subject: subjectKind,
    respondents: [...new Set(respondents)],
    grounds,
    answered,
    callBack: callBackBy === undefined ? undefined : { at: receivedAt, until: Date.parse(callBackBy) },
    message,
    known: knownIn(body),
    people: peopleIn(body),
    details: detailsIn(body),
  };
}

/** The fields that a registration, or a draft of one, has the answers to (IN-13). */
export const knownIn = (
  body: Partial<Omit<FilledIntake, 'complainant' | 'policy'>> & { complainant?: { customerNo?: string } },
) =>
  fieldsIn({
    ...body,
    demands: body.demands?.length ? body.demands : body.demandText,
    staffInvolved: body.staffInvolved ?? body.respondents?.[0],
    customerNo: body.complainant?.customerNo,
  });

/** Names that mean nothing here; and the staff, where somebody is complained about. */
async function namesIn(
  { deps }: IntakeCall,
  body: FilledIntake,
): Promise<{ errors: FieldError[]; staff: Awaited<ReturnType<typeof directory>> }> {
  const db = deps.database.queries;
  const errors: FieldError[] = [];
  const policies = await policyNames(db, body.policy);
  if (!policies.includes(body.policy)) {
    const names = policies.join('、');
    errors.push(fieldError(['policy'], body.policy, `可选：${names}`, `one of: ${policies.join(', ')}`));
  } else errors.push(...(await unknownNature(db, body)));
  const staff = body.respondents.length > 0 ? await directory(db) : [];
  for (const [index, id] of body.respondents.entries()) {
    if (staff.some((one) => one.id === id)) continue;
    errors.push(fieldError(['respondents', index], id, '员工编号，见 GET /staff', 'an id of GET /staff'));
  }
  return { errors, staff };
}

const STILL_OPEN = { state: 'open', person: null, missedAt: null, closedAt: null } as const;

/** A due time before the calendar changed. */
const asItWas = ({ was, before }: { was: Date; before: Explanation }) => ({
  dueAt: was,
  explanation: before,
  provisional: before.provisional,
  calendarEdition: before.edition,
});

/** The answer to an intake: the same for the first call and for every repeated one, whatever has happened since. */
export async function intakeAnswer({ deps, caller }: IntakeCall, { answer, due }: Recorded) {
  const db = deps.database.queries;
  // One after the other: in a burst of registrations each of them holds one connection, not two.
  const rows = await obligationsOf(db, answer.number);
  const moves = await movesOf(db, answer.number);
  const { handler, receivedAt, ...birth } = await birthOf(db, answer.number, caller);
  const times = rows
    .filter(({ id }) => due[id])
    .map((row) => {
      const was = moves.find(({ duty }) => duty === row.id);
      return obligationView({ ...row, ...(was && asItWas(was)), ...STILL_OPEN }, { receivedAt, rows: [], moves: [] });
    });
  const base = `/complaints/${answer.number}`;
  return {
    ...answer,
    ...birth,
    times,
    acknowledgement: await acknowledgementOf(db, answer.number, handlerWords(handler)),
    links: {
      self: base,
      obligations: `${base}/obligations`,
      timeline: `${base}/timeline`,
      contacts: `${base}/contacts`,
      actions: `${base}/actions`,
      links: `${base}/links`,
    },
  };
}

/** IN-5: the receipt that the customer hears, word for word the one that is sent to him; null where nobody can be told (IN-2). */
async function acknowledgementOf(db: Queries, number: string, handler: string): Promise<string | null> {
  const receipt = await receiptOf(db, number);
  return receipt ? renderNotice(receipt.notice, number, receipt.params, handler).body : null;
}

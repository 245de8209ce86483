import { directory } from '../db/queries/directory';
import { movesOf } from '../db/queries/moves';
import { registerComplaint } from '../db/queries/intake';
import type { Intake } from '../db/queries/intake';
import { obligationsOf, policyNames } from '../db/queries/reading';
import type { Handled } from '../domain/complaint-file';
import type { Explanation } from '../domain/due-time';
import type { Recorded } from '../domain/recorded';
import type { Role } from '../domain/words';
import { renderNotice } from '../templates/notices';
import { ROLE_ZH } from '../templates/words-zh';
import type { Caller } from './dependencies';
import { fieldError } from './http/issues';
import type { FieldError } from './http/problem';
import { Problem } from './http/problem';
import type { Call } from './http/route';
import type { IntakeBody } from './schemas/intake';
import { obligationView } from './views/obligations';

/** A registration that has been let in and understood. */
export type IntakeCall = Call<'staff', undefined, undefined, IntakeBody>;

/** Clocks of two machines differ; a time this little ahead is now. */
const CLOCK_SKEW_MS = 60_000;
/** Nothing that is still complained about is older, and due times are not computed before it. */
const EARLIEST = Date.parse('2000-01-01T00:00:00+08:00');
/** Who registers becomes the owner, in the first of these roles that he has. */
const REGISTRARS: readonly Role[] = ['handler', 'supervisor', 'manager'];

/** Takes a complaint in. Its workflow is started afterwards; the caller has the number and the times already (IN-2, IN-4). */
export async function takeIn(call: IntakeCall): Promise<Recorded> {
  const owner = ownerBy(call.caller);
  if (call.body.respondents.includes(call.caller.id)) throw Problem.refusing({ code: 'complained_about' });
  const errors = [...impossibleTimes(call), ...(await unknownNames(call))];
  if (errors.length > 0) throw Problem.of('invalid_body', {}, { errors });

  const { database, registrations } = call.deps;
  const intake = intakeOf(call, owner);
  const registered = await registrations.run('intake', () => registerComplaint(database, intake));
  if (registered.bodyHash !== call.bodyHash) throw Problem.of('key_used_otherwise', {});
  if (registered.file) call.deps.starter.start(registered.file);
  return registered.recorded;
}

function ownerBy({ id, roles }: Caller): Handled {
  const role = REGISTRARS.find((candidate) => roles.includes(candidate));
  if (!role) throw Problem.of('role_cannot_register', { roles: roles.map((own) => ROLE_ZH[own]).join('、') });
  return { id, role };
}

function intakeOf({ caller, key, bodyHash, body, receivedAt }: IntakeCall, owner: Handled): Intake {
  const {
    channel,
    requestType,
    policy,
    respondents,
    complainant,
    agent,
    occurredAt,
    receivedAt: arrived,
    ...details
  } = body;
  const now = new Date(receivedAt);
  const { preferredChannel } = complainant;
  const contacts = [...complainant.contacts].sort(
    (a, b) => Number(b.channel === preferredChannel) - Number(a.channel === preferredChannel),
  );
  return {
    caller: { principal: caller.id, key, bodyHash },
    now,
    receivedAt: arrived === undefined ? now : new Date(Math.min(Date.parse(arrived), receivedAt)),
    policy,
    owner,
    team: caller.team,
    channel,
    requestType,
    respondents: [...new Set(respondents)],
    people: [
      { role: 'complainant', ...complainant, contacts },
      ...(agent ? [{ role: 'agent' as const, ...agent, tags: [] }] : []),
    ],
    details: { ...details, occurredAt: occurredAt === undefined ? undefined : new Date(occurredAt) },
  };
}

/** Here the wall clock is the right one: the complaint's own begins with this call. */
function impossibleTimes({ body, receivedAt: now }: IntakeCall): FieldError[] {
  return (['receivedAt', 'occurredAt'] as const).flatMap((field) => {
    const given = body[field];
    if (given === undefined) return [];
    const at = Date.parse(given);
    if (at > now + CLOCK_SKEW_MS) return [fieldError([field], given, '不晚于现在', 'not later than now')];
    return at < EARLIEST ? [fieldError([field], given, '不早于 2000 年', 'not earlier than the year 2000')] : [];
  });
}

async function unknownNames({ body, deps }: IntakeCall): Promise<FieldError[]> {
  const db = deps.database.queries;
  const errors: FieldError[] = [];
  const policies = await policyNames(db, body.policy);
  if (!policies.includes(body.policy)) {
    const names = policies.join('、');
    errors.push(fieldError(['policy'], body.policy, `可选：${names}`, `one of: ${policies.join(', ')}`));
  }
  if (body.respondents.length > 0) {
    const known = new Set((await directory(db)).map(({ id }) => id));
    const unknown = body.respondents.flatMap((id, index) => (known.has(id) ? [] : [{ id, index }]));
    for (const { id, index } of unknown)
      errors.push(fieldError(['respondents', index], id, '员工编号，见 GET /staff', 'an id of GET /staff'));
  }
  return errors;
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
  const [rows, moves] = await Promise.all([obligationsOf(db, answer.number), movesOf(db, answer.number)]);
  const times = rows
    .filter(({ id }) => due[id])
    .map((row) => {
      const was = moves.find(({ duty }) => duty === row.id);
      return obligationView({ ...row, ...(was && asItWas(was)), ...STILL_OPEN }, []);
    });
  const base = `/complaints/${answer.number}`;
  const dueAt = answer.nextDue ? Date.parse(answer.nextDue.dueAt) : undefined;
  return {
    ...answer,
    times,
    acknowledgement:
      dueAt === undefined ? null : renderNotice('acknowledgement', answer.number, { dueAt }, caller.name).body,
    links: {
      self: base,
      obligations: `${base}/obligations`,
      timeline: `${base}/timeline`,
      contacts: `${base}/contacts`,
      actions: `${base}/actions`,
    },
  };
}

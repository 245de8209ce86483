import { directory } from '../db/queries/directory';
import { receiveMessage } from '../db/queries/messages';
import { policyNames } from '../db/queries/reading';
import { rulesInForce } from '../db/queries/rules';
import { channelsOf } from '../domain/channels';
import type { Rules } from '../domain/policy';
import { fieldError } from './http/issues';
import type { FieldError } from './http/problem';
import { Problem } from './http/problem';
import type { Call } from './http/route';
import { impossibleTimes } from './http/times';
import { callerOf, madeBefore } from './messages';
import type { ArrivalBody } from './schemas/message';

type ArrivalCall = Call<'staff', undefined, undefined, ArrivalBody>;

/** Puts a message on record (IN-11); the one that is there already where the channel hands it in twice. */
export async function receive(call: ArrivalCall): Promise<{ id: number; repeated: boolean }> {
  const made = await madeBefore(call);
  if (made) return { id: made.message, repeated: false };
  const { deps, caller, body, receivedAt: now } = call;
  const { arrivedAt, team = caller.team, ...message } = body;
  const rules = await rulesInForce(deps.database.queries, body.policy);
  const errors = [...impossibleTimes({ arrivedAt }, now), ...(await unknownTo(call, team, rules))];
  if (!rules || errors.length > 0) throw Problem.of('invalid_body', {}, { errors });
  const at = new Date(arrivedAt === undefined ? now : Math.min(Date.parse(arrivedAt), now));
  try {
    return await receiveMessage(deps.database, { ...message, team, arrivedAt: at }, rules, callerOf(call));
  } catch (error) {
    // Two calls with one key at once: the other one was first.
    const meanwhile = await madeBefore(call);
    if (meanwhile) return { id: meanwhile.message, repeated: false };
    throw error;
  }
}

/** A policy that there is, one of its channels, and a team in which somebody hears of the message. */
async function unknownTo({ deps, body }: ArrivalCall, team: string, rules: Rules | undefined): Promise<FieldError[]> {
  const db = deps.database.queries;
  const oneOf = (field: string, given: string, allowed: string[]) =>
    allowed.includes(given)
      ? []
      : [fieldError([field], given, `可选：${allowed.join('、')}`, `one of: ${allowed.join(', ')}`)];
  const staff = (await directory(db)).filter(({ active, roles }) => active && roles.includes('handler'));
  return [
    ...oneOf('team', team, [...new Set(staff.map((post) => post.team))]),
    ...(rules
      ? oneOf('channel', body.channel, channelsOf(rules))
      : oneOf('policy', body.policy, await policyNames(db, body.policy))),
  ];
}

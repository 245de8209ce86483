import type { Queries } from '../db/client';
import { rulesInForce } from '../db/queries/rules';
import { notPromisable } from '../domain/action-rules/promised-call';
import { reaches } from '../domain/channels';
import type { Channel } from '../domain/words';
import { fieldError } from './http/issues';
import type { FieldError } from './http/problem';
import type { FilledIntake } from './intake-message';

/** Where somebody is there to hear an answer while he complains. */
const FACE_TO_FACE: readonly Channel[] = ['phone', 'chat', 'walk_in'];
/** Taken down after the talk, it is still the same talk. */
const A_FEW_MINUTES_MS = 5 * 60_000;

/** IN-10: answered at once is who is on the line or at the desk now; nobody answers a message at once, nor the day before. `now` in ms, UTC. */
export function notAtOnce({ answered, channel, message, receivedAt }: FilledIntake, now: number): FieldError[] {
  const late = receivedAt !== undefined && now - Date.parse(receivedAt) > A_FEW_MINUTES_MS;
  if (!answered || (FACE_TO_FACE.includes(channel) && message === undefined && !late)) return [];
  const wanted = [
    `仅限渠道 ${FACE_TO_FACE.join('、')}，不由来信立案，且收到后 5 分钟内登记；其余请另记一次联系`,
    `only by ${FACE_TO_FACE.join(', ')}, not from a message, and registered within 5 minutes of receipt; else record a contact`,
  ] as const;
  return [fieldError(['answered'], answered, ...wanted)];
}

/** IN-12: a call is promised for later, within the month, to somebody who can be reached. */
export function notToBeCalled({ callBackBy, complainant, agent }: FilledIntake, now: number): FieldError[] {
  if (callBackBy === undefined) return [];
  const refusal = notPromisable(Date.parse(callBackBy), now);
  const ways = [...complainant.contacts, ...(agent?.contacts ?? [])];
  if (refusal?.code === 'too_far') {
    const { days } = refusal;
    return [fieldError(['callBackBy'], callBackBy, `${days} 日之内`, `within ${days} days`)];
  }
  if (refusal) return [fieldError(['callBackBy'], callBackBy, '晚于现在', 'later than now')];
  return ways.some(({ channel }) => reaches(channel))
    ? []
    : [fieldError(['callBackBy'], callBackBy, '客户须有联系方式', 'the customer has to be reachable')];
}

/** CL-1: a nature is one of the policy's own list. */
export async function unknownNature(
  db: Queries,
  { policy, nature }: { policy: string; nature?: string | undefined },
): Promise<FieldError[]> {
  if (nature === undefined) return [];
  const rules = await rulesInForce(db, policy);
  if (!rules || Object.hasOwn(rules.natures, nature)) return [];
  const natures = Object.keys(rules.natures);
  return [fieldError(['nature'], nature, `可选：${natures.join('、')}`, `one of: ${natures.join(', ')}`)];
}

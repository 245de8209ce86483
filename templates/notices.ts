import type { ActionName } from '../domain/actions';
import type { NoticeKey, NoticeParams, NoticeWords } from '../domain/notices';
import { REJECTION_GROUNDS } from '../domain/words';
import type { RejectionGround } from '../domain/words';
import { IMPROVEMENT_DUTY_ZH } from './improvement-words';
import { localTime, promisedTime } from './local-time';
import { NOTICES_ZH } from './notice-words';
import { PENALTY_STATE_ZH, yuan } from './penalty-words';
import { refusalTitle } from './refusals';
import { DECISION_ZH } from './timeline-words';
import {
  ACTION_ZH,
  CHANNEL_ZH,
  DEPARTMENT_ZH,
  dutyName,
  LEVEL_ZH,
  OUTCOME_ZH,
  PRIORITY_ZH,
  REJECTION_ZH,
} from './words-zh';

/** Fills {placeholders}. A placeholder without a value is a mistake of ours, never a gap in what people read. */
export function fill(words: NoticeWords, values: Record<string, string | undefined>): NoticeWords {
  const filled = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`Nothing to fill '{${name}}' with in "${text}".`);
      return value;
    });
  return { subject: filled(words.subject), body: filled(words.body) };
}

/** A notice as Chinese staff or customers read it, of a complaint or of none. `handler` is the post of the responsible person. */
export function renderNotice(
  notice: NoticeKey,
  number: string | null,
  params: NoticeParams,
  handler: string,
): NoticeWords {
  return fill(NOTICES_ZH[notice], {
    number: number ?? undefined,
    handler,
    duty: params.owed
      ? IMPROVEMENT_DUTY_ZH[params.owed]
      : params.duty && dutyName({ kind: params.duty, step: params.step }),
    no: params.step?.toString(),
    round: params.round?.toString(),
    level: params.level && LEVEL_ZH[params.level],
    priority: params.priority && PRIORITY_ZH[params.priority],
    granted: params.granted === undefined ? undefined : GRANTED_ZH[`${params.granted}`],
    department: params.department && DEPARTMENT_ZH[params.department],
    decision: params.decision && DECISION_ZH[params.decision],
    due: dueOf(notice, params),
    was: params.wasDueAt === undefined ? undefined : localTime(params.wasDueAt),
    because: params.because && groundOf(params.because),
    action: params.action && tried(notice, params.action),
    cluster: params.cluster,
    count: params.count?.toString(),
    message: params.message?.toString(),
    channel: params.channel && CHANNEL_ZH[params.channel],
    outcome: params.outcome && OUTCOME_ZH[params.outcome],
    improvement: params.improvement,
    penalty: params.penalty,
    yuan: params.fen === undefined ? undefined : yuan(params.fen),
    verdict: params.verdict && PENALTY_STATE_ZH[params.verdict],
  });
}

const GRANTED_ZH = { true: '同意', false: '不同意' } as const;

/** A signal by the name that it was sent under; an action of the API in the words of the procedure. */
const tried = (notice: NoticeKey, action: string): string =>
  notice === 'attempt_filed' ? (ACTION_ZH[action as ActionName] ?? action) : action;

const dueOf = (notice: NoticeKey, { dueAt, message }: NoticeParams): string | undefined => {
  if (dueAt !== undefined) return notice === 'acknowledgement' ? promisedTime(dueAt) : localTime(dueAt);
  // A policy may promise nothing for a channel.
  return message === undefined ? undefined : '未约定';
};

/** Why a complaint is handled once more (CO-3). */
const AGAIN_ZH: Record<string, string> = { dissatisfied: '客户不满意', unsolved: '问题未解决' };

const groundOf = (because: string): string =>
  AGAIN_ZH[because] ??
  (REJECTION_GROUNDS.includes(because as RejectionGround)
    ? REJECTION_ZH[because as RejectionGround]
    : refusalTitle(because));

/** Who is responsible, as customers are told: the post, and where the company gave him one, the number by which he is reached (IN-5). */
export const handlerWords = ({ name, directContact }: { name: string; directContact: string | null }): string =>
  directContact === null ? name : `${name}（直拨电话 ${directContact}）`;

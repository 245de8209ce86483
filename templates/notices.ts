import type { NoticeKey, NoticeParams, NoticeWords } from '../domain/notices';
import { REJECTION_GROUNDS } from '../domain/words';
import type { RejectionGround } from '../domain/words';
import { localTime } from './local-time';
import { NOTICES_ZH } from './notice-words';
import { CHANNEL_ZH, DUTY_ZH, OUTCOME_ZH, REJECTION_ZH } from './words-zh';

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
    duty: params.duty && dutyOf(params),
    due: dueOf(params),
    because: params.because && groundOf(params.because),
    action: params.action,
    message: params.message?.toString(),
    channel: params.channel && CHANNEL_ZH[params.channel],
    outcome: params.outcome && OUTCOME_ZH[params.outcome],
  });
}

const dueOf = ({ dueAt, message }: NoticeParams): string | undefined => {
  if (dueAt !== undefined) return localTime(dueAt);
  // A policy may promise nothing for a channel.
  return message === undefined ? undefined : '未约定';
};

const dutyOf = ({ duty, step }: NoticeParams): string | undefined =>
  duty && (step === undefined ? DUTY_ZH[duty] : `${DUTY_ZH[duty]} ${step}`);

const groundOf = (because: string): string =>
  REJECTION_GROUNDS.includes(because as RejectionGround) ? REJECTION_ZH[because as RejectionGround] : because;

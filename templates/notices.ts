import type { NoticeKey, NoticeParams, NoticeWords } from '../domain/notices';
import { REJECTION_GROUNDS } from '../domain/words';
import type { RejectionGround } from '../domain/words';
import { localTime } from './local-time';
import { NOTICES_ZH } from './notice-words';
import { DUTY_ZH, OUTCOME_ZH, REJECTION_ZH } from './words-zh';

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

/** A notice as Chinese staff or customers read it. `handler` is the post of the responsible person. */
export function renderNotice(notice: NoticeKey, number: string, params: NoticeParams, handler: string): NoticeWords {
  return fill(NOTICES_ZH[notice], {
    number,
    handler,
    duty: params.duty && dutyOf(params),
    due: params.dueAt === undefined ? undefined : localTime(params.dueAt),
    was: params.wasDueAt === undefined ? undefined : localTime(params.wasDueAt),
    because: params.because && groundOf(params.because),
    action: params.action,
    outcome: params.outcome && OUTCOME_ZH[params.outcome],
  });
}

const dutyOf = ({ duty, step }: NoticeParams): string | undefined =>
  duty && (step === undefined ? DUTY_ZH[duty] : `${DUTY_ZH[duty]} ${step}`);

const groundOf = (because: string): string =>
  REJECTION_GROUNDS.includes(because as RejectionGround) ? REJECTION_ZH[because as RejectionGround] : because;

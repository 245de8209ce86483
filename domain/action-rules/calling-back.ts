import type { ComplaintFile, Ref } from '../complaint-file';
import { establish, meeting, resting, voiding, wordReached } from '../duties';
import type { CallbackWord, Event } from '../events';
import { dateOf } from '../local-date';
import type { Refusal } from '../refusals';
import type { Channel, Satisfaction } from '../words';
import type { ActionRule } from './rule';
import { contacted, logged } from './talking';

const isContent = (satisfaction: Satisfaction | undefined): boolean =>
  satisfaction !== 'dissatisfied' && satisfaction !== 'very_dissatisfied';

/** Shanghai has kept this offset since 1992; tries count by its days (CO-8). */
const SHANGHAI_MS = 8 * 3_600_000;
const dayOf = (at: number): string => dateOf(at + SHANGHAI_MS);

/**
 * CO-2: the word is the customer's, given once for a round. Who tries to change it afterwards is refused, and that he tried
 * is put on file (RE-7).
 */
function notNow(file: ComplaintFile, { satisfaction }: Partial<CallbackWord>): Refusal | null {
  if (file.answered) return { code: 'answer_final' };
  const lacking = file.rules.callback?.askSatisfaction && !satisfaction;
  return outOfStep(file) ?? (lacking ? { code: 'satisfaction_missing' } : null);
}

/** 001 三(五): who calls asks for the three marks; the customer who answers by himself gives what he likes. */
const unmarked = ({ rules }: ComplaintFile, { marks }: Partial<CallbackWord>): Refusal | null =>
  rules.callback?.askMarks && !marks ? { code: 'marks_missing' } : null;

function outOfStep(file: ComplaintFile): Refusal | null {
  if (file.outcome === 'withdrawn') return { code: 'withdrawn' };
  return file.stage === 'callback' ? null : { code: 'not_in_stage', stage: file.stage, allowed: ['callback'] };
}

/** CO-3: content and solved → completed; content but not solved → once more; not content → one level up. */
function afterwards(file: ComplaintFile, word: CallbackWord, talk: Event, reached: Event[]): Event[] {
  if (!isContent(word.satisfaction)) return [talk, ...reached, ...establish(file, 'dissatisfied')];
  if (!word.solved) return [talk, ...reached, ...establish(file, 'unsolved')];
  return [talk, ...resting(file), ...establish(file, 'satisfied')];
}

type Answered = Extract<Event, { type: 'callback_answered' }>;
type Said = { channel: Channel; ref?: Ref };

/** What the customer's word puts on file, by whichever way it came. */
function answered(file: ComplaintFile, word: CallbackWord, answer: Answered, said: Said, at: number): Event[] {
  // What he writes by himself is no call of ours: one that was promised to him is still to be made (IN-12).
  const byHimself = answer.by === 'customer';
  const talk = {
    ...said,
    direction: byHimself ? 'inbound' : 'outbound',
    reached: true,
    with: 'complainant',
    purpose: 'callback',
  } as const;
  const [entry, ...reached] = byHimself ? [logged(talk, at), ...wordReached(file)] : contacted(file, talk, at);
  return [answer, ...meeting(file, 'callback'), ...afterwards(file, word, entry ?? logged(talk, at), reached)];
}

export const recordCallback: ActionRule<'record_callback'> = {
  clause: 'CO-1, CO-2, CO-3',
  stages: 'open',
  by: 'owner',
  // A call that nobody answered changes no word that was given.
  refuses: ({ file, data }) => (data.answered ? (notNow(file, data) ?? unmarked(file, data)) : outOfStep(file)),
  filed: ['answer_final'],
  events: ({ file, data, at }) => {
    const { channel } = data;
    if (!data.answered) {
      const talk = {
        channel,
        direction: 'outbound',
        reached: false,
        with: 'complainant',
        purpose: 'callback',
        ref: data.ref,
      } as const;
      return [logged(talk, at), { type: 'callback_tried', channel, day: dayOf(at) }];
    }
    const { answered: _answered, recording, ref = recording, ...word } = data;
    const answer: Answered = { type: 'callback_answered', by: 'recorded_call', recording, ...word };
    return answered(file, word, answer, { channel, ref }, at);
  },
};

export const answerSurvey: ActionRule<'answer_survey'> = {
  clause: 'CO-1, CO-2',
  stages: 'open',
  by: 'customer',
  refuses: ({ file, data: { round, ...word } }) => (round === file.round ? notNow(file, word) : { code: 'link_void' }),
  filed: ['answer_final'],
  events: ({ file, data: { round: _round, ...word }, at }) => {
    const channel = file.channel ?? 'web_form';
    return answered(file, word, { type: 'callback_answered', by: 'customer', channel, ...word }, { channel }, at);
  },
};

export const giveUpCallback: ActionRule<'give_up_callback'> = {
  clause: 'CO-8',
  stages: ['callback'],
  by: 'owner',
  refuses: ({ file }) => {
    const { callback } = file.rules;
    if (!callback) return { code: 'step_unknown_here' };
    if (file.answered) return { code: 'answer_final' };
    const tries = file.tries.length;
    const days = new Set(file.tries.map(({ day }) => day)).size;
    const channels = new Set(file.tries.map(({ channel }) => channel)).size;
    const enough = tries >= callback.tries && days >= callback.days && channels >= callback.channels;
    const { askSatisfaction: _ask, askMarks: _marks, ...needed } = callback;
    return enough ? null : { code: 'too_few_tries', tries, days, channels, needed };
  },
  events: ({ file, data: { ref } }) => [
    { type: 'callback_given_up', ref },
    ...meeting(file, 'callback'),
    ...voiding(file, ({ kind }) => kind === 'tell_result'),
    ...resting(file),
    ...establish(file, 'unreachable'),
  ],
};

import type { ComplaintFile, Ref } from '../complaint-file';
import { openDuties } from '../clock';
import { establish, meeting, owedAt, owes, resting, voiding } from '../duties';
import type { CallbackWord, Event } from '../events';
import { dateOf } from '../local-date';
import type { Refusal } from '../refusals';
import type { Channel, Satisfaction } from '../words';
import type { ActionRule } from './rule';
import { canBeWritten, contacted, logged, wrongTime } from './talking';

const isContent = (satisfaction: Satisfaction | undefined): boolean =>
  satisfaction !== 'dissatisfied' && satisfaction !== 'very_dissatisfied';

/** Shanghai has kept this offset since 1992; tries count by its days (CO-8). */
const SHANGHAI_MS = 8 * 3_600_000;
const dayOf = (at: number): string => dateOf(at + SHANGHAI_MS);

/**
 * CO-2: the word is the customer's, and final until he is asked anew. Who tries to change it afterwards, be it in the round
 * that it has opened, is refused, and that he tried is put on file (RE-7).
 */
function notNow(file: ComplaintFile, { satisfaction }: Partial<CallbackWord>, late = false): Refusal | null {
  if (file.answered) return { code: 'answer_final' };
  const lacking = file.rules.callback?.askSatisfaction && !satisfaction;
  return (late ? null : outOfStep(file)) ?? (lacking ? { code: 'satisfaction_missing' } : null);
}

/** 001 三(五): who calls asks for the three marks; the customer who answers by himself gives what he likes. */
const unmarked = ({ rules }: ComplaintFile, { marks }: Partial<CallbackWord>): Refusal | null =>
  rules.callback?.askMarks && !marks ? { code: 'marks_missing' } : null;

/** CO-3: what he said before he was asked, in an earlier round or before the remedy, is no answer to this callback. */
function wrongProof(file: ComplaintFile, occurredAt: number | undefined, at: number): Refusal | null {
  const field = 'proof.occurredAt';
  const asked = openDuties(file).filter(({ kind }) => kind === 'callback');
  const early = occurredAt !== undefined && !asked.every(owedAt(occurredAt));
  return wrongTime(file, field, occurredAt, at) ?? (early ? { code: 'before_callback', field } : null);
}

function outOfStep(file: ComplaintFile): Refusal | null {
  if (file.outcome === 'withdrawn') return { code: 'withdrawn' };
  return file.stage === 'callback' ? null : { code: 'not_in_stage', stage: file.stage, allowed: ['callback'] };
}

/** CO-8: who had been given up answers by his link after all, while the case is still under review. */
const isLate = (file: ComplaintFile): boolean => file.stage === 'review' && file.facts.includes('unreachable');

/** Whether the link of a round still takes the customer's word. */
export const takesAnswer = (file: ComplaintFile, round: number): boolean =>
  round === file.round && (file.stage === 'callback' || isLate(file));

/** CO-3: content and solved → completed; content but not solved → once more; not content → one level up. */
function afterwards(file: ComplaintFile, word: CallbackWord, talk: Event, reached: Event[]): Event[] {
  if (!isContent(word.satisfaction)) return [talk, ...reached, ...establish(file, 'dissatisfied')];
  if (!word.solved) return [talk, ...reached, ...establish(file, 'unsolved')];
  // CO-12: the result was not told to somebody who had been given up; now he is there.
  const untold = file.stage === 'review' && !file.facts.includes('result_told');
  return [talk, ...resting(file), ...establish(file, 'satisfied'), ...(untold ? owes(file, 'tell_result') : [])];
}

type Answered = Extract<Event, { type: 'callback_answered' }>;
type Said = { channel: Channel; ref?: Ref; occurredAt?: number };

/** What the customer's word puts on file, by whichever way it came. */
function answered(before: ComplaintFile, word: CallbackWord, answer: Answered, said: Said, at: number): Event[] {
  const file = { ...before, facts: before.facts.filter((fact) => fact !== 'unreachable') };
  // What he writes by himself is no word of ours: what was promised to him is still owed (HA-11, IN-12).
  const byHimself = answer.by === 'customer';
  const talk = {
    ...said,
    direction: byHimself ? 'inbound' : 'outbound',
    reached: !byHimself,
    with: 'complainant',
    purpose: 'callback',
  } as const;
  const [entry, ...reached] = byHimself ? [logged(talk, at)] : contacted(file, talk, at);
  return [answer, ...meeting(file, 'callback'), ...afterwards(file, word, entry ?? logged(talk, at), reached)];
}

export const recordCallback: ActionRule<'record_callback'> = {
  clause: 'CO-1, CO-2, CO-3',
  stages: 'open',
  by: 'owner',
  // A call that nobody answered changes no word that was given.
  refuses: ({ file, data, at }) =>
    data.answered
      ? (notNow(file, data) ?? unmarked(file, data) ?? wrongProof(file, data.proof?.occurredAt, at))
      : outOfStep(file),
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
    const { answered: _answered, recording, proof, ref = recording ?? proof?.ref, ...word } = data;
    const by = proof ? 'proof' : 'recorded_call';
    const answer: Answered = { type: 'callback_answered', by, recording, ...(proof ? { proof } : {}), ...word };
    return answered(file, word, answer, { channel, ref, occurredAt: proof?.occurredAt }, at);
  },
};

export const answerSurvey: ActionRule<'answer_survey'> = {
  clause: 'CO-1, CO-2',
  stages: 'open',
  by: 'customer',
  refuses: ({ file, data: { round, ...word } }) =>
    round === file.round ? notNow(file, word, isLate(file)) : { code: 'link_void' },
  filed: ['answer_final'],
  events: ({ file, data: { round: _round, ...word }, at }) => {
    const channel = 'web_form';
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
    if (file.facts.includes('unreachable')) return { code: 'given_up_already' };
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
    ...(canBeWritten(file) ? [] : [...voiding(file, ({ kind }) => kind === 'tell_result'), ...untellable(file)]),
    ...resting(file),
    ...establish(file, 'unreachable'),
  ],
};

/** CO-12: where nobody has to answer to be told, the result is still told; only by word of mouth there is nobody to tell. */
const untellable = (file: ComplaintFile): Event[] =>
  file.rules.duties.tell_result ? establish(file, 'nobody_to_tell') : [];

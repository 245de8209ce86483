import type { CallbackWord } from '../../domain/events';
import type { Stage } from '../../domain/words';
import type { Case } from './reference-case';
import { isPartOf } from './reference-course';
import { as, isOneOf, isReviewer, owns } from './reference-people';
import { heard, reached } from './reference-talk';
import { nobodyOnTheStaff, nobodyToTell } from './reference-telling';
import type { Objection, Tellings } from './reference-telling';
import { dayOf } from './reference-time';

/** The procedure told a second time. This file: result, callback, meeting, review, archive (CO-1 to CO-14). */
type Word = CallbackWord;

/** Nothing more is promised to him. */
const rest = (c: Case): void => c.drop('follow_up', 'progress_entry', 'promised_call');

const hasSpoken = (c: Case): boolean => c.word !== null && c.word !== 'unreachable';

/** CO-2: his word is his, given once for a round, and in the callback. Satisfaction is asked by all but 000. */
const notNow = (c: Case, word: Partial<Word>): (Objection | false)[] => [
  hasSpoken(c) && 'data',
  c.stage !== 'callback' && 'step',
  !word.satisfaction && !c.under('online-service') && 'data',
];

/** 001: whoever calls asks for three marks. */
const unmarked = (c: Case, { marks }: Partial<Word>): boolean => c.under('service-desk') && !marks;

/** CO-3: content and solved; content, and not solved; not content. */
function spoken(c: Case, { solved, satisfaction }: Word, at: number, byHimself: boolean): void {
  c.done('callback');
  const content = satisfaction !== 'dissatisfied' && satisfaction !== 'very_dissatisfied';
  c.word = !content ? 'dissatisfied' : solved ? 'satisfied' : 'unsolved';
  if (c.word === 'satisfied') rest(c);
  // IN-12: what he writes by himself is no call of ours.
  else if (byHimself) heard(c, at);
  else reached(c, at);
}

/** CO-8: three tries on two days; on two channels, where the policy has more than one. */
function triedEnough(c: Case): boolean {
  const days = new Set(c.tries.map(({ day }) => day)).size;
  const channels = new Set(c.tries.map(({ channel }) => channel)).size;
  return c.tries.length >= 3 && days >= 2 && channels >= (c.under('online-service') ? 1 : 2);
}

const SENDABLE: Stage[] = ['verification', 'cause_analysis', 'proposal', 'result', 'callback'];

export const END: Tellings<
  | 'tell_result'
  | 'record_callback'
  | 'answer_survey'
  | 'give_up_callback'
  | 'decide_finally'
  | 'approve'
  | 'reject'
  | 'archive'
> = {
  // CO-12: on the channel that the complaint came by; who walked in is told as he likes.
  tell_result: {
    where: ['result', 'remedy', 'callback', 'review'],
    whose: owns,
    against: (c, { channel }) => [
      nobodyToTell(c),
      c.resultTold && 'data',
      c.birth.channel !== 'walk_in' && channel !== c.birth.channel && 'data',
    ],
    does: (c, _data, at) => {
      c.resultTold = true;
      c.done('tell_result');
      if (c.word !== 'satisfied') reached(c, at);
    },
  },
  record_callback: {
    where: 'anywhere',
    whose: owns,
    against: (c, data) =>
      data.answered ? [...notNow(c, data), unmarked(c, data) && 'data'] : [c.stage !== 'callback' && 'step'],
    does: (c, data, at) => {
      if (data.answered) spoken(c, data, at, false);
      else c.tries.push({ day: dayOf(at), channel: data.channel });
    },
  },
  answer_survey: {
    where: 'anywhere',
    whose: nobodyOnTheStaff('customer'),
    against: (c, data) => [data.round !== c.round && 'data', ...notNow(c, data)],
    does: (c, data, at) => spoken(c, data, at, true),
  },
  give_up_callback: {
    where: ['callback'],
    whose: owns,
    against: (c) => [(hasSpoken(c) || !triedEnough(c)) && 'data'],
    does: (c) => {
      c.word = 'unreachable';
      c.done('callback');
      c.done('tell_result');
      rest(c);
    },
  },
  // CO-4: submitted by the administration centre, and final.
  decide_finally: {
    where: ['meeting'],
    whose: (c, by) => isOneOf(c, by, ['administration_centre', 'administration_director']),
    does: (c, _data, _at, by) => {
      c.decidedFinally = true;
      c.hand(as(c, by, ['administration_centre', 'administration_director']));
      rest(c);
    },
  },
  approve: { where: ['review'], whose: isReviewer, does: (c) => void (c.reviewed = true) },
  // CO-5: back to a step that this complaint has, with a reason; the remedy cannot be had without the agreement.
  reject: {
    where: ['review'],
    whose: isReviewer,
    against: (c, { ground, backTo, ref }) => [
      ground === 'other' && !ref && 'data',
      !(SENDABLE.includes(backTo) && isPartOf(c, backTo)) && 'data',
    ],
    does: (c, { backTo }) => {
      c.reviewed = true;
      c.backTo = backTo;
    },
  },
  // CO-6, IN-6: not before the customer has agreed to what was written down, where 001 asks for that.
  archive: {
    where: ['archive'],
    whose: (c, by) => isOneOf(c, by, ['clerk']),
    against: (c) => [
      c.under('standard', 'service-desk') && c.reachable && !c.repeatedBack && c.outcome === null && 'data',
    ],
    does: (c) => void (c.archived = true),
  },
};

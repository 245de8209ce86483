import type { CallbackWord } from '../../domain/events';
import type { Stage } from '../../domain/words';
import type { Case } from './reference-case';
import { isPartOf } from './reference-course';
import { owe } from './reference-owing';
import { administration, as, clerks, isOneOf, isReviewer, owns } from './reference-people';
import { reached } from './reference-talk';
import { isGone, nobodyOnTheStaff, nobodyToTell, unbelievable } from './reference-telling';
import type { Objection, Tellings } from './reference-telling';
import { dayOf } from './reference-time';

/** The procedure told a second time. This file: result, callback, meeting, review, archive (CO-1 to CO-14). */
type Word = CallbackWord;

/** Nothing more is promised to him. */
const rest = (c: Case): void => c.drop('follow_up', 'progress_entry', 'promised_call', 'tell_delay');

/** Ways in which something can be left for somebody who does not answer. */
const WRITTEN = ['sms', 'letter', 'fax', 'instant_message', 'email', 'social_media', 'marketplace_message', 'app'];
/** CO-12: he can be written to as he wrote, or as he was tried. */
const writtenTo = (c: Case): string[] =>
  [c.birth.channel, ...c.tries.map(({ channel }) => channel)].filter((channel) => WRITTEN.includes(channel));
/** CO-8: given up, and heard of while his case is reviewed. */
const turnsUp = (c: Case): boolean => c.stage === 'review' && c.word === 'unreachable';

/** CO-2: his word is his, and stands until he is asked anew, in the callback. Satisfaction is asked by all but 000. */
const notNow = (c: Case, word: Partial<Word>, late = false): (Objection | false)[] => [
  c.spoken && 'data',
  c.stage !== 'callback' && !late && 'step',
  !word.satisfaction && !c.under('online-service') && 'data',
];

/** 001: whoever calls asks for three marks. */
const unmarked = (c: Case, { marks }: Partial<Word>): boolean => c.under('service-desk') && !marks;

/** CO-3: content and solved; content, and not solved; not content. */
function spoken(c: Case, { solved, satisfaction }: Word, at: number, byHimself: boolean): void {
  c.done('callback');
  const content = satisfaction !== 'dissatisfied' && satisfaction !== 'very_dissatisfied';
  c.word = !content ? 'dissatisfied' : solved ? 'satisfied' : 'unsolved';
  c.spoken = true;
  if (!byHimself) c.lastWordAt = Math.max(c.lastWordAt, at);
  c.untellable = false;
  // CO-12: he was not there to be told; now he is.
  if (c.word === 'satisfied' && c.stage === 'review' && c.under('standard') && !c.resultTold) owe(c, 'tell_result', at);
  if (c.word === 'satisfied') rest(c);
  // IN-12, HA-11: what he writes by himself is no word of ours.
  else if (!byHimself) reached(c, at);
}

/** CO-3: what he said before he was asked this time, more than a minute, is no answer to it. */
const unasked = (c: Case, saidAt: number | undefined, at: number): Objection | false =>
  unbelievable(c, saidAt, at) ||
  (c.owed.some(({ kind, from }) => kind === 'callback' && saidAt !== undefined && saidAt < from - 60_000) && 'data');

/** CO-8: three tries on two days; on two channels, where the policy has more than one. */
function triedEnough(c: Case): boolean {
  const days = new Set(c.tries.map(({ day }) => day)).size;
  const channels = new Set(c.tries.map(({ channel }) => channel)).size;
  return c.tries.length >= 3 && days >= 2 && channels >= (c.under('online-service') ? 1 : 2);
}

const stillWorkedOn = (c: Case): boolean => c.tasks.some(({ state }) => state === 'open');

/** HA-18: named, and has neither spoken nor been urged in vain; where both sides are heard. */
const someoneUnheard = (c: Case): boolean =>
  c.under('standard', 'marketplace') &&
  c.respondents.some((id) => !c.accounts.some(({ person, closed }) => person === id && closed));

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
    where: ['result', 'remedy', 'callback', 'review', 'archive'],
    whose: owns,
    against: (c, { channel }) => [
      isGone(c),
      nobodyToTell(c),
      c.resultTold && 'data',
      c.birth.channel !== 'walk_in' &&
        channel !== c.birth.channel &&
        !(c.word === 'unreachable' && writtenTo(c).includes(channel)) &&
        'data',
    ],
    does: (c, _data, at) => {
      c.resultTold = true;
      c.lastWordAt = at;
      c.done('tell_result');
      if (c.word !== 'satisfied') reached(c, at);
    },
  },
  record_callback: {
    where: 'anywhere',
    whose: owns,
    against: (c, data, at) =>
      data.answered
        ? [...notNow(c, data), unmarked(c, data) && 'data', unasked(c, data.proof?.occurredAt, at)]
        : [c.stage !== 'callback' && 'step'],
    does: (c, data, at) => {
      if (data.answered) spoken(c, data, Math.min(data.proof?.occurredAt ?? at, at), false);
      else c.tries.push({ day: dayOf(at), channel: data.channel });
    },
  },
  answer_survey: {
    where: 'anywhere',
    whose: nobodyOnTheStaff('customer'),
    against: (c, data) => [data.round !== c.round && 'data', ...notNow(c, data, turnsUp(c))],
    does: (c, data, at) => spoken(c, data, at, true),
  },
  give_up_callback: {
    where: ['callback'],
    whose: owns,
    against: (c) => [(c.spoken || c.word !== null || !triedEnough(c)) && 'data'],
    does: (c) => {
      c.word = 'unreachable';
      c.done('callback');
      // CO-12: a letter or a message needs nobody who answers; a call does.
      c.untellable = writtenTo(c).length === 0;
      if (c.untellable) c.done('tell_result');
      rest(c);
    },
  },
  // CO-4: submitted by the administration centre, and final.
  decide_finally: {
    where: ['meeting'],
    whose: (c, by) => isOneOf(c, by, administration(c)),
    does: (c, _data, at, by) => {
      c.decidedFinally = true;
      // CO-12: and told to the customer, where there is any way to.
      c.resultTold = false;
      if (!c.untellable) owe(c, 'tell_result', at);
      c.hand(as(c, by, administration(c)));
      rest(c);
    },
  },
  // HA-3: not while a department still works on it.
  approve: {
    where: ['review'],
    whose: isReviewer,
    against: (c) => [(stillWorkedOn(c) || someoneUnheard(c)) && 'data'],
    does: (c) => void (c.reviewed = true),
  },
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
    whose: (c, by) => isOneOf(c, by, clerks(c)),
    against: (c) => [
      c.under('standard', 'service-desk') && c.reachable && !c.repeatedBack && c.outcome === null && 'data',
      // HA-5: an analysis that came to be asked for later is made up for.
      isPartOf(c, 'cause_analysis') && !c.analysed && c.outcome === null && 'data',
      (stillWorkedOn(c) || someoneUnheard(c)) && c.outcome === null && 'data',
      // CO-4, CO-12: nor before he was told what was decided, or what came of it, since he turned up.
      c.under('standard') &&
        c.reachable &&
        (c.decidedFinally || c.word === 'satisfied') &&
        !c.resultTold &&
        !c.untellable &&
        c.outcome === null &&
        'data',
    ],
    does: (c) => void (c.archived = true),
  },
};

import type { Action, ActionName } from '../domain/actions';
import { nextWake } from '../domain/clock';
import type { ComplaintFile } from '../domain/complaint-file';
import type { Event } from '../domain/events';
import { ACTION_NAMES, decide } from '../domain/decide';
import { evolve, settle } from '../domain/evolve';
import { lapse } from '../domain/lapse';
import { closing } from '../domain/stages';
import type { Outcome } from '../domain/words';
import { currentDetails, timerSummary, turnSummary } from '../templates/run-details';
import { APPROVAL_SIGNALS, labelsOf } from './contract';
import { authorise } from './desk-support';
import type { Matter } from './matter';

/** A complaint, as the desk deals with it. */
export const COMPLAINT: Matter<ComplaintFile, Event, Outcome> = {
  actions: ACTION_NAMES,
  signals: APPROVAL_SIGNALS,
  decide: (file, name, action, at) => decide(file, name as ActionName, action as Action, at),
  evolve,
  settle,
  lapse,
  closing,
  outcome: ({ outcome }) => outcome ?? 'completed',
  putOff: (action, { code }) => ({ type: 'refused', action, because: code }),
  authorise,
  record: (activities, { number }, entry) => activities.record({ number, ...entry }),
  reread: (activities, { number }, keys) => activities.reread({ number, keys }),
  wake: (file) => {
    const wake = nextWake(file);
    return wake && { at: wake.at, summary: timerSummary(wake) };
  },
  labels: labelsOf,
  details: currentDetails,
  turnSummary: (file, events, done) => turnSummary(file, events, done as Parameters<typeof turnSummary>[2]),
};

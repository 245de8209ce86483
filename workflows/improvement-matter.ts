import { nextWake } from '../domain/clock';
import { settle } from '../domain/evolve';
import type { ImprovementAction, ImprovementActionName } from '../domain/improvement/actions';
import { closing, lapse } from '../domain/improvement/clock';
import { decide, IMPROVEMENT_ACTIONS } from '../domain/improvement/decide';
import { evolve } from '../domain/improvement/evolve';
import type { ImprovementEvent, ImprovementFile } from '../domain/improvement/file';
import type { ImprovementState } from '../domain/improvement/words';
import {
  improvementCurrentDetails,
  improvementTimerSummary,
  improvementTurnSummary,
} from '../templates/improvement-details';
import { improvementLabels } from './contract-improvement';
import type { Matter } from './matter';

/** An improvement, as the desk deals with it (RE-3). It takes no signals: whatever is dropped in is put on file as refused. */
export const IMPROVEMENT: Matter<ImprovementFile, ImprovementEvent, ImprovementState> = {
  actions: IMPROVEMENT_ACTIONS,
  signals: [],
  decide: (file, name, action, at) => decide(file, name as ImprovementActionName, action as ImprovementAction, at),
  evolve,
  settle,
  lapse,
  closing,
  outcome: ({ state }) => state,
  putOff: (action, { code }) => ({ type: 'refused', action, because: code }),
  authorise: () => Promise.resolve({ refused: { code: 'signal_unknown' } }),
  record: (activities, { id }, entry) => activities.recordImprovement({ id, ...entry }),
  reread: (activities, { id }, keys) => activities.rereadImprovement({ id, keys }),
  wake: (file) => {
    const wake = nextWake(file);
    return wake && { at: wake.at, summary: improvementTimerSummary(wake) };
  },
  labels: improvementLabels,
  details: improvementCurrentDetails,
  turnSummary: improvementTurnSummary,
};

import type { Rules } from '../domain/policy';
import { RETAIL_FRANCHISE_CHANNELS } from './channels';
import { PENALTIES, PENALTY_APPEAL } from './records';
import {
  always,
  ENGINE_DUTIES,
  LAST_DAY,
  LEVEL_1,
  LEVEL_2,
  LEVEL_3,
  NATURES_ZH,
  TELL_LEVEL_3,
  workingDays,
} from './parts';

/** 客户投诉管理规定 (document 002): three levels, one working day, word every week, five words of satisfaction, the meeting. */
// prettier-ignore
export const RETAIL_FRANCHISE: Rules = {
  policy: 'retail-franchise',
  edition: 1,
  stages: {
    first_contact:  { ends: [['contacted', 'form_filled'], ['nobody_to_reach', 'form_filled']], owes: ['first_contact', 'fill_form'], clause: 'HA-1' },
    classification: { ends: [['classified']],            owes: [],            clause: 'CL-3' },
    hand_over:      { ends: [['taken_over']],            owes: ['take_over'], clause: 'HA-2' },
    verification:   { ends: [['verified']],              owes: [],            clause: 'HA-14' },
    proposal:       { ends: [['agreed']],                owes: [],            clause: 'HA-6, HA-8', toCustomer: true },
    remedy:         { ends: [['remedied']],              owes: [],            clause: 'HA-10, HA-16', toCustomer: true },
    callback:       { ends: [['satisfied'], ['unsolved'], ['dissatisfied'], ['unreachable']], owes: ['callback'], clause: 'CO-2, CO-3', toCustomer: true },
    meeting:        { ends: [['decided_finally']],       owes: ['meeting'],   clause: 'CO-4' },
    review:         { ends: [['approved'], ['rejected'], ['unsolved'], ['dissatisfied']], owes: ['review'],   clause: 'CO-5' },
    archive:        { ends: [['archived']],              owes: ['archive'],   clause: 'CO-6' },
  },
  duties: {
    ...ENGINE_DUTIES,
    first_contact: {
      of: 'owner', toCustomer: true, clause: 'HA-1', needs: ['contacted', 'form_filled'],
      within: always(workingDays(1)),
      prompts: ['openingOfLastDay', { businessMinutesBefore: 120 }],
    },
    fill_form: {
      of: 'owner', when: [{ reachable: false }], clause: 'HA-1', needs: ['form_filled'],
      within: always(workingDays(1)), prompts: LAST_DAY,
    },
    follow_up: {
      of: 'owner', toCustomer: true, clause: 'HA-11', again: true,
      within: [
        { when: { level: [3] }, within: workingDays(2) },
        { when: { level: [2] }, within: workingDays(3) },
        { within: { clock: 'days', withinCalendar: 7 } },
      ],
      prompts: LAST_DAY,
    },
    // 002 names no time for the callback: as soon as it is done; the company gives it two working days.
    callback: { of: 'owner', toCustomer: true, clause: 'CO-2 (choice)', within: always(workingDays(2)), prompts: ['openingOfFirstWorkingDay', 'openingOfLastDay'] },
    meeting:  { of: 'administration', clause: 'CO-4 (choice)', within: always(workingDays(5)), prompts: LAST_DAY },
    review:   { of: 'reviewer',       clause: 'CO-5 (choice)', within: always(workingDays(1)), prompts: LAST_DAY },
  },
  handling: [...LEVEL_3, LEVEL_2, LEVEL_1],
  topLevel: 3,
  priorities: ['normal'],
  natures: NATURES_ZH,
  keyTiers: [],
  tell: [TELL_LEVEL_3],
  refusals: 0,
  unsolvedRounds: 1,
  repeatBack: false,
  apology: false,
  talkingPoints: false,
  bothSides: false,
  directorWithdraws: [{ level: [3], mark: ['authority'] }],
  callback: { askSatisfaction: true, tries: 3, days: 2, channels: 2 },
  // IN-9, CL-4 (choice): the documents name no days and no numbers.
  repeat: { days: 90 },
  mass: { complainants: 5, days: 30, newProductComplainants: 3 },
  channels: RETAIL_FRANCHISE_CHANNELS,
  penalties: PENALTIES,
  penaltyAppeal: PENALTY_APPEAL,
  scale: 'one_best',
};

import type { Rules } from '../domain/policy';
import { CASE_ANALYSIS_CHANNELS } from './channels';
import { IMPROVEMENTS } from './records';
import {
  always,
  business,
  COMPENSATION,
  DAY,
  CONTACT_OF_LATER_ROUNDS,
  ENGINE_DUTIES,
  HOUR,
  LAST_DAY,
  LEVEL_1,
  NATURES_ZH,
  PROMISE_DUTIES,
  TELL_URGENT,
  URGENT_TO_SUPERVISOR,
  wall,
  workingDays,
} from './parts';

/** 投诉处理及案例分析 (document 003): quick answers, causes before proposals, one standard of compensation, a director decides. */
// prettier-ignore
export const CASE_ANALYSIS: Rules = {
  policy: 'case-analysis',
  edition: 1,
  stages: {
    first_contact:  { ends: [['contacted'], ['nobody_to_reach']], owes: ['first_answer', 'contact_again', 'tell_acceptance', 'promised_answer'], clause: 'IN-10, CL-7, CO-3' },
    classification: { ends: [['classified']],            owes: [],            clause: 'CL-1, CL-2' },
    hand_over:      { ends: [['taken_over']],            owes: ['take_over'], clause: 'CL-5, CL-8' },
    verification:   { ends: [['verified']],              owes: [],            clause: 'HA-14' },
    cause_analysis: { ends: [['analysed']],              owes: [],            clause: 'HA-5, HA-17' },
    proposal:       { ends: [['agreed']],                owes: [],            clause: 'HA-6, HA-8, HA-15, HA-19', toCustomer: true },
    remedy:         { ends: [['remedied']],              owes: [],            clause: 'HA-10', toCustomer: true },
    callback:       { ends: [['satisfied'], ['unsolved'], ['dissatisfied'], ['unreachable']], owes: ['callback'], clause: 'CO-1, CO-3', toCustomer: true },
    archive:        { ends: [['archived']],              owes: ['archive'],   clause: 'CO-6' },
  },
  duties: {
    ...ENGINE_DUTIES,
    ...CONTACT_OF_LATER_ROUNDS,
    ...PROMISE_DUTIES,
    first_answer: {
      of: 'owner', toCustomer: true, lasting: true, inChannelHours: true, when: [{ firstRound: true }], clause: 'IN-10', needs: ['contacted'],
      within: [{ when: { priority: ['urgent'] }, within: wall(10) }, { within: business(30) }],
      prompts: [],
    },
    tell_acceptance: {
      of: 'owner', toCustomer: true, lasting: true, when: [{ firstRound: true }], clause: 'CL-7',
      within: [{ when: { priority: ['urgent'] }, within: wall(HOUR) }, { within: business(HOUR) }],
      prompts: [],
    },
    promised_answer: {
      of: 'owner', toCustomer: true, lasting: true, when: [{ firstRound: true }], clause: 'CL-7', followedBy: 'overdue_reason',
      within: [{ when: { priority: ['urgent'] }, within: wall(DAY) }, { within: wall(3 * DAY) }],
      prompts: [{ wallMinutesBefore: 4 * HOUR }],
    },
    progress_entry: {
      of: 'owner', when: [{ priority: ['urgent'] }], arises: true, lasting: true, again: true, clause: 'HA-11',
      within: always(workingDays(1)), prompts: LAST_DAY,
    },
    cross_meeting:     { of: 'head_of_service', clause: 'HA-17 (choice)', within: always(workingDays(3)), prompts: LAST_DAY },
    proposal_approval: { of: 'superior', clause: 'HA-15 (choice)', within: always(workingDays(1)), prompts: LAST_DAY },
    // 003 步驟四: what the customer does not accept is submitted to the director.
    proposal_decision: { of: 'director', clause: 'HA-8 (choice)', within: always(workingDays(1)), prompts: LAST_DAY },
    callback: {
      of: 'owner', toCustomer: true, clause: 'CO-1',
      within: always(workingDays(2)), prompts: ['openingOfFirstWorkingDay', 'openingOfLastDay'],
    },
  },
  handling: [URGENT_TO_SUPERVISOR, LEVEL_1],
  topLevel: 1,
  // 003 knows two: its 一般 covers important and normal.
  priorities: ['urgent', 'normal'],
  natures: NATURES_ZH,
  keyTiers: [],
  tell: [TELL_URGENT],
  // Another proposal is talked over once; then the director decides.
  refusals: 1,
  unsolvedRounds: 1,
  repeatBack: false,
  apology: false,
  talkingPoints: true,
  bothSides: false,
  typical: true,
  compensation: COMPENSATION,
  callback: { askSatisfaction: true, tries: 3, days: 2, channels: 2 },
  channels: CASE_ANALYSIS_CHANNELS,
  improvements: IMPROVEMENTS,
  scale: 'five_best',
};

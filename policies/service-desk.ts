import type { Rules } from '../domain/policy';
import { SERVICE_DESK_CHANNELS } from './channels';
import {
  always,
  business,
  DAY,
  CONTACT_OF_LATER_ROUNDS,
  ENGINE_DUTIES,
  HOUR,
  KEY_TIERS,
  LAST_DAY,
  LEVEL_1,
  NATURES_ZH,
  TASK_DUTIES,
  TELL_COMPLAINTS,
  wall,
  workingDays,
} from './parts';

/** 客户服务流程 (document 001): four request types, three priorities, departments under one lead, callback in two working days. */
// prettier-ignore
export const SERVICE_DESK: Rules = {
  policy: 'service-desk',
  edition: 1,
  stages: {
    first_contact:  { ends: [['contacted'], ['nobody_to_reach']], owes: ['first_answer', 'contact_again'], clause: 'IN-6, IN-10, CO-3' },
    classification: { ends: [['classified']],            owes: [],            clause: 'IN-7, CL-2' },
    hand_over:      { ends: [['taken_over']],            owes: ['take_over'], clause: 'IN-14' },
    verification:   { ends: [['verified']],              owes: [],            clause: 'HA-3' },
    proposal:       { ends: [['agreed']],                owes: [],            clause: 'HA-7, HA-8', toCustomer: true },
    remedy:         { ends: [['remedied']],              owes: [],            clause: 'HA-10', toCustomer: true },
    callback:       { ends: [['satisfied'], ['unsolved'], ['dissatisfied'], ['unreachable']], owes: ['callback'], clause: 'CO-1, CO-2, CO-13', toCustomer: true },
    archive:        { ends: [['archived']],              owes: ['archive'],   clause: 'CO-6' },
  },
  duties: {
    ...ENGINE_DUTIES,
    ...CONTACT_OF_LATER_ROUNDS,
    ...TASK_DUTIES,
    first_answer: {
      of: 'owner', toCustomer: true, lasting: true, inChannelHours: true, when: [{ firstRound: true }], clause: 'IN-10', needs: ['contacted'],
      within: [
        { when: { priority: ['urgent'] }, within: wall(1) },
        { when: { priority: ['important'] }, within: business(4 * HOUR) },
        { within: business(8 * HOUR) },
      ],
      prompts: [],
    },
    tell_proposal:     { of: 'owner', toCustomer: true, clause: 'HA-7', within: always(workingDays(1)), prompts: LAST_DAY },
    // 001 三(四): adjusted until agreed, so nobody above is asked: there is no decision in this policy.
    callback: {
      of: 'owner', toCustomer: true, clause: 'CO-1',
      within: [{ when: { priority: ['urgent'] }, within: wall(DAY) }, { within: workingDays(2) }],
      prompts: ['openingOfFirstWorkingDay', 'openingOfLastDay'],
    },
  },
  handling: [LEVEL_1],
  topLevel: 1,
  priorities: ['urgent', 'important', 'normal'],
  natures: NATURES_ZH,
  keyTiers: KEY_TIERS,
  tell: [TELL_COMPLAINTS],
  refusals: 0,
  unsolvedRounds: 1,
  repeatBack: true,
  apology: true,
  talkingPoints: false,
  bothSides: false,
  callback: { askSatisfaction: true, askMarks: true, tries: 3, days: 2, channels: 2 },
  channels: SERVICE_DESK_CHANNELS,
  scale: 'words',
};

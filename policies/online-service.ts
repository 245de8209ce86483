import type { Rules } from '../domain/policy';
import { ONLINE_SERVICE_CHANNELS } from './channels';
import {
  always,
  business,
  CONTACT_OF_LATER_ROUNDS,
  ENGINE_DUTIES,
  HOUR,
  LAST_DAY,
  LEVEL_1,
  NATURES_ZH,
  workingDays,
} from './parts';

/** 网络客服投诉处理 (document 000): first answer by channel, proposal on verified facts, the customer's confirmation. */
// prettier-ignore
export const ONLINE_SERVICE: Rules = {
  policy: 'online-service',
  edition: 1,
  stages: {
    first_contact:  { ends: [['contacted'], ['nobody_to_reach']], owes: ['first_answer', 'contact_again'], clause: 'IN-5, IN-10, CO-3' },
    // 000 四(二): what it is and whose fault follows from what was verified.
    verification:   { ends: [['verified', 'classified']], owes: [],          clause: 'HA-14, CL-1, CL-6' },
    hand_over:      { ends: [['taken_over']],            owes: ['take_over'], clause: 'IN-14' },
    proposal:       { ends: [['agreed']],                owes: [],           clause: 'HA-6, HA-7, HA-8', toCustomer: true },
    remedy:         { ends: [['remedied']],              owes: [],           clause: 'HA-10', toCustomer: true },
    callback:       { ends: [['satisfied'], ['unsolved'], ['dissatisfied'], ['unreachable']], owes: ['callback'], clause: 'CO-3, CO-7', toCustomer: true },
    archive:        { ends: [['archived']],              owes: ['archive'],  clause: 'CO-6' },
  },
  duties: {
    ...ENGINE_DUTIES,
    ...CONTACT_OF_LATER_ROUNDS,
    // 000 四(一)3: at once on chat and by instant message, within X working hours elsewhere; X is the company's choice: 4.
    first_answer: {
      of: 'owner', toCustomer: true, lasting: true, inChannelHours: true, when: [{ firstRound: true }], clause: 'IN-10', needs: ['contacted'],
      within: [
        { when: { channel: ['chat', 'instant_message'] }, within: business(1) },
        { within: business(4 * HOUR) },
      ],
      prompts: [],
    },
    // 000 四(四)3: word at regular times; the interval is the company's choice.
    follow_up:         { of: 'owner', toCustomer: true, clause: 'HA-11 (choice)', again: true, within: always(workingDays(3)), prompts: LAST_DAY },
    proposal_decision: { of: 'superior', clause: 'HA-8 (choice)', within: always(workingDays(1)), prompts: LAST_DAY },
    callback:          { of: 'owner', toCustomer: true, clause: 'CO-3 (choice)', within: always(workingDays(2)), prompts: LAST_DAY },
  },
  handling: [LEVEL_1],
  topLevel: 1,
  priorities: ['normal'],
  natures: NATURES_ZH,
  keyTiers: [],
  tell: [],
  // 000 四(三)3: what cannot be agreed with what is at hand goes to the supervisor at once.
  refusals: 0,
  unsolvedRounds: 1,
  repeatBack: false,
  apology: false,
  talkingPoints: false,
  bothSides: false,
  callback: { askSatisfaction: false, tries: 3, days: 2, channels: 1 },
  channels: ONLINE_SERVICE_CHANNELS,
  scale: 'words',
};

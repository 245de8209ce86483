import type { Rules } from '../domain/policy';
import { MARKETPLACE_CHANNELS } from './channels';
import {
  ACCOUNT_DUTIES,
  always,
  business,
  CONTACT_OF_LATER_ROUNDS,
  ENGINE_DUTIES,
  HOUR,
  LAST_DAY,
  LEVEL_1,
  NATURES_ZH,
  PROPOSAL_ANSWER,
  REFERRAL,
  TASK_DUTIES,
  workingDays,
} from './parts';

/** 电商平台投诉处理 (document 004): receipt, both sides heard, the merchant urged, a formal result, callback where it matters. All times are the company's choice. */
// prettier-ignore
export const MARKETPLACE: Rules = {
  policy: 'marketplace',
  edition: 1,
  stages: {
    // 004 knows no first contact; after a callback that went badly the customer hears from us all the same.
    first_contact:  { ends: [['contacted'], ['nobody_to_reach']], owes: ['contact_again'], clause: 'CO-3 (choice)', when: [{ firstRound: false }] },
    classification: { ends: [['classified']],            owes: ['first_answer'], clause: 'IN-10, CL-8' },
    hand_over:      { ends: [['taken_over']],            owes: ['take_over'],   clause: 'IN-14' },
    verification:   { ends: [['verified']],              owes: [],              clause: 'HA-14, HA-18, HA-9' },
    proposal:       { ends: [['agreed'], ['concluded']], owes: [],              clause: 'HA-6, HA-7, CO-11', toCustomer: true },
    // 004 三(四)1: the result is told formally once it is agreed upon, while it is carried out; or when it stands without agreement.
    result:         { ends: [['result_told']],           owes: ['tell_result'], clause: 'CO-12', toCustomer: true, when: [{ fact: ['concluded'] }] },
    remedy:         { ends: [['remedied', 'result_told']], owes: ['tell_result'], clause: 'HA-10, CO-12', toCustomer: true, unless: ['concluded'] },
    callback:       { ends: [['satisfied'], ['unsolved'], ['dissatisfied'], ['unreachable']], owes: ['callback'], clause: 'CO-1', toCustomer: true,
                      when: [{ priority: ['urgent'] }, { level: [2, 3] }, { mark: ['typical'] }, { fact: ['concluded'] }] },
    archive:        { ends: [['archived']],              owes: ['archive'],     clause: 'CO-6' },
  },
  duties: {
    ...ENGINE_DUTIES,
    // 004 三(一)1 leaves the times open: at once where somebody is on the line, four hours elsewhere.
    first_answer: {
      of: 'owner', toCustomer: true, lasting: true, inChannelHours: true, when: [{ firstRound: true }], clause: 'IN-10 (choice)', needs: ['contacted'],
      within: [
        { when: { channel: ['phone', 'chat'] }, within: business(1) },
        { within: business(4 * HOUR) },
      ],
      prompts: [],
    },
    ...CONTACT_OF_LATER_ROUNDS,
    // 004 分派 asks departments; how long they have is the company's choice.
    task_solution: { ...TASK_DUTIES.task_solution, clause: 'CL-8 (choice)', within: always(workingDays(2)) },
    ...ACCOUNT_DUTIES,
    // 004 三(三): what the customer refuses is adjusted, as often as it takes; or concluded without agreement. Nobody above is asked.
    proposal_answer:     PROPOSAL_ANSWER,
    conclusion_decision: { of: 'superior', clause: 'CO-11 (choice)', within: always(workingDays(1)), prompts: LAST_DAY },
    tell_result:         { of: 'owner', toCustomer: true, clause: 'CO-12 (choice)', needs: ['result_told'], within: always(workingDays(1)), prompts: LAST_DAY },
    callback:            { of: 'owner', toCustomer: true, clause: 'CO-1 (choice)',  within: always(workingDays(2)), prompts: ['openingOfFirstWorkingDay', 'openingOfLastDay'] },
  },
  handling: [LEVEL_1],
  topLevel: 1,
  priorities: ['urgent', 'important', 'normal'],
  natures: NATURES_ZH,
  keyTiers: [],
  tell: [],
  refusals: 0,
  unsolvedRounds: 1,
  repeatBack: false,
  apology: false,
  talkingPoints: false,
  bothSides: true,
  referral: REFERRAL,
  typical: true,
  callback: { askSatisfaction: true, tries: 3, days: 2, channels: 2 },
  channels: MARKETPLACE_CHANNELS,
  scale: 'words',
};

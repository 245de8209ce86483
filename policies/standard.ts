import type { DutyRule, Rules } from '../domain/policy';
import { IMPROVEMENTS, PENALTIES, PENALTY_APPEAL } from './records';

const workingDays = (working: number) => ({ clock: 'days', working }) as const;
const LAST_DAY: DutyRule['prompts'] = ['openingOfLastDay'];

/** 标准流程: the five documents merged, with the settlements of docs/procedure.md. The default. */
// prettier-ignore
export const STANDARD: Rules = {
  policy: 'standard',
  edition: 1,
  stages: {
    first_contact:  { ends: [['contacted', 'form_filled']],                owes: ['first_contact'], clause: 'HA-1' },
    classification: { ends: [['classified']],                              owes: [],                clause: 'CL-1, CL-2, CL-3' },
    hand_over:      { ends: [['taken_over']],                              owes: ['take_over'],     clause: 'HA-2' },
    verification:   { ends: [['verified']],                                owes: [],                clause: 'HA-14' },
    proposal:       { ends: [['agreed']],                                  owes: [],                clause: 'HA-6, HA-7, HA-8' },
    remedy:         { ends: [['remedied']],                                owes: [],                clause: 'HA-10' },
    callback:       { ends: [['satisfied'], ['unsolved'], ['dissatisfied']], owes: ['callback'],    clause: 'CO-1, CO-2, CO-3' },
    meeting:        { ends: [['decided_finally']],                         owes: ['meeting'],       clause: 'CO-4' },
    review:         { ends: [['approved'], ['rejected']],                  owes: ['review'],        clause: 'CO-5' },
    archive:        { ends: [['archived']],                                owes: ['archive'],       clause: 'CO-6' },
  },
  duties: {
    first_contact: {
      of: 'owner', clause: 'HA-1', needs: ['contacted', 'form_filled'],
      within: [{ within: workingDays(1) }],
      prompts: ['openingOfLastDay', { businessMinutesBefore: 120 }],
    },
    follow_up: {
      of: 'owner', clause: 'HA-11', again: true,
      within: [
        { when: { level: [3] }, within: workingDays(2) },
        { when: { level: [2] }, within: workingDays(3) },
        { within: { clock: 'days', withinCalendar: 7 } },
      ],
      prompts: LAST_DAY,
    },
    take_over:         { of: 'next_handler',   clause: 'HA-2 (choice)',  within: [{ within: { clock: 'business', minutes: 120 } }], prompts: [{ businessMinutesBefore: 60 }] },
    tell_proposal:     { of: 'owner',          clause: 'HA-7',           within: [{ within: workingDays(1) }], prompts: LAST_DAY },
    proposal_decision: { of: 'superior',       clause: 'HA-8 (choice)',  within: [{ within: workingDays(1) }], prompts: LAST_DAY },
    remedy_step:       { of: 'owner',          clause: 'HA-10',          prompts: LAST_DAY },
    tell_delay:        { of: 'owner',          clause: 'HA-10 (choice)', within: [{ within: workingDays(1) }], prompts: LAST_DAY },
    callback: {
      of: 'owner', clause: 'CO-1',
      within: [
        { when: { priority: ['urgent'] }, within: { clock: 'wall', minutes: 24 * 60 } },
        { within: workingDays(2) },
      ],
      prompts: ['openingOfFirstWorkingDay', 'openingOfLastDay'],
    },
    meeting:           { of: 'administration', clause: 'CO-4 (choice)',  within: [{ within: workingDays(5) }], prompts: LAST_DAY },
    review:            { of: 'reviewer',       clause: 'CO-5 (choice)',  within: [{ within: workingDays(1) }], prompts: LAST_DAY },
    archive:           { of: 'clerk',          clause: 'CO-6 (choice)',  within: [{ within: workingDays(2) }], prompts: LAST_DAY },
  },
  levels: {
    1: { handlers: ['handler', 'supervisor', 'manager'],            reviewers: ['supervisor', 'manager', 'sales_director'] },
    2: { handlers: ['supervisor', 'manager'],                       reviewers: ['sales_director', 'administration_director'] },
    3: { handlers: ['sales_director', 'administration_director'],   reviewers: ['sales_director', 'administration_director'] },
  },
  refusals: 2,
  unsolvedRounds: 1,
  repeatBack: true,
  scale: 'one_best',
  improvements: IMPROVEMENTS,
  penalties: PENALTIES,
  penaltyAppeal: PENALTY_APPEAL,
};

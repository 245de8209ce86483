import type { Rules } from '../domain/policy';

const workingDays = (working: number) => ({ clock: 'days', working }) as const;
/** Three working days of the usual hours. */
const THREE_DAYS_AHEAD = { businessMinutesBefore: 3 * 450 };

/** 改进措施 (003 表2 五, 四): how improvements are chased. All times are the company's choice. */
export const IMPROVEMENTS: NonNullable<Rules['improvements']> = {
  reminders: [THREE_DAYS_AHEAD, 'openingOfLastDay'],
  verify: { within: workingDays(3), reminders: ['openingOfLastDay'] },
  escalateAfter: workingDays(3),
  clause: 'RE-3 (choice)',
};

/** 负激励 (002 5.4.1.1–5.4.1.3), in 分. */
// prettier-ignore
export const PENALTIES: NonNullable<Rules['penalties']> = [
  { clause: 'RE-7', onMissed: 'first_contact',                              fen: [3000, 3000] },
  { clause: 'RE-7', onMissed: 'fill_form',                                  fen: [3000, 3000] },
  { clause: 'RE-7', onMissed: 'callback',                                   fen: [5000, 10_000] },
  { clause: 'RE-7', onRefused: 'record_callback', because: 'answer_final',  fen: [5000, 10_000] },
  { clause: 'RE-7', manual: 'against_rules',                                fen: [3000, 10_000] },
  { clause: 'RE-7', manual: 'data_manipulated',                             fen: [5000, 10_000] },
];

/** How long the offender may appeal: the company's choice. */
export const PENALTY_APPEAL: NonNullable<Rules['penaltyAppeal']> = workingDays(5);

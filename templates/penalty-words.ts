import type { ManualGround, PenaltyCause, PenaltyNotice, PenaltyState } from '../domain/penalties/words';
import type { ActionName } from '../domain/actions';
import type { NoticeWords } from '../domain/notices';
import type { DutyKind } from '../domain/words';
import { ACTION_ZH, DUTY_ZH } from './words-zh';

/** The words of penalties (RE-7) as people read them. Complete by type. */
export const PENALTY_STATE_ZH: Record<PenaltyState, string> = {
  proposed: '待确认',
  confirmed: '已确认',
  waived: '免予处罚',
  appealed: '申诉中',
  upheld: '申诉维持',
  reduced: '申诉减轻',
  lifted: '申诉撤销',
};

export const PENALTY_CAUSE_ZH: Record<PenaltyCause, string> = {
  missed: '逾期',
  refused: '操控数据',
  manual: '上级提出',
};

export const MANUAL_GROUND_ZH: Record<ManualGround, string> = {
  against_rules: '违反受理权限或业务指引',
  data_manipulated: '私自填写、操控数据',
};

/** What the penalty is for, in one phrase: 满意度回访逾期. `what` is a duty, an action or a ground, by the cause. */
export function causeZh(cause: PenaltyCause, what: string): string {
  if (cause === 'missed') return `${DUTY_ZH[what as DutyKind]}${PENALTY_CAUSE_ZH.missed}`;
  if (cause === 'refused') return `${PENALTY_CAUSE_ZH.refused}（${ACTION_ZH[what as ActionName]}）`;
  return MANUAL_GROUND_ZH[what as ManualGround];
}

/** 3000 分 are 30.00 元. */
export const yuan = (fen: number): string => `${(fen / 100).toFixed(2)} 元`;

/** Placeholders: {penalty} its id · {yuan} the amount · {verdict} how it stands now · {due} until when one may appeal. */
export const PENALTY_NOTICES_ZH: Record<PenaltyNotice, NoticeWords> = {
  penalty_proposed: {
    subject: '【负激励】{penalty} 待上级确认',
    body: '投诉 {number} 中有一项记录可能由您承担负激励 {penalty}，金额 {yuan}，正由上级确认。确认后可申诉一次。',
  },
  penalty_to_confirm: {
    subject: '【待确认】负激励 {penalty}',
    body: '投诉 {number} 产生负激励 {penalty}，建议金额 {yuan}，请确认，或说明理由免予处罚。',
  },
  penalty_confirmed: {
    subject: '【负激励】{penalty} 已确认',
    body: '投诉 {number} 的负激励 {penalty} 已确认，金额 {yuan}。如有异议，请于 {due} 前申诉，仅可申诉一次。',
  },
  penalty_waived: {
    subject: '【负激励】{penalty} 免予处罚',
    body: '投诉 {number} 的负激励 {penalty} 经上级决定免予处罚。',
  },
  penalty_appealed: {
    subject: '【申诉】负激励 {penalty}',
    body: '投诉 {number} 的负激励 {penalty}（{yuan}）已由本人申诉，请作出最终决定。',
  },
  penalty_appeal_decided: {
    subject: '【申诉结果】负激励 {penalty}',
    body: '投诉 {number} 的负激励 {penalty} 申诉已有最终决定：{verdict}，金额 {yuan}。',
  },
};

export const PENALTY_NOTICES_EN: Record<PenaltyNotice, NoticeWords> = {
  penalty_proposed: {
    subject: 'Penalty {penalty} proposed',
    body: 'Complaint {number} holds a breach for which penalty {penalty} ({yuan}) is proposed. It waits for the level above; you may appeal once.',
  },
  penalty_to_confirm: {
    subject: 'To be confirmed: penalty {penalty}',
    body: 'Complaint {number} gives reason for penalty {penalty}, proposed: {yuan}. Confirm it, or waive it with a reason.',
  },
  penalty_confirmed: {
    subject: 'Penalty {penalty} confirmed',
    body: 'Penalty {penalty} of complaint {number} is confirmed: {yuan}. You may appeal once, until {due}.',
  },
  penalty_waived: {
    subject: 'Penalty {penalty} waived',
    body: 'Penalty {penalty} of complaint {number} has been waived.',
  },
  penalty_appealed: {
    subject: 'Appeal: penalty {penalty}',
    body: 'Penalty {penalty} of complaint {number} ({yuan}) has been appealed and waits for the final decision.',
  },
  penalty_appeal_decided: {
    subject: 'Appeal decided: penalty {penalty}',
    body: 'The appeal against penalty {penalty} of complaint {number} is decided: {verdict}, {yuan}.',
  },
};

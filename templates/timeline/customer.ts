import type { IntakeField } from '../../domain/questions';
import { localTime } from '../local-time';
import { EVIDENCE_KIND_ZH, EVIDENCE_SOURCE_ZH, PROOF_ZH, PURPOSE_ZH } from '../timeline-words';
import { CHANNEL_ZH, STAGE_ZH } from '../words-zh';
import { where } from './parts';
import { INTAKE_FIELD_ZH } from '../questions';
import type { Sentences } from './parts';

/** Whole seconds are what people read. */
const shown = (instant: number): string => localTime(Math.floor(instant / 1_000) * 1_000);

/** Words with the customer, and what is known of him and his matter. */
export const CUSTOMER: Sentences<
  | 'contacted'
  | 'form_filled'
  | 'repeat_back_confirmed'
  | 'information_added'
  | 'acceptance_told'
  | 'call_promised'
  | 'contact_way_added'
  | 'evidence_asked'
  | 'evidence_added'
  | 'referred'
  | 'withdrawn'
> = {
  contacted: ({ channel, direction, reached, with: whom, purpose }) =>
    `${direction === 'inbound' ? '客户来联系' : '联系客户'}（${CHANNEL_ZH[channel]}，${PURPOSE_ZH[purpose]}` +
    `${where(whom === 'agent', '，代理人')}）：${reached ? '已联系上' : direction === 'outbound' ? '未联系上' : purpose === 'callback' ? '客户自行评价' : '待回复'}`,
  information_added: ({ field, correction }) =>
    `${correction ? '更正' : '补充'}信息：${INTAKE_FIELD_ZH[field as IntakeField]?.name ?? field}`,
  repeat_back_confirmed: () => '补记：已向客户复述投诉内容并获确认',
  form_filled: ({ repeatedBack }) => `填写投诉处理单${repeatedBack ? '，已向客户复述并获确认' : '，尚未向客户复述'}`,
  acceptance_told: ({ channel }) => `告知客户投诉已受理、答复时限与初步方向（${CHANNEL_ZH[channel]}）`,
  call_promised: ({ until }) => `与客户约定在 ${shown(until)} 前再次联系`,
  contact_way_added: ({ channel, backTo }) =>
    `补充客户联系方式（${CHANNEL_ZH[channel]}）${backTo ? `，从「${STAGE_ZH[backTo]}」补办` : ''}`,
  evidence_asked: ({ of }) => `请${EVIDENCE_SOURCE_ZH[of]}补充佐证材料`,
  evidence_added: ({ kind, from, submittedAt }) =>
    `收到佐证材料：${EVIDENCE_KIND_ZH[kind]}（${EVIDENCE_SOURCE_ZH[from]}提供，${shown(submittedAt)}）`,
  referred: ({ channel }) =>
    channel
      ? `不属受理范围，已向客户说明并转介（${CHANNEL_ZH[channel]}）`
      : '不属受理范围，转介；客户没有联系方式，无从告知',
  withdrawn: ({ proof }) => (proof ? `客户撤回投诉（凭证：${PROOF_ZH[proof.kind]}）` : '客户通过本人链接撤回投诉'),
};

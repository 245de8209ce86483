import type { PenaltyRefusal } from '../domain/penalties/refusals';
import { localTime } from './local-time';
import { PENALTY_STATE_ZH, yuan } from './penalty-words';
import { say } from './problems';
import type { Sentence } from './problems';
import { wordEn, wordsEn } from './words-en';

type Of<C extends PenaltyRefusal['code']> = Extract<PenaltyRefusal, { code: C }>;

/** Why something about a penalty is not allowed, and what is (RE-7). */
export const PENALTY_SENTENCES: { [C in PenaltyRefusal['code']]: (refusal: Of<C>) => Sentence } = {
  penalties_not_in_policy: ({ policy }) =>
    say(
      '该流程没有负激励',
      'This policy knows no penalties',
      `流程 ${policy} 所依据的制度没有规定负激励。`,
      `The document behind the policy ${policy} does not provide for penalties.`,
    ),
  penalty_stands: ({ state, allowed }) =>
    say(
      '负激励当前状态不能这样做',
      'Not as the penalty stands',
      `负激励现为「${PENALTY_STATE_ZH[state]}」，此操作只能在「${allowed.map((one) => PENALTY_STATE_ZH[one]).join('、')}」时进行；申诉只有一次，其决定为最终决定。`,
      `The penalty is ${wordEn(state)}; this is done while it is ${wordsEn(allowed)}. There is one appeal, and its decision is final.`,
    ),
  own_penalty: () =>
    say(
      '不能决定自己的负激励',
      'Nobody decides about himself',
      '负激励由上级确认，本人不能确认或免除。',
      'A penalty is decided by the level above, never by the person concerned.',
    ),
  not_the_offender: ({ offender }) =>
    say(
      '只有本人可以申诉',
      'Only the person concerned appeals',
      `这项负激励涉及 ${offender}，只能由其本人申诉。`,
      `This penalty concerns ${offender}, who alone may appeal.`,
    ),
  fen_outside: ({ fen, least, most }) =>
    say(
      '金额超出规定范围',
      'The amount is outside the range',
      `给出 ${yuan(fen)}，规定为 ${yuan(least)} 至 ${yuan(most)}（amountFen：${least} 至 ${most}，单位分）。`,
      `Given: ${fen} fen; the policy has ${least} to ${most}.`,
    ),
  not_reduced: ({ fen, least, most }) =>
    say(
      '减轻后的金额不合适',
      'This is no reduction within the range',
      least === most
        ? `这项负激励定为 ${yuan(least)}，没有减轻的余地，只能维持（uphold）或撤销（lift）。`
        : `给出 ${yuan(fen)}；减轻后的金额须不少于 ${yuan(least)} 且低于 ${yuan(most)}，要全部免去请用 lift。`,
      least === most
        ? `This penalty is fixed at ${least} fen: it can only be upheld or lifted.`
        : `Given: ${fen} fen; a reduction is at least ${least} and below ${most}. To take it away altogether, lift it.`,
    ),
  appeal_too_late: ({ until }) =>
    say(
      '申诉期限已过',
      'The time for an appeal is over',
      `申诉期限至 ${until && localTime(Math.floor(Date.parse(until) / 1000) * 1000)}，已不能申诉。`,
      `An appeal was possible until ${until}.`,
    ),
  proposed_by_yourself: () =>
    say(
      '提出人不能自己决定',
      'Not by who proposed it',
      '这项负激励由你提出，须由其他上级确认或裁决。',
      'You proposed this penalty; somebody else above the person concerned decides it.',
    ),
  breach_penalised: ({ penalty }) =>
    say(
      '这项违规已有负激励',
      'This breach has its penalty',
      `一次违规只产生一项负激励，这一项已有 ${penalty}；金额由确认人在规定范围内调整。`,
      `One breach has one penalty, and this one has ${penalty}; who confirms it may set the amount within the range.`,
    ),
  confirmed_by_yourself: () =>
    say(
      '确认人不能裁决申诉',
      'Not by who confirmed it',
      '你确认了这项负激励，申诉须由你的上级决定。',
      'You confirmed this penalty; the appeal is for the level above you.',
    ),
};

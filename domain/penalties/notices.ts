import type { Notice, Recipients } from '../notices';
import type { Penalty } from './penalty';
import type { PenaltyNotice, PenaltyState } from './words';

/**
 * Who hears of a step of a penalty (RE-7): the offender of everything but his own appeal; whoever is to decide next, nearest
 * first; and who confirmed it, of the appeal's end. `deciding` is the audience that has to decide, if any.
 */
export function penaltyNotices(penalty: Penalty, deciding: Recipients | undefined): Notice[] {
  const offender = { person: penalty.offender.id, personal: true } as const;
  const next = (notice: PenaltyNotice): Notice[] => (deciding ? [noticeOf(penalty, notice, deciding)] : []);
  switch (penalty.state) {
    case 'proposed':
      return [noticeOf(penalty, 'penalty_proposed', offender), ...next('penalty_to_confirm')];
    case 'confirmed':
      return [noticeOf(penalty, 'penalty_confirmed', offender)];
    case 'waived':
      return [noticeOf(penalty, 'penalty_waived', offender)];
    case 'appealed':
      return next('penalty_appealed');
    case 'upheld':
    case 'reduced':
    case 'lifted':
      return [
        noticeOf(penalty, 'penalty_appeal_decided', offender),
        ...(penalty.confirmedBy
          ? [noticeOf(penalty, 'penalty_appeal_decided', { person: penalty.confirmedBy.id }, ':confirmer')]
          : []),
      ];
  }
}

/** States from which somebody has to decide. */
export const AWAITS: readonly PenaltyState[] = ['proposed', 'appealed'];

const noticeOf = (
  { id, fen, state, appealUntil }: Penalty,
  notice: PenaltyNotice,
  recipients: Recipients,
  suffix = '',
): Notice => ({
  key: `${id}:${notice}${suffix}`,
  notice,
  recipients,
  params: {
    penalty: id,
    fen,
    verdict: state,
    ...(state === 'confirmed' && appealUntil !== null ? { dueAt: appealUntil } : {}),
  },
});

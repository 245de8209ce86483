import { fault, faultsOf } from '../faults';
import type { Fault } from '../faults';
import { lengthErrors } from '../length';
import type { Rules } from '../policy';
import type { DutyKind } from '../words';
import type { ManualGround } from './words';

/** The least and the most that it may cost, in 分. */
export type Range = [least: number, most: number];

/** What a breach may cost (002 5.4.1): a duty that was missed, an attempt that the procedure refused, or something that a superior brings forward. */
export type PenaltyRule = { clause: string; fen: Range } & (
  { onMissed: DutyKind } | { onRefused: string; because: string } | { manual: ManualGround }
);

/** What is wrong with a policy's penalties, one sentence each. */
export function penaltyRuleProblems({
  penalties = [],
  penaltyAppeal,
}: Pick<Rules, 'penalties' | 'penaltyAppeal'>): Fault[] {
  const ranges = penalties
    .filter(
      ({ fen: [least, most] }) => !(Number.isInteger(least) && Number.isInteger(most) && 0 < least && least <= most),
    )
    .map(({ fen: [least, most] }) =>
      fault(
        `负激励金额为 ${least} 至 ${most}；须为大于 0 的整数（分），下限在前。`,
        `A penalty costs from ${least} to ${most}; give whole 分, the least first, above 0.`,
      ),
    );
  const appeal = penaltyAppeal ? faultsOf('申诉', 'Appeals', lengthErrors(penaltyAppeal)) : [];
  const endless =
    penalties.length > 0 && !penaltyAppeal
      ? [fault('负激励可以申诉：须给出 penaltyAppeal。', 'Penalties can be appealed: give penaltyAppeal.')]
      : [];
  return [...ranges, ...appeal, ...endless];
}

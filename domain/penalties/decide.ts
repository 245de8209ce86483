import { lateFrom } from '../clock';
import type { Handled } from '../complaint-file';
import type { Acting } from '../ladder';
import type { Actor } from '../people';
import type { Refusal } from '../refusals';
import type { Penalty } from './penalty';
import { decidingOf } from './people';
import type { PenaltyState } from './words';

/** What people do about a penalty. Amounts in 分; without one, it stays as it is. */
export type PenaltyAction =
  | { name: 'confirm'; fen?: number }
  | { name: 'waive' }
  | { name: 'appeal' }
  | { name: 'uphold' }
  | { name: 'reduce'; fen: number }
  | { name: 'lift' };

/** What it comes to: the next step of the penalty, done by whom in which role. */
export type PenaltyStep = { state: PenaltyState; fen: number; by: Handled };

/** In which state each is done, and to which it leads. */
const MOVES: Record<PenaltyAction['name'], { from: PenaltyState; to: PenaltyState }> = {
  confirm: { from: 'proposed', to: 'confirmed' },
  waive: { from: 'proposed', to: 'waived' },
  appeal: { from: 'confirmed', to: 'appealed' },
  uphold: { from: 'appealed', to: 'upheld' },
  reduce: { from: 'appealed', to: 'reduced' },
  lift: { from: 'appealed', to: 'lifted' },
};

/** RE-7: whether it may be done, and what the penalty is then. `at` in ms, UTC: at the last instant an appeal is in time. */
export function decidePenalty(
  penalty: Penalty,
  action: PenaltyAction,
  actor: Actor,
  at: number,
): { step: PenaltyStep } | { refused: Refusal } {
  const acting = action.name === 'appeal' ? appealing(penalty, actor) : decidingOf(penalty, actor);
  if ('refused' in acting) return acting;
  const { from, to } = MOVES[action.name];
  if (penalty.state !== from) return { refused: { code: 'penalty_stands', state: penalty.state, allowed: [from] } };
  const refused = tooLate(penalty, action, at) ?? wrongAmount(penalty, action);
  if (refused) return { refused };
  return { step: { state: to, fen: fenOf(penalty, action), by: { id: actor.id, role: acting.role } } };
}

const appealing = ({ offender }: Penalty, { id }: Actor): Acting =>
  id === offender.id ? { role: offender.role } : { refused: { code: 'not_the_offender', offender: offender.id } };

const tooLate = ({ appealUntil }: Penalty, { name }: PenaltyAction, at: number): Refusal | null =>
  name === 'appeal' && appealUntil !== null && lateFrom(appealUntil) <= at
    ? { code: 'appeal_too_late', until: new Date(appealUntil).toISOString() }
    : null;

function wrongAmount({ fen: stands, least, most }: Penalty, action: PenaltyAction): Refusal | null {
  if (action.name === 'reduce') {
    const { fen } = action;
    return least <= fen && fen < stands ? null : { code: 'not_reduced', fen, least, most: stands };
  }
  if (action.name !== 'confirm' || action.fen === undefined) return null;
  return outside(action.fen, [least, most]);
}

/** Why an amount cannot be set: what the policy has no price for. */
export const outside = (fen: number, [least, most]: [least: number, most: number]): Refusal | null =>
  least <= fen && fen <= most ? null : { code: 'fen_outside', fen, least, most };

function fenOf({ fen }: Penalty, action: PenaltyAction): number {
  if (action.name === 'waive' || action.name === 'lift') return 0;
  return ('fen' in action ? action.fen : undefined) ?? fen;
}

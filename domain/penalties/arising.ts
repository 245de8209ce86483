import type { Event } from '../events';
import type { Committed } from '../notices';
import type { Role } from '../words';
import type { PenaltyRule, Range } from './rules';
import type { PenaltyCause } from './words';

/** A penalty that the record gives reason for; somebody has to confirm it. */
export type Arising = {
  /** The breach that it is for: one breach, one penalty, however often it is decided. */
  breach: string;
  clause: string;
  cause: PenaltyCause;
  /** The duty, the action, or the ground. */
  what: string;
  offender: string;
  /** The role in which the offender has the case, where he has a hand in it. */
  role: Role | null;
  fen: Range;
  /** What is proposed within it; the least where nobody says otherwise. */
  proposed?: number;
};

type Breach = Pick<Arising, 'breach' | 'cause' | 'what' | 'offender'> & { rules: PenaltyRule[] };

/**
 * What a turn gives reason for (RE-7): missed duties, and attempts that the procedure refused, as far as the policy has a
 * price for them. `by` is who acted. Whose breach it is stands with the miss: who held the case when its last day opened
 * (HA-1); where nobody is recorded, nothing is proposed. Of several rules the dearer one wins.
 */
export const penaltiesOf = ({ file, events }: Pick<Committed, 'file' | 'events'>, by: string): Arising[] =>
  events
    .flatMap((event) => breachOf(file, event, by))
    .flatMap(({ rules, ...breach }) => {
      const [dearest] = [...rules].sort((a, b) => b.fen[1] - a.fen[1] || b.fen[0] - a.fen[0]);
      if (!dearest) return [];
      const role = file.handled.find(({ id }) => id === breach.offender)?.role ?? null;
      return [{ ...breach, role, clause: dearest.clause, fen: dearest.fen }];
    });

/** To try the same again is the same breach: the customer's answer of a round is one thing. */
export const refusedBreach = (
  { action, because }: Pick<Extract<Event, { type: 'refused' }>, 'action' | 'because'>,
  round: number,
  by: string,
): string => `refused:${action}:${because}:${round}:${by}`;

function breachOf({ duties, rules, round }: Committed['file'], event: Event, by: string): Breach[] {
  const { penalties = [] } = rules;
  if (event.type === 'missed') {
    const kind = duties.find(({ id }) => id === event.duty)?.kind;
    if (!kind || event.by === null) return [];
    const priced = penalties.filter((rule) => 'onMissed' in rule && rule.onMissed === kind);
    return [{ breach: `missed:${event.duty}`, cause: 'missed', what: kind, offender: event.by, rules: priced }];
  }
  if (event.type !== 'refused') return [];
  const { action, because } = event;
  const priced = penalties.filter(
    (rule) => 'onRefused' in rule && rule.onRefused === action && rule.because === because,
  );
  return [{ breach: refusedBreach(event, round, by), cause: 'refused', what: action, offender: by, rules: priced }];
}

import type { ComplaintFile } from './complaint-file';
import type { Drafted } from './events';
import type { CompensationRule } from './policy';
import type { Nature, Role, Severity } from './words';

type Offer = Pick<Drafted, 'kinds' | 'amountFen' | 'severity'>;

/** What the standard says of a harm, if it has a row for it (HA-15). */
export const standardFor = (
  { rules }: Pick<ComplaintFile, 'rules'>,
  nature: Nature | null,
  severity: Severity | undefined,
): CompensationRule | undefined =>
  rules.compensation?.table.find((row) => row.nature === nature && row.severity === severity);

/**
 * Why a proposal needs the level above: it leaves the common standard of nature and severity (HA-15), or it is more than
 * the proposer's role may grant (HA-6). Null: it needs nobody, as where the policy knows no standard, or no money is offered.
 */
export function beyondStandard(file: ComplaintFile, offer: Offer, role: Role): 'outside' | 'limit' | null {
  const { compensation } = file.rules;
  if (!compensation || offer.amountFen === 0) return null;
  const row = standardFor(file, file.nature, offer.severity);
  if (!row || offer.amountFen < row.fen[0] || offer.amountFen > row.fen[1]) return 'outside';
  return offer.amountFen > (compensation.limits[role] ?? 0) ? 'limit' : null;
}

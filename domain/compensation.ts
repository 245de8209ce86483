import type { ComplaintFile } from './complaint-file';
import type { Drafted } from './events';
import type { Rules } from './policy';
import type { Nature, ProposalKind, Role, Severity } from './words';

type Offer = Pick<Drafted, 'kinds' | 'amountFen' | 'severity'>;

/** What is only said: it costs nothing, and nothing has to be carried out afterwards (HA-10). */
export const ONLY_SAID: readonly ProposalKind[] = ['explanation', 'apology', 'improvement_promise'];

/** What gives the customer money. */
export const OF_MONEY: readonly ProposalKind[] = ['compensation', 'fee_waiver', 'return'];

/** What the standard says of a harm; of all severities, where none is named. */
const standardFor = ({ compensation }: Rules, nature: Nature | null, severity: Severity | undefined) =>
  (compensation?.table ?? []).filter((row) => row.nature === nature && (!severity || row.severity === severity));

/** HA-15: another kind than is usual for this harm, or another amount. A word, such as an apology, is never out of place. */
function isOutside({ rules, nature }: ComplaintFile, { kinds, amountFen, severity }: Offer): boolean {
  const rows = standardFor(rules, nature, severity);
  const usual = (kind: ProposalKind): boolean =>
    ONLY_SAID.includes(kind) || rows.some((row) => row.kinds.includes(kind));
  const fits = rows.some(({ fen: [least, most] }) => amountFen >= least && amountFen <= most);
  return !kinds.every(usual) || (amountFen > 0 && !(severity && fits));
}

/**
 * Why a proposal needs the level above: it leaves the common standard of nature and severity (HA-15), or it is, with what
 * the customer was granted in earlier rounds, more than the proposer's role may grant (HA-6). Null: it needs nobody, as where
 * the policy knows no standard.
 */
export function beyondStandard(file: ComplaintFile, offer: Offer, role: Role): 'outside' | 'limit' | null {
  const { compensation } = file.rules;
  if (!compensation) return null;
  if (isOutside(file, offer)) return 'outside';
  const limit = compensation.limits[role] ?? 0;
  return offer.amountFen > 0 && file.granted + offer.amountFen > limit ? 'limit' : null;
}

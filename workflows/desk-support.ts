import type { SearchAttributePair } from '@temporalio/common';
import { openDuties } from '../domain/clock';
import type { ComplaintFile } from '../domain/complaint-file';
import { APPROVAL_SIGNALS, searchAttributesOf } from './contract';
import type { Labels } from './contract';
import { readApproval } from './letters';
import type { SignalLetter } from './letters';
import type { Authorised } from './matter';
import type { Ask } from './proxies';

/** Turns an approval signal into the action of whoever holds its one-time code. `at`: the instant of its turn. */
export async function authorise(file: ComplaintFile, letter: SignalLetter, at: number, ask: Ask): Promise<Authorised> {
  const name = APPROVAL_SIGNALS.find((known) => known === letter.signal);
  if (!name) return { refused: { code: letter.signal === 'cancel' ? 'cancel_not_a_step' : 'signal_unknown' } };
  const approval = readApproval(letter);
  if (!approval) return { refused: { code: 'signal_malformed' } };
  const holder = await ask('核对审批码', (activities) =>
    activities.holderOf({ number: file.number, code: approval.code, at }),
  );
  if (!holder) return { refused: { code: 'code_unknown' } };
  if (!openDuties(file).some(({ id }) => id === holder.duty)) return { refused: { code: 'code_void' } };
  return { name, action: { by: holder.by, data: approval.data, codeHash: holder.codeHash } };
}

/** The search attributes that differ. */
export function changedLabels(before: Labels, after: Labels): SearchAttributePair[] {
  const old = searchAttributesOf(before);
  return searchAttributesOf(after)
    .getAll()
    .filter(({ key, value }) => old.get(key) !== value);
}

import { voiding } from '../duties';
import { mayNot } from '../people';
import type { Refusal } from '../refusals';
import { anyHolds } from '../condition';
import { needsDirector } from './closing';
import { before } from './rule';
import type { ActionRule, Case } from './rule';
import { logged, said } from './talking';

/** What is small is the owner's to refer; what is more, the level above's, and what only a director withdraws, a director's. */
function mayNotRefer({ file, by }: Case<'refer'>): Refusal | null {
  if (needsDirector(file)) return mayNot(file, 'director', by) && { code: 'director_needed' };
  return mayNot(file, anyHolds(file.rules.referral?.above ?? [], file) ? 'superior' : 'owner', by);
}

export const refer: ActionRule<'refer'> = {
  clause: 'IN-8',
  // Who has begun to look into it has found it to be his.
  stages: before('verification'),
  known: ({ referral }) => referral !== undefined,
  by: mayNotRefer,
  refuses: ({ file, data: { channel, ref } }) => {
    if (file.round > 1) return { code: 'first_round_only' };
    return file.reachable && (channel === undefined || ref === undefined) ? { code: 'referral_untold' } : null;
  },
  events: ({ file, data: { channel, body, ref }, at }) => {
    const told = file.reachable && channel !== undefined && ref !== undefined;
    return [
      ...(told ? [logged(said(channel, 'result', ref), at)] : []),
      { type: 'referred', ...(told ? { channel } : {}), body, ref },
      ...voiding(file, () => true),
    ];
  },
};

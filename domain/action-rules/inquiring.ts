import { openDuties } from '../clock';
import type { Account, ComplaintFile } from '../complaint-file';
import { establish, meeting, owes, voiding } from '../duties';
import { handOf } from '../people';
import type { Refusal } from '../refusals';
import { CAUSES } from '../words';
import type { Cause } from '../words';
import { BEFORE_REMEDY, BEFORE_REVIEW, withDuty } from './rule';
import type { ActionRule } from './rule';

const unanswered = (file: ComplaintFile): Account[] => file.accounts.filter(({ state }) => state === 'asked');

/** HA-18: both sides are heard before the facts stand, where there is another side: staff, a merchant, a shop. */
function unheard(file: ComplaintFile): Refusal | null {
  const accounts = unanswered(file).map(({ no }) => no);
  if (accounts.length > 0) return { code: 'accounts_open', accounts };
  const other = file.respondents.length > 0 || ['staff', 'merchant', 'shop'].includes(file.subject ?? '');
  return file.rules.bothSides && other && file.accounts.length === 0 ? { code: 'other_side_unheard' } : null;
}

export const recordVerification: ActionRule<'record_verification'> = {
  clause: 'HA-14, CL-6, HA-18',
  stages: BEFORE_REMEDY,
  by: 'owner',
  refuses: ({ file, data }) => (data.concluded ? unheard(file) : null),
  events: ({ file, data }) => [{ type: 'verified', ...data }, ...(data.concluded ? establish(file, 'verified') : [])],
};

export const askAccount: ActionRule<'ask_account'> = {
  clause: 'HA-9, HA-18',
  stages: BEFORE_REVIEW,
  known: withDuty('account'),
  by: 'owner',
  events: ({ file, data: { of, workingDays, ref } }) => {
    const account = file.accounts.length + 1;
    const within = workingDays === undefined ? undefined : ({ clock: 'days', working: workingDays } as const);
    return [{ type: 'account_asked', no: account, of, ref }, ...owes(file, 'account', { account, within })];
  },
};

function notAsked(file: ComplaintFile, no: number): Refusal | null {
  const account = file.accounts.find((known) => known.no === no);
  if (!account) return { code: 'no_such_account', account: no, accounts: file.accounts.map((known) => known.no) };
  return account.state === 'asked' ? null : { code: 'account_closed', account: no };
}

export const urgeAccount: ActionRule<'urge_account'> = {
  clause: 'HA-9',
  stages: BEFORE_REVIEW,
  known: withDuty('account'),
  by: 'owner',
  refuses: ({ file, data }) => notAsked(file, data.account),
  events: ({ file, data: { account, ref } }) => [
    { type: 'account_urged', no: account, ref },
    ...meeting(file, 'urge', { account }),
    ...owes(file, 'urge', { account }),
  ],
};

export const recordAccount: ActionRule<'record_account'> = {
  clause: 'HA-9, HA-18',
  stages: BEFORE_REVIEW,
  known: withDuty('account'),
  by: 'owner',
  refuses: ({ file, data }) => {
    const amiss = notAsked(file, data.account);
    if (amiss || data.answered) return amiss;
    // Silence is what is left after asking and urging in vain.
    const urged = file.accounts.find(({ no }) => no === data.account)?.urged ?? 0;
    const late = openDuties(file).some(
      ({ kind, account, missed }) => kind === 'account' && account === data.account && missed,
    );
    return urged > 0 && late ? null : { code: 'not_urged' };
  },
  events: ({ file, data: { account, answered, ref } }) => [
    { type: 'account_recorded', no: account, answered, ref },
    ...(answered
      ? meeting(file, 'account', { account })
      : voiding(file, (d) => d.kind === 'account' && d.account === account)),
    ...voiding(file, (duty) => duty.kind === 'urge' && duty.account === account),
  ],
};

const meetingCalled = (file: ComplaintFile): boolean => openDuties(file).some(({ kind }) => kind === 'cross_meeting');

export const callCrossMeeting: ActionRule<'call_cross_meeting'> = {
  clause: 'HA-17',
  stages: BEFORE_REMEDY,
  known: withDuty('cross_meeting'),
  by: 'owner',
  refuses: ({ file }) => (meetingCalled(file) ? { code: 'meeting_called' } : null),
  events: ({ file, data }) => [{ type: 'cross_meeting_called', ...data }, ...owes(file, 'cross_meeting')],
};

export const recordCrossMeeting: ActionRule<'record_cross_meeting'> = {
  clause: 'HA-17',
  stages: BEFORE_REVIEW,
  known: withDuty('cross_meeting'),
  by: 'head_of_service',
  refuses: ({ file }) => (meetingCalled(file) ? null : { code: 'no_meeting_called' }),
  events: ({ file, data: { minutes }, by }) => [
    { type: 'cross_meeting_held', by: handOf(file, 'head_of_service', by), minutes },
    ...meeting(file, 'cross_meeting'),
  ],
};

/** Causes that are one person's doing: what made it possible has to be named too (HA-5). */
const OF_A_PERSON: readonly Cause[] = ['operating_error', 'service_attitude'];
const notBehind = (behind: Cause | undefined): boolean => behind === undefined || OF_A_PERSON.includes(behind);

export const analyseCause: ActionRule<'analyse_cause'> = {
  clause: 'HA-5',
  stages: BEFORE_REVIEW,
  known: ({ stages }) => stages.cause_analysis !== undefined,
  by: 'owner',
  refuses: ({ file, data: { dimension, cause, behind } }) => {
    // It rests on facts, and on what the departments' meeting found, where one was called (HA-17).
    if (!file.facts.includes('verified'))
      return { code: 'not_in_stage', stage: file.stage, allowed: ['cause_analysis'] };
    if (meetingCalled(file)) return { code: 'meeting_called' };
    const allowed: readonly string[] = CAUSES[dimension];
    if (!allowed.includes(cause)) return { code: 'cause_of_other_dimension', cause, allowed: [...allowed] };
    return OF_A_PERSON.includes(cause) && notBehind(behind) ? { code: 'person_alone' } : null;
  },
  events: ({ file, data }) => [{ type: 'cause_analysed', ...data }, ...establish(file, 'analysed')],
};

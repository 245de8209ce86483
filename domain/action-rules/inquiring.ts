import type { ActionData, Analysis } from '../actions';
import { openDuties } from '../clock';
import type { Account, ComplaintFile, Duty } from '../complaint-file';
import { establish, meeting, owes, voiding } from '../duties';
import { handOf } from '../people';
import type { Refusal } from '../refusals';
import { CAUSES } from '../words';
import type { AccountOf, Cause, Stage } from '../words';
import { anyOf, BEFORE_ARCHIVE, BEFORE_REMEDY, BEFORE_REVIEW, gone, withDuty } from './rule';
import type { ActionRule } from './rule';

/** Whoever is named late is heard late. */
const UNTIL_FILED: readonly Stage[] = [...BEFORE_ARCHIVE, 'archive'];

const unanswered = (file: ComplaintFile): Account[] => file.accounts.filter(({ state }) => state === 'asked');

/** HA-18: whoever is complained about is heard, and the merchant or the shop, in whatever round, before the facts stand. */
export function unheard(file: ComplaintFile): Refusal | null {
  const open = unanswered(file).map(({ no }) => no);
  if (open.length > 0) return { code: 'accounts_open', accounts: open };
  const { accounts, respondents, rules } = file;
  if (!rules.bothSides) return null;
  const missing = respondents.filter((person) => !accounts.some((account) => account.person === person));
  const side = sideUnheard(file);
  return missing.length > 0 || side ? { code: 'other_side_unheard', respondents: missing, side } : null;
}

/** HA-18: who was named when the facts stood already is heard all the same, before the level above agrees and before it is filed. */
export const unheardPersons = ({ accounts, respondents, rules }: ComplaintFile): string[] =>
  rules.bothSides
    ? respondents.filter((id) => !accounts.some(({ person, state }) => person === id && state !== 'asked'))
    : [];

/** The side that nobody has spoken for yet; where nobody is named, whoever is asked on its behalf speaks for it. */
function sideUnheard({ subject, respondents, accounts }: ComplaintFile): AccountOf | null {
  const unnamed = accounts.some(({ of, person }) => of === 'respondent' && person === undefined);
  const heard = unnamed || accounts.some(({ of }) => of === 'merchant');
  if (subject === 'merchant' || subject === 'shop') return heard ? null : 'merchant';
  return subject === 'staff' && respondents.length === 0 && !unnamed ? 'respondent' : null;
}

export const recordVerification: ActionRule<'record_verification'> = {
  clause: 'HA-14, CL-6, HA-18',
  stages: BEFORE_REMEDY,
  by: 'owner',
  refuses: ({ file, data }) => (data.concluded ? unheard(file) : null),
  events: ({ file, data }) => [{ type: 'verified', ...data }, ...(data.concluded ? establish(file, 'verified') : [])],
};

/** Whom an account is asked of, by name: the one who is complained about, or which of them. */
const askedOf = ({ respondents }: ComplaintFile, { of, person }: ActionData['ask_account']): string | undefined =>
  person ?? (of === 'respondent' && respondents.length === 1 ? respondents[0] : undefined);

function notNamed(file: ComplaintFile, data: ActionData['ask_account']): Refusal | null {
  const { respondents } = file;
  const person = askedOf(file, data);
  const amiss = person
    ? data.of !== 'respondent' || !respondents.includes(person)
    : data.of === 'respondent' && respondents.length > 1;
  return amiss ? { code: 'respondent_unnamed', respondents } : null;
}

export const askAccount: ActionRule<'ask_account'> = {
  clause: 'HA-9, HA-18',
  stages: UNTIL_FILED,
  known: withDuty('account'),
  by: 'owner',
  refuses: ({ file, data }) => gone(file) ?? notNamed(file, data),
  events: ({ file, data }) => {
    const { of, workingDays, ref } = data;
    const account = file.accounts.length + 1;
    const within = workingDays === undefined ? undefined : ({ clock: 'days', working: workingDays } as const);
    const asked = { type: 'account_asked', no: account, of, person: askedOf(file, data), ref } as const;
    return [asked, ...owes(file, 'account', { account, within })];
  },
};

function notAsked(file: ComplaintFile, no: number): Refusal | null {
  const account = file.accounts.find((known) => known.no === no);
  if (!account) return { code: 'no_such_account', account: no, accounts: file.accounts.map((known) => known.no) };
  return account.state === 'asked' ? null : { code: 'account_closed', account: no };
}

const accountOwed = (file: ComplaintFile, no: number): Duty | undefined =>
  openDuties(file).find(({ kind, account }) => kind === 'account' && account === no);
const isLate = (file: ComplaintFile, no: number): boolean => accountOwed(file, no)?.missed === true;
/** Its time is over, or was called off when the case went to its review. */
const hadItsTime = (file: ComplaintFile, no: number): boolean => !accountOwed(file, no) || isLate(file, no);

export const urgeAccount: ActionRule<'urge_account'> = {
  clause: 'HA-9',
  stages: UNTIL_FILED,
  known: withDuty('account'),
  by: 'owner',
  refuses: ({ file, data }) => gone(file) ?? notAsked(file, data.account),
  events: ({ file, data: { account, ref } }) => [
    { type: 'account_urged', no: account, ref },
    ...meeting(file, 'urge', { account }),
    // Until its time is over nobody has to be urged, though he may be.
    ...(isLate(file, account) ? owes(file, 'urge', { account }) : []),
  ],
};

export const recordAccount: ActionRule<'record_account'> = {
  clause: 'HA-9, HA-18',
  stages: UNTIL_FILED,
  known: withDuty('account'),
  by: 'owner',
  refuses: ({ file, data }) => {
    const amiss = gone(file) ?? notAsked(file, data.account);
    if (amiss || data.answered) return amiss;
    // Silence is what is left after asking and urging in vain.
    const urged = file.accounts.find(({ no }) => no === data.account)?.urged ?? 0;
    return urged > 0 && hadItsTime(file, data.account) ? null : { code: 'not_urged' };
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

/** HA-17: departments have been called to a meeting, and it has not been held. */
export const meetingAhead = (file: ComplaintFile): Refusal | null =>
  meetingCalled(file) ? { code: 'meeting_called' } : null;

export const callCrossMeeting: ActionRule<'call_cross_meeting'> = {
  clause: 'HA-17',
  stages: BEFORE_REMEDY,
  known: withDuty('cross_meeting'),
  by: 'owner',
  refuses: ({ file }) => meetingAhead(file),
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

/** HA-17: called off by whoever answers for the complaint, or by who would chair it. */
export const cancelCrossMeeting: ActionRule<'cancel_cross_meeting'> = {
  clause: 'HA-17',
  stages: BEFORE_REVIEW,
  by: anyOf('owner', 'head_of_service'),
  refuses: ({ file }) => (meetingCalled(file) ? null : { code: 'no_meeting_called' }),
  events: ({ file, data: { ref } }) => [
    { type: 'cross_meeting_cancelled', ref },
    ...voiding(file, ({ kind }) => kind === 'cross_meeting'),
  ],
};

/** Causes that are one person's doing: what made it possible has to be named too (HA-5). */
const OF_A_PERSON: readonly Cause[] = ['operating_error', 'service_attitude'];
const notBehind = (behind: Cause | undefined): boolean => behind === undefined || OF_A_PERSON.includes(behind);

/** Why a cause cannot stand: it belongs to another dimension, or names a person and nothing behind him (HA-5). */
export function unsoundCause({ dimension, cause, behind }: Analysis): Refusal | null {
  const allowed: readonly string[] = CAUSES[dimension];
  if (!allowed.includes(cause)) return { code: 'cause_of_other_dimension', cause, allowed: [...allowed] };
  return OF_A_PERSON.includes(cause) && notBehind(behind) ? { code: 'person_alone' } : null;
}

export const analyseCause: ActionRule<'analyse_cause'> = {
  clause: 'HA-5',
  // Where a later situation asks for it, it is made up for before the case is filed.
  stages: 'open',
  known: ({ stages }) => stages.cause_analysis !== undefined,
  by: 'owner',
  refuses: ({ file, data }) => {
    // It rests on facts, and on what the departments' meeting found, where one was called (HA-17).
    if (file.rules.stages.verification && !file.facts.includes('verified'))
      return { code: 'not_in_stage', stage: file.stage, allowed: ['cause_analysis'] };
    return meetingCalled(file) ? { code: 'meeting_called' } : unsoundCause(data);
  },
  events: ({ file, data }) => [{ type: 'cause_analysed', ...data }, ...establish(file, 'analysed')],
};

import type { ComplaintFile } from '../../../domain/complaint-file';
import type { Event } from '../../../domain/events';
import { penaltiesOf } from '../../../domain/penalties/arising';
import { decidePenalty } from '../../../domain/penalties/decide';
import type { PenaltyAction } from '../../../domain/penalties/decide';
import { penaltyNotices } from '../../../domain/penalties/notices';
import type { Penalty } from '../../../domain/penalties/penalty';
import { deciderAudiences, seesPenalty } from '../../../domain/penalties/people';
import { penaltyRuleProblems } from '../../../domain/penalties/rules';
import type { PenaltyRule } from '../../../domain/penalties/rules';
import type { Actor } from '../../../domain/people';
import { PENALTIES, PENALTY_APPEAL } from '../../../policies/records';
import { RETAIL_FRANCHISE } from '../../../policies/retail-franchise';
import { aComplaint, shanghai, STAFF } from '../../support/files';

const { handler, handler2, supervisor, supervisorSouth, manager, salesDirector, administrationDirector, clerk } = STAFF;
const MISSED: Event = { type: 'missed', duty: 'first_contact-1', by: handler.id };
const ANSWER_FINAL: Event = { type: 'refused', action: 'record_callback', because: 'answer_final' };

const arising = (event: Event, by = 'clock', given: Partial<ComplaintFile> = {}) =>
  penaltiesOf({ file: { ...aComplaint({ rules: RETAIL_FRANCHISE }).file, ...given }, events: [event] }, by);
const withDuty = (kind: 'fill_form') => ({
  duties: [{ id: `${kind}-1`, kind, of: 'owner' as const, stage: null, round: 1, from: 0 }],
});
const withRules = (penalties: PenaltyRule[] | undefined) => ({
  rules: { ...aComplaint({ rules: RETAIL_FRANCHISE }).file.rules, penalties },
});

describe('RE-7 what the record gives reason for', () => {
  it('is 30 yuan for a first contact that was missed, of the person recorded with the miss', () => {
    expect(arising(MISSED)).toEqual([
      {
        breach: 'missed:first_contact-1',
        cause: 'missed',
        what: 'first_contact',
        offender: handler.id,
        role: 'handler',
        clause: 'RE-7',
        fen: [3000, 3000],
      },
    ]);
  });

  it('is 30 yuan as well where nobody can be reached and the form was not filled in', () => {
    const [missed] = arising({ type: 'missed', duty: 'fill_form-1', by: handler.id }, 'clock', withDuty('fill_form'));
    expect(missed).toMatchObject({ what: 'fill_form', offender: handler.id, fen: [3000, 3000] });
  });

  it('is nothing where nobody is recorded, where the duty costs nothing, and where the policy knows no penalties', () => {
    expect(arising({ ...MISSED, by: null })).toEqual([]);
    expect(arising({ type: 'missed', duty: 'archive-9', by: handler.id })).toEqual([]);
    expect(arising(MISSED, 'clock', withRules(undefined))).toEqual([]);
    expect(arising({ type: 'reminded', duty: 'first_contact-1' })).toEqual([]);
  });

  it('is 50 to 100 yuan for trying to change the customer’s answer, once for an answer, of whoever tried', () => {
    const [first] = arising(ANSWER_FINAL, handler.id);
    expect(first).toMatchObject({ cause: 'refused', offender: handler.id, fen: [5000, 10_000] });
    expect(arising(ANSWER_FINAL, handler.id)[0]?.breach).toBe(first?.breach);
    expect(arising(ANSWER_FINAL, handler.id, { round: 2 })[0]?.breach).not.toBe(first?.breach);
    expect(arising({ ...ANSWER_FINAL, because: 'not_owner' }, handler.id)).toEqual([]);
  });

  it('is the dearer of two rules for one breach', () => {
    const rules: PenaltyRule[] = [
      { clause: 'cheap', onMissed: 'first_contact', fen: [3000, 3000] },
      { clause: 'dear', onMissed: 'first_contact', fen: [3000, 10_000] },
    ];
    expect(arising(MISSED, 'clock', withRules(rules)).map(({ clause }) => clause)).toEqual(['dear']);
    expect(arising(MISSED, 'clock', withRules(rules.reverse())).map(({ clause }) => clause)).toEqual(['dear']);
  });
});

const NOW = shanghai('2026-03-04 10:00');
const penalty = (given: Partial<Penalty> = {}): Penalty => ({
  id: '20260302-001-F1',
  complaint: '20260302-001',
  offender: { id: handler.id, role: 'handler' },
  team: 'east',
  state: 'proposed',
  fen: 5000,
  least: 5000,
  most: 10_000,
  proposedBy: 'clock',
  confirmedBy: null,
  appealUntil: null,
  respondents: [],
  ...given,
});
const confirmed = (by: Actor, given: Partial<Penalty> = {}): Penalty =>
  penalty({
    state: 'confirmed',
    confirmedBy: { id: by.id, role: by.roles[0]! },
    appealUntil: shanghai('2026-03-11 18:00'),
    ...given,
  });
const appealed = (by: Actor, given: Partial<Penalty> = {}) => ({ ...confirmed(by, given), state: 'appealed' as const });
/** What it comes to: the new state and amount, or the code of the refusal. */
const said = (given: Penalty, action: PenaltyAction, by: Actor, at = NOW): string => {
  const result = decidePenalty(given, action, by, at);
  return 'refused' in result ? result.refused.code : `${result.step.state} ${result.step.fen}`;
};
const CONFIRM: PenaltyAction = { name: 'confirm' };
const of = (actor: Actor, team = actor.team): Partial<Penalty> => ({
  offender: { id: actor.id, role: actor.roles[0]! },
  team,
});

describe('RE-7 the level above the offender decides', () => {
  test.each<[string, Partial<Penalty>, Actor[], [Actor, string][]]>([
    [
      'a handler’s: the supervisor of the team, or above',
      {},
      [supervisor, manager, salesDirector],
      [
        [handler, 'own_penalty'],
        [handler2, 'role_needed'],
        [supervisorSouth, 'other_team'],
        [clerk, 'role_needed'],
      ],
    ],
    [
      'a supervisor’s: a director; the manager stands on the same level',
      of(supervisor),
      [salesDirector, administrationDirector],
      [
        [supervisor, 'own_penalty'],
        [supervisorSouth, 'role_needed'],
        [manager, 'role_needed'],
      ],
    ],
    ['a manager’s: a director', of(manager), [salesDirector, administrationDirector], [[supervisor, 'role_needed']]],
    ['a director’s: the other one', of(salesDirector), [administrationDirector], [[manager, 'role_needed']]],
  ])('%s', (_, given, may, mayNot) => {
    for (const by of may) expect(said(penalty(given), CONFIRM, by)).toBe('confirmed 5000');
    for (const [by, code] of mayNot) expect(said(penalty(given), CONFIRM, by)).toBe(code);
  });

  it('never somebody who is complained about in that complaint; then the next level is told', () => {
    const given = penalty({ respondents: [supervisor.id] });
    expect(said(given, CONFIRM, supervisor)).toBe('complained_about');
    const audiences = deciderAudiences(given);
    expect(audiences.map((audience) => 'roles' in audience && audience.roles[0])).toEqual([
      'supervisor',
      'manager',
      'sales_director',
      'administration_director',
    ]);
    for (const audience of audiences) expect(audience).toMatchObject({ except: [supervisor.id, handler.id] });
  });

  it('never who proposed it by hand, nor who stands in for him; one director’s against the other is the meeting’s', () => {
    const byHand = penalty({ proposedBy: supervisor.id });
    expect(said(byHand, CONFIRM, supervisor)).toBe('proposed_by_yourself');
    expect(said(byHand, CONFIRM, { ...manager, actsFor: [supervisor] })).toBe('proposed_by_yourself');
    expect(said(byHand, CONFIRM, manager)).toBe('confirmed 5000');
    const centre: Actor = { id: 'centre-1', roles: ['administration_centre'], team: 'head_office' };
    const directors = penalty({ ...of(salesDirector), proposedBy: administrationDirector.id });
    expect(said(directors, CONFIRM, administrationDirector)).toBe('proposed_by_yourself');
    expect(said(directors, CONFIRM, centre)).toBe('confirmed 5000');
    expect(said(penalty(of(salesDirector)), CONFIRM, centre)).toBe('role_needed');
  });

  it('sets the amount within the range and nothing outside it, or waives', () => {
    expect(said(penalty(), { name: 'confirm', fen: 10_000 }, supervisor)).toBe('confirmed 10000');
    expect(said(penalty(), { name: 'confirm', fen: 4999 }, supervisor)).toBe('fen_outside');
    expect(said(penalty(), { name: 'confirm', fen: 10_001 }, supervisor)).toBe('fen_outside');
    expect(said(penalty(), { name: 'waive' }, supervisor)).toBe('waived 0');
    expect(said(penalty({ state: 'waived' }), CONFIRM, supervisor)).toBe('penalty_stands');
  });
});

describe('RE-7, RO-1 who stands in for somebody', () => {
  const forSupervisor: Actor = { ...handler2, actsFor: [supervisor] };

  it('decides and sees in his place, and neither about him nor about himself', () => {
    const verdict = decidePenalty(penalty(), { name: 'waive' }, forSupervisor, NOW);
    expect(verdict).toMatchObject({ step: { state: 'waived', by: { id: handler2.id, role: 'supervisor' } } });
    expect(seesPenalty(penalty(), forSupervisor)).toBe(true);
    expect(seesPenalty(penalty(), handler2)).toBe(false);
    const own = penalty(of(handler2));
    expect(decidePenalty(own, { name: 'waive' }, forSupervisor, NOW)).toEqual({ refused: { code: 'own_penalty' } });
    const forOffender: Actor = { ...supervisor, actsFor: [handler] };
    expect(decidePenalty(penalty(), { name: 'waive' }, forOffender, NOW)).toEqual({ refused: { code: 'own_penalty' } });
  });
});

describe('RE-7 one appeal, by the offender, in time', () => {
  it('is in time until the last instant, and then not', () => {
    const given = confirmed(supervisor);
    expect(said(given, { name: 'appeal' }, handler, given.appealUntil!)).toBe('appealed 5000');
    expect(said(given, { name: 'appeal' }, handler, given.appealUntil! + 1000)).toBe('appeal_too_late');
    expect(said(given, { name: 'appeal' }, handler2)).toBe('not_the_offender');
    expect(said(penalty(), { name: 'appeal' }, handler)).toBe('penalty_stands');
    for (const state of ['appealed', 'upheld', 'reduced', 'lifted'] as const) {
      expect(said({ ...given, state }, { name: 'appeal' }, handler)).toBe('penalty_stands');
    }
  });

  it('is decided by the level above who confirmed, and not by him', () => {
    expect(said(appealed(supervisor), { name: 'uphold' }, manager)).toBe('upheld 5000');
    expect(said(appealed(supervisor), { name: 'uphold' }, supervisor)).toBe('confirmed_by_yourself');
    expect(said(appealed(manager), { name: 'uphold' }, manager)).toBe('confirmed_by_yourself');
    expect(said(appealed(manager), { name: 'lift' }, salesDirector)).toBe('lifted 0');
    expect(said(appealed(salesDirector), { name: 'lift' }, administrationDirector)).toBe('lifted 0');
    expect(said(appealed(supervisor), { name: 'lift' }, handler)).toBe('own_penalty');
  });

  it('of a director’s is decided by the general manager’s meeting, as the administration centre records it', () => {
    const centre: Actor = { id: 'centre-1', roles: ['administration_centre'], team: 'head_office' };
    const given = appealed(administrationDirector, of(salesDirector));
    expect(said(given, { name: 'uphold' }, centre)).toBe('upheld 5000');
    expect(said(given, { name: 'uphold' }, manager)).toBe('role_needed');
  });

  it('is reduced to no less than the least, and to less than it was', () => {
    const given = appealed(supervisor, { fen: 8000 });
    expect(said(given, { name: 'reduce', fen: 6000 }, manager)).toBe('reduced 6000');
    expect(said(given, { name: 'reduce', fen: 8000 }, manager)).toBe('not_reduced');
    expect(said(given, { name: 'reduce', fen: 4000 }, manager)).toBe('not_reduced');
  });
});

describe('RE-7 who hears and who sees', () => {
  it('tells the offender and whoever is to decide', () => {
    const told = (given: Penalty) =>
      penaltyNotices(given, { person: 'decider' }).map(({ notice, recipients }) => [notice, recipients]);
    // His own word: neither his deputy nor his successor reads it (RE-8).
    const offender = { person: handler.id, personal: true };
    expect(told(penalty())).toEqual([
      ['penalty_proposed', offender],
      ['penalty_to_confirm', { person: 'decider' }],
    ]);
    expect(told(confirmed(supervisor))).toEqual([['penalty_confirmed', offender]]);
    expect(told(appealed(supervisor))).toEqual([['penalty_appealed', { person: 'decider' }]]);
    expect(told({ ...appealed(supervisor), state: 'lifted' })).toEqual([
      ['penalty_appeal_decided', offender],
      ['penalty_appeal_decided', { person: supervisor.id }],
    ]);
  });

  it('shows it to the offender, to the levels above, and to manager, directors and clerk; to nobody else', () => {
    const seers = (given: Penalty) =>
      Object.values(STAFF)
        .filter((by) => seesPenalty(given, by))
        .map(({ id }) => id);
    expect(seers(penalty())).toEqual([
      handler.id,
      supervisor.id,
      manager.id,
      salesDirector.id,
      administrationDirector.id,
      clerk.id,
    ]);
    expect(seers(penalty(of(supervisor)))).not.toContain(handler.id);
    expect(seers(penalty({ respondents: [manager.id] }))).not.toContain(manager.id);
    expect(seers(penalty({ ...of(manager), respondents: [manager.id] }))).toContain(manager.id);
  });
});

test('RE-7 a policy whose penalties make no sense is not published', () => {
  expect(penaltyRuleProblems({ penalties: PENALTIES, penaltyAppeal: PENALTY_APPEAL })).toEqual([]);
  const upsideDown: PenaltyRule[] = [{ clause: 'RE-7', manual: 'against_rules', fen: [10_000, 3000] }];
  expect(penaltyRuleProblems({ penalties: upsideDown, penaltyAppeal: PENALTY_APPEAL })).toHaveLength(1);
  const en = 'Penalties can be appealed: give penaltyAppeal.';
  expect(penaltyRuleProblems({ penalties: PENALTIES })).toEqual([{ zh: '负激励可以申诉：须给出 penaltyAppeal。', en }]);
  expect(penaltyRuleProblems({ penaltyAppeal: { clock: 'days', working: 0 } })).toHaveLength(1);
});

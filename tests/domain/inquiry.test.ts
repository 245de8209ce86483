import { mayNotSee } from '../../api/visibility';
import { POLICIES } from '../../policies';
import { CASE_ANALYSIS } from '../../policies/case-analysis';
import { MARKETPLACE } from '../../policies/marketplace';
import { SERVICE_DESK } from '../../policies/service-desk';
import { DAY, shanghai, STAFF } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, due, eventsOf, misses, of002, owed, story } from './paper';

const { handler, handler2, supervisor, manager, salesDirector, clerk, logisticsMember, warehouseHead } = STAFF;

describe('CL-6 whose responsibility it is', () => {
  it.each(['ours', 'misunderstanding', 'third_party'] as const)(
    'stands on record with what was verified: %s',
    async (responsibility) => {
      const complaint = await begun();
      await complaint.walkTo('verification');
      await complaint.do(handler, 'record_verification', { responsibility });
      expect(complaint.events.filter(({ type }) => type === 'verified')).toMatchObject([{ responsibility }]);
      expect(complaint.file.stage).toBe('proposal');
    },
  );
});

describe('HA-5 the analysis of causes', () => {
  /** A complaint of 003 whose facts stand. */
  async function verified(): Promise<PaperComplaint> {
    const complaint = await begun({ rules: CASE_ANALYSIS });
    await complaint.walkTo('cause_analysis');
    return complaint;
  }

  it('comes before the proposal, and rests on facts', async () => {
    const complaint = await begun({ rules: CASE_ANALYSIS });
    await complaint.walkTo('verification');
    expect(await complaint.refusal(handler, 'analyse_cause')).toBe('not_in_stage');
    await complaint.do(handler, 'record_verification', { concluded: false });
    expect(await complaint.refusal(handler, 'analyse_cause')).toBe('not_in_stage');
    await complaint.do(handler, 'record_verification');
    expect(complaint.file.stage).toBe('cause_analysis');
    expect(await complaint.refusal(handler, 'propose')).toBe('not_in_stage');
    expect(await complaint.refusal(handler2, 'analyse_cause')).toBe('not_owner');
    await complaint.do(handler, 'analyse_cause');
    expect(complaint.file.stage).toBe('proposal');
  });

  it('keeps direct and root cause, department, and who puts it right', async () => {
    const complaint = await verified();
    await complaint.do(handler, 'analyse_cause', { dimension: 'system', cause: 'data_error', person: 'tech-head-1' });
    expect(eventsOf(complaint, 'cause_analysed')).toMatchObject([
      { dimension: 'system', cause: 'data_error', direct: 'text-direct', root: 'text-root', person: 'tech-head-1' },
    ]);
  });

  it.each([
    ['customer', 'misuse'],
    ['process', 'rule_gap'],
    ['people', 'insufficient_training'],
    ['system', 'slow_response'],
  ] as const)('names a cause of its dimension: of %s such as %s, and none of another', async (dimension, cause) => {
    const complaint = await verified();
    for (const other of ['misuse', 'rule_gap', 'insufficient_training', 'slow_response'] as const) {
      const expected = other === cause ? null : 'cause_of_other_dimension';
      if (other !== cause) {
        expect(await complaint.refusal(handler, 'analyse_cause', { dimension, cause: other })).toBe(expected);
      }
    }
    expect(await complaint.refusal(handler, 'analyse_cause', { dimension, cause })).toBe(null);
  });

  it('does not end with a person alone: what made it possible is named, too', async () => {
    const complaint = await verified();
    for (const cause of ['operating_error', 'service_attitude'] as const) {
      const alone = { dimension: 'people' as const, cause };
      expect(await complaint.refusal(handler, 'analyse_cause', alone)).toBe('person_alone');
      expect(await complaint.refusal(handler, 'analyse_cause', { ...alone, behind: 'operating_error' })).toBe(
        'person_alone',
      );
    }
    await complaint.do(handler, 'analyse_cause', { dimension: 'people', cause: 'operating_error', behind: 'rule_gap' });
    expect(eventsOf(complaint, 'cause_analysed')).toMatchObject([{ cause: 'operating_error', behind: 'rule_gap' }]);
  });

  it.each([
    ['an ordinary one of level 1', {}, false],
    ['level 2', { level: 2 }, true],
    ['an urgent one', { grounds: ['safety'] }, true],
    ['a repeat', { marks: ['repeat'] }, true],
    ['one of many', { marks: ['mass'] }, true],
    ['an important one', { grounds: ['use_impaired'] }, false],
  ] as const)('the standard asks for it: %s', async (_, birth, asked) => {
    const given = birth as Parameters<typeof begun>[0];
    const complaint = await begun(given);
    await complaint.walkTo('classification');
    await complaint.do(handler, 'classify', { grounds: given?.grounds ?? [] });
    await complaint.walkTo('proposal');
    expect(eventsOf(complaint, 'entered').some(({ stage }) => stage === 'cause_analysis')).toBe(asked);
  });

  it('is asked for by standard and case-analysis alone', async () => {
    expect(POLICIES.filter(({ stages }) => stages.cause_analysis).map(({ policy }) => policy)).toEqual([
      'standard',
      'case-analysis',
    ]);
    const complaint = await of002();
    await complaint.walkTo('proposal');
    expect(await complaint.refusal(handler, 'analyse_cause')).toBe('step_unknown_here');
  });

  it('a later raise does not go back for it; it may be made up for', async () => {
    const complaint = await begun();
    await complaint.walkTo('remedy');
    await complaint.do(handler, 'raise_level', { level: 2 });
    expect(complaint.file.stage).toBe('remedy');
    await complaint.do(handler, 'analyse_cause');
    await complaint.do(supervisor, 'take_over');
    await complaint.walkTo('closed');
    expect(complaint.file.outcome).toBe('completed');
  });

  it('left out, it is named at the filing, where it can still be made', async () => {
    const complaint = await begun();
    await complaint.walkTo('remedy');
    await complaint.do(handler, 'raise_level', { level: 2 });
    await complaint.do(supervisor, 'take_over');
    await complaint.walkTo('archive');
    const reply = await complaint.try(clerk, 'archive');
    expect(reply).toEqual({ refused: { code: 'missing', what: ['cause_analysis'] } });
    await complaint.do(supervisor, 'analyse_cause');
    await complaint.do(clerk, 'archive');
  });

  it('comes before another proposal, whenever the situation begins to ask for it', async () => {
    const complaint = await begun();
    await complaint.walkTo('proposal');
    await complaint.do(handler, 'raise_level', { level: 2 });
    expect(await complaint.refusal(handler, 'propose')).toBe('analysis_missing');
    await complaint.do(handler, 'analyse_cause');
    await complaint.do(handler, 'propose');
    expect(complaint.file.stage).toBe('proposal');
  });
});

describe('HA-17 a meeting of the departments', () => {
  async function called(): Promise<PaperComplaint> {
    const complaint = await begun({ rules: CASE_ANALYSIS });
    await complaint.walkTo('verification');
    await complaint.do(handler, 'call_cross_meeting');
    return complaint;
  }

  it('is called by the owner and held by the service manager within three working days', async () => {
    const complaint = await called();
    expect(due(complaint, 'cross_meeting')).toBe('2026-03-05 18:00');
    expect(await complaint.refusal(handler, 'call_cross_meeting')).toBe('meeting_called');
    expect(await complaint.refusal(handler, 'record_cross_meeting')).toBe('role_needed');
    expect(await complaint.refusal(salesDirector, 'record_cross_meeting')).toBe('role_needed');
    await complaint.passTo(shanghai('2026-03-05 18:00'));
    await complaint.do(manager, 'record_cross_meeting');
    expect(misses(complaint, 'cross_meeting')).toEqual([]);
    expect(await complaint.refusal(manager, 'record_cross_meeting')).toBe('no_meeting_called');
  });

  it('its result goes into the analysis, which waits for it', async () => {
    const complaint = await called();
    await complaint.do(handler, 'record_verification');
    expect(await complaint.refusal(handler, 'analyse_cause')).toBe('meeting_called');
    await complaint.do(manager, 'record_cross_meeting');
    await complaint.do(handler, 'analyse_cause');
    expect(complaint.file.stage).toBe('proposal');
  });

  it('called while a proposal is drawn up, it comes before the next one, and so does another analysis', async () => {
    const complaint = await begun({ rules: CASE_ANALYSIS });
    await complaint.walkTo('proposal');
    await complaint.do(handler, 'call_cross_meeting');
    expect(await complaint.refusal(handler, 'propose')).toBe('meeting_called');
    await complaint.do(manager, 'record_cross_meeting');
    expect(await complaint.refusal(handler, 'propose')).toBe('analysis_missing');
    await complaint.do(handler, 'analyse_cause');
    await complaint.do(handler, 'propose');
  });

  it('the departments that are called to it are told, and see the case', async () => {
    const complaint = await called();
    const invited = complaint.record.notices.filter(({ notice }) => notice === 'invited');
    expect(invited.map(({ recipients }) => recipients)).toEqual([
      { roles: ['department_head', 'department_member'], team: 'product', except: [] },
      { roles: ['department_head', 'department_member'], team: 'logistics', except: [] },
    ]);
    expect(mayNotSee(complaint.file, logisticsMember)).toBe(null);
    expect(mayNotSee(complaint.file, warehouseHead)).toMatchObject({ code: 'other_team' });
  });

  it('not held in time is a breach, told to the service manager and to the directors above him', async () => {
    const complaint = await called();
    await complaint.passTo(shanghai('2026-03-05 18:00') + 1000);
    expect(misses(complaint, 'cross_meeting')).toEqual(['cross_meeting null']);
    const told = complaint.record.notices.filter(
      ({ notice, params }) => notice === 'breach' && params.duty === 'cross_meeting',
    );
    expect(told.map(({ recipients }) => 'roles' in recipients && recipients.roles)).toEqual([
      ['manager'],
      ['sales_director'],
    ]);
  });

  it('is known to standard and case-analysis, and called no more once there is an agreement', async () => {
    expect(await (await of002()).refusal(handler, 'call_cross_meeting')).toBe('step_unknown_here');
    const complaint = await begun();
    await complaint.walkTo('remedy');
    expect(await complaint.refusal(handler, 'call_cross_meeting')).toBe('not_in_stage');
  });
});

describe('HA-9 the account of the merchant or of a third party', () => {
  async function asked(workingDays?: number): Promise<PaperComplaint> {
    const complaint = await begun({ rules: MARKETPLACE, subject: 'merchant' });
    await complaint.do(handler, 'record_contact');
    await complaint.walkTo('verification');
    await complaint.do(handler, 'ask_account', { of: 'merchant', ...(workingDays ? { workingDays } : {}) });
    return complaint;
  }

  it('is asked for with a time: three working days, or what was said', async () => {
    expect(due(await asked(), 'account')).toBe('2026-03-05 18:00');
    expect(due(await asked(1), 'account')).toBe('2026-03-03 18:00');
    const complaint = await asked();
    expect(await complaint.refusal(handler2, 'ask_account')).toBe('not_owner');
    expect(await (await begun({ rules: SERVICE_DESK })).refusal(handler, 'ask_account')).toBe('step_unknown_here');
  });

  it('not given by then is nobody’s breach here: the owner hears of the silence, and has to urge', async () => {
    const complaint = await asked();
    await complaint.passTo(shanghai('2026-03-05 18:00') + 1000);
    expect(misses(complaint)).toEqual(['account null']);
    expect(due(complaint, 'urge')).toBe('2026-03-06 18:00');
    expect(complaint.record.notices.at(-1)).toMatchObject({ notice: 'silence', recipients: { person: 'handler-1' } });
  });

  it('is urged every working day until there is one; not urged is the owner’s breach, day for day', async () => {
    const complaint = await asked(1);
    await complaint.passTo(shanghai('2026-03-04 18:00'));
    await complaint.do(handler, 'urge_account');
    expect(due(complaint, 'urge')).toBe('2026-03-05 18:00');
    await complaint.passTo(shanghai('2026-03-09 10:00'));
    expect(misses(complaint, 'urge')).toEqual(['urge handler-1', 'urge handler-1']);
    await complaint.do(handler, 'urge_account');
    expect(owed(complaint).filter((one) => one.startsWith('urge'))).toEqual(['urge 2026-03-10 18:00']);
    expect(complaint.file.accounts).toMatchObject([{ urged: 2, state: 'asked' }]);
  });

  it('urged before its time is over, it owes no more urging until then', async () => {
    const complaint = await asked(2);
    await complaint.do(handler, 'urge_account');
    expect(complaint.duties('urge')).toEqual([]);
    await complaint.passTo(shanghai('2026-03-04 18:00') + 1000);
    expect(misses(complaint)).toEqual(['account null']);
    expect(due(complaint, 'urge')).toBe('2026-03-05 18:00');
  });

  it('given, it ends the asking and the urging; the facts may stand then', async () => {
    const complaint = await asked(1);
    await complaint.passTo(shanghai('2026-03-04 10:00'));
    expect(await complaint.try(handler, 'record_verification')).toEqual({
      refused: { code: 'accounts_open', accounts: [1] },
    });
    await complaint.do(handler, 'record_account');
    expect(owed(complaint)).toEqual(['next_step 2026-03-09 18:00']);
    expect(story(complaint, 'account', 'urge')).toEqual(['missed account', 'met account', 'voided urge']);
    await complaint.do(handler, 'record_verification');
    expect(complaint.file.stage).toBe('proposal');
  });

  it('silence is recorded only after its time is over and it was urged in vain', async () => {
    const complaint = await asked(1);
    const silence = { answered: false };
    expect(await complaint.refusal(handler, 'record_account', silence)).toBe('not_urged');
    await complaint.do(handler, 'urge_account');
    expect(await complaint.refusal(handler, 'record_account', silence)).toBe('not_urged');
    await complaint.passTo(shanghai('2026-03-03 18:00'));
    expect(await complaint.refusal(handler, 'record_account', silence)).toBe('not_urged');
    await complaint.passTo(shanghai('2026-03-03 18:00') + 1000);
    await complaint.do(handler, 'record_account', silence);
    expect(complaint.file.accounts).toMatchObject([{ state: 'silent' }]);
    expect(owed(complaint)).toEqual(['next_step 2026-03-06 18:00']);
  });

  it('late but never urged, silence does not stand either', async () => {
    const complaint = await asked(1);
    await complaint.passTo(shanghai('2026-03-03 18:00') + 1000);
    expect(await complaint.refusal(handler, 'record_account', { answered: false })).toBe('not_urged');
    await complaint.do(handler, 'urge_account');
    await complaint.do(handler, 'record_account', { answered: false });
  });

  it('is one that was asked for, and not over', async () => {
    const complaint = await asked();
    for (const name of ['urge_account', 'record_account'] as const) {
      expect(await complaint.refusal(handler, name, { account: 2 })).toBe('no_such_account');
    }
    await complaint.do(handler, 'record_account');
    for (const name of ['urge_account', 'record_account'] as const) {
      expect(await complaint.refusal(handler, name)).toBe('account_closed');
    }
  });

  it('two are asked and urged apart', async () => {
    const complaint = await asked(1);
    await complaint.do(handler, 'ask_account', { of: 'third_party', workingDays: 2 });
    await complaint.do(handler, 'record_account', { account: 2 });
    await complaint.passTo(complaint.now + 2 * DAY);
    expect(complaint.duties('urge').map(({ account }) => account)).toEqual([1]);
  });
});

describe('HA-18 both sides are heard', () => {
  it.each([
    ['a merchant', { subject: 'merchant' }],
    ['a shop', { subject: 'shop' }],
    ['somebody on the staff', { subject: 'staff' }],
    ['somebody known by name', { respondents: ['handler-2'] }],
  ] as const)('where it is about %s: the facts do not stand before he was asked', async (_, birth) => {
    for (const rules of POLICIES.filter(({ bothSides }) => bothSides)) {
      const complaint = await begun({ rules, ...(birth as Parameters<typeof begun>[0]) });
      await complaint.walkTo('verification');
      expect(await complaint.refusal(handler, 'record_verification')).toBe('other_side_unheard');
      await complaint.do(handler, 'record_verification', { concluded: false });
      await complaint.do(handler, 'ask_account');
      await complaint.do(handler, 'record_account');
      await complaint.do(handler, 'record_verification');
      expect(complaint.file.stage).toBe('proposal');
    }
  });

  it('each of several respondents is heard, or stays silent after urging, and the shop besides', async () => {
    const complaint = await begun({ subject: 'shop', respondents: [handler2.id, logisticsMember.id] });
    await complaint.walkTo('verification');
    expect(await complaint.refusal(handler, 'ask_account')).toBe('respondent_unnamed');
    expect(await complaint.refusal(handler, 'ask_account', { person: clerk.id })).toBe('respondent_unnamed');
    await complaint.do(handler, 'ask_account', { person: handler2.id });
    await complaint.do(handler, 'record_account');
    expect(await complaint.try(handler, 'record_verification')).toEqual({
      refused: { code: 'other_side_unheard', respondents: [logisticsMember.id], side: 'merchant' },
    });
    await complaint.do(handler, 'ask_account', { of: 'merchant' });
    await complaint.do(handler, 'record_account', { account: 2 });
    await complaint.do(handler, 'ask_account', { person: logisticsMember.id, workingDays: 1 });
    await complaint.passTo(shanghai('2026-03-04 10:00'));
    await complaint.do(handler, 'urge_account', { account: 3 });
    await complaint.do(handler, 'record_account', { account: 3, answered: false });
    await complaint.do(handler, 'record_verification');
    expect(complaint.file.accounts).toMatchObject([{ person: handler2.id }, { of: 'merchant' }, { state: 'silent' }]);
  });

  it('the only one who is complained about need not be named', async () => {
    const complaint = await begun({ subject: 'staff', respondents: [handler2.id] });
    await complaint.do(handler, 'ask_account');
    expect(complaint.file.accounts).toMatchObject([{ no: 1, of: 'respondent', person: handler2.id }]);
  });

  it('where it is about a product there is no other side; and not every document asks for it', async () => {
    expect(POLICIES.filter(({ bothSides }) => bothSides).map(({ policy }) => policy)).toEqual([
      'standard',
      'marketplace',
    ]);
    for (const complaint of [await begun({ subject: 'product' }), await of002({ subject: 'shop' })]) {
      await complaint.walkTo('verification');
      expect(await complaint.refusal(handler, 'record_verification')).toBe(null);
    }
  });

  it('who is complained about touches nothing, in whatever step', async () => {
    const complaint = await begun({
      respondents: [handler2.id, supervisor.id],
      lacking: ['handler', 'supervisor'],
    });
    for (const stage of ['verification', 'proposal', 'remedy', 'callback', 'review', 'archive'] as const) {
      await complaint.walkTo(stage);
      for (const by of [handler2, supervisor]) {
        for (const name of ['add_evidence', 'record_contact', 'take_over', 'fill_form', 'mark_typical'] as const) {
          expect([stage, name, await complaint.refusal(by, name)]).toEqual([stage, name, 'complained_about']);
        }
      }
    }
  });

  it('the level above is the next one where the supervisor is complained about', async () => {
    const complaint = await of002({ respondents: [supervisor.id], lacking: ['supervisor'] });
    await complaint.walkTo('review');
    expect(complaint.record.notices.at(-1)).toMatchObject({
      notice: 'called_upon',
      recipients: { roles: ['manager'] },
    });
    await complaint.do(manager, 'approve');
  });
});

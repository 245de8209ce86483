import { CUSTOMER } from '../../domain/people';
import { POLICIES } from '../../policies';
import { MARKETPLACE } from '../../policies/marketplace';
import { ONLINE_SERVICE } from '../../policies/online-service';
import { SERVICE_DESK } from '../../policies/service-desk';
import { STANDARD } from '../../policies/standard';
import { shanghai, STAFF } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, due, eventsOf, misses, of002, owed, ownerOf, story } from './paper';

const { handler, handler2, supervisor, supervisorSouth, manager, clerk } = STAFF;
const { salesDirector, administrationDirector } = STAFF;

describe('CO-9 the customer withdraws', () => {
  it('a case of an authority at level 3 only with a director', async () => {
    const complaint = await begun();
    await complaint.walkTo('classification');
    await complaint.do(handler, 'classify', { grounds: ['regulator_12315'] });
    expect(await complaint.refusal(handler, 'withdraw')).toBe('director_needed');
    expect(await complaint.refusal(CUSTOMER, 'withdraw_by_link')).toBe('director_needed');
    await complaint.do(salesDirector, 'take_over');
    expect(await complaint.refusal(CUSTOMER, 'withdraw_by_link')).toBe('director_needed');
    await complaint.do(salesDirector, 'withdraw');
    expect(complaint.file.outcome).toBe('withdrawn');
  });

  it('another case of level 3, and an authority’s that was lowered, without one', async () => {
    const grave = await begun();
    await grave.do(handler, 'classify', { grounds: ['harms_company'] });
    expect(await grave.refusal(handler, 'withdraw')).toBe(null);
    const lowered = await begun();
    await lowered.do(handler, 'classify', { grounds: ['regulator_12315'] });
    await lowered.do(salesDirector, 'lower_level', { level: 2 });
    expect(await lowered.refusal(handler, 'withdraw')).toBe(null);
  });

  it('and nobody is called to take it over any more, nor is the customer told of a new handler', async () => {
    const complaint = await begun();
    await complaint.do(handler, 'classify', { grounds: ['harms_company'] });
    expect(complaint.file.handOver).toBe(true);
    await complaint.do(handler, 'withdraw');
    expect(complaint.file).toMatchObject({ stage: 'archive', handOver: false });
    expect(await complaint.refusal(salesDirector, 'take_over')).toBe('nothing_to_take_over');
    const before = complaint.record.notices.length;
    await complaint.do(supervisor, 'reassign', {
      to: { id: administrationDirector.id, role: 'administration_director', team: administrationDirector.team },
    });
    const told = complaint.record.notices.slice(before).map(({ notice }) => notice);
    expect(told).toEqual(['assigned_undated']);
  });

  it('by his own link, without anybody on the staff; nobody on the staff uses it', async () => {
    const complaint = await begun();
    await complaint.walkTo('remedy');
    expect(await complaint.refusal(handler, 'withdraw_by_link')).toBe('not_for_staff');
    await complaint.do(CUSTOMER, 'withdraw_by_link');
    expect(complaint.file).toMatchObject({ stage: 'archive', outcome: 'withdrawn' });
    expect(owed(complaint)).toEqual(['archive 2026-03-04 18:00']);
    expect(await complaint.refusal(CUSTOMER, 'withdraw_by_link')).toBe('withdrawn');
    await complaint.do(clerk, 'archive');
    expect(complaint.file).toMatchObject({ outcome: 'withdrawn', closed: true });
  });
});

describe('CO-11 concluded without agreement', () => {
  async function told(given: Parameters<typeof begun>[0] = {}): Promise<PaperComplaint> {
    const complaint = await begun(given);
    await complaint.walkTo('proposal');
    await complaint.do(handler, 'propose');
    await complaint.do(handler, 'tell_proposal');
    return complaint;
  }

  it.each(POLICIES.map((rules) => [rules.policy, rules] as const))(
    '%s: where the document allows it',
    async (policy, rules) => {
      const complaint = await told({ rules });
      const known = policy === 'standard' || policy === 'marketplace';
      await complaint.do(handler, 'record_answer', { answer: 'refused' });
      expect(await complaint.refusal(handler, 'ask_conclusion')).toBe(known ? null : 'step_unknown_here');
    },
  );

  it('only when something was offered and told, and by the owner', async () => {
    const complaint = await begun();
    await complaint.walkTo('proposal');
    expect(await complaint.refusal(handler, 'ask_conclusion')).toBe('proposal_not_told');
    await complaint.do(handler, 'propose');
    expect(await complaint.refusal(handler, 'ask_conclusion')).toBe('proposal_not_told');
    await complaint.do(handler, 'tell_proposal');
    expect(await complaint.refusal(handler, 'ask_conclusion')).toBe('proposal_awaits_answer');
    await complaint.do(handler, 'record_answer', { answer: 'refused' });
    expect(await complaint.refusal(handler2, 'ask_conclusion')).toBe('not_owner');
    await complaint.do(handler, 'ask_conclusion');
    expect(await complaint.refusal(handler, 'ask_conclusion')).toBe('decision_awaited');
  });

  it('of a customer who says nothing, once he was waited for longer than five working days, of which the owner hears', async () => {
    const complaint = await told();
    expect(due(complaint, 'proposal_answer')).toBe('2026-03-09 18:00');
    await complaint.passTo(shanghai('2026-03-09 18:00'));
    expect(await complaint.refusal(handler, 'ask_conclusion')).toBe('proposal_awaits_answer');
    await complaint.passTo(shanghai('2026-03-09 18:00') + 1000);
    expect(misses(complaint, 'proposal_answer')).toEqual(['proposal_answer null']);
    const silence = complaint.record.notices.filter(({ notice }) => notice === 'silence');
    expect(silence.map(({ recipients }) => recipients)).toEqual([{ person: 'handler-1' }]);
    await complaint.do(handler, 'ask_conclusion');
  });

  it('is allowed by the level above within a working day; until then nothing else is offered', async () => {
    const complaint = await told();
    expect(await complaint.refusal(supervisor, 'decide_conclusion')).toBe('nothing_to_decide');
    await complaint.do(handler, 'record_answer', { answer: 'refused' });
    await complaint.do(handler, 'ask_conclusion');
    expect(due(complaint, 'conclusion_decision')).toBe('2026-03-03 18:00');
    expect(await complaint.refusal(handler, 'decide_conclusion')).toBe('handled_before');
    expect(await complaint.refusal(handler2, 'decide_conclusion')).toBe('role_needed');
    expect(await complaint.refusal(supervisorSouth, 'decide_conclusion')).toBe('other_team');
    expect(await complaint.refusal(handler, 'propose')).toBe('decision_awaited');
    await complaint.passTo(shanghai('2026-03-03 18:00') + 1000);
    expect(misses(complaint, 'conclusion_decision')).toEqual(['conclusion_decision null']);
  });

  it('not allowed, the owner goes on; who accepts meanwhile has agreed', async () => {
    const complaint = await told();
    await complaint.do(handler, 'record_answer', { answer: 'refused' });
    await complaint.do(handler, 'ask_conclusion');
    await complaint.do(supervisor, 'decide_conclusion', { granted: false });
    expect(complaint.file.stage).toBe('proposal');
    await complaint.do(handler, 'propose');
    await complaint.do(handler, 'tell_proposal', { proposal: 2 });
    await complaint.passTo(shanghai('2026-03-10 10:00'));
    await complaint.do(handler, 'ask_conclusion');
    await complaint.do(handler, 'record_answer', { proposal: 2 });
    expect(complaint.file.stage).toBe('remedy');
    expect(complaint.duties('conclusion_decision')).toEqual([]);
  });

  it('in the standard nothing is carried out, the result is told and he is still called back; who allowed it does not review', async () => {
    const complaint = await told();
    await complaint.do(handler, 'record_answer', { answer: 'refused' });
    await complaint.do(handler, 'ask_conclusion');
    await complaint.do(supervisor, 'decide_conclusion');
    expect(complaint.file.stage).toBe('callback');
    expect(owed(complaint).filter((one) => !one.startsWith('follow_up'))).toEqual([
      'tell_result 2026-03-03 18:00',
      'callback 2026-03-04 18:00',
    ]);
    await complaint.restart();
    expect(complaint.file.stage).toBe('callback');
    await complaint.walkTo('review');
    expect(await complaint.refusal(supervisor, 'approve')).toBe('handled_before');
    await complaint.do(manager, 'approve');
    await complaint.walkTo('closed');
    expect(complaint.file.outcome).toBe('concluded');
  });

  it('in 004 it stands, whatever the customer says of it at the callback; in the standard he goes one level up', async () => {
    for (const rules of [MARKETPLACE, STANDARD]) {
      const complaint = await told({ rules });
      await complaint.do(handler, 'record_answer', { answer: 'refused' });
      await complaint.do(handler, 'ask_conclusion');
      await complaint.do(supervisor, 'decide_conclusion');
      await complaint.walkTo('callback');
      await complaint.do(handler, 'record_callback', { solved: false, satisfaction: 'very_dissatisfied' });
      if (rules === STANDARD) expect(complaint.file).toMatchObject({ round: 2, level: 2, stage: 'hand_over' });
      else expect(complaint.file).toMatchObject({ round: 1, stage: 'archive', satisfaction: 'very_dissatisfied' });
      await complaint.walkTo('closed');
      expect(complaint.file.outcome).toBe(rules === STANDARD ? 'completed' : 'concluded');
    }
  });

  it('in 004 the result is told formally, and the callback is made of an ordinary one as well', async () => {
    const complaint = await told({ rules: MARKETPLACE });
    await complaint.do(handler, 'record_answer', { answer: 'refused' });
    await complaint.do(handler, 'ask_conclusion');
    await complaint.do(supervisor, 'decide_conclusion');
    expect(complaint.file.stage).toBe('result');
    expect(owed(complaint)).toEqual(['tell_result 2026-03-03 18:00']);
    await complaint.do(handler, 'tell_result', { results: ['explanation', 'merchant_penalty'] });
    expect(complaint.file.stage).toBe('callback');
    await complaint.walkTo('closed');
    expect(complaint.file).toMatchObject({ outcome: 'concluded', satisfaction: 'satisfied' });
  });
});

describe('CO-12 the result is told formally, through the channel that it came by', () => {
  async function remedied(given: Parameters<typeof begun>[0] = {}): Promise<PaperComplaint> {
    const complaint = await begun(given);
    await complaint.walkTo('callback');
    return complaint;
  }

  it('and no other; within a working day after the remedy; once', async () => {
    const complaint = await remedied({ channel: 'email' });
    expect(due(complaint, 'tell_result')).toBe('2026-03-03 18:00');
    expect(await complaint.try(handler, 'tell_result', { channel: 'phone' })).toEqual({
      refused: { code: 'not_original_channel', channel: 'email' },
    });
    expect(await complaint.refusal(handler2, 'tell_result', { channel: 'email' })).toBe('not_owner');
    await complaint.do(handler, 'tell_result', { channel: 'email', results: ['exchange', 'apology'] });
    expect(story(complaint, 'tell_result')).toEqual(['met tell_result']);
    expect(await complaint.refusal(handler, 'tell_result', { channel: 'email' })).toBe('told_already');
    expect(eventsOf(complaint, 'result_told')).toMatchObject([{ results: ['exchange', 'apology'], channel: 'email' }]);
  });

  it('who walked in is told as he prefers', async () => {
    const complaint = await remedied({ channel: 'walk_in' });
    await complaint.do(handler, 'tell_result', { channel: 'sms' });
  });

  it('in the standard a content customer waits in the callback until he has it', async () => {
    const complaint = await remedied();
    await complaint.do(handler, 'record_callback');
    expect(complaint.file.stage).toBe('callback');
    expect(complaint.duties('follow_up')).toEqual([]);
    await complaint.do(handler, 'tell_result');
    expect(complaint.file.stage).toBe('review');
    expect(complaint.duties('follow_up')).toEqual([]);
  });

  it('in 004 it is told while what was agreed is carried out', async () => {
    const complaint = await begun({ rules: MARKETPLACE });
    await complaint.walkTo('remedy');
    expect(due(complaint, 'tell_result')).toBe('2026-03-03 18:00');
    await complaint.do(handler, 'complete_step');
    expect(complaint.file.stage).toBe('remedy');
    await complaint.do(handler, 'tell_result');
    expect(complaint.file.stage).toBe('archive');
  });

  it('is told after the agreement, not before', async () => {
    const complaint = await begun();
    await complaint.walkTo('proposal');
    expect(await complaint.refusal(handler, 'tell_result')).toBe('not_in_stage');
  });
});

describe('CO-13 completed', () => {
  it.each(POLICIES.map((rules) => [rules.policy, rules] as const))(
    '%s: only what the customer has confirmed; settled what he was not asked about',
    async (policy, rules) => {
      const complaint = await begun({ rules });
      await complaint.walkTo('closed');
      const asked = eventsOf(complaint, 'callback_answered').length > 0;
      expect(complaint.file.outcome).toBe(asked ? 'completed' : 'settled');
      expect(asked).toBe(policy !== 'marketplace');
    },
  );

  it('CO-1 004 asks where it matters: urgent, or marked typical', async () => {
    const outcome = async (given: Parameters<typeof begun>[0], typical = false): Promise<string | null> => {
      const complaint = await begun({ rules: MARKETPLACE, ...given });
      await complaint.walkTo('classification');
      await complaint.do(handler, 'classify', { grounds: given?.grounds ?? [] });
      await complaint.walkTo('remedy');
      if (typical) await complaint.do(supervisor, 'mark_typical');
      await complaint.walkTo('closed');
      return complaint.file.outcome;
    };
    expect(await outcome({})).toBe('settled');
    expect(await outcome({ grounds: ['safety'] })).toBe('completed');
    expect(await outcome({ grounds: ['use_impaired'] })).toBe('settled');
    expect(await outcome({}, true)).toBe('completed');
  });

  it('CO-1 a mark of typical is set once, by the owner or the level above, and goes back for nothing', async () => {
    const complaint = await begun({ rules: MARKETPLACE });
    expect(await complaint.refusal(handler2, 'mark_typical')).toBe('not_owner_nor_above');
    await complaint.walkTo('archive');
    await complaint.do(handler, 'mark_typical');
    expect(await complaint.refusal(supervisor, 'mark_typical')).toBe('told_already');
    expect(complaint.file.stage).toBe('archive');
    await complaint.do(clerk, 'archive');
    expect(complaint.file.outcome).toBe('settled');
  });

  it('IN-6 is filed without the customer’s agreement to what was written down only where the document does not ask', async () => {
    const complaint = await begun({ rules: SERVICE_DESK });
    await complaint.walkTo('archive');
    expect(await complaint.try(clerk, 'archive')).toEqual({ refused: { code: 'missing', what: ['repeat_back'] } });
    await complaint.do(handler, 'fill_form');
    await complaint.do(clerk, 'archive');
    const online = await begun({ rules: ONLINE_SERVICE });
    await online.walkTo('archive');
    await online.do(clerk, 'archive');
  });

  it('IN-6 nothing is repeated back to somebody who has not been spoken to in this round', async () => {
    const repeated = async (given: Parameters<typeof begun>[0]) =>
      (await begun(given)).refusal(handler, 'fill_form', { repeatedBack: true });
    for (const channel of ['phone', 'chat', 'walk_in'] as const) expect(await repeated({ channel })).toBe(null);
    for (const channel of ['letter', 'email', 'app'] as const)
      expect(await repeated({ channel })).toBe('not_spoken_yet');
    expect(await repeated({ reachable: false })).toBe('not_reachable');
    const complaint = await begun({ channel: 'letter' });
    await complaint.do(handler, 'fill_form', { repeatedBack: false });
    await complaint.do(handler, 'record_contact', { reached: false });
    expect(await complaint.refusal(handler, 'fill_form')).toBe('not_spoken_yet');
    await complaint.do(handler, 'record_contact');
    await complaint.do(handler, 'fill_form');
  });

  it('IN-6 of a later round is repeated back in that round', async () => {
    const complaint = await begun();
    await complaint.walkTo('callback');
    await complaint.do(handler, 'record_callback', { solved: false, satisfaction: 'acceptable' });
    expect(await complaint.refusal(handler, 'fill_form')).toBe('not_spoken_yet');
  });
});

describe('CO-14 a level-3 case', () => {
  async function handled(given: Parameters<typeof of002>[0] = {}): Promise<PaperComplaint> {
    const complaint = await of002(given);
    await complaint.walkTo('classification');
    await complaint.do(handler, 'classify', { grounds: ['harms_company'] });
    await complaint.walkTo('review');
    return complaint;
  }

  it('is reviewed by the director who did not handle it', async () => {
    const complaint = await handled();
    expect(ownerOf(complaint)).toBe(salesDirector);
    expect(await complaint.refusal(salesDirector, 'approve')).toBe('handled_before');
    expect(await complaint.refusal(manager, 'approve')).toBe('role_needed');
    await complaint.do(administrationDirector, 'approve');
    await complaint.walkTo('closed');
    expect(complaint.file.outcome).toBe('completed');
  });

  it('with sales complained about is handled by the other one, and goes to the meeting: nobody is left to review it', async () => {
    const complaint = await of002({ respondents: [salesDirector.id], lacking: ['sales_director'] });
    await complaint.walkTo('classification');
    await complaint.do(handler, 'classify', { grounds: ['harms_company'] });
    await complaint.walkTo('callback');
    expect(ownerOf(complaint)).toBe(administrationDirector);
    await complaint.do(administrationDirector, 'record_callback');
    expect(complaint.file.stage).toBe('meeting');
    expect(await complaint.refusal(salesDirector, 'decide_finally')).toBe('complained_about');
    await complaint.do(administrationDirector, 'decide_finally');
    await complaint.walkTo('closed');
    expect(complaint.file.outcome).toBe('completed');
  });

  it('CO-4 after the meeting its minutes stand in for the review', async () => {
    const complaint = await of002();
    await complaint.walkTo('classification');
    await complaint.do(handler, 'classify', { grounds: ['harms_company'] });
    await complaint.walkTo('callback');
    await complaint.do(salesDirector, 'record_callback', { satisfaction: 'dissatisfied' });
    expect(complaint.file.stage).toBe('meeting');
    await complaint.do(administrationDirector, 'decide_finally');
    expect(complaint.file.stage).toBe('archive');
    expect(eventsOf(complaint, 'approved')).toEqual([]);
  });
});

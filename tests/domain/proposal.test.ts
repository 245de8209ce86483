import type { ActionData } from '../../domain/actions';
import { CASE_ANALYSIS } from '../../policies/case-analysis';
import { ONLINE_SERVICE } from '../../policies/online-service';
import { RETAIL_FRANCHISE } from '../../policies/retail-franchise';
import { SERVICE_DESK } from '../../policies/service-desk';
import { MARKETPLACE } from '../../policies/marketplace';
import { shanghai, STAFF, wall } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, due, eventsOf, misses, ownerOf } from './paper';

const { handler, handler2, supervisor, supervisorSouth, manager, salesDirector, administrationDirector, clerk } = STAFF;
const YUAN = 100;

type Offer = Partial<ActionData['propose']>;

/** A complaint about the quality of a product that waits for a proposal, on Monday 2026-03-02 at 10:00. */
async function verified(given: Parameters<typeof begun>[0] = {}): Promise<PaperComplaint> {
  const complaint = await begun(given);
  await complaint.walkTo('proposal');
  return complaint;
}

/** Offered and told by the owner, and answered by the customer. */
async function offered(complaint: PaperComplaint, answer: 'accepted' | 'refused', times = 1): Promise<PaperComplaint> {
  for (let i = 0; i < times; i += 1) {
    const proposal = complaint.file.proposals + 1;
    await complaint.do(ownerOf(complaint), 'propose');
    await complaint.do(ownerOf(complaint), 'tell_proposal', { proposal });
    await complaint.do(ownerOf(complaint), 'record_answer', { proposal, answer });
  }
  return complaint;
}

const offer = (yuan: number, more: Offer = {}): Offer => ({
  kinds: ['compensation', 'apology'],
  amountFen: yuan * YUAN,
  severity: 'minor',
  ...more,
});

describe('HA-15 one standard of compensation', () => {
  it('what lies within it, and within the limit of who offers, needs nobody', async () => {
    const complaint = await verified();
    await complaint.do(handler, 'propose', offer(50));
    expect(due(complaint, 'tell_proposal')).toBe('2026-03-03 18:00');
    expect(complaint.file.proposal?.awaits).toBe(undefined);
  });

  it.each([
    ['more than the severity is worth', offer(51)],
    ['a severity that nobody named', offer(10, { severity: undefined })],
    ['a kind that is not usual for this harm', offer(0, { kinds: ['fee_waiver', 'apology'] })],
  ])('%s needs a reason, and the level above', async (_, outside) => {
    const complaint = await verified();
    expect(await complaint.refusal(handler, 'propose', outside)).toBe('outside_standard');
    await complaint.do(handler, 'propose', { ...outside, reason: 'text-why' });
    expect(complaint.duties('tell_proposal')).toEqual([]);
    expect(due(complaint, 'proposal_approval')).toBe('2026-03-03 18:00');
    expect(await complaint.refusal(handler, 'tell_proposal')).toBe('approval_awaited');
    expect(await complaint.refusal(handler, 'propose', offer(1))).toBe('approval_awaited');
    await complaint.do(supervisor, 'approve_proposal');
    expect(due(complaint, 'tell_proposal')).toBe('2026-03-03 18:00');
    await complaint.do(handler, 'tell_proposal');
  });

  it('HA-6 within the standard but beyond his own limit needs the level above, and no reason', async () => {
    const complaint = await verified();
    await complaint.do(handler, 'propose', offer(100, { severity: 'moderate' }));
    expect(complaint.file.proposal?.awaits).toBe(undefined);
    await complaint.do(handler, 'propose', offer(101, { severity: 'moderate' }));
    expect(complaint.file.proposal?.awaits).toBe('approval');
    expect(complaint.duties('tell_proposal')).toEqual([]);
  });

  it('HA-6 the limit is one for all rounds: what was accepted before counts', async () => {
    const complaint = await verified();
    const accepted = async (no: number): Promise<void> => {
      await complaint.do(handler, 'tell_proposal', { proposal: no });
      await complaint.do(handler, 'record_answer', { proposal: no });
    };
    await complaint.do(handler, 'propose', offer(60, { severity: 'moderate' }));
    await accepted(1);
    expect(complaint.file.granted).toBe(60 * YUAN);
    await complaint.walkTo('callback');
    await complaint.do(handler, 'record_callback', { solved: false, satisfaction: 'acceptable' });
    await complaint.walkTo('proposal');
    expect(complaint.file.round).toBe(2);
    await complaint.do(handler, 'propose', offer(40, { severity: 'moderate' }));
    expect(complaint.file.proposal?.awaits).toBe(undefined);
    await complaint.do(handler, 'propose', offer(41, { severity: 'moderate' }));
    expect(complaint.file.proposal?.awaits).toBe('approval');
  });

  it('words are never out of place, whatever the harm', async () => {
    const complaint = await verified();
    await complaint.do(
      handler,
      'propose',
      offer(0, { kinds: ['explanation', 'improvement_promise'], severity: undefined }),
    );
    expect(complaint.file.proposal?.awaits).toBe(undefined);
  });

  it('HA-6 each role has its own limit: what a handler may not grant, the supervisor who owns it may', async () => {
    const complaint = await begun({ grounds: ['safety'] });
    await complaint.walkTo('classification');
    await complaint.do(handler, 'classify', { grounds: ['safety'] });
    await complaint.walkTo('proposal');
    expect(ownerOf(complaint)).toBe(supervisor);
    await complaint.do(supervisor, 'propose', offer(500, { severity: 'serious' }));
    expect(complaint.file.proposal?.awaits).toBe(undefined);
    await complaint.do(supervisor, 'propose', offer(501, { severity: 'serious' }));
    expect(await complaint.refusal(supervisor, 'approve_proposal')).toBe('handled_before');
    await complaint.do(manager, 'approve_proposal');
  });

  it('without money there is nothing to measure', async () => {
    const complaint = await verified();
    await complaint.do(handler, 'propose', { kinds: ['apology', 'explanation'], amountFen: 0 });
    expect(complaint.file.proposal?.awaits).toBe(undefined);
  });

  it('is decided by the level above alone, and once', async () => {
    const complaint = await verified();
    expect(await complaint.refusal(supervisor, 'approve_proposal')).toBe('no_approval_awaited');
    await complaint.do(handler, 'propose', offer(60, { reason: 'text-why' }));
    expect(await complaint.refusal(handler, 'approve_proposal')).toBe('handled_before');
    expect(await complaint.refusal(handler2, 'approve_proposal')).toBe('role_needed');
    expect(await complaint.refusal(supervisorSouth, 'approve_proposal')).toBe('other_team');
    await complaint.do(supervisor, 'approve_proposal');
    expect(await complaint.refusal(manager, 'approve_proposal')).toBe('no_approval_awaited');
  });

  it('not allowed it is not told; another is drawn up', async () => {
    const complaint = await verified();
    await complaint.do(handler, 'propose', offer(60, { reason: 'text-why' }));
    await complaint.do(supervisor, 'approve_proposal', { approved: false });
    expect(await complaint.refusal(handler, 'tell_proposal')).toBe('approval_denied');
    expect(complaint.record.notices.at(-1)).toMatchObject({ notice: 'decided', params: { granted: false } });
    await complaint.do(handler, 'propose', offer(50));
    await complaint.do(handler, 'tell_proposal', { proposal: 2 });
  });

  it('not decided within a working day is late, and who approved does not review', async () => {
    const complaint = await verified();
    await complaint.do(handler, 'propose', offer(60, { reason: 'text-why' }));
    await complaint.passTo(shanghai('2026-03-03 18:00') + 1000);
    expect(misses(complaint, 'proposal_approval')).toEqual(['proposal_approval null']);
    await complaint.do(supervisor, 'approve_proposal');
    await complaint.walkTo('review');
    expect(await complaint.refusal(supervisor, 'approve')).toBe('handled_before');
  });

  it.each([
    ['online-service', ONLINE_SERVICE, false],
    ['service-desk', SERVICE_DESK, false],
    ['retail-franchise', RETAIL_FRANCHISE, false],
    ['case-analysis', CASE_ANALYSIS, true],
    ['marketplace', MARKETPLACE, false],
  ])('in %s: known %s', async (_, rules, known) => {
    const complaint = await verified({ rules });
    const refused = await complaint.refusal(handler, 'propose', offer(9_999));
    expect(refused).toBe(known ? 'outside_standard' : null);
  });
});

describe('HA-19 before the talk', () => {
  it('its points are written down with the proposal, where the document asks for them', async () => {
    for (const rules of [undefined, CASE_ANALYSIS]) {
      const complaint = await verified(rules ? { rules } : {});
      expect(await complaint.refusal(handler, 'propose', { points: undefined })).toBe('points_missing');
      expect(await complaint.refusal(handler, 'propose')).toBe(null);
    }
    const complaint = await verified({ rules: RETAIL_FRANCHISE });
    expect(await complaint.refusal(handler, 'propose', { points: undefined })).toBe(null);
  });
});

describe('HA-7 the proposal is told', () => {
  it('with all that belongs to it: what is left out is named', async () => {
    const complaint = await verified();
    await complaint.do(handler, 'propose');
    const reply = await complaint.try(handler, 'tell_proposal', { covers: ['findings', 'content', 'steps', 'care'] });
    expect(reply).toEqual({ refused: { code: 'telling_incomplete', missing: ['basis', 'effect'] } });
  });

  it('in time at the due instant, late a second after', async () => {
    for (const late of [0, 1]) {
      const complaint = await verified({ rules: SERVICE_DESK });
      await complaint.do(handler, 'propose');
      await complaint.passTo(shanghai('2026-03-03 18:00') + late * 1000);
      await complaint.do(handler, 'tell_proposal');
      expect(misses(complaint, 'tell_proposal')).toHaveLength(late);
    }
  });

  it('has its working day after a feast and before a make-up day', async () => {
    const day = async (at: string): Promise<string> => {
      const complaint = await verified({ rules: SERVICE_DESK, receivedAt: shanghai(at) });
      await complaint.do(handler, 'propose');
      return due(complaint, 'tell_proposal');
    };
    expect(await day('2026-09-30 16:00')).toBe('2026-10-08 18:00');
    expect(await day('2026-10-09 16:00')).toBe('2026-10-10 18:00');
  });

  it('is owed by 001 and the standard; the other documents name no time', async () => {
    const owes = async (rules: typeof SERVICE_DESK): Promise<number> => {
      const complaint = await verified({ rules });
      await complaint.do(handler, 'propose');
      return complaint.duties('tell_proposal').length;
    };
    const found: Record<string, number> = {};
    for (const rules of [ONLINE_SERVICE, SERVICE_DESK, RETAIL_FRANCHISE, CASE_ANALYSIS, MARKETPLACE]) {
      found[rules.policy] = await owes(rules);
    }
    expect(found).toEqual({
      'online-service': 0,
      'service-desk': 1,
      'retail-franchise': 0,
      'case-analysis': 0,
      marketplace: 0,
    });
  });
});

describe('HA-8 the level above decides', () => {
  it.each([
    ['standard', undefined, 3, 'supervisor'],
    ['online-service', ONLINE_SERVICE, 1, 'supervisor'],
    ['case-analysis', CASE_ANALYSIS, 2, 'sales_director'],
  ] as const)('%s: after refusal %s%i', async (_, rules, nth, role) => {
    const complaint = await verified(rules ? { rules } : {});
    await offered(complaint, 'refused', nth - 1);
    expect(complaint.duties('proposal_decision')).toEqual([]);
    await offered(complaint, 'refused');
    expect(due(complaint, 'proposal_decision')).toBe('2026-03-03 18:00');
    expect(await complaint.refusal(handler, 'propose')).toBe('decision_awaited');
    const called = complaint.record.notices.at(-1)?.recipients;
    expect(called && 'roles' in called && called.roles[0]).toBe(role);
  });

  it.each([
    ['service-desk', SERVICE_DESK],
    ['marketplace', MARKETPLACE],
    ['retail-franchise', RETAIL_FRANCHISE],
  ])('%s knows no such decision: it is adjusted until the customer agrees', async (_, rules) => {
    const complaint = await offered(await verified({ rules }), 'refused', 6);
    expect(complaint.duties('proposal_decision')).toEqual([]);
    await offered(complaint, 'accepted');
    expect(complaint.file.stage).toBe('remedy');
  });

  it('case-analysis: a director decides, and nobody below him', async () => {
    const complaint = await offered(await verified({ rules: CASE_ANALYSIS }), 'refused', 2);
    for (const by of [supervisor, manager, clerk]) {
      expect(await complaint.refusal(by, 'decide_proposal')).toBe('role_needed');
    }
    expect(await complaint.refusal(handler, 'decide_proposal')).toBe('handled_before');
    await complaint.do(administrationDirector, 'decide_proposal', { decision: 'take_over' });
    expect(complaint.file.owners.at(-1)).toMatchObject({ id: 'director-2', role: 'administration_director' });
    await complaint.walkTo('closed');
    expect(complaint.file.outcome).toBe('completed');
  });

  it('offers himself: what he offers is told by the owner, who has two refusals again', async () => {
    const complaint = await offered(await verified(), 'refused', 3);
    const ordinary = {
      kinds: ['return' as const],
      amountFen: 0,
      basis: ['law' as const],
      steps: [],
      ref: 'text-offer',
    };
    expect(await complaint.refusal(supervisor, 'decide_proposal', { decision: 'offer' })).toBe('reason_wanted');
    expect(await complaint.refusal(supervisor, 'decide_proposal', { decision: 'offer', offer: ordinary })).toBe(
      'points_missing',
    );
    const points = { solution: 'text-solution', standard: 'text-standard', promise: 'text-promise' };
    await complaint.do(supervisor, 'decide_proposal', { decision: 'offer', offer: { ...ordinary, points } });
    expect(eventsOf(complaint, 'proposed').at(-1)).toMatchObject({ no: 4, by: { id: 'supervisor-1' } });
    expect(complaint.file).toMatchObject({ refusals: [], owners: [{ id: 'handler-1' }] });
    await complaint.do(handler, 'tell_proposal', { proposal: 4 });
    await complaint.do(handler, 'record_answer', { proposal: 4, answer: 'refused' });
    expect(complaint.duties('proposal_decision')).toEqual([]);
    await offered(complaint, 'refused');
    expect(complaint.duties('proposal_decision')).toEqual([]);
    await offered(complaint, 'refused');
    expect(complaint.duties('proposal_decision')).toHaveLength(1);
  });

  it('HA-15 what he offers beyond his own limit he does not allow himself: the level above him does', async () => {
    const complaint = await offered(await verified(), 'refused', 3);
    const points = { solution: 'text-solution', standard: 'text-standard', promise: 'text-promise' };
    const generous = { kinds: ['compensation' as const], amountFen: 600 * YUAN, severity: 'serious' as const };
    await complaint.do(supervisor, 'decide_proposal', {
      decision: 'offer',
      offer: { ...generous, basis: ['policy'], steps: [], points, ref: 'text-offer' },
    });
    expect(complaint.file.proposal?.awaits).toBe('approval');
    expect(await complaint.refusal(supervisor, 'approve_proposal')).toBe('handled_before');
    expect(await complaint.refusal(handler, 'approve_proposal')).toBe('handled_before');
    await complaint.do(manager, 'approve_proposal');
    await complaint.do(handler, 'tell_proposal', { proposal: 4 });
  });

  it('HA-8 what a director offers and the other one does not allow leaves the decision open', async () => {
    const complaint = await offered(await verified({ rules: CASE_ANALYSIS }), 'refused', 2);
    const points = { solution: 'text-solution', standard: 'text-standard', promise: 'text-promise' };
    const dear = { kinds: ['compensation' as const], amountFen: 30_000 * YUAN, severity: 'serious' as const };
    const given = { ...dear, basis: ['policy' as const], steps: [], points, reason: 'text-why', ref: 'text-offer' };
    await complaint.do(salesDirector, 'decide_proposal', { decision: 'offer', offer: given });
    expect(complaint.duties('proposal_decision')).toEqual([]);
    await complaint.do(administrationDirector, 'approve_proposal', { approved: false });
    expect(complaint.duties('proposal_decision')).toHaveLength(1);
    expect(await complaint.refusal(handler, 'propose')).toBe('decision_awaited');
    await complaint.do(salesDirector, 'decide_proposal', { decision: 'instruct' });
    expect(complaint.record.notices.at(-1)).toMatchObject({
      notice: 'instructed',
      recipients: { person: 'handler-1' },
      params: { decision: 'instruct' },
    });
  });

  it('is not asked where nothing was refused, and refusing is no dissatisfaction: no new round, no level', async () => {
    const complaint = await verified();
    expect(await complaint.refusal(supervisor, 'decide_proposal')).toBe('no_decision_awaited');
    await offered(complaint, 'refused', 3);
    await complaint.do(salesDirector, 'decide_proposal');
    expect(complaint.file).toMatchObject({ round: 1, level: 1, stage: 'proposal', refusals: [] });
    expect(wall(complaint.file.lastAt)).toBe('2026-03-02 10:00');
  });
});

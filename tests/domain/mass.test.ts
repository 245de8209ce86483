import { SYSTEM } from '../../domain/people';
import { SERVICE_DESK } from '../../policies/service-desk';
import { ANALYSIS, shanghai, STAFF } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, due, eventsOf, of002, ownerOf, owed } from './paper';

const { handler, supervisor, manager, salesDirector, administrationDirector, clerk } = STAFF;
const DECISION = { cluster: 'M20260302-01', by: { id: salesDirector.id, role: 'sales_director' as const } };

async function at(stage: Parameters<PaperComplaint['walkTo']>[0], begin = begun): Promise<PaperComplaint> {
  const complaint = await begin();
  await complaint.walkTo(stage);
  return complaint;
}

describe('CL-4 a complaint that turns out to be one of many', () => {
  it('is raised with its cluster and marked; the one alarm is the cluster’s, not one for each case', async () => {
    const complaint = await at('proposal');
    await complaint.do(SYSTEM, 'join_cluster');
    expect(complaint.file).toMatchObject({ level: 3, floor: 3, cluster: 'M20260302-01', marks: ['mass'] });
    expect(eventsOf(complaint, 'told').map(({ roles }) => roles)).toEqual([['supervisor']]);
    expect(eventsOf(complaint, 'level_changed')).toMatchObject([{ level: 3, because: 'mass', by: null }]);
    expect(await complaint.refusal(SYSTEM, 'join_cluster')).toBe('told_already');
  });

  it('goes to the sales director beside the step under way, which is not gone back from', async () => {
    const complaint = await at('proposal');
    await complaint.do(SYSTEM, 'join_cluster');
    expect(complaint.file).toMatchObject({ stage: 'proposal', handOver: true });
    expect(due(complaint, 'take_over')).toBe('2026-03-02 12:00');
    await complaint.restart();
    expect(complaint.file.stage).toBe('proposal');
    await complaint.do(salesDirector, 'take_over');
    expect(complaint.file).toMatchObject({ stage: 'proposal', handOver: false });
    await complaint.walkTo('review');
    expect(await complaint.refusal(administrationDirector, 'approve')).toBe(null);
  });

  it('at the level already, it only joins', async () => {
    const complaint = await of002({ level: 3 });
    await complaint.do(SYSTEM, 'join_cluster');
    expect(eventsOf(complaint, 'level_changed')).toEqual([]);
    expect(complaint.file).toMatchObject({ level: 3, cluster: 'M20260302-01', marks: ['mass'] });
  });

  it('under a document with one level it is marked and stays where it is', async () => {
    const complaint = await begun({ rules: SERVICE_DESK });
    await complaint.do(SYSTEM, 'join_cluster');
    expect(complaint.file).toMatchObject({ level: 1, marks: ['mass'], handOver: false });
  });

  it('born into a cluster, it is at its level from the first', async () => {
    const complaint = await of002({ cluster: 'M20260302-01', level: 3, marks: ['mass'] });
    expect(complaint.file).toMatchObject({ level: 3, floor: 3, cluster: 'M20260302-01' });
    await complaint.walkTo('classification');
    await complaint.do(handler, 'classify', { grounds: [] });
    expect(complaint.file).toMatchObject({ level: 3, stage: 'hand_over' });
  });

  it('is joined by the product itself, and not by anybody on the staff', async () => {
    const complaint = await begun();
    for (const by of [handler, supervisor, manager, salesDirector, STAFF.admin]) {
      expect(await complaint.refusal(by, 'join_cluster')).toBe('not_for_staff');
    }
  });

  it('finished with, it is left untouched', async () => {
    for (const stage of ['review', 'archive'] as const) {
      const complaint = await at(stage);
      expect(await complaint.refusal(SYSTEM, 'join_cluster')).toBe('not_in_stage');
      expect(await complaint.refusal(SYSTEM, 'apply_decision', DECISION)).toBe('not_in_stage');
    }
    const closed = await at('closed');
    expect(await closed.refusal(SYSTEM, 'join_cluster')).toBe('closed');
    const withdrawn = await begun();
    await withdrawn.do(handler, 'withdraw');
    expect(await withdrawn.refusal(SYSTEM, 'join_cluster')).toBe('withdrawn');
    expect(await withdrawn.refusal(SYSTEM, 'apply_decision', DECISION)).toBe('withdrawn');
  });
});

describe('CL-4 the one decision on a mass complaint', () => {
  it('is put before the customer in the place of a verification and an analysis of his own', async () => {
    const complaint = await at('verification');
    await complaint.do(SYSTEM, 'join_cluster');
    await complaint.do(SYSTEM, 'apply_decision', DECISION);
    expect(complaint.file).toMatchObject({ stage: 'proposal', proposal: { no: 1 } });
    expect(complaint.file.facts).toEqual(expect.arrayContaining(['verified', 'analysed']));
    const source = { cluster: 'M20260302-01' };
    expect(eventsOf(complaint, 'verified')).toMatchObject([{ ...source, ref: 'text-findings', concluded: true }]);
    expect(eventsOf(complaint, 'cause_analysed')).toMatchObject([{ ...source, root: 'text-root' }]);
    expect(due(complaint, 'tell_proposal')).toBe('2026-03-03 18:00');
    await complaint.do(handler, 'tell_proposal');
    await complaint.do(handler, 'record_answer');
    expect(complaint.file.stage).toBe('remedy');
    await complaint.walkTo('closed');
    expect(complaint.file.outcome).toBe('completed');
  });

  it('takes the place of an offer on the table; one that he was told he answers first', async () => {
    const complaint = await at('proposal');
    await complaint.do(handler, 'propose');
    await complaint.do(handler, 'tell_proposal');
    expect(await complaint.refusal(SYSTEM, 'apply_decision', DECISION)).toBe('proposal_awaits_answer');
    await complaint.do(handler, 'record_answer', { answer: 'refused' });
    await complaint.do(SYSTEM, 'apply_decision', DECISION);
    expect(await complaint.refusal(handler, 'record_answer', { proposal: 1 })).toBe('no_such_proposal');
    await complaint.do(handler, 'tell_proposal', { proposal: 2 });
    await complaint.do(handler, 'record_answer', { proposal: 2 });
    expect(complaint.file.stage).toBe('remedy');
  });

  it('leaves a verification and an analysis that are on record as they are', async () => {
    const complaint = await at('proposal', () => begun({ level: 2, marks: ['repeat'] }));
    const own = (type: 'verified' | 'cause_analysed') => eventsOf(complaint, type).map(({ cluster }) => cluster);
    await complaint.do(SYSTEM, 'apply_decision', DECISION);
    expect([own('verified'), own('cause_analysed')]).toEqual([[undefined], [undefined]]);
  });

  it('is not without the analysis that its policy asks for, and analyses nothing where it asks for none', async () => {
    const none = { ...DECISION, cause: undefined };
    expect(await (await at('verification')).refusal(SYSTEM, 'apply_decision', none)).toBe('cause_missing');
    const complaint = await at('verification', () => of002());
    expect(await complaint.refusal(SYSTEM, 'apply_decision', none)).toBe(null);
    await complaint.do(SYSTEM, 'apply_decision', DECISION);
    expect(complaint.file.stage).toBe('proposal');
    expect(eventsOf(complaint, 'cause_analysed')).toEqual([]);
  });

  it('HA-6, HA-15, HA-19 holds to points, standard and limit like a proposal', async () => {
    const complaint = await at('proposal');
    const refused = (data: object) => complaint.refusal(SYSTEM, 'apply_decision', { ...DECISION, ...data });
    expect(await refused({ points: undefined })).toBe('points_missing');
    expect(await refused({ amountFen: 2_000_001, severity: 'serious', reason: 'text-why' })).toBe('beyond_limit');
    expect(await refused({ amountFen: 300_000, severity: 'serious' })).toBe('outside_standard');
    expect(await refused({ amountFen: 2_000_000, severity: 'serious', reason: 'text-why' })).toBe(null);
    expect(await refused({ amountFen: 200_000, severity: 'serious' })).toBe(null);
    expect(await refused({ cause: { ...ANALYSIS, cause: 'operating_error' } })).toBe('cause_of_other_dimension');
  });

  it('is no standard for who has agreed to something else already', async () => {
    const complaint = await at('remedy');
    expect(await complaint.refusal(SYSTEM, 'apply_decision', DECISION)).toBe('not_in_stage');
  });

  it('waits for the first contact, and for what is being decided above', async () => {
    const fresh = await begun();
    expect(await fresh.refusal(SYSTEM, 'apply_decision', DECISION)).toBe('not_in_stage');
    const complaint = await at('proposal');
    await complaint.do(handler, 'propose');
    await complaint.do(handler, 'tell_proposal');
    await complaint.do(handler, 'record_answer', { answer: 'refused' });
    await complaint.do(handler, 'ask_conclusion');
    expect(await complaint.refusal(SYSTEM, 'apply_decision', DECISION)).toBe('decision_awaited');
  });

  it('HA-18 waits where the other side has not been heard before the facts stand', async () => {
    const complaint = await at('verification', () =>
      begun({ respondents: [STAFF.handler2.id], lacking: ['handler'], subject: 'staff' }),
    );
    expect(await complaint.try(SYSTEM, 'apply_decision', DECISION)).toMatchObject({
      refused: { code: 'other_side_unheard', respondents: [STAFF.handler2.id] },
    });
    await complaint.do(handler, 'ask_account', { of: 'respondent' });
    expect(await complaint.refusal(SYSTEM, 'apply_decision', DECISION)).toBe('accounts_open');
    await complaint.do(handler, 'record_account', { account: 1 });
    await complaint.do(SYSTEM, 'apply_decision', DECISION);
    expect(complaint.file.stage).toBe('proposal');
  });

  it('HA-18 does not wait for who is named when the facts stand already: he is heard before the review', async () => {
    const complaint = await at('proposal');
    const person = { id: STAFF.handler2.id, roles: STAFF.handler2.roles, team: STAFF.handler2.team };
    await complaint.do(handler, 'name_respondent', { person });
    expect(await complaint.refusal(SYSTEM, 'apply_decision', DECISION)).toBe(null);
  });

  it('HA-17 waits for a meeting of departments that has been called', async () => {
    for (const stage of ['verification', 'cause_analysis'] as const) {
      const complaint = await at(stage, () => begun({ level: 2, marks: ['repeat'] }));
      await complaint.do(ownerOf(complaint), 'call_cross_meeting');
      expect(await complaint.refusal(SYSTEM, 'apply_decision', DECISION)).toBe('meeting_called');
      await complaint.do(ownerOf(complaint), 'cancel_cross_meeting');
      expect(await complaint.refusal(SYSTEM, 'apply_decision', DECISION)).toBe(null);
    }
  });

  it('is the product’s to bring, and who decided it does not review', async () => {
    const complaint = await at('proposal');
    expect(await complaint.refusal(salesDirector, 'apply_decision', DECISION)).toBe('not_for_staff');
    await complaint.do(SYSTEM, 'join_cluster');
    await complaint.do(SYSTEM, 'apply_decision', DECISION);
    await complaint.walkTo('review');
    expect(await complaint.refusal(salesDirector, 'approve')).toBe('handled_before');
    expect(await complaint.refusal(administrationDirector, 'approve')).toBe(null);
  });

  it('that the customer refuses leaves him with the owner, as any offer', async () => {
    const complaint = await at('proposal');
    await complaint.do(SYSTEM, 'apply_decision', DECISION);
    await complaint.do(handler, 'tell_proposal');
    await complaint.do(handler, 'record_answer', { answer: 'refused' });
    expect(complaint.file).toMatchObject({ stage: 'proposal', refusals: ['handler-1'], round: 1 });
    await complaint.do(handler, 'propose');
    expect(owed(complaint)).toContain('tell_proposal 2026-03-03 18:00');
    expect(ownerOf(complaint)).toBe(handler);
  });

  it('is told within one working day, which 国庆 does not count for', async () => {
    const complaint = await begun({ receivedAt: shanghai('2026-09-30 10:00') });
    await complaint.walkTo('proposal');
    await complaint.do(SYSTEM, 'apply_decision', DECISION);
    expect(due(complaint, 'tell_proposal')).toBe('2026-10-08 18:00');
    expect(await complaint.refusal(clerk, 'tell_proposal')).toBe('not_owner');
  });
});

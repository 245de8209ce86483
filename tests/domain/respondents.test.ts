import type { Actor } from '../../domain/people';
import { lackingOf, shanghai, STAFF } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, duty, eventsOf, misses } from './paper';

const { handler, handler2, supervisor, manager, salesDirector, administrationDirector, clerk } = STAFF;
const { logisticsHead, logisticsMember } = STAFF;

/** Whom a notice of a duty was for, as often as there were such. */
const calledFor = ({ record }: PaperComplaint, kind: string) =>
  record.notices
    .filter(({ notice, duty: id }) => notice === 'called_upon' && id?.startsWith(`${kind}-`))
    .map(({ recipients }) => recipients);

/** As the route sends it: with the roles in which nobody else is left. */
const naming = (person: Actor) => ({ person, lacking: lackingOf([person.id]) });

const at = async (stage: Parameters<PaperComplaint['walkTo']>[0], given: Parameters<typeof begun>[0] = {}) => {
  const complaint = await begun(given);
  await complaint.walkTo(stage);
  return complaint;
};

describe('HA-18 a colleague who is named after the registration', () => {
  it('has no part in it from then on, and the owner asks for his account before the facts stand', async () => {
    const complaint = await at('verification');
    await complaint.do(handler, 'name_respondent', { person: handler2, subject: 'staff' });
    expect(complaint.file).toMatchObject({ respondents: ['handler-2'], lacking: [], subject: 'staff' });
    expect(await complaint.refusal(handler2, 'add_evidence')).toBe('complained_about');
    expect(await complaint.refusal(supervisor, 'reassign', { to: { ...handler2, role: 'handler' } })).toBe(
      'complained_about',
    );
    expect(await complaint.refusal(handler, 'record_verification')).toBe('other_side_unheard');
    expect(await complaint.refusal(handler, 'name_respondent', { person: handler2 })).toBe('respondent_already');
  });

  it('is named by the owner or the level above him, and by nobody else', async () => {
    const complaint = await at('verification');
    for (const by of [handler2, clerk, logisticsHead])
      expect(await complaint.refusal(by, 'name_respondent', { person: logisticsMember })).toBe('not_owner');
    await complaint.do(supervisor, 'name_respondent', { person: logisticsMember });
    expect(eventsOf(complaint, 'respondent_named')).toMatchObject([{ person: 'logistics-1' }]);
  });

  it('an owner who is the one does nothing more: his colleagues and his superior are called at once, and nobody tells him', async () => {
    const complaint = await at('verification');
    const before = complaint.record.notices.length;
    await complaint.do(supervisor, 'name_respondent', { person: handler });
    expect(complaint.file.handOver).toBe(true);
    expect(calledFor(complaint, 'take_over')).toMatchObject([
      { roles: ['handler'], team: 'east', except: ['handler-1'] },
      { roles: ['supervisor'], team: 'east', except: ['handler-1', 'handler-1'] },
    ]);
    expect(await complaint.refusal(handler, 'record_contact')).toBe('complained_about');
    expect(await complaint.refusal(handler, 'take_over')).toBe('complained_about');
    // What he lets pass since then is nobody's breach, and he does not hear of it.
    await complaint.passTo(shanghai('2026-03-12 19:00'));
    expect(new Set(misses(complaint, 'follow_up'))).toEqual(new Set(['follow_up null']));
    const told = complaint.record.notices.slice(before).map(({ recipients }) => recipients);
    expect(told).not.toContainEqual({ person: 'handler-1' });
    await complaint.do(supervisor, 'take_over');
    await complaint.walkTo('closed');
    expect(complaint.file).toMatchObject({ outcome: 'completed' });
  });

  it('an owner named before anything was done is taken over from at once, not after the classification', async () => {
    const complaint = await begun();
    await complaint.do(handler, 'name_respondent', { person: handler });
    expect(complaint.duties('take_over')).toHaveLength(1);
    await complaint.do(handler2, 'take_over');
    await complaint.walkTo('closed');
    expect(complaint.file.owners.map(({ id }) => id)).toEqual(['handler-1', 'handler-2']);
  });

  it('what was his to do in it is the owner’s, or his department’s', async () => {
    const complaint = await at('proposal');
    const steps = [{ person: handler2.id, workingDays: 2, ref: 'text-step' }];
    await complaint.do(handler, 'assign_task', { department: 'logistics', person: 'logistics-1' });
    await complaint.do(handler, 'name_respondent', { person: logisticsMember });
    expect(complaint.file).toMatchObject({ tasks: [{ department: 'logistics' }], lead: { department: 'logistics' } });
    expect([complaint.file.tasks[0]?.person, complaint.file.lead?.person]).toEqual([undefined, undefined]);
    expect(duty(complaint, 'task_solution').person).toBe(undefined);
    await complaint.do(logisticsHead, 'answer_task');
    await complaint.do(handler, 'propose', { steps });
    await complaint.walkTo('remedy');
    await complaint.do(handler, 'name_respondent', { person: handler2 });
    expect(complaint.file.proposal?.steps).toMatchObject([{ person: 'handler-1' }]);
    expect(duty(complaint, 'remedy_step').person).toBe('handler-1');
    await complaint.do(handler, 'complete_step');
  });

  it('the next handler has what named the one before him, who is complained about', async () => {
    const complaint = await at('remedy');
    expect(complaint.file.proposal?.steps).toMatchObject([{ person: 'handler-1' }]);
    await complaint.do(supervisor, 'name_respondent', { person: handler });
    await complaint.do(handler2, 'take_over');
    expect(complaint.file.proposal?.steps).toMatchObject([{ person: 'handler-2' }]);
    expect(duty(complaint, 'remedy_step').person).toBe('handler-2');
  });

  it('CO-5 a reviewer who is named leaves an open review to the next level, under a duty and codes of its own', async () => {
    const complaint = await at('review');
    const [before] = complaint.duties('review');
    await complaint.do(manager, 'name_respondent', naming(supervisor));
    const after = duty(complaint, 'review');
    expect(after.id).not.toBe(before?.id);
    expect(calledFor(complaint, 'review').at(-1)).toMatchObject({ roles: ['manager'] });
    expect(await complaint.refusal(supervisor, 'approve')).toBe('complained_about');
    // Named when the facts stood already, he is heard all the same.
    expect(await complaint.refusal(manager, 'approve')).toBe('other_side_unheard');
    await complaint.do(handler, 'ask_account', { of: 'respondent', person: supervisor.id });
    expect(await complaint.refusal(manager, 'approve')).toBe('other_side_unheard');
    await complaint.do(handler, 'record_account', { account: 1, answered: true });
    await complaint.do(manager, 'approve');
  });

  it('CO-14 where nobody is left to review it any more, the meeting has it', async () => {
    const complaint = await at('review', { level: 2, marks: ['repeat'] });
    await complaint.do(salesDirector, 'name_respondent', naming(administrationDirector));
    expect(complaint.file.stage).toBe('review');
    await complaint.do(manager, 'name_respondent', {
      person: salesDirector,
      lacking: lackingOf(['director-1', 'director-2']),
    });
    expect(complaint.file.stage).toBe('meeting');
    await complaint.do(manager, 'decide_finally');
    await complaint.walkTo('closed');
    expect(complaint.file.outcome).toBe('completed');
  });

  it('a decision that he was called for calls somebody else', async () => {
    const complaint = await at('proposal');
    await complaint.do(handler, 'propose', { amountFen: 40_000, severity: 'serious' });
    await complaint.do(handler, 'name_respondent', naming(supervisor));
    expect(calledFor(complaint, 'proposal_approval').at(-1)).toMatchObject({ roles: ['manager'] });
    await complaint.do(manager, 'approve_proposal');
  });

  it('who was named wrongly is taken off by the level above; an owner goes on, and nobody need take over', async () => {
    const complaint = await at('verification');
    await complaint.do(handler, 'name_respondent', { person: handler });
    expect(await complaint.refusal(handler, 'clear_respondent', { who: 'handler-1' })).toBe('complained_about');
    expect(await complaint.refusal(supervisor, 'clear_respondent', { who: 'handler-2' })).toBe('not_a_respondent');
    await complaint.do(supervisor, 'clear_respondent', { who: 'handler-1' });
    expect(complaint.file).toMatchObject({ respondents: [], lacking: [], handOver: false });
    expect(complaint.duties('take_over')).toEqual([]);
    await complaint.walkTo('closed');
  });

  it('the others stay complained about when one is taken off; a list that is out of date changes nothing', async () => {
    const complaint = await at('verification');
    await complaint.do(handler, 'name_respondent', { person: handler2 });
    await complaint.do(handler, 'name_respondent', { person: logisticsMember });
    expect(await complaint.refusal(supervisor, 'clear_respondent', { who: 'handler-2' })).toBe('seen_outdated');
    await complaint.do(supervisor, 'clear_respondent', {
      who: 'handler-2',
      others: ['logistics-1'],
      lacking: ['department_member'],
    });
    expect(complaint.file).toMatchObject({ respondents: ['logistics-1'], lacking: ['department_member'] });
  });
});

describe('HA-18 where the only holder of a post is complained about', () => {
  const about = (person: { id: string; roles: (typeof manager)['roles'] }) => ({
    respondents: [person.id],
    lacking: person.roles,
  });

  it('HA-17 a director chairs the cross-department meeting in the place of the manager', async () => {
    const complaint = await at('verification', about(manager));
    await complaint.do(handler, 'call_cross_meeting');
    expect(calledFor(complaint, 'cross_meeting')).toMatchObject([{ roles: ['sales_director'] }]);
    expect(await complaint.refusal(manager, 'record_cross_meeting')).toBe('complained_about');
    await complaint.do(salesDirector, 'record_cross_meeting');
    await complaint.do(handler, 'call_cross_meeting');
    await complaint.do(handler, 'cancel_cross_meeting');
    expect(complaint.duties('cross_meeting')).toEqual([]);
  });

  it('HA-6 the manager approves what one director proposes, and CO-4 the other one records the meeting; its miss is told', async () => {
    const complaint = await at('proposal', { ...about(administrationDirector), grounds: ['harms_company'], level: 3 });
    expect(complaint.file.owners.at(-1)?.id).toBe('director-1');
    const generous = { amountFen: 5_000_000, severity: 'serious' as const, reason: 'text-why' };
    await complaint.do(salesDirector, 'propose', generous);
    expect(calledFor(complaint, 'proposal_approval')).toMatchObject([{ roles: ['manager'] }]);
    await complaint.do(salesDirector, 'withdraw_proposal');
    expect(complaint.file.proposal).toBe(null);
    await complaint.do(salesDirector, 'propose', generous);
    await complaint.do(manager, 'approve_proposal');
    await complaint.walkTo('meeting');
    expect(calledFor(complaint, 'meeting')).toMatchObject([{ roles: ['sales_director'] }]);
    await complaint.passTo(complaint.dueAt('meeting') + 1000);
    const missed = complaint.record.notices.filter(
      ({ notice, duty: id }) => notice === 'breach' && id?.startsWith('meeting'),
    );
    expect(missed.map(({ recipients }) => recipients)).toMatchObject([
      { roles: ['sales_director'] },
      { roles: ['manager'] },
      { person: 'director-1' },
    ]);
    await complaint.do(salesDirector, 'decide_finally');
  });

  it('CO-6 the manager files in the place of the clerk', async () => {
    const complaint = await at('archive', about(clerk));
    expect(calledFor(complaint, 'archive')).toMatchObject([{ roles: ['manager'] }]);
    await complaint.do(manager, 'archive');
  });
});

describe('HA-16 what names somebody who has left', () => {
  const SYSTEM = { id: 'system', roles: [], team: '' };

  it('names his successor: he does it, and a later breach is his', async () => {
    const complaint = await at('proposal');
    const steps = [{ person: handler2.id, workingDays: 2, ref: 'text-step' }];
    await complaint.do(handler, 'propose', { steps });
    await complaint.walkTo('remedy');
    const { dueAt, id } = duty(complaint, 'remedy_step');
    await complaint.do(SYSTEM, 'hand_on_work', { from: 'handler-2', to: supervisor });
    expect(duty(complaint, 'remedy_step')).toMatchObject({ id, dueAt, person: 'supervisor-1' });
    expect(calledFor(complaint, 'remedy_step').at(-1)).toEqual({ person: 'supervisor-1' });
    expect(await complaint.refusal(handler2, 'complete_step')).toBe('not_owner');
    await complaint.passTo((dueAt ?? 0) + 1000);
    expect(misses(complaint, 'remedy_step')).toEqual(['remedy_step supervisor-1']);
    await complaint.do(supervisor, 'complete_step');
  });

  it('HA-3 a task names a successor of the same department only; else it is the department’s', async () => {
    const complaint = await at('verification');
    await complaint.do(handler, 'assign_task', { department: 'logistics', person: 'logistics-1' });
    await complaint.do(SYSTEM, 'hand_on_work', { from: 'logistics-1', to: logisticsHead });
    expect(complaint.file).toMatchObject({
      tasks: [{ person: 'logistics-head-1' }],
      lead: { person: 'logistics-head-1' },
    });
    await complaint.do(SYSTEM, 'hand_on_work', { from: 'logistics-head-1', to: handler2 });
    expect([complaint.file.tasks[0]?.person, complaint.file.lead?.person]).toEqual([undefined, undefined]);
    expect(await complaint.refusal(SYSTEM, 'hand_on_work', { from: 'logistics-1', to: handler2 })).toBe(
      'nothing_to_hand_on',
    );
  });
});

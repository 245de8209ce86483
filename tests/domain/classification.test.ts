import { GROUNDS, levelAbove, levelOf, priorityOf } from '../../domain/classification';
import type { Ground } from '../../domain/classification';
import type { Level, Priority } from '../../domain/words';
import { ONLINE_SERVICE } from '../../policies/online-service';
import { shanghai, STAFF, wall } from '../support/files';
import { PaperComplaint } from '../support/paper-complaint';
import { begun, misses, of002 } from './paper';

const { handler, supervisor, supervisorSouth, manager, salesDirector, administrationDirector } = STAFF;

describe('CL-2, CL-3 priority and level', () => {
  it.each<[Ground, Priority, Level]>([
    ['core_business', 'urgent', 1],
    ['core_rights', 'urgent', 1],
    ['safety', 'urgent', 1],
    ['system_fault', 'urgent', 1],
    ['public_opinion', 'urgent', 1],
    ['use_impaired', 'important', 1],
    ['many_concerned', 'important', 1],
    ['key_customer', 'important', 1],
    ['regulator_12315', 'normal', 3],
    ['franchisees_mass_on_new_product', 'normal', 3],
    ['department_inaction', 'normal', 3],
    ['harms_company', 'normal', 3],
    ['harms_franchisee_business', 'normal', 3],
    ['emotional', 'normal', 2],
    ['beyond_handler', 'normal', 2],
    ['repeat', 'normal', 2],
    ['shop_attitude', 'normal', 2],
    ['desk_service', 'normal', 2],
    ['policy_resented', 'normal', 2],
  ])('follow by rule from what the handler has seen: %s makes it %s, level %i', (ground, priority, level) => {
    expect([priorityOf([ground]), levelOf([ground])]).toEqual([priority, level]);
  });

  it('the table above has every ground', () => {
    expect(GROUNDS).toHaveLength(19);
  });

  it('without any ground it is normal, level 1', () => {
    expect([priorityOf([]), levelOf([])]).toEqual(['normal', 1]);
  });

  it('the gravest of several grounds decides, each of the two by itself', () => {
    expect([priorityOf(['use_impaired', 'safety', 'repeat']), levelOf(['repeat', 'safety'])]).toEqual(['urgent', 2]);
    expect(levelOf(['emotional', 'regulator_12315'])).toBe(3);
  });

  it('nothing stands above level 3', () => {
    expect([levelAbove(1), levelAbove(2), levelAbove(3)]).toEqual([2, 3, undefined]);
  });
});

/** A complaint whose first contact is made, classified on these grounds. */
async function classified(grounds: Ground[], begin = of002): Promise<PaperComplaint> {
  const complaint = await begin();
  await complaint.walkTo('classification');
  await complaint.do(handler, 'classify', { grounds });
  return complaint;
}

describe('CL-1 to classify', () => {
  it('may be done along with the first contact, and corrected until that is made', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.do(handler, 'classify', { grounds: [] });
    expect(complaint.file).toMatchObject({ stage: 'first_contact', nature: 'product_quality' });
    await complaint.do(handler, 'classify', { grounds: [], nature: 'logistics' });
    expect(complaint.file).toMatchObject({ stage: 'first_contact', nature: 'logistics' });
    await complaint.do(handler, 'record_contact');
    await complaint.do(handler, 'fill_form');
    expect(complaint.file.stage).toBe('verification');
    expect(await complaint.refusal(handler, 'classify')).toBe('not_in_stage');
  });

  it('IN-7 a request may turn out to be a complaint', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.do(handler, 'classify', { requestType: 'enquiry' });
    expect(complaint.file.requestType).toBe('enquiry');
  });
});

describe('HA-2 after the classification', () => {
  it('a level-1 complaint stays with its handler', async () => {
    const complaint = await classified([]);
    expect(complaint.file).toMatchObject({ stage: 'verification', owners: [{ id: 'handler-1' }] });
  });

  it('CL-5 an urgent one keeps its level', async () => {
    const complaint = await classified(['safety'], begun);
    expect(complaint.file).toMatchObject({ level: 1, priority: 'urgent' });
  });

  it.each([
    ['a supervisor of the team', supervisor, 'supervisor'],
    ['the manager', manager, 'manager'],
  ])('a level-2 complaint is handed on at once to %s, who owns it from then on', async (_, by, role) => {
    const complaint = await classified(['repeat']);
    expect(complaint.file.stage).toBe('hand_over');
    expect(wall(complaint.dueAt('take_over'))).toBe('2026-03-02 12:00');
    await complaint.do(by, 'take_over');
    expect(complaint.file).toMatchObject({ stage: 'verification', handOver: false });
    expect(complaint.file.owners.at(-1)).toEqual({ id: by.id, role, since: complaint.now });
  });

  it('a level-3 complaint is handed on to a director and to nobody below', async () => {
    const complaint = await classified(['regulator_12315']);
    expect(await complaint.refusal(manager, 'take_over')).toBe('role_needed');
    await complaint.do(salesDirector, 'take_over');
    expect(complaint.file.owners.at(-1)?.role).toBe('sales_director');
  });

  it('until somebody takes it over, the handler answers for it and nobody else works it', async () => {
    const complaint = await classified(['repeat']);
    expect(await complaint.refusal(supervisorSouth, 'take_over')).toBe('other_team');
    expect(await complaint.refusal(handler, 'take_over')).toBe('role_needed');
    expect(await complaint.refusal(supervisor, 'record_verification')).toBe('not_owner');
    await complaint.do(handler, 'record_contact');
    await complaint.passTo(complaint.dueAt('take_over') + 1000);
    expect(misses(complaint)).toEqual(['take_over null']);
    await complaint.do(supervisor, 'take_over');
    expect(await complaint.refusal(handler, 'record_contact')).toBe('not_owner');
  });

  it('HA-14 what was verified before stands: the new owner goes on from there', async () => {
    const complaint = await of002();
    await complaint.do(handler, 'record_verification');
    await complaint.walkTo('classification');
    await complaint.do(handler, 'classify', { grounds: ['repeat'] });
    await complaint.do(supervisor, 'take_over');
    expect(complaint.file.stage).toBe('proposal');
  });

  it('the breach of an earlier day stays with whoever held the case then', async () => {
    const complaint = await classified(['repeat']);
    await complaint.passTo(shanghai('2026-03-05 12:00'));
    await complaint.do(supervisor, 'take_over');
    await complaint.passTo(shanghai('2026-03-05 18:00') + 1000);
    const missed = complaint.events.filter((event) => event.type === 'missed' && event.duty.startsWith('follow_up'));
    expect(missed).toMatchObject([{ by: 'handler-1' }]);
    await complaint.passTo(shanghai('2026-03-10 18:00') + 1000);
    const later = complaint.events.filter((event) => event.type === 'missed' && event.duty.startsWith('follow_up'));
    expect(later.at(-1)).toMatchObject({ by: 'supervisor-1' });
  });

  it('a level-3 case is the sales director’s; the administration director’s where sales itself is complained about', async () => {
    const complaint = await classified(['harms_company']);
    expect(await complaint.refusal(administrationDirector, 'take_over')).toBe('role_needed');
    await complaint.do(salesDirector, 'take_over');
    expect(await complaint.refusal(salesDirector, 'take_over')).toBe('nothing_to_take_over');

    const swapped = await classified(['harms_company'], () =>
      of002({ respondents: [salesDirector.id], lacking: ['sales_director'] }),
    );
    expect(await swapped.refusal(salesDirector, 'take_over')).toBe('complained_about');
    await swapped.do(administrationDirector, 'take_over');
    expect(swapped.file.owners.at(-1)).toMatchObject({ id: 'director-2', role: 'administration_director' });
  });
});

describe('CL-1, HA-14 where classifying is no step of its own (000 四(二))', () => {
  it('what it is follows from what was verified', async () => {
    const complaint = await begun({ rules: ONLINE_SERVICE });
    expect(await complaint.refusal(handler, 'classify')).toBe('verify_first');
    await complaint.walkTo('verification');
    expect(await complaint.refusal(handler, 'classify')).toBe('verify_first');
    await complaint.do(handler, 'record_verification');
    expect(complaint.file.stage).toBe('verification');
    await complaint.do(handler, 'classify');
    expect(complaint.file.stage).toBe('proposal');
  });
});

import { availability } from '../../domain/decide';
import { SYSTEM } from '../../domain/people';
import { DAY, shanghai, STAFF, wall } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, due, eventsOf, misses, of002, story } from './paper';

const {
  handler,
  handler2,
  handlerSouth,
  supervisor,
  supervisorSouth,
  manager,
  salesDirector,
  administrationDirector,
  admin,
} = STAFF;

async function at(stage: Parameters<PaperComplaint['walkTo']>[0], begin = of002): Promise<PaperComplaint> {
  const complaint = await begin();
  await complaint.walkTo(stage);
  return complaint;
}

const REFUSED_THRICE = ['refused', 'refused', 'refused'] as const;

/** A complaint of the standard whose customer has refused three offers. */
async function refusedThrice(): Promise<PaperComplaint> {
  const complaint = await at('proposal', begun);
  for (const answer of REFUSED_THRICE) {
    const proposal = complaint.file.proposals + 1;
    await complaint.do(handler, 'propose');
    await complaint.do(handler, 'tell_proposal', { proposal });
    await complaint.do(handler, 'record_answer', { proposal, answer });
  }
  return complaint;
}

describe('HA-2 a hand-over in the middle of a later step', () => {
  it.each(['verification', 'proposal', 'remedy', 'callback'] as const)(
    'raised at %s: somebody of the level is called upon at once, the owner goes on until then',
    async (stage) => {
      const complaint = await at(stage);
      await complaint.do(handler, 'raise_level', { level: 2 });
      expect(complaint.file).toMatchObject({ stage, level: 2, handOver: true, owners: [{ id: 'handler-1' }] });
      expect(due(complaint, 'take_over')).toBe('2026-03-02 12:00');
      expect(complaint.record.notices.at(-1)).toMatchObject({
        notice: 'called_upon',
        recipients: { roles: ['supervisor'], team: 'east' },
      });
      await complaint.do(handler, 'record_contact');
      expect(await complaint.refusal(supervisor, 'record_contact')).toBe('not_owner');
      await complaint.restart();
      await complaint.do(supervisor, 'take_over');
      expect(complaint.file).toMatchObject({ stage, handOver: false });
      expect(complaint.duties('take_over')).toEqual([]);
      expect(await complaint.refusal(handler, 'record_contact')).toBe('not_owner');
      await complaint.walkTo('closed');
      expect(complaint.file.outcome).toBe('completed');
    },
  );

  it('in the remedy: the steps stay with whom they are, with their times; the new owner sees to them', async () => {
    const complaint = await at('remedy');
    await complaint.passTo(shanghai('2026-03-03 10:00'));
    await complaint.do(handler, 'raise_level', { level: 2 });
    await complaint.do(manager, 'take_over');
    expect(due(complaint, 'remedy_step')).toBe('2026-03-04 18:00');
    expect(complaint.duties('remedy_step').map(({ person }) => person)).toEqual(['handler-1']);
    await complaint.do(manager, 'complete_step');
    expect(complaint.file.stage).toBe('callback');
  });

  it('that nobody answers to does not hold the complaint up, and shows as a breach', async () => {
    const complaint = await at('remedy');
    await complaint.do(handler, 'raise_level', { level: 3 });
    await complaint.passTo(shanghai('2026-03-02 12:00') + 1000);
    expect(misses(complaint, 'take_over')).toEqual(['take_over null']);
    await complaint.do(handler, 'complete_step');
    expect(complaint.file.stage).toBe('callback');
    await complaint.do(salesDirector, 'take_over');
    expect(story(complaint, 'take_over')).toEqual(['missed take_over', 'met take_over']);
  });

  it('is asked for once, however often it is raised', async () => {
    const complaint = await at('remedy');
    await complaint.do(handler, 'raise_level', { level: 2 });
    await complaint.do(handler, 'raise_level', { level: 3 });
    expect(complaint.duties('take_over')).toHaveLength(1);
    expect(await complaint.refusal(supervisor, 'take_over')).toBe('role_needed');
    await complaint.do(salesDirector, 'take_over');
  });

  it('is asked for again when the new owner does not reach so high', async () => {
    const complaint = await at('remedy');
    await complaint.do(handler, 'raise_level', { level: 2 });
    await complaint.do(supervisor, 'take_over');
    await complaint.do(supervisor, 'raise_level', { level: 3 });
    expect(complaint.duties('take_over')).toHaveLength(1);
    await complaint.do(salesDirector, 'take_over');
    expect(complaint.file.owners.map(({ id }) => id)).toEqual(['handler-1', 'supervisor-1', 'director-1']);
  });

  it('HA-8 is over when the level above takes the decision over, if the case is his to handle', async () => {
    const complaint = await refusedThrice();
    await complaint.do(handler, 'raise_level', { level: 2 });
    expect(complaint.duties('take_over')).toHaveLength(1);
    await complaint.do(supervisor, 'decide_proposal', { decision: 'take_over' });
    expect(complaint.file.handOver).toBe(false);
    expect(complaint.duties('take_over')).toEqual([]);
  });

  it('HA-8 is not over when he stands below its level: a director is still waited for', async () => {
    const complaint = await refusedThrice();
    await complaint.do(handler, 'raise_level', { level: 3 });
    await complaint.do(supervisor, 'decide_proposal', { decision: 'take_over' });
    expect(complaint.file).toMatchObject({ handOver: true });
    expect(complaint.duties('take_over')).toHaveLength(1);
    await complaint.do(salesDirector, 'take_over');
    expect(complaint.file.handOver).toBe(false);
  });
});

describe('HA-2, IN-14 a case given to somebody else', () => {
  const TO_COLLEAGUE = { to: { id: handler2.id, role: 'handler' as const, team: 'east' } };

  it('is given by the level above, or by the product, with a reason; the customer hears who it is now', async () => {
    const complaint = await at('verification');
    expect(await complaint.refusal(handler, 'reassign', TO_COLLEAGUE)).toBe('handled_before');
    expect(await complaint.refusal(handler2, 'reassign', TO_COLLEAGUE)).toBe('role_needed');
    expect(await complaint.refusal(supervisorSouth, 'reassign', TO_COLLEAGUE)).toBe('other_team');
    expect(await complaint.refusal(admin, 'reassign', TO_COLLEAGUE)).toBe('role_needed');
    await complaint.do(supervisor, 'reassign', { ...TO_COLLEAGUE, ref: 'text-why' });
    expect(eventsOf(complaint, 'owner_changed')).toEqual([
      {
        type: 'owner_changed',
        owner: { id: 'handler-2', role: 'handler' },
        team: 'east',
        by: 'supervisor-1',
        ref: 'text-why',
      },
    ]);
    expect(complaint.record.notices.slice(-2).map(({ notice }) => notice)).toEqual(['handler_changed', 'assigned']);
    await complaint.do(SYSTEM, 'reassign', { to: { id: handler.id, role: 'handler', team: 'east' } });
    expect(complaint.file.owners.map(({ id }) => id)).toEqual(['handler-1', 'handler-2', 'handler-1']);
  });

  it('may go to another team: the supervisors of that team are then the level above', async () => {
    const complaint = await at('verification');
    await complaint.do(manager, 'reassign', { to: { id: handlerSouth.id, role: 'handler', team: 'south' } });
    expect(complaint.file.team).toBe('south');
    await complaint.walkTo('review');
    expect(await complaint.refusal(supervisor, 'approve')).toBe('other_team');
    expect(await complaint.refusal(supervisorSouth, 'approve')).toBe(null);
  });

  it('goes to nobody who has it, who is complained about, or who does not reach so high', async () => {
    const complaint = await of002({ respondents: [handler2.id], lacking: ['handler'] });
    await complaint.walkTo('verification');
    const to = (id: string, role: 'handler' | 'clerk') => ({ to: { id, role, team: 'east' } });
    expect(await complaint.refusal(supervisor, 'reassign', to(handler.id, 'handler'))).toBe('owner_already');
    expect(await complaint.refusal(supervisor, 'reassign', to(handler2.id, 'handler'))).toBe('complained_about');
    expect(await complaint.refusal(supervisor, 'reassign', to('clerk-1', 'clerk'))).toBe('unfit');
    await complaint.do(handler, 'raise_level', { level: 2 });
    expect(await complaint.refusal(manager, 'reassign', to('handler-9', 'handler'))).toBe('unfit');
  });

  it('ends a hand-over that nobody has answered to', async () => {
    const complaint = await at('classification');
    await complaint.do(handler, 'classify', { grounds: ['repeat'] });
    await complaint.passTo(complaint.dueAt('take_over') + 1000);
    await complaint.do(manager, 'reassign', { to: { id: supervisor.id, role: 'supervisor', team: 'east' } });
    expect(complaint.file).toMatchObject({ stage: 'verification', handOver: false });
    expect(story(complaint, 'take_over')).toEqual(['missed take_over', 'met take_over']);
  });

  it('HA-1 a breach is of whoever held it when its last day opened', async () => {
    for (const [at_, by] of [
      ['2026-03-03 09:00', 'handler-2'],
      ['2026-03-03 09:01', 'handler-1'],
    ] as const) {
      const complaint = await of002();
      await complaint.passTo(shanghai(at_));
      await complaint.do(supervisor, 'reassign', TO_COLLEAGUE);
      await complaint.passTo(shanghai('2026-03-03 18:00') + 1000);
      expect(misses(complaint)).toEqual([`first_contact ${by}`]);
    }
  });

  it('CO-5 everybody who had it stays out of the review; nothing of it is left once it is closed', async () => {
    const complaint = await at('proposal');
    await complaint.do(manager, 'reassign', { to: { id: supervisor.id, role: 'supervisor', team: 'east' } });
    await complaint.do(manager, 'reassign', TO_COLLEAGUE);
    await complaint.walkTo('review');
    expect(await complaint.refusal(supervisor, 'approve')).toBe('handled_before');
    await complaint.walkTo('closed');
    expect(await complaint.refusal(manager, 'reassign', TO_COLLEAGUE)).toBe('closed');
  });
});

it('HA-2 level 3 is given to the other director: it says so beforehand, and names somebody where it may not be', async () => {
  const complaint = await of002();
  await complaint.do(handler, 'classify', { grounds: ['harms_company'] });
  await complaint.do(salesDirector, 'take_over');
  expect(availability(complaint.file, 'reassign', administrationDirector, complaint.now)).toBeNull();
  expect(availability(complaint.file, 'reassign', supervisor, complaint.now)).toMatchObject({ code: 'role_needed' });
});

describe('HA-2 levels 2 and 3 are handed on at once', () => {
  it.each([
    ['in the morning', '2026-03-02 10:00', '2026-03-02 12:00'],
    ['before noon', '2026-03-02 11:30', '2026-03-02 15:00'],
    ['at the end of the day before 国庆', '2026-09-30 17:30', '2026-10-08 10:30'],
    ['on a make-up Saturday', '2026-10-10 17:00', '2026-10-12 10:00'],
  ])('%s: two hours of service', async (_, receivedAt, by) => {
    const complaint = await of002({ receivedAt: shanghai(receivedAt) });
    await complaint.walkTo('classification');
    await complaint.do(handler, 'classify', { grounds: ['repeat'] });
    expect(due(complaint, 'take_over')).toBe(by);
    expect(complaint.duties('take_over')[0]?.promptsAt?.length).toBe(1);
  });

  it('HA-1 does not start the first contact again: handed on before it is made, its day is the receiver’s', async () => {
    const complaint = await of002();
    await complaint.do(handler, 'classify', { grounds: ['harms_company'] });
    expect(complaint.file).toMatchObject({ stage: 'first_contact', handOver: true });
    expect(due(complaint, 'take_over')).toBe('2026-03-02 12:00');
    await complaint.passTo(complaint.now + DAY);
    expect(wall(complaint.dueAt('first_contact'))).toBe('2026-03-03 18:00');
    await complaint.do(salesDirector, 'take_over');
    expect(complaint.file).toMatchObject({ stage: 'first_contact', handOver: false });
    expect(wall(complaint.dueAt('first_contact'))).toBe('2026-03-03 18:00');
  });
});

import type { PaperComplaint } from '../support/paper-complaint';
import { STANDARD } from '../../policies/standard';
import { HOUR, shanghai, STAFF, wall } from '../support/files';
import { begun, due, misses, of002, story } from './paper';

const { handler, handler2, handlerSouth, supervisor, manager, clerk, logisticsMember, logisticsHead } = STAFF;

/** A complaint that reached somebody in logistics first, under the standard unless told otherwise. */
const heardInLogistics = (given: Parameters<typeof begun>[0] = {}): Promise<PaperComplaint> =>
  begun({ owner: { id: logisticsMember.id, role: 'department_member' }, ...given });

describe('IN-14 whoever hears a complaint first', () => {
  it('answers for it, and a handler of the team is called upon at once', async () => {
    const complaint = await heardInLogistics();
    expect(complaint.file).toMatchObject({ stage: 'first_contact', handOver: true, owners: [{ id: 'logistics-1' }] });
    expect(due(complaint, 'take_over')).toBe('2026-03-02 12:00');
    const calls = complaint.record.notices.filter(({ notice }) => notice === 'called_upon');
    expect(calls.map(({ recipients }) => recipients)).toEqual([{ roles: ['handler'], team: 'east', except: [] }]);
  });

  it('is owed nothing of the kind where he is a handler himself', async () => {
    const complaint = await begun();
    expect(complaint.file.handOver).toBe(false);
    expect(complaint.duties('take_over')).toEqual([]);
    expect(await complaint.refusal(handler2, 'take_over')).toBe('nothing_to_take_over');
  });

  it('stays with it: he alone speaks to the customer until somebody has taken over', async () => {
    const complaint = await heardInLogistics();
    expect(await complaint.refusal(handler, 'record_contact')).toBe('not_owner');
    expect(await complaint.refusal(logisticsHead, 'record_contact')).toBe('not_owner');
    await complaint.do(logisticsMember, 'record_contact');
    await complaint.do(handler, 'take_over');
    expect(await complaint.refusal(logisticsMember, 'record_contact')).toBe('not_owner');
    await complaint.do(handler, 'record_contact');
  });

  it('hands it to a handler of its team or to somebody above, and to nobody else', async () => {
    const refusals: Record<string, string | null> = {};
    for (const by of [logisticsMember, logisticsHead, clerk, handlerSouth, handler2, supervisor, manager]) {
      refusals[by.id] = await (await heardInLogistics()).refusal(by, 'take_over');
    }
    expect(refusals).toEqual({
      'logistics-1': 'role_needed',
      'logistics-head-1': 'role_needed',
      'clerk-1': 'role_needed',
      'handler-3': 'other_team',
      'handler-2': null,
      'supervisor-1': null,
      'manager-1': null,
    });
  });

  it('HA-1 does not start the time again by handing it on: the first contact counts from the receipt', async () => {
    const complaint = await heardInLogistics();
    await complaint.passTo(shanghai('2026-03-03 09:30'));
    await complaint.do(handler, 'take_over');
    expect(due(complaint, 'first_contact')).toBe('2026-03-03 18:00');
    expect(complaint.file).toMatchObject({ stage: 'first_contact', handOver: false });
    expect(complaint.duties('take_over')).toEqual([]);
  });

  it.each([
    ['at the opening of the last day', 0, 'handler-1'],
    ['a second after it', 1000, 'logistics-1'],
  ])('HA-1 the breach is of who held it then: taken over %s it is of %s', async (_, late, by) => {
    const complaint = await heardInLogistics();
    await complaint.passTo(shanghai('2026-03-03 09:00') + late);
    await complaint.do(handler, 'take_over');
    await complaint.passTo(shanghai('2026-03-03 18:00') + 1000);
    expect(misses(complaint, 'first_contact')).toEqual([`first_contact ${by}`]);
  });

  it('002 4.1.2 counts from when it reached the department, not from when it was registered', async () => {
    const receivedAt = shanghai('2026-02-27 17:30');
    const complaint = await heardInLogistics({ receivedAt, now: shanghai('2026-03-02 10:00') });
    expect(due(complaint, 'first_contact')).toBe('2026-02-28 18:00');
    expect(misses(complaint, 'first_contact')).toEqual(['first_contact null']);
  });

  it('nobody takes over in time: the handlers of the team and the supervisor above them hear of it', async () => {
    const complaint = await heardInLogistics();
    await complaint.passTo(shanghai('2026-03-02 12:00'));
    expect(misses(complaint, 'take_over')).toEqual([]);
    await complaint.passTo(shanghai('2026-03-02 12:00') + 1000);
    expect(misses(complaint, 'take_over')).toEqual(['take_over null']);
    const told = complaint.record.notices.filter(
      ({ notice, params }) => notice === 'breach' && params.duty === 'take_over',
    );
    expect(told.map(({ recipients }) => recipients)).toEqual([
      { roles: ['handler'], team: 'east', except: [] },
      { roles: ['supervisor'], team: 'east', except: ['logistics-1'] },
    ]);
    await complaint.do(handler, 'take_over');
    expect(story(complaint, 'take_over')).toEqual(['missed take_over', 'met take_over']);
  });

  it('goes through the first steps himself if nobody comes, but no further than the hand-over', async () => {
    const complaint = await heardInLogistics();
    await complaint.do(logisticsMember, 'record_contact');
    await complaint.do(logisticsMember, 'fill_form');
    await complaint.do(logisticsMember, 'classify');
    expect(complaint.file.stage).toBe('hand_over');
    expect(complaint.duties('take_over')).toHaveLength(1);
    expect(due(complaint, 'take_over')).toBe('2026-03-02 12:00');
    await complaint.restart();
    await complaint.do(handler, 'take_over');
    expect(complaint.file).toMatchObject({ stage: 'verification', handOver: false });
  });

  it('a level above 1 asks for a handler of that level at once', async () => {
    const complaint = await heardInLogistics({ level: 2, marks: ['repeat'] });
    expect(await complaint.refusal(handler, 'take_over')).toBe('role_needed');
    await complaint.do(supervisor, 'take_over');
    await complaint.do(supervisor, 'record_contact');
    await complaint.do(supervisor, 'fill_form');
    await complaint.do(supervisor, 'classify');
    expect(complaint.file).toMatchObject({ stage: 'verification', level: 2, handOver: false });
  });
});

describe('CL-8 the team has another handler for it than who registered it', () => {
  it('he keeps it until somebody of the team has taken over', async () => {
    const complaint = await of002({ owner: { id: handlerSouth.id, role: 'handler' }, handOver: true });
    expect(due(complaint, 'take_over')).toBe('2026-03-02 12:00');
    expect(await complaint.refusal(handlerSouth, 'take_over')).toBe('other_team');
    await complaint.do(handlerSouth, 'record_contact');
    await complaint.do(handler, 'take_over');
    expect(complaint.file).toMatchObject({ stage: 'first_contact', handOver: false });
    expect(complaint.file.owners.map(({ id }) => id)).toEqual(['handler-3', 'handler-1']);
  });

  it('corrected from urgent to normal it is still to be taken over', async () => {
    const complaint = await begun({ rules: STANDARD, owner: { id: handlerSouth.id, role: 'handler' }, handOver: true });
    await complaint.do(handlerSouth, 'classify', { grounds: ['safety'] });
    await complaint.do(manager, 'change_priority', { priority: 'normal' });
    expect(complaint.file.handOver).toBe(true);
    await complaint.passTo(complaint.now + HOUR);
    await complaint.do(handler, 'take_over');
    expect(wall(complaint.file.owners.at(-1)?.since)).toBe('2026-03-02 11:00');
  });
});

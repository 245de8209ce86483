import type { Ground } from '../../domain/classification';
import { POLICIES } from '../../policies';
import { CASE_ANALYSIS } from '../../policies/case-analysis';
import { MARKETPLACE } from '../../policies/marketplace';
import { RETAIL_FRANCHISE } from '../../policies/retail-franchise';
import { SERVICE_DESK } from '../../policies/service-desk';
import { DAY, shanghai, STAFF } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, due, duty, eventsOf, misses, owed, story } from './paper';

const NOON = shanghai('2026-03-02 12:00');
const { handler, handler2, supervisor, supervisorSouth, manager, salesDirector } = STAFF;

const told = (complaint: PaperComplaint) => eventsOf(complaint, 'told').map(({ roles }) => roles.join());
const informed = ({ record }: PaperComplaint) =>
  record.notices.filter(({ notice }) => notice === 'informed').map(({ recipients }) => recipients);

async function classified(grounds: Ground[], given: Parameters<typeof begun>[0] = {}): Promise<PaperComplaint> {
  const complaint = await begun(given);
  await complaint.walkTo('classification');
  await complaint.do(handler, 'classify', { grounds, requestType: complaint.file.requestType });
  return complaint;
}

describe('CL-5 the supervisor is told at the same moment', () => {
  it('of every complaint, with its receipt', async () => {
    const complaint = await begun();
    expect(informed(complaint)).toEqual([{ roles: ['supervisor'], team: 'east', except: [] }]);
    expect(complaint.record.turns).toHaveLength(1);
  });

  it('not of an enquiry; but of one that turns out to be a complaint, when it does', async () => {
    const complaint = await begun({ requestType: 'enquiry' });
    expect(told(complaint)).toEqual([]);
    await complaint.passTo(complaint.now + DAY);
    await complaint.do(handler, 'change_request_type', { requestType: 'complaint' });
    expect(told(complaint)).toEqual(['supervisor']);
    expect(complaint.record.turns.at(-1)?.events.map(({ type }) => type)).toEqual(['request_changed', 'told']);
    expect(complaint.file).toMatchObject({ number: '20260302-001', receivedAt: shanghai('2026-03-02 10:00') });
  });

  it('of any request with a safety risk', async () => {
    expect(told(await begun({ requestType: 'enquiry', grounds: ['safety'] }))).toEqual(['supervisor']);
    expect(told(await classified(['safety'], { requestType: 'after_sales' }))).toEqual(['supervisor']);
    expect(told(await classified(['safety'], { requestType: 'after_sales', rules: SERVICE_DESK }))).toEqual([
      'supervisor',
    ]);
    expect(told(await classified(['system_fault'], { requestType: 'after_sales', rules: SERVICE_DESK }))).toEqual([]);
  });

  it('once: not again when it is classified, changed or raised', async () => {
    const complaint = await classified(['safety'], { grounds: ['safety'], requestType: 'after_sales' });
    await complaint.do(handler, 'change_request_type', { requestType: 'enquiry' });
    await complaint.do(handler, 'change_request_type', { requestType: 'complaint' });
    await complaint.do(handler, 'raise_level', { level: 2 });
    expect(told(complaint)).toEqual(['supervisor']);
  });

  it('HA-2 of a level-3 case the manager and both directors are told, once', async () => {
    const complaint = await classified(['harms_company']);
    expect(told(complaint)).toEqual(['supervisor', 'manager,sales_director,administration_director']);
    await complaint.do(salesDirector, 'lower_level', { level: 2 });
    await complaint.do(handler, 'raise_level', { level: 3 });
    expect(told(complaint)).toHaveLength(2);
  });

  it.each([
    ['service-desk', SERVICE_DESK, ['supervisor']],
    ['retail-franchise', RETAIL_FRANCHISE, []],
    ['case-analysis', CASE_ANALYSIS, []],
    ['marketplace', MARKETPLACE, []],
  ])('%s: as its document has it', async (_, rules, expected) => {
    expect(told(await begun({ rules }))).toEqual(expected);
  });
});

describe('CL-5 an urgent complaint', () => {
  it('belongs to a supervisor of the team, whatever its level: he follows it himself', async () => {
    const complaint = await classified(['core_rights']);
    expect(complaint.file).toMatchObject({ stage: 'hand_over', level: 1, priority: 'urgent', handOver: true });
    expect(due(complaint, 'take_over')).toBe('2026-03-02 12:00');
    expect(await complaint.refusal(handler2, 'take_over')).toBe('role_needed');
    expect(await complaint.refusal(supervisorSouth, 'take_over')).toBe('other_team');
    await complaint.do(supervisor, 'take_over');
    expect(complaint.file).toMatchObject({ stage: 'verification', level: 1, handOver: false });
    expect(complaint.file.owners.at(-1)?.id).toBe('supervisor-1');
    await complaint.walkTo('review');
    expect(await complaint.refusal(supervisor, 'approve')).toBe('handled_before');
    await complaint.do(manager, 'approve');
  });

  it.each(['standard', 'case-analysis'])('of %s: whoever is to follow it is called from its birth', async (policy) => {
    const rules = POLICIES.find((one) => one.policy === policy);
    const complaint = await begun({ rules, grounds: ['safety'], receivedAt: shanghai('2026-03-02 09:00'), now: NOON });
    expect(complaint.file).toMatchObject({ stage: 'first_contact', handOver: true, owners: [{ id: 'handler-1' }] });
    expect(due(complaint, 'take_over')).toBe('2026-03-02 15:30');
    const called = complaint.record.notices.filter(({ notice }) => notice === 'called_upon');
    expect(called).toMatchObject([
      { recipients: { roles: ['supervisor'], team: 'east' }, params: { duty: 'take_over' } },
    ]);
    await complaint.do(handler, 'record_contact');
    await complaint.do(supervisor, 'take_over');
    expect(complaint.duties('take_over')).toEqual([]);
    expect(complaint.file.owners.at(-1)).toMatchObject({ id: 'supervisor-1' });
    await complaint.walkTo('closed');
    expect(eventsOf(complaint, 'entered').map(({ stage }) => stage)).not.toContain('hand_over');
  });

  it.each(['first_contact', 'verification', 'remedy', 'callback'] as const)(
    'that becomes so at %s: he is told and called at once, the owner goes on until then',
    async (stage) => {
      const complaint = await begun();
      await complaint.walkTo(stage);
      await complaint.do(handler, 'change_priority', { priority: 'urgent' });
      expect(complaint.file).toMatchObject({ stage, priority: 'urgent', handOver: true });
      expect(complaint.duties('take_over')).toHaveLength(1);
      expect(informed(complaint)).toHaveLength(2);
      expect(complaint.record.notices.at(-1)?.params).toEqual({ level: 1, priority: 'urgent' });
      await complaint.do(supervisor, 'take_over');
      expect(complaint.file).toMatchObject({ stage, handOver: false });
    },
  );

  it('that turns out to be of level 3 before anybody has come is for a director, who is called anew', async () => {
    const complaint = await begun({ grounds: ['safety'] });
    await complaint.passTo(shanghai('2026-03-02 11:00'));
    await complaint.do(handler, 'classify', { grounds: ['safety', 'harms_company'] });
    expect(story(complaint, 'take_over')).toEqual(['voided take_over']);
    expect(due(complaint, 'take_over')).toBe('2026-03-02 14:30');
    await complaint.do(salesDirector, 'take_over');
  });

  it('and a complaint from its birth is told of once, not word for word twice', async () => {
    const complaint = await begun({ grounds: ['safety'] });
    expect(informed(complaint)).toHaveLength(1);
    expect(eventsOf(complaint, 'told')).toMatchObject([{ rule: 0, also: [2], roles: ['supervisor'] }]);
    await complaint.do(handler, 'record_contact');
    expect(informed(complaint)).toHaveLength(1);
  });

  it('of case-analysis is handed over in the same way; of service-desk and marketplace it stays', async () => {
    const stage = async (rules: typeof CASE_ANALYSIS) => (await classified(['safety'], { rules })).file.stage;
    expect(await stage(CASE_ANALYSIS)).toBe('hand_over');
    expect(await stage(SERVICE_DESK)).toBe('verification');
    expect(await stage(MARKETPLACE)).toBe('verification');
  });
});

describe('HA-11 an urgent complaint has an entry of its progress every day', () => {
  it('from the moment at which it is seen, by the next working day', async () => {
    const complaint = await begun();
    expect(complaint.duties('progress_entry')).toEqual([]);
    await complaint.passTo(shanghai('2026-03-06 11:00'));
    await complaint.do(handler, 'classify', { grounds: ['safety'] });
    expect(due(complaint, 'progress_entry')).toBe('2026-03-09 18:00');
    expect((await begun({ grounds: ['safety'] })).dueAt('progress_entry')).toBe(shanghai('2026-03-03 18:00'));
  });

  it('each entry keeps the day and promises the next; what is not noted is missed day for day', async () => {
    const complaint = await begun({ grounds: ['safety'] });
    await complaint.passTo(shanghai('2026-03-03 18:00'));
    await complaint.do(handler, 'note_progress');
    expect(due(complaint, 'progress_entry')).toBe('2026-03-04 18:00');
    await complaint.passTo(shanghai('2026-03-06 12:00'));
    expect(misses(complaint, 'progress_entry')).toEqual(['progress_entry handler-1', 'progress_entry handler-1']);
    await complaint.do(handler, 'note_progress');
    expect(owed(complaint).filter((one) => one.startsWith('progress'))).toEqual(['progress_entry 2026-03-09 18:00']);
  });

  it('is the owner’s to note, and may be noted of any other complaint without owing one', async () => {
    const complaint = await begun();
    expect(await complaint.refusal(handler2, 'note_progress')).toBe('not_owner');
    await complaint.do(handler, 'note_progress');
    expect(complaint.duties('progress_entry')).toEqual([]);
    expect(eventsOf(complaint, 'progress_noted')).toHaveLength(1);
  });

  it('is owed no longer once it turns out not to be urgent', async () => {
    const complaint = await begun({ grounds: ['safety'] });
    await complaint.do(manager, 'change_priority', { priority: 'normal' });
    expect(complaint.duties('progress_entry')).toEqual([]);
    expect(story(complaint, 'progress_entry')).toEqual(['voided progress_entry']);
  });

  it('rests once the customer is content, whatever is noted meanwhile, and is owed again when it is sent back', async () => {
    const complaint = await classified(['safety']);
    await complaint.walkTo('review');
    expect(complaint.duties('progress_entry')).toEqual([]);
    await complaint.do(supervisor, 'mark_typical');
    expect(complaint.duties('progress_entry')).toEqual([]);
    await complaint.do(manager, 'reject', { backTo: 'callback' });
    expect(duty(complaint, 'progress_entry').of).toBe('owner');
  });

  it('is known to standard and case-analysis alone', async () => {
    for (const [rules, owes] of [
      [CASE_ANALYSIS, 1],
      [SERVICE_DESK, 0],
      [MARKETPLACE, 0],
    ] as const) {
      expect((await begun({ rules, grounds: ['safety'] })).duties('progress_entry')).toHaveLength(owes);
    }
  });
});

import type { Event } from '../../domain/events';
import { STANDARD } from '../../policies/standard';
import { aComplaint, HOUR, shanghai, STAFF, wall } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { bornOf002, eventsOf, of002 } from './paper';

const { handler, handler2, supervisor } = STAFF;
/** Close of business of Tuesday: a complaint of Monday is owed its first contact until then. */
const DUE = shanghai('2026-03-03 18:00');

const types = (events: Event[]) => events.map(({ type }) => type);
const happened = (complaint: PaperComplaint, type: Event['type']) =>
  complaint.events.filter((event) => event.type === type && 'duty' in event && event.duty === 'first_contact-1').length;

describe('HA-1 the first contact', () => {
  it.each([
    ['on a working day', '2026-03-02 10:00', '2026-03-03 18:00'],
    ['in the evening: the date decides', '2026-03-02 23:59', '2026-03-03 18:00'],
    ['on a Friday', '2026-03-06 10:00', '2026-03-09 18:00'],
    ['on a Sunday', '2026-03-08 11:00', '2026-03-09 18:00'],
    ['before a Saturday that is worked to make up', '2026-05-08 10:00', '2026-05-09 18:00'],
    ['before a holiday', '2026-04-30 17:00', '2026-05-06 18:00'],
  ])('of a complaint received %s is due at close of business of the next working day', (_, receivedAt, due) => {
    const { file } = bornOf002({ receivedAt: shanghai(receivedAt) });
    expect(file.duties.map(({ kind, dueAt }) => `${kind} ${wall(dueAt)}`)).toEqual([`first_contact ${due}`]);
    const merged = aComplaint({ rules: STANDARD, receivedAt: shanghai(receivedAt) }).file;
    expect(merged.duties.filter(({ kind }) => kind === 'first_contact').map(({ dueAt }) => wall(dueAt))).toEqual([due]);
  });

  it('needs contact and form, in either order, and nothing less', async () => {
    for (const [first, second] of [
      ['record_contact', 'fill_form'],
      ['fill_form', 'record_contact'],
    ] as const) {
      const complaint = await of002();
      await complaint.do(handler, first);
      expect(complaint.file.stage).toBe('first_contact');
      expect(complaint.duties('first_contact')).toHaveLength(1);
      await complaint.do(handler, second);
      expect(complaint.file.stage).toBe('classification');
      expect(happened(complaint, 'met')).toBe(1);
    }
  });

  it('is not made by an attempt that does not reach the customer, and is made by one that reaches his agent', async () => {
    const complaint = await of002();
    await complaint.do(handler, 'fill_form');
    await complaint.do(handler, 'record_contact', { reached: false });
    expect(complaint.file.stage).toBe('first_contact');
    await complaint.do(handler, 'record_contact', { with: 'agent' });
    expect(complaint.file.stage).toBe('classification');
  });

  it('CO-3 of a new round is not made by a talk from before it', async () => {
    const complaint = await of002();
    await complaint.walkTo('callback');
    const talked = complaint.now;
    await complaint.passTo(talked + HOUR);
    await complaint.do(handler, 'record_callback', { satisfaction: 'dissatisfied' });
    await complaint.do(supervisor, 'take_over');
    await complaint.do(supervisor, 'record_contact', { occurredAt: talked });
    expect(complaint.file.facts).not.toContain('contacted');
    await complaint.do(supervisor, 'fill_form', { repeatedBack: false });
    expect(complaint.duties('first_contact')).toHaveLength(1);
    await complaint.do(supervisor, 'record_contact');
    expect(complaint.duties('first_contact')).toEqual([]);
  });

  it('is made by the handler who received it and nobody else', async () => {
    const complaint = await of002();
    expect(await complaint.refusal(handler2, 'record_contact')).toBe('not_owner');
    expect(await complaint.refusal(supervisor, 'fill_form')).toBe('not_owner');
  });

  it('made exactly at the due instant is in time', async () => {
    const complaint = await of002();
    await complaint.do(handler, 'fill_form');
    await complaint.passTo(DUE);
    await complaint.do(handler, 'record_contact');
    expect([happened(complaint, 'met'), happened(complaint, 'missed')]).toEqual([1, 0]);
  });

  it('is not made by the customer’s own e-mail, which is in the log all the same', async () => {
    const complaint = await of002();
    await complaint.do(handler, 'record_contact', { channel: 'email', direction: 'inbound' });
    expect(complaint.file).toMatchObject({ facts: [], contacts: 1, lastWordAt: null });
    expect(eventsOf(complaint, 'contacted')).toMatchObject([{ reached: false, channel: 'email' }]);
    await complaint.do(handler, 'record_contact', { channel: 'phone', direction: 'inbound' });
    expect(complaint.file.facts).toEqual(['contacted']);
  });

  it('made one second later is late: the breach stays, and it is made all the same', async () => {
    const complaint = await of002();
    await complaint.do(handler, 'fill_form');
    await complaint.passTo(DUE + 1000);
    expect([happened(complaint, 'met'), happened(complaint, 'missed')]).toEqual([0, 1]);
    await complaint.do(handler, 'record_contact');
    expect([happened(complaint, 'met'), happened(complaint, 'missed')]).toEqual([1, 1]);
    expect(complaint.file.stage).toBe('classification');
  });

  it('missed is missed once, and by whoever held the case when its last day opened', async () => {
    const complaint = await of002();
    await complaint.passTo(DUE + 40 * HOUR);
    expect(complaint.events.filter(({ type }) => type === 'missed')).toEqual([
      { type: 'missed', duty: 'first_contact-1', by: 'handler-1' },
    ]);
    expect(complaint.file).toMatchObject({ stage: 'first_contact', lastAt: DUE + 1000 });
  });

  it('is prompted at the opening of its last day and two service hours before it is due, and not once it is made', async () => {
    const complaint = await of002();
    const [duty] = complaint.duties('first_contact');
    expect(duty?.promptsAt?.map(wall)).toEqual(['2026-03-03 09:00', '2026-03-03 16:00']);
    await complaint.passTo(shanghai('2026-03-03 09:00') - 1);
    expect(happened(complaint, 'reminded')).toBe(0);
    await complaint.passTo(shanghai('2026-03-03 15:00'));
    expect(happened(complaint, 'reminded')).toBe(1);
    await complaint.do(handler, 'record_contact');
    await complaint.do(handler, 'fill_form');
    await complaint.passTo(DUE);
    expect(happened(complaint, 'reminded')).toBe(1);
  });

  it('of a complaint that lay about too long is one breach at once, and no volley of reminders', async () => {
    const receivedAt = shanghai('2026-02-25 10:00');
    const complaint = await of002({ receivedAt, now: shanghai('2026-03-02 10:00') });
    await complaint.passTo(shanghai('2026-03-04 10:00'));
    expect(types(complaint.events)).toEqual(['registered', 'entered', 'owed', 'missed', 'owed']);
    expect(complaint.record.turns.at(-1)?.at).toBe(shanghai('2026-03-02 10:00'));
  });

  it('of a complaint that lay about for a day is still reminded of what lies ahead', async () => {
    const receivedAt = shanghai('2026-03-02 10:00');
    const { file } = bornOf002({ receivedAt, now: shanghai('2026-03-03 11:00') });
    expect(file.duties[0]?.promptsAt?.map(wall)).toEqual(['2026-03-03 16:00']);
  });
});

import type { ActionData } from '../../domain/actions';
import { DAY, HOUR, shanghai, STAFF, wall } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { of002 } from './paper';

const { handler, supervisor, salesDirector, administrationDirector } = STAFF;

/** A complaint of Monday 2026-03-02 whose customer was reached at once. */
async function reached(grounds: ActionData['classify']['grounds'] = []): Promise<PaperComplaint> {
  const complaint = await of002();
  await complaint.do(handler, 'record_contact');
  await complaint.do(handler, 'fill_form');
  await complaint.do(handler, 'classify', { grounds });
  return complaint;
}

const due = (complaint: PaperComplaint) => wall(complaint.dueAt('follow_up'));
const missed = ({ events }: PaperComplaint) =>
  events.flatMap((event) => (event.type === 'missed' && event.duty.startsWith('follow_up') ? [event.by] : []));

describe('HA-11 word to the customer', () => {
  it('is owed from the first contact on, not before', async () => {
    const complaint = await of002();
    expect(complaint.duties('follow_up')).toEqual([]);
    await complaint.do(handler, 'record_contact');
    expect(due(complaint)).toBe('2026-03-09 18:00');
  });

  it.each([
    ['2026-03-06 10:00', '2026-03-13 18:00', 'a Friday: on the next one'],
    ['2026-03-07 10:00', '2026-03-13 18:00', 'a Saturday: the last working day of the seven'],
    ['2026-04-29 10:00', '2026-05-06 18:00', 'before a holiday that ends on the seventh day'],
    ['2026-02-14 10:00', '2026-02-24 18:00', 'before seven days without work: the first working day after them'],
  ])('after a word on %s is due at %s (%s)', async (at, by) => {
    const complaint = await of002({ receivedAt: shanghai(at) });
    await complaint.do(handler, 'record_contact');
    expect(due(complaint)).toBe(by);
  });

  it('is given by every word that reaches the customer, and the week begins anew with it', async () => {
    const complaint = await reached();
    await complaint.passTo(shanghai('2026-03-04 15:00'));
    await complaint.do(handler, 'record_contact', { purpose: 'follow_up', reached: false });
    expect(due(complaint)).toBe('2026-03-09 18:00');
    await complaint.do(handler, 'record_contact', { purpose: 'other', direction: 'inbound' });
    expect(due(complaint)).toBe('2026-03-11 18:00');
    expect(complaint.file.lastWordAt).toBe(complaint.now);
  });

  it('is counted from the day of the word, not from that of writing it down; an older one changes nothing', async () => {
    const complaint = await reached();
    await complaint.passTo(shanghai('2026-03-06 10:00'));
    await complaint.do(handler, 'record_contact', { occurredAt: shanghai('2026-03-04 15:00') });
    expect(due(complaint)).toBe('2026-03-11 18:00');
    await complaint.do(handler, 'record_contact', { occurredAt: shanghai('2026-03-03 15:00') });
    expect(due(complaint)).toBe('2026-03-11 18:00');
    expect(complaint.file.lastWordAt).toBe(shanghai('2026-03-04 15:00'));
  });

  it('is not given by what the customer writes, on whatever channel, but by a talk that he began', async () => {
    const complaint = await reached();
    await complaint.passTo(shanghai('2026-03-04 15:00'));
    for (const channel of ['email', 'letter', 'sms', 'instant_message', 'web_form', 'app'] as const) {
      await complaint.do(handler, 'record_contact', { channel, direction: 'inbound' });
      expect(due(complaint)).toBe('2026-03-09 18:00');
    }
    await complaint.do(handler, 'record_contact', { channel: 'walk_in', direction: 'inbound' });
    expect(due(complaint)).toBe('2026-03-11 18:00');
  });

  it('is given by telling a proposal, too', async () => {
    const complaint = await reached();
    await complaint.do(handler, 'record_verification');
    await complaint.passTo(shanghai('2026-03-05 10:00'));
    await complaint.do(handler, 'propose');
    await complaint.do(handler, 'tell_proposal');
    expect(due(complaint)).toBe('2026-03-12 18:00');
  });

  it('given exactly at the due instant is in time, one second later late', async () => {
    const [inTime, late] = [await reached(), await reached()];
    await inTime.passTo(shanghai('2026-03-09 18:00'));
    await inTime.do(handler, 'record_contact');
    expect(missed(inTime)).toEqual([]);
    await late.passTo(shanghai('2026-03-09 18:00') + 1000);
    await late.do(handler, 'record_contact');
    expect(missed(late)).toEqual(['handler-1']);
  });

  it('is prompted at the opening of its last day', async () => {
    const complaint = await reached();
    await complaint.passTo(shanghai('2026-03-09 09:00'));
    expect(complaint.events.filter(({ type }) => type === 'reminded')).toHaveLength(1);
  });

  it('missed is owed again by itself, week for week, and never twice at once', async () => {
    const complaint = await reached();
    await complaint.passTo(shanghai('2026-03-24 12:00'));
    expect(missed(complaint)).toEqual(['handler-1', 'handler-1', 'handler-1']);
    const open = complaint.duties('follow_up').filter((duty) => !duty.missed);
    expect(open.map(({ dueAt }) => wall(dueAt))).toEqual(['2026-03-30 18:00']);
    expect(complaint.duties('follow_up')).toHaveLength(4);
  });

  it('given at last makes good for all the weeks that were missed, and promises one new one', async () => {
    const complaint = await reached();
    await complaint.passTo(shanghai('2026-03-24 12:00'));
    await complaint.do(handler, 'record_contact');
    expect(complaint.duties('follow_up').map(({ dueAt }) => wall(dueAt))).toEqual(['2026-03-31 18:00']);
    await complaint.passTo(shanghai('2026-04-07 18:00'));
    expect(missed(complaint)).toHaveLength(4);
  });

  it.each([
    ['by a word from before it came round: the week counts from that word', '2026-03-05 12:00', '2026-03-12 18:00', 0],
    ['by one more than a minute before', '2026-03-09 17:58', '2026-03-16 18:00', 0],
    ['but by one as it came round, give or take a minute', '2026-03-09 17:59', '2026-03-16 18:00', 1],
    ['but by one since', '2026-03-10 09:00', '2026-03-17 18:00', 1],
  ])('that has come round again is not kept %s', async (_, occurredAt, by, kept) => {
    const complaint = await reached();
    await complaint.passTo(shanghai('2026-03-10 12:00'));
    const [, again] = complaint.duties('follow_up');
    await complaint.do(handler, 'record_contact', { occurredAt: shanghai(occurredAt) });
    expect(complaint.duties('follow_up').map(({ dueAt }) => wall(dueAt))).toEqual([by]);
    expect(complaint.events.filter((event) => event.type === 'met' && event.duty === again!.id)).toHaveLength(kept);
  });

  it('that is owed since the case went back is not kept by a word from before', async () => {
    const complaint = await of002();
    await complaint.walkTo('review');
    const before = complaint.now;
    await complaint.passTo(complaint.now + 2 * HOUR);
    await complaint.do(STAFF.supervisor, 'reject', { backTo: 'verification' });
    const [owed] = complaint.duties('follow_up');
    await complaint.do(handler, 'record_contact', { occurredAt: before });
    expect(complaint.duties('follow_up')).toEqual([owed]);
    await complaint.passTo(complaint.now + HOUR);
    await complaint.do(handler, 'record_contact');
    expect(complaint.duties('follow_up').map(({ id }) => id)).not.toContain(owed!.id);
  });

  it('that came round twice is kept as far as the word goes', async () => {
    const complaint = await reached();
    await complaint.passTo(shanghai('2026-03-24 12:00'));
    await complaint.do(handler, 'record_contact', { occurredAt: shanghai('2026-03-12 12:00') });
    const left = complaint.duties('follow_up').map(({ dueAt, missed = false }) => [wall(dueAt), missed]);
    expect(left).toEqual([
      ['2026-03-23 18:00', true],
      ['2026-03-30 18:00', false],
    ]);
    await complaint.do(handler, 'record_contact');
    expect(due(complaint)).toBe('2026-03-31 18:00');
  });

  it('is owed more often at the higher levels, counted from the last word', async () => {
    const [second, third] = [await reached(['repeat']), await reached(['regulator_12315'])];
    expect(due(second)).toBe('2026-03-05 18:00');
    expect(due(third)).toBe('2026-03-04 18:00');
  });

  it('is counted from the last word that reached him, not from an attempt that did not', async () => {
    const complaint = await of002();
    await complaint.do(handler, 'record_contact');
    await complaint.passTo(shanghai('2026-03-04 10:00'));
    await complaint.do(handler, 'record_contact', { reached: false });
    expect(complaint.file.lastWordAt).toBe(shanghai('2026-03-02 10:00'));
    await complaint.do(handler, 'classify', { grounds: ['repeat'] });
    expect(due(complaint)).toBe('2026-03-05 18:00');
  });

  it('is not owed twice when the level changes', async () => {
    const complaint = await of002();
    await complaint.do(handler, 'record_contact');
    await complaint.do(handler, 'classify', { grounds: ['emotional'] });
    await complaint.do(handler, 'classify', { grounds: ['regulator_12315'] });
    expect(due(complaint)).toBe('2026-03-04 18:00');
    await complaint.do(salesDirector, 'lower_level', { level: 1 });
    expect(due(complaint)).toBe('2026-03-09 18:00');
  });
});

describe('HA-11 word to the customer at the end', () => {
  it('rests while a satisfied customer waits for the review, whatever is said to him meanwhile', async () => {
    const complaint = await reached();
    await complaint.walkTo('review');
    expect(complaint.duties('follow_up')).toEqual([]);
    await complaint.do(handler, 'record_contact');
    expect(complaint.duties('follow_up')).toEqual([]);
    await complaint.passTo(complaint.now + 30 * DAY);
    expect(missed(complaint)).toEqual([]);
  });

  it('runs again when the case is sent back, from the day of that', async () => {
    const complaint = await reached();
    await complaint.walkTo('review');
    await complaint.passTo(shanghai('2026-03-18 09:00'));
    await complaint.do(supervisor, 'reject', { backTo: 'callback' });
    expect(due(complaint)).toBe('2026-03-25 18:00');
  });

  it('runs on while the meeting has the case, and rests when it has decided', async () => {
    const complaint = await reached(['regulator_12315']);
    await complaint.walkTo('callback');
    await complaint.do(salesDirector, 'record_callback', { satisfaction: 'very_dissatisfied' });
    expect(complaint.file.stage).toBe('meeting');
    expect(due(complaint)).toBe('2026-03-04 18:00');
    await complaint.do(administrationDirector, 'decide_finally');
    expect(complaint.duties('follow_up')).toEqual([]);
    await complaint.do(salesDirector, 'record_contact');
    expect(complaint.duties('follow_up')).toEqual([]);
  });

  it('CO-9 is owed no longer to a customer who has withdrawn', async () => {
    const complaint = await reached();
    await complaint.do(handler, 'withdraw');
    await complaint.do(handler, 'record_contact');
    expect(complaint.duties('follow_up')).toEqual([]);
  });
});

import { anAction, MINUTE, shanghai, STAFF } from '../support/files';
import { PaperComplaint } from '../support/paper-complaint';
import { timeOf } from '../../workflows/letters';
import { of002 } from './paper';

const { handler } = STAFF;
const DUE = shanghai('2026-03-03 18:00');

/** A complaint with its form filled, on the eve of its due instant; then nobody is at the desk until some seconds after it. */
async function lateWorker(seconds: number): Promise<PaperComplaint> {
  const complaint = await of002();
  await complaint.do(handler, 'fill_form');
  await complaint.passTo(DUE - 1);
  complaint.sleepTo(DUE + seconds * 1000);
  return complaint;
}

/** Whether the first contact was missed, and whether it was made, in the order of the record. */
const story = ({ events }: PaperComplaint): string[] =>
  events.flatMap((event) =>
    (event.type === 'missed' || event.type === 'met') && event.duty.startsWith('first_contact')
      ? [`${event.type} ${event.duty}`]
      : [],
  );

describe('M13 things are dealt with in the order of their own times', () => {
  it.each([
    ['well before the due instant', -1000],
    ['one millisecond before the due instant', -1],
    ['at the due instant', 0],
    ['within the due second', 137],
    ['at its last millisecond', 999],
  ])('HA-1 a contact received %s counts, though the desk gets to it after the deadline', async (_, offset) => {
    const complaint = await lateWorker(30);
    await complaint.do(handler, 'record_contact', {}, DUE + offset);
    expect(story(complaint)).toEqual(['met first_contact-1']);
    expect(complaint.record.turns.at(-1)?.at).toBe(DUE + offset);
  });

  it('HA-1 a contact received one second after the due instant does not undo the breach', async () => {
    const complaint = await lateWorker(30);
    await complaint.do(handler, 'record_contact', {}, DUE + 1000);
    expect(story(complaint)).toEqual(['missed first_contact-1', 'met first_contact-1']);
  });

  it('a contact received in time comes too late once the breach is on record: nobody turns the clock back', async () => {
    const complaint = await lateWorker(0);
    await complaint.passTo(DUE + 5000);
    await complaint.do(handler, 'record_contact', {}, DUE - 1000);
    expect(story(complaint)).toEqual(['missed first_contact-1', 'met first_contact-1']);
    expect(complaint.record.turns.at(-1)?.at).toBe(DUE + 1000);
  });

  it('a contact whose stamp is older than a minute counts from when it is dealt with', async () => {
    const complaint = await lateWorker(60);
    await complaint.do(handler, 'record_contact', {}, DUE);
    expect(story(complaint)).toEqual(['missed first_contact-1', 'met first_contact-1']);
    expect(complaint.record.turns.at(-1)?.at).toBe(DUE + 60_000);
  });

  it('of several letters each is decided at its turn: what the first has done stands against the second (M1)', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.walkTo('proposal');
    await complaint.do(handler, 'propose');
    await complaint.do(handler, 'tell_proposal');
    const { now } = complaint;
    const replies = await complaint.send(
      { name: 'record_answer', action: { ...anAction('record_answer', handler, now), receivedAt: now } },
      { name: 'withdraw', action: { ...anAction('withdraw', handler, now), receivedAt: now } },
      { name: 'complete_step', action: { ...anAction('complete_step', handler, now), receivedAt: now } },
    );
    expect(replies.map((reply) => ('done' in reply ? 'done' : reply.refused.code))).toEqual([
      'done',
      'done',
      'withdrawn',
    ]);
    expect(complaint.file).toMatchObject({ stage: 'archive', outcome: 'withdrawn' });
  });

  it('a refused letter leaves nothing on record', async () => {
    const complaint = await PaperComplaint.begin();
    const before = complaint.record.text;
    expect(await complaint.refusal(handler, 'propose')).toBe('not_in_stage');
    expect(complaint.record.text).toBe(before);
    expect(complaint.record.commits).toBe(0);
  });
});

describe('A8 when something counts as done', () => {
  const file = { lastAt: DUE };
  const now = DUE + 10 * MINUTE;

  it.each([
    ['when the API had it in hand', now - 5000, now - 5000],
    ['now, where nothing is known of it', undefined, now],
    ['now, where it claims to be a minute old or older', now - MINUTE, now],
    ['now, where its stamp lies in the future', now + 5000, now],
    ['now, where its stamp lies far in the future', now + MINUTE, now],
  ])('%s', (_, received, at) => {
    expect(timeOf(file, received, now)).toBe(at);
  });

  it('never before the last turn', () => {
    expect(timeOf(file, DUE - 10_000, DUE + 20_000)).toBe(DUE);
  });
});

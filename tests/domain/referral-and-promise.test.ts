import { RETAIL_FRANCHISE } from '../../policies/retail-franchise';
import { DAY, HOUR, MINUTE, shanghai, STAFF, wall } from '../support/files';
import { begun, due, duty, eventsOf, misses, owed, story } from './paper';

const { handler, handler2, supervisor, clerk } = STAFF;

describe('IN-8 what is out of scope', () => {
  it('is referred to the right body: the customer is told, nothing is owed but the filing', async () => {
    const complaint = await begun();
    await complaint.do(handler, 'refer', { channel: 'phone', body: 'text-authority' });
    expect(complaint.file).toMatchObject({ stage: 'archive', outcome: 'referred', closed: false });
    expect(owed(complaint)).toEqual(['archive 2026-03-04 18:00']);
    expect(eventsOf(complaint, 'contacted')).toMatchObject([
      { channel: 'phone', direction: 'outbound', reached: true, occurredAt: complaint.now },
    ]);
    expect(eventsOf(complaint, 'referred')).toMatchObject([{ body: 'text-authority' }]);
    await complaint.restart();
    await complaint.do(clerk, 'archive');
    expect(complaint.file).toMatchObject({ outcome: 'referred', closed: true, duties: [] });
    expect(complaint.record.notices.at(-1)).toMatchObject({ notice: 'farewell', params: { outcome: 'referred' } });
  });

  it('is the owner’s to refer, and no longer once the customer has agreed to something', async () => {
    const complaint = await begun();
    expect(await complaint.refusal(handler2, 'refer')).toBe('not_owner');
    expect(await complaint.refusal(supervisor, 'refer')).toBe('not_owner');
    await complaint.walkTo('remedy');
    expect(await complaint.refusal(handler, 'refer')).toBe('not_in_stage');
  });

  it('is referred while the level above is to decide, too, and then nobody decides', async () => {
    const complaint = await begun();
    await complaint.walkTo('proposal');
    await complaint.do(handler, 'propose');
    await complaint.do(handler, 'tell_proposal');
    await complaint.do(handler, 'record_answer', { answer: 'refused' });
    await complaint.do(handler, 'ask_conclusion');
    await complaint.do(handler, 'refer');
    expect(owed(complaint)).toEqual(['archive 2026-03-04 18:00']);
    expect(await complaint.refusal(supervisor, 'decide_conclusion')).toBe('not_in_stage');
  });

  it('cannot be told to somebody who left no way to reach him', async () => {
    const complaint = await begun({ reachable: false });
    expect(await complaint.refusal(handler, 'refer')).toBe('not_reachable');
  });

  it('breaches on record stay', async () => {
    const complaint = await begun({ rules: RETAIL_FRANCHISE });
    await complaint.passTo(complaint.dueAt('first_contact') + 1);
    await complaint.do(handler, 'refer');
    expect(misses(complaint)).toEqual(['first_contact handler-1']);
  });
});

describe('IN-12 the time at which the customer was told that he would hear', () => {
  it('is a deadline of its own: prompted half an hour before, at any hour of any day', async () => {
    const complaint = await begun();
    const until = shanghai('2026-03-07 21:15');
    await complaint.do(handler, 'promise_call', { until });
    expect(due(complaint, 'promised_call')).toBe('2026-03-07 21:15');
    expect(duty(complaint, 'promised_call').promptsAt?.map(wall)).toEqual(['2026-03-07 20:45']);
  });

  it('is kept by a word that reaches him at that instant, missed a millisecond later, by whoever promised', async () => {
    for (const [late, ended] of [
      [0, 'met promised_call'],
      [1, 'missed promised_call'],
    ] as const) {
      const complaint = await begun();
      const until = shanghai('2026-03-02 12:00');
      await complaint.do(handler, 'promise_call', { until });
      await complaint.passTo(until + late);
      await complaint.do(handler, 'record_contact', { purpose: 'promised_call' });
      expect(story(complaint, 'promised_call')[0]).toBe(ended);
      expect(misses(complaint, 'promised_call')).toEqual(late ? ['promised_call handler-1'] : []);
      expect(complaint.duties('promised_call')).toEqual([]);
    }
  });

  it('falls on the very second that was promised, whatever the millisecond in which it was written down', async () => {
    for (const millisecond of [0, 1, 600, 999]) {
      const complaint = await begun();
      await complaint.passTo(shanghai('2026-03-02 10:05') + millisecond);
      await complaint.do(handler, 'promise_call', { until: shanghai('2026-03-02 12:00') });
      expect(due(complaint, 'promised_call')).toBe('2026-03-02 12:00');
    }
  });

  it('is not kept by a call that nobody answers', async () => {
    const complaint = await begun();
    await complaint.do(handler, 'promise_call');
    await complaint.do(handler, 'record_contact', { purpose: 'promised_call', reached: false });
    expect(complaint.duties('promised_call')).toHaveLength(1);
  });

  it('gives way to the next promise: one call is promised at a time', async () => {
    const complaint = await begun();
    await complaint.do(handler, 'promise_call', { until: shanghai('2026-03-02 12:00') });
    await complaint.do(handler, 'promise_call', { until: shanghai('2026-03-02 16:00') });
    expect(due(complaint, 'promised_call')).toBe('2026-03-02 16:00');
    expect(story(complaint, 'promised_call')).toEqual(['voided promised_call']);
  });

  it('lies ahead, no more than a month, and is promised to somebody who can be reached', async () => {
    const complaint = await begun();
    const { now } = complaint;
    expect(await complaint.refusal(handler2, 'promise_call')).toBe('not_owner');
    expect(await complaint.refusal(handler, 'promise_call', { until: now - MINUTE })).toBe('in_the_past');
    expect(await complaint.refusal(handler, 'promise_call', { until: now })).toBe('in_the_past');
    expect(await complaint.refusal(handler, 'promise_call', { until: now + 31 * DAY + 1 })).toBe('too_far');
    await complaint.do(handler, 'promise_call', { until: now + 31 * DAY });
    const anonymous = await begun({ reachable: false });
    expect(await anonymous.refusal(handler, 'promise_call')).toBe('not_reachable');
    await complaint.walkTo('archive');
    expect(await complaint.refusal(handler, 'promise_call')).toBe('not_in_stage');
  });

  it('outlives the step in which it was promised, and rests once the customer is content', async () => {
    const complaint = await begun();
    const until = complaint.now + 30 * HOUR;
    await complaint.walkTo('remedy');
    await complaint.do(handler, 'promise_call', { until });
    await complaint.walkTo('callback');
    expect(complaint.dueAt('promised_call')).toBe(until);
    await complaint.walkTo('review');
    expect(complaint.duties('promised_call')).toEqual([]);
  });
});

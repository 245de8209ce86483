import { POLICIES } from '../../policies';
import { MARKETPLACE } from '../../policies/marketplace';
import { DAY, HOUR, MINUTE, shanghai, STAFF, wall } from '../support/files';
import { begun, due, duty, eventsOf, misses, owed, story } from './paper';

const { handler, handler2, supervisor, manager, salesDirector, clerk } = STAFF;

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

  it('is the owner’s to refer, and no longer once it is looked into', async () => {
    const complaint = await begun();
    expect(await complaint.refusal(handler2, 'refer')).toBe('not_owner');
    expect(await complaint.refusal(supervisor, 'refer')).toBe('not_owner');
    await complaint.walkTo('verification');
    expect(await complaint.refusal(handler, 'refer')).toBe('not_in_stage');
  });

  it.each([
    ['of level 2', { level: 2 as const }],
    ['urgent', { grounds: ['safety' as const] }],
    ['with an authority', { rules: MARKETPLACE, grounds: ['regulator_12315' as const] }],
  ])('is the level above’s to refer where it is %s', async (_, given) => {
    const complaint = await begun(given);
    expect(await complaint.refusal(handler, 'refer')).toBe('handled_before');
    expect(await complaint.refusal(handler2, 'refer')).toBe('role_needed');
    await complaint.do(supervisor, 'refer');
    expect(complaint.file.outcome).toBe('referred');
  });

  it('is a director’s to refer where only a director withdraws', async () => {
    const complaint = await begun({ grounds: ['regulator_12315'] });
    for (const by of [handler, supervisor, manager]) {
      expect(await complaint.refusal(by, 'refer')).toBe('director_needed');
    }
    await complaint.do(salesDirector, 'refer');
    expect(complaint.file.outcome).toBe('referred');
  });

  it('is not referred in a later round: the company has taken it on', async () => {
    const complaint = await begun();
    await complaint.walkTo('callback');
    await complaint.do(handler, 'record_callback', { solved: false, satisfaction: 'acceptable' });
    expect(complaint.file).toMatchObject({ round: 2, stage: 'first_contact' });
    expect(await complaint.refusal(handler, 'refer')).toBe('first_round_only');
  });

  it('is known to standard and marketplace alone', async () => {
    for (const rules of POLICIES) {
      const known = ['standard', 'marketplace'].includes(rules.policy);
      const complaint = await begun({ rules, channel: 'chat' });
      expect([rules.policy, await complaint.refusal(handler, 'refer')]).toEqual([
        rules.policy,
        known ? null : 'step_unknown_here',
      ]);
    }
  });

  it('is told to whoever can be reached; who left no way is not told, and it is referred all the same', async () => {
    const complaint = await begun();
    expect(await complaint.refusal(handler, 'refer', { channel: undefined })).toBe('referral_untold');
    expect(await complaint.refusal(handler, 'refer', { ref: undefined })).toBe('referral_untold');
    const anonymous = await begun({ reachable: false });
    await anonymous.do(handler, 'refer', { channel: undefined, ref: undefined });
    expect(anonymous.file).toMatchObject({ stage: 'archive', outcome: 'referred' });
    expect(eventsOf(anonymous, 'contacted')).toEqual([]);
    expect(eventsOf(anonymous, 'referred')).toEqual([{ type: 'referred', body: 'text-body' }]);
    await anonymous.do(clerk, 'archive');
  });

  it('breaches on record stay', async () => {
    const complaint = await begun();
    await complaint.passTo(complaint.dueAt('first_contact') + 1000);
    await complaint.do(handler, 'refer');
    expect(misses(complaint, 'first_contact')).toEqual(['first_contact handler-1']);
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

  it('is kept by a word that reaches him at that instant, missed a second later, by whoever promised', async () => {
    for (const [late, ended] of [
      [0, 'met promised_call'],
      [1000, 'missed promised_call'],
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

  it('is not kept by him who has to call us, nor by the talk in which it was promised', async () => {
    const complaint = await begun();
    await complaint.passTo(shanghai('2026-03-02 11:00'));
    await complaint.do(handler, 'promise_call');
    await complaint.passTo(shanghai('2026-03-02 11:30'));
    await complaint.do(handler, 'record_contact', { direction: 'inbound', purpose: 'other' });
    await complaint.do(handler, 'record_contact', { occurredAt: shanghai('2026-03-02 10:59') });
    expect(complaint.duties('promised_call')).toHaveLength(1);
    await complaint.do(handler, 'record_contact', { occurredAt: shanghai('2026-03-02 11:01') });
    expect(complaint.duties('promised_call')).toEqual([]);
  });

  it('gives way to an earlier one, or to one that the customer was spoken to about: nobody puts it off by himself', async () => {
    const complaint = await begun();
    await complaint.do(handler, 'promise_call', { until: shanghai('2026-03-02 16:00') });
    await complaint.do(handler, 'promise_call', { until: shanghai('2026-03-02 12:00') });
    expect(due(complaint, 'promised_call')).toBe('2026-03-02 12:00');
    await complaint.passTo(shanghai('2026-03-02 11:59'));
    const later = { until: shanghai('2026-03-20 10:00') };
    expect(await complaint.refusal(handler, 'promise_call', later)).toBe('promise_stands');
    // He calls himself: that does not keep the promise, but may move it.
    await complaint.do(handler, 'record_contact', { direction: 'inbound', purpose: 'other' });
    await complaint.do(handler, 'promise_call', later);
    expect(due(complaint, 'promised_call')).toBe('2026-03-20 10:00');
    expect(story(complaint, 'promised_call')).toEqual(['voided promised_call', 'voided promised_call']);
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

import type { Ground } from '../../domain/classification';
import { CASE_ANALYSIS } from '../../policies/case-analysis';
import { MARKETPLACE } from '../../policies/marketplace';
import { HOUR, shanghai, STAFF, wall } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, due, duty, eventsOf, misses, of002, story } from './paper';

const { handler, handler2, supervisor, supervisorSouth, manager } = STAFF;
const URGENT: Ground[] = ['safety'];

/** The customer has the answer that he was promised: what is proposed. */
async function answered(complaint: PaperComplaint): Promise<void> {
  await complaint.walkTo('proposal');
  await complaint.do(handler, 'propose');
  await complaint.do(handler, 'tell_proposal');
}

describe('CL-7 within the hour the customer hears that it is accepted, and by when to expect an answer', () => {
  it.each<[string, Ground[], string, string, string]>([
    ['within the hour', [], '2026-03-02 10:00', '2026-03-02 11:00', '2026-03-05 10:00'],
    ['an hour of service, not of the night', [], '2026-03-02 17:30', '2026-03-03 09:30', '2026-03-05 17:30'],
    ['72 hours pass by night and on Sundays', [], '2026-03-06 16:00', '2026-03-06 17:00', '2026-03-09 16:00'],
    ['urgent: an hour and 24 hours as they pass', URGENT, '2026-03-07 23:30', '2026-03-08 00:30', '2026-03-08 23:30'],
    ['over 国庆: the hour waits, the 72 do not', [], '2026-09-30 17:30', '2026-10-08 09:30', '2026-10-03 17:30'],
  ])('%s', async (_, grounds, receivedAt, accepted, answer) => {
    const complaint = await begun({ receivedAt: shanghai(receivedAt), grounds });
    expect([due(complaint, 'tell_acceptance'), due(complaint, 'promised_answer')]).toEqual([accepted, answer]);
  });

  it('is told once, by its own act or by a talk with that purpose; at the due instant it is in time', async () => {
    const complaint = await begun();
    await complaint.do(handler, 'record_contact');
    expect(complaint.duties('tell_acceptance')).toHaveLength(1);
    await complaint.passTo(complaint.dueAt('tell_acceptance'));
    await complaint.do(handler, 'tell_acceptance');
    expect(story(complaint, 'tell_acceptance')).toEqual(['met tell_acceptance']);
    expect(await complaint.refusal(handler, 'tell_acceptance')).toBe('told_already');

    const talked = await begun();
    await talked.passTo(talked.dueAt('tell_acceptance') + 1000);
    await talked.do(handler, 'record_contact', { purpose: 'acceptance', reached: false });
    expect(talked.duties('tell_acceptance')).toHaveLength(1);
    await talked.do(handler, 'record_contact', { purpose: 'acceptance' });
    expect(story(talked, 'tell_acceptance')).toEqual(['missed tell_acceptance', 'met tell_acceptance']);
    expect(await talked.refusal(handler, 'tell_acceptance')).toBe('told_already');
  });

  it('is a first answer and a first contact, too: he has heard from us', async () => {
    const complaint = await begun();
    await complaint.do(handler, 'tell_acceptance');
    await complaint.do(handler, 'fill_form');
    expect(complaint.file.stage).toBe('classification');
    expect(story(complaint)).toEqual(['met first_answer', 'met tell_acceptance', 'met first_contact']);
  });

  it('is the owner’s to tell, where the policy has it', async () => {
    expect(await (await begun()).refusal(handler2, 'tell_acceptance')).toBe('not_owner');
    expect(await (await of002()).refusal(handler, 'tell_acceptance')).toBe('step_unknown_here');
    expect(await (await begun({ rules: MARKETPLACE })).refusal(handler, 'tell_acceptance')).toBe('step_unknown_here');
  });
});

describe('CL-7 the promised answer', () => {
  it('is given by telling what is proposed, in time at the very instant', async () => {
    const complaint = await begun();
    await complaint.walkTo('proposal');
    await complaint.do(handler, 'propose');
    await complaint.passTo(shanghai('2026-03-05 10:00'));
    await complaint.do(handler, 'tell_proposal');
    expect(story(complaint, 'promised_answer')).toEqual(['met promised_answer']);
    expect(complaint.duties('overdue_reason')).toEqual([]);
  });

  it('lives on over the steps and whoever owns it, and reminds four hours before', async () => {
    const complaint = await begun();
    await complaint.walkTo('classification');
    await complaint.do(handler, 'classify', { grounds: ['repeat'] });
    await complaint.do(supervisor, 'take_over');
    expect(due(complaint, 'promised_answer')).toBe('2026-03-05 10:00');
    expect(duty(complaint, 'promised_answer').promptsAt?.map(wall)).toEqual(['2026-03-05 06:00']);
    await complaint.passTo(shanghai('2026-03-05 10:00') + 1000);
    expect(misses(complaint, 'promised_answer')).toEqual(['promised_answer supervisor-1']);
  });

  it('of a case that turns out urgent is 24 hours from the receipt', async () => {
    const complaint = await begun();
    await complaint.do(handler, 'classify', { grounds: URGENT });
    expect(due(complaint, 'promised_answer')).toBe('2026-03-03 10:00');
  });
});

describe('HA-12 a promised time that has passed', () => {
  async function late(): Promise<PaperComplaint> {
    const complaint = await begun({ rules: CASE_ANALYSIS });
    await complaint.walkTo('verification');
    await complaint.passTo(shanghai('2026-03-05 10:00') + 1000);
    return complaint;
  }

  it('is reported upward with its reason, within a working day', async () => {
    const complaint = await late();
    expect(misses(complaint, 'promised_answer')).toEqual(['promised_answer handler-1']);
    expect(due(complaint, 'overdue_reason')).toBe('2026-03-06 18:00');
    expect(await complaint.refusal(handler2, 'explain_overdue')).toBe('not_owner');
    await complaint.passTo(shanghai('2026-03-06 18:00'));
    await complaint.do(handler, 'explain_overdue', { ref: 'text-why' });
    expect(story(complaint, 'overdue_reason')).toEqual(['met overdue_reason']);
    expect(complaint.record.notices.at(-1)).toMatchObject({
      notice: 'overdue_explained',
      recipients: { roles: ['supervisor'], team: 'east' },
    });
  });

  it('not explained in time is a breach of its own', async () => {
    const complaint = await late();
    await complaint.passTo(shanghai('2026-03-06 18:00') + 1000);
    expect(misses(complaint, 'overdue_reason')).toEqual(['overdue_reason handler-1']);
  });

  it('cannot be explained before anything is late', async () => {
    expect(await (await begun()).refusal(handler, 'explain_overdue')).toBe('nothing_overdue');
  });

  it('cannot be made longer or made to wait afterwards', async () => {
    const complaint = await late();
    expect(await complaint.refusal(handler, 'ask_extension')).toBe('no_promise');
    expect(await complaint.refusal(handler, 'start_waiting')).toBe('no_promise');
  });
});

describe('CL-7 waiting for the customer', () => {
  /** Waited for since Tuesday 2026-03-03 10:00, when 48 of 72 hours were left. */
  async function waiting(): Promise<PaperComplaint> {
    const complaint = await begun();
    await complaint.walkTo('verification');
    await complaint.passTo(shanghai('2026-03-03 10:00'));
    await complaint.do(handler, 'start_waiting', { ref: 'text-why' });
    return complaint;
  }

  it('pauses the promised answer and nothing else', async () => {
    const complaint = await waiting();
    expect(complaint.duties('promised_answer')).toEqual([]);
    expect(due(complaint, 'customer_reply')).toBe('2026-03-10 18:00');
    expect(due(complaint, 'follow_up')).toBe('2026-03-09 18:00');
    await complaint.passTo(shanghai('2026-03-09 18:00') + 1000);
    expect(misses(complaint, 'promised_answer', 'follow_up')).toEqual(['follow_up handler-1']);
  });

  it('never pauses the first contact', async () => {
    const complaint = await begun();
    expect(await complaint.refusal(handler, 'start_waiting')).toBe('nothing_asked');
    await complaint.do(handler, 'ask_evidence', { of: 'respondent' });
    expect(await complaint.refusal(handler, 'start_waiting')).toBe('nothing_asked');
    await complaint.do(handler, 'ask_evidence', { of: 'customer' });
    await complaint.do(handler, 'start_waiting');
    expect(due(complaint, 'first_contact')).toBe('2026-03-03 18:00');
    await complaint.passTo(shanghai('2026-03-03 18:00') + 1000);
    expect(misses(complaint, 'first_contact')).toEqual(['first_contact handler-1']);
  });

  it('ends with his reply: the promise has the time again that was left', async () => {
    const complaint = await waiting();
    await complaint.passTo(shanghai('2026-03-04 16:00'));
    await complaint.do(handler, 'end_waiting');
    expect(due(complaint, 'promised_answer')).toBe('2026-03-06 16:00');
    expect(complaint.duties('customer_reply')).toEqual([]);
    expect(eventsOf(complaint, 'waiting_ended')).toMatchObject([{ because: 'customer_replied' }]);
  });

  it('ends by itself when its time is up, whoever looks: the promise runs on from that instant', async () => {
    const complaint = await waiting();
    await complaint.passTo(shanghai('2026-03-10 18:00'));
    expect(complaint.file.waiting).not.toBe(null);
    complaint.sleepTo(shanghai('2026-03-11 09:00'));
    await complaint.passTo(shanghai('2026-03-11 09:00'));
    expect(complaint.file.waiting).toBe(null);
    expect(eventsOf(complaint, 'waiting_ended')).toMatchObject([{ because: 'time_up' }]);
    expect(due(complaint, 'promised_answer')).toBe('2026-03-12 18:00');
    expect(misses(complaint, 'customer_reply', 'promised_answer')).toEqual([]);
  });

  it('may be done twice; each time it stands still for as long as was waited', async () => {
    const complaint = await waiting();
    await complaint.passTo(shanghai('2026-03-03 15:00'));
    await complaint.do(handler, 'end_waiting');
    await complaint.passTo(shanghai('2026-03-04 10:00'));
    await complaint.do(handler, 'start_waiting');
    await complaint.passTo(shanghai('2026-03-04 20:00'));
    await complaint.do(handler, 'end_waiting');
    expect(due(complaint, 'promised_answer')).toBe('2026-03-06 01:00');
  });

  it('lasts five working days in all, begun days of earlier waits counted; then it is refused', async () => {
    const complaint = await waiting();
    await complaint.passTo(shanghai('2026-03-04 16:00'));
    await complaint.do(handler, 'end_waiting');
    await complaint.do(handler, 'start_waiting');
    // 30 hours are two days begun: three working days are left.
    expect(due(complaint, 'customer_reply')).toBe('2026-03-09 18:00');
    await complaint.passTo(shanghai('2026-03-09 18:00') + 1000);
    expect(eventsOf(complaint, 'waiting_ended').map(({ because }) => because)).toEqual(['customer_replied', 'time_up']);
    expect(await complaint.refusal(handler, 'start_waiting')).toBe('waited_enough');
  });

  it.each<[string, (complaint: PaperComplaint) => Promise<void>, boolean]>([
    ['he calls', (c) => c.do(handler, 'record_contact', { direction: 'inbound', purpose: 'other' }), true],
    ['he writes', (c) => c.do(handler, 'record_contact', { direction: 'inbound', reached: false }), true],
    ['his evidence comes', (c) => c.do(supervisor, 'add_evidence', { from: 'customer' }), true],
    ['other evidence comes', (c) => c.do(supervisor, 'add_evidence', { from: 'respondent' }), false],
    ['we call him', (c) => c.do(handler, 'record_contact', { purpose: 'other' }), false],
  ])('is over by itself when he replies: %s', async (_, happens, over) => {
    const complaint = await waiting();
    await complaint.passTo(shanghai('2026-03-03 12:00'));
    await happens(complaint);
    expect(complaint.file.waiting === null).toBe(over);
    expect(eventsOf(complaint, 'waiting_ended').map(({ because }) => because)).toEqual(
      over ? ['customer_replied'] : [],
    );
    if (over) expect(due(complaint, 'promised_answer')).toBe('2026-03-05 12:00');
  });

  it('begun while the time runs from a change goes on with what was left of that', async () => {
    const complaint = await begun();
    await complaint.do(handler, 'record_contact');
    await complaint.passTo(shanghai('2026-03-04 10:00'));
    await complaint.do(handler, 'classify', { grounds: URGENT });
    expect(due(complaint, 'promised_answer')).toBe('2026-03-05 10:00');
    await complaint.do(handler, 'start_waiting');
    await complaint.passTo(shanghai('2026-03-04 12:00'));
    await complaint.do(handler, 'end_waiting');
    expect(due(complaint, 'promised_answer')).toBe('2026-03-05 12:00');
  });

  it('is over when he has his answer: no promise comes back', async () => {
    const complaint = await waiting();
    await answered(complaint);
    expect(complaint.file.waiting).toBe(null);
    expect(complaint.duties('customer_reply')).toEqual([]);
    expect(complaint.duties('promised_answer')).toEqual([]);
    expect(await complaint.refusal(handler, 'start_waiting')).toBe('no_promise');
  });

  it('is the owner’s to say, once at a time', async () => {
    const complaint = await waiting();
    expect(await complaint.refusal(handler2, 'end_waiting')).toBe('not_owner');
    expect(await complaint.refusal(handler, 'start_waiting')).toBe('waiting_already');
    await complaint.do(handler, 'end_waiting');
    expect(await complaint.refusal(handler, 'end_waiting')).toBe('not_waiting');
    expect(await (await of002()).refusal(handler, 'start_waiting')).toBe('step_unknown_here');
  });

  it('CL-2 found urgent meanwhile it makes nobody late', async () => {
    const complaint = await begun();
    await complaint.do(handler, 'record_contact');
    await complaint.passTo(shanghai('2026-03-03 16:00'));
    await complaint.do(handler, 'start_waiting');
    await complaint.do(handler, 'classify', { grounds: URGENT });
    await complaint.passTo(shanghai('2026-03-03 17:00'));
    await complaint.do(handler, 'end_waiting');
    await complaint.passTo(shanghai('2026-03-03 17:01'));
    expect(misses(complaint, 'promised_answer')).toEqual([]);
  });
});

describe('HA-12 a longer promise', () => {
  async function asked(hours = 24): Promise<PaperComplaint> {
    const complaint = await begun();
    await complaint.walkTo('verification');
    await complaint.do(handler, 'ask_extension', { hours });
    return complaint;
  }

  it('is allowed by the level above within four hours of service; until then nothing changes', async () => {
    const complaint = await asked();
    expect(due(complaint, 'extension_decision')).toBe('2026-03-02 15:30');
    expect(due(complaint, 'promised_answer')).toBe('2026-03-05 10:00');
    expect(await complaint.refusal(handler, 'decide_extension')).toBe('handled_before');
    expect(await complaint.refusal(handler2, 'decide_extension')).toBe('role_needed');
    expect(await complaint.refusal(supervisorSouth, 'decide_extension')).toBe('other_team');
    expect(await complaint.refusal(handler, 'ask_extension')).toBe('decision_pending');
    await complaint.passTo(shanghai('2026-03-02 15:30') + 1000);
    expect(misses(complaint, 'extension_decision')).toEqual(['extension_decision null']);
    await complaint.do(manager, 'decide_extension');
  });

  it('granted, it runs so much longer from the receipt, and the customer has to hear of it', async () => {
    const complaint = await asked(48);
    await complaint.passTo(shanghai('2026-03-02 14:00'));
    await complaint.do(supervisor, 'decide_extension');
    expect(due(complaint, 'promised_answer')).toBe('2026-03-07 10:00');
    expect(due(complaint, 'tell_extension')).toBe('2026-03-02 18:00');
    await complaint.do(handler, 'record_contact', { purpose: 'other' });
    await complaint.do(handler, 'record_contact', { purpose: 'extension', reached: false });
    expect(complaint.duties('tell_extension')).toHaveLength(1);
    await complaint.do(handler, 'record_contact', { purpose: 'extension' });
    expect(complaint.duties('tell_extension')).toEqual([]);
    expect(await complaint.refusal(supervisor, 'decide_extension')).toBe('nothing_to_decide');
  });

  it('granted twice adds up; refused changes nothing', async () => {
    const complaint = await asked(24);
    await complaint.do(supervisor, 'decide_extension');
    await complaint.do(handler, 'ask_extension', { hours: 6 });
    await complaint.do(supervisor, 'decide_extension');
    expect(due(complaint, 'promised_answer')).toBe('2026-03-06 16:00');
    await complaint.do(handler, 'ask_extension', { hours: 72 });
    await complaint.do(supervisor, 'decide_extension', { granted: false });
    expect(due(complaint, 'promised_answer')).toBe('2026-03-06 16:00');
    expect(complaint.file.extension).toBe(null);
  });

  it('waited for as well, it has what was left and what was granted', async () => {
    const complaint = await asked(24);
    await complaint.do(supervisor, 'decide_extension');
    await complaint.do(handler, 'start_waiting');
    await complaint.passTo(complaint.now + 5 * HOUR);
    await complaint.do(handler, 'end_waiting');
    expect(due(complaint, 'promised_answer')).toBe('2026-03-06 15:00');
  });

  it('asked for, and granted while the customer is waited for, is not lost', async () => {
    const complaint = await asked(24);
    await complaint.do(handler, 'start_waiting');
    await complaint.passTo(complaint.now + 2 * HOUR);
    await complaint.do(supervisor, 'decide_extension');
    await complaint.passTo(complaint.now + 3 * HOUR);
    await complaint.do(handler, 'end_waiting');
    expect(due(complaint, 'promised_answer')).toBe('2026-03-06 15:00');
    expect(complaint.duties('tell_extension')).toHaveLength(1);
  });

  it('is neither asked for nor told to be missing while the promise is paused: it says so', async () => {
    const complaint = await begun();
    await complaint.walkTo('verification');
    await complaint.do(handler, 'start_waiting');
    expect(await complaint.refusal(handler, 'ask_extension')).toBe('waiting_already');
  });

  it('CL-2 of a case that becomes urgent is the shorter time of the rule and what was granted', async () => {
    const complaint = await asked(24);
    await complaint.do(supervisor, 'decide_extension');
    expect(due(complaint, 'promised_answer')).toBe('2026-03-06 10:00');
    await complaint.do(handler, 'change_priority', { priority: 'urgent' });
    expect(due(complaint, 'promised_answer')).toBe('2026-03-04 10:00');
    await complaint.do(manager, 'change_priority', { priority: 'normal' });
    expect(due(complaint, 'promised_answer')).toBe('2026-03-06 10:00');
  });

  it('CL-2 of a case that becomes urgent too late for that makes nobody late', async () => {
    const complaint = await asked(24);
    await complaint.do(supervisor, 'decide_extension');
    await complaint.passTo(shanghai('2026-03-05 10:00'));
    await complaint.do(handler, 'change_priority', { priority: 'urgent' });
    expect(due(complaint, 'promised_answer')).toBe('2026-03-06 10:00');
    await complaint.do(handler, 'ask_extension', { hours: 6 });
    await complaint.do(supervisor, 'decide_extension');
    expect(due(complaint, 'promised_answer')).toBe('2026-03-06 16:00');
  });

  it('CL-7 became urgent while the customer was waited for, it has the shorter time and what was granted', async () => {
    const complaint = await asked(24);
    await complaint.do(supervisor, 'decide_extension');
    await complaint.do(handler, 'start_waiting');
    await complaint.do(handler, 'change_priority', { priority: 'urgent' });
    await complaint.passTo(complaint.now + 5 * HOUR);
    await complaint.do(handler, 'end_waiting');
    expect(due(complaint, 'promised_answer')).toBe('2026-03-04 15:00');
  });

  it('is not decided any more once he has his answer', async () => {
    const complaint = await asked();
    await answered(complaint);
    expect(complaint.duties('extension_decision')).toEqual([]);
    expect(await complaint.refusal(supervisor, 'decide_extension')).toBe('nothing_to_decide');
  });

  it('granted too late does not mend a promise that is broken', async () => {
    const complaint = await asked();
    await complaint.passTo(shanghai('2026-03-05 10:00') + 1000);
    await complaint.do(supervisor, 'decide_extension');
    expect(complaint.duties('promised_answer').map(({ missed }) => missed)).toEqual([true]);
    expect(misses(complaint, 'promised_answer')).toEqual(['promised_answer handler-1']);
  });
});

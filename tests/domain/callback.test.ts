import type { ActionData } from '../../domain/actions';
import type { Ground } from '../../domain/classification';
import { CUSTOMER } from '../../domain/people';
import { CASE_ANALYSIS } from '../../policies/case-analysis';
import { ONLINE_SERVICE } from '../../policies/online-service';
import { SERVICE_DESK } from '../../policies/service-desk';
import { STANDARD } from '../../policies/standard';
import { DAY, HOUR, MINUTE, proof, shanghai, STAFF, wall } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, due, duty, eventsOf, misses, of002, ownerOf, story } from './paper';

const { handler, handler2, supervisor, clerk } = STAFF;

/** A complaint whose remedy is done, on Monday 2026-03-02 at 10:00 unless received later. */
async function remedied(begin = of002, grounds: Ground[] = []): Promise<PaperComplaint> {
  const complaint = await begin();
  await complaint.walkTo('classification');
  await complaint.do(handler, 'classify', { grounds });
  await complaint.walkTo('callback');
  return complaint;
}

const standard = (): Promise<PaperComplaint> => begun({ rules: STANDARD });

describe('CO-1 the callback', () => {
  it('of an urgent complaint is due 24 hours after the remedy, by night and on Sundays; elsewhere on the second working day', async () => {
    const at = (rules: typeof STANDARD, receivedAt: string) => () => begun({ rules, receivedAt: shanghai(receivedAt) });
    expect(due(await remedied(at(STANDARD, '2026-03-07 22:30'), ['safety']), 'callback')).toBe('2026-03-08 22:30');
    expect(due(await remedied(at(SERVICE_DESK, '2026-03-07 22:30'), ['safety']), 'callback')).toBe('2026-03-08 22:30');
    expect(due(await remedied(at(STANDARD, '2026-09-30 17:00')), 'callback')).toBe('2026-10-09 18:00');
    // 003 knows 1–2 working days for all.
    expect(due(await remedied(at(CASE_ANALYSIS, '2026-03-07 22:30'), ['safety']), 'callback')).toBe('2026-03-10 18:00');
  });

  it('urgent: made at the due instant in time, a second after it late', async () => {
    for (const late of [0, 1]) {
      const complaint = await remedied(standard, ['safety']);
      await complaint.passTo(shanghai('2026-03-03 10:00') + late * 1000);
      await complaint.do(supervisor, 'record_callback');
      expect(misses(complaint, 'callback')).toHaveLength(late);
    }
  });

  it('is prompted at the opening of the first working day and of the last', async () => {
    const complaint = await remedied(() => of002({ receivedAt: shanghai('2026-10-09 17:00') }));
    expect(duty(complaint, 'callback').promptsAt?.map(wall)).toEqual(['2026-10-10 09:00', '2026-10-12 09:00']);
    expect(due(complaint, 'callback')).toBe('2026-10-12 18:00');
  });
});

describe('CO-2 the word of the customer', () => {
  const BY_LINK = { round: 1, solved: true, satisfaction: 'satisfied' as const };

  it('comes by a recorded call of the owner, or by the customer’s own link; nobody on the staff speaks for him', async () => {
    const called = await remedied();
    await called.do(handler, 'record_callback', { satisfaction: 'very_satisfied' });
    expect(eventsOf(called, 'callback_answered')).toMatchObject([
      { by: 'recorded_call', recording: 'text-recording', satisfaction: 'very_satisfied' },
    ]);
    const linked = await remedied();
    for (const by of [handler, supervisor, clerk]) {
      expect(await linked.refusal(by, 'answer_survey', BY_LINK)).toBe('not_for_staff');
    }
    await linked.do(CUSTOMER, 'answer_survey', { ...BY_LINK, marks: { efficiency: 5, result: 4, attitude: 5 } });
    expect(eventsOf(linked, 'callback_answered')).toMatchObject([{ by: 'customer', marks: { efficiency: 5 } }]);
    const directions = [called, linked].map((complaint) => eventsOf(complaint, 'contacted').at(-1)?.direction);
    expect(directions).toEqual(['outbound', 'inbound']);
    expect(linked.file).toMatchObject({ stage: 'review', satisfaction: 'satisfied' });
    expect(story(linked, 'callback')).toEqual(['met callback']);
  });

  it('is final: who tries to change it is refused, and that he tried is on file', async () => {
    const complaint = await remedied();
    await complaint.do(CUSTOMER, 'answer_survey', { round: 1, solved: true, satisfaction: 'acceptable' });
    expect(await complaint.refusal(handler, 'record_callback', { satisfaction: 'very_satisfied' })).toBe(
      'answer_final',
    );
    expect(await complaint.refusal(CUSTOMER, 'answer_survey', BY_LINK)).toBe('answer_final');
    expect(complaint.file).toMatchObject({ stage: 'review', satisfaction: 'acceptable' });
    expect(eventsOf(complaint, 'refused')).toEqual([
      { type: 'refused', action: 'record_callback', because: 'answer_final', by: 'handler-1' },
      { type: 'refused', action: 'answer_survey', because: 'answer_final', by: 'customer' },
    ]);
    expect(complaint.record.notices.at(-1)).toMatchObject({ notice: 'attempt_filed' });
    await complaint.restart();
    expect(complaint.file).toMatchObject({ stage: 'review', satisfaction: 'acceptable' });
  });

  it('is final in the round that it has opened as well, until he is called back anew', async () => {
    for (const [by, first] of [
      [handler, 'record_callback'],
      [CUSTOMER, 'answer_survey'],
    ] as const) {
      const complaint = await remedied();
      await complaint.do(by, first, { round: 1, solved: true, satisfaction: 'dissatisfied' });
      expect(await complaint.refusal(handler, 'record_callback', { satisfaction: 'satisfied' })).toBe('answer_final');
      expect(eventsOf(complaint, 'refused')).toEqual([
        { type: 'refused', action: 'record_callback', because: 'answer_final', by: 'handler-1' },
      ]);
      await complaint.walkTo('callback');
      await complaint.do(ownerOf(complaint), 'record_callback', { satisfaction: 'satisfied' });
      expect(complaint.file).toMatchObject({ stage: 'review', satisfaction: 'satisfied' });
    }
  });

  it('sent back before the callback, it is final until he is called back anew', async () => {
    const complaint = await remedied();
    await complaint.do(handler, 'record_callback');
    await complaint.do(supervisor, 'reject', { ground: 'facts_unclear', backTo: 'verification' });
    expect(complaint.file.satisfaction).toBeNull();
    expect(await complaint.refusal(handler, 'record_callback', { satisfaction: 'very_satisfied' })).toBe(
      'answer_final',
    );
  });

  it('HA-13 HA-11 said on the web it is in the log as that, and the week of our word goes on', async () => {
    const complaint = await remedied();
    const before = due(complaint, 'follow_up');
    await complaint.passTo(complaint.now + DAY);
    await complaint.do(CUSTOMER, 'answer_survey', { ...BY_LINK, solved: false });
    expect(eventsOf(complaint, 'contacted').at(-1)).toMatchObject({ channel: 'web_form', direction: 'inbound' });
    expect(due(complaint, 'follow_up')).toBe(before);
  });

  /** His word in a chat, at that time. */
  const inChat = (occurredAt: number) => ({ channel: 'chat' as const, recording: undefined, proof: proof(occurredAt) });

  it('CO-3 given before he was asked, it answers an earlier question: refused, give or take a minute', async () => {
    const complaint = await remedied();
    const [first] = complaint.duties('callback');
    await complaint.passTo(complaint.now + HOUR);
    await complaint.do(handler, 'record_callback', { satisfaction: 'dissatisfied', ...inChat(first!.from - MINUTE) });
    expect(complaint.file.round).toBe(2);
    await complaint.walkTo('callback');
    const [second] = complaint.duties('callback');
    const byThen = ownerOf(complaint);
    await complaint.passTo(complaint.now + HOUR);
    for (const early of [first!.from, second!.from - MINUTE - 1]) {
      expect(await complaint.refusal(byThen, 'record_callback', inChat(early))).toBe('before_callback');
    }
    expect(await complaint.refusal(byThen, 'record_callback', inChat(second!.from - MINUTE))).toBe(null);
  });

  it('IN-12 HA-11 counts from when he said it: a call promised since is still owed, and the week is that of his word', async () => {
    const complaint = await remedied();
    await complaint.passTo(shanghai('2026-03-03 10:00'));
    const saidAt = complaint.now;
    await complaint.passTo(shanghai('2026-03-04 10:00'));
    await complaint.do(handler, 'promise_call', { until: shanghai('2026-03-05 12:00') });
    await complaint.do(handler, 'record_callback', { solved: false, satisfaction: 'acceptable', ...inChat(saidAt) });
    expect(due(complaint, 'promised_call')).toBe('2026-03-05 12:00');
    expect(due(complaint, 'follow_up')).toBe('2026-03-10 18:00');
    expect(eventsOf(complaint, 'contacted').at(-1)).toMatchObject({ occurredAt: saidAt });
  });

  it('of somebody else than the owner it is not taken, and to have tried is not on file', async () => {
    const complaint = await remedied();
    await complaint.do(handler, 'record_callback');
    const { text } = complaint.record;
    expect(await complaint.refusal(handler2, 'record_callback')).toBe('not_owner');
    expect(complaint.record.text).toBe(text);
  });

  it('while the result is still to be told, it is final as well', async () => {
    const complaint = await remedied(standard);
    await complaint.do(CUSTOMER, 'answer_survey', BY_LINK);
    expect(complaint.file.stage).toBe('callback');
    expect(await complaint.refusal(handler, 'record_callback')).toBe('answer_final');
    expect(await complaint.refusal(handler, 'give_up_callback')).toBe('answer_final');
    await complaint.do(handler, 'tell_result');
    expect(complaint.file.stage).toBe('review');
  });

  it('is asked where the document asks for it; 000 leaves it to the customer', async () => {
    for (const rules of [STANDARD, SERVICE_DESK, CASE_ANALYSIS]) {
      const complaint = await remedied(() => begun({ rules }));
      expect(await complaint.refusal(ownerOf(complaint), 'record_callback', { satisfaction: undefined })).toBe(
        'satisfaction_missing',
      );
    }
    const online = await begun({ rules: ONLINE_SERVICE });
    await online.walkTo('callback');
    await online.do(handler, 'record_callback', { satisfaction: undefined });
    expect(online.file).toMatchObject({ stage: 'archive', satisfaction: null });
  });

  it('001 三(五) comes with three marks where the document asks for them; the customer by himself gives what he likes', async () => {
    const complaint = await remedied(() => begun({ rules: SERVICE_DESK }));
    expect(await complaint.refusal(handler, 'record_callback', { marks: undefined })).toBe('marks_missing');
    const other = await remedied(() => begun({ rules: SERVICE_DESK }));
    await other.do(CUSTOMER, 'answer_survey', { round: 1, solved: true, satisfaction: 'satisfied' });
    expect(other.file.stage).toBe('archive');
    const standard = await remedied(() => begun({ rules: STANDARD }));
    expect(await standard.refusal(handler, 'record_callback', { marks: undefined })).toBe(null);
  });

  it('the link holds for its round, in the step of the callback', async () => {
    const early = await of002();
    expect(await early.refusal(CUSTOMER, 'answer_survey', BY_LINK)).toBe('not_in_stage');
    const complaint = await remedied();
    expect(await complaint.refusal(CUSTOMER, 'answer_survey', { ...BY_LINK, round: 2 })).toBe('link_void');
    await complaint.do(CUSTOMER, 'answer_survey', { round: 1, solved: false, satisfaction: 'acceptable' });
    expect(complaint.file).toMatchObject({ round: 2, stage: 'first_contact' });
    expect(await complaint.refusal(CUSTOMER, 'answer_survey', BY_LINK)).toBe('link_void');
    await complaint.walkTo('callback');
    expect(await complaint.refusal(CUSTOMER, 'answer_survey', BY_LINK)).toBe('link_void');
    await complaint.do(CUSTOMER, 'answer_survey', { ...BY_LINK, round: 2 });
    expect(complaint.file.stage).toBe('review');
  });

  it('dissatisfied by his link he goes one level up by himself, as by a call', async () => {
    const complaint = await remedied();
    await complaint.do(CUSTOMER, 'answer_survey', { round: 1, solved: true, satisfaction: 'very_dissatisfied' });
    expect(complaint.file).toMatchObject({ round: 2, level: 2, stage: 'hand_over', marks: ['dissatisfied'] });
  });

  it('sent back to the callback by the reviewer, he is asked again', async () => {
    const complaint = await remedied();
    await complaint.do(handler, 'record_callback');
    await complaint.do(supervisor, 'reject', { ground: 'callback_doubtful', backTo: 'callback' });
    expect(complaint.file).toMatchObject({ stage: 'callback', answered: false, tries: [] });
    await complaint.do(CUSTOMER, 'answer_survey', BY_LINK);
    expect(complaint.file.stage).toBe('review');
  });
});

describe('CO-8 a customer who does not answer', () => {
  type Try = [day: string, channel: ActionData['record_contact']['channel']];

  async function tried(tries: Try[], begin = of002): Promise<PaperComplaint> {
    const complaint = await remedied(begin);
    for (const [at, channel] of tries) {
      await complaint.passTo(shanghai(at));
      await complaint.do(handler, 'record_callback', { answered: false, channel });
    }
    return complaint;
  }

  it.each<[string, Try[]]>([
    [
      'tries',
      [
        ['2026-03-02 11:00', 'phone'],
        ['2026-03-03 11:00', 'sms'],
      ],
    ],
    [
      'days',
      [
        ['2026-03-02 11:00', 'phone'],
        ['2026-03-02 15:00', 'sms'],
        ['2026-03-02 23:59', 'email'],
      ],
    ],
    [
      'channels',
      [
        ['2026-03-02 11:00', 'phone'],
        ['2026-03-03 11:00', 'phone'],
        ['2026-03-04 11:00', 'phone'],
      ],
    ],
  ])('is not given up with too few %s', async (_, tries) => {
    const complaint = await tried(tries);
    const reply = await complaint.try(handler, 'give_up_callback');
    const told = {
      code: 'too_few_tries',
      tries: tries.length,
      days: new Set(tries.map(([day]) => day.slice(0, 10))).size,
      channels: new Set(tries.map(([, channel]) => channel)).size,
      needed: { tries: 3, days: 2, channels: 2 },
    };
    expect(reply).toEqual({ refused: told });
  });

  const ENOUGH: Try[] = [
    ['2026-03-02 23:59', 'phone'],
    ['2026-03-03 00:00', 'phone'],
    ['2026-03-03 00:01', 'sms'],
  ];

  it('is given up after tries on different days, as Shanghai counts them, and channels: closed as unreachable', async () => {
    const complaint = await tried(ENOUGH);
    expect(complaint.file.tries.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-03', '2026-03-03']);
    expect(await complaint.refusal(handler2, 'give_up_callback')).toBe('not_owner');
    await complaint.do(handler, 'give_up_callback');
    expect(complaint.file).toMatchObject({ stage: 'review', satisfaction: null });
    expect(complaint.duties('follow_up')).toEqual([]);
    await complaint.walkTo('closed');
    expect(complaint.file.outcome).toBe('unreachable');
  });

  it('each try is in the log as one that did not reach him, and leaves the callback due', async () => {
    const complaint = await tried(ENOUGH);
    const log = eventsOf(complaint, 'contacted').filter(({ purpose }) => purpose === 'callback');
    expect(log.map(({ reached, channel }) => [reached, channel])).toEqual([
      [false, 'phone'],
      [false, 'phone'],
      [false, 'sms'],
    ]);
    expect(due(complaint, 'callback')).toBe('2026-03-04 18:00');
  });

  const BY_CALLS: Try[] = [
    ['2026-03-02 11:00', 'phone'],
    ['2026-03-03 11:00', 'walk_in'],
    ['2026-03-04 11:00', 'phone'],
  ];

  it('in the standard, that the result was never told to him is not counted as told', async () => {
    const complaint = await tried(BY_CALLS, standard);
    await complaint.do(handler, 'give_up_callback');
    expect(story(complaint, 'tell_result')).toContain('voided tell_result');
    expect(complaint.file.facts).toContain('nobody_to_tell');
    await complaint.walkTo('closed');
    expect(complaint.file.outcome).toBe('unreachable');
  });

  it('CO-12 is told the result in writing first, where there is a way to write to him', async () => {
    const complaint = await tried(ENOUGH, standard);
    await complaint.do(handler, 'give_up_callback');
    expect(complaint.file.stage).toBe('callback');
    expect(due(complaint, 'tell_result')).toBe('2026-03-03 18:00');
    expect(await complaint.refusal(handler, 'give_up_callback')).toBe('given_up_already');
    expect(await complaint.refusal(handler, 'tell_result', { channel: 'email' })).toBe('not_original_channel');
    await complaint.do(handler, 'tell_result', { channel: 'sms' });
    expect(complaint.file.stage).toBe('review');
    await complaint.walkTo('closed');
    expect(complaint.file).toMatchObject({ outcome: 'unreachable', satisfaction: null });
  });

  it('tries of an earlier round do not count', async () => {
    const complaint = await tried(ENOUGH);
    await complaint.do(handler, 'record_callback', { solved: false, satisfaction: 'acceptable' });
    await complaint.walkTo('callback');
    expect(complaint.file.tries).toEqual([]);
    expect(await complaint.refusal(handler, 'give_up_callback')).toBe('too_few_tries');
  });

  it('who turns up after all is heard, until he is given up', async () => {
    const complaint = await tried(ENOUGH);
    await complaint.passTo(complaint.now + HOUR);
    await complaint.do(CUSTOMER, 'answer_survey', { round: 1, solved: true, satisfaction: 'satisfied' });
    await complaint.passTo(complaint.now + DAY);
    await complaint.walkTo('closed');
    expect(complaint.file.outcome).toBe('completed');
  });

  const SAID = { round: 1, solved: true, satisfaction: 'satisfied' as const };
  async function givenUp(begin = of002, tries = ENOUGH): Promise<PaperComplaint> {
    const complaint = await tried(tries, begin);
    await complaint.do(handler, 'give_up_callback');
    return complaint;
  }

  it('given up, he is still heard by his link while the case is reviewed: content, it is completed', async () => {
    const complaint = await givenUp();
    await complaint.do(CUSTOMER, 'answer_survey', SAID);
    expect(complaint.file).toMatchObject({ stage: 'review', satisfaction: 'satisfied' });
    await complaint.walkTo('closed');
    expect(complaint.file.outcome).toBe('completed');
    const late = await givenUp();
    await late.walkTo('archive');
    expect(await late.refusal(CUSTOMER, 'answer_survey', SAID)).toBe('not_in_stage');
  });

  it('given up and not content after all, he has his new round, or the meeting', async () => {
    const complaint = await givenUp();
    await complaint.do(CUSTOMER, 'answer_survey', { ...SAID, satisfaction: 'dissatisfied' });
    expect(complaint.file).toMatchObject({ round: 2, level: 2, stage: 'hand_over' });
    const top = await remedied(of002, ['regulator_12315']);
    for (const [at, channel] of ENOUGH) {
      await top.passTo(shanghai(at));
      await top.do(ownerOf(top), 'record_callback', { answered: false, channel });
    }
    await top.do(ownerOf(top), 'give_up_callback');
    await top.do(CUSTOMER, 'answer_survey', { ...SAID, satisfaction: 'dissatisfied' });
    expect(top.file).toMatchObject({ stage: 'meeting', round: 1 });
    await top.restart();
    await top.walkTo('closed');
    expect(top.file.outcome).toBe('decided_by_meeting');
  });

  it('CO-12 who could not be told and turns up is told before the case is filed', async () => {
    const complaint = await givenUp(standard, BY_CALLS);
    await complaint.do(CUSTOMER, 'answer_survey', SAID);
    await complaint.walkTo('archive');
    expect(await complaint.try(clerk, 'archive')).toEqual({ refused: { code: 'missing', what: ['tell_result'] } });
    await complaint.do(handler, 'tell_result');
    await complaint.do(clerk, 'archive');
    expect(complaint.file.outcome).toBe('completed');
  });
});

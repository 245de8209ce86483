import type { Ground } from '../../domain/classification';
import { channelsOf } from '../../domain/channels';
import { lengthFor } from '../../domain/policy';
import type { Channel } from '../../domain/words';
import { CASE_ANALYSIS } from '../../policies/case-analysis';
import { MARKETPLACE } from '../../policies/marketplace';
import { ONLINE_SERVICE } from '../../policies/online-service';
import { POLICIES } from '../../policies';
import { RETAIL_FRANCHISE } from '../../policies/retail-franchise';
import { SERVICE_DESK } from '../../policies/service-desk';
import { STANDARD } from '../../policies/standard';
import { aComplaint, shanghai, STAFF, wall } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, due, eventsOf, everOwed, misses, story } from './paper';

const { handler } = STAFF;

const POLICY = {
  standard: STANDARD,
  'online-service': ONLINE_SERVICE,
  'service-desk': SERVICE_DESK,
  'case-analysis': CASE_ANALYSIS,
  marketplace: MARKETPLACE,
};
const URGENT: Ground[] = ['safety'];
const IMPORTANT: Ground[] = ['use_impaired'];

describe('IN-10 the first answer to the customer', () => {
  it.each<[keyof typeof POLICY, Channel, Ground[], string, string]>([
    // The standard: urgent 1 min on phone or chat, else 10; the rest 30 min of service hours.
    ['standard', 'phone', URGENT, '2026-03-02 10:00', '2026-03-02 10:01'],
    ['standard', 'chat', URGENT, '2026-03-07 23:59', '2026-03-08 00:00'],
    ['standard', 'email', URGENT, '2026-03-07 23:55', '2026-03-08 00:05'],
    ['standard', 'phone', IMPORTANT, '2026-03-02 10:00', '2026-03-02 10:30'],
    ['standard', 'email', [], '2026-03-02 11:45', '2026-03-02 13:45'],
    ['standard', 'letter', [], '2026-03-07 10:00', '2026-03-09 09:30'],
    // 000: at once on chat and by instant message, four working hours elsewhere.
    ['online-service', 'chat', [], '2026-03-02 10:00', '2026-03-02 10:01'],
    ['online-service', 'instant_message', [], '2026-03-02 20:00', '2026-03-03 09:01'],
    ['online-service', 'email', [], '2026-03-02 10:00', '2026-03-02 15:30'],
    ['online-service', 'social_media', [], '2026-03-02 17:00', '2026-03-03 12:00'],
    ['online-service', 'marketplace_message', [], '2026-03-06 17:30', '2026-03-09 14:00'],
    // 001: 1 min, 4 h, 8 h.
    ['service-desk', 'email', URGENT, '2026-03-07 03:00', '2026-03-07 03:01'],
    ['service-desk', 'phone', IMPORTANT, '2026-03-02 10:00', '2026-03-02 15:30'],
    ['service-desk', 'phone', [], '2026-03-02 10:00', '2026-03-03 10:30'],
    ['service-desk', 'app', [], '2026-03-06 18:00', '2026-03-10 09:30'],
    // 003: 10 min, 30 min; it knows no 重要.
    ['case-analysis', 'phone', URGENT, '2026-03-02 23:55', '2026-03-03 00:05'],
    ['case-analysis', 'chat', IMPORTANT, '2026-03-02 10:00', '2026-03-02 10:30'],
    ['case-analysis', 'email', [], '2026-03-02 17:45', '2026-03-03 09:15'],
    // 004: at once on the telephone and by chat, four working hours elsewhere.
    ['marketplace', 'phone', [], '2026-03-02 10:00', '2026-03-02 10:01'],
    ['marketplace', 'chat', URGENT, '2026-03-02 20:00', '2026-03-03 09:01'],
    ['marketplace', 'marketplace_message', [], '2026-03-02 10:00', '2026-03-02 15:30'],
  ])('%s, by %s, %j: received %s it is due %s', (policy, channel, grounds, receivedAt, by) => {
    const { file } = aComplaint({ rules: POLICY[policy], channel, grounds, receivedAt: shanghai(receivedAt) });
    const [duty] = file.duties.filter(({ kind }) => kind === 'first_answer');
    expect(wall(duty?.dueAt)).toBe(by);
  });

  it.each(POLICIES.map((rules) => [rules.policy, rules] as const))(
    '%s: what customers are told of each channel is what is owed for what is not urgent',
    (_, rules) => {
      for (const channel of channelsOf(rules)) {
        const { file } = aComplaint({ rules, channel });
        const duty = rules.duties.first_answer ?? rules.duties.first_contact;
        expect([channel, lengthFor(duty!, file)]).toEqual([channel, rules.channels?.[channel]?.answerWithin]);
        expect(file.duties.map(({ kind }) => rules.duties[kind])).toContain(duty);
      }
    },
  );

  it('retail-franchise does not know it', async () => {
    const complaint = await begun({ rules: RETAIL_FRANCHISE });
    await complaint.walkTo('closed');
    expect(everOwed(complaint)).not.toContain('first_answer');
  });

  it('IN-11 counts from arrival, not from registration: one that lay about is late at once', async () => {
    const receivedAt = shanghai('2026-03-02 10:00');
    const complaint = await begun({ rules: STANDARD, receivedAt, now: shanghai('2026-03-02 10:31') });
    // Nobody's breach: it was over before anybody held it.
    expect(misses(complaint, 'first_answer')).toEqual(['first_answer null']);
    const inTime = await begun({ rules: STANDARD, receivedAt, now: shanghai('2026-03-02 10:20') });
    expect(due(inTime, 'first_answer')).toBe('2026-03-02 10:30');
  });

  it('is given by a word that reaches the customer, not by an attempt; at the due instant it is in time', async () => {
    const complaint = await begun();
    await complaint.do(handler, 'record_contact', { reached: false });
    expect(complaint.duties('first_answer')).toHaveLength(1);
    await complaint.passTo(shanghai('2026-03-02 10:30'));
    await complaint.do(handler, 'record_contact');
    expect(story(complaint, 'first_answer')).toEqual(['met first_answer']);
    const late = await begun();
    await late.passTo(shanghai('2026-03-02 10:30') + 1000);
    await late.do(handler, 'record_contact');
    expect(story(late, 'first_answer')).toEqual(['missed first_answer', 'met first_answer']);
  });

  it('is not owed to somebody who was answered there and then: that contact is in the log', async () => {
    const complaint = await begun({ answered: true });
    expect(complaint.duties('first_answer')).toEqual([]);
    expect(complaint.duties('first_contact')).toHaveLength(1);
    const answered = { channel: 'phone', reached: true, occurredAt: shanghai('2026-03-02 10:00') };
    expect(eventsOf(complaint, 'contacted')).toMatchObject([answered]);
    expect(due(complaint, 'follow_up')).toBe('2026-03-09 18:00');
    await complaint.do(handler, 'fill_form');
    expect(complaint.file.stage).toBe('classification');
    expect(story(complaint, 'first_contact')).toEqual(['met first_contact']);
  });

  it('is not owed to him later either, when he leaves a way to be reached', async () => {
    const complaint = await begun({ answered: true, reachable: false });
    await complaint.do(handler, 'add_contact_way');
    expect(complaint.duties('first_answer')).toEqual([]);
    const other = await begun({ reachable: false, rules: MARKETPLACE });
    expect(other.duties('first_answer')).toEqual([]);
    await other.do(handler, 'add_contact_way');
    expect(due(other, 'first_answer')).toBe('2026-03-02 10:01');
  });

  it('outlives its step: what the classification makes of it does not excuse a miss', async () => {
    const complaint = await begun({ rules: SERVICE_DESK });
    await complaint.do(handler, 'classify');
    await complaint.passTo(shanghai('2026-03-03 10:30') + 1000);
    expect(misses(complaint, 'first_answer')).toEqual(['first_answer handler-1']);
  });
});

describe('IN-10, CL-2 a priority that is seen before the first answer is given', () => {
  const classified = async (minutes: string, grounds: Ground[]): Promise<PaperComplaint> => {
    const complaint = await begun({ channel: 'email' });
    await complaint.passTo(shanghai(`2026-03-02 ${minutes}`));
    await complaint.do(handler, 'classify', { grounds });
    return complaint;
  };

  it('gives it the other time, counted from arrival', async () => {
    expect(due(await classified('10:05', URGENT), 'first_answer')).toBe('2026-03-02 10:10');
  });

  it('makes nobody late by itself: what would be over by then counts from the change', async () => {
    expect(due(await classified('10:15', URGENT), 'first_answer')).toBe('2026-03-02 10:25');
  });

  it('gives nobody more time than he had', async () => {
    expect(due(await classified('10:25', URGENT), 'first_answer')).toBe('2026-03-02 10:30');
  });

  it('of the same time changes nothing: the duty stays the one that it was', async () => {
    const complaint = await classified('10:05', IMPORTANT);
    expect(due(complaint, 'first_answer')).toBe('2026-03-02 10:30');
    expect(story(complaint, 'first_answer')).toEqual([]);
  });

  it('does not undo a miss', async () => {
    const complaint = await classified('10:31', URGENT);
    expect(complaint.duties('first_answer').map(({ missed }) => missed)).toEqual([true]);
  });
});

describe('IN-10 a new round', () => {
  it('is no arrival: it owes the contact and the form of HA-1, and no first answer', async () => {
    const complaint = await begun();
    await complaint.walkTo('callback');
    await complaint.do(handler, 'record_callback', { solved: false, satisfaction: 'acceptable' });
    expect(complaint.file).toMatchObject({ round: 2, stage: 'first_contact' });
    expect(complaint.duties('first_answer')).toEqual([]);
    expect(due(complaint, 'first_contact')).toBe('2026-03-03 18:00');
  });
});

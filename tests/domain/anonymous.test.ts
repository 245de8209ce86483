import type { Rules } from '../../domain/policy';
import type { DutyKind } from '../../domain/words';
import { POLICIES } from '../../policies';
import { MARKETPLACE } from '../../policies/marketplace';
import { SERVICE_DESK } from '../../policies/service-desk';
import { STANDARD } from '../../policies/standard';
import { shanghai, STAFF } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, due, eventsOf, everOwed, misses, of002, owed } from './paper';

const { handler, handler2, supervisor, clerk } = STAFF;

/** A complaint by a letter without a name; the standard's unless told. */
const nameless = (rules?: Rules): Promise<PaperComplaint> =>
  begun({ channel: 'letter', reachable: false, ...(rules ? { rules } : {}) });

const named = POLICIES.map((rules) => [rules.policy, rules] as const);
const toCustomer = ({ duties }: Rules) =>
  Object.entries(duties).flatMap(([kind, rule]) => (rule.toCustomer ? [kind] : []));
/** What belongs to later rounds only is not owed yet to anybody. */
const ofTheFirstRound =
  ({ duties }: Rules) =>
  (kind: string) =>
    duties[kind as DutyKind]?.when?.every(({ firstRound }) => firstRound === false) !== true;

describe('IN-2, HA-1 somebody who left no way to reach him', () => {
  it('is owed no word: what is not owed for that reason is on file', async () => {
    const complaint = await nameless();
    expect(owed(complaint)).toEqual(['fill_form 2026-03-03 18:00']);
    expect(complaint.file.notOwed).toEqual([
      'promised_call',
      'tell_delay',
      'tell_extension',
      'first_answer',
      'first_contact',
      'tell_acceptance',
      'promised_answer',
      'follow_up',
      'tell_proposal',
      'tell_result',
      'callback',
    ]);
    expect(eventsOf(complaint, 'not_owed').map(({ kind }) => kind)).toEqual(complaint.file.notOwed);
  });

  it.each(named)('under %s what is not owed is what its policy owes to customers', async (_, rules) => {
    expect((await nameless(rules)).file.notOwed.toSorted()).toEqual(
      toCustomer(rules).filter(ofTheFirstRound(rules)).toSorted(),
    );
  });

  it('is sent nothing: neither a receipt nor a farewell', async () => {
    const complaint = await nameless();
    await complaint.walkTo('closed');
    expect(complaint.record.notices.filter(({ recipients }) => 'customer' in recipients)).toEqual([]);
  });

  it('HA-1 the form is filled within the day all the same, from what is known', async () => {
    const complaint = await nameless();
    await complaint.passTo(shanghai('2026-03-03 18:00') + 1000);
    expect(misses(complaint)).toEqual(['fill_form handler-1']);
    await complaint.do(handler, 'fill_form', { repeatedBack: false });
    expect(complaint.file.stage).toBe('classification');
  });

  it.each(named)('under %s is looked into, reviewed where that is done, and archived', async (_, rules) => {
    const complaint = await nameless(rules);
    await complaint.walkTo('closed');
    expect(complaint.file).toMatchObject({ outcome: 'anonymous', closed: true, round: 1 });
    const stages = eventsOf(complaint, 'entered').map(({ stage }) => stage);
    expect(stages).toContain('verification');
    expect(stages.filter((stage) => ['proposal', 'result', 'remedy', 'callback'].includes(stage))).toEqual([]);
    expect(stages.includes('review')).toBe(rules.stages.review !== undefined);
    expect(everOwed(complaint).filter((kind) => toCustomer(rules).includes(kind))).toEqual([]);
  });

  it('cannot be spoken to: every word to him is refused; he may turn to us himself', async () => {
    const complaint = await nameless();
    const words = ['record_contact', 'tell_acceptance', 'promise_call', 'ask_evidence'] as const;
    for (const name of words) expect([name, await complaint.refusal(handler, name)]).toEqual([name, 'not_reachable']);
    expect(await complaint.refusal(handler, 'ask_evidence', { of: 'respondent' })).toBe(null);
    expect(await complaint.refusal(handler, 'record_contact', { direction: 'inbound' })).toBe(null);
    await complaint.walkTo('review');
    expect(await complaint.refusal(handler, 'tell_result', { channel: 'letter' })).toBe('not_reachable');
  });
});

describe('IN-2, HA-1 a way to reach him given later', () => {
  it('arms the first answer, the contact and the promise from then', async () => {
    const complaint = await nameless();
    await complaint.passTo(shanghai('2026-03-04 14:00'));
    expect(await complaint.refusal(handler2, 'add_contact_way')).toBe('not_owner');
    await complaint.do(handler, 'add_contact_way');
    expect(complaint.file).toMatchObject({ stage: 'first_contact', reachable: true, notOwed: [] });
    expect(owed(complaint).slice(1)).toEqual([
      'first_answer 2026-03-04 14:30',
      'first_contact 2026-03-05 18:00',
      'tell_acceptance 2026-03-04 15:00',
      'promised_answer 2026-03-07 14:00',
    ]);
    await complaint.do(handler, 'fill_form', { repeatedBack: false });
    expect(complaint.file.stage).toBe('first_contact');
    await complaint.do(handler, 'record_contact');
    expect(complaint.file.stage).toBe('classification');
    expect(due(complaint, 'follow_up')).toBe('2026-03-11 18:00');
  });

  it('to somebody who has rung us: he is not owed a second answer, and word every week from now on', async () => {
    const complaint = await nameless();
    await complaint.do(handler, 'record_contact', { direction: 'inbound' });
    await complaint.passTo(shanghai('2026-03-04 14:00'));
    await complaint.do(handler, 'add_contact_way');
    expect(owed(complaint).slice(1)).toEqual([
      'first_contact 2026-03-05 18:00',
      'tell_acceptance 2026-03-04 15:00',
      'promised_answer 2026-03-07 14:00',
      'follow_up 2026-03-11 18:00',
    ]);
    await complaint.do(handler, 'fill_form');
    expect(complaint.file.stage).toBe('classification');
  });

  it('after the first step is over brings its contact beside the step under way', async () => {
    const complaint = await of002({ reachable: false });
    await complaint.walkTo('verification');
    await complaint.passTo(shanghai('2026-03-05 10:00'));
    await complaint.do(handler, 'add_contact_way');
    expect(complaint.file.stage).toBe('verification');
    expect(owed(complaint)).toEqual(['first_contact 2026-03-06 18:00']);
    await complaint.do(handler, 'record_verification');
    expect(complaint.file.stage).toBe('proposal');
    expect(due(complaint, 'first_contact')).toBe('2026-03-06 18:00');
    await complaint.do(handler, 'record_contact');
    expect(owed(complaint)).toEqual(['follow_up 2026-03-12 18:00']);
    await complaint.walkTo('closed');
    expect(complaint.file.outcome).toBe('completed');
  });

  it('HA-11 arms no word of the week before the first contact', async () => {
    const complaint = await of002({ reachable: false });
    await complaint.do(handler, 'add_contact_way');
    expect(complaint.duties('follow_up')).toEqual([]);
  });

  it.each([
    ['review', 'standard', STANDARD, 'proposal'],
    ['archive', 'standard', STANDARD, 'proposal'],
    ['archive', 'marketplace', MARKETPLACE, 'proposal'],
    // Where the first contact is all that its step asks for, he is spoken to first.
    ['archive', 'service-desk', SERVICE_DESK, 'first_contact'],
  ] as const)('in the %s of %s brings what was passed over, and the proper end', async (at, _, rules, stage) => {
    const complaint = await nameless(rules);
    await complaint.walkTo(at);
    await complaint.passTo(complaint.now + 60_000);
    await complaint.do(handler, 'add_contact_way');
    expect(complaint.file).toMatchObject({ stage, backTo: null, round: 1, outcome: null });
    expect(complaint.duties('review')).toEqual([]);
    await complaint.restart();
    await complaint.walkTo('closed');
    expect(['completed', 'settled']).toContain(complaint.file.outcome);
    expect(everOwed(complaint)).toContain('remedy_step');
  });

  it('IN-5 sends the receipt then, by that way, once', async () => {
    const complaint = await nameless();
    const receipts = () => complaint.record.notices.filter(({ notice }) => notice.startsWith('acknowledgement'));
    expect(receipts()).toEqual([]);
    await complaint.passTo(shanghai('2026-03-04 14:00'));
    await complaint.do(handler, 'add_contact_way', { channel: 'email' });
    expect(receipts()).toMatchObject([
      { recipients: { customer: true }, params: { channel: 'email', dueAt: shanghai('2026-03-04 14:30') } },
    ]);
    await complaint.do(handler, 'add_contact_way', { channel: 'sms' });
    expect(receipts()).toHaveLength(1);
  });

  it('HA-11 in the review promises word of the week only when somebody has spoken with him', async () => {
    const complaint = await nameless();
    await complaint.walkTo('review');
    await complaint.do(handler, 'add_contact_way');
    expect(complaint.file.stage).toBe('proposal');
    expect(complaint.duties('follow_up')).toEqual([]);
    await complaint.do(handler, 'record_contact');
    expect(complaint.duties('follow_up')).toHaveLength(1);
  });

  it('after he has withdrawn changes nothing but the record: the clerk files it', async () => {
    const complaint = await nameless();
    await complaint.do(handler, 'withdraw');
    await complaint.do(handler, 'add_contact_way');
    expect(complaint.file).toMatchObject({ stage: 'archive', outcome: 'withdrawn', closed: false });
    expect(owed(complaint)).toEqual(['archive 2026-03-04 18:00']);
    await complaint.do(clerk, 'archive');
    expect(complaint.file).toMatchObject({ outcome: 'withdrawn', closed: true });
  });

  it('a second way is only one more on record', async () => {
    const complaint = await begun();
    const before = owed(complaint);
    await complaint.do(handler, 'add_contact_way', { channel: 'email' });
    expect(owed(complaint)).toEqual(before);
    await complaint.walkTo('review');
    await complaint.do(handler, 'add_contact_way', { channel: 'sms' });
    expect(complaint.file.stage).toBe('review');
    expect(await complaint.refusal(supervisor, 'approve')).toBe(null);
  });
});

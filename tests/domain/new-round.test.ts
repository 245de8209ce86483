import type { ActionData } from '../../domain/actions';
import { CUSTOMER } from '../../domain/people';
import { POLICIES } from '../../policies';
import { CASE_ANALYSIS } from '../../policies/case-analysis';
import { SERVICE_DESK } from '../../policies/service-desk';
import { shanghai, STAFF, wall } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, due, eventsOf, misses, of002, owed, ownerOf, story } from './paper';

const { handler, supervisor, manager, logisticsHead } = STAFF;

type Said = Partial<Extract<ActionData['record_callback'], { answered: true }>>;
const UNSOLVED: Said = { solved: false, satisfaction: 'acceptable' };
const DISSATISFIED: Said = { solved: true, satisfaction: 'dissatisfied' };

async function calledBack(complaint: PaperComplaint, said: Said): Promise<PaperComplaint> {
  await complaint.walkTo('callback');
  await complaint.do(ownerOf(complaint), 'record_callback', said);
  return complaint;
}

describe('CO-3 a new round', () => {
  it('makes void everything that the old one owed, but for what was promised to the customer', async () => {
    const complaint = await begun();
    await complaint.walkTo('verification');
    await complaint.do(handler, 'assign_task');
    await complaint.do(handler, 'ask_account', { of: 'third_party' });
    await complaint.do(handler, 'record_account');
    await complaint.do(handler, 'ask_account', { of: 'merchant', workingDays: 1 });
    await complaint.passTo(shanghai('2026-03-03 18:00') + 1000);
    await complaint.do(handler, 'urge_account', { account: 2 });
    await complaint.do(handler, 'record_account', { account: 2, answered: false });
    await complaint.walkTo('callback');
    await complaint.do(handler, 'promise_call', { until: shanghai('2026-03-06 15:00') });
    await calledBack(complaint, DISSATISFIED);
    expect(owed(complaint)).toEqual(['follow_up 2026-03-06 18:00', 'take_over 2026-03-04 11:00']);
    expect(complaint.file).toMatchObject({
      round: 2,
      level: 2,
      tasks: [],
      lead: null,
      waiting: null,
      proposal: null,
      answered: true,
      satisfaction: null,
    });
    expect(await complaint.refusal(logisticsHead, 'answer_task')).toBe('no_such_task');
  });

  it('HA-18 keeps what the other side has said or was asked for: nobody is asked the same again', async () => {
    const complaint = await begun({ subject: 'merchant' });
    await complaint.walkTo('verification');
    await complaint.do(handler, 'ask_account', { of: 'merchant' });
    await complaint.do(handler, 'record_account');
    await complaint.walkTo('callback');
    await complaint.do(handler, 'ask_account', { of: 'third_party' });
    await calledBack(complaint, UNSOLVED);
    expect(complaint.duties('account')).toMatchObject([{ account: 2, round: 1 }]);
    await complaint.walkTo('verification');
    expect(await complaint.refusal(handler, 'record_verification')).toBe('accounts_open');
    await complaint.do(handler, 'record_account', { account: 2 });
    await complaint.do(handler, 'record_verification');
    await complaint.do(handler, 'ask_account', { of: 'merchant' });
    expect(complaint.file.accounts.map(({ no, state }) => [no, state])).toEqual([
      [1, 'answered'],
      [2, 'answered'],
      [3, 'asked'],
    ]);
  });

  it('IN-12 a call that was promised and not yet made outlives the old one', async () => {
    const complaint = await of002();
    await complaint.walkTo('callback');
    await complaint.do(handler, 'promise_call', { until: shanghai('2026-03-06 15:00') });
    await complaint.do(CUSTOMER, 'answer_survey', { round: 1, ...UNSOLVED, solved: false });
    expect(complaint.file.round).toBe(2);
    expect(story(complaint, 'promised_call')).toEqual([]);
    expect(due(complaint, 'promised_call')).toBe('2026-03-06 15:00');
    await complaint.passTo(shanghai('2026-03-06 15:00') + 1000);
    expect(misses(complaint, 'promised_call')).toEqual(['promised_call handler-1']);
  });

  it('is told to the owner, unless he has just heard it from the customer, and to the level above him, in every policy', async () => {
    const told = ({ record }: PaperComplaint) =>
      record.notices.flatMap(({ notice, recipients, params }) =>
        notice === 'round_opened' ? [[recipients, params]] : [],
      );
    for (const rules of POLICIES) {
      const [called, linked] = [await begun({ rules, marks: ['typical'] }), await begun({ rules, marks: ['typical'] })];
      await calledBack(called, UNSOLVED);
      await linked.walkTo('callback');
      await linked.do(CUSTOMER, 'answer_survey', { round: 1, solved: false, satisfaction: 'acceptable' });
      const above = [expect.objectContaining({ roles: ['supervisor'] }), { round: 2, because: 'unsolved', level: 1 }];
      expect(told(called)).toEqual([above]);
      expect(told(linked)).toEqual([[{ person: 'handler-1' }, above[1]], above]);
    }
  });

  it('gives the new handler a day of his own from when he took over; the breaches of the old one stay', async () => {
    const complaint = await of002();
    await complaint.passTo(shanghai('2026-03-03 18:00') + 1000);
    await calledBack(complaint, DISSATISFIED);
    await complaint.passTo(shanghai('2026-03-05 10:00'));
    await complaint.do(supervisor, 'take_over');
    expect(due(complaint, 'first_contact')).toBe('2026-03-06 18:00');
    await complaint.passTo(shanghai('2026-03-06 18:00') + 1000);
    expect(misses(complaint, 'first_contact')).toEqual(['first_contact handler-1', 'first_contact supervisor-1']);
  });

  it('HA-5 is analysed in the standard because he was dissatisfied', async () => {
    const complaint = await calledBack(await begun(), DISSATISFIED);
    expect(complaint.file.marks).toEqual(['dissatisfied']);
    await complaint.do(supervisor, 'take_over');
    await complaint.walkTo('cause_analysis');
    await complaint.walkTo('closed');
    expect(complaint.file).toMatchObject({ outcome: 'completed', round: 2, level: 2 });
  });

  it('an urgent one keeps its daily entry', async () => {
    const complaint = await begun();
    await complaint.do(handler, 'classify', { grounds: ['safety'] });
    await calledBack(complaint, UNSOLVED);
    expect(due(complaint, 'progress_entry')).toBe('2026-03-03 18:00');
  });

  it('CO-1 has a link of its own, and the invitation names its round', async () => {
    const complaint = await calledBack(await of002(), UNSOLVED);
    await complaint.walkTo('callback');
    const rounds = complaint.record.notices
      .filter(({ notice }) => notice === 'survey_invitation')
      .map(({ params }) => params.round);
    expect(rounds).toEqual([1, 2]);
  });

  it('restarted anywhere in it, it stands where it stood', async () => {
    const complaint = await calledBack(await begun(), DISSATISFIED);
    for (const stage of [
      'first_contact',
      'verification',
      'cause_analysis',
      'proposal',
      'remedy',
      'callback',
    ] as const) {
      await complaint.walkTo(stage);
      const before = complaint.record.text;
      await complaint.restart();
      expect(complaint.record.text).toBe(before);
    }
  });
});

describe('CO-3 under a document with one level', () => {
  const oneLevel = POLICIES.filter(({ topLevel, stages }) => topLevel === 1 && !stages.meeting);

  it.each(oneLevel.map((rules) => [rules.policy, rules] as const))(
    '%s: not solved or dissatisfied, it is handled again at its level, as often as it takes',
    async (_, rules) => {
      const complaint = await begun({ rules, marks: ['typical'] });
      for (const [round, said] of [UNSOLVED, UNSOLVED, DISSATISFIED, DISSATISFIED].entries()) {
        await calledBack(complaint, said);
        expect(complaint.file).toMatchObject({ round: round + 2, level: 1, outcome: null, closed: false });
      }
      await complaint.walkTo('closed');
      expect(complaint.file.outcome).toBe('completed');
    },
  );

  it('case-analysis: starts again with its first step, and analyses the causes again', async () => {
    const complaint = await calledBack(await begun({ rules: CASE_ANALYSIS }), DISSATISFIED);
    expect(complaint.file).toMatchObject({ stage: 'first_contact', round: 2 });
    expect(owed(complaint)).toEqual(['contact_again 2026-03-03 18:00']);
    await complaint.walkTo('cause_analysis');
    await complaint.walkTo('closed');
    expect(eventsOf(complaint, 'cause_analysed')).toHaveLength(2);
  });

  it('service-desk: keeps type and priority', async () => {
    const complaint = await begun({ rules: SERVICE_DESK });
    await complaint.do(handler, 'classify', { grounds: ['use_impaired'] });
    await calledBack(complaint, UNSOLVED);
    expect(complaint.file).toMatchObject({ priority: 'important', facts: ['classified'], left: ['classification'] });
    expect(await complaint.refusal(handler, 'classify')).toBe('not_in_stage');
  });
});

describe('CO-3 the second time that it is not solved', () => {
  it('goes one level up, and the count begins anew; what is not solved and not liked goes up at once', async () => {
    const complaint = await calledBack(await of002(), UNSOLVED);
    expect(complaint.file).toMatchObject({ level: 1, unsolved: 1 });
    await calledBack(complaint, UNSOLVED);
    expect(complaint.file).toMatchObject({ level: 2, unsolved: 0, stage: 'hand_over' });
    expect(eventsOf(complaint, 'round_opened').map(({ because, level }) => `${because} ${level}`)).toEqual([
      'unsolved 1',
      'unsolved 2',
    ]);
    await complaint.do(manager, 'take_over');
    await calledBack(complaint, { solved: false, satisfaction: 'very_dissatisfied' });
    expect(complaint.file).toMatchObject({ level: 3, round: 4 });
    expect(wall(complaint.file.lastAt)).toBe('2026-03-02 10:00');
  });
});

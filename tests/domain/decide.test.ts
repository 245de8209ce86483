import { ACTION_NAMES, ACTION_RULES, availability, decide, notNow } from '../../domain/decide';
import { answerOf } from '../../domain/recorded';
import { STAGES } from '../../domain/words';
import { CASE_ANALYSIS } from '../../policies/case-analysis';
import { MARKETPLACE } from '../../policies/marketplace';
import { STANDARD } from '../../policies/standard';
import { nextStep, STAFF_AT_HAND } from '../support/crew';
import { aComplaint, anAction, shanghai, STAFF } from '../support/files';
import { PaperComplaint } from '../support/paper-complaint';
import { begun, bornOf002 } from './paper';

const { handler, handler2, supervisor } = STAFF;

const { manager, salesDirector, administrationDirector, clerk, logisticsHead } = STAFF;
const ONE_OF_EACH_RANK = [handler, supervisor, manager, salesDirector, administrationDirector, clerk, logisticsHead];

describe('whether an action may be done', () => {
  it('every action names the clause that it comes from and the steps that it belongs to', () => {
    for (const name of ACTION_NAMES) {
      const { clause, stages } = ACTION_RULES[name];
      expect(clause).toMatch(/^((IN|CL|HA|CO)-\d+|自定)/);
      if (stages !== 'open') expect(STAGES).toEqual(expect.arrayContaining([...stages]));
    }
  });

  it('every step of the standard procedure has an action that belongs to it', () => {
    const covered = ACTION_NAMES.flatMap((name) => {
      const { stages } = ACTION_RULES[name];
      return stages === 'open' || name === 'withdraw' ? [] : [...stages];
    });
    // First contact is made by two actions that may be done at any time.
    expect(STAGES.filter((stage) => !covered.includes(stage))).toEqual([]);
  });

  it('says where it stands against the step first, then against the person, then against what is said', async () => {
    const complaint = await PaperComplaint.begin();
    expect(await complaint.refusal(handler2, 'propose')).toBe('not_in_stage');
    await complaint.walkTo('proposal');
    expect(await complaint.refusal(handler2, 'tell_proposal')).toBe('not_owner');
    expect(await complaint.refusal(handler, 'tell_proposal')).toBe('no_such_proposal');
  });

  it('names the step where the complaint stands and those where the action belongs', () => {
    expect(notNow(bornOf002().file, 'approve')).toEqual({
      code: 'not_in_stage',
      stage: 'first_contact',
      allowed: ['review'],
    });
  });

  it('refuses somebody who acts upon what has changed since, and says how far the record is', () => {
    const { file } = bornOf002();
    const action = anAction('record_contact', handler, file.lastAt);
    expect(decide(file, 'record_contact', { ...action, expects: 2 }, file.lastAt)).toEqual({
      refused: { code: 'seen_outdated', seq: 3 },
    });
    expect(decide(file, 'record_contact', { ...action, expects: 3 }, file.lastAt)).toHaveProperty('events');
  });

  it('HA-18 refuses everything to whoever is complained about', async () => {
    const complaint = await PaperComplaint.begin(aComplaint({ respondents: [supervisor.id] }));
    await complaint.walkTo('review');
    expect(await complaint.refusal(supervisor, 'record_contact')).toBe('complained_about');
    expect(await complaint.refusal(supervisor, 'approve')).toBe('complained_about');
  });

  it('changes nothing by being asked', () => {
    const { file } = bornOf002();
    const before = JSON.stringify(file);
    for (const name of ACTION_NAMES) {
      for (const by of Object.values(STAFF)) decide(file, name, anAction(name, by, file.lastAt), file.lastAt);
    }
    expect(JSON.stringify(file)).toBe(before);
  });
});

describe('what somebody may do now', () => {
  /** Whatever anybody would be allowed to do in the ordinary way stands open to him. */
  function looked({ file, now }: PaperComplaint): void {
    for (const by of ONE_OF_EACH_RANK) {
      for (const name of ACTION_NAMES) {
        const open = availability(file, name, by, now) === null;
        const ordinary = decide(file, name, anAction(name, by, now), now);
        if ('events' in ordinary) expect([file.stage, name, by.id, open]).toEqual([file.stage, name, by.id, true]);
      }
    }
  }

  it.each([
    ...[STANDARD, CASE_ANALYSIS, MARKETPLACE].map((rules) => [rules.policy, rules, []] as const),
    ['standard, level 3', STANDARD, ['harms_company', 'safety']] as const,
  ])('is what he would be allowed to do if he said it right, step by step (%s)', async (_, rules, grounds) => {
    const complaint = await begun({ rules });
    for (looked(complaint); !complaint.file.closed; looked(complaint)) {
      const { by, name, data } = nextStep(complaint.file, complaint.now, STAFF_AT_HAND);
      await complaint.do(by, name, name === 'classify' ? { grounds: [...grounds] } : data);
    }
  });
});

describe('the answer to whoever acted', () => {
  it('says where the complaint stands, who owns it, and what is due next', () => {
    expect(answerOf(bornOf002().file)).toEqual({
      number: '20260302-001',
      seq: 3,
      stage: 'first_contact',
      level: 1,
      priority: 'normal',
      round: 1,
      owner: 'handler-1',
      overdue: false,
      outcome: null,
      closed: false,
      nextDue: { duty: 'first_contact', dueAt: new Date(shanghai('2026-03-03 18:00')).toISOString() },
    });
  });

  it('says at the end how it ended, and that nothing is due', async () => {
    const complaint = await PaperComplaint.begin();
    await complaint.walkTo('closed');
    expect(answerOf(complaint.file)).toMatchObject({
      closed: true,
      outcome: 'completed',
      nextDue: null,
      overdue: false,
    });
  });
});

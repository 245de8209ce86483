import type { Ground } from '../../domain/classification';
import { SYSTEM } from '../../domain/people';
import type { Actor } from '../../domain/people';
import type { Mark, Priority } from '../../domain/words';
import { CASE_ANALYSIS } from '../../policies/case-analysis';
import { RETAIL_FRANCHISE } from '../../policies/retail-franchise';
import { SERVICE_DESK } from '../../policies/service-desk';
import { STANDARD } from '../../policies/standard';
import { asJson, shanghai, STAFF, wall } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, due, eventsOf, misses, of002, ownerOf, story } from './paper';

const { handler, handler2, supervisor, supervisorSouth, manager, salesDirector, administrationDirector } = STAFF;

/** A complaint whose first contact is made, classified on these grounds. */
async function classified(grounds: Ground[] = [], begin = of002): Promise<PaperComplaint> {
  const complaint = await begin();
  await complaint.walkTo('classification');
  await complaint.do(ownerOf(complaint), 'classify', { grounds });
  return complaint;
}

describe('CL-1 the natures', () => {
  it('are the policy’s own list: another word is refused with those that there are', async () => {
    const rules = asJson(STANDARD);
    rules.natures = { hygiene: '卫生', other: '其他' };
    const complaint = await begun({ rules });
    const reply = await complaint.try(handler, 'classify', { nature: 'product_quality' });
    expect(reply).toEqual({
      refused: { code: 'no_such_nature', nature: 'product_quality', allowed: ['hygiene', 'other'] },
    });
    await complaint.do(handler, 'classify', { nature: 'hygiene' });
    expect(complaint.file.nature).toBe('hygiene');
  });

  it('IN-7 a sub-type is one of its request type', async () => {
    const complaint = await begun();
    expect(await complaint.refusal(handler, 'classify', { requestType: 'enquiry', subType: 'repair_booking' })).toBe(
      'sub_type_of_other',
    );
    await complaint.do(handler, 'classify', { requestType: 'after_sales', subType: 'repair_booking' });
    expect(await complaint.refusal(handler, 'change_request_type', { subType: 'repair_booking' })).toBe(
      'sub_type_of_other',
    );
  });
});

describe('CL-2 the priority', () => {
  const KEY: Mark[] = ['key_customer'];

  it('of a key customer is important from the receipt on, and stays so whatever else is seen', async () => {
    const complaint = await begun({ marks: KEY });
    expect(complaint.file.priority).toBe('important');
    await complaint.do(handler, 'classify', { grounds: [] });
    expect(complaint.file.priority).toBe('important');
    await complaint.do(handler, 'classify', { grounds: ['system_fault'] });
    expect(complaint.file.priority).toBe('urgent');
  });

  it.each([
    ['standard', STANDARD, ['urgent', 'important', 'normal']],
    ['service-desk', SERVICE_DESK, ['urgent', 'important', 'normal']],
    ['case-analysis', CASE_ANALYSIS, ['urgent', 'normal', 'normal']],
    ['retail-franchise', RETAIL_FRANCHISE, ['normal', 'normal', 'normal']],
  ] as const)('in %s is one that its document knows', async (_, rules, expected) => {
    const found: string[] = [];
    for (const grounds of [['safety'], ['use_impaired'], []] as Ground[][]) {
      found.push((await begun({ rules, grounds })).file.priority);
    }
    expect(found).toEqual(expected);
  });
});

describe('IN-7 a complaint that is to be one no longer', () => {
  it('is the owner’s to say until it is classified, and then the level above’s, who has decided in it', async () => {
    const complaint = await begun();
    await complaint.do(handler, 'change_request_type', { requestType: 'enquiry' });
    await complaint.do(handler, 'change_request_type', { requestType: 'complaint' });
    await complaint.do(handler, 'classify');
    expect(await complaint.refusal(handler, 'change_request_type', { requestType: 'enquiry' })).toBe('handled_before');
    expect(await complaint.refusal(handler, 'classify', { requestType: 'enquiry' })).toBe('complaint_stands');
    await complaint.do(handler, 'change_request_type', { requestType: 'complaint', subType: 'negotiation' });
    await complaint.do(supervisor, 'change_request_type', { requestType: 'enquiry' });
    expect(complaint.file).toMatchObject({ requestType: 'enquiry', handled: [{}, { id: 'supervisor-1' }] });
    await complaint.do(handler, 'change_request_type', { requestType: 'complaint' });
  });
});

describe('CL-3 raising a complaint by hand', () => {
  it('is done by the owner or the level above, with a reason, and to a higher level only', async () => {
    const complaint = await classified();
    expect(await complaint.try(handler2, 'raise_level')).toEqual({
      refused: {
        code: 'not_owner_nor_above',
        owner: 'handler-1',
        roles: ['supervisor', 'manager', 'sales_director', 'administration_director'],
      },
    });
    expect(await complaint.refusal(supervisorSouth, 'raise_level')).toBe('not_owner_nor_above');
    expect(await complaint.refusal(handler, 'raise_level', { level: 1 })).toBe('not_higher');
    await complaint.do(supervisor, 'raise_level', { level: 2, ref: 'text-why' });
    expect(eventsOf(complaint, 'level_changed')).toEqual([
      {
        type: 'level_changed',
        level: 2,
        because: 'raised',
        by: { id: 'supervisor-1', role: 'supervisor' },
        ref: 'text-why',
      },
    ]);
    expect(await complaint.refusal(handler, 'raise_level', { level: 2 })).toBe('not_higher');
    await complaint.do(handler, 'raise_level', { level: 3 });
    expect(await complaint.refusal(handler, 'raise_level', { level: 3 })).toBe('not_higher');
  });

  it('does not exist where the document knows one level', async () => {
    const complaint = await begun({ rules: SERVICE_DESK });
    const reply = await complaint.try(handler, 'raise_level', { level: 2 });
    expect(reply).toEqual({ refused: { code: 'step_unknown_here' } });
  });

  it('sets a floor: the classification goes no lower', async () => {
    const complaint = await of002();
    await complaint.do(handler, 'raise_level', { level: 2 });
    await complaint.do(handler, 'classify', { grounds: [] });
    expect(complaint.file).toMatchObject({ level: 2, floor: 2, handOver: true });
    await complaint.do(handler, 'classify', { grounds: ['harms_company'] });
    expect(complaint.file.level).toBe(3);
  });

  it('IN-9 so does what intake has found: a repeat is at least level 2', async () => {
    const complaint = await of002({ level: 2, marks: ['repeat'] });
    await complaint.do(handler, 'classify', { grounds: [] });
    expect(complaint.file.level).toBe(2);
  });

  it('what the registrar saw is taken back by no classification, the first neither, but by the level above', async () => {
    const complaint = await of002({ grounds: ['harms_company'] });
    expect(complaint.file).toMatchObject({ level: 3, floor: 1 });
    expect(await complaint.refusal(handler, 'classify', { grounds: ['emotional'] })).toBe('lowering');
    await complaint.do(salesDirector, 'lower_level', { level: 1 });
    await complaint.do(handler, 'classify', { grounds: ['emotional'] });
    expect(complaint.file.level).toBe(2);
    expect(await complaint.try(handler, 'classify', { grounds: [] })).toEqual({
      refused: { code: 'lowering', level: 2 },
    });
  });
});

describe('CL-3 lowering a complaint', () => {
  it('is refused to its handler, and to everybody below the level above', async () => {
    const complaint = await classified(['emotional']);
    expect(await complaint.refusal(handler, 'lower_level')).toBe('handled_before');
    for (const by of [handler2, supervisor, STAFF.clerk, STAFF.admin]) {
      expect([by.id, await complaint.refusal(by, 'lower_level')]).toEqual([by.id, 'role_needed']);
    }
    expect(await complaint.refusal(salesDirector, 'lower_level', { level: 2 })).toBe('not_lower');
    expect(await complaint.refusal(salesDirector, 'lower_level', { level: 3 })).toBe('not_lower');
    await complaint.do(salesDirector, 'lower_level', { level: 1 });
    expect(complaint.file).toMatchObject({ level: 1, floor: 1 });
  });

  it('is refused to the owner himself, though he stands where others may', async () => {
    const complaint = await classified(['emotional']);
    await complaint.do(manager, 'take_over');
    expect(await complaint.refusal(manager, 'lower_level')).toBe('handled_before');
    expect(await complaint.refusal(salesDirector, 'lower_level')).toBe(null);
  });

  it('of level 3 is for the directors, there being nobody above', async () => {
    const complaint = await classified(['harms_company']);
    await complaint.do(salesDirector, 'take_over');
    expect(await complaint.refusal(manager, 'lower_level', { level: 2 })).toBe('role_needed');
    await complaint.do(administrationDirector, 'lower_level', { level: 2 });
    expect(complaint.file.level).toBe(2);
  });

  it('is refused to a director who owns it: the other director does', async () => {
    const complaint = await classified(['harms_company']);
    await complaint.do(salesDirector, 'take_over');
    expect(await complaint.refusal(salesDirector, 'lower_level', { level: 2 })).toBe('handled_before');
    await complaint.do(administrationDirector, 'lower_level', { level: 2 });
  });

  it('IN-9 of a repeat stops at level 2, of a member of a mass complaint (CL-4) at its level', async () => {
    const repeated = await classified(['repeat', 'harms_company']);
    expect(await repeated.try(administrationDirector, 'lower_level', { level: 1 })).toEqual({
      refused: { code: 'level_earned', least: 2, because: 'repeat' },
    });
    await repeated.do(administrationDirector, 'lower_level', { level: 2 });
    const member = await of002();
    await member.do(SYSTEM, 'join_cluster');
    expect(await member.try(administrationDirector, 'lower_level', { level: 2 })).toEqual({
      refused: { code: 'level_earned', least: 3, because: 'mass' },
    });
  });

  it('IN-9 of a repeat stops where the earlier one stands, marked or only linked so far', async () => {
    const repeated = await classified(['repeat', 'harms_company']);
    const lower = { level: 2, earlier: 3 } as const;
    expect(await repeated.try(administrationDirector, 'lower_level', lower)).toEqual({
      refused: { code: 'level_earned', least: 3, because: 'repeat' },
    });
    await repeated.do(administrationDirector, 'lower_level', { level: 2, earlier: 2 });
    const linked = await classified(['harms_company']);
    expect(await linked.refusal(administrationDirector, 'lower_level', { level: 1, earlier: 1 })).toBe('level_earned');
    await linked.do(administrationDirector, 'lower_level', { level: 1 });
  });

  it('while it is handed over gives it back to who has it: nobody is waited for any more', async () => {
    const complaint = await classified(['emotional']);
    expect(complaint.file.stage).toBe('hand_over');
    await complaint.do(salesDirector, 'lower_level', { level: 1 });
    expect(complaint.file).toMatchObject({ stage: 'verification', handOver: false });
    expect(complaint.duties('take_over')).toEqual([]);
    await complaint.restart();
    await complaint.walkTo('closed');
    expect(complaint.file).toMatchObject({ outcome: 'completed', owners: [{ id: 'handler-1' }] });
  });

  it('calls off the hand-over beside a later step', async () => {
    const complaint = await classified();
    await complaint.walkTo('remedy');
    await complaint.do(handler, 'raise_level', { level: 2 });
    expect(complaint.duties('take_over')).toHaveLength(1);
    await complaint.do(salesDirector, 'lower_level', { level: 1 });
    expect(complaint.duties('take_over')).toEqual([]);
    expect(complaint.file).toMatchObject({ stage: 'remedy', handOver: false });
  });

  it('CO-5 who lowered it has decided in it: he does not review', async () => {
    const complaint = await classified(['harms_company']);
    await complaint.do(administrationDirector, 'lower_level', { level: 2 });
    await complaint.walkTo('review');
    expect(await complaint.refusal(administrationDirector, 'approve')).toBe('handled_before');
  });
});

describe('CL-2 changing the priority by hand', () => {
  const asked = async (given: Parameters<typeof begun>[0], by: Actor, priority: Priority) => {
    const complaint = await begun(given);
    return complaint.refusal(by, 'change_priority', { priority });
  };

  it('raised by the owner or the level above, lowered by the level above only', async () => {
    expect(await asked({}, handler, 'important')).toBe(null);
    expect(await asked({}, supervisor, 'urgent')).toBe(null);
    expect(await asked({}, handler2, 'urgent')).not.toBe(null);
    const urgent = { grounds: ['safety' as const] };
    expect(await asked(urgent, handler, 'normal')).toBe('handled_before');
    expect(await asked(urgent, supervisor, 'normal')).toBe('role_needed');
    expect(await asked(urgent, manager, 'important')).toBe(null);
    expect(await asked({ grounds: ['use_impaired'] }, supervisor, 'normal')).toBe(null);
  });

  it('to one that the policy knows, and another than it has', async () => {
    expect(await asked({}, handler, 'normal')).toBe('no_such_priority');
    const complaint = await begun({ rules: CASE_ANALYSIS });
    expect(await complaint.try(handler, 'change_priority', { priority: 'important' })).toEqual({
      refused: { code: 'no_such_priority', priority: 'normal', allowed: ['urgent'] },
    });
    expect(await asked({ rules: RETAIL_FRANCHISE }, handler, 'urgent')).toBe('no_such_priority');
  });

  it('counts the times anew, and lowered, calls off who was to take over because it was urgent', async () => {
    const complaint = await begun();
    await complaint.do(handler, 'change_priority', { priority: 'urgent' });
    expect(due(complaint, 'promised_answer')).toBe('2026-03-03 10:00');
    expect(due(complaint, 'progress_entry')).toBe('2026-03-03 18:00');
    await complaint.do(manager, 'change_priority', { priority: 'normal' });
    expect(due(complaint, 'promised_answer')).toBe('2026-03-05 10:00');
    expect(complaint.duties('take_over')).toEqual([]);
    expect(complaint.file).toMatchObject({ handOver: false, handled: [{ id: 'handler-1' }, { id: 'manager-1' }] });
    await complaint.walkTo('closed');
    expect(eventsOf(complaint, 'priority_changed').map(({ because, by }) => [because, by.role])).toEqual([
      ['raised', 'handler'],
      ['lowered', 'manager'],
    ]);
  });

  it('CO-5 who raised it above its owner has decided in it: he does not review; the owner himself raises his own', async () => {
    const complaint = await begun();
    await complaint.do(handler, 'change_priority', { priority: 'important' });
    expect(complaint.file.handled).toEqual([{ id: handler.id, role: 'handler' }]);
    await complaint.do(administrationDirector, 'change_priority', { priority: 'urgent' });
    expect(complaint.file.handled[1]).toEqual({ id: administrationDirector.id, role: 'administration_director' });
    await complaint.walkTo('review');
    expect(await complaint.refusal(administrationDirector, 'approve')).toBe('handled_before');
    expect(await complaint.refusal(salesDirector, 'approve')).toBe(null);
  });

  it('no classification goes below it', async () => {
    const complaint = await begun({ grounds: ['safety'] });
    expect(await complaint.try(handler, 'classify', { grounds: ['use_impaired'] })).toEqual({
      refused: { code: 'priority_lowering', priority: 'urgent' },
    });
    await complaint.do(manager, 'change_priority', { priority: 'normal' });
    await complaint.do(handler, 'classify', { grounds: ['use_impaired'] });
    expect(complaint.file.priority).toBe('important');
  });
});

describe('HA-11, CL-3 a level change in mid-clock', () => {
  /** The customer was last spoken to on Monday 2026-03-02 at 10:00; the level changes at this time. */
  async function raisedAt(at: string, level: 2 | 3, from: Ground[] = []): Promise<PaperComplaint> {
    const complaint = await classified(from);
    await complaint.passTo(shanghai(at));
    await complaint.do(handler, 'raise_level', { level });
    return complaint;
  }

  it.each([
    ['to level 2 the same day: 3 working days after the last word', '2026-03-02 15:00', 2, '2026-03-05 18:00'],
    ['to level 3 the same day: 2 working days after the last word', '2026-03-02 15:00', 3, '2026-03-04 18:00'],
    ['at the very instant at which it would be due by the new rule', '2026-03-05 18:00', 2, '2026-03-05 18:00'],
    ['a minute later: from the change, but never later than before', '2026-03-05 18:01', 2, '2026-03-09 18:00'],
    [
      'to level 3 on Friday: 2 working days after the change would be Tuesday',
      '2026-03-06 10:00',
      3,
      '2026-03-09 18:00',
    ],
    ['to level 3 on Thursday: from the change on', '2026-03-05 10:00', 3, '2026-03-09 18:00'],
  ] as const)('%s', async (_, at, level, expected) => {
    const complaint = await raisedAt(at, level);
    expect(due(complaint, 'follow_up')).toBe(expected);
    expect(misses(complaint, 'follow_up')).toEqual([]);
    expect(story(complaint, 'follow_up')).toEqual(['voided follow_up']);
  });

  it('nobody is late by the change alone: not at its instant, not until its new time is over', async () => {
    const complaint = await raisedAt('2026-03-09 17:59', 3);
    expect(due(complaint, 'follow_up')).toBe('2026-03-09 18:00');
    await complaint.passTo(shanghai('2026-03-09 18:00'));
    expect(misses(complaint, 'follow_up')).toEqual([]);
    await complaint.passTo(shanghai('2026-03-09 18:00') + 1000);
    expect(misses(complaint, 'follow_up')).toEqual(['follow_up handler-1']);
  });

  it('a miss that stands is not taken back, and the one that runs is counted by the new rule', async () => {
    const complaint = await classified();
    await complaint.passTo(shanghai('2026-03-10 10:00'));
    await complaint.do(handler, 'raise_level', { level: 3 });
    const open = complaint.duties('follow_up').map(({ missed, dueAt }) => `${missed ?? false} ${wall(dueAt)}`);
    expect(open).toEqual(['true 2026-03-09 18:00', 'false 2026-03-11 18:00']);
  });

  it('lowered, it has the longer time again, from the same word', async () => {
    const complaint = await raisedAt('2026-03-03 10:00', 3);
    await complaint.do(salesDirector, 'lower_level', { level: 1 });
    expect(due(complaint, 'follow_up')).toBe('2026-03-09 18:00');
  });

  it('leaves alone what has a time of its own: the steps of the remedy, a promised call', async () => {
    const complaint = await classified();
    await complaint.walkTo('remedy');
    await complaint.do(handler, 'promise_call', { until: shanghai('2026-03-06 12:00') });
    await complaint.passTo(shanghai('2026-03-03 10:00'));
    await complaint.do(handler, 'raise_level', { level: 3 });
    expect(due(complaint, 'remedy_step')).toBe('2026-03-04 18:00');
    expect(due(complaint, 'promised_call')).toBe('2026-03-06 12:00');
    expect(story(complaint, 'remedy_step', 'promised_call')).toEqual([]);
  });

  it('HA-1 does not start the first contact again', async () => {
    const complaint = await of002();
    await complaint.passTo(shanghai('2026-03-03 10:00'));
    await complaint.do(handler, 'raise_level', { level: 3 });
    expect(due(complaint, 'first_contact')).toBe('2026-03-03 18:00');
  });
});

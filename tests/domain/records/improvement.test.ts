import fc from 'fast-check';
import { nextWake, openDuties } from '../../../domain/clock';
import { IMPROVEMENT_ACTIONS } from '../../../domain/improvement/decide';
import { tooEarly } from '../../../domain/improvement/opening';
import { settingOf } from '../../../domain/improvement/people';
import { SYSTEM } from '../../../domain/people';
import type { Actor } from '../../../domain/people';
import { aComplaint, DAY, frozen, shanghai, STAFF, wall } from '../../support/files';
import { foldImprovement, LOGISTICS, LOGISTICS_HEAD, PaperImprovement } from '../../support/paper-improvement';

const { supervisor, manager, salesDirector, administrationDirector, handler, handler2, supervisorSouth, clerk } = STAFF;
const REF = { ref: 'text' };
const duty = (improvement: PaperImprovement, kind: string) => improvement.file.duties.find((one) => one.kind === kind);

test('RE-3 the due date ends at close of business of its day, and of the next working day where it is a day off', () => {
  expect(wall(duty(new PaperImprovement(), 'improve')?.dueAt)).toBe('2026-03-31 18:00');
  // Sunday; and the first days of the national holiday.
  expect(wall(duty(new PaperImprovement({ dueDate: '2026-03-15' }), 'improve')?.dueAt)).toBe('2026-03-16 18:00');
  expect(wall(duty(new PaperImprovement({ dueDate: '2026-10-01' }), 'improve')?.dueAt)).toBe('2026-10-08 18:00');
});

test('RE-3 reminders three working days before and on the day, a breach when it has passed, then word to the manager', () => {
  const improvement = new PaperImprovement();
  improvement.notices.length = 0;
  improvement.passTo(shanghai('2026-03-31 18:00'));
  expect(improvement.turns.slice(1).map(({ at, events }) => [wall(at), events[0]?.type])).toEqual([
    ['2026-03-27 09:00', 'reminded'],
    ['2026-03-31 09:00', 'reminded'],
  ]);
  improvement.passTo(shanghai('2026-03-31 18:01'));
  expect(improvement.events.at(-2)).toEqual({ type: 'missed', duty: 'improve-1', by: LOGISTICS.id });
  improvement.passTo(shanghai('2026-12-31 00:00'));
  expect(improvement.turns.at(-1)).toMatchObject({ events: [{ type: 'escalated' }] });
  // Three working days; the 4th to the 6th of April are the Qingming holiday.
  expect(wall(improvement.turns.at(-1)!.at - 1000)).toBe('2026-04-03 18:00');
  expect(improvement.said).toEqual([
    'improvement_reminder → logistics-1',
    'improvement_reminder → logistics-1',
    'improvement_breach → logistics-1',
    'improvement_breach → department_head|supervisor|manager@logistics',
    'improvement_escalated → manager@*',
  ]);
  expect(nextWake(improvement.file)).toBeNull();
});

test('RE-3 reported, verified, closed: nothing is owed any more', () => {
  const improvement = new PaperImprovement();
  improvement.do(LOGISTICS, 'note_progress', REF);
  improvement.do(LOGISTICS, 'report_improvement', REF);
  expect(improvement.file).toMatchObject({ state: 'reported', doneBy: LOGISTICS.id });
  expect(duty(improvement, 'verify')).toMatchObject({ person: supervisor.id });
  improvement.do(supervisor, 'verify_improvement', { passed: true, ...REF });
  expect(improvement.file).toMatchObject({ state: 'passed', closed: true, duties: [] });
});

test('RE-3 a failed verification sends it back with a new due date and counts the round', () => {
  const improvement = new PaperImprovement();
  improvement.do(LOGISTICS_HEAD, 'report_improvement', REF);
  improvement.passTo(shanghai('2026-03-04 10:00'));
  const back = { passed: false, ...REF, dueDate: '2026-04-30' } as const;
  expect(improvement.try(supervisor, 'verify_improvement', { ...back, dueDate: '2026-03-04' })).toBe(
    'due_date_not_ahead',
  );
  improvement.do(supervisor, 'verify_improvement', back);
  expect(improvement.file).toMatchObject({ state: 'planned', round: 2, dueDate: '2026-04-30' });
  expect(wall(duty(improvement, 'improve')?.dueAt)).toBe('2026-04-30 18:00');
});

test('RE-3 who set it verifies, or the level above; never who did it, nor whom the complaint is about', () => {
  const tries = (given: ConstructorParameters<typeof PaperImprovement>[0], reporter: Actor, by: Actor) => {
    const improvement = new PaperImprovement(given);
    improvement.do(reporter, 'report_improvement', REF);
    return improvement.try(by, 'verify_improvement', { passed: true, ...REF });
  };
  const bySupervisor = {};
  expect(tries(bySupervisor, LOGISTICS, supervisor)).toBeNull();
  expect(tries(bySupervisor, LOGISTICS, manager)).toBeNull();
  expect(tries(bySupervisor, LOGISTICS, salesDirector)).toBeNull();
  expect(tries(bySupervisor, LOGISTICS, LOGISTICS)).toBe('own_improvement');
  expect(tries(bySupervisor, LOGISTICS_HEAD, LOGISTICS_HEAD)).toBe('own_improvement');
  expect(tries(bySupervisor, LOGISTICS, supervisorSouth)).toBe('role_needed');
  expect(tries(bySupervisor, LOGISTICS, handler)).toBe('role_needed');
  const byHandler = { setBy: { id: handler.id, role: 'handler' as const } };
  expect(tries(byHandler, LOGISTICS, supervisor)).toBeNull();
  expect(tries(byHandler, LOGISTICS, supervisorSouth)).toBe('other_team');
  const byDirector = { setBy: { id: salesDirector.id, role: 'sales_director' as const } };
  expect(tries(byDirector, LOGISTICS, administrationDirector)).toBeNull();
  expect(tries(byDirector, LOGISTICS, manager)).toBe('role_needed');
  const his = { department: 'east', person: supervisor.id };
  expect(tries(his, supervisor, supervisor)).toBe('own_improvement');
  expect(tries(his, supervisor, manager)).toBeNull();
  const about = { complaint: aComplaint({ respondents: [manager.id] }).file };
  expect(tries(about, LOGISTICS, manager)).toBe('complained_about');
});

test('RE-3 where the setter does the work himself, the level above is called upon to verify', () => {
  const improvement = new PaperImprovement({ department: 'east', person: supervisor.id });
  improvement.do(supervisor, 'report_improvement', REF);
  expect(improvement.said.at(-1)).toBe('improvement_reported → manager@*');
  expect(duty(improvement, 'verify')).toMatchObject({ person: null });
});

test('RE-3 a verification that is not made in time is the setter’s breach, told to the level above him', () => {
  const improvement = new PaperImprovement();
  improvement.do(LOGISTICS, 'report_improvement', REF);
  improvement.passTo(shanghai('2026-03-20 00:00'));
  expect(improvement.events.at(-1)).toEqual({ type: 'missed', duty: 'verify-2', by: supervisor.id });
  expect(improvement.said.slice(-2)).toEqual(['improvement_breach → supervisor-1', 'improvement_breach → manager@*']);
});

test('RE-3 the due date is moved by who set it or the level above, not by who does the work, and what was missed stays on record', () => {
  const improvement = new PaperImprovement();
  improvement.passTo(shanghai('2026-04-01 10:00'));
  expect(improvement.try(handler2, 'move_due_date', { dueDate: '2026-05-08', ...REF })).toBe('not_the_setter');
  expect(improvement.try(LOGISTICS, 'move_due_date', { dueDate: '2026-05-08', ...REF })).toBe('own_improvement');
  expect(improvement.try(supervisor, 'move_due_date', { dueDate: '2026-04-01', ...REF })).toBe('due_date_not_ahead');
  expect(improvement.try(supervisor, 'move_due_date', { dueDate: '2029-04-01', ...REF })).toBe('due_date_not_ahead');
  improvement.do(manager, 'move_due_date', { dueDate: '2026-05-07', ...REF });
  improvement.do(supervisor, 'move_due_date', { dueDate: '2026-05-08', ...REF });
  expect(improvement.file.duties).toHaveLength(1);
  expect(wall(duty(improvement, 'improve')?.dueAt)).toBe('2026-05-08 18:00');
  expect(improvement.events.filter(({ type }) => type === 'missed')).toHaveLength(1);
});

test('RE-3 who set it and does it himself, or stands in for who does it, does not move its due date: the level above does', () => {
  const date = { dueDate: '2026-05-08', ...REF };
  const his = () => new PaperImprovement({ department: 'east', person: supervisor.id });
  expect(his().try(supervisor, 'move_due_date', date)).toBe('own_improvement');
  expect(his().try({ ...handler, actsFor: [supervisor] }, 'move_due_date', date)).toBe('own_improvement');
  expect(his().try({ ...manager, actsFor: [supervisor] }, 'move_due_date', date)).toBe('own_improvement');
  expect(his().try(manager, 'move_due_date', date)).toBeNull();
  const ofAnother = new PaperImprovement({ department: 'east', person: handler2.id });
  expect(ofAnother.try({ ...supervisor, actsFor: [handler2] }, 'move_due_date', date)).toBe('own_improvement');
  expect(ofAnother.try(supervisor, 'move_due_date', date)).toBeNull();
});

describe('RE-3 it is handed to another of the department', () => {
  const to = (person: string) => ({ person, ...REF });
  const other: Actor = { id: 'logistics-2', roles: ['department_member'], team: 'logistics' };

  test('by the head of the department, who set it, or the level above; not by whose work it is, nor by whom the complaint is about', () => {
    const tries = (by: Actor, given: ConstructorParameters<typeof PaperImprovement>[0] = {}) =>
      new PaperImprovement(given).try(by, 'reassign_improvement', to(other.id));
    for (const by of [LOGISTICS_HEAD, supervisor, manager, salesDirector]) expect(tries(by)).toBeNull();
    for (const by of [LOGISTICS, other, handler, handler2, supervisorSouth, clerk])
      expect(tries(by)).toBe('not_the_head');
    expect(tries({ ...other, actsFor: [LOGISTICS_HEAD] })).toBeNull();
    expect(tries({ ...LOGISTICS, actsFor: [LOGISTICS_HEAD] })).toBe('not_the_head');
    const ofTheHead = { person: LOGISTICS_HEAD.id };
    expect(tries(LOGISTICS_HEAD, ofTheHead)).toBeNull();
    expect(tries({ ...LOGISTICS, actsFor: [LOGISTICS_HEAD] }, ofTheHead)).toBeNull();
    const about = (person: Actor) => ({ complaint: aComplaint({ respondents: [person.id] }).file });
    expect(tries(LOGISTICS_HEAD, about(LOGISTICS_HEAD))).toBe('not_the_head');
    expect(tries({ ...other, actsFor: [LOGISTICS_HEAD] }, about(LOGISTICS_HEAD))).toBe('not_the_head');
    expect(tries(manager, about(manager))).toBe('not_the_head');
  });

  test('not to the same person, and not when it is closed', () => {
    const improvement = new PaperImprovement();
    expect(improvement.try(supervisor, 'reassign_improvement', to(LOGISTICS.id))).toBe('person_already');
    improvement.do(manager, 'cancel_improvement', REF);
    expect(improvement.try(supervisor, 'reassign_improvement', to(other.id))).toBe('improvement_closed');
  });

  test('in the time that there was: what is missed from now on is the new person’s, who is told like the first', () => {
    const improvement = new PaperImprovement();
    improvement.notices.length = 0;
    improvement.do(LOGISTICS_HEAD, 'reassign_improvement', to(other.id));
    expect(improvement.file).toMatchObject({ person: other.id, dueDate: '2026-03-31' });
    expect(improvement.said).toEqual([
      'improvement_set → logistics-2',
      'improvement_reassigned → department_head|supervisor|manager@logistics',
      'improvement_reassigned → logistics-1',
    ]);
    expect(improvement.notices[0]?.params).toMatchObject({ dueAt: shanghai('2026-03-31 18:00') });
    improvement.notices.length = 0;
    improvement.passTo(shanghai('2026-04-01 10:00'));
    expect(improvement.events.filter(({ type }) => type === 'missed')).toEqual([
      { type: 'missed', duty: 'improve-1', by: other.id },
    ]);
    expect(improvement.said.slice(0, 3)).toEqual([
      'improvement_reminder → logistics-2',
      'improvement_reminder → logistics-2',
      'improvement_breach → logistics-2',
    ]);
    expect(improvement.try(LOGISTICS, 'report_improvement', REF)).toBe('not_the_person');
    improvement.do(other, 'report_improvement', REF);
  });

  test('what was missed before stays his predecessor’s; a new due date is the new person’s', () => {
    const improvement = new PaperImprovement();
    improvement.passTo(shanghai('2026-04-01 10:00'));
    improvement.notices.length = 0;
    improvement.do(supervisor, 'reassign_improvement', to(other.id));
    expect(duty(improvement, 'improve')).toMatchObject({ person: LOGISTICS.id, missed: true });
    expect(improvement.said).toEqual([
      'improvement_reassigned → logistics-2',
      'improvement_reassigned → department_head|supervisor|manager@logistics',
      'improvement_reassigned → logistics-1',
    ]);
    improvement.do(supervisor, 'move_due_date', { dueDate: '2026-05-08', ...REF });
    expect(duty(improvement, 'improve')).toMatchObject({ person: other.id });
  });

  test('while it waits for verification too: whoever has it now does not verify, and a failed one comes back to him', () => {
    const improvement = new PaperImprovement({ department: 'east', person: handler.id });
    improvement.do(handler, 'report_improvement', REF);
    expect(duty(improvement, 'verify')).toMatchObject({ person: supervisor.id });
    improvement.do(supervisor, 'reassign_improvement', to(supervisor.id));
    expect(duty(improvement, 'verify')).toMatchObject({ person: null });
    const failed = { passed: false, ...REF, dueDate: '2026-04-30' } as const;
    expect(improvement.try(supervisor, 'verify_improvement', failed)).toBe('own_improvement');
    improvement.do(manager, 'reassign_improvement', to(handler2.id));
    expect(duty(improvement, 'verify')).toMatchObject({ person: supervisor.id });
    improvement.do(supervisor, 'verify_improvement', failed);
    expect(duty(improvement, 'improve')).toMatchObject({ person: handler2.id });
  });
});

test('RE-3 it is called off by a manager or a director, not by who set it', () => {
  for (const by of [manager, salesDirector, administrationDirector]) {
    const improvement = new PaperImprovement();
    improvement.do(by, 'cancel_improvement', REF);
    expect(improvement.file).toMatchObject({ state: 'cancelled', closed: true, duties: [] });
  }
  for (const by of [supervisor, LOGISTICS_HEAD, clerk]) {
    expect(new PaperImprovement().try(by, 'cancel_improvement', REF)).toBe('role_needed');
  }
});

test('RE-3 only the person and the head of the department speak for the work', () => {
  const stranger: Actor = { id: 'logistics-2', roles: ['department_member'], team: 'logistics' };
  for (const by of [stranger, supervisor, manager]) {
    expect(new PaperImprovement().try(by, 'report_improvement', REF)).toBe('not_the_person');
    expect(new PaperImprovement().try(by, 'note_progress', REF)).toBe('not_the_person');
  }
});

test('RE-3 it is set by the owner of the complaint, the supervisor of its team, or above; whoever is complained about stands aside', () => {
  const { file } = aComplaint({ respondents: [salesDirector.id] });
  const role = (by: Actor) => {
    const setting = settingOf(file, by);
    return 'role' in setting ? setting.role : setting.refused.code;
  };
  expect([handler, supervisor, manager, administrationDirector].map(role)).toEqual([
    'handler',
    'supervisor',
    'manager',
    'administration_director',
  ]);
  expect([STAFF.handler2, supervisorSouth, clerk, LOGISTICS_HEAD, salesDirector].map(role)).toEqual([
    'role_needed',
    'other_team',
    'role_needed',
    'role_needed',
    'complained_about',
  ]);
});

test('RE-3 not before there is anything verified, always afterwards, and not where the policy knows none', () => {
  const { file } = aComplaint();
  expect(tooEarly(file)).toMatchObject({ code: 'improvement_too_early', stage: 'first_contact' });
  for (const stage of ['verification', 'proposal', 'callback', 'archive'] as const) {
    expect(tooEarly({ ...file, stage })).toBeNull();
  }
  expect(tooEarly({ ...file, stage: 'first_contact', round: 2 })).toBeNull();
  expect(tooEarly({ ...file, stage: null, closed: true })).toBeNull();
  const rules = { ...file.rules, improvements: undefined };
  expect(tooEarly({ ...file, stage: 'proposal', rules })).toMatchObject({ code: 'improvements_not_in_policy' });
});

describe('RE-3 whatever people do, and however long they wait', () => {
  const crew: Actor[] = [LOGISTICS, LOGISTICS_HEAD, supervisor, manager, salesDirector, handler];
  const step = fc.record({
    by: fc.constantFrom(...crew, SYSTEM),
    respondents: fc.subarray(crew.map(({ id }) => id)),
    name: fc.constantFrom(...IMPROVEMENT_ACTIONS),
    passed: fc.boolean(),
    hours: fc.integer({ min: 0, max: 240 }),
    ahead: fc.integer({ min: 1, max: 60 }),
    person: fc.constantFrom(...crew.map(({ id }) => id)),
  });

  it('is put on file in an order that folds to the file, one clock for one thing, and verified by another than who did it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const improvement = new PaperImprovement();
        for (const { by, name, passed, hours, ahead, person, respondents } of steps) {
          improvement.passTo(improvement.now + (hours * DAY) / 24);
          const dueDate = wall(improvement.now + ahead * DAY).slice(0, 10);
          const { file } = improvement;
          const [did, about] = [[file.person, file.doneBy], file.respondents];
          const data = frozen({ passed, dueDate, person, respondents, ...REF });
          const done = improvement.try(by, name, data) === null;
          if (done && name === 'verify_improvement') expect(did).not.toContain(by.id);
          if (done && by.id !== did[0]) expect(about).not.toContain(by.id);
          const called = openDuties(file).find(({ kind, missed }) => kind === 'verify' && !missed)?.person;
          expect([...file.respondents, file.person, file.doneBy]).not.toContain(called ?? 'nobody');
          const kinds = improvement.file.duties.map(({ kind }) => kind);
          expect(new Set(kinds).size).toBe(kinds.length);
          expect(improvement.file.closed).toBe(['passed', 'cancelled'].includes(improvement.file.state));
        }
        expect(foldImprovement(improvement)).toEqual(improvement.file);
        expect(new Set(improvement.notices.map(({ key }) => key)).size).toBe(improvement.notices.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('RE-3, RO-1 who stands in for somebody', () => {
  const forMember: Actor = { ...LOGISTICS_HEAD, id: 'logistics-2', roles: ['department_member'], actsFor: [LOGISTICS] };
  const forSupervisor: Actor = { ...handler, actsFor: [supervisor] };

  it('works, verifies and moves the due date in his place', () => {
    const improvement = new PaperImprovement();
    improvement.do(forSupervisor, 'move_due_date', { ...REF, dueDate: '2026-04-15' });
    improvement.do(forMember, 'report_improvement', REF);
    expect(improvement.file.doneBy).toBe('logistics-2');
    improvement.do(forSupervisor, 'verify_improvement', { passed: true, ...REF });
    expect(improvement.events).toContainEqual({ type: 'passed', by: { id: handler.id, role: 'supervisor' }, ...REF });
  });

  it('does not verify what he, or whom he stands in for, has done', () => {
    const improvement = new PaperImprovement();
    improvement.do(LOGISTICS, 'report_improvement', REF);
    const passed = { passed: true, ...REF } as const;
    for (const actsFor of [[supervisor, LOGISTICS], [LOGISTICS]]) {
      expect(improvement.try({ ...manager, actsFor }, 'verify_improvement', passed)).toBe('own_improvement');
    }
    const about = new PaperImprovement({ complaint: aComplaint({ respondents: [supervisor.id] }).file });
    about.do(LOGISTICS, 'report_improvement', REF);
    expect(about.try(forSupervisor, 'verify_improvement', passed)).toBe('role_needed');
  });

  it('sets improvements as he would', () => {
    const complaint = aComplaint().file;
    expect(settingOf(complaint, { ...clerk, actsFor: [handler] })).toEqual({ role: 'handler' });
    expect(settingOf(complaint, clerk)).toMatchObject({ refused: { code: 'role_needed' } });
  });
});

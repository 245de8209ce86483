import type { Ground } from '../../domain/classification';
import { CASE_ANALYSIS } from '../../policies/case-analysis';
import { MARKETPLACE } from '../../policies/marketplace';
import { SERVICE_DESK } from '../../policies/service-desk';
import { MINUTE, shanghai, STAFF, wall } from '../support/files';
import type { PaperComplaint } from '../support/paper-complaint';
import { begun, due, duty, eventsOf, misses, of002, ownerOf, story } from './paper';

const { handler, handler2, supervisor, logisticsHead, logisticsMember, warehouseHead, clerk } = STAFF;

/** A complaint of 001 under investigation, classified on these grounds on Monday 2026-03-02 at 10:00. */
async function inquired(grounds: Ground[] = [], given: Parameters<typeof begun>[0] = {}): Promise<PaperComplaint> {
  const complaint = await begun({ rules: SERVICE_DESK, ...given });
  await complaint.walkTo('classification');
  await complaint.do(ownerOf(complaint), 'classify', { grounds });
  return complaint;
}

const breaches = ({ record }: PaperComplaint, kind: string) =>
  record.notices
    .filter(({ notice, params }) => notice === 'breach' && params.duty === kind)
    .map(({ recipients }) => recipients);

const LOGISTICS = { roles: ['department_head', 'department_member'], team: 'logistics', except: [] };

describe('HA-3 what is asked of a department', () => {
  it.each<[string, Ground[], string, string, string]>([
    ['urgent: a solution in 2 hours, word every hour', ['safety'], '10:00', '2026-03-02 12:00', '2026-03-02 11:00'],
    [
      'important: a proposal in 24 hours, word every 4',
      ['use_impaired'],
      '10:00',
      '2026-03-03 10:00',
      '2026-03-02 15:30',
    ],
    ['normal: two working days', [], '10:00', '2026-03-04 18:00', '2026-03-02 15:30'],
    ['urgent, in the evening: by the wall clock', ['safety'], '19:30', '2026-03-02 21:30', '2026-03-02 20:30'],
    [
      'important, in the evening: word in hours of service',
      ['use_impaired'],
      '19:30',
      '2026-03-03 19:30',
      '2026-03-03 14:30',
    ],
  ])('%s', async (_, grounds, time, solution, progress) => {
    const complaint = await inquired(grounds);
    await complaint.passTo(shanghai(`2026-03-02 ${time}`));
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    expect([due(complaint, 'task_solution'), due(complaint, 'task_progress')]).toEqual([solution, progress]);
    expect(duty(complaint, 'task_solution')).toMatchObject({ of: 'department', department: 'logistics', task: 1 });
  });

  it('is asked by the owner; the department is called upon, or the one person named', async () => {
    const complaint = await inquired();
    expect(await complaint.refusal(supervisor, 'assign_task')).toBe('not_owner');
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    await complaint.do(handler, 'assign_task', { department: 'warehouse', person: warehouseHead.id });
    const calls = complaint.record.notices.filter(({ notice }) => notice === 'called_upon');
    expect(calls.map(({ recipients }) => recipients)).toEqual([
      LOGISTICS,
      LOGISTICS,
      { person: 'warehouse-head-1' },
      { person: 'warehouse-head-1' },
    ]);
  });

  it('is worked on by people of that department and nobody else', async () => {
    const complaint = await inquired();
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    expect(await complaint.refusal(handler, 'answer_task')).toBe('role_needed');
    expect(await complaint.refusal(clerk, 'answer_task')).toBe('role_needed');
    expect(await complaint.refusal(warehouseHead, 'answer_task')).toBe('other_department');
    expect(await complaint.refusal(warehouseHead, 'report_progress')).toBe('other_department');
    await complaint.do(logisticsMember, 'report_progress');
    await complaint.do(logisticsHead, 'answer_task', { answer: 'workaround' });
    expect(eventsOf(complaint, 'task_answered')).toMatchObject([{ no: 1, answer: 'workaround' }]);
    expect(complaint.record.notices.at(-1)).toMatchObject({
      notice: 'task_answered',
      recipients: { person: 'handler-1' },
    });
  });

  it('each word of its progress keeps the time and promises the next, and the owner hears it', async () => {
    const complaint = await inquired(['safety']);
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    await complaint.passTo(shanghai('2026-03-02 11:00'));
    await complaint.do(logisticsMember, 'report_progress');
    expect(due(complaint, 'task_progress')).toBe('2026-03-02 12:00');
    expect(due(complaint, 'task_solution')).toBe('2026-03-02 12:00');
    expect(story(complaint, 'task_progress')).toEqual(['met task_progress']);
    expect(complaint.record.notices.at(-1)).toMatchObject({
      notice: 'progress_reported',
      recipients: { person: 'handler-1' },
    });
  });

  it('a missing word reminds the department before, and is told to the department, its head and the owner after', async () => {
    const complaint = await inquired();
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    expect(duty(complaint, 'task_progress').promptsAt?.map(wall)).toEqual(['2026-03-02 15:15']);
    await complaint.passTo(shanghai('2026-03-02 15:30'));
    expect(complaint.record.notices.filter(({ notice }) => notice === 'reminder').at(-1)).toMatchObject({
      recipients: LOGISTICS,
    });
    expect(misses(complaint, 'task_progress')).toEqual([]);
    await complaint.passTo(shanghai('2026-03-02 15:30') + 1000);
    expect(misses(complaint, 'task_progress')).toEqual(['task_progress null']);
    expect(breaches(complaint, 'task_progress')).toEqual([
      LOGISTICS,
      { roles: ['department_head'], team: 'logistics', except: [] },
      { person: 'handler-1' },
    ]);
  });

  it('an answer at the due instant is in time; a second later the department is late, or the one who was named', async () => {
    const named = { department: 'logistics' as const, person: logisticsMember.id };
    for (const [data, by] of [
      [{ department: 'logistics' as const }, null],
      [named, 'logistics-1'],
    ] as const) {
      const [inTime, late] = [await inquired(['safety']), await inquired(['safety'])];
      for (const complaint of [inTime, late]) await complaint.do(handler, 'assign_task', data);
      await inTime.passTo(shanghai('2026-03-02 12:00'));
      await inTime.do(logisticsMember, 'answer_task');
      expect(misses(inTime, 'task_solution')).toEqual([]);
      expect(inTime.duties('task_progress')).toEqual([]);
      await late.passTo(shanghai('2026-03-02 12:00') + 1000);
      expect(misses(late, 'task_solution')).toEqual([`task_solution ${by}`]);
      expect(breaches(late, 'task_solution').at(-1)).toEqual({ person: 'handler-1' });
      await late.do(logisticsMember, 'answer_task');
      expect(late.duties('task_solution')).toEqual([]);
    }
  });

  it('a missing word is owed again by itself, until there is an answer', async () => {
    const complaint = await inquired(['safety']);
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    await complaint.passTo(shanghai('2026-03-02 13:30'));
    expect(misses(complaint, 'task_progress')).toHaveLength(3);
    expect(complaint.duties('task_progress').at(-1)).toMatchObject({ task: 1, department: 'logistics' });
    await complaint.do(logisticsMember, 'answer_task');
    expect(complaint.duties('task_progress')).toEqual([]);
  });

  it('important: a preliminary answer keeps the first time, and the final one is owed then', async () => {
    const complaint = await inquired(['use_impaired']);
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    expect(due(complaint, 'task_solution')).toBe('2026-03-03 10:00');
    await complaint.passTo(shanghai('2026-03-03 10:00'));
    await complaint.do(logisticsHead, 'answer_task', { preliminary: true });
    expect(complaint.file.tasks).toMatchObject([{ state: 'open', preliminary: true }]);
    expect(story(complaint, 'task_solution')).toEqual(['met task_solution']);
    expect(due(complaint, 'task_solution')).toBe('2026-03-05 18:00');
    expect(await complaint.refusal(logisticsHead, 'answer_task', { preliminary: true })).toBe('no_preliminary');
    await complaint.do(logisticsHead, 'answer_task');
    expect(complaint.duties('task_solution')).toEqual([]);
    expect(complaint.duties('task_progress')).toEqual([]);
  });

  it('urgent and normal ones have no preliminary answer', async () => {
    for (const grounds of [['safety'], []] as const) {
      const complaint = await inquired([...grounds]);
      await complaint.do(handler, 'assign_task', { department: 'logistics' });
      expect(await complaint.refusal(logisticsHead, 'answer_task', { preliminary: true })).toBe('no_preliminary');
    }
  });

  it('nothing is approved or filed that somebody still works on', async () => {
    const complaint = await begun();
    await complaint.walkTo('callback');
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    await complaint.walkTo('review');
    expect(complaint.duties('task_solution')).toHaveLength(1);
    expect(await complaint.try(supervisor, 'approve')).toEqual({ refused: { code: 'tasks_open', tasks: [1] } });
    await complaint.do(logisticsMember, 'answer_task');
    await complaint.do(supervisor, 'approve');
    const desk = await begun({ rules: SERVICE_DESK });
    await desk.do(handler, 'fill_form');
    await desk.walkTo('callback');
    await desk.do(handler, 'assign_task', { department: 'logistics' });
    await desk.walkTo('archive');
    expect(await desk.try(clerk, 'archive')).toMatchObject({
      refused: { code: 'missing', what: expect.arrayContaining(['open_tasks']) },
    });
    await desk.do(handler, 'cancel_task');
    await desk.walkTo('closed');
  });

  it('called off, the department is told', async () => {
    const complaint = await inquired();
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    await complaint.do(handler, 'cancel_task');
    expect(complaint.record.notices.at(-1)).toMatchObject({ notice: 'task_cancelled', recipients: LOGISTICS });
  });

  it('found urgent meanwhile it has the shorter time, from when it was asked', async () => {
    const complaint = await begun({ rules: SERVICE_DESK });
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    await complaint.passTo(complaint.now + 30 * MINUTE);
    await complaint.do(handler, 'classify', { grounds: ['safety'] });
    expect([due(complaint, 'task_solution'), due(complaint, 'task_progress')]).toEqual([
      '2026-03-02 12:00',
      '2026-03-02 11:00',
    ]);
  });

  it('is refused where there is no such task, or it is over', async () => {
    const complaint = await inquired();
    expect(await complaint.refusal(handler, 'return_task')).toBe('no_such_task');
    expect(await complaint.refusal(logisticsHead, 'answer_task')).toBe('no_such_task');
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    expect(await complaint.refusal(handler, 'return_task')).toBe('task_closed');
    await complaint.do(logisticsHead, 'answer_task');
    expect(await complaint.refusal(logisticsHead, 'answer_task')).toBe('task_closed');
    expect(await complaint.refusal(logisticsHead, 'report_progress')).toBe('task_closed');
    expect(await complaint.refusal(handler, 'cancel_task')).toBe('task_closed');
    expect(await complaint.refusal(handler, 'pass_task')).toBe('task_closed');
    await complaint.walkTo('archive');
    expect(await complaint.refusal(handler, 'assign_task')).toBe('not_in_stage');
  });

  it('an answer that does not do is returned: the department is asked anew, from then', async () => {
    const complaint = await inquired(['safety']);
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    await complaint.do(logisticsHead, 'answer_task');
    await complaint.passTo(shanghai('2026-03-02 16:00'));
    expect(await complaint.refusal(handler2, 'return_task')).toBe('not_owner');
    await complaint.do(handler, 'return_task');
    expect([due(complaint, 'task_solution'), due(complaint, 'task_progress')]).toEqual([
      '2026-03-02 18:00',
      '2026-03-02 17:00',
    ]);
  });

  it('called off, nothing of it is owed any more', async () => {
    const complaint = await inquired();
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    await complaint.do(handler, 'cancel_task');
    expect([...complaint.duties('task_solution'), ...complaint.duties('task_progress')]).toEqual([]);
    expect(complaint.file.tasks).toMatchObject([{ no: 1, state: 'cancelled' }]);
  });

  it('does not exist where the document knows no such thing; 004 knows the task and no word of progress', async () => {
    expect(await (await of002()).refusal(handler, 'assign_task')).toBe('step_unknown_here');
    expect(await (await begun({ rules: CASE_ANALYSIS })).refusal(handler, 'assign_task')).toBe('step_unknown_here');
    const market = await begun({ rules: MARKETPLACE });
    await market.do(handler, 'assign_task', { department: 'merchant_management' });
    expect(due(market, 'task_solution')).toBe('2026-03-04 18:00');
    expect(market.duties('task_progress')).toEqual([]);
  });
});

describe('HA-3 a task that is handed on', () => {
  it('does not start its time again; the next word of progress counts from then', async () => {
    const complaint = await inquired(['use_impaired']);
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    await complaint.passTo(shanghai('2026-03-02 15:00'));
    await complaint.do(logisticsHead, 'pass_task', { department: 'warehouse' });
    expect(due(complaint, 'task_solution')).toBe('2026-03-03 10:00');
    expect(due(complaint, 'task_progress')).toBe('2026-03-03 10:00');
    expect(duty(complaint, 'task_solution')).toMatchObject({ department: 'warehouse', task: 1 });
    expect(await complaint.refusal(logisticsHead, 'answer_task')).toBe('other_department');
    await complaint.do(warehouseHead, 'answer_task');
  });

  it('handed on when it is late, the miss stays where it happened, and the next department hears that it is late', async () => {
    const complaint = await inquired(['use_impaired']);
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    await complaint.passTo(shanghai('2026-03-03 10:30'));
    await complaint.do(logisticsHead, 'pass_task', { department: 'warehouse' });
    expect(complaint.record.notices.find(({ notice }) => notice === 'task_late')).toMatchObject({
      recipients: { team: 'warehouse' },
      params: { step: 1, dueAt: shanghai('2026-03-03 10:00') },
    });
    expect(duty(complaint, 'task_solution')).toMatchObject({ department: 'logistics', missed: true });
    await complaint.passTo(shanghai('2026-03-03 12:00'));
    expect(misses(complaint, 'task_solution')).toHaveLength(1);
    await complaint.do(warehouseHead, 'answer_task');
    expect(complaint.duties('task_solution')).toEqual([]);
  });

  it('is handed on by the department that has it, or by the owner', async () => {
    const complaint = await inquired();
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    expect(await complaint.refusal(warehouseHead, 'pass_task')).toBe('other_department');
    expect(await complaint.refusal(supervisor, 'pass_task')).toBe('role_needed');
    await complaint.do(handler, 'pass_task', { department: 'warehouse' });
    expect(complaint.file.tasks).toMatchObject([{ no: 1, department: 'warehouse', state: 'open' }]);
  });

  it('HA-18 is given to nobody who is complained about, first or later', async () => {
    const complaint = await inquired([], { respondents: [logisticsMember.id] });
    const him = { department: 'logistics' as const, person: logisticsMember.id };
    expect(await complaint.refusal(handler, 'assign_task', him)).toBe('complained_about');
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    expect(await complaint.refusal(logisticsHead, 'pass_task', him)).toBe('complained_about');
    expect(await complaint.refusal(handler, 'appoint_lead', him)).toBe('complained_about');
    expect(await complaint.refusal(logisticsMember, 'answer_task')).toBe('complained_about');
    expect(complaint.record.notices.at(-1)?.recipients).toEqual({ ...LOGISTICS, except: ['logistics-1'] });
  });
});

describe('HA-4 one lead for all departments', () => {
  it('is the first that is asked, until another is appointed; there is always exactly one', async () => {
    const complaint = await inquired();
    expect(complaint.file.lead).toBe(null);
    expect(await complaint.refusal(handler, 'appoint_lead')).toBe('no_task_for_lead');
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    await complaint.do(handler, 'assign_task', { department: 'warehouse' });
    expect(complaint.file.lead).toEqual({ department: 'logistics' });
    expect(await complaint.refusal(logisticsHead, 'appoint_lead')).toBe('not_owner');
    expect(await complaint.refusal(handler, 'appoint_lead', { department: 'finance' })).toBe('no_task_for_lead');
    await complaint.do(handler, 'appoint_lead', { department: 'warehouse', person: warehouseHead.id });
    expect(complaint.file.lead).toEqual({ department: 'warehouse', person: 'warehouse-head-1' });
    await complaint.do(handler, 'assign_task', { department: 'technical', lead: true });
    expect(complaint.file.lead).toEqual({ department: 'technical' });
  });

  it('is told to every department that is asked', async () => {
    const complaint = await inquired();
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    await complaint.do(handler, 'assign_task', { department: 'warehouse' });
    await complaint.do(handler, 'appoint_lead', { department: 'warehouse' });
    const told = complaint.record.notices.filter(({ notice }) => notice === 'lead_appointed').slice(-2);
    expect(told).toMatchObject([
      { recipients: { team: 'logistics' }, params: { department: 'warehouse' } },
      { recipients: { team: 'warehouse' }, params: { department: 'warehouse' } },
    ]);
  });

  it('goes with the task when the lead hands it on, and stays when another one does', async () => {
    const complaint = await inquired();
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    await complaint.do(handler, 'assign_task', { department: 'product' });
    await complaint.do(handler, 'pass_task', { task: 2, department: 'technical' });
    expect(complaint.file.lead).toEqual({ department: 'logistics' });
    await complaint.do(handler, 'pass_task', { task: 1, department: 'warehouse' });
    expect(complaint.file.lead).toEqual({ department: 'warehouse' });
  });

  it('passes on to another that is still asked when nothing is asked of the lead any more', async () => {
    const complaint = await inquired();
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    await complaint.do(handler, 'assign_task', { department: 'warehouse' });
    await complaint.do(handler, 'cancel_task', { task: 1 });
    expect(complaint.file.lead).toEqual({ department: 'warehouse' });
    await complaint.do(warehouseHead, 'answer_task', { task: 2 });
    expect(complaint.file.lead).toEqual({ department: 'warehouse' });
  });

  it('all called off, the next that is asked leads', async () => {
    const complaint = await inquired();
    await complaint.do(handler, 'assign_task', { department: 'logistics' });
    await complaint.do(handler, 'cancel_task');
    await complaint.do(handler, 'assign_task', { department: 'warehouse' });
    expect(complaint.file.lead).toEqual({ department: 'warehouse' });
  });
});

import { currentDetails, timerSummary, turnSummary } from '../../templates/run-details';
import { aComplaint, shanghai } from '../support/files';

/** A complaint with a department at work, as its run shows it. */
function inProgress() {
  const { file } = aComplaint({ marks: ['repeat'] });
  const dueAt = shanghai('2026-03-02 12:00');
  const duty = { round: 1, stage: null, from: file.receivedAt, dueAt };
  return {
    ...file,
    duties: [
      { ...duty, id: 'task_solution-8', kind: 'task_solution', of: 'department', task: 1, department: 'logistics' },
      { ...duty, id: 'account-9', kind: 'account', of: 'other_side', account: 2, missed: true },
    ],
    tasks: [
      { no: 1, department: 'logistics', person: 'logistics-1', state: 'open' },
      { no: 2, department: 'warehouse', state: 'answered' },
    ],
    lead: { department: 'logistics' },
  } satisfies Partial<typeof file> & object;
}

test('the run shows marks, duties with their numbers and departments, and the tasks', () => {
  const details = currentDetails(inProgress());
  expect(details).toContain('责任人：handler-1（一级受理人）');
  expect(details).toContain('下一时限：协办部门给出方案 1（物流部），2026-03-02（周一）12:00');
  expect(details).toContain('标记：重复投诉');
  expect(details).toContain('| 协办部门给出方案 1（物流部） | 2026-03-02（周一）12:00 | 待办 |');
  expect(details).toContain('| 对方说明情况 2 | 2026-03-02（周一）12:00 | **逾期** |');
  expect(details).toContain('| 1 | 物流部 logistics-1（第一责任） | 办理中 |');
  expect(details).toContain('| 2 | 仓储部 | 已答复 |');
});

test('what there is not, the run does not show', () => {
  const { file } = aComplaint();
  expect(currentDetails(file)).not.toMatch(/标记|协办任务/);
  expect(currentDetails({ ...file, closed: true, outcome: 'settled' })).toBe('**已结案**：达成一致并已执行。');
});

test('a timer and the commit of a turn say what they are about', () => {
  const file = inProgress();
  const [solution] = file.duties;
  expect(timerSummary({ at: shanghai('2026-03-02 11:30'), duty: solution! })).toBe(
    '协办部门给出方案 1（物流部） · 到期前提醒，时限 2026-03-02（周一）12:00',
  );
  expect(turnSummary(file, [{ type: 'missed', duty: 'task_solution-8', by: null }])).toBe(
    '存档：逾期 协办部门给出方案 1（物流部）',
  );
  expect(turnSummary(file, [], { action: 'assign_task' })).toBe('存档：交部门协办');
  const attempt = { type: 'refused', action: 'record_callback', because: 'answer_final', by: 'handler-1' } as const;
  expect(turnSummary(file, [attempt], { action: 'record_callback' })).toBe('存档：记录回访（未予允许）');
});

import { NOTICE_KEYS } from '../../domain/notices';
import type { NoticeParams } from '../../domain/notices';
import { fill, renderNotice } from '../../templates/notices';
import { NOTICES_EN, NOTICES_ZH } from '../../templates/notice-words';

const placeholders = ({ subject, body }: { subject: string; body: string }): string[] =>
  [...new Set(`${subject}${body}`.match(/\{\w+\}/g))].toSorted();
const full: NoticeParams = {
  duty: 'remedy_step',
  step: 2,
  dueAt: Date.UTC(2026, 10, 24, 10),
  wasDueAt: Date.UTC(2026, 10, 25, 10),
  outcome: 'completed',
  because: 'form_incomplete',
  action: 'record_callback',
  level: 2,
  priority: 'urgent',
  granted: false,
  decision: 'instruct',
  department: 'logistics',
  round: 1,
  cluster: 'M20261124-01',
  count: 5,
  message: 7,
  channel: 'email',
  improvement: 'G20261124-001',
  penalty: '20261124-001-F1',
  fen: 3000,
  verdict: 'upheld',
};

test.each(NOTICE_KEYS)('%s says the same things in Chinese and in English', (key) => {
  expect(placeholders(NOTICES_EN[key])).toEqual(placeholders(NOTICES_ZH[key]));
});

test.each(NOTICE_KEYS)('%s leaves no gap in what people read', (key) => {
  const { subject, body } = renderNotice(key, '20261124-001', full, '华东客服专员一');
  expect(`${subject}${body}`).not.toMatch(/[{}]|undefined/);
  expect(`${subject}${body}`).toContain(key.startsWith('message_') ? '电子邮件 第 7 号' : '20261124-001');
});

test('a placeholder without a value is refused, not left open', () => {
  expect(() => fill({ subject: '{number}', body: '{due}' }, { number: '1' })).toThrow("Nothing to fill '{due}' with");
});

test('a duty of the remedy is named with its step, a ground in its Chinese words', () => {
  expect(renderNotice('reminder', '1', full, '').subject).toBe('【临期】1 执行方案步骤 2');
  expect(renderNotice('sent_back', '1', full, '').body).toContain('投诉处理单不完整');
  expect(renderNotice('improvement_reminder', '1', { ...full, owed: 'verify' }, '').subject).toBe(
    '【临期】G20261124-001 验证改进措施',
  );
});

test('a department task is named with its number, a decision with how it went, a situation in words', () => {
  expect(renderNotice('called_upon', '1', { duty: 'task_solution', step: 2, dueAt: 0 }, '').subject).toBe(
    '【待办】1 协办部门给出方案 2',
  );
  expect(renderNotice('task_answered', '1', { step: 2 }, '').body).toContain('协办任务 2 已有答复');
  expect(renderNotice('decided', '1', { duty: 'extension_decision', granted: true }, '').body).toContain(
    '「上级决定是否延期」已有结果：同意',
  );
  expect(renderNotice('decided', '1', { duty: 'proposal_approval', granted: false }, '').body).toContain('：不同意');
  expect(renderNotice('informed', '1', { level: 3, priority: 'urgent' }, '').subject).toBe(
    '【上报】1 三级（极为严重），紧急',
  );
});

test('IN-5 the customer is told whole minutes, never earlier than what is owed to him', () => {
  const told = (time: string): string =>
    renderNotice('acknowledgement', '20261124-001', { dueAt: Date.parse(`2026-11-24T${time}+08:00`) }, '客服专员').body;
  expect(told('09:43:34')).toContain('将在 2026-11-24（周二）09:44 前与您联系');
  expect(told('18:00:00')).toContain('将在 2026-11-24（周二）18:00 前与您联系');
});

test('an acknowledgement without a due time promises none (IN-5)', () => {
  const { body } = renderNotice('acknowledgement_undated', '20261124-001', {}, '华东客服专员一');
  expect(body).toContain('受理编号：20261124-001');
  expect(body).toContain('华东客服专员一会先核实情况');
  expect(body).not.toMatch(/\d{2}:\d{2}/);
});

test('what was tried is named in the words of the procedure, a signal by its own name; why not, by its title (RE-7)', () => {
  const tried = { action: 'record_callback', because: 'answer_final' };
  expect(renderNotice('attempt_filed', '1', tried, '').body).toContain(
    '「记录回访」，未予允许：客户已作评价，不能更改',
  );
  const sent = { action: 'approve', because: 'code_unknown' };
  expect(renderNotice('signal_refused', '1', sent, '').body).toContain('「approve」，未被接受：审批码无效');
});

test('IN-11 a message is spoken of by its number and channel, also where nothing was promised for it', () => {
  const { subject, body } = renderNotice('message_waiting', null, { message: 7, channel: 'fax' }, '受理人');
  expect(subject).toBe('【新来信】传真 第 7 号');
  expect(body).toContain('首次回复时限：未约定。');
  expect(() => renderNotice('reminder', null, full, '')).toThrow("Nothing to fill '{number}' with");
});

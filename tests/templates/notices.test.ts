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
  action: 'approve',
};

test.each(NOTICE_KEYS)('%s says the same things in Chinese and in English', (key) => {
  expect(placeholders(NOTICES_EN[key])).toEqual(placeholders(NOTICES_ZH[key]));
});

test.each(NOTICE_KEYS)('%s leaves no gap in what people read', (key) => {
  const { subject, body } = renderNotice(key, '20261124-001', full, '华东客服专员一');
  expect(`${subject}${body}`).not.toMatch(/[{}]|undefined/);
  expect(`${subject}${body}`).toContain('20261124-001');
});

test('a placeholder without a value is refused, not left open', () => {
  expect(() => fill({ subject: '{number}', body: '{due}' }, { number: '1' })).toThrow("Nothing to fill '{due}' with");
});

test('a duty of the remedy is named with its step, a ground in its Chinese words', () => {
  expect(renderNotice('reminder', '1', full, '').subject).toBe('【临期】1 执行方案步骤 2');
  expect(renderNotice('sent_back', '1', full, '').body).toContain('投诉处理单不完整');
});

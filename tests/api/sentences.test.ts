import { REFUSAL_STATUS } from '../../api/http/problem';
import { PROBLEM_STATUS } from '../../api/http/problem-status';
import { satisfactionOf, satisfactionSchema } from '../../api/schemas/satisfaction';
import type { Event } from '../../domain/events';
import type { Refusal, RefusalCode } from '../../domain/refusals';
import { SATISFACTIONS } from '../../domain/words';
import { REFUSAL_CODES, refusalSentence, refusalTitle } from '../../templates/refusals';
import { eventSentence } from '../../templates/timeline';

/** Values for every field that a refusal may have. */
const VALUES = {
  stage: 'proposal',
  allowed: ['proposal', 'remedy'],
  owner: 'handler-1',
  persons: ['handler-1'],
  roles: ['supervisor', 'manager'],
  team: 'east',
  seq: 12,
  field: 'proof.occurredAt',
  proposal: 2,
  current: 1,
  duty: 'proposal_decision',
  step: 3,
  steps: [1, 2],
  what: ['verification', 'repeat_back'],
  backTo: 'proposal',
  policy: 'standard',
  edition: 2,
  present: 1,
  stages: ['verification', 'remedy'],
  level: 3,
  highest: 3,
  least: 2,
  because: 'repeat',
  priority: 'urgent',
  by: 'customer',
  department: 'logistics',
  departments: ['logistics', 'warehouse'],
  lead: 'logistics',
  nature: 'packaging',
  subType: 'negotiation',
  person: 'handler-1',
  days: 31,
  task: 2,
  tasks: [1, 3],
  account: 2,
  accounts: [1, 3],
  respondents: ['handler-2'],
  side: 'merchant',
  cause: 'misuse',
  missing: ['basis', 'care'],
  channel: 'email',
  tries: 2,
  channels: 1,
  needed: { tries: 3, days: 2, channels: 2 },
};

/** The words that each of these refusals chooses from. */
const ALLOWED: Partial<Record<RefusalCode, unknown[]>> = {
  no_such_nature: ['logistics', 'other'],
  sub_type_of_other: ['usage', 'charges'],
  not_higher: [2, 3],
  not_lower: [],
  no_such_priority: ['important', 'normal'],
  cause_of_other_dimension: ['rule_gap', 'missing_node'],
};

/** What improvements, penalties and others have to say, in words of their own. */
const OF_RECORDS: Partial<Record<RefusalCode, object>> = {
  handled_before: { because: 'himself' },
  beyond_limit: { limitFen: 2_000_000 },
  improvements_not_in_policy: { policy: 'marketplace' },
  improvement_closed: { state: 'passed' },
  improvement_stands: { state: 'planned', allowed: ['reported'] },
  not_the_person: { person: 'logistics-1', department: 'logistics' },
  not_the_setter: { setter: 'supervisor-1' },
  not_the_head: { setter: 'supervisor-1', department: 'logistics' },
  person_already: { person: 'logistics-1' },
  due_date_not_ahead: { after: '2026-11-22', mostDays: 731 },
  penalties_not_in_policy: { policy: 'marketplace' },
  penalty_stands: { state: 'waived', allowed: ['proposed'] },
  not_the_offender: { offender: 'handler-1' },
  fen_outside: { fen: 100, least: 3000, most: 10_000 },
  not_reduced: { fen: 100, least: 3000, most: 10_000 },
  breach_penalised: { penalty: '20261122-001-F1' },
  promise_stands: { until: '2026-11-27T10:00:00.000Z' },
  appeal_too_late: { until: '2026-11-27T10:00:00.000Z' },
};

describe('every refusal', () => {
  test.each(REFUSAL_CODES)('%s says in both languages what is not and what is allowed', (code) => {
    const { title, titleEn, detail, detailEn } = refusalSentence({
      ...VALUES,
      ...(ALLOWED[code] && { allowed: ALLOWED[code] }),
      ...OF_RECORDS[code],
      code,
    } as Refusal);
    expect([title, detail].join('')).not.toMatch(/undefined|null|\[object|[\u4e00-\u9fff][,:;]/);
    expect(detail).toMatch(/[\u4e00-\u9fff].*。$/);
    expect([titleEn, detailEn].join(' ')).toMatch(/^[\x20-\x7e…]+$/);
    expect(detailEn).toMatch(/\.$/);
    expect(title.length).toBeLessThan(20);
    expect(REFUSAL_STATUS[code]).toBeGreaterThanOrEqual(403);
  });

  test('has a code that no other problem has', () => {
    expect(Object.keys(PROBLEM_STATUS).filter((code) => code in REFUSAL_STATUS)).toEqual([]);
  });

  test('uses the words of the procedure', () => {
    expect(refusalSentence({ code: 'not_in_stage', stage: 'remedy', allowed: ['proposal'] }).detail).toBe(
      '投诉现处于「方案执行」，此操作只能在「方案与客户确认」进行。',
    );
    expect(refusalSentence({ code: 'missing', what: ['callback', 'repeat_back'] }).detail).toBe(
      '还缺：满意度回访、客户对复述内容的确认。',
    );
    expect(refusalSentence({ code: 'telling_incomplete', missing: ['basis', 'care'] }).detail).toBe(
      '还须告知客户：处理依据、注意事项；告知后在 covers 中逐项列出。',
    );
    expect(refusalSentence({ code: 'cause_of_other_dimension', cause: 'misuse', allowed: ['rule_gap'] }).detail).toBe(
      '「使用不当」不属于这一维度，可选：规则漏洞。',
    );
  });

  test('says so where there is nothing to choose from', () => {
    expect(refusalSentence({ code: 'no_such_task', task: 1, tasks: [] }).detail).toBe(
      '没有第 1 号协办任务，现在一项也没有。',
    );
    expect(refusalSentence({ code: 'no_task_for_lead', departments: [] }).detailEn).toContain('there is no task now');
    expect(refusalSentence({ code: 'not_lower', level: 1, highest: 3, allowed: [] }).detailEn).toContain(
      'the lowest that',
    );
    expect(refusalSentence({ code: 'not_higher', level: 1, highest: 1, allowed: [] }).detail).toContain('只有一个级别');
    expect(refusalSentence({ code: 'no_such_priority', priority: 'normal', allowed: [] }).detail).toContain(
      '不分优先级',
    );
  });

  test('has a title that its code alone gives', () => {
    expect(REFUSAL_CODES.filter((code) => refusalTitle(code) === code)).toEqual([]);
    expect(refusalTitle('something_new')).toBe('something_new');
  });
});

test.each<[Event, string]>([
  [{ type: 'missed', duty: 'follow_up-3', by: 'handler-1' }, '「定期联系客户」逾期未完成，记为违规（handler-1）'],
  [{ type: 'reminded', duty: 'first_contact-1' }, '提醒：「首次联系并填写投诉处理单」即将到期'],
  [{ type: 'refused', action: 'approve', because: 'code_unknown' }, '收到操作「approve」，未予接受：审批码无效'],
  [{ type: 'refused', action: 'cancel', because: 'something_new' }, '收到操作「cancel」，未予接受：something_new'],
  [{ type: 'round_opened', level: 2, because: 'dissatisfied' }, '客户不满意，重新处理，二级（较为严重）'],
])('%j reads: %s', (event, sentence) => {
  expect(eventSentence(event, (id) => id)).toBe(sentence);
});

describe('a score is translated by its scale (CO-2)', () => {
  test.each([1, 2, 3, 4, 5])('%i', (score) => {
    expect(satisfactionOf({ score, scale: 'one_best' })).toBe(SATISFACTIONS[score - 1]);
    expect(satisfactionOf({ score, scale: 'five_best' })).toBe(SATISFACTIONS[5 - score]);
    expect(satisfactionSchema.safeParse(score).success).toBe(false);
  });
});

import { chinaCalendar } from '../../calendars/china';
import { GROUNDS } from '../../domain/classification';
import { ACTION_NAMES, ACTION_RULES } from '../../domain/decide';
import { dueTime } from '../../domain/due-time';
import { MESSAGE_STATES, MESSAGE_STEPS } from '../../domain/messages';
import { INTAKE_FIELDS } from '../../domain/questions';
import * as words from '../../domain/words';
import { POLICIES } from '../../policies';
import { STANDARD } from '../../policies/standard';
import { dueSentence } from '../../templates/due-sentence';
import { MESSAGE_STATE_ZH, MESSAGE_STEP_ZH } from '../../templates/messages';
import { INTAKE_FIELD_ZH } from '../../templates/questions';
import * as timeline from '../../templates/timeline-words';
import * as zh from '../../templates/words-zh';
import { PAGES, section, textOf } from './pages';

const FIELD_NAMES = Object.fromEntries(Object.entries(INTAKE_FIELD_ZH).map(([field, { name }]) => [field, name]));
const subTypes = Object.values(words.SUB_TYPES).flat();
const causes = Object.values(words.CAUSES).flat();

/** The tables of the glossary that show words of the code with their Chinese. */
const LISTED: [heading: string, words: readonly (string | number)[], chinese: Record<string, string> | null][] = [
  ['阶段 Stages', words.STAGES, zh.STAGE_ZH],
  ['时限事项 Duties', words.DUTY_KINDS, zh.DUTY_ZH],
  ['操作 Actions', ACTION_NAMES, zh.ACTION_ZH],
  ['事实 Facts', words.FACTS, zh.FACT_ZH],
  ['级别 Levels', words.LEVELS, zh.LEVEL_ZH],
  ['优先级 Priorities', words.PRIORITIES, zh.PRIORITY_ZH],
  ['标记 Marks', words.MARKS, zh.MARK_ZH],
  ['分类依据 Grounds of classification', GROUNDS, timeline.GROUND_ZH],
  ['岗位 Roles', words.ROLES, zh.ROLE_ZH],
  ['来件类型 Request types', words.REQUEST_TYPES, zh.REQUEST_TYPE_ZH],
  ['来件细类 Sub-types', subTypes, zh.SUB_TYPE_ZH],
  ['渠道 Channels', words.CHANNELS, zh.CHANNEL_ZH],
  ['投诉人 Complainants', words.COMPLAINANT_KINDS, null],
  ['投诉对象 Subjects', words.SUBJECT_KINDS, zh.SUBJECT_ZH],
  ['问题性质 Natures', words.NATURES, zh.NATURE_ZH],
  ['诉求 Demands', words.DEMANDS, null],
  ['佐证材料 Kinds of evidence', words.EVIDENCE_KINDS, timeline.EVIDENCE_KIND_ZH],
  ['提供方 Sources of evidence', words.EVIDENCE_SOURCES, timeline.EVIDENCE_SOURCE_ZH],
  ['联系目的 Purposes of a contact', words.CONTACT_PURPOSES, timeline.PURPOSE_ZH],
  ['核实来源 Sources of a verification', words.VERIFICATION_SOURCES, timeline.SOURCE_ZH],
  ['责任归属 Responsibilities', words.RESPONSIBILITIES, timeline.RESPONSIBILITY_ZH],
  ['部门 Departments', words.DEPARTMENTS, zh.DEPARTMENT_ZH],
  ['协办答复 Answers of a department', words.TASK_ANSWERS, timeline.TASK_ANSWER_ZH],
  ['情况说明 Whose account is asked for', words.ACCOUNT_OF, zh.ACCOUNT_OF_ZH],
  ['原因维度 Dimensions of a cause', words.DIMENSIONS, zh.DIMENSION_ZH],
  ['原因 Causes', causes, zh.CAUSE_ZH],
  ['方案种类 Kinds of a proposal', words.PROPOSAL_KINDS, timeline.PROPOSAL_KIND_ZH],
  ['方案依据 Bases of a proposal', words.BASES, timeline.BASIS_ZH],
  ['损害程度 Severities', words.SEVERITIES, zh.SEVERITY_ZH],
  ['告知要点 Points of telling a proposal', words.TELLING_POINTS, timeline.TELLING_POINT_ZH],
  ['凭证 Proofs of the customer’s word', words.PROOF_KINDS, timeline.PROOF_ZH],
  ['满意度 Satisfaction', words.SATISFACTIONS, zh.SATISFACTION_ZH],
  ['退回原因 Grounds for sending back', words.REJECTION_GROUNDS, zh.REJECTION_ZH],
  ['处理结果 Results', words.RESULTS, timeline.RESULT_ZH],
  ['结案结果 Outcomes', words.OUTCOMES, zh.OUTCOME_ZH],
  ['团队 Kinds of teams', words.TEAM_KINDS, zh.TEAM_KIND_ZH],
  ['关联 Kinds of links', words.LINK_KINDS, zh.LINK_ZH],
  ['集体投诉的对象 Subjects of a mass complaint', words.CLUSTER_SUBJECTS, zh.CLUSTER_SUBJECT_ZH],
  ['集体投诉的状态 States of a mass complaint', words.CLUSTER_STATES, zh.CLUSTER_STATE_ZH],
  ['来信状态 States of a message', MESSAGE_STATES, MESSAGE_STATE_ZH],
  ['来信经过 Steps of a message', MESSAGE_STEPS, MESSAGE_STEP_ZH],
  ['信息项 Fields of information', INTAKE_FIELDS, FIELD_NAMES],
];

const rowsOf = (table: string): string[][] =>
  [...table.matchAll(/^\| `([^`]+)` *\|(.*)\|$/gm)].map(([, word, rest]) => [
    word!,
    ...rest!.split('|').map((cell) => cell.trim()),
  ]);

test.each(LISTED)('the glossary has the words of %s, all of them, in Chinese', (heading, listed, chinese) => {
  const rows = rowsOf(section('docs/glossary.md', heading));
  expect(rows.map(([word]) => word)).toEqual(listed.map(String));
  for (const [word, text] of rows) {
    expect(text).toMatch(/\p{Script=Han}|APP/u);
    if (chinese) expect(text).toBe(chinese[word!]);
  }
});

test('the glossary says from when every duty counts', () => {
  const rows = rowsOf(section('docs/glossary.md', '时限事项 Duties'));
  expect(Object.fromEntries(rows.map(([word, , from]) => [word, from]))).toEqual(zh.DUTY_FROM_ZH);
});

test.each<[heading: string, groups: Record<string, readonly string[]>]>([
  ['来件细类 Sub-types', words.SUB_TYPES],
  ['原因 Causes', words.CAUSES],
])('the glossary says of every word of %s what it belongs to', (heading, groups) => {
  const rows = rowsOf(section('docs/glossary.md', heading));
  const expected = Object.entries(groups).flatMap(([group, listed]) => listed.map((word) => [word, `\`${group}\``]));
  expect(rows.map(([word, , group]) => [word, group])).toEqual(expected);
});

test('the natures of the shipped policies are called what everybody else calls them (CL-1)', () => {
  for (const { natures } of POLICIES) expect(natures).toEqual(zh.NATURE_ZH);
  expect(zh.natureZh('packaging', { natures: { packaging: '包装破损' } })).toBe('包装破损');
  expect(zh.natureZh('logistics')).toBe('物流配送');
  expect(zh.natureZh('packaging')).toBe('packaging');
});

test('no list of words is missing from the glossary', () => {
  const lists: readonly unknown[] = LISTED.map(([, listed]) => listed);
  const unlisted = Object.entries(words).filter(([, list]) => Array.isArray(list) && !lists.includes(list));
  expect(unlisted.map(([name]) => name)).toEqual([]);
});

const CLAUSE = /\b(?:RO|IN|CL|HA|CO|RE)-\d+\b/g;
const known = rowsOfClauses();

function rowsOfClauses(): string[] {
  return [...textOf('docs/clauses.md').matchAll(/^\| ((?:RO|IN|CL|HA|CO|RE)-\d+) /gm)].map(([, id]) => id!);
}

test.each(PAGES)('every clause that %s names is on the list', (page) => {
  expect([...new Set(textOf(page).match(CLAUSE))].filter((id) => !known.includes(id))).toEqual([]);
});

test('every clause that policies and actions name is on the list', () => {
  const ofPolicies = POLICIES.flatMap(({ stages, duties }) => [...Object.values(stages), ...Object.values(duties)]);
  const rules = [...ofPolicies, ...Object.values(ACTION_RULES)];
  const named = [...new Set(rules.flatMap(({ clause }) => clause.match(CLAUSE) ?? []))];
  expect(named.filter((id) => !known.includes(id))).toEqual([]);
});

test('the procedure names the clauses of every stage', () => {
  const page = textOf('docs/procedure.md');
  const ids = [...new Set(Object.values(STANDARD.stages).flatMap(({ clause }) => clause.split(', ')))];
  expect(ids.filter((id) => !page.includes(id))).toEqual([]);
});

test('the sentence that explains a due time stands in the procedure as the product says it', () => {
  const from = Date.parse('2026-09-30T20:10:00+08:00');
  const { explanation } = dueTime(chinaCalendar(), from, { clock: 'days', working: 1 }, []);
  expect(textOf('docs/procedure.md')).toContain(dueSentence(explanation, { event: '收到投诉' }));
});

import { chinaCalendar } from '../../calendars/china';
import { GROUNDS } from '../../domain/classification';
import { ACTION_NAMES, ACTION_RULES } from '../../domain/decide';
import { dueTime } from '../../domain/due-time';
import { MESSAGE_STATES, MESSAGE_STEPS } from '../../domain/messages';
import { INTAKE_FIELDS } from '../../domain/questions';
import * as words from '../../domain/words';
import { STANDARD } from '../../policies/standard';
import { dueSentence } from '../../templates/due-sentence';
import { MESSAGE_STATE_ZH, MESSAGE_STEP_ZH } from '../../templates/messages';
import { INTAKE_FIELD_ZH } from '../../templates/questions';
import * as zh from '../../templates/words-zh';
import { PAGES, section, textOf } from './pages';

const FIELD_NAMES = Object.fromEntries(Object.entries(INTAKE_FIELD_ZH).map(([field, { name }]) => [field, name]));

/** The tables of the glossary that show words of the code with their Chinese. */
const LISTED: [heading: string, words: readonly (string | number)[], chinese: Record<string, string> | null][] = [
  ['阶段 Stages', words.STAGES, zh.STAGE_ZH],
  ['时限事项 Duties', words.DUTY_KINDS, zh.DUTY_ZH],
  ['操作 Actions', ACTION_NAMES, zh.ACTION_ZH],
  ['事实 Facts', words.FACTS, zh.FACT_ZH],
  ['级别 Levels', words.LEVELS, zh.LEVEL_ZH],
  ['优先级 Priorities', words.PRIORITIES, zh.PRIORITY_ZH],
  ['分类依据 Grounds of classification', GROUNDS, null],
  ['岗位 Roles', words.ROLES, zh.ROLE_ZH],
  ['来件类型 Request types', words.REQUEST_TYPES, zh.REQUEST_TYPE_ZH],
  ['渠道 Channels', words.CHANNELS, zh.CHANNEL_ZH],
  ['投诉人 Complainants', words.COMPLAINANT_KINDS, null],
  ['问题性质 Natures', words.NATURES, zh.NATURE_ZH],
  ['诉求 Demands', words.DEMANDS, null],
  ['联系目的 Purposes of a contact', words.CONTACT_PURPOSES, null],
  ['核实来源 Sources of a verification', words.VERIFICATION_SOURCES, null],
  ['责任归属 Responsibilities', words.RESPONSIBILITIES, null],
  ['方案种类 Kinds of a proposal', words.PROPOSAL_KINDS, null],
  ['方案依据 Bases of a proposal', words.BASES, null],
  ['凭证 Proofs of the customer’s word', words.PROOF_KINDS, null],
  ['满意度 Satisfaction', words.SATISFACTIONS, zh.SATISFACTION_ZH],
  ['退回原因 Grounds for sending back', words.REJECTION_GROUNDS, zh.REJECTION_ZH],
  ['结果 Outcomes', words.OUTCOMES, zh.OUTCOME_ZH],
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

test('every clause that policy and actions name is on the list, and said to be there', () => {
  const rules = [...Object.values(STANDARD.stages), ...Object.values(STANDARD.duties), ...Object.values(ACTION_RULES)];
  const named = [...new Set(rules.flatMap(({ clause }) => clause.match(CLAUSE) ?? []))];
  const absent = named.filter((id) => !new RegExp(`^\\| ${id} .*\\| (有|部分)`, 'm').test(textOf('docs/clauses.md')));
  expect(absent).toEqual([]);
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

import { isLocalDate } from '../calendar';
import type { LocalDate } from '../calendar';
import type { Comparison } from './words';

/** What an improvement is held to: a value with its unit, or a date by which something stands (003 表2 五). */
export type Target = { comparison: Comparison; value: number; unit: string } | { by: LocalDate };

/** How people write a comparison, the longer ones first. */
const WRITTEN: [Comparison, string][] = [
  ['at_most', '≤|<=|不超过|不高于|不多于|不大于|至多|最多|控制在|缩短至|缩短到|降至|降到|减少到'],
  ['at_least', '≥|>=|不低于|不少于|不小于|至少|最少|达到|达|提高到|提高至|提升到|提升至'],
  ['below', '<|＜|低于|少于|小于'],
  ['above', '>|＞|超过|高于|多于|大于'],
  ['exactly', '=|＝|等于|为'],
];
const BEFORE = WRITTEN.map(([, words]) => words).join('|');
const VALUE = new RegExp(
  `^(?:每(天|日|周|月|季度|年))?(${BEFORE})?(-?\\d+(?:\\.\\d+)?)([^\\d\\s.-]\\D{0,19}?)(以内|之内|以下|以上|内)?$`,
);
const DATE = /^(?:不晚于|截至|截止|在|于)?(\d{4})(?:-|年)(\d{1,2})(?:-|月)(\d{1,2})日?(?:之前|以前|前)?$/;

/** Reads a target as people write it: `≤2小时`, `至少95%`, `1分钟以内`, `2026-12-31前`; null where there is nothing to measure by. */
export function parseTarget(text: string): Target | null {
  const written = text.replaceAll(/[\s,，]/g, '').replaceAll('％', '%');
  const [, year = '', month = '', day = ''] = DATE.exec(written) ?? [];
  const by = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isLocalDate(by)) return { by };
  const [, each, before, value, unit, after] = VALUE.exec(written) ?? [];
  if (value === undefined || unit === undefined) return null;
  return { comparison: comparisonOf(before, after), value: Number(value), unit: each ? `${unit}/${each}` : unit };
}

function comparisonOf(before: string | undefined, after: string | undefined): Comparison {
  if (before === undefined) {
    if (after === undefined) return 'exactly';
    return after === '以上' ? 'at_least' : 'at_most';
  }
  return WRITTEN.find(([, words]) => words.split('|').includes(before))?.[0] ?? 'exactly';
}

/** What nobody can check: to try harder, to be more careful, to be more aware; in both kinds of characters, and in English. */
const EMPTY =
  /加[强強大]|增[强強]|[强強]化|提[高升]|改善|端正|意[识識]|[责責]任心|注意|重[视視]|[认認]真|[尽儘盡]量|努力|小心|用心|上心|留心|精心|耐心|[细細]心|仔[细細]|多加|[谨謹]慎|引以[为為]戒|吸取|杜[绝絕]|避免|\bcareful|\battention|\baware|\btry harder|\bdo better|\bimprove/i;
/** What can be checked: a number, how often, something counted, or a state that is there or not. */
const CHECKABLE =
  /\d|[一二两兩三四五六七八九十百千](?:个|個|次|天|日|周|週|月|年|小[时時]|分|秒|件|[项項]|份|名|人)|每(?:天|日|周|週|月|季|年|班|[单單]|次|件)|率|[时時](?:[长長]|[间間]|效|限)|次[数數]|件[数數]|[数數]量|[评評得]分|[满滿]意度|考核|抽[查检檢]|校[验驗]|[验驗]收|上[线線]|[启啟]用|停用|[发發]布|修[订訂]|[签簽][字署到]/;

/** Whether a text only promises to try harder and gives nothing to check it by (003 四: 避免空泛表述). */
export const isEmptyPhrase = (text: string): boolean => EMPTY.test(text) && !CHECKABLE.test(text);

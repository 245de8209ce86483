import { IMPROVEMENT_ACTIONS } from '../../domain/improvement/decide';
import { COMPARISONS, IMPROVEMENT_DUTIES, IMPROVEMENT_STATES } from '../../domain/improvement/words';
import { MANUAL_GROUNDS, PENALTY_CAUSES, PENALTY_STATES } from '../../domain/penalties/words';
import { IMPROVEMENT_ACTION_ZH, IMPROVEMENT_DUTY_ZH, IMPROVEMENT_STATE_ZH } from '../../templates/improvement-words';
import { MANUAL_GROUND_ZH, PENALTY_CAUSE_ZH, PENALTY_STATE_ZH } from '../../templates/penalty-words';
import { section } from './pages';

/** The tables of the glossary that show the words of improvements and penalties with their Chinese. */
const LISTED: [heading: string, words: readonly string[], chinese: Record<string, string> | null][] = [
  ['改进措施的状态 States of an improvement', IMPROVEMENT_STATES, IMPROVEMENT_STATE_ZH],
  ['改进措施的时限事项 Duties of an improvement', IMPROVEMENT_DUTIES, IMPROVEMENT_DUTY_ZH],
  ['改进措施的操作 Actions on an improvement', IMPROVEMENT_ACTIONS, IMPROVEMENT_ACTION_ZH],
  ['比较 Comparisons', COMPARISONS, null],
  ['负激励的状态 States of a penalty', PENALTY_STATES, PENALTY_STATE_ZH],
  ['负激励的由来 Causes of a penalty', PENALTY_CAUSES, PENALTY_CAUSE_ZH],
  ['上级提出负激励的依据 Grounds of a penalty proposed by hand', MANUAL_GROUNDS, MANUAL_GROUND_ZH],
];

test.each(LISTED)('the glossary has the words of %s, all of them, in Chinese', (heading, listed, chinese) => {
  const rows = [...section('docs/glossary.md', heading).matchAll(/^\| `([^`]+)` *\| *([^|]*?) *\|/gm)];
  expect(rows.map(([, word]) => word)).toEqual(listed);
  for (const [, word, text] of rows) {
    expect(text).toMatch(/\p{Script=Han}/u);
    if (chinese) expect(text).toBe(chinese[word!]);
  }
});

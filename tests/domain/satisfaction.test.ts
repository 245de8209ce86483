import { scoreOf, wordOf } from '../../domain/satisfaction';
import { SATISFACTIONS } from '../../domain/words';

describe('CO-2 a word and the number that a document prints for it', () => {
  test('002 has 1 as best, 003 has 5 as best, others have words only', () => {
    expect(SATISFACTIONS.map((word) => scoreOf(word, 'one_best'))).toEqual([1, 2, 3, 4, 5]);
    expect(SATISFACTIONS.map((word) => scoreOf(word, 'five_best'))).toEqual([5, 4, 3, 2, 1]);
    expect(SATISFACTIONS.map((word) => scoreOf(word, 'words'))).toEqual([null, null, null, null, null]);
  });

  test.each(['one_best', 'five_best'] as const)('by %s, there and back', (scale) => {
    for (const word of SATISFACTIONS) expect(wordOf(scoreOf(word, scale) ?? 0, scale)).toBe(word);
  });
});

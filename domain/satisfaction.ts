import { SATISFACTIONS } from './words';
import type { Satisfaction } from './words';

/** How satisfaction is numbered for readers: 002 prints 1 as best, 003 prints 5 as best, others show words only (CO-2). */
export type Scale = 'one_best' | 'five_best' | 'words';

/** The number that stands for a word, 1 to 5; null where words are all there is. */
export function scoreOf(satisfaction: Satisfaction, scale: Scale): number | null {
  if (scale === 'words') return null;
  const place = SATISFACTIONS.indexOf(satisfaction);
  return scale === 'one_best' ? place + 1 : SATISFACTIONS.length - place;
}

/** The word that a number stands for, 1 to 5. */
export const wordOf = (score: number, scale: Exclude<Scale, 'words'>): Satisfaction | undefined =>
  SATISFACTIONS.find((word) => scoreOf(word, scale) === score);

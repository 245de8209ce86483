/** A word of the procedure as an English sentence has it: `first_contact` is first contact. */
export const wordEn = (word: string): string => word.replaceAll('_', ' ');

/** Several of them. */
export const wordsEn = (words: readonly string[]): string => words.map(wordEn).join(', ');

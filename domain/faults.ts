/** Something that is wrong with data, in both languages: what was given, and what is allowed. */
export type Fault = { zh: string; en: string };

export const fault = (zh: string, en: string): Fault => ({ zh, en });

/** The same faults, of something that is named. */
export const faultsOf = (zh: string, en: string, faults: Fault[]): Fault[] =>
  faults.map((one) => fault(`${zh}：${one.zh}`, `${en}: ${one.en}`));

/** Faults as one English text, for errors and logs. */
export const inEnglish = (faults: Fault[]): string => faults.map(({ en }) => en).join(' ');

/** A wording in both languages, with {parameters} of the same names. */
export type Wording = { zh: string; en: string };

/**
 * 客服标准话术 (RE-11): what staff say at one touch with the customer. A changed wording is a new version at the end of the
 * list; versions are never edited or taken away, since what was said with them is on record.
 */
export type Script = {
  id: string;
  /** When it is used. */
  when: Wording;
  /** The document that prints the first version (of the question of satisfaction: its five options); absent: the company's. */
  printed?: string;
  clause: string;
  versions: readonly [Wording, ...Wording[]];
};

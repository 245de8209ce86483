import { CLOSING } from './closing';
import { OPENING } from './opening';
import type { Script } from './script';
import { SOLVING } from './solving';

export { SCRIPT_PARAMS } from './params';
export type { Script, Wording } from './script';

/** 客服标准话术: every touch with the customer, in the order of the procedure (RE-11). */
export const SCRIPTS: readonly Script[] = [...OPENING, ...SOLVING, ...CLOSING];

export const SCRIPT_LANGUAGES = ['zh', 'en'] as const;
export type ScriptLanguage = (typeof SCRIPT_LANGUAGES)[number];

/** The script of an id, or undefined. */
export const scriptOf = (id: string): Script | undefined => SCRIPTS.find((script) => script.id === id);

/** The version that is offered now. Versions count from 1. */
export const newestOf = ({ versions }: Script): number => versions.length;

/** The text of a version as it stands, or undefined where there is no such version. */
export const wordingOf = ({ versions }: Script, version: number, lang: ScriptLanguage): string | undefined =>
  versions[version - 1]?.[lang];

const PLACEHOLDER = /\{(\w+)\}/g;

/** The parameters of a text, each once, in the order of the text. */
export const paramsOf = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '')),
];

/** What was given: texts, or numbers as people write them. */
export type ScriptParams = Record<string, string | number>;

/** A text with its parameters filled in; or which are missing, and which it does not know. Values are put in as they are. */
export function rendered(
  text: string,
  params: ScriptParams,
): { text: string } | { missing: string[]; unknown: string[] } {
  const wanted = paramsOf(text);
  const missing = wanted.filter((name) => !Object.hasOwn(params, name));
  const unknown = Object.keys(params).filter((name) => !wanted.includes(name));
  if (missing.length + unknown.length > 0) return { missing, unknown };
  return { text: text.replace(PLACEHOLDER, (_, name: string) => String(params[name])) };
}

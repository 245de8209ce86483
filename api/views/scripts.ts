import { z } from 'zod';
import { newestOf, paramsOf, SCRIPT_LANGUAGES, SCRIPT_PARAMS, wordingOf } from '../../templates/scripts';
import type { Script, ScriptLanguage } from '../../templates/scripts';

const paramSchema = z.object({ name: z.string(), zh: z.string(), example: z.string() });

const shared = {
  id: z.string(),
  when: z.string().describe('何时使用'),
  whenEn: z.string(),
  clause: z.string(),
  printed: z.string().nullable().describe('第 1 版的原文出处；为空则由公司按同样的语气拟定'),
  params: z.array(paramSchema).describe('须填的参数'),
};

/** A script in its newest version, in both languages. */
export const listedScriptSchema = z
  .object({ ...shared, newest: z.int(), versions: z.array(z.int()), zh: z.string(), en: z.string() })
  .meta({ id: 'ListedScript' });

/** One version of a script in one language. */
export const scriptSchema = z
  .object({ ...shared, version: z.int(), newest: z.int(), lang: z.enum(SCRIPT_LANGUAGES), text: z.string() })
  .meta({ id: 'Script' });

const paramsView = (text: string): z.output<typeof paramSchema>[] =>
  paramsOf(text).map((name) => ({ name, zh: name, example: '', ...SCRIPT_PARAMS[name] }));

const sharedView = ({ id, when, clause, printed }: Script, text: string) => ({
  id,
  when: when.zh,
  whenEn: when.en,
  clause,
  printed: printed ?? null,
  params: paramsView(text),
});

export function listedScriptView(script: Script): z.output<typeof listedScriptSchema> {
  const newest = newestOf(script);
  const zh = wordingOf(script, newest, 'zh') ?? '';
  const en = wordingOf(script, newest, 'en') ?? '';
  const versions = script.versions.map((_, index) => index + 1);
  return { ...sharedView(script, zh), newest, versions, zh, en };
}

export function scriptView(script: Script, version: number, lang: ScriptLanguage): z.output<typeof scriptSchema> {
  const text = wordingOf(script, version, lang) ?? '';
  return { ...sharedView(script, text), version, newest: newestOf(script), lang, text };
}

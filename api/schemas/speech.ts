import { z } from 'zod';
import {
  newestOf,
  paramsOf,
  rendered,
  SCRIPT_LANGUAGES,
  SCRIPT_PARAMS,
  scriptOf,
  SCRIPTS,
  wordingOf,
} from '../../templates/scripts';
import type { Script, ScriptLanguage, ScriptParams } from '../../templates/scripts';
import type { Write } from '../hand-over';
import { allows } from '../http/issues';
import { count, fields, longText, text } from './basics';

/** How a script is put into words: which version, in which language, with which parameters. */
export const renderingFields = {
  version: count(1, 999).optional().describe('版本；不填即最新'),
  lang: z.enum(SCRIPT_LANGUAGES).default('zh'),
  params: z
    .record(z.string(), z.union([text(2_000), z.int()], { error: allows('文字或整数', 'a text or a whole number') }), {
      error: allows('对象：参数名与文字（或整数）', 'an object of texts (or whole numbers) by their names'),
    })
    .default({})
    .describe('参数，见 GET /scripts'),
};

type Rendering = { version?: number | undefined; lang: ScriptLanguage; params: ScriptParams };
type Amiss = { path: string[]; given: unknown; allowed: readonly [zh: string, en: string] };

/** What keeps a script from being said: no such version, parameters missing, parameters that it does not know. */
export function amissIn(script: Script, { version = newestOf(script), lang, params }: Rendering): Amiss[] {
  const wording = wordingOf(script, version, lang);
  if (wording === undefined) {
    const versions = script.versions.map((_, index) => index + 1);
    return [
      {
        path: ['version'],
        given: version,
        allowed: [`可选：${versions.join('、')}`, `one of: ${versions.join(', ')}`],
      },
    ];
  }
  const outcome = rendered(wording, params);
  if ('text' in outcome) return [];
  const names = paramsOf(wording);
  const none: Amiss['allowed'] =
    names.length === 0
      ? ['此话术没有参数', 'this script has no parameters']
      : [
          `此话术没有这个参数；可用：${names.join('、')}`,
          `this script has no such parameter; it has: ${names.join(', ')}`,
        ];
  return [
    ...outcome.missing.map((name) => ({ path: ['params', name], given: undefined, allowed: wantedParam(name) })),
    ...outcome.unknown.map((name) => ({ path: ['params', name], given: params[name], allowed: none })),
  ];
}

const wantedParam = (name: string): Amiss['allowed'] => {
  const { zh = name, example = '' } = SCRIPT_PARAMS[name] ?? {};
  return [`必填：${zh}，例如：${example}`, `required, for instance: ${example}`];
};

/** The words of a script that nothing is amiss in. */
export function wordsOf(script: Script, { version = newestOf(script), lang, params }: Rendering): string {
  const outcome = rendered(wordingOf(script, version, lang) ?? '', params);
  if (!('text' in outcome)) throw new Error(`Script '${script.id}' was not checked before it was said.`);
  return outcome.text;
}

/** A script that was said to a customer (RE-11). Its faults are told with those of the other fields. */
const scriptSchema = fields({ id: z.string().describe('话术编号，见 GET /scripts'), ...renderingFields })
  .superRefine((given, context) => {
    const script = scriptOf(given.id);
    const amiss: Amiss[] = script ? amissIn(script, given) : [{ path: ['id'], given: given.id, allowed: KNOWN }];
    for (const { path, given: input, allowed } of amiss) {
      context.addIssue({ code: 'custom', path, input, message: allows(...allowed) });
    }
  })
  .meta({ id: 'SpokenScript' });

const ids = SCRIPTS.map(({ id }) => id);
const KNOWN: Amiss['allowed'] = [`可选：${ids.join('、')}`, `one of: ${ids.join(', ')}`];

/** The two fields by which an action says what the customer was told: own words, a script, or a script and what was added to it. */
export const speechFields = {
  text: longText().optional().describe('说了什么'),
  script: scriptSchema.optional().describe('用了哪一条标准话术；存档的是填好参数的原文'),
};

type Speech = { text?: string | undefined; script?: z.output<typeof scriptSchema> | undefined };

/** An object with the fields of speech, at least one of which has to be there. */
export const withSpeech = <S extends z.ZodObject>(schema: S): S =>
  schema.refine((given: Speech) => given.text !== undefined || given.script !== undefined, {
    path: ['text'],
    error: allows('text 与 script 至少填一项', 'at least one of text and script'),
    // Told together with whatever else is wrong.
    when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value),
  });

/** Stores what was said (`withSpeech` has seen to it that something was), with the script that it was said by; its id. */
export function say(write: Write, field: string, { text: own, script }: Speech): string {
  const known = script && scriptOf(script.id);
  if (!known) return write(field, own ?? '');
  const { version: scriptVersion = newestOf(known), lang: scriptLang } = script;
  const said = wordsOf(known, script);
  return write(field, own === undefined ? said : `${said}\n${own}`, { scriptId: known.id, scriptVersion, scriptLang });
}

/** The same where nothing need be said: then there is no id. */
export const sayIfAny = (write: Write, field: string, speech: Speech): string | undefined =>
  speech.text === undefined && speech.script === undefined ? undefined : say(write, field, speech);

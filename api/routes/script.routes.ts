import { z } from 'zod';
import { newestOf, SCRIPT_LANGUAGES, scriptOf, SCRIPTS } from '../../templates/scripts';
import type { Script } from '../../templates/scripts';
import { fieldError } from '../http/issues';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import { fields, numberInAddress, text } from '../schemas/basics';
import { amissIn, renderingFields, wordsOf } from '../schemas/speech';
import { listedScriptSchema, listedScriptView, scriptSchema, scriptView } from '../views/scripts';

const params = fields({ id: text(64) });

function known(id: string): Script {
  const script = scriptOf(id);
  if (!script) throw Problem.of('no_such_script', { id, known: SCRIPTS.map((one) => one.id) });
  return script;
}

const versionOf = (script: Script, version = newestOf(script)): number => {
  if (version <= newestOf(script)) return version;
  const versions = script.versions.map((_, index) => index + 1);
  const allowed = [`可选：${versions.join('、')}`, `one of: ${versions.join(', ')}`] as const;
  throw Problem.of('invalid_query', {}, { errors: [fieldError(['version'], version, ...allowed)] });
};

/** 客服标准话术: the catalogue, and a script put into words (RE-11). */
export const scriptRoutes = [
  route({
    method: 'get',
    path: '/scripts',
    tag: 'desk',
    summary: { zh: '标准话术', en: 'the scripts for each touch with the customer' },
    who: 'staff',
    clauses: ['RE-11'],
    answer: z.object({ scripts: z.array(listedScriptSchema) }),
    problems: [],
    handle: () => Promise.resolve({ body: { scripts: SCRIPTS.map(listedScriptView) } }),
  }),
  route({
    method: 'get',
    path: '/scripts/{id}',
    tag: 'desk',
    summary: { zh: '一条标准话术，可看旧版本', en: 'one script, in any of its versions' },
    who: 'staff',
    clauses: ['RE-11'],
    params,
    query: fields({
      version: numberInAddress(999).optional().describe('版本；不填即最新'),
      lang: z.enum(SCRIPT_LANGUAGES).default('zh'),
    }),
    answer: scriptSchema,
    problems: ['no_such_script'],
    handle: ({ params: { id }, query: { version, lang } }) => {
      const script = known(id);
      return Promise.resolve({ body: scriptView(script, versionOf(script, version), lang) });
    },
  }),
  route({
    method: 'post',
    path: '/scripts/{id}/rendering',
    tag: 'desk',
    asks: true,
    summary: { zh: '填好参数的话术原文', en: 'a script with its parameters filled in' },
    who: 'staff',
    clauses: ['RE-11'],
    params,
    body: fields(renderingFields),
    answer: z.object({
      id: z.string(),
      version: z.int(),
      lang: z.enum(SCRIPT_LANGUAGES),
      text: z.string().describe('可以直接说或发送的原文'),
    }),
    problems: ['no_such_script'],
    handle: ({ params: { id }, body }) => {
      const script = known(id);
      const errors = amissIn(script, body).map(({ path, given, allowed }) => fieldError(path, given, ...allowed));
      if (errors.length > 0) throw Problem.of('invalid_body', {}, { errors });
      const { version = newestOf(script), lang } = body;
      return Promise.resolve({ body: { id, version, lang, text: wordsOf(script, body) } });
    },
  }),
];

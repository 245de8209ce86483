import type { z } from 'zod';
import type { FieldError } from './problem';

type Issue = z.core.$ZodIssue;
type Allowed = readonly [zh: string, en: string];

const PARTING = '␟';
/** What is allowed, as a schema says it: Chinese and English in one string, since that is all a schema carries. */
export const allows = (zh: string, en: string): string => `${zh}${PARTING}${en}`;

const MOST_ERRORS = 20;
const MOST_CHARACTERS = 100;

/** What is wrong with an input: where, what stood there, what may stand there. */
export const fieldErrors = (issues: readonly Issue[]): FieldError[] => issues.flatMap(errorsOf).slice(0, MOST_ERRORS);

/** One thing that a schema cannot know: that somebody does not exist, that a time lies in the future. */
export const fieldError = (path: PropertyKey[], given: unknown, zh: string, en: string): FieldError => ({
  path: pathOf(path),
  given: shown(given),
  allowed: zh,
  allowedEn: en,
});

function errorsOf(issue: Issue): FieldError[] {
  const [zh, en] = allowedBy(issue);
  if (issue.code === 'custom') return [fieldError(issue.path, concerned(issue.input, issue.path), zh, en)];
  if (issue.code !== 'unrecognized_keys') return [fieldError(issue.path, issue.input, zh, en)];
  const given = issue.input;
  return issue.keys.map((key) => fieldError([...issue.path, key], given?.[key], zh, en));
}

/** What stood in the field that a check of several fields names: its input is the object with all of them. */
function concerned(input: unknown, path: readonly PropertyKey[]): unknown {
  if (!isObject(input) || path.length === 0) return input;
  const from = path.findIndex((part) => Object.hasOwn(input, part));
  if (from < 0) return undefined;
  return path.slice(from).reduce<unknown>((at, part) => (isObject(at) ? at[part] : undefined), input);
}

const isObject = (given: unknown): given is Record<PropertyKey, unknown> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

/** Where it stands: `contacts[0].address`; `$` where it is all that was sent. */
function pathOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '$';
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`))
    .join('');
}

/** What was given, short enough to repeat; of lists only how long they are, of objects the names of their fields. */
function shown(given: unknown): unknown {
  if (given === undefined) return null;
  if (Array.isArray(given)) return `[列表 list, ${given.length}]`;
  if (isObject(given)) return `{${Object.keys(given).join(', ').slice(0, MOST_CHARACTERS)}}`;
  return typeof given === 'string' && given.length > MOST_CHARACTERS ? `${given.slice(0, MOST_CHARACTERS)}…` : given;
}

function allowedBy(issue: Issue): Allowed {
  const [zh, en] = issue.message.split(PARTING);
  if (zh !== undefined && en !== undefined) return [zh, en];
  if (issue.input === undefined && issue.code !== 'unrecognized_keys') {
    const [wantedZh, wantedEn] = wanted(issue);
    return [`必填：${wantedZh}`, `required: ${wantedEn}`];
  }
  return wanted(issue);
}

function wanted(issue: Issue): Allowed {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? [issue.expected, issue.expected];
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? oneOf(issue.options) : [issue.message, issue.message];
    case 'unrecognized_keys':
      return ['没有这个字段', 'no such field'];
    case 'too_small':
      return least(issue.origin, Number(issue.minimum));
    case 'too_big':
      return most(issue.origin, Number(issue.maximum));
    default:
      return [issue.message, issue.message];
  }
}

const oneOf = (values: readonly unknown[]): Allowed => [
  `可选：${values.map(String).join('、')}`,
  `one of: ${values.map(String).join(', ')}`,
];

const TYPES: Record<string, Allowed> = {
  string: ['文字', 'a text'],
  number: ['数字', 'a number'],
  int: ['整数', 'a whole number'],
  boolean: ['true 或 false', 'true or false'],
  object: ['对象', 'an object'],
  array: ['列表', 'a list'],
  record: ['对象：名称与值', 'an object of values by their names'],
};

function least(origin: string, minimum: number): Allowed {
  if (origin === 'string') return [`至少 ${minimum} 个字符`, `at least ${minimum} characters`];
  if (origin === 'array') return [`至少 ${minimum} 项`, `at least ${minimum} items`];
  return [`不小于 ${minimum}`, `not less than ${minimum}`];
}

function most(origin: string, maximum: number): Allowed {
  if (origin === 'string') return [`至多 ${maximum} 个字符`, `at most ${maximum} characters`];
  if (origin === 'array') return [`至多 ${maximum} 项`, `at most ${maximum} items`];
  return [`不大于 ${maximum}`, `not more than ${maximum}`];
}

import type { Refusal, RefusalCode } from '../domain/refusals';
import { IMPROVEMENT_SENTENCES } from './improvement-refusals';
import { PENALTY_SENTENCES } from './penalty-refusals';
import type { Sentence } from './problems';
import { COURSE } from './refusals/course';
import { EDITIONS } from './refusals/editions';
import { ENDING } from './refusals/ending';
import { INQUIRY } from './refusals/inquiry';
import type { Refusals } from './refusals/parts';
import { PEOPLE } from './refusals/people';
import { PLACE } from './refusals/place';
import { REMEDY } from './refusals/remedy';

/** Why the procedure does not allow something, and what it allows. A new refusal without its sentence does not compile. */
const SENTENCES: Refusals<RefusalCode> = {
  ...PEOPLE,
  ...COURSE,
  ...PLACE,
  ...INQUIRY,
  ...REMEDY,
  ...ENDING,
  ...EDITIONS,
  ...IMPROVEMENT_SENTENCES,
  ...PENALTY_SENTENCES,
};

/** What a refusal says to whoever was refused, in the words of the procedure. */
export function refusalSentence(refusal: Refusal): Sentence {
  const sentence = SENTENCES[refusal.code] as (given: Refusal) => Sentence;
  return sentence(refusal);
}

/** Every refusal has its sentence: these are they. */
export const REFUSAL_CODES = Object.keys(SENTENCES) as RefusalCode[];

/** Empty values: enough for a title, which names none. */
const NO_WORDS = {
  because: 'himself',
  state: '',
  stage: '',
  backTo: '',
  duty: '',
  department: '',
  lead: '',
  subType: '',
  cause: '',
  channel: '',
  priority: '',
};
const NO_LISTS = {
  allowed: [],
  roles: [],
  steps: [],
  what: [],
  tasks: [],
  accounts: [],
  respondents: [],
  departments: [],
  missing: [],
  stages: [],
};

/** The title of a refusal that is known by its code only; the code itself where it is none of ours. */
export function refusalTitle(because: string): string {
  const code = REFUSAL_CODES.find((known) => known === because);
  return code ? refusalSentence({ code, ...NO_WORDS, ...NO_LISTS, needed: {} } as never).title : because;
}

import type { z } from 'zod';
import { ACTION_RULES } from '../domain/decide';
import type { ActionName } from '../domain/actions';
import type { ComplaintFile } from '../domain/complaint-file';
import type { RefusalCode } from '../domain/refusals';
import { wordEn } from '../templates/words-en';
import { ACTION_ZH } from '../templates/words-zh';
import { handOver } from './hand-over';
import type { Sent, Write } from './hand-over';
import { route } from './http/route';
import type { Call, Route } from './http/route';
import { answerSchema } from './schemas/answers';
import { numberParams } from './schemas/basics';

type ActionRoute<P extends z.ZodType<{ number: string }>, B extends z.ZodType> = {
  /** The actions that this route hands over: one, or those among which the body chooses. */
  names: readonly ActionName[];
  method: 'post' | 'put';
  /** Below `/complaints/{number}`. */
  path: string;
  params?: P;
  body: B;
  /** What it may be refused for beside place, person and version. */
  refusals?: RefusalCode[];
  /** Turns the body into the action; texts are handed to `write` and become ids. */
  send: (
    given: z.output<B>,
    more: {
      write: Write;
      file: ComplaintFile;
      params: z.output<P>;
      call: Call<'staff', z.output<P>, undefined, z.output<B>>;
    },
  ) => Sent | Promise<Sent>;
};

/** The clauses that a rule names; that its times are the company's choice is not told here. */
export const clausesOf = (clause: string): string[] => clause.replaceAll(' (choice)', '').split(', ');

/** What every action may be refused for. */
const COMMON: RefusalCode[] = [
  'closed',
  'not_in_stage',
  'step_unknown_here',
  'withdrawn',
  'complained_about',
  'other_team',
  'seen_outdated',
];

/** A route that hands an action of the procedure over to its complaint. */
export function actionRoute<B extends z.ZodType, P extends z.ZodType<{ number: string }> = typeof numberParams>(
  given: ActionRoute<P, B>,
): Route {
  const { names, method, path, body, send, refusals = [] } = given;
  const params = given.params ?? (numberParams as unknown as P);
  return route({
    method,
    path: `/complaints/{number}${path}`,
    tag: 'action',
    actions: names,
    summary: { zh: names.map((name) => ACTION_ZH[name]).join('或'), en: names.map(wordEn).join(' or ') },
    who: 'staff',
    clauses: [...new Set(names.flatMap((name) => clausesOf(ACTION_RULES[name].clause)))],
    params,
    body,
    answer: answerSchema,
    conditional: true,
    problems: [...COMMON, ...refusals, 'no_such_complaint', 'key_used_otherwise', 'not_known_yet'],
    handle: (call) => handOver(call, (file, write) => send(call.body, { write, file, params: call.params, call })),
  });
}

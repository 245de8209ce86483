import { z } from 'zod';
import { fileOf } from '../../db/queries/reading';
import type { ActionName } from '../../domain/actions';
import { ACTION_NAMES, ACTION_RULES, availability } from '../../domain/decide';
import { ACTION_ZH } from '../../templates/words-zh';
import { visibleTo } from '../hand-over';
import { sentences } from '../http/named';
import { route } from '../http/route';
import type { Route } from '../http/route';
import { numberParams } from '../schemas/basics';

const UNSEEN = ['no_such_complaint', 'complained_about', 'other_team'] as const;

/** What customers do by their links and the system by itself is nothing that a member of the staff could be told to do. */
const FOR_STAFF = ACTION_NAMES.filter((action) => !['customer', 'system'].includes(String(ACTION_RULES[action].by)));

const actionSchema = z.object({
  action: z.enum(ACTION_NAMES as [ActionName, ...ActionName[]]),
  zh: z.string(),
  method: z.enum(['POST', 'PUT']).describe('怎样办理：方法'),
  path: z.string().describe('怎样办理：地址；还要填的在花括号里'),
  allowed: z.boolean(),
  why: z
    .looseObject({ code: z.string(), title: z.string(), titleEn: z.string(), detail: z.string(), detailEn: z.string() })
    .nullable()
    .describe('不允许的原因'),
});

/** How an action is sent for a complaint: method and address, from the table of all routes. */
function wayOf(routes: readonly Route[], action: ActionName, number: string) {
  const way = routes.find(({ actions = [] }) => actions.includes(action));
  if (!way) throw new Error(`No route hands '${action}' over.`);
  const method = way.method === 'put' ? ('PUT' as const) : ('POST' as const);
  return { method, path: way.path.replace('{number}', number) };
}

/** What may be done with a complaint, and how. `routes`: all of them, which are known only when all are put together. */
export const mayRoute = (routes: () => readonly Route[]): Route =>
  route({
    method: 'get',
    path: '/complaints/{number}/actions',
    tag: 'reading',
    summary: { zh: '我现在能做什么，不能做的为什么', en: 'what I may do now, and why not the rest' },
    who: 'staff',
    clauses: [],
    params: numberParams,
    answer: z.object({ actions: z.array(actionSchema) }),
    problems: [...UNSEEN],
    handle: async ({ deps, params, caller, receivedAt }) => {
      const { number } = params;
      const file = visibleTo({ params, caller }, await fileOf(deps.database.queries, number));
      const at = Math.max(receivedAt, file.lastAt);
      const told = await sentences(deps.database.queries);
      const actions = FOR_STAFF.map((action) => {
        const refusal = availability(file, action, caller, at);
        const why = refusal && { ...refusal, ...told(refusal) };
        return { action, zh: ACTION_ZH[action], ...wayOf(routes(), action, number), allowed: refusal === null, why };
      });
      return { body: { actions }, etag: file.seq };
    },
  });

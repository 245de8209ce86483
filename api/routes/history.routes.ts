import { z } from 'zod';
import { namesOfStaff } from '../../db/queries/directory';
import { movesOf } from '../../db/queries/moves';
import { fileOf, messagesToCustomer, turnsOf, turnsWith } from '../../db/queries/reading';
import { scriptsOf, textsOf } from '../../db/queries/texts';
import type { ActionName } from '../../domain/actions';
import { ACTION_NAMES, ACTION_RULES, availability } from '../../domain/decide';
import { ACTION_ZH } from '../../templates/words-zh';
import { refusalSentence } from '../../templates/refusals';
import { visibleTo } from '../hand-over';
import { route } from '../http/route';
import { fields, numberInAddress, numberParams } from '../schemas/basics';
import { contactSchema, contactsView, OF_CONTACTS } from '../views/contacts';
import { refsIn } from '../views/texts';
import { turnSchema, turnView } from '../views/timeline';

const UNSEEN = ['no_such_complaint', 'complained_about', 'other_team'] as const;

/** What customers do by their links and the system by itself is nothing that a member of the staff could be told to do. */
const FOR_STAFF = ACTION_NAMES.filter((action) => !['customer', 'system'].includes(String(ACTION_RULES[action].by)));

const actionSchema = z.object({
  action: z.enum(ACTION_NAMES as [ActionName, ...ActionName[]]),
  zh: z.string(),
  allowed: z.boolean(),
  why: z
    .looseObject({ code: z.string(), title: z.string(), titleEn: z.string(), detail: z.string(), detailEn: z.string() })
    .nullable()
    .describe('不允许的原因'),
});

/** What has happened in a complaint, what was said, and what may be done. */
export const historyRoutes = [
  route({
    method: 'get',
    path: '/complaints/{number}/timeline',
    tag: 'reading',
    summary: { zh: '经过', en: 'what has happened, turn by turn' },
    who: 'staff',
    clauses: ['CO-6'],
    params: numberParams,
    query: fields({
      after: numberInAddress(999_999_999).optional().describe('从这个记录号之后'),
      limit: numberInAddress(500).default(200),
    }),
    answer: z.object({ turns: z.array(turnSchema), next: z.int().nullable().describe('还有更多时，下次的 after') }),
    problems: [...UNSEEN],
    handle: async ({ deps, params, caller, query: { after = 0, limit } }) => {
      const db = deps.database.queries;
      const { number } = params;
      const [file, rows, names, moves] = await Promise.all([
        fileOf(db, number),
        turnsOf(db, number, after, limit + 1),
        namesOfStaff(db),
        movesOf(db, number),
      ]);
      const { seq, rules } = visibleTo({ params, caller }, file);
      const page = rows.slice(0, limit);
      const texts = await textsOf(db, refsIn(page));
      const next = rows.length > limit ? (page.at(-1)?.seq ?? null) : null;
      return { body: { turns: page.map((turn) => turnView(turn, names, texts, rules, moves)), next }, etag: seq };
    },
  }),
  route({
    method: 'get',
    path: '/complaints/{number}/contacts',
    tag: 'reading',
    summary: { zh: '沟通记录', en: 'the communication log' },
    who: 'staff',
    clauses: ['HA-13'],
    params: numberParams,
    answer: z.object({ contacts: z.array(contactSchema) }),
    problems: [...UNSEEN],
    handle: async ({ deps, params, caller }) => {
      const db = deps.database.queries;
      const { number } = params;
      const [file, turns, messages, names] = await Promise.all([
        fileOf(db, number),
        turnsWith(db, number, ...OF_CONTACTS),
        messagesToCustomer(db, number),
        namesOfStaff(db),
      ]);
      const { seq } = visibleTo({ params, caller }, file);
      const refs = refsIn(turns);
      const [texts, scripts] = await Promise.all([textsOf(db, refs), scriptsOf(db, refs)]);
      return { body: { contacts: contactsView(turns, messages, names, texts, scripts) }, etag: seq };
    },
  }),
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
      const file = visibleTo({ params, caller }, await fileOf(deps.database.queries, params.number));
      const at = Math.max(receivedAt, file.lastAt);
      const actions = FOR_STAFF.map((action) => {
        const refusal = availability(file, action, caller, at);
        const why = refusal && { ...refusal, ...refusalSentence(refusal) };
        return { action, zh: ACTION_ZH[action], allowed: refusal === null, why };
      });
      return { body: { actions }, etag: file.seq };
    },
  }),
];

import { z } from 'zod';
import { namesOfStaff } from '../../db/queries/directory';
import { movesOf } from '../../db/queries/moves';
import { fileOf, messagesToCustomer, turnsOf, turnsWith } from '../../db/queries/reading';
import { scriptsOf, textsOf } from '../../db/queries/texts';
import { visibleTo } from '../hand-over';
import { route } from '../http/route';
import { fields, numberInAddress, numberParams } from '../schemas/basics';
import { contactSchema, contactsView, OF_CONTACTS } from '../views/contacts';
import { refsIn } from '../views/texts';
import { turnSchema, turnView } from '../views/timeline';

const UNSEEN = ['no_such_complaint', 'complained_about', 'other_team'] as const;

/** What has happened in a complaint, and what was said. */
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
];

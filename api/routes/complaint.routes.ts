import { z } from 'zod';
import { awayAt } from '../../db/queries/absences';
import { namesOfStaff } from '../../db/queries/directory';
import { informationOf } from '../../db/queries/information';
import { movesOf } from '../../db/queries/moves';
import {
  complaintWithIntake,
  fileOf,
  looksOf,
  obligationsOf,
  peopleOf,
  recordLook,
  turnsWith,
} from '../../db/queries/reading';
import { textsOf } from '../../db/queries/texts';
import { ownerOf } from '../../domain/people';
import { visibleTo } from '../hand-over';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import { fields, numberParams, shortText } from '../schemas/basics';
import { complaintSchema, notOwedSchema, personSchema } from '../schemas/complaint';
import { onceFor } from '../once';
import { mayNotLook, mayNotReadLooks } from '../visibility';
import { complaintView, fullPersonView, notOwedView, OF_PICTURE } from '../views/complaint';
import { lookSchema, lookView } from '../views/looks';
import { obligationSchema, obligationView } from '../views/obligations';
import { refsIn } from '../views/texts';

const UNSEEN = ['no_such_complaint', 'complained_about', 'other_team'] as const;

/** One complaint and what is owed in it, from Postgres. */
export const complaintRoutes = [
  route({
    method: 'get',
    path: '/complaints/{number}',
    tag: 'reading',
    summary: { zh: '查看投诉', en: 'one complaint' },
    who: 'staff',
    clauses: ['IN-2', 'IN-15'],
    params: numberParams,
    answer: complaintSchema,
    problems: [...UNSEEN],
    handle: async ({ deps, params, caller, receivedAt }) => {
      const db = deps.database.queries;
      const { number } = params;
      const found = await complaintWithIntake(db, number);
      const file = visibleTo({ params, caller }, found?.complaint.file);
      const owner = ownerOf(file).id;
      const [people, names, turns, information, away] = await Promise.all([
        peopleOf(db, number),
        namesOfStaff(db),
        turnsWith(db, number, ...OF_PICTURE),
        informationOf(db, number),
        awayAt(db, new Date(receivedAt), owner),
      ]);
      const texts = await textsOf(db, file.proposal ? refsIn(turns) : []);
      return {
        body: complaintView({ found: found!, people, names, turns, texts, information, away: away.get(owner) }),
        etag: file.seq,
      };
    },
  }),
  route({
    method: 'post',
    path: '/complaints/{number}/looks',
    tag: 'reading',
    summary: {
      zh: '查看客户完整姓名与联系方式（记录在案）',
      en: "a customer's full name and contacts; every look is recorded",
    },
    who: 'staff',
    clauses: ['RE-8', 'HA-1'],
    params: numberParams,
    body: fields({ reason: shortText().describe('为什么要看，例如：首次联系客户') }),
    answer: z.object({ people: z.array(personSchema) }),
    problems: [...UNSEEN, 'not_owner', 'key_used_otherwise'],
    handle: async (call) => {
      const { deps, params, caller, key, body } = call;
      const db = deps.database.queries;
      const { number } = params;
      const file = visibleTo({ params, caller }, await fileOf(db, number));
      const refusal = mayNotLook(file, caller);
      if (refusal) throw Problem.refusing(refusal);
      // What is kept with the key is that he looked, not whom he saw.
      await onceFor(call, async (tx) => {
        await recordLook(tx, { by: caller.id, key, complaint: number, reason: body.reason });
        return {};
      });
      return { body: { people: (await peopleOf(db, number)).map(fullPersonView) } };
    },
  }),
  route({
    method: 'get',
    path: '/complaints/{number}/looks',
    tag: 'reading',
    summary: { zh: '谁查看过客户资料', en: "who has looked at a customer's full name and contacts, when and why" },
    who: 'staff',
    clauses: ['RE-8'],
    params: numberParams,
    answer: z.object({ looks: z.array(lookSchema).describe('先后顺序') }),
    problems: [...UNSEEN, 'role_needed'],
    handle: async ({ deps, params, caller }) => {
      const db = deps.database.queries;
      visibleTo({ params, caller }, await fileOf(db, params.number));
      const refusal = mayNotReadLooks(caller);
      if (refusal) throw Problem.refusing(refusal);
      const [rows, names] = await Promise.all([looksOf(db, params.number), namesOfStaff(db)]);
      return { body: { looks: rows.map((row) => lookView(row, names)) } };
    },
  }),
  route({
    method: 'get',
    path: '/complaints/{number}/obligations',
    tag: 'reading',
    summary: { zh: '时限与由来', en: 'what is owed, until when and why then' },
    who: 'staff',
    clauses: ['HA-1', 'HA-11', 'CO-1'],
    params: numberParams,
    answer: z.object({
      obligations: z.array(obligationSchema),
      notOwed: z.array(notOwedSchema).describe('因无法联系客户而不承担的事项及原因'),
    }),
    problems: [...UNSEEN],
    handle: async ({ deps, params, caller }) => {
      const db = deps.database.queries;
      const [file, rows, moves] = await Promise.all([
        fileOf(db, params.number),
        obligationsOf(db, params.number),
        movesOf(db, params.number),
      ]);
      const seen = visibleTo({ params, caller }, file);
      const owed = rows.map((row) => obligationView(row, { receivedAt: seen.receivedAt, rows, moves }));
      return { body: { obligations: owed, notOwed: notOwedView(seen) }, etag: seen.seq };
    },
  }),
];

import { z } from 'zod';
import { namesOfStaff } from '../../db/queries/directory';
import { fileOf, turnsWith } from '../../db/queries/reading';
import { textsOf } from '../../db/queries/texts';
import type { ComplaintFile } from '../../domain/complaint-file';
import type { Event } from '../../domain/events';
import { PROPOSAL_KINDS, SEVERITIES } from '../../domain/words';
import { visibleTo } from '../hand-over';
import { route } from '../http/route';
import type { Call } from '../http/route';
import { fields, numberParams } from '../schemas/basics';
import { proposalSchema } from '../schemas/proposal';
import {
  accountSchema,
  accountsView,
  evidenceSchema,
  evidenceView,
  OF_ACCOUNTS,
  OF_TASKS,
  taskSchema,
  tasksView,
} from '../views/inquiry';
import type { Read } from '../views/inquiry';
import { OF_PROPOSALS, proposalsView } from '../views/proposals';
import { refsIn } from '../views/texts';

const UNSEEN = ['no_such_complaint', 'complained_about', 'other_team'] as const;

type Reading = Pick<Call<'staff', { number: string }, unknown, unknown>, 'deps' | 'params' | 'caller'>;

/** The file, and the turns in which some kinds of events happened, with their texts. */
async function read(
  { deps, params, caller }: Reading,
  types: readonly Event['type'][],
): Promise<{ file: ComplaintFile; found: Read }> {
  const db = deps.database.queries;
  const [file, turns, names] = await Promise.all([
    fileOf(db, params.number),
    turnsWith(db, params.number, ...types),
    namesOfStaff(db),
  ]);
  const seen = visibleTo({ params, caller }, file);
  return { file: seen, found: { turns, names, texts: await textsOf(db, refsIn(turns)) } };
}

const standardSchema = z.object({
  severity: z.enum(SEVERITIES),
  kinds: z.array(z.enum(PROPOSAL_KINDS)).describe('通常怎样解决'),
  leastFen: z.int().describe('补偿下限，分'),
  mostFen: z.int().describe('补偿上限，分'),
});

/** What a complaint consists of beside its course: evidence, tasks, accounts, proposals. */
export const detailRoutes = [
  route({
    method: 'get',
    path: '/complaints/{number}/evidence',
    tag: 'reading',
    summary: { zh: '佐证材料', en: 'the evidence' },
    who: 'staff',
    clauses: ['IN-3'],
    params: numberParams,
    answer: z.object({ evidence: z.array(evidenceSchema) }),
    problems: [...UNSEEN],
    handle: async (call) => {
      const { file, found } = await read(call, ['evidence_added']);
      return { body: { evidence: evidenceView(found) }, etag: file.seq };
    },
  }),
  route({
    method: 'get',
    path: '/complaints/{number}/tasks',
    tag: 'reading',
    summary: { zh: '本轮的部门任务', en: 'what departments are asked for in this round' },
    who: 'staff',
    clauses: ['HA-3', 'HA-4'],
    params: numberParams,
    answer: z.object({ tasks: z.array(taskSchema) }),
    problems: [...UNSEEN],
    handle: async (call) => {
      const { file, found } = await read(call, OF_TASKS);
      return { body: { tasks: tasksView(file, found) }, etag: file.seq };
    },
  }),
  route({
    method: 'get',
    path: '/complaints/{number}/accounts',
    tag: 'reading',
    summary: { zh: '各轮请对方作的说明', en: "the other side's accounts of all rounds" },
    who: 'staff',
    clauses: ['HA-9', 'HA-18'],
    params: numberParams,
    answer: z.object({ accounts: z.array(accountSchema) }),
    problems: [...UNSEEN],
    handle: async (call) => {
      const { file, found } = await read(call, OF_ACCOUNTS);
      return { body: { accounts: accountsView(file, found) }, etag: file.seq };
    },
  }),
  route({
    method: 'get',
    path: '/complaints/{number}/proposals',
    tag: 'reading',
    summary: { zh: '各轮拟定的方案', en: 'the proposals of all rounds' },
    who: 'staff',
    clauses: ['HA-6', 'HA-8'],
    params: numberParams,
    answer: z.object({ proposals: z.array(proposalSchema) }),
    problems: [...UNSEEN],
    handle: async (call) => {
      const { file, found } = await read(call, OF_PROPOSALS);
      return { body: { proposals: proposalsView(found.turns, found.texts) }, etag: file.seq };
    },
  }),
  route({
    method: 'get',
    path: '/complaints/{number}/standard-proposals',
    tag: 'reading',
    summary: {
      zh: '这一问题性质的标准方案与补偿标准',
      en: 'how complaints of this nature are usually put right, and within which amounts',
    },
    who: 'staff',
    clauses: ['HA-6', 'HA-15'],
    params: numberParams,
    query: fields({ severity: z.enum(SEVERITIES).optional().describe('损害程度；不填即全部') }),
    answer: z.object({
      nature: z.string().nullable().describe('未分类的为空，没有标准'),
      standards: z.array(standardSchema).describe('流程没有补偿标准的为空'),
    }),
    problems: [...UNSEEN],
    handle: async ({ deps, params, caller, query: { severity } }) => {
      const file = visibleTo({ params, caller }, await fileOf(deps.database.queries, params.number));
      const { nature, rules } = file;
      const rows = rules.compensation?.table.filter((row) => row.nature === nature) ?? [];
      const standards = rows
        .filter((row) => severity === undefined || row.severity === severity)
        .map(({ severity: degree, kinds, fen: [leastFen, mostFen] }) => ({
          severity: degree,
          kinds,
          leastFen,
          mostFen,
        }));
      return { body: { nature, standards }, etag: file.seq };
    },
  }),
];

import { z } from 'zod';
import type { ReadTurn } from '../../db/queries/reading';
import { openDuties } from '../../domain/clock';
import type { ComplaintFile } from '../../domain/complaint-file';
import type { Event } from '../../domain/events';
import { ACCOUNT_OF, DEPARTMENTS, EVIDENCE_KINDS, EVIDENCE_SOURCES, TASK_ANSWERS } from '../../domain/words';
import type { DutyKind } from '../../domain/words';
import { utc } from '../schemas/basics';
import { nameIn } from './timeline';

/** The events that departments' tasks and the other side's accounts are read from. */
export const OF_TASKS = [
  'round_opened',
  'task_assigned',
  'task_passed',
  'task_progressed',
  'task_answered',
  'task_returned',
  'task_cancelled',
] as const satisfies Event['type'][];
export const OF_ACCOUNTS = ['account_asked', 'account_urged', 'account_recorded'] as const satisfies Event['type'][];

const personSchema = z.object({ id: z.string(), name: z.string() });
const entrySchema = { at: utc(), by: personSchema, text: z.string().nullable() };
const owedSchema = { dueAt: utc().nullable().describe('时限；不再待办的为空'), overdue: z.boolean() };

/** Work asked of a department in this round, with everything that was said about it (HA-3). */
export const taskSchema = z.object({
  no: z.int(),
  department: z.enum(DEPARTMENTS),
  person: z.string().nullable(),
  state: z.enum(['open', 'answered', 'cancelled']),
  preliminary: z.boolean().describe('已给出初步答复，待最终答复'),
  lead: z.boolean().describe('是否牵头部门'),
  ...owedSchema,
  entries: z.array(
    z.object({
      what: z.enum(['assigned', 'passed', 'progressed', 'answered', 'returned', 'cancelled']),
      department: z.enum(DEPARTMENTS).nullable().describe('交给哪个部门'),
      answer: z.enum(TASK_ANSWERS).nullable(),
      preliminary: z.boolean().describe('只是初步答复'),
      ...entrySchema,
    }),
  ),
});

/** The other side's account, of whichever round (HA-9, HA-18). */
export const accountSchema = z.object({
  no: z.int(),
  of: z.enum(ACCOUNT_OF),
  person: z.string().nullable().describe('哪一位被投诉人'),
  state: z.enum(['asked', 'answered', 'silent']),
  urged: z.int().describe('催办次数'),
  ...owedSchema,
  entries: z.array(z.object({ what: z.enum(['asked', 'urged', 'recorded']), ...entrySchema })),
});

/** A piece of evidence (IN-3). */
export const evidenceSchema = z.object({
  no: z.int(),
  kind: z.enum(EVIDENCE_KINDS).describe('材料类型'),
  from: z.enum(EVIDENCE_SOURCES).describe('由谁提交'),
  submittedAt: utc().describe('提交时间'),
  recordedAt: utc().describe('登记时间'),
  by: personSchema.describe('由谁登记'),
  text: z.string().nullable(),
});

/** What was read from the record besides the file. */
export type Read = { turns: ReadTurn[]; names: Map<string, string>; texts: Map<string, string> };
type Happened<E extends Event = Event> = { turn: ReadTurn; event: E };

const all = ({ turns }: Read): Happened[] => turns.flatMap((turn) => turn.events.map((event) => ({ turn, event })));

/** A new round numbers its tasks anew. */
function inThisRound(read: Read): Happened[] {
  const happened = all(read);
  return happened.slice(happened.findLastIndex(({ event }) => event.type === 'round_opened') + 1);
}

const entryOf = ({ names, texts }: Read, { turn, event }: Happened) => ({
  at: turn.at.toISOString(),
  by: { id: turn.by, name: nameIn(names)(turn.by) },
  text: ('ref' in event && event.ref && texts.get(event.ref)) || null,
});

function owed(file: ComplaintFile, kind: DutyKind, of: { task: number } | { account: number }) {
  const duty = openDuties(file).find(
    (open) => open.kind === kind && ('task' in of ? open.task === of.task : open.account === of.account),
  );
  return {
    dueAt: duty?.dueAt === undefined ? null : new Date(duty.dueAt).toISOString(),
    overdue: duty?.missed ?? false,
  };
}

export function tasksView(file: ComplaintFile, read: Read): z.output<typeof taskSchema>[] {
  const happened = inThisRound(read);
  return file.tasks.map(({ no, department, person = null, state, preliminary = false }) => ({
    no,
    department,
    person,
    state,
    preliminary,
    lead: file.lead?.department === department,
    ...owed(file, 'task_solution', { task: no }),
    entries: happened.flatMap((one) => taskEntry(one, no, entryOf(read, one))),
  }));
}

function taskEntry({ event }: Happened, no: number, entry: ReturnType<typeof entryOf>) {
  if (!isOfTask(event) || event.no !== no) return [];
  const { type } = event;
  return [
    {
      what: TASK_WORDS[type],
      department: 'department' in event ? event.department : null,
      answer: 'answer' in event ? event.answer : null,
      preliminary: 'preliminary' in event && event.preliminary === true,
      ...entry,
    },
  ];
}

type OfTask = Extract<Event, { type: `task_${string}` }>;
const isOfTask = (event: Event): event is OfTask => event.type in TASK_WORDS;

const TASK_WORDS = {
  task_assigned: 'assigned',
  task_passed: 'passed',
  task_progressed: 'progressed',
  task_answered: 'answered',
  task_returned: 'returned',
  task_cancelled: 'cancelled',
} as const;

export function accountsView(file: ComplaintFile, read: Read): z.output<typeof accountSchema>[] {
  const happened = all(read);
  return file.accounts.map(({ no, of, person = null, state, urged }) => ({
    no,
    of,
    person,
    state,
    urged,
    ...owed(file, 'account', { account: no }),
    entries: happened.flatMap((one) => accountEntry(one, no, entryOf(read, one))),
  }));
}

const ACCOUNT_WORDS = { account_asked: 'asked', account_urged: 'urged', account_recorded: 'recorded' } as const;
type OfAccount = Extract<Event, { type: `account_${string}` }>;
const isOfAccount = (event: Event): event is OfAccount => event.type in ACCOUNT_WORDS;

const accountEntry = ({ event }: Happened, no: number, entry: ReturnType<typeof entryOf>) =>
  isOfAccount(event) && event.no === no ? [{ what: ACCOUNT_WORDS[event.type], ...entry }] : [];

/** Evidence of all rounds, in the order in which it was put on file. */
export const evidenceView = (read: Read): z.output<typeof evidenceSchema>[] =>
  all(read)
    .flatMap((one) => (one.event.type === 'evidence_added' ? [{ one, event: one.event }] : []))
    .map(({ one, event: { kind, from, submittedAt } }, index) => {
      const { at, by, text } = entryOf(read, one);
      return { no: index + 1, kind, from, submittedAt: new Date(submittedAt).toISOString(), recordedAt: at, by, text };
    });

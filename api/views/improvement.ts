import { z } from 'zod';
import type {
  improvementDutiesOf,
  improvementTurnsOf,
  improvementWithFile,
  ListedImprovement,
} from '../../db/queries/improvement-reading';
import { COMPARISONS, IMPROVEMENT_DUTIES, IMPROVEMENT_STATES } from '../../domain/improvement/words';
import { dueSentence } from '../../templates/due-sentence';
import { improvementSentence } from '../../templates/improvement-timeline';
import {
  IMPROVEMENT_DUTY_ZH,
  IMPROVEMENT_FROM_ZH,
  IMPROVEMENT_STATE_ZH,
  targetZh,
} from '../../templates/improvement-words';
import { localTime } from '../../templates/local-time';
import { VIA_ZH } from '../../templates/timeline';
import { dateAnswer, utc } from '../schemas/basics';
import { OBLIGATION_STATES, stateOf } from './obligations';
import { nameIn, turnSchema } from './timeline';

const targetSchema = z.union([
  z.object({ comparison: z.enum(COMPARISONS), value: z.number(), unit: z.string() }),
  z.object({ by: z.string() }),
]);

/** An improvement as a list shows it. */
export const listedImprovementSchema = z
  .object({
    id: z.string(),
    complaint: z.string(),
    seq: z.int(),
    state: z.enum(IMPROVEMENT_STATES),
    stateZh: z.string(),
    what: z.string().describe('改进内容'),
    measure: z.string().describe('衡量什么'),
    target: targetSchema,
    standard: z.string().describe('验证标准，如「预警触发时间≤2小时」'),
    department: z.string(),
    person: z.string(),
    personName: z.string().nullable(),
    setBy: z.string(),
    setAt: utc(),
    round: z.int(),
    dueDate: dateAnswer(),
    nextDueAt: utc().nullable(),
    overdue: z.boolean(),
    closedAt: utc().nullable(),
  })
  .meta({ id: 'ListedImprovement' });

const dutySchema = z
  .object({
    id: z.string(),
    kind: z.enum(IMPROVEMENT_DUTIES),
    kindZh: z.string(),
    person: z.string().nullable(),
    round: z.int(),
    from: utc(),
    dueAt: utc(),
    state: z.enum(OBLIGATION_STATES),
    missedAt: utc().nullable().describe('何时记为逾期'),
    closedAt: utc().nullable(),
    sentence: z.string().describe('时限的由来'),
    provisional: z.boolean(),
    calendar: z.string(),
  })
  .meta({ id: 'ImprovementDuty' });

/** One improvement with all that has happened to it. */
export const improvementSchema = listedImprovementSchema
  .extend({ duties: z.array(dutySchema).describe('时限'), history: z.array(turnSchema).describe('经过') })
  .meta({ id: 'Improvement' });

/** One row of a list; `names` by staff id. */
export function listedImprovementView(
  { setAt, nextDueAt, closedAt, ...row }: ListedImprovement,
  names: Map<string, string>,
): z.output<typeof listedImprovementSchema> {
  return {
    ...row,
    stateZh: IMPROVEMENT_STATE_ZH[row.state],
    standard: `${row.measure}${'by' in row.target ? '：' : ''}${targetZh(row.target)}`,
    personName: names.get(row.person) ?? null,
    setAt: setAt.toISOString(),
    nextDueAt: nextDueAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
  };
}

type Sources = {
  found: NonNullable<Awaited<ReturnType<typeof improvementWithFile>>>;
  turns: Turn[];
  duties: DutyRow[];
  names: Map<string, string>;
  texts: Map<string, string>;
};
type Turn = Awaited<ReturnType<typeof improvementTurnsOf>>[number];
type DutyRow = Awaited<ReturnType<typeof improvementDutiesOf>>[number];

/** The whole picture; `names` by staff id, `texts` by their ids. */
export function improvementView({ found, turns, duties, names, texts }: Sources): z.output<typeof improvementSchema> {
  const { file: _, ...row } = found;
  return {
    ...listedImprovementView(row, names),
    duties: duties.map(dutyView),
    history: turns.map((turn) => turnView(turn, names, texts)),
  };
}

const dutyView = (row: DutyRow): z.output<typeof dutySchema> => ({
  id: row.id,
  kind: row.kind,
  kindZh: IMPROVEMENT_DUTY_ZH[row.kind],
  person: row.person,
  round: row.round,
  from: row.countedFrom.toISOString(),
  dueAt: row.dueAt.toISOString(),
  state: stateOf(row),
  missedAt: row.missedAt?.toISOString() ?? null,
  closedAt: row.closedAt?.toISOString() ?? null,
  sentence: dueSentence(row.explanation, { event: IMPROVEMENT_FROM_ZH[row.kind] }),
  provisional: row.provisional,
  calendar: row.calendarEdition,
});

/** The ids of the texts that some turns refer to. */
export const refsIn = (turns: Turn[]): string[] =>
  turns.flatMap(({ events }) => events.flatMap((event) => ('ref' in event ? [event.ref] : [])));

function turnView(
  { seq, at, by, via, events }: Turn,
  names: Map<string, string>,
  texts: Map<string, string>,
): z.output<typeof turnSchema> {
  const nameOf = nameIn(names);
  const lines = events.flatMap((event) => {
    const sentence = improvementSentence(event, nameOf);
    const text = 'ref' in event ? texts.get(event.ref) : undefined;
    return sentence === null ? [] : [{ sentence, texts: text === undefined ? [] : [{ label: '内容', text }] }];
  });
  return {
    seq,
    at: at.toISOString(),
    local: localTime(Math.floor(at.getTime() / 1000) * 1000),
    by: { id: by, name: nameOf(by) },
    for: null,
    via,
    viaZh: VIA_ZH[via],
    lines,
  };
}

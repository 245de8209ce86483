import { z } from 'zod';
import type { movesOf } from '../../db/queries/moves';
import type { obligationsOf } from '../../db/queries/reading';
import { DEPARTMENTS, DUTY_KINDS } from '../../domain/words';
import { dueSentence, rowCountedFromZh } from '../../templates/due-sentence';
import { moveSentence } from '../../templates/timeline';
import { DUTY_ZH } from '../../templates/words-zh';
import { utc } from '../schemas/basics';

/** The states of something owed. */
export const OBLIGATION_STATES = ['open', 'overdue', 'met', 'met_late', 'void'] as const;
/** What became of it: `overdue` is still to be done, `met_late` was done after it had been missed. */
export type ObligationState = (typeof OBLIGATION_STATES)[number];

/** Something owed, until when, and in one Chinese sentence why then. */
export const obligationSchema = z
  .object({
    id: z.string(),
    kind: z.enum(DUTY_KINDS).describe('事项'),
    kindZh: z.string(),
    of: z.string().describe('由谁承担（责任人、审核人……）'),
    person: z.string().nullable().describe('具体的人：执行人，或让它逾期的人'),
    round: z.int(),
    step: z.int().nullable().describe('方案的第几步'),
    task: z.int().nullable().describe('第几项协查任务'),
    account: z.int().nullable().describe('第几次对方说明'),
    department: z.enum(DEPARTMENTS).nullable().describe('承办部门'),
    from: utc().describe('从何时起算'),
    dueAt: utc().describe('时限'),
    state: z.enum(OBLIGATION_STATES).describe('待办 · 已逾期 · 按时完成 · 逾期完成 · 已取消'),
    missedAt: utc().nullable().describe('何时记为逾期'),
    closedAt: utc().nullable().describe('何时完成或取消'),
    sentence: z.string().describe('时限的由来'),
    provisional: z.boolean().describe('所据放假安排尚未公布，时限为暂定'),
    calendar: z.string().describe('所据日历版本'),
    moves: z
      .array(
        z.object({
          at: utc().describe('何时调整'),
          was: utc().describe('原时限'),
          now: utc().describe('新时限'),
          edition: z.int().nullable().describe('因哪一版日历，见 GET /calendar/editions'),
          team: z.string().nullable().describe('因改由哪个团队办理，按其日历'),
          sentence: z.string(),
        }),
      )
      .describe('因工作日历调整，或改由别的团队办理而改动'),
  })
  .meta({ id: 'Obligation' });

type Row = Awaited<ReturnType<typeof obligationsOf>>[number];
type MoveRow = Awaited<ReturnType<typeof movesOf>>[number];

/** An obligation with the sentence that explains its due time. `receivedAt`, `rows` and `moves` are those of its complaint. */
export function obligationView(
  row: Row,
  { receivedAt, rows, moves }: { receivedAt: number; rows: readonly Row[]; moves: MoveRow[] },
): z.output<typeof obligationSchema> {
  return {
    id: row.id,
    kind: row.kind,
    kindZh: DUTY_ZH[row.kind],
    of: row.of,
    person: row.person,
    round: row.round,
    step: row.step,
    task: row.task,
    account: row.account,
    department: row.department,
    from: row.countedFrom.toISOString(),
    dueAt: row.dueAt.toISOString(),
    state: stateOf(row),
    missedAt: row.missedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    sentence: dueSentence(row.explanation, {
      event: rowCountedFromZh(row, rows, receivedAt),
    }),
    provisional: row.provisional,
    calendar: row.calendarEdition,
    moves: moves.filter(({ duty }) => duty === row.id).flatMap(moveView),
  };
}

/** A due time that stayed where it was is no move, though what is said of it may be another thing now. */
function moveView({ duty, at, was, now, edition, team }: MoveRow): z.output<typeof obligationSchema>['moves'] {
  const [from, to] = [was.getTime(), now.getTime()];
  if (from === to) return [];
  const sentence = moveSentence({ duty, was: from, now: to, team });
  return [{ at: at.toISOString(), was: was.toISOString(), now: now.toISOString(), edition, team, sentence }];
}

/** What became of it, from its row. */
export function stateOf({ state, missedAt }: Pick<Row, 'state' | 'missedAt'>): ObligationState {
  if (state === 'open') return missedAt ? 'overdue' : 'open';
  return state === 'met' && missedAt ? 'met_late' : state;
}

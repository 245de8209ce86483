import { isOverdue, nextDue } from '../clock';
import type { Recorded } from '../recorded';
import type { ImprovementFile } from './file';
import type { ImprovementDutyKind, ImprovementState } from './words';

/** Where an improvement stands after a turn: the answer to whoever acted. */
export type ImprovementAnswer = {
  id: string;
  complaint: string;
  seq: number;
  state: ImprovementState;
  department: string;
  person: string;
  setBy: string;
  dueDate: string;
  round: number;
  overdue: boolean;
  closed: boolean;
  nextDue: { duty: ImprovementDutyKind; dueAt: string } | null;
};

/** What the commit of a turn gives back. The same key always gives the same value. */
export type RecordedImprovement = Recorded<ImprovementAnswer>;

export function improvementAnswer(file: ImprovementFile): ImprovementAnswer {
  const { id, complaint, seq, state, department, person, setBy, dueDate, round, closed } = file;
  const next = nextDue(file);
  return {
    id,
    complaint,
    seq,
    state,
    department,
    person,
    setBy: setBy.id,
    dueDate,
    round,
    overdue: isOverdue(file),
    closed,
    nextDue: next?.dueAt === undefined ? null : { duty: next.kind, dueAt: new Date(next.dueAt).toISOString() },
  };
}

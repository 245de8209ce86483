import { isOverdue, nextDue } from './clock';
import type { ComplaintFile, DueInstants } from './complaint-file';
import { ownerOf } from './people';
import type { Refusal } from './refusals';
import type { DutyKind, Level, Outcome, Priority, Stage } from './words';

/** Where a complaint stands after a turn: the answer to whoever acted. */
export type Answer = {
  number: string;
  seq: number;
  stage: Stage | null;
  level: Level;
  priority: Priority;
  round: number;
  owner: string;
  overdue: boolean;
  outcome: Outcome | null;
  closed: boolean;
  nextDue: { duty: DutyKind; dueAt: string } | null;
};

export function answerOf(file: ComplaintFile): Answer {
  const next = nextDue(file);
  return {
    number: file.number,
    seq: file.seq,
    stage: file.stage,
    level: file.level,
    priority: file.priority,
    round: file.round,
    owner: ownerOf(file).id,
    overdue: isOverdue(file),
    outcome: file.outcome,
    closed: file.closed,
    nextDue: next?.dueAt === undefined ? null : { duty: next.kind, dueAt: new Date(next.dueAt).toISOString() },
  };
}

/** What the commit of a turn gives back. The same key always gives the same value. */
export type Recorded<A = Answer> = {
  seq: number;
  due: Record<string, DueInstants>;
  answer: A;
  bodyHash: string | null;
  /** It was refused, and that it was tried is on file. */
  refused?: Refusal;
};

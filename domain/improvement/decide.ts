import type { LocalDate } from '../calendar';
import type { Handled } from '../complaint-file';
import type { Acting } from '../ladder';
import { SYSTEM } from '../people';
import type { Actor } from '../people';
import type { Refusal } from '../refusals';
import type { ImprovementAction, ImprovementActionData, ImprovementActionName } from './actions';
import { isOver, meeting, voiding } from './clock';
import { dateAt, mayBeDue, MOST_DAYS_AHEAD, untilDate } from './dates';
import type { ImprovementEvent, ImprovementFile } from './file';
import {
  callsAnew,
  cancellingOf,
  hasRespondents,
  mayNotMove,
  mayNotReassign,
  mayNotWork,
  verifierOf,
  verifyingOf,
} from './people';
import type { ImprovementState } from './words';

type Case<N extends ImprovementActionName> = {
  file: ImprovementFile;
  data: ImprovementActionData[N];
  by: Actor;
  at: number;
};

/** One action: in which states, by whom, what stands against it, what it puts on file. */
type Rule<N extends ImprovementActionName> = {
  states: readonly ImprovementState[];
  notBy: (given: Case<N>) => Refusal | null;
  refuses?: (given: Case<N>) => Refusal | null;
  events: (given: Case<N>) => ImprovementEvent[];
};

/** What an action would put on file, or why it may not be done now. */
export type ImprovementVerdict = { events: ImprovementEvent[] } | { refused: Refusal };

const refusedOf = (acting: Acting): Refusal | null => ('refused' in acting ? acting.refused : null);

const handOf = (acting: Acting, { id, roles }: Actor): Handled => ({
  id,
  role: 'role' in acting ? acting.role : (roles[0] ?? 'department_member'),
});

const notAhead = (at: number, dueDate: LocalDate): Refusal | null =>
  mayBeDue(at, dueDate) ? null : { code: 'due_date_not_ahead', after: dateAt(at), mostDays: MOST_DAYS_AHEAD };

/** The person has until the due date. */
export const owing = (person: string, at: number, dueDate: LocalDate): ImprovementEvent => ({
  type: 'owed',
  kind: 'improve',
  person,
  within: untilDate(at, dueDate),
});

const noteProgress: Rule<'note_progress'> = {
  states: ['planned'],
  notBy: ({ file, by }) => mayNotWork(file, by),
  events: ({ data }) => [{ type: 'progressed', ref: data.ref }],
};

const report: Rule<'report_improvement'> = {
  states: ['planned'],
  notBy: ({ file, by }) => mayNotWork(file, by),
  events: ({ file, data, by }) => [
    { type: 'reported', by: by.id, ref: data.ref },
    ...meeting(file, 'improve'),
    ...voiding(file, 'escalate'),
    {
      type: 'owed',
      kind: 'verify',
      person: verifierOf({ ...file, doneBy: by.id })?.id ?? null,
      within: file.rules.verify.within,
    },
  ],
};

const verify: Rule<'verify_improvement'> = {
  states: ['reported'],
  notBy: ({ file, by }) => refusedOf(verifyingOf(file, by)),
  refuses: ({ data, at }) => (data.passed ? null : notAhead(at, data.dueDate)),
  events: ({ file, data, by: actor, at }) => {
    const by = handOf(verifyingOf(file, actor), actor);
    if (data.passed) return [{ type: 'passed', by, ref: data.ref }, ...meeting(file, 'verify')];
    return [
      { type: 'failed', by, ref: data.ref, dueDate: data.dueDate },
      ...meeting(file, 'verify'),
      owing(file.person, at, data.dueDate),
    ];
  },
};

const moveDueDate: Rule<'move_due_date'> = {
  states: ['planned'],
  notBy: ({ file, by }) => mayNotMove(file, by),
  refuses: ({ data, at }) => notAhead(at, data.dueDate),
  events: ({ file, data, at }) => [
    { type: 'due_moved', dueDate: data.dueDate, ref: data.ref },
    ...voiding(file, 'improve', 'escalate'),
    owing(file.person, at, data.dueDate),
  ],
};

const reassign: Rule<'reassign_improvement'> = {
  states: ['planned', 'reported'],
  notBy: ({ file, by }) => mayNotReassign(file, by),
  refuses: ({ file, data: { person } }) => (person === file.person ? { code: 'person_already', person } : null),
  events: ({ file, data }) => [{ type: 'reassigned', from: file.person, to: data.person, ref: data.ref }],
};

const cancel: Rule<'cancel_improvement'> = {
  states: ['planned', 'reported'],
  notBy: ({ file, by }) => refusedOf(cancellingOf(file, by)),
  events: ({ file, data, by }) => [{ type: 'cancelled', by: handOf(cancellingOf(file, by), by), ref: data.ref }],
};

/** HA-18: who has been named since it was set has no part in it any more, and who has been cleared has. */
const followRespondents: Rule<'follow_respondents'> = {
  states: ['planned', 'reported'],
  notBy: ({ by }) => (by.id === SYSTEM.id ? null : { code: 'not_for_staff', by: 'system' }),
  refuses: ({ file, data }) => (hasRespondents(file, data.respondents) ? { code: 'told_already' } : null),
  events: ({ file, data: { respondents } }) => [
    { type: 'respondents_changed', respondents, ...(callsAnew(file, respondents) ? { calls: true } : {}) },
  ],
};

/** Every action on an improvement (RE-3). */
const RULES: { [N in ImprovementActionName]: Rule<N> } = {
  note_progress: noteProgress,
  report_improvement: report,
  verify_improvement: verify,
  move_due_date: moveDueDate,
  reassign_improvement: reassign,
  cancel_improvement: cancel,
  follow_respondents: followRespondents,
};

export const IMPROVEMENT_ACTIONS = Object.keys(RULES) as ImprovementActionName[];

/** Pure: asked by the validator, and again at its turn, which alone counts. `at` in ms, UTC. */
export function decide<N extends ImprovementActionName>(
  file: ImprovementFile,
  name: N,
  action: ImprovementAction<N>,
  at: number,
): ImprovementVerdict {
  const rule: Rule<N> = RULES[name];
  const given: Case<N> = { file, data: action.data, by: action.by, at };
  const refused = outdated(file, action) ?? notNow(file, rule.states) ?? rule.notBy(given) ?? rule.refuses?.(given);
  return refused ? { refused } : { events: rule.events(given) };
}

const outdated = (file: ImprovementFile, { expects }: Pick<ImprovementAction, 'expects'>): Refusal | null =>
  expects === undefined || expects === file.seq ? null : { code: 'seen_outdated', seq: file.seq };

function notNow(file: ImprovementFile, states: readonly ImprovementState[]): Refusal | null {
  const { state } = file;
  if (isOver(file)) return { code: 'improvement_closed', state };
  return states.includes(state) ? null : { code: 'improvement_stands', state, allowed: [...states] };
}

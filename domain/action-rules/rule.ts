import type { ActionData, ActionName } from '../actions';
import type { ComplaintFile } from '../complaint-file';
import type { Event } from '../events';
import { mayNot } from '../people';
import type { Actor } from '../people';
import type { Party, Rules } from '../policy';
import type { Refusal } from '../refusals';
import { rolesOf } from '../standing';
import { STAGES } from '../words';
import type { DutyKind, Fact, Stage } from '../words';

/** What a rule gets to see: the file, what the action brings, who acts, and the instant of the turn. */
export type Case<N extends ActionName> = { file: ComplaintFile; data: ActionData[N]; by: Actor; at: number };

/** One action of the procedure: where, by whom, what stands against it, what it puts on file. */
export type ActionRule<N extends ActionName> = {
  /** The stages in which it may be done; `open`: in all of them. */
  stages: readonly Stage[] | 'open';
  /** Which policies know it: what a document does not have does not exist in its policy. Absent: all. */
  known?: (rules: Rules) => boolean;
  /** Whose it is; a function where the data decide. */
  by: Party | ((given: Case<N>) => Refusal | null);
  refuses?: (given: Case<N>) => Refusal | null;
  events: (given: Case<N>) => Event[];
  /** Refusals that are put on file all the same, since to have tried is a breach (RE-7). */
  filed?: readonly Refusal['code'][];
  /** The clause that it comes from. */
  clause: string;
};

/** Whose an action is when it is more than one party's: why none of them lets somebody do it, or null. */
export const anyOf =
  (...parties: [Party, ...Party[]]) =>
  ({ file, by }: { file: ComplaintFile; by: Actor }): Refusal | null => {
    const refusals = parties.map((party) => mayNot(file, party, by));
    return refusals.includes(null) ? null : (refusals[0] ?? null);
  };

/** The owner's, or that of the level above him: who is neither hears of both. */
export const ownerOrAbove = (given: { file: ComplaintFile; by: Actor }): Refusal | null => {
  const refused = anyOf('owner', 'superior')(given);
  return refused?.code === 'not_owner'
    ? { code: 'not_owner_nor_above', owner: refused.owner, roles: rolesOf(given.file, 'superior') }
    : refused;
};
/** Known where something is owed by this name. */
export const withDuty =
  (kind: DutyKind) =>
  ({ duties }: Rules): boolean =>
    duties[kind] !== undefined;

/** Known where a step or a duty waits for a fact. */
export const withFact =
  (fact: Fact) =>
  ({ stages, duties }: Rules): boolean =>
    Object.values(stages).some(({ ends }) => ends.flat().includes(fact)) ||
    Object.values(duties).some(({ needs = [] }) => needs.includes(fact));

/** The steps before another one. */
export const before = (stage: Stage): Stage[] => STAGES.slice(0, STAGES.indexOf(stage));

/** Until the customer has his answer: the steps in which a complaint is still looked into. */
export const BEFORE_REMEDY = before('remedy');
/** Until the level above or the meeting has it. */
export const BEFORE_REVIEW = before('meeting');
/** Until it is only left to be filed. */
export const BEFORE_ARCHIVE = before('archive');

/** Why nothing of this is left for a complaint that was withdrawn or referred, or null. */
export function gone({ outcome, stage }: ComplaintFile): Refusal | null {
  if (outcome === 'withdrawn') return { code: 'withdrawn' };
  return outcome ? { code: 'not_in_stage', stage, allowed: [...BEFORE_ARCHIVE] } : null;
}
